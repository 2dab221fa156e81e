#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the manual pages true to the program.

    man/pages.py --program build/dev/bin/unknot             which pages differ from what the program and data/help say
    man/pages.py --program build/dev/bin/unknot --accept    rewrites them

A section that begins with the comment `.\\" from the program` is made from `--help` or from data/help; take the comment away to write it by hand.
A command without a page gets one: its description and examples are then yours to write. Nothing here runs when the program is built.
"""
import argparse
import pathlib
import re
import sys

import markdown_mdoc
import usage

MAN = pathlib.Path(__file__).resolve().parent
HELP = MAN.parent / "data" / "help"
MARK = '.\\" from the program'
LICENCE = '.\\" SPDX-License-Identifier' + ": GPL-3.0-or-later\n"
DATE = "November 22, 2026"
TOPICS = {"query": ("query", "the language of search queries"), "privacy": ("privacy", "what is recorded, what is sent, and what is not"),
          "json": ("json", "machine output of unknot")}
ORDER = ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "PROMPTS", "ENVIRONMENT", "FILES", "CONFIGURATION", "EXIT STATUS", "EXAMPLES", "SEE ALSO", "STANDARDS")


def sections_of(text):
    """The head, and the body of each section in the order of the page."""
    head, *rest = re.split(r"^\.Sh (.+)\n", text, flags=re.MULTILINE)
    return head, dict(zip(rest[::2], rest[1::2]))


def page_text(head, sections):
    return head + "".join(f".Sh {name}\n{body}" for name, body in sorted(sections.items(), key=lambda entry: ORDER.index(entry[0])))


def topic(name, heading=None):
    """A part of a topic of `unknot help` as mdoc: what stands before its first second-level heading, or below the one that is named."""
    text = (HELP / f"{name}.md").read_text(encoding="utf-8")
    text = re.sub(r"\A(<!--.*-->\n)?# .*\n", "", text)
    first, *rest = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return markdown_mdoc.converted(first if heading is None else dict(zip(rest[::2], rest[1::2]))[heading])


def option_items(options):
    rows = []
    for option in options:
        names = " , ".join(("Fl Fl " if name.startswith("--") else "Fl ") + name.lstrip("-") for name in option.names)
        value = "".join(f" Ar {part}" if part != "=" else " Ns = Ns" for part in re.split(r"(=)", option.value) if part)
        rows.append(f".It {names}{value}\n{markdown_mdoc.sentence(option.description)}\n")
    return ".Bl -tag -width Ds\n" + "".join(rows) + ".El\n" if rows else ""


def operand(command):
    name = command.operand.strip("[].").replace("|", " | ")
    if command.operand.startswith("["):
        return f" Op Ar {name}" + (" ..." if command.operand.endswith("...") else "")
    return f" Ar {name} ..." if command.operand.endswith("...") else f" Ar {name}" if name else ""


def synopsis(group):
    lines = []
    for command in group.commands:
        lines += [".Nm unknot", f".Cm {command.name}", ".Op Ar option ..."]
        lines += ["." + operand(command).strip()] if operand(command) else []
    return "\n".join(lines) + "\n"


def options_section(group):
    text = ""
    for command in group.commands:
        if command.options:
            heading = f"Of\n.Ic {command.name} :\n" if len(group.commands) > 1 else ""
            text += heading + option_items(command.options)
    every = "The options of every command are described in\n.Xr unknot 1 .\n"
    return text + (".Pp\n" if text else "") + every


def exit_status(group):
    text = ""
    for command in group.commands:
        items = re.findall(r"(\d+) (.*?)(?=, \d+ |$)", command.exit_status)
        heading = f"Of\n.Ic {command.name} :\n" if len(group.commands) > 1 else ""
        text += heading + ".Bl -tag -width Ds\n" + "".join(f".It {code}\n{markdown_mdoc.sentence(what)}\n" for code, what in items) + ".El\n"
    return text


def commands_section(groups):
    rows = []
    for group in groups:
        for command in group.commands:
            rows.append(f".It Ic {command.name}{operand(command)}\n{markdown_mdoc.paragraph(command.summary)}\n")
        rows.append(f"See\n.Xr unknot-{group.name} 1 .\n")
    return ".Bl -tag -width Ds\n" + "".join(rows) + ".El\n"


def description(group):
    return markdown_mdoc.paragraph(" ".join(command.summary for command in group.commands)) + "\n"


def examples(group):
    return "".join(f".Dl {markdown_mdoc.escaped(command.example)}\n" for command in group.commands)


def title(group):
    summary = group.commands[0].summary.rstrip(".")
    return markdown_mdoc.escaped(summary[:1].lower() + re.split(r"[:;,]", summary[1:])[0])


def environment_sections():
    return {"ENVIRONMENT": topic("environment", "Variables"), "FILES": topic("environment", "Files")}


def command_sections(group):
    """Every section that can be made; NAME, DESCRIPTION and EXAMPLES only for a page that is not there yet."""
    return {"SYNOPSIS": synopsis(group), "OPTIONS": options_section(group), **environment_sections(), "EXIT STATUS": exit_status(group),
            "SEE ALSO": ".Xr unknot 1 ,\n.Xr unknot-json 7\n"}


def new_sections(group):
    made = {"NAME": f".Nm unknot-{group.name}\n.Nd {title(group)}\n", "DESCRIPTION": description(group), "EXAMPLES": examples(group)}
    return {**made, **{name: MARK + "\n" + body for name, body in command_sections(group).items()}}


def refreshed(path, made, fresh, section):
    """The page with its generated sections made anew; a new one from `fresh` where there is none."""
    if not path.exists():
        return page_text(f"{LICENCE}.Dd {DATE}\n.Dt {path.stem.upper()} {section}\n.Os\n", fresh())
    head, sections = sections_of(path.read_text(encoding="utf-8"))
    for name, body in sections.items():
        if body.startswith(MARK) and name in made:
            sections[name] = MARK + "\n" + made[name]
    return page_text(head, sections)


def topic_page(name, what):
    everywhere = {**environment_sections(), "DESCRIPTION": topic(name), "EXIT STATUS": topic("exit-codes")}
    by_hand = {"NAME": f".Nm unknot-{name}\n.Nd {what}\n", "EXAMPLES": ".Dl unknot help " + name + "\n", "SEE ALSO": ".Xr unknot 1\n"}
    return everywhere, lambda: {**by_hand, **{key: MARK + "\n" + body for key, body in everywhere.items()}}


def pages(program):
    """Path -> text of every page that has a generated part."""
    groups, every = usage.commands(program)
    main = {"COMMANDS": commands_section(groups), "OPTIONS": option_items(every), **environment_sections(),
            "CONFIGURATION": topic("environment", "Configuration"), "EXIT STATUS": topic("exit-codes")}
    made = {MAN / "unknot.1": refreshed(MAN / "unknot.1", main, dict, 1)}
    for group in groups:
        path = MAN / f"unknot-{group.name}.1"
        made[path] = refreshed(path, command_sections(group), lambda group=group: new_sections(group), 1)
    for name, what in TOPICS.values():
        path = MAN / f"unknot-{name}.7"
        made[path] = refreshed(path, *topic_page(name, what), 7)
    path = MAN / "unknot-format.5"
    made[path] = refreshed(path, {**environment_sections(), "EXIT STATUS": topic("exit-codes")}, dict, 5)
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--accept", action="store_true", help="rewrite the pages")
    options = parser.parse_args()
    different = [path for path, text in pages(options.program).items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in different:
        print(f"{path.name} {'rewritten' if options.accept else 'differs'}")
    if options.accept:
        for path, text in pages(options.program).items():
            path.write_text(text, encoding="utf-8")
        return 0
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
