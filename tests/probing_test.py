#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who decides that a probe runs, what a walk does with its result, and how checks are told to other programs."""
import argparse
import json
import os
import pathlib
import re
import shutil
import stat
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import json_schemas
import probe_packs
import probe_servers
from pseudo_terminal import PseudoTerminal

PROGRAM = None
ASK = "1 once, 2 always for this pack, 3 never; Enter: not now > "


class Probing(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-probing-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.server = probe_servers.Server(probe_servers.stall)
        self.addCleanup(self.server.close)
        self.target = f"127.0.0.1:{self.server.port}"
        self.env = probe_packs.environment(self.home, TERM="dumb")

    def pack(self, *probes, name="table"):
        return probe_packs.write_chain(self.home / name, list(probes))

    def run_program(self, *arguments, **more):
        return probe_packs.run(PROGRAM, arguments, self.env, **more)

    def check(self, pack, *arguments):
        """(exit status, findings) of a check by script."""
        done = self.run_program("--pack", pack, "--json", "check", *arguments)
        document = json.loads(done.stdout)
        self.assertEqual(json_schemas.faults(document), [])
        return done.returncode, [result["finding"] for result in document["results"]]

    def ended(self, terminal):
        """The exit status of a walk on a terminal, past the question how helpful it was."""
        terminal.expect("Enter to skip > ")
        terminal.type("")
        return terminal.status()

    def terminal(self, *arguments):
        return PseudoTerminal([str(word) for word in (PROGRAM, *arguments)], self.env, self.home)


class ConsentOfScripts(Probing):
    def test_the_network_is_skipped_without_a_word(self):
        pack = self.pack({"tcp": self.target}, {"disk": "/"})
        self.assertEqual(self.check(pack), (0, ["not_allowed", "enough"]))
        self.assertEqual(self.check(pack, "--allow", "network"), (0, ["connected", "enough"]))

    def test_nothing_that_ran_is_no_success(self):
        self.assertEqual(self.check(self.pack({"tcp": self.target})), (2, ["not_allowed"]))

    def test_offline_and_no_probes(self):
        pack = self.pack({"tcp": self.target}, {"disk": "/"})
        self.assertEqual(self.check(pack, "--allow", "network", "--offline"), (0, ["offline", "enough"]))
        self.assertEqual(self.check(pack, "--allow", "network", "--no-probes"), (0, ["no_probes", "no_probes"]))

    def test_the_configuration_allows(self):
        (self.home / ".config/unknot").mkdir(parents=True)
        (self.home / ".config/unknot/config.yaml").write_text("allow: [network]\n", encoding="utf-8")
        self.assertEqual(self.check(self.pack({"tcp": self.target})), (0, ["connected"]))

    def test_a_command_needs_the_pack_named_and_itself_allowed(self):
        pack = self.pack({"command": ["echo", "hello"]})
        self.assertEqual(self.check(pack), (2, ["not_allowed"]))
        self.assertEqual(self.check(pack, "--allow", "command"), (2, ["not_allowed"]))
        self.assertEqual(self.check(pack, "--allow", "command=cat"), (2, ["not_allowed"]))
        for name in ("echo", "echo hello"):
            self.assertEqual(self.check(pack, "--allow", f"command={name}"), (0, ["done"]))
        self.env["UNKNOT_PACK_PATH"] = str(pack)
        done = self.run_program("--json", "check", "--allow", "command=echo")
        self.assertEqual(json.loads(done.stdout)["results"][0]["finding"], "pack_not_named")

    def test_beyond_the_sheet_is_an_error(self):
        for probe in ({"tcp": self.target}, {"command": ["echo", "more"]}, {"file": "/etc/shadow"}):
            nodes = probe_packs.chain([probe])
            pack = probe_packs.write_pack(self.home / "beyond", nodes, "p0", {"network": ["dns"], "files": ["/etc/passwd"], "commands": ["echo"]})
            done = self.run_program("--pack", pack, "--json", "check", "table", "--allow", "network,command=echo")
            self.assertEqual((done.returncode, json.loads(done.stdout)["schema"]), (2, "unknot.error/1"))
            self.assertIn("beyond what the pack says it needs", done.stdout)

    def test_words_that_allow_nothing(self):
        for word in ("everything", "command=", "network,", ""):
            done = self.run_program("--pack", self.pack({"disk": "/"}), "check", "--allow", word)
            self.assertEqual(done.returncode, 2)
            self.assertIn("expected network, command or command=NAME", done.stderr)


class ConsentOnATerminal(Probing):
    def answer(self, pack, reply):
        with self.terminal("--pack", pack, "check") as terminal:
            shown = terminal.expect(ASK)
            terminal.type(reply)
            status = terminal.status()
        return shown, status, terminal.printed

    def test_everything_is_shown_before(self):
        other = {"dns": "localhost"}
        shown, status, printed = self.answer(self.pack({"tcp": self.target}, other, {"disk": "/"}), "1")
        self.assertIn(f"tcp    {self.target}", shown)
        self.assertIn("dns    localhost", shown)
        self.assertNotIn("disk", shown)
        self.assertEqual((status, printed.count(ASK)), (0, 1))
        self.assertFalse((self.home / ".local/state/unknot/permissions.json").exists())

    def test_always_is_for_this_pack_and_what_it_needs(self):
        pack = self.pack({"tcp": self.target})
        self.assertEqual(self.answer(pack, "2")[1], 0)
        kept = self.home / ".local/state/unknot/permissions.json"
        self.assertEqual(stat.S_IMODE(kept.stat().st_mode), 0o600)
        self.assertEqual(self.check(pack), (0, ["connected"]))
        self.assertEqual(self.check(self.pack({"tcp": self.target}, name="another")), (2, ["not_allowed"]))
        self.assertEqual(self.check(self.pack({"tcp": self.target}, {"dns": "localhost"})), (2, ["not_allowed", "not_allowed"]))
        kept.write_text("{{", encoding="utf-8")
        self.assertEqual(self.check(self.pack({"tcp": self.target})), (2, ["not_allowed"]))

    def test_never(self):
        pack = self.pack({"tcp": self.target})
        self.assertIn("you said no", self.answer(pack, "3")[2])
        self.assertEqual(self.check(pack), (2, ["declined"]))

    def test_not_now(self):
        pack = self.pack({"tcp": self.target})
        self.assertIn("you said no", self.answer(pack, "")[2])
        self.assertEqual(self.check(pack), (2, ["not_allowed"]))

    def test_each_command(self):
        pack = self.pack({"command": ["echo", "one"]}, {"command": ["echo", "two"]})
        with self.terminal("--pack", pack, "check", "--allow", "command") as terminal:
            self.assertIn("  echo one", terminal.expect(ASK))
            terminal.type("1")
            self.assertIn("  echo two", terminal.expect(ASK))
            terminal.type("")
            self.assertEqual(terminal.status(), 0)
            self.assertIn("output one", terminal.printed)
            self.assertNotIn("output two", terminal.printed)


class Walks(Probing):
    """A walk with a question, a probe, and a fix that the probe verifies."""

    def walk_pack(self, *, asks=("Is the file there?",)):
        self.file = self.home / "wanted"
        nodes = {
            "begin": {"ask": "Shall we begin?", "yes": "there", "no": "left"},
            "there": {"probe": {"file": str(self.file)}, "label": "The file", **{"otherwise": text for text in asks}, "ok": "sure", "fail": "mend", "else": "left"},
            "sure": {"ask": "Are you sure?", "yes": "good", "no": "left"},
            "mend": {"fix": "Make the file.", "verify": "there", "tries": 2, "solved": "good", "else": "left"},
            "good": {"end": "resolved"}, "left": {"end": "unresolved"}}
        return probe_packs.write_pack(self.home / "walk", nodes, "begin", {"network": [], "files": [str(self.file)], "commands": []}, tree="walk")

    def test_a_result_is_shown_and_the_walk_goes_on(self):
        pack = self.walk_pack()
        self.file.write_text("x", encoding="utf-8")
        with self.terminal("--pack", pack, "run", "walk") as terminal:
            terminal.expect("Shall we begin?", "> ")
            terminal.type("yes")
            terminal.expect("[ok] The file: it is there (found yes, mode 0", "Are you sure?", "> ")
            terminal.type("yes")
            self.assertEqual(self.ended(terminal), 0)
            self.assertNotIn("Is the file there?", terminal.printed)

    def test_b_takes_a_result_back(self):
        pack = self.walk_pack()
        self.file.write_text("x", encoding="utf-8")
        with self.terminal("--pack", pack, "run", "walk") as terminal:
            terminal.expect("Shall we begin?", "> ")
            terminal.type("yes")
            terminal.expect("Are you sure?", "> ")
            terminal.type("b")
            terminal.expect("Is the file there?", "> ")
            terminal.type("b")
            terminal.expect("Shall we begin?", "> ")
            terminal.type("yes")
            terminal.expect("Is the file there?", "> ")
            terminal.type("don't know")
            terminal.expect("Is the file there?", "> ")
            terminal.type("3")
            self.assertEqual(self.ended(terminal), 1)

    def test_going_back_before_a_probe_measures_again(self):
        pack = self.walk_pack(asks=())
        self.file.write_text("x", encoding="utf-8")
        with self.terminal("--pack", pack, "run", "walk") as terminal:
            terminal.expect("Shall we begin?", "> ")
            terminal.type("yes")
            terminal.expect("[ok] The file: it is there", "Are you sure?", "> ")
            self.file.unlink()
            terminal.type("b")
            terminal.expect("Shall we begin?", "> ")
            terminal.type("yes")
            terminal.expect("[failed] The file: it is not there", "Make the file.", "[Enter] when that is done")
            terminal.type("q")
            self.assertEqual(terminal.status(), 3)

    def test_a_fix_is_measured(self):
        pack = self.walk_pack()
        with self.terminal("--pack", pack, "run", "walk") as terminal:
            terminal.expect("Shall we begin?", "> ")
            terminal.type("yes")
            terminal.expect("[failed] The file: it is not there", "Make the file.", "[Enter] when that is done")
            terminal.type("")
            terminal.expect("[failed] The file: it is not there", "Make the file.", "[Enter] when that is done")
            self.file.write_text("x", encoding="utf-8")
            terminal.type("")
            terminal.expect("[ok] The file: it is there", "Solved")
            self.assertEqual(self.ended(terminal), 0)

    def test_by_script(self):
        pack = self.walk_pack()
        done = self.run_program("--pack", pack, "--json", "run", "walk", "--answer", "begin=yes")
        document = json.loads(done.stdout)
        self.assertEqual((done.returncode, document["outcome"]["node"], document["facts"]["there"]), (1, "left", "fail"))
        self.assertEqual(document["receipt"].split()[2:], ["begin=yes", "there:fail,found=no", "there:fail,found=no", "there:fail,found=no"])
        self.file.write_text("x", encoding="utf-8")
        done = self.run_program("--pack", pack, "--json", "run", "walk", "--answer", "begin=yes", "--answer", "sure=yes")
        document = json.loads(done.stdout)
        self.assertEqual((done.returncode, document["facts"]["there"], document["facts"]["there.size"]), (0, "ok", "1B"))

    def test_no_probes(self):
        done = self.run_program("--pack", self.walk_pack(), "--json", "run", "walk", "--answer", "begin=yes", "--no-probes")
        self.assertEqual((done.returncode, json.loads(done.stdout)["node"]["text"]), (3, "Is the file there?"))

    def test_what_was_supplied_holds_in_a_pipe(self):
        pack = self.walk_pack()
        done = self.run_program("--pack", pack, "run", "walk", "--probe", "there=ok", "--answer", "sure=yes", input="yes\n")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("[ok] The file\n", done.stdout)
        done = self.run_program("--pack", pack, "run", "walk", "--probe", "there=fail", "--probe", "there=ok", input="yes\n")
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_conditions_read_facts(self):
        nodes = {"least": {"ask": "How much?", "input": "number", "to": "p"}, "p": {"probe": {"os": "arch", "fail": "least > 5"}, "ok": "e", "else": "e"}, "e": {"end": "resolved"}}
        pack = probe_packs.write_pack(self.home / "facts", nodes, "least", probe_packs.needs_of([]))
        (self.home / "facts.json").write_text('{"least": 6}', encoding="utf-8")
        self.assertEqual(self.check(pack, "table", "--facts", self.home / "facts.json"), (1, ["told"]))
        self.assertEqual(self.check(pack, "--fact", "least=5"), (0, ["told"]))
        done = self.run_program("--pack", pack, "check", "--fact", "more=5")
        self.assertEqual((done.returncode, "no tree that is checked has a fact named 'more'" in done.stderr), (2, True))

    def test_secrets_in_evidence_are_masked(self):
        self.env["PHRASE"] = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
        pack = self.pack({"env": "PHRASE"})
        for words in (["--json", "check"], ["check"], ["--json", "run", "table"], ["run", "table"]):
            done = self.run_program("--pack", pack, *words, stdin=None)
            self.assertNotIn("abandon abandon", done.stdout)
            self.assertIn("[phrase-1]", done.stdout)


class Reports(Probing):
    def formatted(self, name, *probes, more=()):
        done = self.run_program("--pack", self.pack(*probes), "check", "--format", name, *more)
        return done.returncode, done.stdout

    def test_junit(self):
        status, text = self.formatted("junit", {"disk": "/", "min-free": "1kB"}, {"file": "/no<such>&\"file\""}, {"tcp": self.target}, {"disk": "relative"})
        suite = xml.etree.ElementTree.fromstring(text)
        self.assertEqual((status, dict(suite.attrib)), (1, {"name": "unknot", "tests": "4", "failures": "1", "errors": "1", "skipped": "1"}))
        self.assertEqual([[part.tag for part in case] for case in suite], [[], ["failure"], ["skipped"], ["error"]])

    def test_nagios(self):
        good, doubtful, bad = {"disk": "/", "min-free": "1kB"}, {"os": "arch", "warn": 'value != ""'}, {"file": "/no/such|file"}
        for probes, status, word in (([good], 0, "OK"), ([good, doubtful], 1, "WARNING"), ([good, bad, doubtful], 2, "CRITICAL"), ([{"disk": "relative"}], 3, "UNKNOWN"),
                                     ([{"tcp": self.target}], 3, "UNKNOWN")):
            with self.subTest(word):
                done, text = self.formatted("nagios", *probes)
                self.assertEqual(done, status)
                self.assertRegex(text, rf"\AUNKNOT {word} - [^|\n]* \|( 'table/p\d+'=\d+\.\d{{3}}s)+\n\Z")

    def test_prometheus(self):
        status, text = self.formatted("prometheus", {"disk": "/", "min-free": "1kB"}, {"file": '/no/such"\\file'})
        self.assertEqual(status, 1)
        self.assertIn('unknot_check_status{id="table/p0",kind="disk",target="/"} 0\n', text)
        self.assertIn('unknot_check_status{id="table/p1",kind="file",target="/no/such\\"\\\\file"} 2\n', text)
        self.assertIn('unknot_check_evidence{id="table/p1",kind="file",target="/no/such\\"\\\\file",field="found"} 0\n', text)
        for line in text.splitlines():
            self.assertRegex(line, r'^(# (HELP|TYPE) unknot_check_\w+ .+|unknot_check_\w+\{(\w+="(\\.|[^"\\])*",?)+\} [-+.e\d]+)$')

    def test_strict_and_ignored(self):
        pack = self.pack({"os": "arch", "warn": 'value != ""'}, {"file": "/no/such/file"})
        self.assertEqual(self.check(pack)[0], 1)
        self.assertEqual(self.check(pack, "--ignore", "p1")[0], 0)
        self.assertEqual(self.check(pack, "--ignore", "table/p1", "--until", "2999-01-01", "--reason", "known", "--strict")[0], 1)
        self.assertEqual(self.check(pack, "--ignore", "p1", "--until", "2001-01-01")[0], 1)
        done = self.run_program("--pack", pack, "check", "--ignore", "p1", "--until", "2001-01-01", "--ignore", "p0")
        self.assertIn("'p1' counts again", done.stderr)
        self.assertEqual(self.run_program("--pack", pack, "check", "--ignore", "p7").returncode, 2)
        self.assertEqual(self.run_program("--pack", pack, "check", "--until", "2999-01-01").returncode, 2)

    def test_wait(self):
        fifo, wanted = self.home / "fifo", self.home / "wanted"
        os.mkfifo(fifo)
        pack = self.pack({"command": ["sh", "-c", f"test -e {wanted} || {{ : > {fifo}; exit 1; }}"], "timeout": "20s"})
        with self.terminal("--pack", pack, "check", "--allow", "command=sh", "--wait", "60s") as terminal:
            fifo.read_bytes()   # it was looked at once, and was not there
            wanted.write_text("x", encoding="utf-8")
            self.assertEqual(terminal.status(), 0)
        self.assertEqual(self.check(self.pack({"file": "/no/such/file"}), "--wait", "1s")[0], 1)

    def test_unattended(self):
        """As under cron: no home, no terminal, nothing in the environment."""
        pack = self.pack({"disk": "/", "min-free": "1kB"}, {"file": "~/x"})
        done = probe_packs.run(PROGRAM, ["--pack", pack, "--json", "check"], {"HOME": "/nonexistent", "PATH": "/usr/bin:/bin"}, cwd="/", stdin=-3)
        self.assertEqual([result["finding"] for result in json.loads(done.stdout)["results"]], ["enough", "absent"])

    def test_a_label_that_asks_has_its_mark(self):
        nodes = {"p": {"probe": {"disk": "/"}, "label": "Is there room?", "ok": "e", "else": "e"}, "e": {"end": "resolved"}}
        pack = probe_packs.write_pack(self.home / "asks", nodes, "p", probe_packs.needs_of([]))
        self.assertRegex(self.run_program("--pack", pack, "check").stdout, r"\[ok\] Is there room\? \w")

    def test_one_by_hand(self):
        done = self.run_program("probe", "tcp", self.target)
        self.assertEqual((done.returncode, done.stdout.startswith(f"[ok] tcp {self.target}: the connection was made")), (0, True), done.stdout)
        done = self.run_program("--lang", "de", "probe", "tcp", f"127.0.0.1:{probe_servers.closed_port()}")
        self.assertEqual((done.returncode, "die Verbindung wurde abgelehnt" in done.stdout), (1, True), done.stdout)
        self.assertEqual(self.run_program("--offline", "probe", "tcp", self.target).returncode, 2)
        self.assertEqual(self.run_program("probe", "disk", "/", "--warn", "free > 1kB", "--strict").returncode, 1)
        self.assertEqual(self.run_program("--json", "probe", "clock", "http://127.0.0.1:1/", "http://127.0.0.1:1/").returncode, 2)
        self.assertEqual(self.run_program("probe", "command", "echo", "x").returncode, 2)
        self.assertEqual(self.run_program("probe", "--allow", "command=echo", "command", "echo", "a b", "--output", "^a b$").returncode, 0)

    def test_a_proxy_is_used_and_told(self):
        proxy = probe_servers.Proxy()
        self.addCleanup(proxy.close)
        self.env["http_proxy"] = f"http://me:secret@127.0.0.1:{proxy.port}"
        self.assertEqual(self.run_program("probe", "http", "http://192.0.2.1/page").returncode, 0)
        self.assertEqual(proxy.asked, ["GET http://192.0.2.1/page"])
        told = self.run_program("probe", "proxy").stdout
        self.assertIn(f"url http://127.0.0.1:{proxy.port}", told)
        self.assertNotIn("secret", told)
        self.env["no_proxy"] = "127.0.0.1"
        self.assertEqual(self.run_program("probe", "http", f"http://127.0.0.1:{probe_servers.closed_port()}/").returncode, 1)
        self.assertEqual(len(proxy.asked), 1)

    def test_a_proxy_that_fails_is_told_from_the_page(self):
        proxy = probe_servers.Proxy()
        self.addCleanup(proxy.close)
        closed = probe_servers.closed_port()
        for address, page, told in ((f"http://127.0.0.1:{closed}", "http://192.0.2.1/", "the proxy does not answer"), (f"127.0.0.1:{closed}", "https://192.0.2.1/", "the proxy does not answer"),
                                    (f"http://127.0.0.1:{proxy.port}", "https://192.0.2.1/", "the proxy refuses: 403"),
                                    (f"http://127.0.0.1:{proxy.port}", f"http://localhost:{closed}/", "the connection was refused")):
            with self.subTest(address, page=page):
                self.env.update(http_proxy=address, https_proxy=address, no_proxy="localhost")
                done = self.run_program("probe", "http", page)
                self.assertEqual((done.returncode, told in done.stdout), (1, True), done.stdout)

    def test_wrong_usage(self):
        for words, told in ((["tcpp", "x:1"], "did you mean 'tcp'"), (["tcp"], "expected one ARGUMENT"), (["tcp", "a:1", "b:2"], "found 'b:2'"), (["memory", "x"], "expected nothing"),
                            (["tcp", "a:1", "--min-days", "3"], "expected an option of the kind 'tcp'"), (["disk", "/", "--warn", "free >"], "--warn:1:"),
                            (["disk", "/", "--fail", "days_left > 1"], "days_left"), (["disk", "/", "--timeout", "soon"], "a duration"),
                            (["disk", "/", "--format", "xml"], "expected text, json")):
            with self.subTest(words):
                done = self.run_program("probe", *words)
                self.assertEqual(done.returncode, 2)
                self.assertRegex(done.stderr, re.escape(told))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options, rest = parser.parse_known_args()
    PROGRAM = options.program
    unittest.main(argv=[sys.argv[0], *rest])
