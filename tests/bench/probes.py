#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long probes take beyond their deadline, how many wait at once, and how a probe and a check of many compare with curl, dig, openssl and bash called from a
shell script: the same servers, turn by turn, wall time and the processor time of all processes. Ends with 1 when a verdict differs. Figures are for comparing
with one another on one machine."""
import argparse
import json
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import enclosed  # noqa: E402
import probe_cases  # noqa: E402
import probe_packs  # noqa: E402
import probe_peers  # noqa: E402
import probes_test  # noqa: E402
from probe_cases import World, at  # noqa: E402

MS = 1000
SYSTEM = pathlib.Path("/etc/ssl/certs")   # in the file all authorities, and each by its hash besides


def enclose():
    try:
        enclosed.enclose()
        return SYSTEM.joinpath("ca-certificates.crt").is_file()
    except unittest.SkipTest as reason:
        print(f"with the tests' own authority only: {reason}")
        return False


def trust(home, authority):
    """As on a machine that trusts the authority besides all others: to read those is a good part of a connection."""
    folder = home / "certs"
    shutil.copytree(SYSTEM, folder, symlinks=True)
    number = subprocess.run(["openssl", "x509", "-hash", "-noout", "-in", str(authority)], capture_output=True, text=True, check=True).stdout.strip()
    (folder / f"{number}.0").symlink_to(authority)
    with open(folder / "ca-certificates.crt", "a", encoding="ascii") as everybody:
        everybody.write(authority.read_text(encoding="ascii"))
    enclosed.put_over(SYSTEM, folder)


class Cost:
    """Medians over some turns, in milliseconds."""

    def __init__(self):
        self.wall, self.processor = [], []

    def measure(self, call):
        used, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        result = call()
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.wall.append(MS * (time.monotonic() - begun))
        self.processor.append(MS * (now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime))
        return result


def check(program, home, env, probes):
    pack = probe_packs.write_chain(home / "bench", probes)
    return lambda: probe_packs.run(program, ["--pack", pack, "--json", "check", "table", "--allow", probes_test.ALLOWED], env)


def results(done):
    return json.loads(done.stdout)["results"]


def tell_overrun(name, probes, told):
    beyond = [result["ms"] - probes_test.milliseconds(probe["timeout"]) for probe, result in zip(probes, told) if result["finding"] == "timeout"]
    print(f"beyond the deadline, {len(beyond)} of {len(probes)} probes {name}: median {statistics.median(beyond):+.0f} ms, worst {max(beyond):+.0f} ms")


def overrun(program, home, env, world):
    cases = [case[1] for case in probe_cases.all_cases(world)]
    table = [{**probe, **({} if "timeout" in probe else {"timeout": "20s"})} for probe in cases]
    tell_overrun("of the tests' table", table, results(check(program, home, env, table)()))
    hanging = [{"tcp": at(world.full)}, {"tls": at(world.silent)}, {"http": f"http://{at(world.silent)}/"}, {"dns": "silent.test", "resolver": at(world.dns)},
               {"clock": at(world.clock["silent"])}, {"command": ["sleep", "1000"]}]
    probes = [{**hanging[i % len(hanging)], "timeout": f"{0.3 + i / 1000:.3f}s"} for i in range(60)]
    tell_overrun("that never get an answer", probes, results(check(program, home, env, probes)()))


def crowd(program, home, env, world):
    cost = Cost()
    told = results(cost.measure(check(program, home, env, [{"tcp": at(world.full), "timeout": f"{1 + i / 100000:.5f}s"} for i in range(50)])))
    waited = sum(result["finding"] == "timeout" for result in told)
    print(f"50 TCP probes to a full backlog, 1 s each: {cost.wall[0] / MS:.2f} s together, {waited} of them ended by their deadline")


def script(text, env):
    return lambda: subprocess.run(["sh", "-c", text], env=env, capture_output=True, text=True, check=False)


def compare(name, turns, ours, theirs, agree):
    """One line; True when both said the same each time."""
    mine, others, same = Cost(), Cost(), True
    for _ in range(turns):
        same = agree(mine.measure(ours), others.measure(theirs)) and same
    columns = []
    for one, other in ((mine.wall, others.wall), (mine.processor, others.processor)):
        one, other = statistics.median(one), statistics.median(other)
        columns.append(f"{one:>9.1f}{other:>9.1f}{one / other:>7.2f}")
    print(f"{name:<28}{'  '.join(columns)}  {'same' if same else 'DIFFERENT'}", flush=True)
    return same


def singles(program, env, world, turns):
    same = True
    for row in probe_peers.plain_rows(world):
        def agree(done, other, good=row.good):
            return (done.returncode == 0) == (other.returncode == 0) == good
        same = compare(row.title, turns, lambda row=row: probe_packs.run(program, row.words(), env), script(row.script, env), agree) and same
    return same


def together(name, rows, program, home, env, turns):
    """Unknot asks at once, a script one after the other."""
    probes = [{**row.probe, "timeout": f"{probe_peers.LONG + i / 1000:.3f}s"} for i, row in enumerate(rows)]   # no two the same: one would answer for both
    lines = "\n".join(f"if {row.script}; then echo yes; else echo no; fi" for row in rows)

    def agree(done, other):
        words = other.stdout.split()
        return [result["status"] in ("ok", "warn") for result in results(done)] == [word == "yes" for word in words] == [row.good for row in rows]
    return compare(name, turns, check(program, home, env, probes), script(lines, env), agree)


def checks(program, home, env, world, turns):
    """Of one probe for each of curl, dig and openssl, of the plain rows, and of those twice over."""
    plain = list(probe_peers.plain_rows(world))
    first = {row.kind: row for row in reversed(plain)}
    sets = {"a check: curl": [first["http"]], "a check: curl, dig": [first["http"], first["dns"]],
            "a check: curl, dig, openssl": [first["http"], first["dns"], first["tls"]],
            f"a check of {len(plain)}": plain, f"a check of {2 * len(plain)}": plain * 2}
    return all([together(name, rows, program, home, env, turns) for name, rows in sets.items()])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--turns", type=int, default=15)
    options = parser.parse_args()
    home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-bench-"))
    alone = enclose()
    world = World(home)
    env = probe_packs.environment(home, PROBE_CASE="yes", **({} if alone else {"SSL_CERT_FILE": str(world.certificates.authority)}))
    try:
        if alone:
            trust(home, world.certificates.authority)
        overrun(options.program, home, env, world)
        crowd(options.program, home, env, world)
        print(f"{f'median of {options.turns}, ms':<28}{'wall':>9}{'script':>9}{'ratio':>7}  {'processor':>9}{'script':>9}{'ratio':>7}  verdicts")
        same = singles(options.program, env, world, options.turns)
        same = checks(options.program, home, env, world, options.turns) and same
    finally:
        world.close()
        shutil.rmtree(home)
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
