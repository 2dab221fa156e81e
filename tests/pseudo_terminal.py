# SPDX-License-Identifier: GPL-3.0-or-later
"""A program on a pseudo-terminal: wait for what it prints, type lines, and see how it ends. Waiting has a deadline and never sleeps."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

SECONDS = 60
STYLE = re.compile(r"\x1b\[[0-9;]*m")


class Unexpected(AssertionError):
    pass


class PseudoTerminal:
    def __init__(self, arguments, environment, folder, columns=80):
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            self.become(arguments, environment, folder, columns)
        self.printed = ""   # everything so far, line breaks as \n
        self.seen = 0       # up to where an expectation has looked

    @staticmethod
    def become(arguments, environment, folder, columns):
        """In the child: never returns."""
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
            os.chdir(folder)
            os.execve(arguments[0], arguments, environment)
        finally:
            os._exit(127)

    def read_more(self, deadline):
        """Adds what the program prints next; False at its end."""
        ready, _, _ = select.select([self.descriptor], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            raise Unexpected(f"nothing more was printed in {SECONDS} s; so far:\n{self.printed}")
        try:
            chunk = os.read(self.descriptor, 65536)
        except OSError:   # how Linux tells that the other side was closed
            return False
        self.printed = (self.printed + chunk.decode("utf-8", "surrogateescape")).replace("\r\n", "\n")
        return bool(chunk)

    def expect(self, *texts):
        """Waits for each text in turn, behind what was expected before, and answers with what was printed on the way."""
        deadline, start = time.monotonic() + SECONDS, self.seen
        for text in texts:
            while (found := self.printed.find(text, self.seen)) < 0:
                if not self.read_more(deadline):
                    raise Unexpected(f"the program ended before it printed {text!r}; printed:\n{self.printed}")
            self.seen = found + len(text)
        return self.printed[start:self.seen]

    def type(self, line):
        os.write(self.descriptor, (line + "\n").encode())

    def press(self, key):
        os.write(self.descriptor, key)

    def status(self):
        """Waits for the end: the exit status, or the signal as a negative number."""
        deadline = time.monotonic() + SECONDS
        while self.read_more(deadline):
            pass
        return self.close()

    def kill(self, number=signal.SIGKILL):
        os.kill(self.pid, number)

    def close(self):
        os.close(self.descriptor)
        _, status = os.waitpid(self.pid, 0)
        self.pid = None
        return os.waitstatus_to_exitcode(status)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.pid is not None:
            self.kill()
            self.close()
