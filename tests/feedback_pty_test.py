#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback by prompts, on a pseudo-terminal: the question after an end, and what a command left out."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import one_program
from pseudo_terminal import PseudoTerminal

PACK = pathlib.Path(__file__).resolve().parent / "packs" / "good" / "mini"
PROGRAM = None
TO_THE_END = ("run", "lamp", "--answer", "plugged=yes", "--answer", "bulb=black")
QUESTION = "How helpful was this?"


class Feedback(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-feedback-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.environment = {**one_program.private_environment(self.home), "TERM": "xterm", "UNKNOT_PACK_PATH": str(PACK)}

    def start(self, *arguments):
        return PseudoTerminal([PROGRAM, *arguments], self.environment, self.home)

    def feedback(self):
        """All of it, the newest first."""
        done = subprocess.run([PROGRAM, "--json", "feedback", "list"], env=self.environment, cwd=self.home, capture_output=True, text=True, check=False)
        return json.loads(done.stdout)["feedback"]

    def test_an_end_is_rated_by_one_number(self):
        with self.start(*TO_THE_END) as terminal:
            terminal.expect("This was case 1.", QUESTION, "> ")
            terminal.type("4")
            terminal.expect("unknot feedback revise 1")
            self.assertEqual(terminal.status(), 0)
        given = self.feedback()
        self.assertEqual([(one["target"], one["tree"], one["end"], one["outcome"], one["stars"]) for one in given],
                         [("case:1", "lamp", "new_bulb", "workaround", 4)])

    def test_whatever_is_no_number_of_stars_is_no_feedback(self):
        for typed in ("", "0", "6", "very", "4 stars"):
            with self.subTest(typed), self.start(*TO_THE_END) as terminal:
                terminal.expect(QUESTION, "> ")
                terminal.type(typed)
                self.assertEqual(terminal.status(), 0)
        with self.start(*TO_THE_END) as terminal:
            terminal.expect(QUESTION, "> ")
            terminal.press(b"\x04")
            self.assertEqual(terminal.status(), 0)
        self.assertEqual(self.feedback(), [])

    def test_the_same_case_is_asked_about_once(self):
        with self.start(*TO_THE_END) as terminal:
            terminal.expect(QUESTION, "> ")
            terminal.type("2")
            self.assertEqual(terminal.status(), 0)
        with self.start("run", "--case", "1", "--answer", "bulb=black") as terminal:
            self.assertEqual(terminal.status(), 0)
            self.assertNotIn(QUESTION, terminal.printed)

    def test_nobody_is_asked_where_nothing_is_recorded_or_input_is_refused(self):
        for option in ("--no-record", "--no-input", "--json"):
            with self.subTest(option), self.start(*TO_THE_END, option) as terminal:
                self.assertEqual(terminal.status(), 0)
                self.assertNotIn(QUESTION, terminal.printed)
        done = subprocess.run([PROGRAM, *TO_THE_END], env=self.environment, cwd=self.home, input="5\n", capture_output=True, text=True, check=False)
        self.assertNotIn(QUESTION, done.stdout)
        self.assertEqual(self.feedback(), [])

    def test_interrupting_the_question_leaves_the_case_as_it_is(self):
        with self.start(*TO_THE_END) as terminal:
            terminal.expect(QUESTION, "> ")
            terminal.press(b"\x03")
            self.assertEqual(terminal.status(), 130)
        self.assertEqual(self.feedback(), [])

    def test_giving_asks_for_what_is_missing(self):
        with self.start("feedback", "give", "tree:lamp") as terminal:
            for typed in ("9", "good"):
                terminal.expect("How helpful was it?", "> ")
                terminal.type(typed)
                terminal.expect("Expected: a number from 1 to 5")
            terminal.expect("> ")
            terminal.type("2")
            terminal.expect("Why?", "2) I did not understand it", "9) something else", "> ")
            terminal.type("77")
            terminal.expect("1-9", "> ")
            terminal.type("outdated")
            terminal.expect("In your own words", "> ")
            terminal.type("my card is 4111 1111 1111 1111")
            terminal.expect("tree:lamp", "2 of 5, it is out of date", "my card is [card-1]")
            self.assertEqual(terminal.status(), 0)
        self.assertEqual([(one["stars"], one["reason"], one["text"]) for one in self.feedback()], [(2, "outdated", "my card is [card-1]")])

    def test_nobody_can_be_written_to_by_an_export(self):
        with self.start("--no-input", "feedback", "give", "tree:lamp", "--stars", "1", "--text", "ask max@example.org") as terminal:
            terminal.expect("ask max@example.org")
        for form in ("jsonl", "csv"):
            with self.start("feedback", "export", "--format", form) as terminal:
                terminal.expect("ask [email-1]")

    def test_leaving_before_the_stars_gives_nothing(self):
        with self.start("feedback", "give", "tree:lamp") as terminal:
            terminal.expect("How helpful was it?", "> ")
            terminal.type("")
            self.assertEqual(terminal.status(), 3)
        self.assertEqual(self.feedback(), [])

    def test_revising_asks_for_the_new_rating(self):
        with self.start("--no-input", "feedback", "give", "tree:lamp", "--stars", "1", "--text", "dark") as terminal:
            self.assertEqual(terminal.status(), 0)
        with self.start("feedback", "revise", "1") as terminal:
            terminal.expect("1 of 5", "dark", "How helpful was it?", "> ")
            terminal.type("5")
            terminal.expect("Why?", "> ")
            terminal.type("1")
            terminal.expect("In your own words", "> ")
            terminal.type("")
            terminal.expect("Why do you change it?", "> ")
            terminal.type("it was put right")
            terminal.expect("5 of 5, it solved my problem", "revised 1 time")
            self.assertEqual(terminal.status(), 0)
        self.assertEqual([(rating["stars"], rating["because"]) for rating in self.feedback()[0]["ratings"]], [(1, None), (5, "it was put right")])


if __name__ == "__main__":
    PROGRAM = one_program.program()
    unittest.main()
