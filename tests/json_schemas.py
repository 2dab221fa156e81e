# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schemas of data/schemas, and whether a document of unknot fits its own."""
import json
import pathlib

import jsonschema

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "data" / "schemas"


def file_of(name):
    """`unknot.run/1` is described in run-1.json."""
    return FOLDER / (name.removeprefix("unknot.").replace("/", "-") + ".json")


def faults(document):
    """What is wrong with a document that names its schema; an empty list when nothing is."""
    name = document["schema"]
    if not isinstance(name, str) or not file_of(name).is_file():
        return [f"the schema {name!r} has no file in data/schemas"]
    validator = jsonschema.Draft202012Validator(json.loads(file_of(name).read_text(encoding="utf-8")))
    return [f"{name}: {error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def document_in(text):
    """The one JSON document with a `schema` key that the text is, or None."""
    try:
        document = json.loads(text)
    except ValueError:
        return None
    return document if isinstance(document, dict) and "schema" in document else None
