#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The prompts, on a pseudo-terminal."""
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

from one_program import private_environment, program
from pseudo_terminal import STYLE, PseudoTerminal

PACKS = pathlib.Path(__file__).resolve().parent / "packs" / "good"
PROGRAM = None


class Prompts(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-pty-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.environment = {**private_environment(self.home), "TERM": "xterm"}

    def start(self, *arguments, pack="mini", columns=80, **environment):
        arguments = [PROGRAM, *arguments]
        return PseudoTerminal(arguments, {**self.environment, "UNKNOT_PACK_PATH": str(PACKS / pack), **environment}, self.home, columns)

    def document(self, *arguments, pack="mini"):
        """What a command prints with --json, on no terminal."""
        environment = {**self.environment, "UNKNOT_PACK_PATH": str(PACKS / pack)}
        done = subprocess.run([PROGRAM, "--json", *arguments], env=environment, cwd=self.home, capture_output=True, text=True, check=False)
        return json.loads(done.stdout)

    def end(self, terminal, status):
        """Passes over the question after an end."""
        terminal.expect("How helpful was this?", "> ")
        terminal.type("")
        self.assertEqual(terminal.status(), status)

    def test_a_walk_by_numbers_to_its_end(self):
        with self.start("run", "lamp") as terminal:
            terminal.expect("Is the plug in the wall?", "1) yes\n", "2) no\n", "3) I don't know\n", "> ")
            terminal.type("3")
            terminal.expect("Put the plug into the wall.", "Did that help?", "1) yes, it is solved\n", "2) no\n", "> ")
            terminal.type("2")
            terminal.expect("What does the bulb look like?", "1) Black inside\n", "2) Clear\n", "> ")
            terminal.type("1")
            terminal.expect("Put in a new bulb.", "unknot show bulbs", "Which bulb fits?", "mini@1.0.0 lamp plugged=unknown plug_it_in=not_solved bulb=black")
            self.end(terminal, 0)

    def test_an_answer_is_a_value_or_the_start_of_a_label(self):
        for typed in ("black", "BLACK", "Black inside", "bla", " 1 "):
            with self.subTest(typed), self.start("run", "lamp", "--answer", "plugged=yes") as terminal:
                terminal.expect("What does the bulb look like?", "> ")
                terminal.type(typed)
                terminal.expect("Put in a new bulb.")
                self.end(terminal, 0)

    def test_what_does_not_fit_is_asked_again(self):
        with self.start("run", "lamp") as terminal:
            for typed in ("4", "0", "perhaps", ""):
                terminal.expect("Is the plug in the wall?", "> ")
                terminal.type(typed)
            terminal.expect("Is the plug in the wall?", "> ")

    def test_back_takes_the_last_answer_back_and_proposes_it(self):
        with self.start("run", "lamp") as terminal:
            terminal.expect("Is the plug in the wall?", "> ")
            terminal.type("b")
            terminal.expect("This is the first question.", "Is the plug in the wall?", "> ")
            terminal.type("yes")
            terminal.expect("What does the bulb look like?", "> ")
            terminal.type("b")
            terminal.expect("Is the plug in the wall?", "[yes]", "> ")
            terminal.type("")
            terminal.expect("What does the bulb look like?", "> ")

    def test_why_search_and_hand_over(self):
        with self.start("run", "lamp") as terminal:
            terminal.expect("> ")
            terminal.type("?")
            terminal.expect("Without power no lamp gives light.", "Is the plug in the wall?", "> ")
            terminal.type("/socket")
            terminal.expect("bulbs", "Is the plug in the wall?", "> ")
            terminal.type("/")
            terminal.expect("Is the plug in the wall?", "> ")
            terminal.type("h")
            terminal.expect("Whose support", "> ")
            terminal.type("")
            terminal.expect("In your own words", "> ")
            terminal.type("")
            terminal.expect("what would leave", "mini@1.0.0 lamp", "> ")
            terminal.type("q")
            terminal.expect("Is the plug in the wall?", "> ")

    def test_an_answer_that_reads_as_a_command_comes_first(self):
        answers = ["--no-probes", "--answer", "who=post", "--answer", "total=1", "--answer", "ordered=unknown"]
        with self.start("run", "order", *answers, pack="kinds") as terminal:
            terminal.expect("> ")
            terminal.type("")
            terminal.expect("What is the order number?", "> ")
            terminal.type("\\b")
            terminal.expect("When did you order?", "> ")

    def test_leaving_saves_the_case(self):
        for typed in ("s", "q", "\\q"):
            with self.subTest(typed):
                with self.start("run", "lamp") as terminal:
                    terminal.expect("> ")
                    terminal.type("no")
                    terminal.expect("Did that help?", "> ")
                    terminal.type(typed)
                    terminal.expect("unknot case resume ")
                    self.assertEqual(terminal.status(), 3)
                last = self.document("case", "list")["cases"][0]
                self.assertEqual((last["state"], last["answers"]), ("open", 1))

    def test_the_end_of_input_leaves(self):
        with self.start("run", "lamp") as terminal:
            terminal.expect("> ")
            terminal.press(b"\x04")
            terminal.expect("unknot case resume 1")
            self.assertEqual(terminal.status(), 3)

    def test_interrupting_saves_the_case(self):
        with self.start("run", "lamp") as terminal:
            terminal.expect("> ")
            terminal.type("no")
            terminal.expect("Did that help?", "> ")
            terminal.press(b"\x03")
            self.assertEqual(terminal.status(), 130)
        self.assertEqual(self.document("case", "list")["cases"][0]["answers"], 1)

    def test_killed_after_an_answer_nothing_is_lost(self):
        with self.start("run", "lamp") as terminal:
            terminal.expect("> ")
            terminal.type("no")
            terminal.expect("Did that help?", "> ")
            terminal.kill(signal.SIGKILL)
            self.assertEqual(terminal.status(), -signal.SIGKILL)
        with self.start("case", "resume", "1") as terminal:
            printed = terminal.expect("Did that help?", "> ")
            self.assertNotIn("1) yes\n", printed)
            terminal.type("1")
            terminal.expect("The lamp gives light.")
            self.end(terminal, 0)

    def test_several_answers_and_typed_ones(self):
        with self.start("run", "order", "--no-probes", pack="kinds") as terminal:
            terminal.expect("two minutes", "> ")
            terminal.type("")
            terminal.expect("Who brings it?", "> ")
            terminal.type("2")
            terminal.expect("What have you seen?", "3) None of these", "4) I don't know", "> ")
            terminal.type("1,3")
            terminal.expect("What have you seen?", "> ")
            terminal.type("1 2")
            terminal.expect("What did it cost?", "60.5 EUR", "> ")
            terminal.type("a lot")
            terminal.expect("Please write a number and a currency.", "> ")
            terminal.type("60.5 EUR")
            terminal.expect("When did you order?", "> ")
            terminal.type("tomorrow")
            terminal.expect("When did you order?", "> ")
            terminal.type("unknown")
            terminal.expect("What is the order number?", "> ")
            terminal.type("A-1234")
            terminal.expect("Does the page of the shop open?", "> ")
            terminal.type("1")
            terminal.expect("Fetch it at the post office", "> ")

    def test_the_interface_in_german_and_chinese(self):
        for language, question, choice, unknown in (("de", "Wer bringt sie?", "2) Ein Kurier", "4) Weiß ich nicht"), ("zh", "由谁派送？", "2) 快递", "4) 不知道")):
            with self.subTest(language), self.start("--lang", language, "run", "order", pack="kinds", LC_ALL="C") as terminal:
                terminal.expect("> ")
                terminal.type("")
                terminal.expect(question, choice, unknown, "> ")

    def test_full_width_digits_are_numbers(self):
        with self.start("--lang", "zh", "run", "order", pack="kinds") as terminal:
            terminal.expect("> ")
            terminal.type("")
            terminal.expect("由谁派送？", "> ")
            terminal.type("３")
            terminal.expect("向商店询问", "> ")
            terminal.type("")
            self.assertEqual(terminal.status(), 1)

    def test_styles_only_where_they_are_wanted(self):
        for environment, styled in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)):
            with self.subTest(environment), self.start("run", "order", pack="kinds", **environment) as terminal:
                printed = terminal.expect("minutes", "> ")
                self.assertEqual(bool(STYLE.search(printed)), styled, printed)
                self.assertNotIn("\x1b", STYLE.sub("", printed))

    def test_lines_are_wrapped_to_the_terminal(self):
        with self.start("run", "order", pack="kinds", columns=30) as terminal:
            printed = terminal.expect("minutes", "> ")
            self.assertLessEqual(max(len(STYLE.sub("", line)) for line in printed.split("\n")), 30)

    def test_messages_are_broken_between_words(self):
        with self.start("case", "show", columns=30) as terminal:
            terminal.expect("unknot: error: expected NUMBER\nafter 'case show', found\nnothing\n", "unknot: hint: unknot case show 12\n")
        with self.start("case", "show", "12", columns=30) as terminal:
            terminal.expect("unknot: error: no case 12\n", "unknot: hint: 'unknot case\nlist' shows all\n")

    def test_asking_offers_to_start(self):
        with self.start("ask", "my", "lamp", "stays", "dark") as terminal:
            terminal.expect("The lamp stays dark", "> ")
            terminal.type("1")
            terminal.expect("Is the plug in the wall?", "> ")

    def test_without_a_command_it_asks_what_is_wrong(self):
        with self.start(columns=60) as terminal:
            printed = terminal.expect("What is wrong?", "Never type a recovery phrase", "> ")
            self.assertLessEqual(max(len(STYLE.sub("", line)) for line in printed.split("\n")), 60)
            terminal.type("my lamp stays dark")
            terminal.expect("The lamp stays dark", "> ")

    def test_deleting_asks_before(self):
        self.document("run", "lamp", "--answer", "plugged=no")
        with self.start("case", "delete", "1") as terminal:
            terminal.expect("Delete case 1 for good?")
            terminal.type("no")
            self.assertEqual(terminal.status(), 3)
        with self.start("case", "delete", "1") as terminal:
            terminal.expect("Delete case 1 for good?")
            terminal.type("yes")
            self.assertEqual(terminal.status(), 0)
        self.assertEqual(self.document("case", "list")["cases"], [])


if __name__ == "__main__":
    PROGRAM = program()
    unittest.main()
