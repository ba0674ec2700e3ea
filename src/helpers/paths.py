"""Where things are. Nothing is read or created here."""

import os
from pathlib import Path


def root() -> Path:
    """The project's folder: ``CITY_TARGETS_ROOT`` where it is set, else the checkout this file belongs to."""
    return Path(os.environ.get("CITY_TARGETS_ROOT") or Path(__file__).parents[2])


def raw() -> Path:
    return root() / "data" / "raw"


def processed() -> Path:
    return root() / "data" / "processed"


def notebooks() -> Path:
    return root() / "notebooks"


def reports() -> Path:
    return root() / "reports"


def documents() -> list[Path]:
    """Folders that may hold the plans' own texts, which are not part of the project.

    ``CITY_TARGETS_DOCUMENTS`` names further ones, separated as in ``PATH``.
    """
    named = os.environ.get("CITY_TARGETS_DOCUMENTS", "")
    return [raw() / "documents", *(Path(folder) for folder in named.split(os.pathsep) if folder)]
