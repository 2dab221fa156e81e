# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of probes: what is looked at, and what must be found out. `World` makes the servers and files that they look at."""
import os
import pathlib
import platform
import socket
import struct

import probe_servers as servers
from probe_servers import Certificates, Datagrams, FullBacklog, NameServer, Server, sntp_answer

FAST = "0.4s"   # for what never answers


def has_loopback_v6():
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind(("::1", 0))
        except OSError:
            return False
    return True


class World:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.open_servers = []
        self.certificates = Certificates(self.folder / "certificates")
        self.make_tls()
        self.http = self.serve(servers.serve_pages)
        self.dns = self.keep(NameServer())
        self.dns6 = self.keep(Datagrams(self.dns.answer_datagram, address="::1")) if has_loopback_v6() else None
        self.full = self.keep(FullBacklog())
        self.closed = servers.closed_port()
        self.silent = self.serve(servers.stall)
        self.talker = self.serve(lambda client: client.sendall(b"220 hello\r\n" * 100))
        self.hanging_up = self.serve(lambda client: None)
        self.open = self.serve(servers.stall)
        self.make_clocks()
        self.make_files()

    def keep(self, server):
        self.open_servers.append(server)
        return server

    def serve(self, handler, context=None):
        return self.keep(Server(handler, context))

    def make_tls(self):
        sign = self.certificates.sign
        contexts = {"valid": sign("valid", -1, 90), "soon": sign("soon", -1, 5), "expired": sign("expired", -30, -3), "future": sign("future", 10, 40),
                    "elsewhere": sign("elsewhere", -1, 90, "DNS:elsewhere.example", "/CN=elsewhere.example"),
                    "own": self.certificates.self_sign("own", "/CN=localhost"), "escape": sign("escape", -1, 90, subject="/O=\x1b[31mRed/CN=localhost")}
        other = Certificates(self.folder / "others")
        contexts["stranger"] = other.sign("stranger", -1, 90)
        self.tls = {name: self.serve(servers.stall, context) for name, context in contexts.items()}
        self.https = {name: self.serve(servers.serve_pages, contexts[name]) for name in ("valid", "expired", "own", "elsewhere")}

    def make_clocks(self):
        def clock(**changes):
            return self.keep(Datagrams(lambda question: sntp_answer(question, **changes)))
        self.clock = {"right": clock(), "ahead": clock(skew=95.0), "behind": clock(skew=-3600.0), "bit": clock(skew=40.0),
                      "goodbye": clock(head=struct.pack(">BBbb", 0x24, 0, 6, -20)), "stranger": clock(origin=b"12345678"),
                      "short": self.keep(Datagrams(lambda question: b"short")), "silent": self.keep(Datagrams(lambda question: None))}

    def make_files(self):
        self.files = self.folder / "files"
        self.files.mkdir()
        for name, mode, text in (("private", 0o600, "secret words"), ("open", 0o644, "secret words"), ("w-1.dat", 0o600, "a"), ("w-2.dat", 0o666, "b")):
            (self.files / name).write_text(text, encoding="utf-8")
            (self.files / name).chmod(mode)
        os.utime(self.files / "open", (0, 0))
        (self.files / "link").symlink_to("private")
        (self.files / "broken").symlink_to("nowhere")

    def url(self, path):
        return f"http://127.0.0.1:{self.http.port}/{path}"

    def close(self):
        for server in self.open_servers:
            server.close()


def at(server):
    return f"127.0.0.1:{server.port}"


def dns_cases(world):
    here = {"resolver": at(world.dns)}
    yield "dns: localhost", {"dns": "localhost"}, "ok", "found"
    for kind, answer in (("A", "192.0.2.1"), ("AAAA", "2001:db8::1"), ("MX", "mail.test"), ("TXT", "hello world"), ("NS", "ns.test"), ("SRV", "chat.test:5222")):
        yield f"dns: {kind}", {"dns": "a.test", "type": kind, "expect": answer, **here}, "ok", "found", {"addresses": answer}
    yield "dns: CNAME", {"dns": "alias.test", "type": "CNAME", **here}, "ok", "found", {"addresses": "a.test"}
    yield "dns: CAA", {"dns": "a.test", "type": "CAA", **here}, "ok", "found"
    yield "dns: two addresses", {"dns": "two.test", "expect": "192.0.2.2", **here}, "ok", "found", {"addresses": "192.0.2.1 192.0.2.2"}
    yield "dns: another address", {"dns": "a.test", "expect": "192.0.2.7", **here}, "fail", "unexpected", {"addresses": "192.0.2.1"}
    yield "dns: no such name", {"dns": "missing.test", **here}, "fail", "no_name"
    yield "dns: no such record", {"dns": "a.test", "type": "PTR", **here}, "fail", "no_record"
    yield "dns: server failure", {"dns": "broken.test", **here}, "fail", "no_server"
    yield "dns: refused by the server", {"dns": "refused.test", **here}, "fail", "no_server"
    yield "dns: silence", {"dns": "silent.test", "timeout": FAST, **here}, "error", "timeout"
    yield "dns: an answer to another question", {"dns": "wrong-id.test", "timeout": FAST, **here}, "error", "timeout"
    yield "dns: cut, then by TCP", {"dns": "cut.test", **here}, "ok", "found", {"addresses": "192.0.2.9"}
    yield "dns: too much for a datagram", {"dns": "many.test", "expect": "192.0.2.150", **here}, "ok", "found"
    yield "dns: garbage", {"dns": "garbage.test", "timeout": FAST, **here}, "error", None
    yield "dns: escapes in a text", {"dns": "escape.test", "type": "TXT", **here}, "ok", "found", {"addresses": "�[31mred��"}
    yield "dns: nobody there", {"dns": "a.test", "resolver": f"127.0.0.1:{world.closed}"}, "fail", "no_server"
    if world.dns6:
        yield "dns: a resolver by IPv6", {"dns": "a.test", "type": "AAAA", "resolver": f"[::1]:{world.dns6.port}"}, "ok", "found", {"addresses": "2001:db8::1"}
        yield "dns: nobody there by IPv6", {"dns": "a.test", "resolver": f"[::1]:{world.closed}"}, "fail", "no_server"
    yield "dns: no address of a resolver", {"dns": "a.test", "resolver": "nowhere"}, "error", "bad_setting"
    yield "dns: no type", {"dns": "a.test", "type": "B", **here}, "error", "bad_setting"
    yield "dns: a port", {"dns": "a.test:53"}, "error", "bad_target"
    yield "dns: an option", {"dns": "-v"}, "error", "bad_target"
    yield "dns: a condition", {"dns": "two.test", "warn": 'addresses contains " "', **here}, "warn", "found"


def tcp_cases(world):
    yield "tcp: open", {"tcp": at(world.open)}, "ok", "connected", {"address": "127.0.0.1"}
    yield "tcp: by name", {"tcp": f"localhost:{world.open.port}"}, "ok", "connected"
    yield "tcp: closed", {"tcp": f"127.0.0.1:{world.closed}"}, "fail", "refused"
    yield "tcp: closed, by IPv6", {"tcp": f"[::1]:{world.closed}"}, "fail", None
    yield "tcp: full", {"tcp": at(world.full), "timeout": FAST}, "error", "timeout"
    yield "tcp: no such name", {"tcp": "no-such-name.invalid:80"}, "fail", None
    for name, target in (("no port", "localhost"), ("port 0", "localhost:0"), ("port 65536", "localhost:65536"), ("words", "localhost:http"), ("no host", ":80"),
                         ("an option", "-x:80"), ("a URL", "http://localhost/"), ("blanks", "local host:80")):
        yield f"tcp: {name}", {"tcp": target}, "error", "bad_target"
    yield "tcp: a condition that holds", {"tcp": at(world.open), "fail": "ms >= 0"}, "fail", "connected"
    yield "tcp: a condition that does not", {"tcp": at(world.open), "warn": "ms > 1000000"}, "ok", "connected"
    yield "tcp: nothing measured to judge", {"tcp": f"127.0.0.1:{world.closed}", "warn": "ms > 1000000"}, "fail", "refused"


def tls_cases(world):
    def tls(name, **more):
        return {"tls": f"localhost:{world.tls[name].port}", **more}
    yield "tls: valid", tls("valid"), "ok", "valid", {"days_left": 90, "issuer": "Test Authority", "protocol": "TLSv1.3"}
    yield "tls: valid by address", {"tls": at(world.tls["valid"])}, "ok", "valid"
    yield "tls: soon", tls("soon"), "warn", "expires_soon", {"days_left": 5}
    yield "tls: soon enough", tls("soon", **{"min-days": 3}), "ok", "valid"
    yield "tls: valid, but more was asked for", tls("valid", **{"min-days": 100}), "warn", "expires_soon"
    yield "tls: expired", tls("expired"), "fail", "expired", {"days_left": -3}
    yield "tls: not yet", tls("future"), "fail", "not_yet_valid"
    yield "tls: wrong host", tls("elsewhere"), "fail", "wrong_host"
    yield "tls: wrong address", {"tls": at(world.tls["elsewhere"])}, "fail", "wrong_host"
    yield "tls: self-signed", tls("own"), "fail", "self_signed"
    yield "tls: a stranger signed", tls("stranger"), "fail", "untrusted"
    yield "tls: escapes in a name", tls("escape"), "ok", "valid"
    yield "tls: no TLS", {"tls": at(world.talker)}, "fail", "no_handshake"
    yield "tls: hangs up", {"tls": at(world.hanging_up)}, "fail", "no_handshake"
    yield "tls: silence", {"tls": at(world.silent), "timeout": FAST}, "error", "timeout"
    yield "tls: closed", {"tls": f"127.0.0.1:{world.closed}"}, "fail", "refused"
    yield "tls: full", {"tls": at(world.full), "timeout": FAST}, "error", "timeout"
    yield "tls: a condition", tls("valid", fail="days_left < 91"), "fail", "valid"
    yield "tls: a condition trusts nobody", tls("own", warn="days_left < 0"), "fail", "self_signed"
    yield "tls: no number", tls("valid", **{"min-days": "soon"}), "error", "bad_setting"


def http_cases(world):
    def http(path, **more):
        return {"http": world.url(path), **more}
    for code, status in ((200, "ok"), (204, "ok"), (299, "ok"), (304, "ok"), (400, "fail"), (401, "fail"), (403, "fail"), (404, "fail"), (410, "fail"), (418, "fail"),
                         (429, "fail"), (500, "fail"), (502, "fail"), (503, "fail"), (504, "fail"), (599, "fail")):
        yield f"http: {code}", http(f"status/{code}", **({"redirects": 0} if code == 304 else {})), status, "answered" if status == "ok" else "status", {"code": code}
    yield "http: a status that is wanted", http("status/404", status="404"), "ok", "answered"
    yield "http: a range", http("status/503", status="2xx, 500-503"), "ok", "answered"
    yield "http: another status", http("status/200", status="3xx"), "fail", "status"
    yield "http: no status", http("status/200", status="two hundred"), "error", "bad_setting"
    yield "http: text", http("text", body="区块.*done$"), "ok", "answered"
    yield "http: another text", http("text", body="not in it"), "fail", "no_match"
    yield "http: no pattern", http("text", body="("), "error", "bad_setting"
    yield "http: redirects", http("redirect/5"), "ok", "answered", {"code": 200, "location": world.url("status/200")}
    yield "http: one too many", http("redirect/6"), "error", "redirects"
    yield "http: more, allowed", http("redirect/10", redirects=10), "ok", "answered"
    yield "http: none followed", http("redirect/2", redirects=0), "ok", "answered", {"code": 302}
    yield "http: a loop", http("loop"), "error", "redirects"
    yield "http: 100,000 redirects", http("redirect/100000", redirects=20), "error", "redirects"
    yield "http: 100,000 allowed", http("redirect/100000", redirects=100000), "error", "bad_setting"
    yield "http: to a file", http("away/file:___etc_passwd"), "error", None
    yield "http: to a closed port", http(f"away/http:__127.0.0.1:{world.closed}_"), "fail", "refused"
    for name in ("silent", "half-a-head"):
        yield f"http: {name}", http(f"hostile/{name}", timeout=FAST), "error", "timeout"
    yield "http: half a body", http("hostile/half-a-body"), "ok", "answered"
    yield "http: half a body to be searched", http("hostile/half-a-body", body="x", timeout=FAST), "error", "timeout"
    yield "http: endless head", http("hostile/endless-head"), "error", "too_large"
    yield "http: endless line", http("hostile/endless-line"), "error", "too_large"
    yield "http: endless body", http("hostile/endless-body"), "ok", "answered"
    yield "http: endless body to be searched", http("hostile/endless-body", body="never"), "error", "too_large"
    yield "http: a bomb is not unpacked", http("hostile/bomb", body="x{1000}"), "fail", "no_match"
    yield "http: escapes", http("hostile/escape", redirects=0), "ok", "answered"
    yield "http: garbage", http("hostile/garbage"), "error", "bad_answer"
    yield "http: a short body", http("hostile/short", body="short"), "fail", "no_answer"
    yield "http: hangs up", http("hostile/bye"), "fail", "no_answer"
    yield "http: closed", {"http": f"http://127.0.0.1:{world.closed}/"}, "fail", "refused"
    yield "http: an hour behind", http("date/-3600", warn="skew > 3500"), "warn", "answered"
    yield "http: a file", {"http": "file:///etc/passwd"}, "error", "bad_target"
    yield "http: a password", {"http": "http://me:secret@127.0.0.1/"}, "error", "bad_target"
    for name, status, finding in (("valid", "ok", "answered"), ("expired", "fail", "expired"), ("own", "fail", "self_signed"), ("elsewhere", "fail", "wrong_host")):
        yield f"https: {name}", {"http": f"https://localhost:{world.https[name].port}/status/200"}, status, finding
    yield "https: to http", {"http": f"https://localhost:{world.https['valid'].port}/away/http:__127.0.0.1:{world.http.port}_"}, "fail", "downgrade"
    yield "https: no TLS", {"http": f"https://localhost:{world.talker.port}/"}, "fail", "no_handshake"


def clock_cases(world):
    def clock(name, **more):
        return {"clock": at(world.clock[name]), **more}
    yield "clock: right", clock("right", **{"max-skew": "10s"}), "ok", "right"
    yield "clock: ahead", clock("ahead", **{"max-skew": "30s"}), "fail", "skewed"
    yield "clock: within what is allowed", clock("ahead", **{"max-skew": "2m"}), "ok", "right"
    yield "clock: ahead of what is usual", clock("bit"), "warn", "skewed"
    yield "clock: an hour behind", clock("behind"), "fail", "skewed"
    yield "clock: a condition", clock("ahead", warn="skew > 90"), "warn", "skewed"
    for name in ("goodbye", "stranger", "short", "silent"):
        yield f"clock: {name}", clock(name, timeout=FAST), "error", "timeout"
    yield "clock: nobody", {"clock": f"127.0.0.1:{world.closed}", "timeout": "5s"}, "error", "no_time"
    yield "clock: a page", {"clock": world.url("status/200")}, "ok", "right"
    yield "clock: the one in the middle", {"clock": [world.url("date/0"), world.url("date/-86400"), world.url("date/1")]}, "ok", "right"
    yield "clock: one does not answer", {"clock": [f"http://127.0.0.1:{world.closed}/", world.url("date/-95")], "max-skew": "1m"}, "fail", "skewed"


def machine_cases(world):
    def file(name, **more):
        return {"file": f"{world.files}/{name}", **more}
    user = str(os.getuid())
    yield "disk: enough", {"disk": "/", "min-free": "1kB"}, "ok", "enough"
    yield "disk: short", {"disk": "/", "min-free": "999999TB"}, "fail", "short"
    yield "disk: nowhere", {"disk": "/no/such/folder"}, "fail", "absent"
    yield "disk: not absolute", {"disk": "var"}, "error", "bad_target"
    yield "disk: no size", {"disk": "/", "min-free": "much"}, "error", "bad_setting"
    yield "memory: enough", {"memory": "", "min-free": "1kB"}, "ok", "enough"
    yield "memory: short", {"memory": "", "min-free": "999TB"}, "fail", "short"
    yield "file: there", file("private", mode="0600", owner=user), "ok", "there", {"found": "yes", "mode": "0600", "size": "12B"}
    yield "file: readable by others", file("open", mode="0600"), "fail", "open_mode", {"mode": "0644"}
    yield "file: by a pattern", file("w-*.dat", mode="0600"), "fail", "open_mode", {"mode": "0666"}
    yield "file: of somebody else", file("private", owner="nobody"), "fail", "other_owner"
    yield "file: too old", file("open", **{"max-age": "1d"}), "fail", "too_old"
    yield "file: absent", file("missing"), "fail", "absent", {"found": "no"}
    yield "file: absent, and should be", file("missing", exists="no"), "ok", "absent"
    yield "file: there, and should not be", file("private", exists="no"), "fail", "unwanted"
    yield "file: a link to nothing", file("broken"), "fail", "absent"
    yield "file: a link", file("link", mode="0600"), "ok", "there"
    yield "file: climbing", file("../files/private"), "error", "bad_target"
    yield "file: at home", {"file": "~/.profile-that-is-not-there"}, "fail", "absent"
    yield "file: no mode", file("private", mode="rw"), "error", "bad_setting"
    yield "process: this one", {"process": pathlib.Path("/proc/self/comm").read_text(encoding="utf-8").strip()}, "ok", "running", {"running": "yes"}
    yield "process: none", {"process": "no-such-process"}, "fail", "not_running"
    yield "process: a path", {"process": "/bin/sh"}, "error", "bad_target"
    yield "service: an option", {"service": "--all"}, "error", "bad_target"
    yield "port: listening", {"port": str(world.open.port)}, "ok", "listening"
    yield "port: not", {"port": str(world.closed)}, "fail", "not_listening"
    yield "port: none", {"port": "0"}, "error", "bad_target"
    yield "env: set", {"env": "PROBE_CASE", "matches": "^yes$"}, "ok", "set", {"value": "yes"}
    yield "env: another value", {"env": "PROBE_CASE", "matches": "no"}, "fail", "mismatch"
    yield "env: unset", {"env": "NO_SUCH_VARIABLE"}, "fail", "unset"
    yield "os: arch", {"os": "arch", "matches": platform.machine()}, "ok", "told"
    yield "os: another", {"os": "id", "matches": "^plan9$"}, "fail", "mismatch"
    yield "proxy: none", {"proxy": ""}, "ok", "direct"
    yield "route: told", {"route": ""}, None, None


def program_cases(world):
    yield "version: bash", {"version": "bash", "range": ">=3, <99"}, "ok", "version"
    yield "version: too old", {"version": "openssl", "range": ">=99"}, "fail", "outside"
    yield "version: not asked for", {"version": "rm"}, "error", "unknown_program"
    yield "version: no range", {"version": "bash", "range": ">="}, "error", "bad_setting"
    yield "package: an option", {"package": "--admindir=/tmp"}, "error", "bad_target"
    yield "package: none", {"package": "no-such-package-anywhere"}, None, None
    yield "command: a shell's words stay words", {"command": ["echo", "$HOME; rm -rf x", "`id`"], "output": r"^\$HOME; rm -rf x `id`$"}, "ok", "done"
    yield "command: exit", {"command": ["false"]}, "fail", "exit_status", {"exit": 1}
    yield "command: exit as wanted", {"command": ["false"], "exit": 1}, "ok", "done"
    yield "command: output", {"command": ["echo", "one"], "output": "two"}, "fail", "no_match"
    yield "command: too long", {"command": ["sleep", "31415926"], "timeout": FAST}, "error", "timeout"
    yield "command: ignores signals", {"command": ["sh", "-c", "trap '' TERM INT; while :; do :; done"], "timeout": FAST}, "error", "timeout"
    yield "command: a flood", {"command": ["yes"], "timeout": FAST}, "error", "timeout"
    yield "command: leaves a child that holds the pipe", {"command": ["sh", "-c", "sleep 31415926 & echo left"], "output": "left"}, "ok", "done"
    yield "command: nothing of ours is in its environment", {"command": ["env"], "fail": 'output matches "PROBE_CASE|ASAN"'}, "ok", "done"
    yield "command: nothing of ours is open", {"command": ["ls", "/proc/self/fd"], "output": r"^0\n1\n2\n3$"}, "ok", "done"
    yield "command: escapes", {"command": ["printf", "\\033[31mred"], "output": "red"}, "ok", "done", {"output": "�[31mred"}
    yield "command: none", {"command": ["no-such-program"]}, "error", "not_started"
    yield "command: no program", {"command": ["/etc/passwd"]}, "error", "not_started"
    yield "command: stopped by a signal", {"command": ["sh", "-c", "kill -9 $$"]}, "error", "killed"


def all_cases(world):
    """(name, probe, status, finding, evidence): None means that it depends on the machine."""
    for cases in (dns_cases, tcp_cases, tls_cases, http_cases, clock_cases, machine_cases, program_cases):
        for name, probe, status, finding, *evidence in cases(world):
            yield name, probe, status, finding, evidence[0] if evidence else {}
