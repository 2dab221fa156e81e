# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that search.py compares: how each makes an index, brings it up to date, and answers a query."""
import collections
import json
import os
import re
import shutil
import subprocess

LANGUAGES = ("en", "de", "zh")
STEMMERS = {"en": "english", "de": "german", "zh": "none"}
FOLDERS = ("articles", "trees", "providers")
PAGE = re.compile(r"^(?:url=)?/(?:\S*/)?([^/\s|]+?)(?:\.(en|de|zh))?\.(?:md|yaml)\b", re.M)

# build and update: commands that are measured as one. index: what they write. query: makes a command of language and words. pages: reads what
# it prints. note: what has to be known to judge the figures.
Tool = collections.namedtuple("Tool", "name environment build update index query pages note", defaults=("",))
Pack = collections.namedtuple("Pack", "root name folders")  # a copy in the work folder, so that an article may be changed

SQL = """PRAGMA synchronous=OFF;
CREATE TABLE IF NOT EXISTS page(id INTEGER PRIMARY KEY, path TEXT UNIQUE, time INTEGER, lang TEXT);
{tables}
CREATE TEMP TABLE found AS {found};
CREATE TEMP TABLE changed AS SELECT found.* FROM found LEFT JOIN page USING (path) WHERE page.time IS NOT found.time;
CREATE TEMP TABLE gone AS SELECT id FROM page WHERE path IN (SELECT path FROM changed) OR path NOT IN (SELECT path FROM found);
BEGIN;
{deletions}
DELETE FROM page WHERE id IN (SELECT id FROM gone);
INSERT INTO page(path, time, lang) SELECT path, time, CASE {cases} ELSE 'en' END FROM changed;
CREATE TEMP TABLE text AS SELECT id, lang, CAST(readfile(path) AS TEXT) AS text FROM page WHERE path IN (SELECT path FROM changed);
{insertions}
COMMIT;
"""


def pages_of_json(output):
    try:
        return [(hit["id"], hit["lang"]) for hit in json.loads(output)["hits"]]
    except (ValueError, KeyError):
        return []


def pages_of_paths(output):
    return list(dict.fromkeys((page, language or "en") for page, language in PAGE.findall(output)))


def words(text):
    """Words and phrases: what it is, and whether it is the beginning of a word."""
    for phrase, word in re.findall(r'"([^"]+)"|(\S+)', text):
        yield phrase or word.rstrip("*"), word.endswith("*")


def unknot(name, program, work, pack, options, note):
    """Ours with a data home, an empty one if the pack is named by an option."""
    home = os.path.join(work, name.replace(" ", ""))
    packs = os.path.join(home, "data", "unknot", "packs")
    os.makedirs(packs)
    if not options:
        os.symlink(pack.root, os.path.join(packs, pack.name))
    environment = {f"XDG_{what.upper()}_HOME": os.path.join(home, what) for what in ("data", "cache", "state", "config")}
    environment["XDG_DATA_DIRS"] = os.path.join(home, "none")
    update = [[program, *options, "index", "update"]]

    def query(language, text):
        return [program, *options, "--json", "--lang", language, "search", "--", text]

    return Tool(name, environment, update, update, [environment["XDG_CACHE_HOME"]], query, pages_of_json, note)


def peer(program, work, pack):
    database = os.path.join(work, "peer.db")
    commands = [[[program, command, database, *pack.folders]] for command in ("index", "update")]

    def query(language, text):
        return [program, "query", database, language, text]

    return Tool("peer", {}, *commands, [database, database + ".files"], query, pages_of_paths, "a bare Xapian program, one thread")


def link(work, path):
    """omindex takes one stemmer a run, so each language gets a folder of symbolic links."""
    found = PAGE.match("/" + os.path.basename(path))
    if found:
        into = os.path.join(work, "links", found.group(2) or "en")
        os.makedirs(into, exist_ok=True)
        os.symlink(path, os.path.join(into, os.path.basename(path)))


def links(work, pack):
    for folder in pack.folders:
        for name in os.listdir(folder):
            link(work, os.path.join(folder, name))
    folders = [(language, os.path.join(work, "links", language)) for language in LANGUAGES]
    return [(language, folder) for language, folder in folders if os.path.isdir(folder)]


def omega(work, pack):
    omindex, quest = shutil.which("omindex"), shutil.which("quest")
    database = os.path.join(work, "omindex.db")
    options = ["--spelling", "--no-delete", "--follow", "--mime-type=md:text/plain", "--mime-type=yaml:text/plain"]
    commands = [[omindex, "--db", database, "--url", "/" + language, "--stemmer=" + STEMMERS[language], *options, folder]
                for language, folder in links(work, pack)]
    flags = "default,wildcard,cjk_ngram,spelling_correction"

    def query(language, text):
        return [quest, "-d", database, "-m", "10", "-s", STEMMERS[language], "-f", flags, "--", text]

    note = "one run of omindex for each language; quest has no filter by language"
    return Tool("omindex, quest", {"XAPIAN_CJK_NGRAM": "1"}, commands, commands, [database], query, pages_of_paths, note)


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def fts5_script(folders):
    tokenizers = {"en": "porter unicode61 remove_diacritics 2", "de": "unicode61 remove_diacritics 2", "zh": "trigram"}
    title = "substr(text, instr(text, 'title: ') + 7, instr(substr(text, instr(text, 'title: ') + 7), char(10)) - 1)"
    insertion = "INSERT INTO {0}(rowid, title, body) SELECT id, {1}, {2} FROM text WHERE lang = '{0}';"
    body = "substr(text, instr(text, char(10) || '---' || char(10)) + 5)"
    return SQL.format(
        tables="\n".join(f"CREATE VIRTUAL TABLE IF NOT EXISTS {lang} USING fts5(title, body, tokenize='{how}');" for lang, how in tokenizers.items()),
        found=" UNION ALL ".join(
            f"SELECT name AS path, mtime AS time FROM fsdir({quoted(folder)}) WHERE name LIKE '%.md' OR name LIKE '%.yaml'" for folder in folders),
        deletions="\n".join(f"DELETE FROM {lang} WHERE rowid IN (SELECT id FROM gone);" for lang in LANGUAGES),
        cases=" ".join(f"WHEN path LIKE '%.{lang}.%' THEN '{lang}'" for lang in LANGUAGES),
        insertions="\n".join(insertion.format(lang, title, body) for lang in LANGUAGES))


def fts5(work, pack):
    program, database, script = shutil.which("sqlite3"), os.path.join(work, "fts5.db"), os.path.join(work, "fts5.sql")
    with open(script, "w", encoding="utf-8") as file:
        file.write(fts5_script(pack.folders))
    command = [[program, "-bail", database, ".read " + script]]

    def query(language, text):
        match = " OR ".join('"' + word.replace('"', '""') + '"' + "*" * starts for word, starts in words(text))
        return [program, "-readonly", database, f"SELECT path, title, snippet({language}, 1, '[', ']', '…', 24) FROM {language} JOIN page "
                f"ON page.id = {language}.rowid WHERE {language} MATCH {quoted(match)} ORDER BY rank LIMIT 10"]

    return Tool("fts5", {}, command, command, [database], query, pages_of_paths, "any word may match")


def ripgrep(pack):
    program = shutil.which("rg")

    def query(language, text):
        patterns = [part for word, _ in words(text) for part in ("-e", word)]
        return [program, "-i", "-F", "-l", "--glob", f"*.{language}.*", *patterns, *pack.folders]

    return Tool("ripgrep", {}, [], [], [], query, pages_of_paths, "any word may match; it ranks nothing, so that all its pages count for a hit")


def has_fts5():
    probe = "CREATE VIRTUAL TABLE t USING fts5(a, tokenize='trigram'); SELECT count(*) FROM fsdir('/dev/null');"
    return shutil.which("sqlite3") and subprocess.run(["sqlite3", ":memory:", probe], capture_output=True, timeout=20).returncode == 0


def tools(program, peer_program, work, pack):
    """All that are there, ours first, and the names of those that are missing."""
    known = [
        ("peer", os.access(peer_program, os.X_OK), lambda: peer(peer_program, work, pack)),
        ("omindex, quest", shutil.which("omindex") and shutil.which("quest"), lambda: omega(work, pack)),
        ("sqlite3 with fts5", has_fts5(), lambda: fts5(work, pack)),
        ("ripgrep", shutil.which("rg"), lambda: ripgrep(pack)),
    ]
    ours = [unknot("unknot", program, work, pack, [], "an installed pack: it looks at the folders only"),
            unknot("unknot --pack", program, work, pack, ["--pack", pack.root], "a pack in use: it looks at every file")]
    return ours + [make() for _, there, make in known if there], [name for name, there, _ in known if not there]
