#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes unrelated.txt: 1,000 host names that real documentation links to and that have nothing to do with a shipped provider.

They come from the addresses in the files below FOLDER (Debian's /usr/share/doc), under suffixes of the public suffix list. Left out is what belongs
to a provider: a host with an official domain's name as one of its labels (`signin.ebay.com`, `www.paypal.me`). The order of SEED decides which 1,000.

    make_unrelated.py /usr/share/doc > unrelated.txt
"""
import gzip
import pathlib
import random
import re
import sys

import make_lookalikes

SEED = 20261122
WANTED = 1_000
MOST_BYTES = 3_000_000
SUFFIXES = pathlib.Path("/usr/share/publicsuffix/public_suffix_list.dat")
ADDRESS = re.compile(rb"(?:https?|ftp)://([A-Za-z0-9][A-Za-z0-9.-]{2,}[A-Za-z0-9])(?=[/:\s>\")'\],]|$)")


def bytes_of(path):
    try:
        with (gzip.open if path.suffix == ".gz" else open)(path, "rb") as file:
            return file.read(MOST_BYTES)
    except (OSError, EOFError):
        return b""


def hosts_in(folder):
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {found.decode().lower() for path in files for found in ADDRESS.findall(bytes_of(path))}


def main():
    suffixes = set(SUFFIXES.read_text(encoding="utf-8").split("\n"))
    names = {name for name, _ in make_lookalikes.domains()}
    hosts = sorted(host for host in hosts_in(pathlib.Path(sys.argv[1]))
                   if make_lookalikes.is_host(host) and "." in host and host.rsplit(".", 1)[1] in suffixes and not names & set(host.split(".")))
    print("\n".join(sorted(random.Random(SEED).sample(hosts, WANTED))))


if __name__ == "__main__":
    main()
