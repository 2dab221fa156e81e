#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a transcript: commands, what each must print, its exit status and the files it needs, in one text.

    # a comment                     belongs to the command that follows
    use: kinds                      copies tests/packs/good/kinds (or knowledge) into the working folder
    mask: time                      what varies is masked, by the names in MASKS; only where a file asks for it
    $ unknot list --pack mini       run by `sh -c` in a fresh folder with its own home
    < text                          a line of standard input; without any it is empty
    text                            a line of standard output; `| text` where it would read as something else, `|` when it is empty
    \\                               the line before has no line break
    ! text                          a line of standard error
    ? 2                             the exit status, when it is not 0
    -- mini/pack.yaml --            a file in the working folder, up to the next such line; after all commands

Empty lines separate. With --accept the file is rewritten with what came out.
"""
import argparse
import dataclasses
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS))
import json_schemas  # noqa: E402

SECONDS = 120
FILE_HEADING = re.compile(r"-- (\S+) --$")
SPECIAL = re.compile(r"$|[#$<!?|\\]( |$)|(use|mask):|-- \S+ --$")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
MASKS = {
    "time": (re.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\dZ?)?"), "<time>"),
    "date": (re.compile(r"\b\d{4}-\d\d-\d\d\b"), "<date>"),
    "duration": (re.compile(r"\b\d+(\.\d+)? ?(ms|s)\b"), "<duration>"),
    "score": (re.compile(r'(?<="score": )\d+(\.\d+)?'), '"<score>"'),
    "system": (re.compile(r"(?<=System: )[^\\\n]+|(?<=System\*\*: )[^\n]+"), "<system>"),
    "index": (re.compile(r"(?<=-)[0-9a-f]{12}(?=\.idx)"), "<hash>"),
    "seconds": (re.compile(r'(?<="median_seconds": )\d+(\.\d+)?'), '"<seconds>"'),
    "uid": (re.compile(r"\b[0-9a-f]{16}\b"), "<uid>"),
    "bytes": (re.compile(r'(?<="bytes": )\d+'), '"<bytes>"'),
}


class Malformed(Exception):
    pass


@dataclasses.dataclass
class Outcome:
    stdout: str = ""
    stderr: str = ""
    status: int = 0

    def masked(self, folder, names):
        stdout, stderr = self.stdout.replace(folder, "<folder>"), self.stderr.replace(folder, "<folder>")
        for pattern, name in (MASKS[name] for name in names):
            stdout, stderr = pattern.sub(name, stdout), pattern.sub(name, stderr)
        return Outcome(stdout, stderr, self.status)


@dataclasses.dataclass
class Step:
    before: list      # comments and empty lines
    command: str
    input: list = dataclasses.field(default_factory=list)
    expected: Outcome = dataclasses.field(default_factory=Outcome)

    def text(self, outcome):
        lines = [*self.before, "$ " + self.command, *("< " + line if line else "<" for line in self.input)]
        lines += [plain_line(line) for line in printed_lines(outcome.stdout)]
        lines += ["! " + line if line else "!" for line in printed_lines(outcome.stderr)]
        return "\n".join(lines + ([f"? {outcome.status}"] if outcome.status else [])) + "\n"


@dataclasses.dataclass
class Transcript:
    uses: list = dataclasses.field(default_factory=list)
    masks: list = dataclasses.field(default_factory=list)
    head: list = dataclasses.field(default_factory=list)
    steps: list = dataclasses.field(default_factory=list)
    after: list = dataclasses.field(default_factory=list)
    files: dict = dataclasses.field(default_factory=dict)

    def text(self, outcomes):
        files = "".join(f"-- {path} --\n{content}" for path, content in self.files.items())
        steps = "".join(step.text(outcome) for step, outcome in zip(self.steps, outcomes))
        return "".join(line + "\n" for line in self.head) + steps + "".join(line + "\n" for line in self.after) + files


NO_BREAK = "\\"


def printed_lines(text):
    if not text:
        return []
    escaped = CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
    return escaped[:-1].split("\n") if escaped.endswith("\n") else [*escaped.split("\n"), NO_BREAK]


def plain_line(line):
    if line == NO_BREAK or not SPECIAL.match(line):
        return line
    return ("| " + line).rstrip(" ") if not line else "| " + line


def joined(lines):
    """The text whose printed lines these are."""
    if lines and lines[-1] == NO_BREAK:
        return "\n".join(lines[:-1])
    return "".join(line + "\n" for line in lines)


def read(text):
    """The transcript that a text is."""
    transcript, pending, step, stdout, stderr = Transcript(), [], None, [], []

    def close():
        if step:
            step.expected = dataclasses.replace(step.expected, stdout=joined(stdout), stderr=joined(stderr))
        stdout.clear()
        stderr.clear()

    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        mark, rest = line[:1], line[2:]
        if FILE_HEADING.match(line):
            transcript.files = files_in(lines[number - 1:])
            break
        if line.startswith(("use:", "mask:")):
            key, names = line.split(":", 1)
            (transcript.uses if key == "use" else transcript.masks).extend(names.split())
            transcript.head += [*pending, line]
            pending = []
        elif not line or mark == "#" and line[1:2] in ("", " "):
            pending.append(line)
        elif line.startswith("$ "):
            close()
            step = Step(pending, rest)
            pending = []
            transcript.steps.append(step)
        elif step is None or pending:
            raise Malformed(f"line {number}: expected a command before what it prints, found '{line}'")
        elif line.startswith("? "):
            step.expected.status = int(rest)
        elif SPECIAL.match(line) and mark in "<!|":
            {"<": step.input, "!": stderr, "|": stdout}[mark].append(rest)
        else:
            stdout.append(line)
    close()
    transcript.after = pending
    unknown = [name for name in transcript.masks if name not in MASKS]
    if unknown:
        raise Malformed(f"expected a mask of {', '.join(MASKS)}; found '{unknown[0]}'")
    if not transcript.steps:
        raise Malformed("expected at least one command")
    return transcript


def files_in(lines):
    files = {}
    for line in lines:
        heading = FILE_HEADING.match(line)
        if heading:
            path = heading[1]
            files[path] = ""
        else:
            files[path] += line + "\n"
    return files


def lay_out(transcript, folder):
    """Makes the working folder and the home beside it, and answers with the environment of the commands."""
    work, home = folder / "work", folder / "home"
    work.mkdir()
    home.mkdir()
    for name in transcript.uses:
        source = TESTS.parent / name if name == "knowledge" else TESTS / "packs" / "good" / name
        shutil.copytree(source, work / name)
    for path, content in transcript.files.items():
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text(content, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")}
    xdg = {f"XDG_{kind}_HOME": home / kind.lower() for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    return {**kept, "HOME": str(home), "TZ": "UTC", "LC_ALL": "C.UTF-8", "XDG_DATA_DIRS": str(folder / "share"), "XDG_CONFIG_DIRS": str(folder / "etc"),
            **{name: str(path) for name, path in xdg.items()}}


def run_step(step, folder, environment):
    input_bytes = "".join(line + "\n" for line in step.input).encode()
    try:
        done = subprocess.run(["sh", "-c", step.command], cwd=folder / "work", env=environment, input=input_bytes, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return Outcome("", f"(killed after {SECONDS} s)\n", -1)
    return Outcome(done.stdout.decode(errors="backslashreplace"), done.stderr.decode(errors="backslashreplace"), done.returncode)


def run(transcript, program, folder, prepare=lambda work: None):
    """The outcome of each step, masked, and what is wrong with the JSON documents among them."""
    environment = lay_out(transcript, folder)
    prepare(folder / "work")
    programs = folder / "bin"
    programs.mkdir()
    (programs / "unknot").symlink_to(program)
    environment["PATH"] = f"{programs}:{environment['PATH']}"
    outcomes, faults = [], []
    for step in transcript.steps:
        outcome = run_step(step, folder, environment)
        document = json_schemas.document_in(outcome.stdout)
        if document is not None:
            faults += [f"$ {step.command}\n  {fault}" for fault in json_schemas.faults(document)]
        outcomes.append(outcome.masked(str(folder / "work"), transcript.masks).masked(str(folder), []))
    return outcomes, faults


def check(path, program, accept):
    """Runs one file. True when all of it came out as written, or was accepted."""
    text = path.read_text(encoding="utf-8")
    transcript = read(text)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="unknot-transcript-"))
    outcomes, faults = run(transcript, program, folder)
    got, expected = transcript.text(outcomes), transcript.text([step.expected for step in transcript.steps])
    if accept and got != text:
        path.write_text(got, encoding="utf-8")
        print(f"{path}: accepted")
    elif got != expected:
        sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), got.splitlines(True), f"{path} (expected)", f"{path} (came out)"))
    for fault in faults:
        print(fault)
    good = not faults and (accept or got == expected)
    if good:
        shutil.rmtree(folder)
    else:
        print(f"{path}: failed; its folder is kept: {folder}")
    return good


def main():
    parser = argparse.ArgumentParser(description="runs transcripts")
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--accept", action="store_true", help="rewrite the files with what came out")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    try:
        results = [check(path, options.program.resolve(), options.accept) for path in options.files]
    except Malformed as problem:
        sys.exit(f"malformed transcript: {problem}")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
