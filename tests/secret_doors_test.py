#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets go in by every door of the program; then none of them may be in any byte that it wrote, printed or passed on.

The secrets are made here, by a generator with a fixed seed, so that no two runs differ and no list of ours is tested against itself.
"""
import hashlib
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest

import one_program

TESTS = pathlib.Path(__file__).resolve().parent
WORDS = TESTS.parent / "data" / "bip39"
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
PROGRAM = None


def phrase(source, language, count):
    words = (WORDS / f"{language}.txt").read_text(encoding="utf-8").split()
    entropy = source.randbytes(count * 4 // 3)
    bits = int.from_bytes(entropy + hashlib.sha256(entropy).digest()[:1], "big") >> (8 - count // 3)
    return [words[bits >> (11 * (count - 1 - at)) & 2047] for at in range(count)]


def wif(source):
    payload = b"\x80" + source.randbytes(32) + b"\x01"
    payload += hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number, text = int.from_bytes(payload, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = BASE58[digit] + text
    return text


def card(source):
    digits = [4] + [source.randrange(10) for _ in range(14)]
    doubled = [digit if at % 2 else digit * 2 - 9 * (digit > 4) for at, digit in enumerate(digits)]
    return "".join(map(str, digits)) + str(-sum(doubled) % 10)


def iban(source):
    account = "".join(str(source.randrange(10)) for _ in range(18))
    return f"DE{98 - int(account + '131400') % 97:02}{account}"


def secrets(source):
    """Pairs: what is fed in, and the parts of it that must be nowhere."""
    for language in ("english", "spanish", "japanese", "chinese_simplified"):
        words = phrase(source, language, source.choice((12, 24)))
        yield " ".join(words), [" ".join(words[at:at + 3]) for at in range(0, len(words), 3)]
    words = phrase(source, "english", 12)
    words[5] = words[5][:-1] + "x"
    yield ", ".join(words), [", ".join(words[at:at + 3]) for at in range(0, 12, 3)]
    alone = [wif(source), card(source), iban(source), f"ghp_{source.randbytes(18).hex()}"]
    yield from ((text, [text]) for text in alone)
    password = f"Zq{source.randbytes(5).hex()}!"
    yield f"my password is {password}", [password]
    yield f"https://bob:{password}@example.org/", [password]


class Doors(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="unknot-doors-"))
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copytree(TESTS / "packs" / "good" / "kinds", self.folder / "kinds")
        self.printed = b""

    def run_program(self, *words, given=b""):
        (self.folder / "home").mkdir(exist_ok=True)
        home = one_program.private_environment(self.folder / "home")
        done = subprocess.run([PROGRAM, "--pack", "kinds", *words], input=given, capture_output=True, cwd=self.folder, env=home, check=False)
        self.assertNotIn(done.returncode, (-6, -11, 134, 139), done.stderr)
        self.printed += done.stdout + done.stderr

    def written(self):
        return b"".join(path.read_bytes() for path in (self.folder / "home").rglob("*") if path.is_file())

    def feed(self, secret):
        self.run_program("--json", "run", "trace", "--answer", "paid=no", "--answer", f"order_id={secret}", "--answer", "found=yes")
        self.run_program("--json", "run", "trace", "--fact", f"order_id={secret}")
        self.run_program("--json", "run", "order", "--probe", f"reach=ok,address={secret}", "--answer", f"nowhere={secret}")
        self.run_program("run", "trace", given=f"no\n{secret}\nyes\n".encode())
        self.run_program("run", "--receipt", f"kinds@1.2.0 trace paid=no order_id={secret}")
        self.run_program("--json", "search", secret)
        self.run_program("ask", secret)
        self.run_program("show", secret)
        self.run_program("redact", given=f"say {secret}\n".encode())
        self.run_program("scan", self.named_file(secret))
        for number in ("1", "2", "3", "4"):
            self.run_program("--json", "case", "show", number)
        self.run_program("case", "list")

    def named_file(self, secret):
        folder = self.folder / "files"
        folder.mkdir(exist_ok=True)
        name = secret if len(secret.encode()) < 200 and "/" not in secret else "long"
        (folder / name).write_text(secret + "\n", encoding="utf-8")
        return folder

    def test_no_secret_comes_out(self):
        source = random.Random(5)
        for secret, parts in secrets(source):
            with self.subTest(secret):
                self.setUp()
                self.feed(secret)
                everything = self.printed + self.written()
                self.assertGreater(len(everything), 2000)
                for part in parts:
                    self.assertNotIn(part.encode(), everything)
                    self.assertNotIn(part.encode().hex().encode(), everything)

    def test_the_search_for_them_would_find_them(self):
        self.run_program("--json", "run", "trace", "--answer", "paid=no", "--answer", "order_id=A-12345", "--answer", "found=yes")
        self.assertIn(b"A-12345", self.printed)
        self.assertIn(b"A-12345", self.written())


if __name__ == "__main__":
    PROGRAM = one_program.program()
    unittest.main()
