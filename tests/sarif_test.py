#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`unknot scan --format sarif`: what SARIF 2.1.0 demands of the part of it that is written here, and addresses that lead back to the files."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import urllib.parse

import jsonschema

import one_program

PROGRAM = None
PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"
CARD = "4111 1111 1111 1111"
NAMES = ("plain.txt", "with space.txt", "Schlüssel.txt", "助记词.txt", "100%41.txt", "line\nbreak.txt", "a:b.txt", "q?x#y.txt", "back\\slash.txt",
         "tab\t\"quoted\".txt", "\x1b[31mred.txt", os.fsdecode(b"no\xffutf8.txt"))


def closed(required, **properties):
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def several(items, **more):
    return {"type": "array", "items": items, **more}


TEXT = closed(["text"], text={"type": "string", "minLength": 1})
LEVEL = {"enum": ["none", "note", "warning", "error"]}
FROM_ONE = {"type": "integer", "minimum": 1}
# 3.4.3: a relative reference begins with no slash; a consumer refuses `..`, and `.` and empty segments are to be left out.
ADDRESS = {"type": "string", "pattern": r"^(file:///)?(?!\.{1,2}(/|$))([A-Za-z0-9._~-]|%[0-9A-F]{2})+(/(?!\.{1,2}(/|$))([A-Za-z0-9._~-]|%[0-9A-F]{2})+)*$"}
REGION = closed(["startLine", "startColumn"], startLine=FROM_ONE, startColumn=FROM_ONE)
LOCATION = closed(["physicalLocation"], physicalLocation=closed(["artifactLocation", "region"], artifactLocation=closed(["uri"], uri=ADDRESS), region=REGION))
RESULT = closed(["ruleId", "level", "message", "locations"], ruleId={"type": "string"}, level=LEVEL, message=TEXT, locations=several(LOCATION, minItems=1))
RULE = closed(["id", "shortDescription"], id={"type": "string"}, shortDescription=TEXT)
DRIVER = closed(["name", "version", "rules"], name={"const": "unknot"}, version={"type": "string"}, rules=several(RULE, uniqueItems=True))
NOTIFICATION = closed(["level", "message"], level=LEVEL, message=TEXT)
INVOCATION = closed(["executionSuccessful", "toolExecutionNotifications"], executionSuccessful={"type": "boolean"},
                    toolExecutionNotifications=several(NOTIFICATION))
RUN = closed(["tool", "invocations", "columnKind", "results"], tool=closed(["driver"], driver=DRIVER), invocations=several(INVOCATION, minItems=1, maxItems=1),
             columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]}, results=several(RESULT))
LOG = closed(["$schema", "version", "runs"], version={"const": "2.1.0"}, runs=several(RUN, minItems=1, maxItems=1), **{"$schema": {"type": "string"}})


class Sarif(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-sarif-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.folder = self.home / "files"
        self.folder.mkdir()

    def scan(self, *paths, status=1, cwd=None):
        done = subprocess.run([PROGRAM, "scan", "--format", "sarif", *map(os.fspath, paths)], env=one_program.private_environment(self.home),
                              cwd=cwd or self.home, capture_output=True, check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        self.printed = done.stdout.decode()
        log = json.loads(self.printed)
        self.assertEqual([f"{fault.json_path}: {fault.message}" for fault in jsonschema.Draft202012Validator(LOG).iter_errors(log)], [])
        (run,) = log["runs"]
        self.assertEqual({result["ruleId"] for result in run["results"]}, {rule["id"] for rule in run["tool"]["driver"]["rules"]})
        return run

    @staticmethod
    def addresses(run):
        return [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]

    def files_of(self, run, base):
        """The files that the addresses lead to, as a reader resolves them."""
        relative = (urllib.parse.urljoin(base.as_uri() + "/", address) for address in self.addresses(run))
        return {urllib.parse.unquote_to_bytes(urllib.parse.urlsplit(address).path) for address in relative}

    def test_nothing_found(self):
        (self.folder / "clean.txt").write_text("nothing here\n", encoding="utf-8")
        run = self.scan("files", status=0)
        self.assertEqual((run["results"], run["tool"]["driver"]["rules"]), ([], []))
        self.assertEqual(run["invocations"], [{"executionSuccessful": True, "toolExecutionNotifications": []}])

    def test_addresses_lead_to_files_of_any_name(self):
        for name in NAMES:
            (self.folder / name).write_text(f"card {CARD}\n", encoding="utf-8")
        run = self.scan("files")
        self.assertEqual(self.files_of(run, self.home), {os.fsencode(self.folder / name) for name in NAMES})

    def test_addresses_lead_there_from_any_path(self):
        (self.folder / "below").mkdir()
        for file in (self.folder / "a.txt", self.folder / "below" / "b.txt"):
            file.write_text(f"card {CARD}\n", encoding="utf-8")
        (self.home / "link").symlink_to(self.folder / "below")
        found = {os.fsencode(self.folder / "a.txt"), os.fsencode(self.folder / "below" / "b.txt")}
        for path, cwd in ((".", self.folder), ("./", self.folder), ("./files//", self.home), (self.folder, self.home), (f"/{self.folder}", self.home),
                          ("..", self.folder / "below"), ("../../files", self.folder / "below"), ("link/..", self.home)):
            with self.subTest(path):
                self.assertEqual(self.files_of(self.scan(path, cwd=cwd), cwd), found)

    def test_many_findings_beside_what_cannot_be_looked_into(self):
        for number in range(200):
            (self.folder / f"{number}.txt").write_text(f"card {CARD}\n" * 5, encoding="utf-8")
        (self.folder / "picture.png").write_bytes(b"\x89PNG\0" + bytes(range(256)) * 64)
        with open(self.folder / "huge.bin", "wb") as huge:
            huge.truncate(50_000_000)
        run = self.scan("files")
        self.assertEqual(len(run["results"]), 1000)
        self.assertEqual({result["level"] for result in run["results"]}, {"error"})
        self.assertEqual(run["results"][4]["locations"][0]["physicalLocation"]["region"], {"startLine": 5, "startColumn": 6})

    def test_a_file_that_cannot_be_read_is_no_clean_file(self):
        (self.folder / "clean.txt").write_text("nothing here\n", encoding="utf-8")
        (invocation,) = self.scan("files", "nowhere", status=2)["invocations"]
        self.assertIs(invocation["executionSuccessful"], False)
        self.assertEqual([note["level"] for note in invocation["toolExecutionNotifications"]], ["error"])
        self.assertIn("'nowhere'", invocation["toolExecutionNotifications"][0]["message"]["text"])

    def test_no_folder_lets_a_secret_out(self):
        inside = self.home / PHRASE / "inside"
        inside.mkdir(parents=True)
        (inside.parent / "a.txt").write_text(f"card {CARD}\n", encoding="utf-8")
        run = self.scan("..", PHRASE, cwd=inside, status=2)
        self.assertEqual(len(run["results"]), 1)
        self.assertNotIn("sausage", self.printed)


if __name__ == "__main__":
    PROGRAM = one_program.program()
    unittest.main()
