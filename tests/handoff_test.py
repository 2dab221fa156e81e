#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Handing a walk to a human: drafts as a mail parser reads them, addresses, what is shown before it leaves, and what is kept."""
import email
import email.policy
import json
import pathlib
import shutil
import stat
import subprocess
import tempfile
import unittest
import urllib.parse

import json_schemas
import one_program
import probe_packs
from pseudo_terminal import PseudoTerminal

PACKS = pathlib.Path(__file__).resolve().parent / "packs" / "good"
PROGRAM = None
PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"
PROVIDER = """unknot: 1
provider: acme
name: {en: Acme, de: Akme, zh: 埃克米}
kind: vendor
official: {domains: [acme.example]}
channels:
  - id: mail
    type: email
    to: help@acme.example
    requires: [order_id]
    subject: {en: 'Order {order_id}', de: 'Rückfrage zur Bestellung {order_id}, die größer ist als erwartet und sehr lange dauert', zh: '订单 {order_id} 的问题'}
  - {id: page, type: form, to: 'https://acme.example/help?order={order_id}&text={body}'}
  - {id: english, type: email, to: 'english@acme.example', languages: [en]}
reviewed: 2026-11-21
sources: ['https://acme.example']
"""


class HandOff(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-handoff-"))
        self.addCleanup(shutil.rmtree, self.home)
        shutil.copytree(PACKS / "kinds", self.home / "kinds")
        (self.home / "kinds/providers/acme.yaml").write_text(PROVIDER, encoding="utf-8")
        tools = self.home / "bin"
        tools.mkdir()
        opener = tools / "xdg-open"
        opener.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{self.home}/opened"\n', encoding="utf-8")
        opener.chmod(0o755)
        self.environment = {**one_program.private_environment(self.home), "TERM": "xterm", "UNKNOT_PACK_PATH": str(self.home / "kinds"),
                            "PATH": f"{tools}:/usr/bin:/bin"}
        self.state = self.home / ".local/state/unknot"

    def run_program(self, *arguments, status=0, text=""):
        done = subprocess.run([PROGRAM, *arguments], env=self.environment, cwd=self.home, capture_output=True, input=text.encode(), check=False)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stdout.decode()

    def walk(self, *arguments):
        """A case that ends where the shop must be asked, without an order number."""
        self.run_program("--no-input", "run", "order", "--answer", "who=myself", *arguments, status=1)

    def draft(self, *arguments):
        return email.message_from_string(self.run_program(*arguments, "--to", "eml"), policy=email.policy.default)

    def written(self):
        return b"".join(path.read_bytes() for path in self.state.rglob("*") if path.is_file())

    def test_a_draft_is_read_by_a_mail_parser_in_every_language(self):
        self.walk()
        words = {"en": ("Order A-1234", "in my own words"), "de": ("Rückfrage zur Bestellung A-1234, die größer ist als erwartet und sehr lange dauert", "mit eigenen Worten"),
                 "zh": ("订单 A-1234 的问题", "用我自己的话")}
        for language, (subject, heading) in words.items():
            with self.subTest(language):
                message = self.draft("--lang", language, "handoff", "1", "--fact", "order_id=A-1234", "--problem", "Größe 助记词")
                self.assertEqual(message["To"], "help@acme.example")
                self.assertEqual(message["Subject"], subject)
                self.assertEqual(message["X-Unsent"], "1")
                self.assertIsNotNone(message["Date"].datetime)
                self.assertEqual(message.defects, [])
                body = message.get_body().get_content()
                self.assertIn("A-1234", body)
                self.assertIn("Größe 助记词", body)
                self.assertIn(heading, body)
                (attached,) = message.iter_attachments()
                self.assertEqual(attached.get_filename(), "unknot-handoff.json")
                document = json.loads(attached.get_content())
                self.assertEqual(json_schemas.faults(document), [])
                self.assertEqual(document["subject"], subject)

    def test_a_channel_gets_a_language_that_it_reads(self):
        self.walk()
        body = self.draft("--lang", "de", "handoff", "1", "--channel", "english", "--fact", "order_id=A-1234").get_body().get_content()
        self.assertIn("An order has not arrived", body)
        self.assertIn("What was asked and answered", body)

    def test_an_address_carries_its_fields_percent_encoded_and_is_never_too_long(self):
        self.walk()
        for text in ("größe & 助记词", "x" * 5000):
            address = self.run_program("handoff", "1", "--to", "url", "--channel", "page", "--fact", "order_id=A-1234", "--problem", text).strip()
            self.assertLessEqual(len(address), 2000)
            query = urllib.parse.parse_qs(urllib.parse.urlsplit(address).query, strict_parsing=True)
            self.assertEqual(query["order"], ["A-1234"])
            self.assertIn(text[:20], query["text"][0])
            self.assertEqual("cut here" in query["text"][0], len(text) > 2000)
        mail = self.run_program("handoff", "1", "--to", "url", "--fact", "order_id=A-1234").strip()
        self.assertEqual(urllib.parse.parse_qs(urllib.parse.urlsplit(mail).query)["subject"], ["Order A-1234"])

    def write_asking_pack(self, name, question, label):
        """Its labels ask: of a fact, which has none of its own, and of a probe."""
        nodes = {"room": {"probe": {"disk": "/"}, "label": label, "ok": "many", "else": "many"}, "many": {"ask": question, "input": "text", "to": "human"},
                 "human": {"end": "escalate", "say": "Ask.", "handoff": {"channel": "phone", "include": ["many"]}}}
        return probe_packs.write_pack(self.home / name, nodes, "room", probe_packs.needs_of([]))

    def test_a_label_that_asks_has_its_mark(self):
        asked = {"en": ("How many?", "Is there room?", "How many? three", "Is there room? ok"),
                 "de": ("Wie viele?", "Ist Platz?", "Wie viele? three", "Ist Platz? gut"), "zh": ("有多少？", "有空间吗：", "有多少？three", "有空间吗：正常")}
        for number, (language, (question, label, fact, probe)) in enumerate(asked.items(), 1):
            pack = self.write_asking_pack(language, question, label)
            self.run_program("--pack", pack, "--no-input", "run", "table", "--probe", "room=ok", "--answer", "many=three", status=1)
            for form in ("text", "markdown", "eml"):
                with self.subTest(language, form=form):
                    text = self.run_program("--pack", pack, "--lang", language, "handoff", str(number), "--to", form)
                    body = email.message_from_string(text, policy=email.policy.default).get_body().get_content() if form == "eml" else text
                    plain = body.replace("*", "")
                    self.assertIn(fact, plain)
                    self.assertIn(probe, plain)
                    self.assertNotRegex(plain, "[?？：] ?[:：]")

    def test_a_script_is_told_what_is_missing(self):
        self.walk()
        document = json.loads(self.run_program("--json", "handoff", "1", status=3))
        self.assertEqual(document["missing"], ["order_id"])
        self.assertEqual(self.run_program("handoff", "1", status=3), "")
        self.assertNotIn("handoff", self.run_program("case", "show", "1"))

    def test_sending_opens_a_private_draft_that_goes_with_its_case(self):
        self.walk()
        self.run_program("--no-input", "handoff", "1", "--send", "--fact", "order_id=A-1234")
        opened = pathlib.Path((self.home / "opened").read_text(encoding="utf-8"))
        self.assertEqual(stat.S_IMODE(opened.stat().st_mode), 0o600)
        self.assertEqual(email.message_from_bytes(opened.read_bytes(), policy=email.policy.default)["To"], "help@acme.example")
        self.run_program("case", "delete", "1", "--yes")
        self.assertFalse(opened.exists())

    def test_sending_by_a_page_opens_its_address(self):
        self.walk()
        self.run_program("--no-input", "handoff", "1", "--send", "--channel", "page", "--fact", "order_id=A-1234")
        self.assertTrue((self.home / "opened").read_text(encoding="utf-8").startswith("https://acme.example/help?order=A-1234&text="))

    def test_a_page_is_shown_without_the_places_to_fill_in(self):
        self.walk()
        arguments = ("handoff", "1", "--channel", "page", "--fact", "order_id=A-1234", "--problem", "too late")
        with PseudoTerminal([PROGRAM, *arguments], self.environment, self.home) as terminal:
            terminal.expect("would leave this machine", "To: https://acme.example/help?order=&text=\n", "> ")
            terminal.type("q")
            self.assertEqual(terminal.status(), 3)

    def test_a_person_is_asked_shown_and_may_hide_more(self):
        self.walk()
        with PseudoTerminal([PROGRAM, "handoff"], self.environment, self.home) as terminal:
            terminal.expect("Order number", "> ")
            terminal.type("nonsense")
            terminal.expect("does not fit", "> ")
            terminal.type("A-1234")
            terminal.expect("In your own words", "> ")
            terminal.type("my neighbour Xaver has it, " + PHRASE)
            shown = terminal.expect("would leave this machine", "Order A-1234", "Xaver", "[phrase-1]", "Hidden: phrase", "> ")
            self.assertNotIn("sausage", shown.split("would leave")[1])
            terminal.type("m Xaver")
            terminal.expect("would leave this machine", "[hidden]", "Hidden: what you chose", "> ")
            terminal.type("")
            self.assertEqual(terminal.status(), 0)
        events = json.loads(self.run_program("--json", "case", "show", "1"))["events"]
        (copy,) = [event for event in events if event["kind"] == "handoff"]
        self.assertIn("[hidden]", copy["value"])
        self.assertNotIn("Xaver", copy["value"])
        self.assertNotIn(b"sausage", self.written())

    def test_leaving_at_the_preview_keeps_nothing(self):
        self.walk("--fact", "order_id=A-1234")
        with PseudoTerminal([PROGRAM, "handoff"], self.environment, self.home) as terminal:
            terminal.expect("In your own words", "> ")
            terminal.type("")
            terminal.expect("would leave this machine", "> ")
            terminal.type("q")
            self.assertEqual(terminal.status(), 3)
        self.assertNotIn("handoff", self.run_program("case", "show", "1"))
        self.assertFalse((self.home / "opened").exists())

    def test_what_cannot_be_done_is_said_and_the_letter_not_shown_again(self):
        self.walk("--fact", "order_id=A-1234")
        with PseudoTerminal([PROGRAM, "handoff", "--problem", "too late"], self.environment, self.home) as terminal:
            terminal.expect("would leave this machine", "> ")
            for typed, told in (("m", "does not fit"), ("send", "does not fit"), ("m ", "does not fit"), ("m Nobody", "'Nobody' does not stand in it")):
                terminal.type(typed)
                self.assertNotIn("would leave", terminal.expect(told, "> "))
            terminal.type("m order_id")
            terminal.expect("would leave this machine", "Hidden: what you chose, 1", "> ")
            terminal.type("")
            terminal.expect("A copy is kept with case 1.")
            self.assertEqual(terminal.status(), 0)

    def test_leaving_works_at_every_prompt(self):
        self.run_program("--no-input", "run", "order", "--answer", "who=post", status=3)
        for typed, prompts in (("q", ["Whose support"]), ("\x04", ["Whose support"]), ("\x04", ["Whose support", "Order number"]),
                               ("\x04", ["Whose support", "Order number", "In your own words"])):
            with self.subTest(typed, prompts=prompts), PseudoTerminal([PROGRAM, "handoff", "1"], self.environment, self.home) as terminal:
                for number, prompt in enumerate(prompts):
                    terminal.expect(prompt, "> ")
                    if number + 1 < len(prompts):
                        terminal.type("akme" if number == 0 else "")
                terminal.press((typed if typed == "\x04" else typed + "\n").encode())
                self.assertEqual(terminal.status(), 3)
                self.assertNotIn("would leave", terminal.printed)
                self.assertTrue(terminal.printed.endswith("\n"), terminal.printed)
        self.assertNotIn("handoff", self.run_program("case", "show", "1"))

    def test_on_a_narrow_terminal_no_word_is_broken(self):
        self.walk("--fact", "order_id=A-1234")
        problem = " ".join(["Paket"] * 40)
        with PseudoTerminal([PROGRAM, "--lang", "de", "handoff", "1"], self.environment, self.home, columns=50) as terminal:
            terminal.expect("Worten?", "> ")
            terminal.type(problem)
            terminal.expect("verlassen:", "> ")
            terminal.type("q")
            self.assertEqual(terminal.status(), 3)
        self.assertEqual(terminal.printed.replace(problem, "").count("Paket"), 40)
        for line in terminal.printed.replace(problem, "").splitlines():
            self.assertLessEqual(len(line), 51, line)

    def test_h_at_a_prompt_hands_over_and_the_walk_goes_on(self):
        with PseudoTerminal([PROGRAM, "run", "order", "--answer", "who=post"], self.environment, self.home) as terminal:
            terminal.expect("[Enter]", "> ")
            terminal.type("")
            terminal.expect("What did it cost?", "> ")
            terminal.type("h")
            terminal.expect("Whose support", "> ")
            terminal.type("nobody at all")
            terminal.expect("No official addresses of 'nobody at all'", "> ")
            terminal.type("acmme")
            terminal.expect("Did you mean acme?", "> ")
            terminal.type("akme")
            terminal.expect("Order number", "> ")
            terminal.type("")
            terminal.expect("In your own words", "> ")
            terminal.type("")
            terminal.expect("The post office", "> ")
            terminal.type("s")
            terminal.expect("What did it cost?", "> ")
            terminal.type("q")
            self.assertEqual(terminal.status(), 3)
        self.assertTrue((self.home / "opened").exists())

    def test_the_problem_is_what_was_asked(self):
        with PseudoTerminal([PROGRAM, "ask", "my parcel has not arrived"], self.environment, self.home) as terminal:
            terminal.expect("Start which one?")
            terminal.type("1")
            terminal.expect("[Enter]", "> ")
            terminal.type("")
            terminal.expect("Who brings it?", "> ")
            terminal.type("q")
            self.assertEqual(terminal.status(), 3)
        self.assertIn("my parcel has not arrived", self.run_program("handoff", "1"))

    def test_the_same_end_again_names_the_earlier_case(self):
        self.walk()
        with PseudoTerminal([PROGRAM, "run", "order"], self.environment, self.home) as terminal:
            terminal.expect("[Enter]", "> ")
            terminal.type("")
            terminal.expect("Who brings it?", "> ")
            terminal.type("3")
            terminal.expect("unknot handoff 2", "case 1", "How helpful", "> ")
            terminal.type("")
            self.assertEqual(terminal.status(), 1)


if __name__ == "__main__":
    PROGRAM = one_program.program()
    unittest.main()
