# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests that run the program share: which program it is, and an environment in which nothing is found but what a test puts there."""
import argparse
import os
import pathlib
import sys


def private_environment(home):
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")}
    return {**kept, "HOME": str(home), "TZ": "UTC", "LC_ALL": "C.UTF-8", "XDG_DATA_DIRS": str(home), "XDG_CONFIG_DIRS": str(home)}


def program():
    """The program that --program names; unittest gets the other words, without which it would complain."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options, rest = parser.parse_known_args()
    sys.argv[1:] = rest
    return str(pathlib.Path(options.program).resolve())
