# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs of probes, made for a test, and the program run on them with an environment of its own."""
import json
import pathlib
import subprocess

import one_program

FILES = ("file",)
NETWORK = ("dns", "tcp", "tls", "http", "clock")


def needs_of(probes):
    """What a pack with these probes must say that it needs."""
    needs = {"network": [], "files": [], "commands": []}
    for probe in probes:
        kind, argument = next(iter(probe.items()))
        if kind in NETWORK:
            needs["network"].append(kind)
        elif kind in FILES:
            needs["files"].append(argument)
        elif kind == "command":
            needs["commands"].append(argument)
    return {"network": sorted(set(needs["network"])), "files": sorted(set(needs["files"])), "commands": [list(line) for line in sorted(set(map(tuple, needs["commands"])))]}


def chain(probes):
    """Nodes that run one probe after the other, whatever they find."""
    nodes = {}
    for i, probe in enumerate(probes):
        after = f"p{i + 1}" if i + 1 < len(probes) else "done"
        nodes[f"p{i}"] = {"probe": probe, "ok": after, "else": after}
    nodes["done"] = {"end": "resolved"}
    return nodes


def write_pack(folder, nodes, start, needs, tree="table", facts=None):
    """JSON is YAML."""
    folder = pathlib.Path(folder)
    (folder / "trees").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(json.dumps({"unknot": 1, "pack": folder.name, "version": "1.0.0", "title": {"en": "Probes"}, "source-language": "en",
                                                  "languages": ["en"], "license": "GPL-3.0-or-later", "needs": needs}), encoding="utf-8")
    document = {"unknot": 1, "tree": tree, "title": "Probes", "summary": "Probes", "symptoms": ["probes"], "reviewed": "2026-11-21",
                "sources": ["https://example.org"], **({"facts": facts} if facts else {}), "start": start, "nodes": nodes}
    (folder / "trees" / f"{tree}.yaml").write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


def write_chain(folder, probes):
    return write_pack(folder, chain(probes), "p0", needs_of(probes))


def environment(home, **more):
    return {**one_program.private_environment(home), **more}


def run(program, arguments, env, timeout=120, **more):
    return subprocess.run([str(program), *map(str, arguments)], env=env, capture_output=True, text=True, timeout=timeout, check=False, **more)
