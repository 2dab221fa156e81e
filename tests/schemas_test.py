#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schemas themselves: well formed, named as their files are, closed, and refusing what they should."""
import argparse
import json
import re
import sys
import unittest

import jsonschema

import json_schemas

NAMES = {"ask", "case", "cases", "check", "contact", "contacts", "error", "feedback", "feedback-report", "handoff", "index", "lint", "list", "paths",
         "redact", "run", "scan", "search", "show", "stats", "test", "verdicts", "why"}
PLACE = {"file": "a.yaml", "line": 3, "column": 1}
ERROR = {"schema": "unknot.error/1", "message": "no tree named 'x'", "place": PLACE, "hint": "'unknot list' shows all"}
NODE = {"id": "where", "kind": "choice", "text": "Where?", "why": None, "input": None, "options": [{"value": "card", "label": "By card"}], "unknown": True}
STEP = {"node": "hello", "kind": "say", "answer": None, "from": "decision", "text": "Hello"}
OUTCOME = {"node": "bank", "class": "escalate", "text": "Call the bank", "articles": ["card-declined"], "channel": None}
RUN = {"schema": "unknot.run/1", "case": None, "tree": "pay", "pack": "wallet", "version": "1.0.0", "lang": "en", "state": "asking", "node": NODE, "path": [STEP],
       "facts": {"count": 3, "amount": "60.5 EUR"}, "outcome": None, "unused": [], "receipt": "wallet@1.0.0 pay"}


def objects_in(schema):
    """Every object description of a schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects_in(part)


class Schemas(unittest.TestCase):
    def setUp(self):
        self.schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in json_schemas.FOLDER.glob("*.json")}

    def test_one_file_for_each_document(self):
        self.assertEqual(set(self.schemas), {name + "-1.json" for name in NAMES})

    def test_each_is_well_formed_and_named_as_its_file(self):
        for file, schema in self.schemas.items():
            with self.subTest(file):
                jsonschema.Draft202012Validator.check_schema(schema)
                name = re.sub(r"-(\d+)\.json$", r"/\1", file)
                self.assertEqual(schema["title"], "unknot." + name)
                self.assertEqual(schema["$id"], "urn:unknot:schema:" + name.replace("/", ":"))
                self.assertEqual(schema["properties"]["schema"], {"const": "unknot." + name})

    def test_nothing_may_be_added_or_left_out(self):
        for file, schema in self.schemas.items():
            for described in objects_in(schema):
                if "properties" in described:
                    with self.subTest(file, properties=list(described["properties"])):
                        self.assertIs(described["additionalProperties"], False)
                        self.assertEqual(described["required"], list(described["properties"]))

    def test_documents_that_fit(self):
        done = {**RUN, "case": 12, "state": "done", "node": None, "outcome": OUTCOME}
        for document in (ERROR, {**ERROR, "place": None, "hint": None}, RUN, done):
            with self.subTest(document):
                self.assertEqual(json_schemas.faults(document), [])

    def test_documents_that_do_not(self):
        without_hint = {key: value for key, value in ERROR.items() if key != "hint"}
        for document in (without_hint, {**ERROR, "more": 1}, {**ERROR, "place": {"file": "a"}}, {**RUN, "state": "lost"}, {**RUN, "case": 0},
                         {**RUN, "node": {**NODE, "kind": "poem"}}, {**RUN, "facts": {"known": True}}, {**RUN, "path": [{**STEP, "from": "nowhere"}]},
                         {"schema": "unknot.nothing/1"}, {"schema": 3}):
            with self.subTest(document):
                self.assertNotEqual(json_schemas.faults(document), [])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", help="not used: the documents of the program are validated where they are printed")
    unittest.main(argv=[sys.argv[0], *parser.parse_known_args()[1]])
