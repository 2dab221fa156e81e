#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Probes in a network and among programs of their own: packets that are dropped or sent back, no way out, and every state that systemd tells of a unit."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import enclosed
import one_program
import probe_packs
import probe_servers
import probes_test
from probe_cases import World

DROPPED, FORBIDDEN, RESET = 4001, 4002, 4003
OPENSSL = pathlib.Path("/usr/lib/ssl")
FAST = "0.6s"
FIRST_SHARE_MS = 250   # what an address that does not answer takes of the time of the next
SYSTEMCTL = """#!/bin/sh
test "$*" = "show --property=ActiveState --value -- $5" || exit 64
case $5 in
    silent.service) exec sleep 27182818 ;;
    strange.service) printf '\\033[31mred\\n' ;;
    *.service) echo "${5%.service}" ;;
    *) echo 'System has not been booted with systemd as init system (PID 1). Cannot operate.' >&2; exit 1 ;;
esac
"""


def setUpModule():
    enclosed.enclose()


class Enclosed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-enclosed-"))
        cls.addClassCleanup(shutil.rmtree, cls.home)

    def results(self, *probes):
        """(status, finding) of each."""
        pack = probe_packs.write_chain(self.home / "table", list(probes))
        done = probe_packs.run(one_program.PROGRAM, ["--pack", pack, "--json", "check", "table", "--allow", "network"], probe_packs.environment(self.home))
        self.told = json.loads(done.stdout)["results"]
        return [(result["status"], result["finding"]) for result in self.told]


class Walls(Enclosed):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        enclosed.filter_packets([f"tcp dport {DROPPED} drop", "udp dport { 53, 123 } drop",
                                 f"tcp dport {FORBIDDEN} reject with icmpx type admin-prohibited", f"tcp dport {RESET} reject with tcp reset"])
        hosts = cls.home / "hosts"
        hosts.write_text("127.0.0.1 localhost both.test\n::1 both.test\n", encoding="ascii")
        enclosed.put_over("/etc/hosts", hosts)
        cls.open = probe_servers.Server(probe_servers.stall)
        cls.addClassCleanup(cls.open.close)
        enclosed.filter_packets([f"ip6 daddr ::1 tcp dport {cls.open.port} drop"])

    def test_a_filtered_port_is_silence_and_no_refusal(self):
        target = f"127.0.0.1:{DROPPED}"
        probes = [{"tcp": target}, {"tcp": f"[::1]:{DROPPED}"}, {"tls": target}, {"http": f"http://{target}/"}, {"clock": f"http://{target}/"}]
        self.assertEqual(self.results(*({**probe, "timeout": FAST} for probe in probes)), [("error", "timeout")] * len(probes))
        for result in self.told:
            self.assertLess(result["ms"], probes_test.milliseconds(FAST) + probes_test.SLACK_MS)

    def test_a_filtered_name_server_and_a_filtered_clock(self):
        probes = [{"dns": "a.test", "resolver": "127.0.0.1", "timeout": FAST}, {"clock": "127.0.0.1", "timeout": FAST}]
        self.assertEqual(self.results(*probes), [("error", "timeout")] * 2)

    def test_a_firewall_that_answers(self):
        self.assertEqual(self.results({"tcp": f"127.0.0.1:{FORBIDDEN}"}, {"tcp": f"127.0.0.1:{RESET}"}), [("fail", "unreachable"), ("fail", "refused")])

    def test_an_address_that_is_silent_leaves_time_for_the_next(self):
        self.assertEqual(self.results({"tcp": f"both.test:{self.open.port}", "timeout": "5s"}), [("ok", "connected")])
        self.assertEqual(self.told[0]["evidence"]["address"], "127.0.0.1")
        self.assertGreaterEqual(self.told[0]["evidence"]["ms"], FIRST_SHARE_MS)

    def test_a_clock_is_asked_at_each_of_its_addresses(self):
        clock = probe_servers.Datagrams(probe_servers.sntp_answer)
        self.addCleanup(clock.close)
        probe = {"clock": f"both.test:{clock.port}", "timeout": "5s"}
        self.assertEqual(self.results(probe), [("ok", "right")])
        enclosed.filter_packets([f"ip6 daddr ::1 udp dport {clock.port} drop"])
        self.assertEqual(self.results(probe), [("ok", "right")])
        self.assertGreaterEqual(self.told[0]["ms"], FIRST_SHARE_MS)

    def test_no_way_out(self):
        self.assertEqual(self.results({"tcp": "192.0.2.1:80"}, {"http": "http://192.0.2.1/"}, {"route": ""}),
                         [("fail", "unreachable"), ("fail", "unreachable"), ("fail", "no_route")])
        enclosed.command("ip", "route", "add", "default", "via", "198.51.100.1", "dev", "lo", "onlink")
        self.addCleanup(enclosed.command, "ip", "route", "del", "default")
        self.assertEqual((self.results({"route": ""}), self.told[0]["evidence"]["gateway"]), ([("ok", "route")], "198.51.100.1"))


@unittest.skipUnless(OPENSSL.is_dir(), "OpenSSL has its folder elsewhere here")
class Authorities(Enclosed):
    """The system's own certificates: one that is found by its hash, and one that only the large file has."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = World(cls.home / "world")
        cls.addClassCleanup(cls.world.close)
        cls.authorities = {"ours": cls.world.certificates.authority, "stranger": probe_servers.Certificates(cls.home / "stranger", "Stranger").authority}

    def results_with(self, *, by_hash, in_file):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.home))
        for authority in (self.authorities[name] for name in by_hash):
            (folder / f"{self.hash_of(authority)}.0").symlink_to(authority)
        (folder / "ca-certificates.crt").write_text("".join(self.authorities[name].read_text(encoding="ascii") for name in in_file), encoding="ascii")
        (folder / "openssl").mkdir()
        (folder / "openssl/certs").symlink_to("/etc/ssl/certs")
        (folder / "openssl/cert.pem").symlink_to("/etc/ssl/certs/ca-certificates.crt")
        for place, over in (("/etc/ssl/certs", folder), (OPENSSL, folder / "openssl")):
            enclosed.put_over(place, over)
        try:
            return [finding for _, finding in self.results({"tls": f"localhost:{self.world.tls['valid'].port}"},
                                                           {"http": f"https://localhost:{self.world.https['valid'].port}/status/200"})]
        finally:
            enclosed.command("umount", str(OPENSSL))
            enclosed.command("umount", "/etc/ssl/certs")

    @staticmethod
    def hash_of(authority):
        return subprocess.run(["openssl", "x509", "-hash", "-noout", "-in", str(authority)], capture_output=True, text=True, check=True).stdout.strip()

    def test_whoever_is_in_the_folder_or_in_the_file_is_trusted(self):
        for by_hash, in_file in ((["ours", "stranger"], ["ours", "stranger"]), (["ours", "stranger"], ["stranger"]), (["stranger"], ["ours", "stranger"]), ([], ["ours"])):
            with self.subTest(by_hash=by_hash, in_file=in_file):
                self.assertEqual(self.results_with(by_hash=by_hash, in_file=in_file), ["valid", "answered"])

    def test_nobody_else_is(self):
        self.assertEqual(self.results_with(by_hash=["stranger"], in_file=["stranger"]), ["untrusted", "untrusted"])


class Services(Enclosed):
    """Systemd's own words, by a program in its place: no test can start and break services of this machine."""

    def setUp(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.home))
        self.programs, self.run = folder / "programs", folder / "run"
        self.programs.mkdir()
        self.run.mkdir()
        enclosed.put_over("/usr/local/sbin", self.programs)
        enclosed.put_over("/run", self.run)
        self.addCleanup(enclosed.command, "umount", "/run")
        self.addCleanup(enclosed.command, "umount", "/usr/local/sbin")

    def boot(self, systemctl=SYSTEMCTL):
        (self.run / "systemd/system").mkdir(parents=True)
        (self.programs / "systemctl").write_text(systemctl, encoding="utf-8")
        (self.programs / "systemctl").chmod(0o755)

    def test_the_states_of_a_unit(self):
        self.boot()
        states = {"active": "ok", "reloading": "ok", "inactive": "fail", "failed": "fail", "activating": "fail", "deactivating": "fail"}
        found = self.results(*({"service": f"{state}.service"} for state in states))
        self.assertEqual(found, [(status, "running" if status == "ok" else "not_running") for status in states.values()])
        self.assertEqual([result["evidence"]["running"] for result in self.told], ["yes" if status == "ok" else "no" for status in states.values()])
        for state, result in zip(states, self.told):
            if result["status"] == "fail":
                self.assertIn(state, result["summary"])

    def test_a_manager_that_does_not_answer_or_answers_nonsense(self):
        self.boot()
        found = self.results({"service": "silent.service", "timeout": FAST}, {"service": "strange.service"}, {"service": "unbooted.socket"})
        self.assertEqual(found, [("error", "timeout"), ("fail", "not_running"), ("error", "no_systemd")])
        self.assertNotIn("\x1b", self.told[1]["summary"])
        self.assertEqual([line for _, line in probes_test.processes() if "27182818" in line], [])

    def test_no_systemd(self):
        self.assertEqual(self.results({"service": "active.service"}), [("error", "no_systemd")])


if __name__ == "__main__":
    one_program.PROGRAM = one_program.program()
    unittest.main()
