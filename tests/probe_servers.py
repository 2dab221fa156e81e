# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers on the loopback interface that answer as real ones do at their best and at their worst. Each runs in threads of its own until it is closed; one
that stalls waits for its client to leave, so that nothing here sleeps."""
import datetime
import email.utils
import gzip
import pathlib
import socket
import ssl
import struct
import subprocess
import threading
import time



class Server:
    """Accepts connections, and hands each to `serve` in a thread."""

    def __init__(self, serve, context=None):
        self.serve, self.context = serve, context
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.handle, args=(client,), daemon=True).start()

    def handle(self, client):
        try:
            with client if self.context is None else self.context.wrap_socket(client, server_side=True) as wrapped:
                self.serve(wrapped)
        except (OSError, ValueError):
            pass   # the client left, as it may

    def close(self):
        self.listener.close()


def stall(client):
    """Until the client leaves."""
    while client.recv(65536):
        pass


def send_for_ever(client, chunk):
    while True:
        client.sendall(chunk)


def http_date(offset=0):
    return email.utils.formatdate(time.time() + offset, usegmt=True)


def reply(status, body=b"", **headers):
    head = {"Date": http_date(), "Content-Length": str(len(body)), "Connection": "close", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return (f"HTTP/1.1 {status} X\r\n" + "".join(f"{name}: {value}\r\n" for name, value in head.items()) + "\r\n").encode("utf-8") + body


def read_request(client):
    """The words of the request's first line; empty when the client left."""
    text = b""
    while b"\r\n\r\n" not in text:
        chunk = client.recv(4096)
        if not chunk:
            return []
        text += chunk
    return text.split(b"\r\n")[0].decode("latin-1").split(" ")


def answer_page(client, path):
    name, _, rest = path.lstrip("/").partition("/")
    if name == "status":
        client.sendall(reply(int(rest), b"body", Location="/status/200") if rest.startswith("3") else reply(int(rest), b"body"))
    elif name == "text":
        client.sendall(reply(200, "the node is in sync, 区块 done".encode()))
    elif name == "redirect":
        client.sendall(reply(302, Location=f"/redirect/{int(rest) - 1}" if int(rest) > 1 else "/status/200"))
    elif name == "loop":
        client.sendall(reply(301, Location="/loop"))
    elif name == "away":
        client.sendall(reply(302, Location=rest.replace("_", "/")))
    elif name == "date":
        client.sendall(reply(200, Date=http_date(int(rest))))
    elif name == "hostile":
        answer_hostile(client, rest)
    else:
        client.sendall(reply(404))


def answer_hostile(client, name):
    head = b"HTTP/1.1 200 OK\r\n"
    if name == "silent":
        stall(client)
    elif name == "half-a-head":
        client.sendall(head + b"Date: ")
        stall(client)
    elif name == "half-a-body":
        client.sendall(head + b"Content-Length: 100\r\n\r\nhalf")
        stall(client)
    elif name == "endless-head":
        client.sendall(head)
        send_for_ever(client, b"X-More: and more\r\n" * 100)
    elif name == "endless-line":
        client.sendall(head + b"X-More: ")
        send_for_ever(client, b"a" * 65536)
    elif name == "endless-body":
        client.sendall(head + b"Connection: close\r\n\r\n")
        send_for_ever(client, b"body " * 10000)
    elif name == "bomb":
        client.sendall(reply(200, gzip.compress(bytes(50_000_000), 1), Content_Encoding="gzip"))
    elif name == "escape":
        client.sendall(b"HTTP/1.1 302 \x1b[31mFound\r\nLocation: http://127.0.0.1/\x1b]0;title\x07\xff\r\nContent-Length: 0\r\n\r\n")
    elif name == "garbage":
        client.sendall(bytes(range(256)) * 20)
    elif name == "short":
        client.sendall(head + b"Content-Length: 1000\r\n\r\nshort")
    # any other name: the line is hung up


def serve_pages(client):
    request = read_request(client)
    if len(request) == 3:
        answer_page(client, request[1])


class Proxy(Server):
    """Answers by itself what it is asked for by http, and counts."""

    def __init__(self):
        super().__init__(self.pass_on)
        self.asked = []

    def pass_on(self, client):
        request = read_request(client)
        self.asked.append(" ".join(request[:2]))
        client.sendall(reply(200 if request[0] == "GET" else 403, b"from the proxy"))


class Datagrams:
    """`answer(bytes)` gives the bytes to send back, or None for silence."""

    def __init__(self, answer, port=0, address="127.0.0.1"):
        self.answer = answer
        self.socket = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind((address, port))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            try:
                question, sender = self.socket.recvfrom(4096)
                answer = self.answer(question)
                if answer is not None:
                    self.socket.sendto(answer, sender)
            except OSError:
                return

    def close(self):
        self.socket.close()


FROM_1900 = 2_208_988_800


def sntp_answer(question, skew=0.0, **changes):
    """A time server whose clock is `skew` seconds behind ours: ours is ahead by that."""
    now = time.time() + FROM_1900 - skew
    stamp = struct.pack(">II", int(now), int(now % 1 * 2**32))
    parts = {"head": struct.pack(">BBbb", 0x24, 2, 6, -20), "origin": question[40:48], "receive": stamp, "transmit": stamp, **changes}
    return parts["head"] + bytes(12) + stamp + parts["origin"] + parts["receive"] + parts["transmit"]


NOERROR, SERVFAIL, NXDOMAIN, REFUSED = 0, 2, 3, 5
TYPES = {"A": 1, "NS": 2, "CNAME": 5, "SOA": 6, "PTR": 12, "MX": 15, "TXT": 16, "AAAA": 28, "SRV": 33, "CAA": 257}


def dns_name(name):
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".") if label) + b"\0"


class NameServer:
    """One zone, `test`, by UDP and TCP on one port."""

    RECORDS = {
        ("a.test", "A"): [socket.inet_aton("192.0.2.1")],
        ("two.test", "A"): [socket.inet_aton("192.0.2.1"), socket.inet_aton("192.0.2.2")],
        ("a.test", "AAAA"): [socket.inet_pton(socket.AF_INET6, "2001:db8::1")],
        ("a.test", "MX"): [struct.pack(">H", 10) + dns_name("mail.test")],
        ("a.test", "TXT"): [b"\x05hello\x06 world"],
        ("a.test", "NS"): [dns_name("ns.test")],
        ("a.test", "SRV"): [struct.pack(">HHH", 1, 2, 5222) + dns_name("chat.test")],
        ("a.test", "CAA"): [b"\x00\x05issuepki.test"],
        ("alias.test", "CNAME"): [dns_name("a.test")],
        ("escape.test", "TXT"): [b"\x0a\x1b[31mred\x9b\xff"],
        ("cut.test", "A"): [socket.inet_aton("192.0.2.9")],
        ("many.test", "A"): [socket.inet_aton(f"192.0.2.{i}") for i in range(1, 200)],
    }

    def __init__(self):
        self.stream = Server(self.serve_stream)
        self.datagrams = Datagrams(self.answer_datagram, self.stream.port)
        self.port = self.stream.port

    def serve_stream(self, client):
        length = struct.unpack(">H", client.recv(2, socket.MSG_WAITALL))[0]
        answer = self.answer(client.recv(length, socket.MSG_WAITALL))
        client.sendall(struct.pack(">H", len(answer)) + answer)

    def answer_datagram(self, question):
        name = self.asked(question)[0]
        if name in ("silent.test", "wrong-id.test"):
            return None if name == "silent.test" else bytes([question[0] ^ 1]) + self.answer(question)[1:]
        if name == "garbage.test":
            return question[:2] + bytes(range(200))
        answer = self.answer(question)
        return answer if len(answer) <= 512 and name != "cut.test" else self.header(question, NOERROR, 0, truncated=True) + self.question_of(question)

    @staticmethod
    def asked(question):
        labels, at = [], 12
        while question[at]:
            labels.append(question[at + 1:at + 1 + question[at]].decode("latin-1"))
            at += question[at] + 1
        number = struct.unpack(">H", question[at + 1:at + 3])[0]
        return ".".join(labels).lower(), next((name for name, value in TYPES.items() if value == number), str(number)), at + 5

    def question_of(self, question):
        return question[12:self.asked(question)[2]]

    @staticmethod
    def header(question, code, answers, truncated=False):
        return question[:2] + struct.pack(">HHHHH", 0x8580 | (0x200 if truncated else 0) | code, 1, answers, 0, 0)

    def answer(self, question):
        name, kind, _ = self.asked(question)
        code = {"missing.test": NXDOMAIN, "broken.test": SERVFAIL, "refused.test": REFUSED}.get(name, NOERROR)
        records = self.RECORDS.get((name, kind), []) if code == NOERROR else []
        body = b"".join(b"\xc0\x0c" + struct.pack(">HHIH", TYPES[kind], 1, 60, len(data)) + data for data in records)
        return self.header(question, code, len(records)) + self.question_of(question) + body

    def close(self):
        self.stream.close()
        self.datagrams.close()


class FullBacklog:
    """A listener whose queue is full: it never answers the next one."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=0)
        self.port = self.listener.getsockname()[1]
        self.waiting = []
        while len(self.waiting) < 64:
            client = socket.socket()
            client.setblocking(False)
            client.connect_ex(("127.0.0.1", self.port))
            self.waiting.append(client)

    def close(self):
        for client in self.waiting:
            client.close()
        self.listener.close()


def closed_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


CA_CONFIGURATION = """[ca]
default_ca = here
[here]
dir = {folder}
database = {folder}/index.txt
new_certs_dir = {folder}
serial = {folder}/serial
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = optional
organizationName = optional
"""


class Certificates:
    """An authority of our own, and what it signed: by name, a context to serve with."""

    def __init__(self, folder, name="Test Authority"):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.authority = self.folder / "authority.pem"
        (self.folder / "index.txt").write_text("", encoding="utf-8")
        (self.folder / "serial").write_text("01\n", encoding="utf-8")
        (self.folder / "ca.cnf").write_text(CA_CONFIGURATION.format(folder=self.folder), encoding="utf-8")
        self.self_sign("authority", f"/O={name}/CN={name.lower()}", "critical,CA:TRUE")

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True, timeout=60)

    def self_sign(self, name, subject, constraints="critical,CA:FALSE", names="DNS:localhost,IP:127.0.0.1"):
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.pem", "-days", "90",
                     "-subj", subject, "-addext", f"basicConstraints={constraints}", *([] if name == "authority" else ["-addext", f"subjectAltName={names}"]))
        return self.context(name)

    def sign(self, name, first_day, last_day, names="DNS:localhost,IP:127.0.0.1", subject="/CN=localhost"):
        """Days are counted from today; the time of the day is a minute from now, so that whole days are left."""
        self.openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr",
                     "-subj", subject, "-addext", f"subjectAltName={names}")
        now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=30)
        days = [(now + datetime.timedelta(days=day)).strftime("%Y%m%d%H%M%SZ") for day in (first_day, last_day)]
        self.openssl("ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", "authority.pem", "-keyfile", "authority.key", "-in", f"{name}.csr",
                     "-out", f"{name}.pem", "-startdate", days[0], "-enddate", days[1])
        return self.context(name)

    def context(self, name):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        return context
