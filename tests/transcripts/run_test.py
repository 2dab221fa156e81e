#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The runner of transcripts must be able to fail: each kind of difference, and what --accept makes of it."""
import argparse
import contextlib
import io
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import run  # noqa: E402

PROGRAM = r'''#!/bin/sh
case $1 in
    say) shift; printf "$@" ;;
    complain) echo "unknot: error: $2" >&2; exit 2 ;;
    count) wc -l | tr -d ' ' ;;
    file) cat "$2" ;;
esac
'''


class Runner(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="unknot-runner-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.program = self.folder / "unknot"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)
        self.file = self.folder / "some.txt"

    def result(self, text, accept=False):
        """Whether the transcript passes, and what is said about it."""
        self.file.write_text(text)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            good = run.check(self.file, self.program, accept)
        kept = re.search(r"its folder is kept: (.*)", said.getvalue())
        if kept:
            shutil.rmtree(kept[1])
        return good, said.getvalue()

    def test_what_passes(self):
        for text in ("$ unknot say 'one\\ntwo\\n'\none\ntwo\n",
                     "# why\n\n$ unknot complain 'no such'\n! unknot: error: no such\n? 2\n\n# the next\n$ unknot say 'x\\n'\nx\n",
                     "$ unknot count\n< one\n< two\n2\n",
                     "$ unknot count\n0\n",
                     "$ unknot say '\\n# head\\n\\n'\n|\n| # head\n|\n",
                     "$ unknot say open\nopen\n\\\n",
                     "$ unknot file a/b.txt\nline\n-- a/b.txt --\nline\n",
                     "mask: time\n\n$ unknot say 'at 2026-11-21T10:11:12Z\\n'\nat <time>\n",
                     "$ unknot say '\\033[1m\\n'\n\\x1b[1m\n",
                     '$ unknot say \'{"schema": "unknot.error/1", "message": "m", "place": null, "hint": null}\\n\'\n'
                     '{"schema": "unknot.error/1", "message": "m", "place": null, "hint": null}\n'):
            with self.subTest(text):
                self.assertEqual(self.result(text), (True, ""))

    def test_what_fails(self):
        for text, said in (("$ unknot say 'one\\n'\ntwo\n", "-two\n+one\n"),
                           ("$ unknot say 'one\\n'\n", "+one\n"),
                           ("$ unknot say one\none\n", "+\\\n"),
                           ("$ unknot complain x\n! unknot: error: x\n", "+? 2\n"),
                           ("$ unknot complain x\n? 2\n", "+! unknot: error: x\n"),
                           ("$ unknot say 'at 2026-11-21T10:11:12Z\\n'\nat <time>\n", "+at 2026-11-21T10:11:12Z\n"),
                           ('$ unknot say \'{"schema": "unknot.error/1"}\\n\'\n{"schema": "unknot.error/1"}\n', "'message' is a required property"),
                           ('$ unknot say \'{"schema": "unknot.nothing/1"}\\n\'\n{"schema": "unknot.nothing/1"}\n', "has no file")):
            with self.subTest(text):
                good, output = self.result(text)
                self.assertFalse(good)
                self.assertIn(said, output)

    def test_what_is_malformed(self):
        for text in ("", "plain\n", "$ true\n# comment\nplain\n", "mask: moods\n$ true\n"):
            with self.subTest(text), self.assertRaises(run.Malformed):
                self.result(text)

    def test_accepting(self):
        old = "use: \n# why\n$ unknot say '\\n! x\\n'\nold\n? 3\n\n# then\n$ unknot complain y\n\n-- a.txt --\nkept\n"
        new = "use: \n# why\n$ unknot say '\\n! x\\n'\n|\n| ! x\n\n# then\n$ unknot complain y\n! unknot: error: y\n? 2\n\n-- a.txt --\nkept\n"
        self.assertTrue(self.result(old, accept=True)[0])
        self.assertEqual(self.file.read_text(), new)
        self.assertEqual(self.result(new), (True, ""))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", help="not used: the runner is tried on a script")
    unittest.main(argv=[sys.argv[0], *parser.parse_known_args()[1]])
