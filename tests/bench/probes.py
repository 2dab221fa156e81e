#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long probes take beyond their deadline, how many wait at once, and how a probe compares with curl, dig and openssl called from a shell script: the same
servers, the same verdicts, turn by turn. Figures are for comparing with one another on one machine."""
import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import probe_packs  # noqa: E402
from probe_cases import World, at  # noqa: E402

SCRIPTS = {
    "http": 'test "$(curl --silent --output /dev/null --max-time 5 --write-out "%{{http_code}}" {url})" -lt 400',
    "dns": 'test -n "$(dig +short +time=5 +tries=1 -p {dns} @127.0.0.1 {name} A)"',
    "tls": 'echo | openssl s_client -connect localhost:{tls} -servername localhost -verify_hostname localhost -verify_return_error -CAfile {authority} 2>/dev/null'
           ' | openssl x509 -noout -checkend 0 >/dev/null 2>&1',
    "tcp": "timeout 5 bash -c 'exec 3<>/dev/tcp/127.0.0.1/{tcp}' 2>/dev/null",
}


def seconds(call):
    begun = time.monotonic()
    result = call()
    return time.monotonic() - begun, result


def table(program, home, env, probes):
    pack = probe_packs.write_chain(home / "bench", probes)
    taken, done = seconds(lambda: probe_packs.run(program, ["--pack", pack, "--json", "check", "table", "--allow", "network,command=sleep"], env))
    return taken, json.loads(done.stdout)["results"]


def overrun(program, home, env, world):
    """Milliseconds beyond the deadline, of probes that never get an answer."""
    hanging = [{"tcp": at(world.full)}, {"tls": at(world.silent)}, {"http": f"http://{at(world.silent)}/"}, {"dns": "silent.test", "resolver": at(world.dns)},
               {"clock": at(world.clock["silent"])}, {"command": ["sleep", "1000"]}]
    probes = [{**hanging[i % len(hanging)], "timeout": f"{0.3 + i / 1000:.3f}s"} for i in range(60)]
    _, results = table(program, home, env, probes)
    beyond = [result["ms"] - 1000 * float(probe["timeout"][:-1]) for result, probe in zip(results, probes)]
    print(f"beyond the deadline, 60 probes: median {statistics.median(beyond):+.0f} ms, worst {max(beyond):+.0f} ms")


def crowd(program, home, env, world):
    taken, results = table(program, home, env, [{"tcp": at(world.full), "timeout": f"{1 + i / 100000:.5f}s"} for i in range(50)])
    waited = sum(result["finding"] == "timeout" for result in results)
    print(f"50 TCP probes to a full backlog, 1 s each: {taken:.2f} s together, {waited} of them ended by their deadline")


def side_by_side(program, env, world, turns):
    pairs = []
    for name, good in (("status/200", True), ("status/503", False)):
        pairs.append(("http", ["http", world.url(name)], {"url": world.url(name)}, good))
    for name, good in (("a.test", True), ("missing.test", False)):
        pairs.append(("dns", ["dns", name, "--resolver", at(world.dns)], {"dns": world.dns.port, "name": name}, good))
    for name, good in (("valid", True), ("expired", False), ("own", False), ("elsewhere", False)):
        port = world.tls[name].port
        pairs.append(("tls", ["tls", f"localhost:{port}"], {"tls": port, "authority": world.certificates.authority}, good))
    for port, good in ((world.open.port, True), (world.closed, False)):
        pairs.append(("tcp", ["tcp", f"127.0.0.1:{port}"], {"tcp": port}, good))
    print(f"{'probe':<28}{'unknot':>10}{'script':>10}{'ratio':>8}  verdicts (median of {turns}, ms)")
    for kind, words, values, good in pairs:
        ours, theirs, same = [], [], True
        for _ in range(turns):
            taken, done = seconds(lambda: probe_packs.run(program, ["probe", *words, *(["--min-days", "0"] if kind == "tls" else [])], env))
            ours.append(taken)
            taken, other = seconds(lambda: subprocess.run(["sh", "-c", SCRIPTS[kind].format(**values)], env=env, check=False))
            theirs.append(taken)
            same = same and (done.returncode == 0) == (other.returncode == 0) == good
        mine, other = 1000 * statistics.median(ours), 1000 * statistics.median(theirs)
        print(f"{kind + (' (good)' if good else ' (bad)'):<28}{mine:>10.1f}{other:>10.1f}{mine / other:>8.2f}  {'same' if same else 'DIFFERENT'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--turns", type=int, default=15)
    options = parser.parse_args()
    home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-bench-"))
    world = World(home)
    env = probe_packs.environment(home, SSL_CERT_FILE=str(world.certificates.authority))
    try:
        overrun(options.program, home, env, world)
        crowd(options.program, home, env, world)
        side_by_side(options.program, env, world, options.turns)
    finally:
        world.close()
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
