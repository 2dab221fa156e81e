#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages: one for each command, true to `--help`, quiet in mandoc and groff, and with examples that run."""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAN = ROOT / "man"
SECTIONS = {"NAME", "DESCRIPTION", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES", "SEE ALSO"}
PROGRAM = None
sys.path.insert(0, str(MAN))
import pages  # noqa: E402
import usage  # noqa: E402


def all_pages():
    return sorted(MAN.glob("*.[1-8]"))


def text_of(path):
    return path.read_text(encoding="utf-8")


def options_on(text):
    """`.Fl Fl quiet` and `.Fl q` of mdoc."""
    long_ones = {"--" + name for name in re.findall(r"\bFl Fl ([a-z][a-z-]*)", text)}
    return long_ones | {"-" + name for name in re.findall(r"(?<!Fl )\bFl ([A-Za-z0-9])\b", text)}


def names(options):
    return {name for option in options for name in option.names}


def examples_on(text):
    """The lines `.Dl command` below EXAMPLES as a shell reads them."""
    body = pages.sections_of(text)[1]["EXAMPLES"]
    return [line.replace("\\(dq", '"').replace("\\&", "").replace("\\e", "\\") for line in re.findall(r"^\.Dl (.+)$", body, re.MULTILINE)]


class Pages(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.groups, cls.every = usage.commands(PROGRAM)

    def test_generated_parts_are_up_to_date(self):
        stale = [path.name for path, text in pages.pages(PROGRAM).items() if not path.exists() or text_of(path) != text]
        self.assertEqual(stale, [], "man/pages.py --accept --program … rewrites them")

    def test_options(self):
        self.assertGreater(len(self.groups), 8)
        self.assertEqual(options_on(pages.sections_of(text_of(MAN / "unknot.1"))[1]["OPTIONS"]), names(self.every))
        for group in self.groups:
            with self.subTest(group.name):
                own = {name for command in group.commands for name in names(command.options)}
                there = options_on(text_of(MAN / f"unknot-{group.name}.1"))
                self.assertEqual(own - there, set(), "not on the page")
                self.assertEqual(there - own - names(self.every), set(), "not in the program")

    def test_sections(self):
        self.assertEqual({path.stem for path in all_pages()} - {"unknot"} - {f"unknot-{group.name}" for group in self.groups},
                         {"unknot-format", "unknot-json", "unknot-privacy", "unknot-query"})
        for path in all_pages():
            self.assertEqual(SECTIONS - set(pages.sections_of(text_of(path))[1]), set(), path.name)
            self.assertRegex(text_of(path), r"(?m)^\.Nd [a-z].*[^.]$", path.name)

    def test_mandoc_is_content(self):
        done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *all_pages()], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_groff_is_content(self):
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"}
        for path in all_pages():
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", path], env=environment, capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stderr.decode()), (0, ""), path.name)


@unittest.skipUnless(shutil.which("po4a"), "po4a makes them")
class Translated(unittest.TestCase):
    """The pages in German and Chinese: all of them, and set like the English ones."""

    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="unknot-man-"))
        cls.addClassCleanup(shutil.rmtree, folder)
        subprocess.run([MAN / "translate_pages", ROOT, folder], check=True, stdout=subprocess.DEVNULL)
        cls.pages = {language: sorted((folder / "man" / language).iterdir()) for language in ("de", "zh_CN")}

    @staticmethod
    def shown(path):
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"}
        return subprocess.run(["man", "-l", path], env=environment, capture_output=True, text=True, check=True).stdout.strip("\n").split("\n")

    @staticmethod
    def forms(lines):
        """How many lines of the second section begin with the program's name."""
        headings = [number for number, line in enumerate(lines) if line[:1].strip()]
        return sum(line.startswith("     unknot") for line in lines[headings[2]:headings[3]])

    def test_every_page_is_there(self):
        for language, paths in self.pages.items():
            self.assertEqual({path.name for path in all_pages()} - {path.name for path in paths}, set(), f"{language}: less than the --keep of po4a.cfg")

    def test_head_foot_and_synopsis(self):
        for path in [path for paths in self.pages.values() for path in paths]:
            with self.subTest(path.parent.name + "/" + path.name):
                lines, english = self.shown(path), self.shown(MAN / path.name)
                self.assertEqual((lines[0], lines[-1]), (english[0], english[-1]))
                if path.suffix == ".1":
                    self.assertEqual(self.forms(lines), self.forms(english))

    def test_chinese_punctuation_has_no_space(self):
        wrong = re.compile(r"\S [、。，；：（）]|[、。，；：（）] |^ *[、。，；：）]|（$")
        for path in self.pages["zh_CN"]:
            self.assertEqual([line for line in self.shown(path) if wrong.search(line)], [], path.name)


class Examples(unittest.TestCase):
    """Each page's examples run, in order, by somebody who has one case, a pack in ./wallet and a text in ./chat.txt; yes, no and "more is needed" are answers, trouble is not."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="unknot-man-"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "unknot").symlink_to(PROGRAM)
        shutil.copytree(ROOT / "tests" / "packs" / "good" / "mini", self.folder / "wallet")
        (self.folder / "chat.txt").write_text("my card is 4111 1111 1111 1111\n", encoding="utf-8")
        self.environment = {"PATH": f"{self.folder / 'bin'}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "dumb", "HOME": str(self.folder / "home"),
                            "XDG_CACHE_HOME": str(self.folder / "cache"), "UNKNOT_PACK_PATH": str(ROOT / "knowledge")}

    def run_it(self, line):
        command = ["bash", "-o", "pipefail", "-c", line]
        return subprocess.run(command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    def test_examples_run(self):
        for path in all_pages():
            shutil.rmtree(self.folder / "home", ignore_errors=True)
            (self.folder / "home").mkdir()
            self.run_it("unknot --no-input run payment-failure --answer where=card")
            lines = examples_on(text_of(path))
            self.assertGreater(len(lines), 0, path.name)
            for line in lines:
                done = self.run_it(line)
                self.assertIn(done.returncode, (0, 1, 3), f"{path.name}: {line}: {done.stderr}")
                self.assertNotIn("error:", done.stderr, f"{path.name}: {line}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options, rest = parser.parse_known_args()
    PROGRAM = os.path.abspath(options.program)
    unittest.main(argv=[sys.argv[0], *rest])
