"""What a page depends on, as hashes: if none has changed, neither would the page."""

import hashlib
import json
import platform
import sysconfig
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from helpers.reporting.clock import now
from helpers.reporting.method import changes_of_method
from helpers.reporting.reports import Report

#: Of the packages that a page is made with, those that a reader of the manifest is likely to ask for.
NAMED = ("pandas", "numpy", "matplotlib", "seaborn", "papermill", "ipykernel", "nbclient", "nbconvert", "jinja2")
CACHES = "__pycache__"
#: How a notebook declares that its page changes from day to day.
TODAY = b'"as_of = None'


def hash_shared(raw: Path, processed: Path, package: Path, readme: Path) -> dict[str, str]:
    """What all reports depend on.

    ``data`` is all tables below ``data/``, ``targets`` the target table alone, ``package`` the program's own files,
    ``versions`` Python and all installed packages, ``method`` the changes of method that the README lists.
    """
    return {
        "data": _hash_folders([raw, processed], without=raw / "documents"),
        "targets": _hash_file(processed / "targets.csv"),
        "package": _hash_folders([package]),
        "versions": _hash_text(_installed()),
        "method": _hash_text(changes_of_method(readme.read_text(encoding="utf-8") if readme.exists() else "")),
    }


def hash_inputs(report: Report, shared: Mapping[str, str]) -> dict[str, str]:
    """All that a report's page depends on: what is shared, its ``notebook``, and its ``parameters`` with its titles."""
    own = [report.parameters, report.titles, report.title, _day(report)]
    return {**shared, "notebook": _hash_file(report.notebook), "parameters": _hash_text(own)}


def _day(report: Report) -> str:
    """Today, for a notebook that looks at its targets from today unless it is told another day; else nothing."""
    if report.parameters.get("as_of") is not None or TODAY not in _read(report.notebook):
        return ""
    return now().date().isoformat()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def versions() -> dict[str, str]:
    """Version of Python and of the packages that shape a page."""
    found = dict(name.split("-", 1) for name in _installed()[1:] if "-" in name)
    found = {name.lower().replace("_", "-"): version for name, version in found.items()}
    return {"python": platform.python_version(), **{name: found[name] for name in NAMED if name in found}}


def _installed() -> tuple[str, ...]:
    # The folders' names say package and version; reading the packages' metadata would take half a second.
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    names = {path.name.removesuffix(".dist-info") for folder in folders for path in Path(folder).glob("*.dist-info")}
    return (platform.python_version(), *sorted(names))


def _hash_folders(folders: Sequence[Path], without: Path | None = None) -> str:
    return _hash_text(
        [
            [folder.name, str(path.relative_to(folder)), _hash_file(path)]
            for folder in folders
            for path in sorted(_files(folder, without))
        ]
    )


def _files(folder: Path, without: Path | None) -> Iterable[Path]:
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and path.name != CACHES and path != without:
            yield from _files(path, without)
        # An editor's copy of a file is none of ours.
        elif path.is_file() and not path.name.startswith((".", "~", "#")) and ".bak" not in path.name:
            yield path


def _hash_file(path: Path) -> str:
    """Hash of the file, or a word where it cannot be read; the run then says why."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def _hash_text(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
