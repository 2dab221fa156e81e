#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching on search servers: three packs on three servers answer as the same three packs on this machine do, and whatever a server does, the others
answer. Everything runs on the loopback interface."""
import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import threading
import unittest

from one_program import private_environment, program

PROGRAM = None
SERVER = shutil.which("xapian-tcpsrv")
CLIENT_OF_SSH = "#!/bin/sh\n# Stands for ssh: -o BatchMode=yes -o ConnectTimeout=2 HOST PROGRAM PATH\nshift 5\nexec \"$@\"\n"

ARTICLES = {
    "money": {
        "declined.en": ("Why was my card declined?", "The bank refuses a payment when the account has no money left. Check the account balance before paying."),
        "refund.en": ("Waiting for a refund", "A shop sends the money back to the card within ten days. Chargebacks take longer."),
        "declined.zh": ("银行卡被拒绝", "账户余额不足时，银行会拒绝付款。请检查余额。"),
    },
    "keys": {
        "backup.en": ("Backup of a recovery phrase", "Write the recovery phrase on paper. Encrypted backups of the phrase need a password as well."),
        "encryption.en": ("What encryption does", "Encrypting a disk keeps a thief from reading the account numbers on it."),
        "backup.de": ("Sicherung der Wiederherstellungsphrase", "Schreiben Sie die Wörter auf Papier. Verschlüsselte Sicherungen brauchen ein Passwort."),
    },
    "post": {
        "parcel.en": ("The parcel does not come", "Ask the courier where the parcel is, then ask the shop for the money."),
        "address.en": ("A wrong address", "Correct the address in the account before the courier comes."),
        "parcel.de": ("Das Paket kommt nicht", "Fragen Sie den Kurier nach dem Paket, danach den Laden nach dem Geld."),
    },
}
QUERIES = ("card declined", "account", "money back", "recovery phrase", '"recovery phrase"', "+account -card", "refund OR courier", "encrypt*", "余额不足",
           "Paket Geld", "title:backup", "lang:de Sicherung", "topic:help account", "parcel money address nothing")


def write_pack(folder, name, articles):
    (folder / "articles").mkdir(parents=True)
    languages = sorted({article.split(".")[1] for article in articles} | {"en"})
    (folder / "pack.yaml").write_text(
        f"unknot: 1\npack: {name}\nversion: 1.0.0\ntitle: {{en: {name}}}\ntopics: {{help: {{en: Help}}, {name}: {{en: {name}}}}}\n"
        f"source-language: en\nlanguages: [{', '.join(languages)}]\nlicense: GPL-3.0-or-later\n", encoding="utf-8")
    (folder / "synonyms.yaml").write_text("unknot: 1\nsynonyms:\n  en: [[parcel, shipment]]\n" if name == "post" else "unknot: 1\nsynonyms:\n  de: [[Papier, Zettel]]\n",
                                          encoding="utf-8")
    for article, (title, body) in articles.items():
        head = f"---\ntitle: '{title}'\nsummary: '{title}'\ntopics: [help, {name}]\nreviewed: 2026-11-21\nsources: ['https://example.org']\n---\n"
        (folder / "articles" / f"{article}.md").write_text(head + body + "\n", encoding="utf-8")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Server:
    """xapian-tcpsrv with one index; it says when it listens."""

    def __init__(self, index):
        self.port = free_port()
        command = [SERVER, "--port", str(self.port), "--interface", "127.0.0.1", str(index)]
        self.child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.child.stdout:
            if line.startswith("Listening"):
                break
        else:
            self.stop()
            raise AssertionError(f"{' '.join(command)} ended with {self.child.returncode}")

    def stop(self):
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()
        self.child.stdout.close()

    @property
    def address(self):
        return f"tcp:127.0.0.1:{self.port}"


class Proxy:
    """Passes everything on to a server until it was asked for the n-th time, then hangs up: on this connection and on all that follow."""

    def __init__(self, port, questions):
        self.target, self.left, self.cut = port, questions, False
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp:127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        try:
            while True:
                threading.Thread(target=self.serve, args=(self.listener.accept()[0],), daemon=True).start()
        except OSError:
            return

    def serve(self, client):
        with client, socket.create_connection(("127.0.0.1", self.target)) as server:
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            answers = threading.Thread(target=self.copy, args=(server, client), daemon=True)
            answers.start()
            self.copy(client, server, counted=True)
            for end in (client, server):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
            answers.join()

    def copy(self, source, target, counted=False):
        try:
            while data := source.recv(65536):
                if counted:
                    self.left -= 1
                    self.cut = self.cut or self.left < 0
                    if self.cut:
                        return
                target.sendall(data)
        except OSError:
            return

    def stop(self):
        self.listener.close()


@unittest.skipUnless(SERVER, "xapian-tcpsrv is missing: apt install xapian-tools")
class SearchServers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = pathlib.Path(tempfile.mkdtemp(prefix="unknot-remote-"))
        cls.addClassCleanup(shutil.rmtree, cls.home)
        (cls.home / "bin").mkdir()
        (cls.home / "bin" / "ssh").write_text(CLIENT_OF_SSH, encoding="utf-8")
        (cls.home / "bin" / "ssh").chmod(0o755)
        alone = private_environment(cls.home)
        cls.environment = {**alone, "PATH": f"{cls.home / 'bin'}:{alone['PATH']}", "XDG_CACHE_HOME": str(cls.home / "cache")}
        for name, articles in ARTICLES.items():
            write_pack(cls.home / "packs" / name, name, articles)
        rows = {row["pack"]: row["index"] for row in json.loads(cls.run_program(["index", "update"], packs=list(ARTICLES)).stdout)["packs"]}
        cls.indexes = [rows[name] for name in ARTICLES]

    def setUp(self):
        self.servers = []

    def serve(self, index):
        server = Server(index)
        self.addCleanup(server.stop)
        return server

    @classmethod
    def run_program(cls, arguments, packs=(), remote=()):
        configuration = cls.home / ".config" / "unknot"
        configuration.mkdir(parents=True, exist_ok=True)
        (configuration / "config.yaml").write_text(json.dumps({"packs": [str(cls.home / "packs" / name) for name in packs], "search": {"remote": list(remote)}}),
                                                   encoding="utf-8")
        return subprocess.run([PROGRAM, "--json", *arguments], env=cls.environment, cwd=cls.home, capture_output=True, text=True, timeout=60, check=False)

    def search(self, query, *options, warnings=0, status=0, **where):
        done = self.run_program(["search", *options, query], **where)
        self.assertEqual((done.returncode, done.stderr.count("warning:")), (status, warnings), done.stderr + done.stdout)
        return json.loads(done.stdout), done.stderr

    def hits(self, query, *options, **where):
        document, _ = self.search(query, *options, **where)
        return [(hit["pack"], hit["id"], hit["lang"]) for hit in document["hits"]]

    def test_servers_answer_as_this_machine_does(self):
        remote = [self.serve(index).address for index in self.indexes]
        for query in QUERIES:
            with self.subTest(query):
                here, _ = self.search(query, packs=list(ARTICLES))
                self.assertEqual(self.search(query, remote=remote)[0], here)
                self.assertEqual(sorted(self.hits(query, packs=["money"], remote=remote[1:])), sorted(self.hits(query, packs=list(ARTICLES))))

    def test_facets_order_and_pages(self):
        remote = [self.serve(index).address for index in self.indexes]
        for options in (["--facets"], ["--sort", "title"], ["--offset", "1", "--limit", "2"]):
            with self.subTest(options):
                self.assertEqual(self.search("account", *options, remote=remote)[0], self.search("account", *options, packs=list(ARTICLES))[0])

    def test_a_pack_that_is_here_and_there_is_found_once(self):
        hits = self.hits("card declined", packs=["money"], remote=[self.serve(self.indexes[0]).address])
        self.assertEqual(len(hits), len(set(hits)))

    def test_typos_synonyms_and_prefixes(self):
        remote = [self.serve(index).address for index in self.indexes]
        for packs in ([], ["money"]):
            typo, _ = self.search("couriar", packs=packs, remote=remote[1:])
            self.assertEqual((typo["pass"], typo["corrected"]), ("corrected", "courier"))
            self.assertEqual(self.search("Sicherugn", packs=packs, remote=remote[1:])[0]["corrected"], "sicherung")
            self.assertIn(("post", "parcel", "en"), self.hits("shipment", packs=packs, remote=remote[1:]))
            self.assertIn(("keys", "backup", "de"), self.hits("Zettel lang:de", packs=packs, remote=remote[1:]))
            self.assertIn(("keys", "backup", "en"), self.hits("backups*", packs=packs, remote=remote[1:]))

    def test_a_quoted_chinese_run_is_verified_here_and_all_pairs_there(self):
        self.assertEqual(self.hits('"余额不足"', remote=[self.serve(self.indexes[0]).address]), [("money", "declined", "zh")])
        self.assertEqual(self.hits('"额不足时"', packs=["money"], remote=[self.serve(self.indexes[1]).address]), [("money", "declined", "zh")])

    def test_a_server_that_was_killed_is_left_out(self):
        servers = [self.serve(index) for index in self.indexes]
        servers[1].stop()
        found, told = self.search("account", warnings=1, remote=[server.address for server in servers])
        self.assertEqual({hit["pack"] for hit in found["hits"]}, {"money", "post"})
        self.assertIn(f"unknot: warning: search server '{servers[1].address}' is left out: Connection refused\nunknot: hint: ", told)

    def test_a_server_that_hangs_up_at_any_moment_is_left_out(self):
        served = [self.serve(index) for index in self.indexes[:2]]
        for questions in range(1, 100):
            proxy = Proxy(served[0].port, questions)
            self.addCleanup(proxy.stop)
            done = self.run_program(["search", "accuont"], packs=["post"], remote=[proxy.address, served[1].address])
            found = {hit["pack"] for hit in json.loads(done.stdout)["hits"]}
            self.assertEqual((done.returncode, found, done.stderr.count("warning:")), (0, {"keys", "post"} if proxy.cut else set(ARTICLES), 1 if proxy.cut else 0),
                             f"{questions}: {done.stderr}")
            if not proxy.cut:
                break
        self.assertGreater(questions, 8)
        self.assertLess(questions, 99)

    def test_nobody_there_and_another_database(self):
        self.assertEqual(self.hits("account", packs=["money"], warnings=1, remote=[f"tcp:127.0.0.1:{free_port()}"]), [("money", "declined", "en")])
        done = self.run_program(["search", "account"], remote=[f"tcp:127.0.0.1:{free_port()}"])
        self.assertEqual((done.returncode, "no pack was found to search in" in done.stderr), (2, True))

    def test_a_database_that_is_no_index(self):
        other = self.home / "other"
        other.write_text("inmemory\n", encoding="utf-8")
        found, told = self.search("account", packs=["money"], warnings=1, remote=[self.serve(other).address])
        self.assertEqual(found["total"], 1)
        self.assertIn("expected an index that unknot has made", told)

    def test_an_index_of_another_version(self):
        revision = b" xapian "
        index = pathlib.Path(self.indexes[0]).read_bytes()
        self.assertEqual(index.count(revision), 1)
        other = self.home / "other-version.idx"
        other.write_bytes(index.replace(revision, b" Xapian "))
        _, told = self.search("account", packs=["money"], warnings=1, remote=[self.serve(other).address])
        self.assertIn("expected an index of revision", told)

    def test_what_is_no_xapian_server(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            def greet():
                with listener.accept()[0] as client:
                    client.sendall(b"220 ready\r\n" * 100)

            threading.Thread(target=greet, daemon=True).start()
            self.hits("account", packs=["money"], warnings=1, remote=[f"tcp:127.0.0.1:{listener.getsockname()[1]}"])

    def test_by_ssh(self):
        remote = [f"ssh:me@host.example:{index}" for index in self.indexes]
        self.assertEqual(self.hits("account", remote=remote), self.hits("account", packs=list(ARTICLES)))
        _, told = self.search("account", packs=["money"], warnings=1, remote=["ssh:host:/nowhere"])
        self.assertIn("hint: ssh -o BatchMode=yes host xapian-progsrv /nowhere", told)

    def test_what_stays_here(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.setblocking(False)
            remote = [f"tcp:127.0.0.1:{listener.getsockname()[1]}"]
            self.hits("account", "--offline", packs=["money"], remote=remote)
            self.search("account 4111 1111 1111 1111", packs=["money"], remote=remote, warnings=1)
            self.run_program(["ask", "account"], packs=["money"], remote=remote)
            self.run_program(["index", "status"], packs=["money"], remote=remote)
            with self.assertRaises(BlockingIOError):
                listener.accept()


if __name__ == "__main__":
    PROGRAM = program()
    unittest.main()
