# SPDX-License-Identifier: GPL-3.0-or-later
"""What `unknot --help` says, as data."""
import dataclasses
import re
import subprocess


@dataclasses.dataclass
class Option:
    names: list
    value: str
    description: str


@dataclasses.dataclass
class Command:
    name: str
    operand: str        # "TREE", "[TREE]", "TEXT...", or nothing
    summary: str
    options: list
    example: str
    exit_status: str


@dataclasses.dataclass
class Group:
    name: str
    commands: list      # one, or those of `case`, `pack` and the like


def help_of(program, *words):
    done = subprocess.run([program, *words, "--help"], capture_output=True, text=True, check=False, env={"LC_ALL": "C", "HOME": "/nonexistent"})
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(words)} --help: {done.returncode}: {done.stderr}")
    return done.stdout


def block(text, heading):
    """The rows under a heading, each with its description: `  name   what it is`, continued on lines that are indented further."""
    found = re.search(rf"^{heading}:\n((?:  .*\n)+)", text, re.MULTILINE)
    rows = []
    for line in found[1].splitlines() if found else []:
        row = re.match(r" {2,6}(?! )(\S+(?: \S+)*)(?:  +(.*))?$", line)
        if row and not (rows and line.startswith(" " * 8)):
            rows.append([row[1], row[2] or ""])
        else:
            rows[-1][1] = f"{rows[-1][1]} {line.strip()}".strip()
    return rows


def options_in(text, heading):
    options = []
    for name, description in block(text, heading):
        found = re.match(r"(-[\w-]+(?:, -[\w-]+)*)(?: (.+))?$", name)
        options.append(Option(found[1].split(", "), found[2] or "", description))
    return options


def command_in(text):
    first, rest = text.split("\n", 1)
    name, operand = re.match(r"usage: unknot ([a-z]+(?: [a-z]+)*) \[OPTION\]\.\.\.(?: (.+))?$", first).groups()
    summary = " ".join(re.match(r"((?:\S.*\n)+)", rest)[1].split())
    example = re.search(r"^example: (.+)$", text, re.MULTILINE)[1]
    exit_status = " ".join(re.search(r"^exit status: ((?:.+\n?)+)", text, re.MULTILINE)[1].split())
    return Command(name, operand or "", summary, options_in(text, "options"), example, exit_status)


def commands(program):
    """The commands, grouped by their first word, and the options of every command."""
    text = help_of(program)
    groups = {}
    for name, _ in block(text, "commands"):
        words = re.match(r"[a-z]+(?: [a-z]+)*", name)[0].split()
        command = command_in(help_of(program, *words))
        groups.setdefault(words[0], Group(words[0], [])).commands.append(command)
    return list(groups.values()), options_in(text, "options of every command")
