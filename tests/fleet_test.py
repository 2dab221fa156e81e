#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The recipes for many machines: what systemd says of the units, what cron's line does, and what the playbook does where Ansible is installed."""
import argparse
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

import probe_packs

FLEET = pathlib.Path(__file__).resolve().parent.parent / "packaging/fleet"
PROGRAM = None


class Fleet(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-fleet-"))
        self.addCleanup(shutil.rmtree, self.home)

    def pack(self, path):
        pack = probe_packs.chain([{"file": path}])
        return probe_packs.write_pack(self.home / "packs" / "fleet", pack, "p0", probe_packs.needs_of([{"file": path}]), tree="network-connectivity")

    def environment(self):
        return probe_packs.environment("/nonexistent", UNKNOT_PACK_PATH=str(self.home / "packs"))

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd-analyze is missing: apt install systemd")
    def test_units(self):
        for name in ("unknot-check.service", "unknot-check.timer"):
            text = (FLEET / name).read_text(encoding="utf-8").replace("/usr/bin/unknot", PROGRAM)
            (self.home / name).write_text(text, encoding="utf-8")
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", *map(str, sorted(self.home.glob("unknot-check.*")))], capture_output=True, text=True, check=False)
        said = [line for line in done.stderr.splitlines() if "unknot" in line]
        self.assertEqual((done.returncode, said), (0, []), done.stderr)

    def test_the_units_command_line(self):
        words = re.search(r"^ExecStart=/usr/bin/unknot (.+)$", (FLEET / "unknot-check.service").read_text(encoding="utf-8"), re.MULTILINE)[1].split()
        self.pack("/etc/passwd")
        self.assertEqual(probe_packs.run(PROGRAM, words, self.environment()).returncode, 0)

    def test_cron_prints_only_what_is_wrong(self):
        line = (FLEET / "unknot.cron").read_text(encoding="utf-8").splitlines()[-1].split(None, 6)[6]
        for path, status in (("/etc/passwd", 0), ("/no/such/file", 0)):
            self.pack(path)
            done = subprocess.run(["sh", "-c", line.replace("unknot ", f"{PROGRAM} ", 1)], env=self.environment(), capture_output=True, text=True, cwd="/", check=False)
            self.assertEqual((done.returncode, "it is not there" in done.stdout), (status, path != "/etc/passwd"), done)

    @unittest.skipUnless(shutil.which("ansible-playbook"), "ansible-playbook is missing: apt install ansible-core")
    def test_the_playbook(self):
        for path, status in (("/etc/passwd", 0), ("/no/such/file", 2)):
            self.pack(path)
            done = subprocess.run(["ansible-playbook", "--check", "--connection", "local", "--inventory", "localhost,", "--extra-vars", f"unknot_program={PROGRAM}",
                                   str(FLEET / "playbook.yaml")], env={**self.environment(), "HOME": str(self.home)}, capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, "it is not there" in done.stdout), (status, status != 0), done.stdout + done.stderr)

    def test_no_file_is_a_program(self):
        self.assertEqual([path.name for path in FLEET.iterdir() if stat.S_IMODE(path.stat().st_mode) & 0o111], [])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options, rest = parser.parse_known_args()
    PROGRAM = options.program
    unittest.main(argv=[sys.argv[0], *rest])
