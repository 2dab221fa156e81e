#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every #include and fails on an arrow or a foreign header that the tables in CONTRIBUTING.md do not allow; sizes and licence lines besides."""
import argparse
import fnmatch
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONGEST = 400
PROGRAMS = ("cli", "probe")
FORBIDDEN_NAMES = {"util", "utils", "common", "helper", "helpers", "core", "misc", "manager"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)
ALL_OF_THE_LIBRARY = "and all of the library"


def tables(text):
    """The rows of each Markdown table, without heads."""
    blocks = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [[[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()[2:]] for block in blocks]


class Rules:
    """The two tables: rooms with their modules and arrows, and the fences."""

    def __init__(self, text):
        rooms, fences = tables(text)
        self.modules = {room: modules.split() for room, modules, _ in rooms}
        self.arrows = {room: {room, *self.targets(allowed)} for room, _, allowed in rooms}
        self.fences = [(re.findall(r"`([^`]+)`", headers), fence.split()) for _, headers, fence in fences]

    def targets(self, allowed):
        library = [room for room in self.modules if "/" not in room]
        return allowed.replace(ALL_OF_THE_LIBRARY, " ".join(library)).replace(",", " ").split()

    def room_of(self, module):
        found = [room for room, modules in self.modules.items() if any(fnmatch.fnmatch(module, pattern) for pattern in modules)]
        return found[0] if found else None

    def fence_of(self, header):
        found = [fence for headers, fence in self.fences if any(fnmatch.fnmatch(header, pattern) for pattern in headers)]
        return found[0] if found else None


def module_of(path):
    """`include/unknot/tree.hpp` and `src/tree/x.cpp` are of the module `tree`, `cli/x.cpp` of `cli/x`, and so in probe/."""
    parts = path.parts
    name = pathlib.PurePath({"include": parts[2:], "src": parts[1:], "cli": parts[1:], "probe": parts[1:]}[parts[0]][0]).stem
    return f"{parts[0]}/{name}" if parts[0] in PROGRAMS else name


def module_included(path, header):
    if header.startswith("unknot/"):
        return pathlib.PurePath(header).stem
    return module_of(pathlib.PurePath(path.parts[0], header))


def source_of_arrows(path, text):
    """Whose detours the includes of a file could make. A file that implements a header of its own name stands for that header, whatever folder it is in;
    in cli/ and probe/, where files are not grouped in folders, only headers count."""
    if path.parts[0] in PROGRAMS and path.suffix == ".cpp":
        return str(path)
    return path.stem if f'#include "unknot/{path.stem}.hpp"' in text else module_of(path)


def faults_of(path, text, rules, arrows):
    """What is wrong with the includes of one file; its arrows are added to `arrows`."""
    module = module_of(path)
    room = rules.room_of(module)
    if room is None:
        return [f"{path}: the module '{module}' is in no room"]
    faults = []
    for kind, header in INCLUDE.findall(text):
        if kind == '"':
            target = module_included(path, header)
            arrows.setdefault(source_of_arrows(path, text), set()).add(target)
            if rules.room_of(target) not in rules.arrows[room]:
                faults.append(f"{path}: '{room}' may not include '{header}' of '{rules.room_of(target)}'")
        elif "/" in header or header.endswith(".h"):
            faults += foreign_faults(path, module, header, rules)
    return faults


def foreign_faults(path, module, header, rules):
    fence = rules.fence_of(header)
    if fence is None:
        return [f"{path}: '{header}' belongs to no library of the table"]
    if fence[0] == "every":
        return [] if path.suffix == ".cpp" else [f"{path}: '{header}' in a header"]
    return [] if any(fnmatch.fnmatch(module, allowed) for allowed in fence) else [f"{path}: '{header}' is named outside its fence, {' '.join(fence)}"]


def detour(arrows):
    """A list of modules that leads back to its first, or None."""
    done = set()

    def follow(module, way):
        if module in way:
            return way[way.index(module):] + [module]
        if module in done:
            return None
        for target in sorted(arrows.get(module, ())):
            found = None if target == module else follow(target, way + [module])
            if found:
                return found
        done.add(module)
        return None

    return next((found for found in (follow(module, []) for module in sorted(arrows)) if found), None)


def files_in(*folders, suffixes):
    return [path.relative_to(ROOT) for folder in folders for path in sorted((ROOT / folder).rglob("*")) if path.suffix in suffixes]


class Sources(unittest.TestCase):
    def setUp(self):
        self.maxDiff = None
        self.rules = Rules((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))

    def test_every_arrow_is_allowed(self):
        arrows, faults, files = {}, [], files_in("include", "src", *PROGRAMS, suffixes={".hpp", ".cpp"})
        for path in files:
            faults += faults_of(path, (ROOT / path).read_text(encoding="utf-8"), self.rules, arrows)
        self.assertGreater(len(files), 50)
        self.assertEqual(faults, [])
        self.assertIsNone(detour(arrows))

    def test_sizes_and_names(self):
        files = files_in("include", "src", *PROGRAMS, "tests", suffixes={".hpp", ".cpp", ".py"})
        self.assertEqual([str(path) for path in files if len((ROOT / path).read_text(encoding="utf-8").splitlines()) > LONGEST], [])
        self.assertEqual([str(path) for path in files if path.stem in FORBIDDEN_NAMES], [])

    def test_every_file_opens_with_its_licence(self):
        files = files_in("include", "src", *PROGRAMS, "tests", "cmake", suffixes={".hpp", ".cpp", ".py", ".cmake"})
        opening = {path: "".join((ROOT / path).read_text(encoding="utf-8").splitlines(True)[:2]) for path in files}
        self.assertEqual([str(path) for path, lines in opening.items() if "SPDX-License-Identifier: " not in lines], [])


class TheTestItself(unittest.TestCase):
    """It must be able to fail."""

    def faults(self, path, text):
        return faults_of(pathlib.PurePath(path), text, Rules((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")), {})

    def test_allowed(self):
        for path, text in (("src/walk/walk.cpp", '#include "unknot/walk.hpp"\n#include "walk/ledger.hpp"\n#include <fmt/format.h>\n#include <vector>\n'),
                           ("src/hash.cpp", "#include <sodium.h>\n"), ("cli/command_run.cpp", '#include "commands.hpp"\n#include "unknot/walk.hpp"\n')):
            self.assertEqual(self.faults(path, text), [], path)

    def test_refused(self):
        for path, text in (("src/tree.cpp", '#include "unknot/pack.hpp"\n'), ("src/walk/walk.cpp", "#include <sqlite3.h>\n"), ("src/x_unheard_of.cpp", ""),
                           ("include/unknot/tree.hpp", "#include <fmt/format.h>\n"), ("cli/options.cpp", '#include "commands.hpp"\n'),
                           ("src/tree.cpp", "#include <boost/any.hpp>\n"), ("src/walk/walk.cpp", '#  include "unknot/case_store.hpp"\n')):
            self.assertEqual(len(self.faults(path, text)), 1, (path, text))

    def test_detours(self):
        self.assertEqual(detour({"a": {"b"}, "b": {"c", "b"}, "c": {"a"}}), ["a", "b", "c", "a"])
        self.assertIsNone(detour({"a": {"b", "c"}, "b": {"c"}}))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", help="not used: only sources are read")
    unittest.main(argv=[sys.argv[0], *parser.parse_known_args()[1]])
