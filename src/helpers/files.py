"""Writing files so that a reader finds the old one or the new one, never half of either."""

import codecs
import csv
import io
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, content: bytes) -> bool:
    """Put ``content`` at ``path`` in one step; say whether anything changed.

    An unchanged file is left alone, so that nothing downstream takes it for new.
    """
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is private to its owner; the file it becomes is as open as any other.
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
        _settle(path.parent)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def _settle(folder: Path) -> None:
    """Have the folder itself written, so that the new name outlives a power cut. Windows does so unasked."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def csv_bytes(header: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """A CSV file as all of the project's are: UTF-8, plain line ends, nothing for ``None``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def repair_text(content: bytes) -> bytes:
    """The same text in UTF-8, without a byte-order mark and with plain line ends.

    It is read as UTF-16 where a mark says so, else as UTF-8, else as GB18030. Raises ``UnicodeDecodeError`` where it is
    none of them.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("gb18030")
    return text.replace("\r\n", "\n").replace("\r", "\n").encode()


def free_name(path: Path, ending: str) -> Path:
    """The path with the ending, numbered where files of that name are there already."""
    name, number = path.with_name(f"{path.name}{ending}"), 1
    while name.exists():
        number += 1
        name = path.with_name(f"{path.name}{ending}{number}")
    return name
