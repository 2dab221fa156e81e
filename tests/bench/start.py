#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up ratios, measured side by side: commands take turns, medians are compared.

usage: start.py UNKNOT HELLO [ROUNDS]

Prints `unknot --version` against a program that links the same libraries and does nothing, and `unknot run` of one tree in a pack
of 10,000 trees against the same in a pack of 10.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

TREE = """unknot: 1
tree: {id}
title: A generated tree
start: first
nodes:
  first:
    ask: Which of these is it?
    options:
{options}
{ends}"""


def tree(name, nodes=25):
    options = "\n".join(f"      o{i}: {{label: Option {i}, to: e{i}}}" for i in range(nodes))
    ends = "\n".join(f"  e{i}: {{end: resolved, say: Do the thing number {i}.}}" for i in range(nodes))
    return TREE.format(id=name, options=options, ends=ends)


def make_pack(folder, count):
    os.makedirs(os.path.join(folder, "trees"))
    with open(os.path.join(folder, "pack.yaml"), "w") as file:
        file.write("unknot: 1\npack: generated\nversion: 1.0.0\nsource-language: en\nlanguages: [en]\n")
    for number in range(count):
        name = f"tree-{number:05}"
        with open(os.path.join(folder, "trees", name + ".yaml"), "w") as file:
            file.write(tree(name))


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def compare(name, first, second, rounds):
    times = ([], [])
    for command in (first, second):
        seconds(command)
    for _ in range(rounds):
        times[0].append(seconds(first))
        times[1].append(seconds(second))
    a, b = (1000 * statistics.median(t) for t in times)
    print(f"{name}: {a:.2f} ms against {b:.2f} ms, ratio {a / b:.3f}")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    unknot, hello = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    compare("unknot --version against hello", [unknot, "--version"], [hello], rounds)
    with tempfile.TemporaryDirectory() as folder:
        packs = [os.path.join(folder, name) for name in ("many", "few")]
        make_pack(packs[0], 10000)
        make_pack(packs[1], 10)
        runs = [[unknot, "--pack", pack, "--json", "run", "tree-00005", "--no-record", "--answer", "first=o3"] for pack in packs]
        compare("unknot run with 10,000 trees against 10", runs[0], runs[1], rounds)


main()
