"""Two ways to have a folder's order carried out by another process: forked warm, or started by itself."""

import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from helpers.reporting.forking import PID

SPACE = 65536
#: Importing everything takes seconds; where it takes minutes, kernels are better started one by one.
READY_SECONDS = 180
PAUSE = 0.05


class LaunchError(RuntimeError):
    """The workshop is gone or never became ready; its runners ended with it."""


def separate_command(folder: Path) -> list[str]:
    # -P: what lies in the current folder is no module of ours
    return [sys.executable, "-P", "-m", "helpers.reporting.run", str(folder)]


class Separate:
    """One new process for each folder, with a kernel of its own. Slower, and possible everywhere."""

    def __init__(self, log: Path) -> None:
        self._log = log.open("ab")
        self._running: dict[Path, subprocess.Popen] = {}

    def start(self, folder: Path) -> None:
        self._running[folder] = subprocess.Popen(
            separate_command(folder),
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )

    def wait(self, seconds: float) -> list[tuple[Path, int]]:
        """Folders whose process has ended, with its status; after so many seconds none."""
        until = time.monotonic() + seconds
        while True:
            ended = [
                (folder, process.returncode) for folder, process in self._running.items() if process.poll() is not None
            ]
            for folder, _ in ended:
                del self._running[folder]
            if ended or time.monotonic() > until:
                return ended
            time.sleep(PAUSE)

    def has_begun(self, folder: Path) -> bool:
        return folder in self._running

    def end(self, folder: Path) -> None:
        """Kill what works in the folder; `wait` then tells of it."""
        if folder in self._running:
            end_group(self._running[folder].pid)
            end_kernel(folder)

    def close(self) -> None:
        for folder, process in self._running.items():
            self.end(folder)
            process.wait()
        self._log.close()


class Workshop:
    """One process that has imported everything and forks a runner and a kernel for each folder."""

    def __init__(self, log: Path) -> None:
        with log.open("ab") as file:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "helpers.reporting.workshop"],
                cwd=log.parent,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=file,
                start_new_session=True,
                bufsize=0,
            )
        self._ready_until: float | None = time.monotonic() + READY_SECONDS
        self._heard = b""
        self._pids: dict[Path, int] = {}

    def start(self, folder: Path) -> None:
        try:
            self._process.stdin.write(os.fsencode(f"{folder}\n"))
        except OSError as error:
            raise LaunchError(str(error)) from error

    def wait(self, seconds: float) -> list[tuple[Path, int]]:
        """Folders whose runner has ended, with its status; after so many seconds none."""
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            if self._ready_until and time.monotonic() > self._ready_until:
                msg = f"not ready after {READY_SECONDS} seconds"
                raise LaunchError(msg)
            return []
        heard = os.read(self._process.stdout.fileno(), SPACE)
        if not heard:
            msg = f"it ended with status {self._process.wait()}"
            raise LaunchError(msg)
        *lines, self._heard = (self._heard + heard).split(b"\n")
        return [ended for line in lines if (ended := self._hear(os.fsdecode(line)))]

    def _hear(self, line: str) -> tuple[Path, int] | None:
        word, *rest = line.split(" ", 2)
        if word == "ready":
            self._ready_until = None
        elif word == "began":
            self._pids[Path(rest[1])] = int(rest[0])
        elif word == "ended":
            self._pids.pop(Path(rest[1]), None)
            return Path(rest[1]), int(rest[0])
        return None

    def has_begun(self, folder: Path) -> bool:
        return folder in self._pids

    def end(self, folder: Path) -> None:
        """Kill what works in the folder; `wait` then tells of it."""
        if folder in self._pids:
            end_group(self._pids[folder])
            end_kernel(folder)

    def close(self) -> None:
        for folder in list(self._pids):
            self.end(folder)
        with suppress(OSError):
            self._process.stdin.close()
        end_group(self._process.pid)
        self._process.wait()
        self._process.stdout.close()


def end_kernel(folder: Path) -> None:
    """Kill the kernel that says it works in the folder; a kernel also ends by itself when its runner does."""
    with suppress(OSError, ValueError):
        end_group(int((folder / PID).read_text(encoding="ascii")))


def end_group(pid: int) -> None:
    """Kill a process with all that are in its group."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(pid, signal.SIGKILL)
        else:
            os.kill(pid, signal.SIGTERM)
