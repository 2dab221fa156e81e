#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every interface text in cli/ is translated, with the same placeholders, and nothing else is in the catalogues."""
import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LITERALS = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
MARKED = re.compile(r"(?<![\w])_\(\s*" + LITERALS + r"\)")
PLURAL = re.compile(r"(?<![\w])plural\(\s*" + LITERALS + r",\s*" + LITERALS + r",")


def text_of(literals):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals)).replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def texts_in_sources():
    """The texts by themselves, and which files have some."""
    texts, files = set(), []
    for path in sorted((ROOT / "cli").glob("*.cpp")):
        source = path.read_text(encoding="utf-8")
        found = [text_of(match.group(1)) for match in MARKED.finditer(source)]
        for match in PLURAL.finditer(source):
            found += [text_of(match.group(1)), text_of(match.group(2))]
        texts.update(found)
        if found:
            files.append(path.relative_to(ROOT).as_posix())
    return texts, files


def entries(catalogue):
    """(texts, translations, fuzzy) of each entry but the header."""
    for block in catalogue.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if not line.startswith("#")]
        fields = re.findall(r"^(msgid|msgid_plural|msgstr(?:\[\d\])?) " + LITERALS, "\n".join(lines) + "\n", re.MULTILINE)
        texts = [text_of(value) for key, value in fields if key.startswith("msgid")]
        translations = [text_of(value) for key, value in fields if key.startswith("msgstr")]
        if texts and texts != [""]:
            yield texts, translations, "#, fuzzy" in block


def faults_of(catalogue, wanted):
    known = set()
    for texts, translations, fuzzy in entries(catalogue):
        known.update(texts)
        if fuzzy or not translations or not all(translations):
            yield f"not translated: {texts[0]!r}"
        for translation in translations:
            if translation.count("{}") != texts[0].count("{}"):
                yield f"other placeholders: {translation!r}"
            if texts[0].endswith(" ") != translation.endswith(" "):
                yield f"the space at the end: {translation!r}"
    yield from (f"missing: {text!r}" for text in sorted(wanted - known))
    yield from (f"not in any source: {text!r}" for text in sorted(known - wanted))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", help="not used: the sources are read")
    parser.parse_args()
    wanted, files = texts_in_sources()
    faults = [] if len(wanted) > 50 else [f"only {len(wanted)} texts were found in cli/"]
    listed = (ROOT / "po/POTFILES").read_text(encoding="utf-8").split("\n")
    if [line for line in listed if line and not line.startswith("#")] != files:
        faults.append("po/POTFILES is not the list of the files with texts:\n" + "\n".join(files))
    for language in ("de", "zh"):
        faults += [f"po/{language}.po: {fault}" for fault in faults_of(ROOT / f"po/{language}.po", wanted)]
    print("\n".join(faults) or f"{len(wanted)} texts, all translated")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
