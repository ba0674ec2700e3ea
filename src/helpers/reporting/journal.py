"""What a run says: a bar for a person who watches, else nothing but failures; and a log in the folder of pages."""

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from tqdm import tqdm

from helpers.reporting.manifest import MADE, Entry
from helpers.reporting.shortening import shorten_paths

FILE = "report.log"
LARGEST = 1_000_000
LONGEST = 40
LOGGER = logging.getLogger("helpers.reports")

# The bar's own watcher is a thread, which nobody needs.
tqdm.monitor_interval = 0


class Journal:
    """Tells what happens as it happens. ``failures`` holds what went wrong."""

    def __init__(self, total: int, *, watched: bool) -> None:
        self.failures: list[str] = []
        self.made = 0
        self._watched = watched
        self._bar = tqdm(total=total, unit="page", disable=not watched)

    def working_on(self, names: Iterable[str]) -> None:
        text = ", ".join(names)
        self._bar.set_description_str(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…", refresh=True)

    def tell(self, entry: Entry, path: Path) -> None:
        """One report is done."""
        self._bar.update()
        if entry.outcome == MADE:
            self.made += 1
            LOGGER.info("made %s in %.1f s", entry.name, entry.seconds)
            if entry.message:
                LOGGER.warning("%s: %s", entry.name, entry.message)
            if self._watched:
                tqdm.write(f"wrote  {path}")
        else:
            self.fail(f"{entry.name}: {entry.message}")

    def fail(self, message: str) -> None:
        self.failures.append(message)
        LOGGER.error("%s", message)

    def close(self) -> None:
        self._bar.close()


class _Short(logging.Formatter):
    """The log lies beside the pages, and names no folder of the machine."""

    def format(self, record: logging.LogRecord) -> str:
        return shorten_paths(super().format(record))


@contextmanager
def logged(folder: Path) -> Iterator[None]:
    """Write a log into the folder; a disk that is full or closed stops no run."""
    logging.raiseExceptions = False
    handler = RotatingFileHandler(folder / FILE, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(_Short("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    LOGGER.addHandler(handler)
    try:
        yield
    finally:
        LOGGER.removeHandler(handler)
        handler.close()


def is_watched() -> bool:
    return sys.stderr.isatty()
