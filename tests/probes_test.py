#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Probes against real servers on the loopback interface: each finds out what is so, ends by its own deadline, and leaves nothing behind, whatever the server
or the helper does."""
import argparse
import json
import os
import pathlib
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import json_schemas
import probe_packs
from probe_cases import World, all_cases

PROGRAM = None
SLACK_MS = 5000   # what a busy machine may add before a process gets to run
ALLOWED = "network,command=echo,command=false,command=sleep,command=sh,command=yes,command=env,command=ls,command=printf,command=no-such-program,command=passwd"


def milliseconds(timeout):
    return float(str(timeout).removesuffix("s")) * 1000


def processes():
    """(pid, command line) of all."""
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                yield int(folder.name), (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
            except OSError:
                pass


def parent_of(pid):
    try:
        return int(pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])
    except OSError:   # it ended meanwhile
        return None


def left_behind(helper):
    """Helpers that no program waits for any more, and what they started. Other tests may run some at the same time."""
    lines = dict(processes())
    orphans = [line for pid, line in lines.items() if line.startswith(str(helper)) and (parent := parent_of(pid)) is not None
               and not lines.get(parent, "").startswith(str(PROGRAM))]
    return orphans + [line for line in lines.values() if "31415926" in line]


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-probes-", dir=pathlib.Path(PROGRAM).parent))
        cls.addClassCleanup(shutil.rmtree, cls.home)
        cls.helper = pathlib.Path(PROGRAM).parent.parent / "libexec/unknot/unknot-probe"


class Table(Folder):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = World(cls.home)
        cls.addClassCleanup(cls.world.close)
        cls.cases = list(all_cases(cls.world))
        probes = [{**case[1], **({} if "timeout" in case[1] else {"timeout": "20s"})} for case in cls.cases]
        pack = probe_packs.write_chain(cls.home / "table", probes)
        env = probe_packs.environment(cls.home, SSL_CERT_FILE=str(cls.world.certificates.authority), PROBE_CASE="yes")
        begun = time.monotonic()
        done = probe_packs.run(PROGRAM, ["--pack", pack, "--json", "check", "table", "--allow", ALLOWED], env)
        cls.seconds = time.monotonic() - begun
        cls.document = json.loads(done.stdout)
        cls.results = {result["id"]: result for result in cls.document.get("results", [])}
        cls.status = done.returncode
        cls.probes = probes

    def test_every_case(self):
        self.assertGreaterEqual(len(self.cases), 120)
        self.assertEqual(len(self.results), len(self.cases), self.document)
        for i, (name, _, status, finding, evidence) in enumerate(self.cases):
            result = self.results[f"p{i}"]
            with self.subTest(name, **result):
                self.assertIn(result["status"], (status,) if status else ("ok", "warn", "fail", "error"))
                self.assertIn(result["finding"], (finding,) if finding else (result["finding"],))
                self.assertEqual({key: result["evidence"].get(key) for key in evidence}, evidence)

    def test_the_document(self):
        self.assertEqual(json_schemas.faults(self.document), [])
        self.assertEqual(self.status, 1)

    def test_each_ended_by_its_own_deadline(self):
        late = [(name, result["ms"]) for (name, *_), probe, result in zip(self.cases, self.probes, self.results.values())
                if result["ms"] > milliseconds(probe["timeout"]) + SLACK_MS]
        self.assertEqual(late, [])
        self.assertLess(self.seconds, 90)

    def test_none_is_left_running(self):
        self.assertEqual(left_behind(self.helper), [])

    def test_nothing_of_a_file_is_told(self):
        self.assertNotIn("secret words", json.dumps(self.document))


HOSTILE = {
    "huge": ("head -c 70000 /dev/zero | tr '\\0' x", "bad_report"),
    "endless": ("yes '{\"status\": \"ok\"}'", "bad_report"),
    "no JSON": ("echo all is well", "bad_report"),
    "nothing": ("true", "bad_report"),
    "not UTF-8": ("printf '{\"status\": \"ok\", \"finding\": \"found\", \"detail\": \"\\377\", \"conclusive\": false, \"fields\": {}, \"ms\": 1}'", "bad_report"),
    "escapes": ("printf '{\"status\": \"ok\", \"finding\": \"found\", \"detail\": \"\\\\u001b[31m\", \"conclusive\": false, \"fields\": {}, \"ms\": 1}'", "bad_report"),
    "escapes in a field": ("printf '{\"status\": \"ok\", \"finding\": \"found\", \"detail\": \"\", \"conclusive\": false, \"fields\": {\"addresses\": \"\\\\u009b\"}, \"ms\": 1}'",
                           "bad_report"),
    "another field": ("echo '{\"status\": \"ok\", \"finding\": \"found\", \"detail\": \"\", \"conclusive\": false, \"fields\": {\"password\": \"x\"}, \"ms\": 1}'", "bad_report"),
    "another type": ("echo '{\"status\": \"ok\", \"finding\": \"found\", \"detail\": \"\", \"conclusive\": false, \"fields\": {\"ms\": \"soon\"}, \"ms\": 1}'", "bad_report"),
    "another status": ("echo '{\"status\": \"splendid\", \"finding\": \"found\", \"detail\": \"\", \"conclusive\": false, \"fields\": {}, \"ms\": 1}'", "bad_report"),
    "numbers for texts": ("echo '{\"status\": 1, \"finding\": [], \"detail\": {}, \"conclusive\": 3, \"fields\": [], \"ms\": -1}'", "bad_report"),
    "deep": ("head -c 60000 /dev/zero | tr '\\0' '['", "bad_report"),
    "crash": ("kill -SEGV $$", "crashed"),
    "status 3": ("exit 3", "crashed"),
    "silence": ("exec sleep 31415926", "timeout"),
    "a child that stays": ("sleep 31415926 & echo left", "bad_report"),
    "a stopped process": ("kill -STOP $$", "timeout"),
}


class HostileHelper(Folder):
    """The program beside another helper."""

    def setUp(self):
        self.program = self.home / "bin" / "unknot"
        self.fake = self.home / "libexec/unknot/unknot-probe"
        for file in (self.program, self.fake):
            file.parent.mkdir(parents=True, exist_ok=True)
        os.link(PROGRAM, self.program)
        self.addCleanup(self.program.unlink)

    def test_a_clear_error_in_bounded_time(self):
        for name, (script, finding) in HOSTILE.items():
            with self.subTest(name):
                self.fake.write_text("#!/bin/sh\n" + script + "\n", encoding="utf-8")
                self.fake.chmod(0o755)
                begun = time.monotonic()
                done = probe_packs.run(self.program, ["--json", "probe", "dns", "localhost", "--timeout", "1s"], probe_packs.environment(self.home))
                result = json.loads(done.stdout)["results"][0]
                self.assertEqual((result["status"], result["finding"], done.returncode), ("error", finding, 2), done.stdout)
                self.assertLess(time.monotonic() - begun, 1 + SLACK_MS / 1000)
        self.assertEqual(left_behind(self.fake), [])

    def test_no_helper(self):
        self.fake.unlink(missing_ok=True)
        self.fake.symlink_to("/nowhere")
        done = probe_packs.run(self.program, ["--json", "probe", "disk", "/"], probe_packs.environment(self.home))
        self.assertIn((json.loads(done.stdout)["results"][0]["finding"], done.returncode), [("no_helper", 2)])
        self.fake.unlink()


def wait_for_end(pid, seconds=30):
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], seconds)[0])
    finally:
        os.close(handle)


class Killed(Folder):
    def test_kill_9_leaves_no_helper_and_no_child(self):
        fifo = self.home / "fifo"
        os.mkfifo(fifo)
        pack = probe_packs.write_chain(self.home / "kill", [{"command": ["sh", "-c", f"echo $PPID $$ > {fifo}; exec sleep 31415926"], "timeout": "60s"}])
        child = subprocess.Popen([PROGRAM, "--pack", str(pack), "check", "table", "--allow", "command=sh"], env=probe_packs.environment(self.home),
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        pids = [int(word) for word in fifo.read_text(encoding="ascii").split()]   # waits until the command runs
        child.send_signal(signal.SIGKILL)
        child.wait()
        self.assertEqual([pid for pid in pids if not wait_for_end(pid)], [])
        self.assertEqual(left_behind(self.helper), [])


@unittest.skipUnless(shutil.which("strace"), "strace is missing: apt install strace")
class Sockets(Folder):
    """Who asks for no network gets none."""

    def sockets(self, *arguments, expected=(0, 1, 3)):
        log = self.home / "log"
        env = probe_packs.environment(self.home, ASAN_OPTIONS="detect_leaks=0")
        done = probe_packs.run("strace", ["-f", "-o", log, "-e", "trace=socket", PROGRAM, *arguments], env, stdin=subprocess.DEVNULL)
        self.assertIn(done.returncode, expected, done.stderr)
        return [line for line in log.read_text(encoding="utf-8").splitlines() if "AF_INET" in line]

    def setUp(self):
        probes = [{"disk": "/"}, {"route": ""}, {"os": "id"}, {"proxy": ""}, {"tcp": "127.0.0.1:9"}]
        self.pack = probe_packs.write_chain(self.home / "sockets", probes)

    def test_none(self):
        for words in (["search", "probes"], ["ask", "probes"], ["list"], ["run", "table", "--no-input"], ["--offline", "run", "table", "--json", "--allow", "network"],
                      ["check", "table"], ["--offline", "check", "--allow", "network"]):
            with self.subTest(" ".join(words)):
                self.assertEqual(self.sockets("--pack", self.pack, *words), [])

    def test_some_where_they_are_allowed(self):
        self.assertNotEqual(self.sockets("--pack", self.pack, "check", "table", "--allow", "network"), [])

    def test_the_program_links_no_network_library(self):
        linked = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
        self.assertNotRegex(linked, "libcurl|libssl|libcrypto")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options, rest = parser.parse_known_args()
    PROGRAM = options.program
    unittest.main(argv=[sys.argv[0], *rest])
