#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `cmake --install` puts where, and that it works there: `/usr` read-only, no home, no network, no terminal, any locale."""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = CMAKE = None
KINDS = [
    r"bin/unknot",
    r"share/bash-completion/completions/unknot",
    r"share/fish/vendor_completions\.d/unknot\.fish",
    r"share/zsh/(site-functions|vendor-completions)/_unknot",
    r"share/locale/(de|zh)/LC_MESSAGES/unknot\.mo",
    r"share/man/((de|zh_CN)/)?man[157]/unknot(-[a-z]+)?\.[157]",
    r"share/metainfo/[a-z0-9.]+\.metainfo\.xml",
    r"share/unknot/schemas/[a-z-]+-\d+\.json",
    r"share/unknot/packs/wallet/(pack\.yaml|synonyms\.yaml|search\.idx)",
    r"share/unknot/packs/wallet/(trees|articles|providers|tests)/[a-z0-9-]+(\.(de|en|zh))?\.(yaml|md)",
    r"libexec/unknot/unknot-[a-z-]+",
]
# Everything read-only but what the sandbox itself needs; no network. As nobody special where the tests are not run by root.
SANDBOX = """
mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && mount -o remount,bind,ro / || exit 99
shift
exec setsid --wait "$@"
"""


def installed_into(folder, *options):
    environment = dict(os.environ, DESTDIR=str(folder))
    subprocess.run([CMAKE, "--install", BUILD, "--prefix", "/usr", *options], env=environment, check=True, capture_output=True)
    return folder / "usr"


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="unknot-install-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        old = os.umask(0o077)
        try:
            cls.usr = installed_into(cls.folder / "all")
        finally:
            os.umask(old)
        cls.files = sorted(path.relative_to(cls.usr).as_posix() for path in cls.usr.rglob("*") if not path.is_dir())

    def run_it(self, *words, locale="C", **more):
        environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": locale, "TERM": "dumb",
                       "ASAN_OPTIONS": "detect_leaks=0", **more}  # leaks cannot be looked for where ptrace is not to be had
        namespaces = ["unshare", "--mount", "--net"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
        command = [*namespaces, "sh", "-c", SANDBOX, "sandbox", str(self.folder), str(self.usr / "bin/unknot"), *words]
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
        self.assertNotEqual(done.returncode, 99, done.stderr)
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def test_every_file_has_its_place(self):
        self.assertEqual([file for file in self.files if not any(re.fullmatch(kind, file) for kind in KINDS)], [])
        for folder, pattern in (("man", "man/*.[157]"), ("schemas", "data/schemas/*.json"), ("trees", "knowledge/trees/*"), ("articles", "knowledge/articles/*")):
            names = {path.name for path in ROOT.glob(pattern)}
            self.assertGreater(len(names), 2, pattern)
            self.assertEqual(names - {pathlib.PurePath(file).name for file in self.files}, set(), folder)
        pages = {language: {pathlib.PurePath(file).name for file in self.files if file.startswith(f"share/man/{language}")} for language in ("man", "de", "zh_CN")}
        for language in ("de", "zh_CN") if pages["de"] else ():
            self.assertEqual(pages[language], pages["man"], language)

    def test_modes_do_not_come_from_the_umask(self):
        for path in self.usr.rglob("*"):
            if path.parent == self.usr:
                continue  # bin and share are the system's own
            program = path.is_dir() or "/bin/" in str(path) or "/libexec/" in str(path)
            self.assertEqual(oct(path.stat().st_mode & 0o7777), "0o755" if program else "0o644", path)

    def test_no_run_path(self):
        for file in (file for file in self.files if file.startswith(("bin/", "libexec/"))):
            dynamic = subprocess.run(["readelf", "-d", self.usr / file], capture_output=True, text=True, check=True).stdout
            self.assertIn("NEEDED", dynamic)
            self.assertNotRegex(dynamic, "RPATH|RUNPATH")

    def test_components(self):
        knowledge = installed_into(self.folder / "knowledge", "--component", "knowledge")
        program = installed_into(self.folder / "program", "--component", "program")
        parts = [sorted(path.relative_to(usr).as_posix() for path in usr.rglob("*") if not path.is_dir()) for usr in (knowledge, program)]
        self.assertEqual(sorted(parts[0] + parts[1]), self.files)
        self.assertEqual([file for file in parts[0] if not file.startswith("share/unknot/packs/wallet/")], [])
        self.assertEqual([file for file in parts[1] if "/packs/" in file], [])

    def test_any_locale(self):
        for locale in ("C", "POSIX", "C.UTF-8", "de_DE.UTF-8", "zh_CN.UTF-8", "zh_CN.GB18030", "xx_YY", "", "de_DE@euro"):
            status, out, told = self.run_it("show", "card-declined", locale=locale)
            self.assertEqual((status, told), (0, ""), locale)
            german, chinese = "Karte" in out, "卡" in out
            self.assertEqual((german, chinese), (locale.startswith("de"), locale.startswith("zh")), locale)

    def test_three_languages_are_understood(self):
        for text, tree in (("my card was declined", "payment-failure"), ("meine Karte wurde abgelehnt", "payment-failure"), ("我的卡被拒绝了", "payment-failure")):
            status, out, _ = self.run_it("--json", "ask", text)
            self.assertEqual((status, json.loads(out)["trees"][0]["id"]), (0, tree))

    def test_a_scripted_walk_needs_no_home(self):
        status, out, told = self.run_it("--json", "run", "payment-failure", "--answer", "where=card")
        walk = json.loads(out)
        self.assertEqual((status, walk["schema"], walk["state"], walk["case"]), (3, "unknot.run/1", "asking", None))
        self.assertIn("warning", told)

    def test_what_cannot_be_done_is_said(self):
        for words in (("case", "list"), ("index", "prebuild"), ("run", "no-such-tree")):
            status, out, told = self.run_it(*words)
            self.assertEqual((status, out), (2, ""), words)
            self.assertRegex(told, r"(?m)^unknot: error: ")

    def test_the_interface_speaks_without_a_locale(self):
        self.assertIn("Aufruf", self.run_it("--lang", "de", "--help", locale="C")[1])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", help="not used: what is installed is run")
    parser.add_argument("--build", required=True)
    parser.add_argument("--cmake", required=True)
    options, rest = parser.parse_known_args()
    BUILD, CMAKE = options.build, options.cmake
    unittest.main(argv=[sys.argv[0], *rest])
