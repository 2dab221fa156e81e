#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The terminal picture of the README, drawn from a walk that really happens; with --accept it is drawn anew, otherwise it must be true."""
import argparse
import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from pseudo_terminal import PseudoTerminal

ROOT = pathlib.Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "walk.svg"
COMMAND = "unknot ask my card was declined although there is money on it"
TYPED = ["1", "1", "4", "1"]     # the tree, a card payment, the card's details, "yes, it is solved"
COLUMNS, SIZE, LEADING, MARGIN = 80, 14, 19, 16
ADVANCE = SIZE * 0.6             # of a character in every monospaced font that is named below
SGR = re.compile(r"\x1b\[([0-9;]*)m")
STYLE = """text { font: %dpx ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #d8dee9; white-space: pre }
.strong { font-weight: bold; fill: #eceff4 } .faint { fill: #8a93a3 } .typed { fill: #a3be8c; font-weight: bold }""" % SIZE


def walk(program):
    """What the terminal showed, from the command to the end of the walk."""
    with tempfile.TemporaryDirectory(prefix="unknot-picture-") as home:
        environment = {"PATH": os.environ["PATH"], "HOME": home, "TERM": "xterm", "TZ": "UTC", "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0",
                       "XDG_DATA_DIRS": home, "XDG_CONFIG_DIRS": home, "UNKNOT_PACK_PATH": str(ROOT / "knowledge")}
        subprocess.run([program, "--quiet", "index", "update"], env=environment, check=True)   # its progress is no part of a walk
        with PseudoTerminal([program, *COMMAND.split()[1:]], environment, home, COLUMNS) as terminal:
            shown = "".join(answered(terminal, line) for line in TYPED)
            shown += terminal.expect("Its receipt:", "\n", "\n")
            terminal.kill()
            terminal.close()
            terminal.pid = None
        return shown


def answered(terminal, line):
    shown = terminal.expect("> ")
    while not terminal.printed.endswith("> "):   # a "> " within a text is no prompt
        shown += terminal.expect("> ")
    terminal.type(line)
    return shown + terminal.expect("\n")


def spans(line):
    """(class, text) of a line with styles."""
    parts, style, at = [], "", 0
    for code in SGR.finditer(line):
        parts.append((style, line[at:code.start()]))
        style = {"1": "strong", "2": "faint"}.get(code[1], "")
        at = code.end()
    parts.append((style, line[at:]))
    return [(style, text) for style, text in parts if text]


def drawn_line(number, line):
    prompt = re.match(r"(.*> )(\S+)$", SGR.sub("", line))
    parts = [("", prompt[1]), ("typed", prompt[2])] if prompt else spans(line)
    inside = "".join(f'<tspan class="{style}">{html.escape(text)}</tspan>' if style else html.escape(text) for style, text in parts)
    return f'<text x="{MARGIN}" y="{MARGIN + (number + 1) * LEADING - 5}">{inside}</text>\n' if inside else ""


def picture(shown):
    lines = [f"$ {COMMAND}", *(line.rstrip() for line in shown.rstrip("\n").split("\n"))]
    widest = max(COLUMNS, *(len(SGR.sub("", line)) for line in lines))   # ids and receipts are not wrapped
    width, height = round(widest * ADVANCE) + 2 * MARGIN, len(lines) * LEADING + 2 * MARGIN
    text = "".join(drawn_line(number, line) for number, line in enumerate(lines))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">\n'
            f"<title>A walk in a terminal: {html.escape(COMMAND)}</title>\n<style>{STYLE}</style>\n"
            f'<rect width="{width}" height="{height}" rx="8" fill="#2e3440"/>\n{text}</svg>\n')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--accept", action="store_true")
    options = parser.parse_args()
    made = picture(walk(os.path.abspath(options.program)))
    if options.accept:
        PICTURE.write_text(made, encoding="utf-8")
        return 0
    if PICTURE.read_text(encoding="utf-8") == made:
        return 0
    folder = tempfile.mkdtemp(prefix="unknot-picture-")
    (pathlib.Path(folder) / "walk.svg").write_text(made, encoding="utf-8")
    print(f"docs/walk.svg shows another walk than the program: look at {folder}/walk.svg, then: tests/picture.py --accept --program {options.program}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
