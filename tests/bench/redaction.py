#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redaction and scan side by side with ripgrep, which looks for tokens by regular expressions in the way of gitleaks, over the same ordinary text.

usage: redaction.py --program build/release/bin/unknot [--megabytes 16] [--rounds 5] [FILE...]

Without files the text is the English articles of the knowledge, over and over. Each command has one core; they take turns, and medians of processor
time are compared, because a busy machine changes wall time most. The aim is 50 MB/s for both commands.
"""
import argparse
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import tempfile

KNOWLEDGE = pathlib.Path(__file__).resolve().parent.parent.parent / "knowledge" / "articles"
PATTERNS = [
    r"\b((?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})\b",
    r"\bghp_[0-9a-zA-Z]{36}\b",
    r"\bgithub_pat_\w{82}\b",
    r"\bglpat-[\w-]{20}\b",
    r"\bxox[bpars]-[0-9A-Za-z-]{10,}",
    r"\b(?:sk|rk)_(?:test|live|prod)_[a-zA-Z0-9]{10,99}\b",
    r"\bAIza[\w-]{35}\b",
    r"\bya29\.[\w-]+",
    r"\bey[a-zA-Z0-9]{17,}\.ey[a-zA-Z0-9/\\_-]{17,}\.[a-zA-Z0-9/\\_-]{10,}",
    r"-----BEGIN[ A-Z0-9_-]{0,100}PRIVATE KEY(?: BLOCK)?-----",
    r"(?i)[\w.-]{0,50}?(?:access|auth|api|credential|creds|key|passwd|password|secret|token)(?:[ \t\w.-]{0,20})[\s'\x22]{0,3}(?:=|>|:{1,3}=|\|\||:|=>|\?=|,)"
    r"[`'\x22\s=]{0,5}([\w.=-]{10,150}|[a-z0-9][a-z0-9+/]{11,}={0,3})(?:[`'\x22\s;]|\\[nr]|$)",
    r"\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}",
    r"\bnpm_[a-z0-9]{36}\b",
    r"\bSG\.[\w.-]{66}\b",
    r"\bpypi-AgEIcHlwaS5vcmc[\w-]{50,}",
    r"\b(?:[xyz]prv)[1-9A-HJ-NP-Za-km-z]{107,108}\b",
    r"\b[5KL][1-9A-HJ-NP-Za-km-z]{50,51}\b",
    r"\b(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|3[47][0-9]{13})\b",
]


def text_file(folder, files, size):
    texts = [path.read_bytes() for path in (map(pathlib.Path, files) if files else sorted(KNOWLEDGE.glob("*.en.md")))]
    path = folder / "text"
    with path.open("wb") as out:
        written = 0
        while written < size:
            for text in texts:
                written += out.write(text)
    return path


def processor_seconds(command, source):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with source.open("rb") as given:
        done = subprocess.run(command, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
                              env={"PATH": os.environ["PATH"], "HOME": "/nonexistent"})
    if done.returncode > 1:
        raise SystemExit(f"{command[-1]}: {done.stderr.decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--megabytes", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        text = text_file(folder, options.files, options.megabytes * 1_000_000)
        patterns = folder / "patterns"
        patterns.write_text("\n".join(PATTERNS) + "\n", encoding="utf-8")
        one_core = ["taskset", "-c", "0"] if shutil.which("taskset") else []
        commands = {"unknot redact": [options.program, "redact"], "unknot scan": [options.program, "scan", str(text)],
                    "ripgrep, 18 patterns": ["rg", "-j1", "-c", "-f", str(patterns), str(text)]}
        times = {what: [] for what in commands}
        for _ in range(options.rounds):
            for what, command in commands.items():
                times[what].append(processor_seconds(one_core + command, text))
        size = text.stat().st_size / 1e6
        peer = statistics.median(times["ripgrep, 18 patterns"])
        for what, seconds in times.items():
            middle = statistics.median(seconds)
            print(f"{what:<22} {size / middle:7.1f} MB/s   {middle / peer:5.2f} of ripgrep's time")


if __name__ == "__main__":
    main()
