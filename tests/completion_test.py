#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The completion scripts in the shells they are for: what a person sees who presses Tab."""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "data" / "completions"
PROGRAM = None
BASH = r"""
source "$1"
COMP_LINE=$2 COMP_POINT=${#2}
# readline divides words at blanks and at these characters, which are words of their own
line=${2//=/ = } line=${line//:/ : }
read -ra COMP_WORDS <<< "$line"
[[ $2 != *[[:blank:]] ]] || COMP_WORDS+=('')
[[ $2 != *[=:] ]] || [[ $2 == *[[:blank:]] ]] || COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_unknot "${COMP_WORDS[0]}"
printf '%s\n' "${COMPREPLY[@]}"
"""
# compsys itself answers: what it is handed to offer is written down. Keys are read in order, so that the last one tells that Tab is done.
ZSH = r"""
zmodload zsh/zpty
setup="PROMPT= RPROMPT=; fpath=(${(q)1:h} \$fpath); autoload -Uz compinit; compinit -u -D; bindkey '^I' complete-word"
setup+='; compadd() { if [[ $@[(r)-[OAD]] == "" ]]; then local -a m; builtin compadd -O m "$@"; print -rl -- "<"$^m >> '${(q)3}'; fi; builtin compadd "$@" }'
setup+='; finish() { print DONE }; zle -N finish; bindkey "^X" finish; print READY'
zpty shell zsh -f -i
zpty -w shell "$setup"
zpty -r shell out '*READY*' || exit 9
zpty -w -n shell "$2"$'	'
zpty -r shell out '*DONE*'
"""


class Shells(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="unknot-completion-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        (cls.folder / "bin").mkdir()
        (cls.folder / "bin" / "unknot").symlink_to(PROGRAM)
        (cls.folder / "work" / "notes").mkdir(parents=True)
        (cls.folder / "work" / "answers.yaml").write_text("where: card\n", encoding="utf-8")
        cls.environment = {"PATH": f"{cls.folder / 'bin'}:/usr/bin:/bin", "HOME": str(cls.folder), "LC_ALL": "C.UTF-8", "TERM": "dumb",
                           "UNKNOT_PACK_PATH": str(ROOT / "knowledge")}
        cls.run_it(PROGRAM, "--no-input", "run", "payment-failure")   # case 1

    @classmethod
    def run_it(cls, *command):
        return subprocess.run([str(word) for word in command], env=cls.environment, cwd=cls.folder / "work", stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=120, check=False)

    def bash(self, line):
        return set(self.run_it("bash", "--norc", "-c", BASH, "bash", SCRIPTS / "unknot.bash", line).stdout.split())

    def fish(self, line):
        command = f"source {SCRIPTS / 'unknot.fish'}; complete -C '{line}'"
        return {text.split("\t")[0] for text in self.run_it("fish", "--no-config", "-c", command).stdout.splitlines()}

    def zsh(self, line):
        caught = self.folder / "caught"
        caught.unlink(missing_ok=True)
        done = self.run_it("zsh", "-f", "-c", ZSH, "zsh", SCRIPTS / "_unknot", line, caught)
        self.assertTrue(caught.exists(), done.stdout + done.stderr)
        return {text[1:] for text in caught.read_text(encoding="utf-8").splitlines() if text.startswith("<") and len(text) > 1}

    def everywhere(self, line, expected, bash=None):
        """All three offer at least this; bash replaces only what stands behind the last `=` or `:`."""
        self.assertLessEqual(expected, self.fish(line), line)
        self.assertLessEqual(expected, self.zsh(line), line)
        self.assertLessEqual(bash or expected, self.bash(line), line)

    def test_commands(self):
        self.everywhere("unknot ", {"ask", "run", "search", "case", "pack", "completion", "help"})
        self.everywhere("unknot case ", {"list", "show", "resume", "delete"})

    def test_options(self):
        self.everywhere("unknot run --a", {"--allow", "--answer", "--answers"})
        self.assertEqual(self.bash("unknot run --a"), {"--allow", "--answer", "--answers"})

    def test_trees(self):
        self.everywhere("unknot run pay", {"payment-failure"})
        self.assertEqual(self.bash("unknot run pay"), {"payment-failure"})

    def test_nodes_and_their_values(self):
        self.everywhere("unknot run payment-failure --answer wh", {"where="})
        self.everywhere("unknot run payment-failure --answer where=ca", {"where=card"}, {"card"})
        self.everywhere("unknot run payment-failure --answer=where=ca", {"--answer=where=card"}, {"card"})
        self.everywhere("unknot run payment-failure --answer account-sec", {"account-security/"})
        self.everywhere("unknot run payment-failure --answer account-security/cus", {"account-security/custody="})
        self.everywhere("unknot run --case 1 --answer where=", {"where=card", "where=unknown"}, {"card", "unknown"})

    def test_fields_of_queries(self):
        self.everywhere("unknot search kind:", {"kind:article", "kind:tree"}, {"article", "tree"})

    def test_cases_and_articles(self):
        self.everywhere("unknot case show ", {"1"})
        self.everywhere("unknot show card-d", {"card-declined"})

    def test_files_are_the_shell_s(self):
        self.everywhere("unknot run payment-failure --answers ans", {"answers.yaml"})
        self.assertEqual({name.rstrip("/") for name in self.bash("unknot --pack n")}, {"notes"})
        self.assertIn("notes/", self.fish("unknot --pack n"))

    def test_text_is_left_alone(self):
        self.assertEqual(self.bash("unknot ask my card --no"), set())

    def test_the_program_prints_the_same_scripts(self):
        for shell, file in (("bash", "unknot.bash"), ("zsh", "_unknot"), ("fish", "unknot.fish")):
            self.assertEqual(self.run_it("unknot", "completion", shell).stdout, (SCRIPTS / file).read_text(encoding="utf-8"))

    def test_zsh_without_a_folder_of_its_own(self):
        done = self.run_it("zsh", "-f", "-c", 'autoload -Uz compinit; compinit -u -D; eval "$(unknot completion zsh)"; print -r -- $_comps[unknot]')
        self.assertEqual((done.stdout, done.stderr), ("_unknot\n", ""))

    def test_a_line_that_is_wrong_gets_no_message(self):
        for words in (["--unheard-of", ""], ["--lang", "!", "run", ""], ["--pack", "/nonexistent", "run", ""], ["run", "--case", "x", "--answer", ""]):
            done = self.run_it("unknot", "__complete", *words)
            self.assertEqual(done.stderr, "", words)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options, rest = parser.parse_known_args()
    PROGRAM = os.path.abspath(options.program)
    unittest.main(argv=[sys.argv[0], *rest])
