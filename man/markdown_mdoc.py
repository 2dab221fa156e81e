# SPDX-License-Identifier: GPL-3.0-or-later
"""The little Markdown of data/help as mdoc: paragraphs, tables of two columns, lists, `code`, **strong**, and page(7)."""
import re

MACRO = re.compile(r"[A-Z][a-z]$|[A-Z][A-Z]$")
VARIABLE = re.compile(r"[A-Z][A-Z_]{2,}$")


def escaped(text):
    return re.sub(r"^([.'])", r"\\&\1", text.replace("\\", "\\e"))


def argument(text):
    """One argument of a macro."""
    text = text.replace("\\", "\\e").replace('"', "\\(dq")
    if " " in text or not text:
        return f'"{text}"'
    return "\\&" + text if MACRO.match(text) or text[0] in ".,:;()[]?!|" else text


def macro(token):
    if token.startswith("`"):
        code = token.strip("`")
        page = re.match(r"(unknot[a-z-]*)\((\d)\)$", code)
        return f"Xr {page[1]} {page[2]}" if page else f"Ev {code}" if VARIABLE.match(code) else f"Ql {argument(code)}"
    if token.startswith("**"):
        return f"Sy {argument(token.strip('*'))}"
    name, section = re.match(r"([a-z-]+)\((\d)\)", token).groups()
    return f"Xr {name} {section}"


def paragraph(text):
    """A paragraph; a token that stands free becomes a macro line, one that touches a word is quoted inline."""
    lines, at = [""], 0
    text = " ".join(text.split())
    for token in re.finditer(r"`[^`]+`|\*\*[^*]+\*\*|\b[a-z][a-z-]*\(\d\)", text):
        before, behind = text[at:token.start()], text[token.end():]
        bracketed = before.endswith("(") and behind.startswith(")")
        closing = re.match(r"[.,;:!?)]*(?= |$)", behind[1:] if bracketed else behind)
        lines[-1] += escaped(before.removesuffix("(") if bracketed else before) if not lines[-1] else before
        if not re.search(r"(^| |\()$", before) or (before.endswith("(") and not bracketed) or closing is None:
            lines[-1] += "\\(lq" + escaped(token[0].strip("`*")) + "\\(rq"
            at = token.end()
            continue
        marks = "".join(f" {mark}" for mark in closing[0])
        at = token.end() + len(closing[0]) + bracketed
        lines[-1] = lines[-1].rstrip()
        lines += [f".{'Pq ' if bracketed else ''}{macro(token[0])}{marks}", ""]
    lines[-1] += text[at:] if lines[-1] else escaped(text[at:].lstrip())
    joined = "\n".join(line.strip() for line in lines if line.strip())
    return re.sub(r"(?m)^(?!\.[A-Z])(.*)$", lambda line: re.sub(r"(?<=[.;:?!]) (?=[A-Z])", "\n", line[1]), joined)


def sentence(text):
    """A description of an option as a sentence."""
    text = text.strip()
    return paragraph(text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else "."))


def name(code):
    if VARIABLE.match(code):
        return f"Ev {code}"
    return f"{'Pa' if code[0] in '~/' else 'Cm'} {argument(code)}"


def head_of(cell):
    """The first cell of a row: `a`, `b` are names; anything else is text."""
    codes = re.findall(r"`([^`]+)`", cell)
    if codes and re.sub(r"`[^`]+`|[ ,;]|also|or", "", cell) == "":
        return " , ".join(name(code) for code in codes)
    return escaped(cell.replace("`", ""))


def table(lines):
    rows = [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))] for line in lines[2:]]
    items = "".join(f".It {head_of(row[0])}\n{sentence(row[1])}\n" for row in rows)
    return ".Bl -tag -width Ds\n" + items + ".El"


def bullets(lines):
    items = re.split(r"(?m)^- ", "\n".join(lines))[1:]
    return ".Bl -bullet\n" + "".join(f".It\n{paragraph(item)}\n" for item in items) + ".El"


def converted(text):
    parts = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = chunk.splitlines()
        made = table(lines) if chunk.startswith("|") else bullets(lines) if chunk.startswith("- ") else paragraph(chunk)
        separate = parts and not made.startswith(".Bl")
        parts.append((".Pp\n" if separate else "") + made)
    return "\n".join(parts) + "\n"
