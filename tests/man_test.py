#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages against `--help`: each command and option of one is in the other, and mandoc has nothing to complain about."""
import argparse
import pathlib
import re
import subprocess
import sys
import unittest

MAN = pathlib.Path(__file__).resolve().parent.parent / "man"
PROGRAM = None


def help_text(*command):
    done = subprocess.run([PROGRAM, *command, "--help"], capture_output=True, text=True, env={"LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)} --help: {done.returncode}: {done.stderr}")
    return done.stdout


def section(text, heading):
    """The indented lines under a heading."""
    found = re.search(rf"^{heading}:\n((?:  .*\n)+)", text, re.MULTILINE)
    return found[1].splitlines() if found else []


def commands_in(text):
    """`  case show CASE    …` is the command ('case', 'show')."""
    rows = (re.match(r"  ([a-z]+(?: [a-z]+)*)", line) for line in section(text, "commands"))
    return {tuple(row[1].split()) for row in rows if row}


def options_in(text):
    """`  -q, --quiet   …` has two."""
    rows = (re.match(r" {2,6}(-[\w-]+(?:, -[\w-]+)*)", line) for heading in ("options", "options of every command") for line in section(text, heading))
    return {name for row in rows if row for name in row[1].split(", ")}


def page(name):
    return (MAN / name).read_text(encoding="utf-8")


def options_on(text):
    """`.Fl Fl quiet` and `.Fl q` of mdoc."""
    long_ones = {"--" + name for name in re.findall(r"\bFl Fl ([a-z][a-z-]*)", text)}
    return long_ones | {"-" + name for name in re.findall(r"(?<!Fl )\bFl ([A-Za-z0-9])\b", text)}


def commands_on(text):
    """`.It Ic case Op Cm list` and `.It Ic case show Ar number`, in the section COMMANDS."""
    commands = re.search(r"^\.Sh COMMANDS\n(.*?)^\.Sh ", text, re.MULTILINE | re.DOTALL)[1]
    rows = re.findall(r"^\.It Ic ([a-z]+)(?: Op Cm ([a-z]+)$| ([a-z]+))?", commands, re.MULTILINE)
    return {tuple(word for word in row if word) for row in rows}


class Pages(unittest.TestCase):
    def setUp(self):
        self.commands = commands_in(help_text())
        self.assertGreater(len(self.commands), 8)
        self.options = {command: options_in(help_text(*command)) for command in self.commands}

    def test_commands(self):
        self.assertEqual(commands_on(page("unknot.1")), self.commands)

    def test_every_option_is_on_a_page(self):
        there = options_on(page("unknot.1"))
        for command, options in self.options.items():
            with self.subTest(command):
                self.assertIn("--json", options)
                described = there | (options_on(page("unknot-run.1")) if command == ("run",) else set())
                self.assertEqual(options - described, set())

    def test_no_page_has_an_option_that_is_not_there(self):
        self.assertEqual(options_on(page("unknot.1")) - set().union(*self.options.values()), set())
        self.assertEqual(options_on(page("unknot-run.1")) - self.options[("run",)], set())

    def test_mandoc_is_content(self):
        pages = sorted(MAN.glob("*.[1-8]"))
        self.assertGreaterEqual(len(pages), 3)
        done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *pages], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, ""))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options, rest = parser.parse_known_args()
    PROGRAM = options.program
    unittest.main(argv=[sys.argv[0], *rest])
