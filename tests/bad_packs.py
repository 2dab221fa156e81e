#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One defect each in tests/packs/bad, and the whole of what `unknot pack lint` says about it in the .expected file beside.

NAME.yaml is put into the base pack as trees/NAME.yaml; the folder NAME is laid over the base pack, and its file `links`, if there is one, names symbolic
links to make (`path target`). With --accept the .expected files are rewritten with what came out.
"""
import argparse
import difflib
import os
import pathlib
import shutil
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS / "transcripts"))
import run as transcripts  # noqa: E402

PACKS = TESTS / "packs"


def defects():
    return sorted(path for path in (PACKS / "bad").iterdir() if path.suffix != ".expected")


def lay_out(defect, work):
    """The base pack with the defect in it."""
    pack = work / "pack"
    shutil.copytree(PACKS / "base", pack)
    (work / "outside").mkdir()
    (work / "outside" / "acme.yaml").write_text("unknot: 1\n")
    (work / "outside.yaml").write_text("unknot: 1\n")
    if defect is None:
        return
    if defect.is_dir():
        shutil.copytree(defect, pack, dirs_exist_ok=True)
    else:
        shutil.copy(defect, pack / "trees" / defect.name)
    links = pack / "links"
    if links.exists():
        for line in links.read_text().splitlines():
            path, target = line.split()
            os.symlink(target, pack / path)
        links.unlink()


def said_about(defect, program):
    """Standard output, standard error and exit status of the linter, in a transcript's form."""
    with tempfile.TemporaryDirectory(prefix="unknot-bad-") as folder:
        folder = pathlib.Path(folder)
        step = transcripts.Step([], "unknot pack lint pack")
        outcome = transcripts.run(transcripts.Transcript(steps=[step]), program, folder, lambda work: lay_out(defect, work))[0][0]
        return step.text(outcome).split("\n", 1)[1]


def check(defect, program, accept):
    expected_file = defect.with_suffix(".expected")
    expected = expected_file.read_text(encoding="utf-8") if expected_file.exists() else ""
    said = said_about(defect, program)
    faults = []
    if said.startswith("0 errors, 0 warnings\n"):
        faults.append(f"{defect.name}: no fault was found")
    if said != expected and accept:
        expected_file.write_text(said, encoding="utf-8")
    elif said != expected:
        lines = difflib.unified_diff(expected.splitlines(True), said.splitlines(True), f"{expected_file.name} (expected)", f"{defect.name} (came out)")
        faults.append("".join(lines))
    return faults


def main():
    parser = argparse.ArgumentParser(description="lints bad packs and compares every word")
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--accept", action="store_true", help="rewrite the .expected files with what came out")
    parser.add_argument("names", nargs="*", help="defects; all without any")
    options = parser.parse_args()
    program = options.program.resolve()
    chosen = [path for path in defects() if not options.names or path.stem in options.names]
    faults = [] if chosen else ["no such defect"]
    clean = said_about(None, program)
    if clean != "0 errors, 0 warnings\n":
        faults.append(f"the base pack is to have no fault:\n{clean}")
    names = {path.stem for path in defects()}
    faults += [f"{path.name}: no such defect" for path in (PACKS / "bad").glob("*.expected") if path.stem not in names]
    for path in chosen:
        faults += check(path, program, options.accept)
    print("\n".join(faults))
    print(f"{len(chosen)} defects, {len(faults)} of them not as expected")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
