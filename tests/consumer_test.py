#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A project that adds this one as a subdirectory builds, links and runs. Its build stays in the build that is tested, so that only what changed is built again."""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import unittest

TESTS = pathlib.Path(__file__).resolve().parent
KEPT = ("CMAKE_CXX_COMPILER", "CMAKE_CXX_COMPILER_LAUNCHER", "UNKNOT_STRICT", "UNKNOT_PRECOMPILE")
BUILD = CMAKE = None


def cached():
    """Definitions of the build that is tested."""
    lines = (BUILD / "CMakeCache.txt").read_text(encoding="utf-8").splitlines()
    values = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith(("#", "//")))
    return [f"-D{name}={value}" for name, value in values.items() if name.split(":")[0] in KEPT]


class Consumer(unittest.TestCase):
    def run_it(self, *command):
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout[-3000:] + done.stderr[-3000:])
        return done.stdout

    def test_library_inside_another_project(self):
        with tempfile.TemporaryDirectory(prefix="unknot-consumer-") as folder:
            build, packages = BUILD / "consumer", pathlib.Path(folder)
            self.run_it(CMAKE, "-G", "Ninja", "-S", TESTS / "consumer", "-B", build, f"-DUNKNOT_SOURCE={TESTS.parent}", "-DCMAKE_BUILD_TYPE=None", *cached())
            self.run_it(CMAKE, "--build", build, "--parallel", "2")
            question = self.run_it(build / "consumer", TESTS.parent / "knowledge", "payment-failure")
            self.assertIn("?", question)
            self.run_it(CMAKE, "--install", build, "--prefix", packages)
            self.assertEqual([path.name for path in packages.rglob("*") if path.is_file()], ["consumer"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", help="not used: the consumer is run")
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--cmake", required=True)
    options, rest = parser.parse_known_args()
    BUILD, CMAKE = options.build, options.cmake
    unittest.main(argv=[sys.argv[0], *rest])
