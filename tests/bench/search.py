#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search measured side by side: ours, a bare Xapian program (peer.cpp), omindex and quest, SQLite's FTS5, ripgrep.

usage: search.py --program UNKNOT --peer PEER --pack DIR [--queries FILE] [--runs N] [--work DIR]

Prints one table each for the full build (wall, CPU, peak memory), the index against the text, queries as whole processes (median and 95th
percentile over the queries of each query's median, warm; peak memory of the hungriest query; hits; queries that found nothing), an update without
a change beside a bare look at every file, and an update after one article was replaced. Behind each figure stand its ratios to ours and to the peer.
Commands take turns, so that a busy machine slows all alike. A program that isn't installed is left out, with a note.

--queries names a file of lines with five columns: id, language, kind, words, and a pattern of pages one of which should be among the first ten.
The pattern is matched against LANG/ID, or against the third column of paths.tsv in the pack (id, language, path). Without --queries, titles from
the pack are looked up. --work is the folder for a copy of the pack and the indexes; all of it is removed in the end.
"""
import argparse
import collections
import ctypes
import math
import os
import re
import shlex
import shutil
import signal
import statistics
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import peers

LIMIT = 900  # seconds for one command
MIB = 1 << 20
Cost = collections.namedtuple("Cost", "wall cpu peak")
Query = collections.namedtuple("Query", "language text wanted")
Column = collections.namedtuple("Column", "title format values")


def stop(number, _):
    """What runs is ended, and the work folder removed, on the way out; a second signal doesn't get in between."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(f"a command took more than {LIMIT} seconds" if number == signal.SIGALRM else "ended")


def end(group):
    try:
        os.killpg(group, signal.SIGKILL)
        while True:
            os.wait4(-group, 0)
    except (ProcessLookupError, ChildProcessError):
        pass


class Runner:
    """Runs commands one at a time and tells what they cost."""

    def __init__(self, work):
        self.output = os.open(os.path.join(work, "output"), os.O_RDWR | os.O_CREAT)
        self.errors = os.open(os.path.join(work, "errors"), os.O_RDWR | os.O_CREAT)
        self.null = os.open(os.devnull, os.O_RDWR)
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER, see lean()

    def spawn(self, command, environment):
        for file in (self.output, self.errors):
            os.ftruncate(file, 0)
            os.lseek(file, 0, os.SEEK_SET)
        actions = [(os.POSIX_SPAWN_DUP2, file, number) for number, file in enumerate((self.null, self.output, self.errors))]
        return os.posix_spawn(command[0], command, environment, file_actions=actions, setpgroup=0)

    def wait(self, group, accepted):
        signal.alarm(LIMIT)
        try:
            _, status, usage = os.wait4(-group, 0)
        except BaseException:
            end(group)
            raise
        finally:
            signal.alarm(0)
        if os.waitstatus_to_exitcode(status) not in accepted:
            sys.exit(f"a command failed: {os.pread(self.errors, 2000, 0).decode(errors='replace')}")
        return usage

    def plain(self, command, environment, accepted=(0,)):
        start = time.perf_counter()
        usage = self.wait(self.spawn(command, environment), accepted)
        return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, 0)

    def lean(self, command, environment, accepted=(0,)):
        """With the peak of memory. A process starts out with its parent's peak, so a shell is put between Python and the command, and leaves."""
        start = time.perf_counter()
        group = self.spawn(["/bin/sh", "-c", '"$@" &', "sh", *command], environment)
        self.wait(group, (0,))
        usage = self.wait(group, accepted)
        return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def printed(self):
        return os.pread(self.output, os.fstat(self.output).st_size, 0).decode(errors="replace")


def total(run, commands, tool):
    costs = [run(command, {**os.environ, **tool.environment}) for command in commands]
    return Cost(sum(c.wall for c in costs), sum(c.cpu for c in costs), max(c.peak for c in costs))


def middle(costs):
    return Cost(*(statistics.median(values) for values in zip(*costs)))


def size(path):
    if not os.path.isdir(path):
        return os.path.getsize(path) if os.path.exists(path) else 0
    return sum(os.path.getsize(os.path.join(base, name)) for base, _, names in os.walk(path) for name in names)


def remove(path):
    if os.path.isdir(path):
        shutil.rmtree(path)
    elif os.path.exists(path):
        os.remove(path)


def ratio(value, values, name):
    return f"{value / values[name]:7.2f}" if values.get(name) else "      -"


def table(title, commands, columns):
    """Commands: by tool, the line to tell. A column's values are by tool; one without a format has no ratios."""
    print(f"\n{title}")
    for name, line in commands.items():
        print(f"  {name}: {line}")
    print(f"  {'':16}" + "".join(f"{c.title:>12}" + ("  /ours  /peer" if c.format else "") for c in columns))
    for name in commands:
        cells = ""
        for column in columns:
            value = column.values.get(name)
            cells += f"{'-' if value is None else format(value, column.format or ''):>12}"
            cells += "".join(ratio(value, column.values, other) for other in ("unknot", "peer")) if column.format and value is not None else ""
            cells += " " * 14 if column.format and value is None else ""
        print(f"  {name:16}{cells}")


class Bench:
    def __init__(self, arguments, work):
        self.work, self.runs = work, arguments.runs
        self.source = os.path.abspath(arguments.pack)
        self.pack = copy_of(self.source, work)
        self.tools, self.missing = peers.tools(os.path.abspath(arguments.program), os.path.abspath(arguments.peer), work, self.pack)
        self.indexers = [tool for tool in self.tools if tool.build]
        self.runner = Runner(work)
        self.queries = read_queries(arguments.queries) if arguments.queries else title_queries(self.pack)
        self.paths = read_paths(self.source)
        self.clock = time.time() - 43200  # of the changes: later than the copy says, earlier than now
        self.text = None  # of the article that is changed

    def line(self, words):
        return shlex.join(words).replace(self.work, "WORK").replace(os.getcwd() + os.sep, "")

    def lines(self, what):
        others = {tool.name: "   (and likewise for the other languages)" if len(what(tool)) > 1 else "" for tool in self.indexers}
        return {tool.name: self.line(what(tool)[0]) + others[tool.name] for tool in self.indexers}

    def legend(self):
        files = sum(len(os.listdir(folder)) for folder in self.pack.folders)
        print(f"{files} files in {', '.join(map(os.path.basename, self.pack.folders))}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        for tool in self.tools:
            environment = [f"{key}={value}" for key, value in tool.environment.items()]
            print(f"  {tool.name}: {'; '.join(filter(None, (tool.note, self.line(environment))))}")
        for name in self.missing:
            print(f"  left out, since it isn't here: {name}")

    def build(self):
        costs = collections.defaultdict(list)
        for _ in range(min(self.runs, 3)):
            for tool in self.indexers:
                for path in tool.index:
                    remove(path)
                costs[tool.name].append(total(self.runner.lean, tool.build, tool))
        found = {name: middle(all_costs) for name, all_costs in costs.items()}
        table(f"full build, median of {min(self.runs, 3)}", self.lines(lambda tool: tool.build), [
            Column("wall s", ".3f", {name: cost.wall for name, cost in found.items()}),
            Column("cpu s", ".3f", {name: cost.cpu for name, cost in found.items()}),
            Column("peak MiB", ".1f", {name: cost.peak for name, cost in found.items()})])

    def sizes(self):
        text = sum(size(folder) for folder in self.pack.folders)
        found = {tool.name: sum(size(path) for path in tool.index) for tool in self.indexers}
        shown = {tool.name: self.line(tool.index) for tool in self.indexers}
        table(f"index, beside {text / MIB:.1f} MiB of text", shown, [
            Column("index MiB", ".2f", {name: size / MIB for name, size in found.items()}),
            Column("of text", "", {name: f"{size / text:.2f}" for name, size in found.items()})])

    def path_of(self, page):
        return self.paths.get(page, "/".join(reversed(page)))

    def first(self, tool, query, found):
        """The first run of a query warms up, and tells memory and pages."""
        command = tool.query(query.language, query.text)
        found["peak"][tool.name] = max(found["peak"].get(tool.name, 0), self.runner.lean(command, {**os.environ, **tool.environment}, (0, 1)).peak)
        pages = tool.pages(self.runner.printed())
        best = pages if tool.name == "ripgrep" else pages[:10]
        hit = any(page[1] == query.language and query.wanted.search(self.path_of(page)) for page in best)
        found["hits"][tool.name] = found["hits"].get(tool.name, 0) + hit
        found["none"][tool.name] = found["none"].get(tool.name, 0) + (not pages)

    def latency(self):
        found, times = collections.defaultdict(dict), collections.defaultdict(list)
        for query in self.queries:
            costs = collections.defaultdict(list)
            for tool in self.tools:
                self.first(tool, query, found)
            for _ in range(self.runs):
                for tool in self.tools:
                    costs[tool.name].append(
                        self.runner.plain(tool.query(query.language, query.text), {**os.environ, **tool.environment}, (0, 1)))
            for name, all_costs in costs.items():
                times[name].append(middle(all_costs))
        self.tell_latency(found, times)

    def tell_latency(self, found, times):
        example = self.queries[0]
        shown = {tool.name: self.line(tool.query(example.language, example.text)) for tool in self.tools}
        walls = {name: sorted(1000 * cost.wall for cost in costs) for name, costs in times.items()}
        table(f"{len(self.queries)} queries, {self.runs} runs of each; the first as an example", shown, [
            Column("median ms", ".2f", {name: statistics.median(wall) for name, wall in walls.items()}),
            Column("p95 ms", ".2f", {name: wall[math.ceil(0.95 * len(wall)) - 1] for name, wall in walls.items()}),
            Column("cpu ms", ".2f", {name: 1000 * statistics.median(cost.cpu for cost in costs) for name, costs in times.items()}),
            Column("peak MiB", ".1f", found["peak"]),
            Column("hits", "", found["hits"]),
            Column("nothing", "", found["none"])])

    def tell_updates(self, title, commands, costs, *more):
        found = {name: middle(all_costs) for name, all_costs in costs.items()}
        table(title, commands, [
            Column("wall ms", ".2f", {name: 1000 * cost.wall for name, cost in found.items()}),
            Column("cpu ms", ".2f", {name: 1000 * cost.cpu for name, cost in found.items()}), *more])

    def no_change(self):
        costs, commands = collections.defaultdict(list), self.lines(lambda tool: tool.update)
        walk = [tool.build[0][0] for tool in self.indexers if tool.name == "peer"] + ["walk", *self.pack.folders]
        for _ in range(2 * self.runs):
            for tool in self.indexers:
                costs[tool.name].append(total(self.runner.plain, tool.update, tool))
            if "peer" in commands:
                costs["look at files"].append(self.runner.plain(walk, os.environ))
        if "peer" in commands:
            commands["look at files"] = self.line(walk)
        self.tell_updates(f"update without a change, median of {2 * self.runs}", commands, costs)

    def one_change(self):
        """An article is replaced, as a package manager does it, by one that has a sentence more, and then by itself."""
        article = min(find_articles(self.pack))
        page, language = os.path.basename(article).split(".")[:2]
        costs, noticed = collections.defaultdict(list), collections.Counter()
        for number in range(2 * self.runs):
            self.replace(article, "\nThis sentence about a quokkaword is new.\n" if number % 2 == 0 else "")
            for tool in self.indexers:
                costs[tool.name].append(total(self.runner.plain, tool.update, tool))
                self.runner.plain(tool.query(language, "quokkaword"), {**os.environ, **tool.environment}, (0, 1))
                noticed[tool.name] += ((page, language) in tool.pages(self.runner.printed())) == (number % 2 == 0)
        self.tell_updates(f"update after one article got a sentence, or lost it again, median of {2 * self.runs}; how often a query showed it",
                          self.lines(lambda tool: tool.update), costs, Column("noticed", "", noticed))

    def replace(self, article, sentence):
        if self.text is None:
            with open(article, encoding="utf-8") as file:
                self.text = file.read()
        aside = os.path.join(self.work, "aside")
        with open(aside, "w", encoding="utf-8") as file:
            file.write(self.text + sentence)
        self.clock += 2  # omindex compares whole seconds
        os.utime(aside, (self.clock, self.clock))
        os.replace(aside, article)


def find_articles(pack):
    return [os.path.join(folder, name) for folder in pack.folders[:1] for name in os.listdir(folder) if name.endswith(".md")]


def copy_of(source, work):
    """What of a pack is searched, with one time for all files: a day ago."""
    root = os.path.join(work, "pack")
    os.mkdir(root)
    folders = [folder for folder in peers.FOLDERS if os.path.isdir(os.path.join(source, folder))]
    for name in folders:
        shutil.copytree(os.path.join(source, name), os.path.join(root, name))
    for name in ("pack.yaml", "synonyms.yaml"):
        if os.path.exists(os.path.join(source, name)):
            shutil.copy(os.path.join(source, name), root)
    yesterday = time.time() - 86400
    for base, _, names in os.walk(root):
        for name in names:
            os.utime(os.path.join(base, name), (yesterday, yesterday))
    with open(os.path.join(root, "pack.yaml"), encoding="utf-8") as file:
        name = re.search(r"^pack: *(\S+)", file.read(), re.M).group(1)
    return peers.Pack(root, name, [os.path.join(root, folder) for folder in folders])


def read_queries(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return [Query(language, text, re.compile(wanted)) for _, language, _, text, wanted in rows]


def title_queries(pack):
    """Up to twenty titles a language; what is wanted is the page itself."""
    result = []
    for language in peers.LANGUAGES:
        articles = sorted(path for path in find_articles(pack) if path.endswith(f".{language}.md"))
        for path in articles[:: max(1, len(articles) // 20)][:20]:
            with open(path, encoding="utf-8") as file:
                title = re.search(r"^title: *(.+)$", file.read(), re.M)
            page = os.path.basename(path)[: -len(".en.md")]
            result.append(Query(language, re.sub(r"\W+", " ", title.group(1)).strip(), re.compile(rf"(^|/){re.escape(page)}$")))
    return result


def read_paths(source):
    path = os.path.join(source, "paths.tsv")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return {(page, language): where for page, language, where in (line.rstrip("\n").split("\t") for line in file if line.strip())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "peer", "pack"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--queries")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work")
    arguments = parser.parse_args()
    for number in (signal.SIGALRM, signal.SIGTERM):
        signal.signal(number, stop)
    with tempfile.TemporaryDirectory(dir=arguments.work, prefix="search-bench-") as work:
        bench = Bench(arguments, work)
        for part in (bench.legend, bench.build, bench.sizes, bench.latency, bench.no_change, bench.one_change):
            part()
            sys.stdout.flush()


main()
