"""The manifest: what was made, from what, when, how long it took, and what became of it.

``reports/manifest.json`` holds ``format`` (1), ``written`` (the time of its last change) and ``reports``: page name →
entry, in the order of first making. All times are UTC in ISO 8601. An entry holds

``name``, ``notebook``  the page's name (its file is ``<name>.html``) and the notebook's file name
``entry``, ``place``    the report's name in ``reports.yml``; the place that the page is about, if it is one's
``title``, ``titles``   the title in the page's language, and in all
``language``            of the page
``parameters``          as the notebook was run; those that are not named were the notebook's defaults
``listed``              whether ``reports.yml`` names it; a page of other parameters is not listed
``outcome``             of the last run: ``made`` or ``failed``
``reason``              why it failed: ``error`` (code), ``unfinished`` (cells that never ran), ``dead`` (its kernel
                        died), ``timeout``, ``start`` (no kernel started), ``interrupted``, ``publishing`` (the page
                        could not be written); else empty
``message``             the same in one line; of a page that was made, that it is too large; else empty
``started``, ``seconds``  begin and duration of the last run
``attempts``            how often a kernel was started for it
``inputs``              hashes of what the last run was made from, see ``inputs.py``
``versions``            Python and main packages of the last run
``page``                the last good page, which stands: ``file``, ``sha256``, ``bytes``, ``modified_ns``, ``made``
                        and ``inputs``; ``null`` where there never was one
``previous``            the same of the good page before that one, which it replaced; ``null`` where there was none
``failure``             the file of the page that tells of the failure; ``null`` after a good run

A run that finds nothing changed writes nothing. The file is replaced in one step, after the pages that it speaks of.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from helpers.files import replace_file

FILE = "manifest.json"
FORMAT = 1
MADE, FAILED = "made", "failed"


@dataclass(frozen=True)
class Page:
    """A good page as it was put in its place."""

    file: str
    sha256: str
    bytes: int
    modified_ns: int
    made: str
    inputs: dict[str, str]


@dataclass(frozen=True)
class Entry:
    """What is known of one report; the module says what the fields hold."""

    name: str
    notebook: str
    entry: str
    place: str
    title: str
    titles: dict[str, str]
    language: str
    parameters: dict[str, Any]
    listed: bool
    outcome: str
    reason: str = ""
    message: str = ""
    started: str = ""
    seconds: float = 0.0
    attempts: int = 1
    inputs: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    page: Page | None = None
    previous: Page | None = None
    failure: str | None = None


def read_manifest(folder: Path) -> dict[str, Entry]:
    """Entries by page name; none where there is no manifest, or none that can be read: then all is made anew."""
    try:
        held = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if held["format"] != FORMAT:
            return {}
        return {name: _entry(fields) for name, fields in held["reports"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_manifest(folder: Path, entries: Mapping[str, Entry], written: str) -> None:
    held = {"format": FORMAT, "written": written, "reports": {name: asdict(entry) for name, entry in entries.items()}}
    text = json.dumps(held, ensure_ascii=False, indent=1)
    replace_file(folder / FILE, f"{text}\n".encode())


def describe_page(path: Path, made: str, inputs: Mapping[str, str]) -> Page:
    """The page that stands at ``path``."""
    content = path.read_bytes()
    status = path.stat()
    digest = hashlib.sha256(content).hexdigest()
    return Page(path.name, digest, len(content), status.st_mtime_ns, made, dict(inputs))


def stands(page: Page | None, folder: Path) -> bool:
    """Whether the page is there as it was written; times are only compared for being the same, never for order."""
    if page is None:
        return False
    path = folder / page.file
    try:
        status = path.stat()
        if (status.st_size, status.st_mtime_ns) == (page.bytes, page.modified_ns):
            return True
        return status.st_size == page.bytes and hashlib.sha256(path.read_bytes()).hexdigest() == page.sha256
    except OSError:
        return False


def is_fresh(entry: Entry | None, inputs: Mapping[str, str], folder: Path) -> bool:
    """Whether the last run made a good page of just these inputs, and it still stands."""
    return entry is not None and entry.outcome == MADE and entry.inputs == inputs and stands(entry.page, folder)


def _entry(fields: Mapping[str, Any]) -> Entry:
    pages = {name: Page(**fields[name]) if fields.get(name) else None for name in ("page", "previous")}
    return Entry(**{**fields, **pages})
