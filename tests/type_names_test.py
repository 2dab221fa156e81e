#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No two types of the program have one name: the linker would take the inline functions of either for both, and no compiler says so."""
import argparse
import collections
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
TYPE = re.compile(r"^(?:struct|class|enum class|union) (\w+)(?: final)?(?: : [^;{]*)?\s*\{", re.MULTILINE)
UNNAMED = re.compile(r"^namespace \{\n.*?^\} // namespace\n", re.MULTILINE | re.DOTALL)


def types_in(text):
    """Those of namespace scope: what is indented belongs to another type, what is in an unnamed namespace to its file."""
    return set(TYPE.findall(UNNAMED.sub("", text)))


class TypeNames(unittest.TestCase):
    def test_what_counts(self):
        text = "struct A {\n    struct Inner {\n};\nnamespace {\n\nclass Hidden {\n};\n\n} // namespace\nenum class B : int { x };\nstruct Declared;\n"
        self.assertEqual(types_in(text), {"A", "B"})

    def test_each_name_is_one_type(self):
        places = collections.defaultdict(list)
        for room in ("include", "src", "cli", "probe"):
            for path in sorted((ROOT / room).rglob("*.[ch]pp")):
                for name in types_in(path.read_text(encoding="utf-8")):
                    places[name].append(str(path.relative_to(ROOT)))
        self.assertGreater(len(places), 200)
        self.assertEqual({name: files for name, files in places.items() if len(files) > 1}, {})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", help="not used: only sources are read")
    unittest.main(argv=[sys.argv[0], *parser.parse_known_args()[1]])
