"""A process that has imported everything and forks one runner, with one warm kernel, for each folder it is told of.

It reads folders, one a line, and writes ``ready``, ``began <pid> <folder>`` and ``ended <status> <folder>``. It ends,
with all that it started, when nobody is left to tell it anything: a run that is killed leaves nothing behind.
"""

import os
import select
import signal
import sys
import traceback
from pathlib import Path

from helpers.reporting.forking import ForkedKernel, die_with, offer, preload
from helpers.reporting.run import carry_out

SPACE = 65536


def main() -> None:
    del sys.path[0]  # the folder that it was started in, which no kernel looks in
    # The owner alone reads what is written here; whatever an import prints goes to the log.
    told, telling = os.dup(0), os.dup(1)
    os.dup2(2, 1)
    woken, waking = os.pipe()
    os.set_blocking(waking, False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's interrupt is the owner's to deal with
    filters = preload()
    signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    _tell(telling, "ready")
    running: dict[int, str] = {}
    waiting = b""
    while True:
        ready, _, _ = select.select([told, woken], [], [])
        if told in ready:
            heard = os.read(told, SPACE)
            if not heard:
                break
            *orders, waiting = (waiting + heard).split(b"\n")
            for folder in map(os.fsdecode, orders):
                pid = _fork_runner(folder, filters, [told, telling, woken, waking])
                running[pid] = folder
                _tell(telling, f"began {pid} {folder}")
        if woken in ready:
            os.read(woken, SPACE)
        _reap(running, telling)
    for pid in running:
        end_group(pid)


def _reap(running: dict[int, str], telling: int) -> None:
    for pid in list(running):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            _tell(telling, f"ended {os.waitstatus_to_exitcode(status)} {running.pop(pid)}")


def _tell(handle: int, line: str) -> None:
    os.write(handle, os.fsencode(f"{line}\n"))


def _fork_runner(folder: str, filters: list[tuple], handles: list[int]) -> int:
    owner = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        os.setsid()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for handle in handles:
            os.close(handle)
        die_with(owner)
        os.chdir(folder)
        offer(ForkedKernel(filters))  # before anything starts a thread or opens a socket
        carry_out(Path(folder))
        status = 0
    except BaseException:  # noqa: BLE001 - it must not run on as a second workshop
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def end_group(pid: int) -> None:
    """Kill a process with all that are in its group."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


if __name__ == "__main__":
    main()
