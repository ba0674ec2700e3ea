"""One run at a time for each folder of pages.

The lock is the operating system's own and belongs to the process: it ends with the process however that ends, so none
is ever left behind, and the processes that a run starts do not hold it. On Windows it is the same by other means.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FILE = ".lock"
#: Windows locks bytes against reading too; this one lies behind all that is written.
LOCKED_BYTE = 1 << 20


class BusyError(RuntimeError):
    """Another run is at work in the folder."""


@contextmanager
def only_run(folder: Path, note: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Hold the folder's lock, leave ``note`` in it for whoever comes meanwhile, and give the note of the last run.

    Raises ``BusyError`` where another process holds it, with that run's note in the message.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not _lock(handle):
            held = _read(handle)
            msg = f"another run is at work in {folder}, process {held.get('pid', '?')} since {held.get('started', '?')}"
            raise BusyError(msg)
        last = _read(handle)
        _write(handle, note)
        yield last
        _write(handle, {})
    finally:
        os.close(handle)


def _read(handle: int) -> dict[str, Any]:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        found = json.loads(os.read(handle, LOCKED_BYTE) or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _write(handle: int, note: dict[str, Any]) -> None:
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(note).encode())
    except OSError:  # a full disk: the lock holds without its note
        pass


def _lock(handle: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            # Locks of this kind are a process's own: the kernels that a run forks cannot hold it beyond its end.
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
