"""The places and years of the target table, read without pandas: for lists of reports and checks of parameters."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers.names import find_among

COLUMNS = ("place", "place_en", "adcode", "province", "target_year")


class UnreadableTableError(ValueError):
    """The target table cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class Place:
    """A place of the target table; ``slug`` names its pages and is no other place's."""

    name: str
    name_en: str
    adcode: str
    province: str
    slug: str = ""


@dataclass(frozen=True)
class Known:
    """What the target table knows: its places, in its order, and the years its targets are for."""

    places: tuple[Place, ...] = ()
    years: tuple[int, ...] = ()


def read_known(path: Path) -> Known:
    """Places and years of ``targets.csv``.

    Raises ``UnreadableTableError`` where it is not there, is no UTF-8 or lacks a column.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [tuple(row[column] for column in COLUMNS) for row in csv.DictReader(file, strict=True)]
    except FileNotFoundError as error:
        msg = f"{path} is not there; `make data` computes it from data/raw"
        raise UnreadableTableError(msg) from error
    except (OSError, UnicodeDecodeError, csv.Error, KeyError) as error:
        fault = f"lacks the column {error}" if isinstance(error, KeyError) else str(error)
        msg = f"{path} cannot be read: {fault}; `make data` computes it anew"
        raise UnreadableTableError(msg) from error
    places = [Place(*cells) for cells in dict.fromkeys(row[:4] for row in rows) if all(cells[:2])]
    return Known(_named_apart(places), tuple(sorted({int(row[4]) for row in rows if (row[4] or "").isdigit()})))


def choose_places(asked: Sequence[object], known: Iterable[Place]) -> list[Place]:
    """The asked places, in any spelling that the loader understands; raises ``UnknownNameError`` for others."""
    known = list(known)
    rows = [(place.name, place.name_en, place.adcode, place.province) for place in known]
    found = find_among(asked, rows)
    return [place for name in found for place in known if place.name == name]


def _named_apart(places: list[Place]) -> tuple[Place, ...]:
    # 苏州 and 宿州 are one in English; their codes tell them apart.
    slugs = [re.sub(r"[^a-z0-9]+", "-", place.name_en.lower()).strip("-") for place in places]
    return tuple(
        Place(
            place.name,
            place.name_en,
            place.adcode,
            place.province,
            slug if slugs.count(slug) == 1 else f"{slug}-{place.adcode}",
        )
        for place, slug in zip(places, slugs, strict=True)
    )
