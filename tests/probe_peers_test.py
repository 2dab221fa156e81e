#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Of every kind of server a probe says what curl, dig and openssl say of it from a shell script."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import one_program
import probe_packs
import probe_peers
from probe_cases import World


@unittest.skipIf(probe_peers.missing(), "a peer is missing: apt install bind9-dnsutils curl openssl")
class Peers(unittest.TestCase):
    def test_the_same_verdicts(self):
        home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-peers-"))
        self.addCleanup(shutil.rmtree, home)
        world = World(home)
        self.addCleanup(world.close)
        rows = probe_peers.rows(world)
        env = probe_packs.environment(home, SSL_CERT_FILE=str(world.certificates.authority))
        pack = probe_packs.write_chain(home / "table", [row.probe for row in rows])
        done = probe_packs.run(PROGRAM, ["--pack", pack, "--json", "check", "table", "--allow", "network"], env)
        results = json.loads(done.stdout)["results"]
        self.assertEqual(len(results), len(rows))
        for row, result in zip(rows, results):
            with self.subTest(row.title, finding=result["finding"]):
                script = subprocess.run(["sh", "-c", row.script], env=env, check=False, timeout=60)
                self.assertEqual((result["status"] in ("ok", "warn"), script.returncode == 0), (row.good, row.good))


if __name__ == "__main__":
    PROGRAM = one_program.program()
    unittest.main()
