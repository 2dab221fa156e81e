# SPDX-License-Identifier: GPL-3.0-or-later
"""A network and folders of this process alone: the kernel's namespaces, which need no privilege where the machine allows them. What is made here is gone
with the process, and nobody else sees it."""
import ctypes
import os
import pathlib
import shutil
import subprocess
import unittest

NEW_MOUNTS, NEW_USER, NEW_NETWORK = 0x00020000, 0x10000000, 0x40000000


def command(*words, given=None):
    program = shutil.which(words[0], path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if program is None:
        raise unittest.SkipTest(f"{words[0]} is missing: apt install iproute2 mount nftables")
    subprocess.run([program, *words[1:]], input=given, stdout=subprocess.DEVNULL, text=True, check=True, timeout=60)


def enclose():
    """Before the first thread: a process with threads cannot move. Skips whoever calls it where the kernel says no."""
    user, group = os.getuid(), os.getgid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(NEW_USER | NEW_NETWORK | NEW_MOUNTS) != 0:
        raise unittest.SkipTest(f"no namespaces are allowed here: {os.strerror(ctypes.get_errno())}")
    pathlib.Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    pathlib.Path("/proc/self/uid_map").write_text(f"0 {user} 1", encoding="ascii")
    pathlib.Path("/proc/self/gid_map").write_text(f"0 {group} 1", encoding="ascii")
    command("mount", "--make-rprivate", "/")
    command("ip", "link", "set", "lo", "up")


def filter_packets(rules):
    """`rules` are nft's, for what arrives."""
    try:
        command("nft", "list", "ruleset")
    except subprocess.CalledProcessError:
        raise unittest.SkipTest("this kernel filters no packets by nftables") from None
    lines = "\n".join(rules)
    command("nft", "-f", "-", given=f"table inet walls {{\nchain input {{\ntype filter hook input priority 0;\n{lines}\n}}\n}}\n")


def put_over(place, folder_or_file):
    command("mount", "--bind", str(folder_or_file), str(place))
