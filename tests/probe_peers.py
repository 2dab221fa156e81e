# SPDX-License-Identifier: GPL-3.0-or-later
"""What people put into shell scripts where unknot has probes: curl, dig, openssl and bash's own sockets. One verdict each, by the exit status."""
import shutil

from probe_cases import at

PROGRAMS = ("bash", "curl", "dig", "openssl", "timeout")
SCRIPTS = {
    "tcp": "timeout {seconds} bash -c 'exec 3<>/dev/tcp/{host}/{port}' 2>/dev/null",
    "tls": "echo | timeout {seconds} openssl s_client -connect {host}:{port} -servername {host} -verify_hostname {host} -verify_return_error 2>/dev/null"
           " | openssl x509 -noout -checkend 0 >/dev/null 2>&1",
    "http": "code=$(curl --silent --location --max-redirs 5 --output /dev/null --max-time {seconds} --write-out '%{{http_code}}' {url})"
            " && test $code -ge 200 && test $code -lt 400",
    "dns": "answer=$(dig +short +time={seconds} +tries=1 -p {port} @{host} {name} {type}) && test -n \"$answer\"",
}
SHORT, LONG = 1, 5   # seconds


class Row:
    """The same question as a probe and as a script, and whether all is well."""

    def __init__(self, title, good, probe, seconds=LONG, **values):
        self.title, self.good, self.kind = title, good, next(iter(probe))
        self.probe = {**probe, "timeout": f"{seconds}s", **({"min-days": 0} if self.kind == "tls" else {})}
        self.script = SCRIPTS[self.kind].format(seconds=seconds, **values)

    def words(self):
        """For `unknot probe`."""
        options = [word for key, value in self.probe.items() if key != self.kind for word in (f"--{key}", str(value))]
        return ["probe", self.kind, self.probe[self.kind], *options]


def missing():
    return [program for program in PROGRAMS if shutil.which(program) is None]


def tcp(title, good, port, **more):
    return Row(f"tcp: {title}", good, {"tcp": f"127.0.0.1:{port}"}, host="127.0.0.1", port=port, **more)


def tls(title, good, server, **more):
    return Row(f"tls: {title}", good, {"tls": f"localhost:{server.port}"}, host="localhost", port=server.port, **more)


def http(title, good, url, **more):
    return Row(f"http: {title}", good, {"http": url}, url=url, **more)


def dns(world, title, good, host, kind="A", **more):
    return Row(f"dns: {title}", good, {"dns": host, "type": kind, "resolver": at(world.dns)}, host="127.0.0.1", port=world.dns.port, name=host, type=kind, **more)


def plain_rows(world):
    """One of each kind where all is well, and one where it is not."""
    yield tcp("open", True, world.open.port)
    yield tcp("closed", False, world.closed)
    yield tls("valid", True, world.tls["valid"])
    yield tls("expired", False, world.tls["expired"])
    yield http("200", True, world.url("status/200"))
    yield http("503", False, world.url("status/503"))
    yield http("https", True, f"https://localhost:{world.https['valid'].port}/status/200")
    yield http("https, expired", False, f"https://localhost:{world.https['expired'].port}/status/200")
    yield dns(world, "an address", True, "a.test")
    yield dns(world, "no such name", False, "missing.test")


def other_rows(world):
    yield tcp("full", False, world.full.port, seconds=SHORT)
    for name in ("future", "elsewhere", "own", "stranger"):
        yield tls(name, False, world.tls[name])
    yield tls("soon", True, world.tls["soon"])
    yield tls("no TLS", False, world.talker)
    yield tls("hangs up", False, world.hanging_up)
    yield tls("silent", False, world.silent, seconds=SHORT)
    for code in (204, 301, 404, 500):
        yield http(str(code), code < 400, world.url(f"status/{code}"))
    yield http("five redirects", True, world.url("redirect/5"))
    yield http("six redirects", False, world.url("redirect/6"))
    yield http("a loop", False, world.url("loop"))
    yield http("silent", False, world.url("hostile/silent"), seconds=SHORT)
    yield http("half a head", False, world.url("hostile/half-a-head"), seconds=SHORT)
    yield http("garbage", False, world.url("hostile/garbage"))
    yield http("hangs up", False, world.url("hostile/bye"))
    yield http("closed", False, f"http://127.0.0.1:{world.closed}/")
    for name in ("own", "elsewhere"):
        yield http(f"https, {name}", False, f"https://localhost:{world.https[name].port}/status/200")
    for kind in ("AAAA", "MX", "TXT", "SRV"):
        yield dns(world, kind, True, "a.test", kind)
    yield dns(world, "no such record", False, "a.test", "PTR")
    yield dns(world, "server failure", False, "broken.test")
    yield dns(world, "refused", False, "refused.test")
    yield dns(world, "silence", False, "silent.test", seconds=SHORT)
    yield dns(world, "cut, then by TCP", True, "cut.test")
    yield dns(world, "too much for a datagram", True, "many.test")


def rows(world):
    return [*plain_rows(world), *other_rows(world)]
