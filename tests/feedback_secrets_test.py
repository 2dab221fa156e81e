#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A secret that is typed into any field of feedback is in no byte on the disk and in none that is printed."""
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest

import one_program
from pseudo_terminal import PseudoTerminal

PACK = pathlib.Path(__file__).resolve().parent / "packs" / "good" / "mini"
PROGRAM = None
ROUNDS = 12

# Public vectors. Of each what would be enough to be a leak.
SECRETS = {
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about": "abandon abandon",
    "legal winner thank year wave sausage worth useful legal winner thank yellow": "winner thank",
    "letter advice cage absurd amount doctor acoustic avoid letter advice cage above": "doctor acoustic",
    "4111 1111 1111 1111": "4111",
    "5555555555554444": "555555555555",
    "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ": "GU8rMjxEXx",
    "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi": "F7HEK3wJUD",
    "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\n-----END OPENSSH PRIVATE KEY-----": "b3BlbnNzaC1rZXk",
}
FRAMES = ("{}", "my words are {} thanks", "({})", "ich habe {} eingegeben", "我输入了 {} 之后", "=cmd|{}", "a\n{}\nb")


class Secrets(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-secrets-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.environment = {**one_program.private_environment(self.home), "TERM": "xterm", "UNKNOT_PACK_PATH": str(PACK)}
        self.printed = b""

    def run_program(self, *arguments, given=""):
        done = subprocess.run([PROGRAM, *arguments], env=self.environment, cwd=self.home, input=given.encode(), capture_output=True, check=False)
        self.assertIn(done.returncode, (0, 1, 2), done.stderr)
        self.printed += done.stdout + done.stderr
        return done

    def everything(self):
        """What was printed, and every byte and name in the home."""
        files = [path for path in self.home.rglob("*") if path.is_file()]
        self.assertTrue(any(path.name == "records.db" for path in files))
        return self.printed + b"".join(path.read_bytes() + os.fsencode(path) for path in files)

    def test_no_field_lets_a_secret_through(self):
        dice = random.Random(20261121)
        saved = 0
        for number in range(1, ROUNDS + 1):
            for door in range(8):
                secret = dice.choice(list(SECRETS))
                text = dice.choice(FRAMES).format(secret)
                saved += self.give(door, number, text)
        self.assertGreaterEqual(saved, 3 * ROUNDS)
        for output in (("list",), ("list", "--json"), ("export",), ("export", "--format", "csv"), ("report",), ("report", "--json"),
                       ("report", "--html", str(self.home / "page.html"))):
            self.run_program("feedback", *output)
        self.run_program("--json", "stats")
        everything = self.everything()
        self.assertIn(b"[phrase-1]", everything)
        for leak in SECRETS.values():
            self.assertEqual(everything.count(leak.encode()), 0, leak)

    def give(self, door, number, text):
        """One way for a text to get in. 1 where something was saved."""
        doors = [
            lambda: self.run_program("feedback", "give", "tree:lamp", "--stars", "3", "--text", text),
            lambda: self.run_program("feedback", "give", "tree:lamp", "--stars", "3", "--text", "-", given=text),
            lambda: self.run_program("--json", "feedback", "give", "article:bulbs", "--stars", "2", "--text", text),
            lambda: self.run_program("feedback", "revise", str(number), "--stars", "4", "--because", text, "--text", text),
            lambda: self.run_program("feedback", "give", text, "--stars", "3"),
            lambda: self.run_program("feedback", "give", "tree:lamp", "--stars", text),
            lambda: self.run_program("--json", "feedback", "give", "tree:lamp", "--stars", "3", "--reason", text),
            lambda: self.run_program("search", text),
        ]
        return 1 if doors[door]().returncode == 0 and door < 4 else 0

    def test_prompts_let_no_secret_through(self):
        for secret, leak in SECRETS.items():
            if "\n" in secret:
                continue   # a prompt takes a line
            with self.subTest(leak), PseudoTerminal([PROGRAM, "feedback", "give", "tree:lamp"], self.environment, self.home) as terminal:
                for answer in ("2", "1", f"it was {secret}"):
                    terminal.expect("> ")
                    terminal.type(answer)
                terminal.expect("it was ", "it was ")   # what is typed is echoed by the terminal; behind it is what was printed
                printed = terminal.seen
                self.assertEqual(terminal.status(), 0)
                self.assertNotIn(leak, terminal.printed[printed:])
        everything = self.everything()
        self.assertEqual([leak for leak in SECRETS.values() if leak.encode() in everything], [])


if __name__ == "__main__":
    PROGRAM = one_program.program()
    unittest.main()
