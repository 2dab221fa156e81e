#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes which functions of the program a search runs: cmake/search_order.txt, by which the linker puts them next to each other.

usage: function_order.py --program build/bench/bin/unknot --map build/bench/bin/unknot.map --queries FILE > cmake/search_order.txt

FILE holds a query a line, its language before it ("de<TAB>Konto gesperrt"); some are for finding at once, some for finding after a
correction. Packs and caches are those of the environment, and an index should be there already: what makes one is not to be listed. Each
query runs under valgrind's callgrind, whose addresses the linker's map tells the pieces of code for.

A line is a function; where several files have one of that name, the file and the function; and for a library that was not compiled function
by function the file alone, behind all others. What all queries run comes first, so that what is rare lies together too; among equals the
names decide, so that the list stays as it is as long as the program does.
"""
import argparse
import bisect
import collections
import os
import re
import subprocess
import sys
import tempfile


def pieces(linker_map):
    """The pieces of code in the program by their addresses: (section, file); and where they end."""
    found, end, section = {}, 0, None
    with open(linker_map, encoding="utf-8") as file:
        for line in file:
            fields = line.split()
            if line.startswith(" .text"):
                section = fields.pop(0)
            elif not line.startswith(" " * 8):
                section = None
            if section and len(fields) == 3 and fields[0].startswith("0x") and fields[1].startswith("0x"):
                address, size = int(fields[0], 16), int(fields[1], 16)
                if address and size:
                    found[address] = (section, re.split(r"[/(]", fields[2].rstrip(")"))[-1])
                    end = max(end, address + size)
    return found, end


def names(code):
    """How the list calls each piece."""
    holders = collections.Counter(section for section, _ in code.values())
    called = {}
    for address, (section, file) in code.items():
        function = section.removeprefix(".text").removeprefix(".")
        called[address] = file if not function else function if holders[section] == 1 else f"{file} {function}"
    return called


def instructions(profile, program, main):
    """Addresses of the program's instructions that ran. callgrind names an object or a function once and then gives its number. Most of a program
    without debug information is to it an object '???', whose addresses it does not count from the object's beginning; `main` tells the difference."""
    names, there, inside, shift, in_main = {}, {program: set(), "???": set()}, None, None, False
    with open(profile, encoding="utf-8") as file:
        for line in file:
            entry = re.match(r"(c?)(ob|fn)=(\(\d+\))(?: (.*))?", line)
            if entry:
                called, kind, number, name = entry.groups()
                name = names.setdefault((kind, number), name)
                if not called:
                    inside = there.get(name) if kind == "ob" else inside
                    in_main = name == "main" if kind == "fn" else in_main
            elif line.startswith("0x") and inside is not None:
                address = int(line.split()[0], 16)
                inside.add(address)
                shift = address - main if in_main and shift is None else shift
    return there[program] | {address - shift for address in there["???"]}


def main():
    arguments = argparse.ArgumentParser(description="which functions of the program a search runs, in the order for the linker")
    for name in ("--program", "--map", "--queries"):
        arguments.add_argument(name, required=True)
    given = arguments.parse_args()
    program = os.path.realpath(given.program)
    code, end = pieces(given.map)
    called, starts, files = names(code), sorted(code), {file for _, file in code.values()}
    symbols = subprocess.run(["nm", program], capture_output=True, text=True, check=True).stdout
    at_main = int(re.search(r"^(\w+) T main$", symbols, re.MULTILINE).group(1), 16)
    runs = collections.Counter()
    with tempfile.TemporaryDirectory() as folder, open(given.queries, encoding="utf-8") as queries:
        profile = os.path.join(folder, "profile")
        for line in queries:
            language, text = line.rstrip("\n").split("\t")
            subprocess.run(["valgrind", "--tool=callgrind", "--dump-instr=yes", "--compress-pos=no", "--demangle=no", f"--callgrind-out-file={profile}", program,
                            "--lang", language, "search", "--json", "--limit", "10", "--", text],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            own = [address for address in instructions(profile, program, at_main) if starts[0] <= address < end]
            runs.update({called[starts[bisect.bisect(starts, address) - 1]] for address in own})
    print("# SPDX-License-Identifier: GPL-3.0-or-later")
    print("# Functions that a search runs, first those that every search does. Made by tests/bench/function_order.py.")
    listed = sorted((name for name in runs if not name.startswith("startup")), key=lambda name: (name in files, -runs[name], name))
    print("\n".join(listed))
    print(f"{len(listed)} functions", file=sys.stderr)


if __name__ == "__main__":
    main()
