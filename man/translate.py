#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills man/po from the program's own catalogues: a command's summary or an option's description that po/de.po has is not translated twice.

    po4a --no-translations man/po4a.cfg && man/translate.py

What stands on a page as `Lists what the packs hold.  See unknot-list(1).` is a summary and a reference, `Never ask anything.` is `never ask anything`.
Macros, commands and codes say the same in every language. What is left is for translators; a translation that is there is never touched.
"""
import pathlib
import re

MAN = pathlib.Path(__file__).resolve().parent
CATALOGUES = {"de": "de", "zh_CN": "zh"}
SEE = {"de": "  Siehe {}.", "zh_CN": "参见 {}。"}
SENTENCE_END = {"de": ".", "zh_CN": "。"}
CAPITAL = {"de": str.upper, "zh_CN": str}
SAME = re.compile(r"(?!.* No )(?:(?:Ic|Fl|Cm|Ev|Pa|Ar|Ql|Xr) .*|E<\.[^>]*>(?:,? E<\.[^>]*>)*|unknot .*|[A-Z-]+ \d|\d+|November .*)$")
LITERALS = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'


def joined(literals):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))


def entries(text):
    """Of each block its text, comments, msgid and msgstr, escaped as in the file."""
    for block in text.split("\n\n"):
        found = re.search(r"^msgid " + LITERALS + r"msgstr " + LITERALS, block + "\n", re.MULTILINE)
        yield block, joined(found[1]) if found else "", joined(found[2]) if found else ""


def translated(text, known, language):
    if SAME.match(text):
        return text
    reference = re.search(r"  See (E<\.Xr [^>]*>)\.$", text)
    if reference:
        summary = translated(text[:reference.start()], known, language)
        return summary + SEE[language].format(reference[1]) if summary else ""
    bare = text.removesuffix(".")
    for form in (text, bare, text[:1].lower() + text[1:], bare[:1].lower() + bare[1:]):
        if form in known:
            ending = SENTENCE_END[language] if text.endswith(".") and not known[form].endswith((".", "。")) else ""
            return CAPITAL[language](known[form][:1]) + known[form][1:] + ending
    return ""


def main():
    for language, catalogue in CATALOGUES.items():
        source = (MAN.parent / "po" / f"{catalogue}.po").read_text(encoding="utf-8")
        known = {text: translation for block, text, translation in entries(source) if text and translation and "#, fuzzy" not in block}
        path, blocks, missing = MAN / "po" / f"{language}.po", [], 0
        for block, text, translation in entries(path.read_text(encoding="utf-8")):
            fuzzy = "#, fuzzy" in block
            made = translated(text, known, language) if text and (not translation or fuzzy) else ""
            if made:
                block = re.sub(r"#, fuzzy(, )?", lambda found: "#, " if found[1] else "#,", block)
                block = re.sub(r"\n#,(?=\n)|^#,\n|^#\|.*\n", "", block, flags=re.MULTILINE)
                block = re.sub(r"^msgstr [\s\S]*", lambda _, made=made: f'msgstr "{made}"', block, flags=re.MULTILINE)
            missing += 1 if text and not made and (not translation or fuzzy) else 0
            blocks.append(block.rstrip("\n"))
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
        print(f"{path.name}: {missing} to translate")


if __name__ == "__main__":
    main()
