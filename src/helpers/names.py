"""Names as people type them → names as the tables have them."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from helpers import vocabulary

if TYPE_CHECKING:  # frames are only looked at here; whoever checks a name need not wait for pandas
    import pandas as pd

FIRST_YEAR, LAST_YEAR = 1949, 2100
MOST_NAMED = 12

#: A place as tables name it: Chinese name, English name, code of GB/T 2260, province.
PlaceRow = tuple[str, str, str, str]


class UnknownNameError(ValueError):
    """A place, sector or code that no table has; the message gives the nearest that there are."""


def as_list(asked: object) -> list:
    """One value or several, as a list: ``"兰州"``, ``["兰州", "乌海"]``, ``range(2024, 2027)``."""
    if isinstance(asked, str) or not isinstance(asked, Iterable):
        return [asked]
    return list(asked)


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """The known words most like ``word``, best first; words that contain it or lie in it count as near."""
    known = list(dict.fromkeys(known))
    inside = [name for name in known if name and (word in name or name in word)]
    close = difflib.get_close_matches(word.lower(), [name.lower() for name in known], n=limit, cutoff=0.5)
    spelled = {name.lower(): name for name in known}
    return list(dict.fromkeys([*(spelled[name] for name in close), *inside]))[:limit]


def find_codes(kind: str, asked: object, known: Sequence[str]) -> list[str]:
    """The asked codes, each checked to be one of ``known``."""
    found = []
    for word in as_list(asked):
        if word not in known:
            near = nearest(str(word), known)
            hint = f"did you mean {', '.join(near)}?" if near else f"known are {', '.join(known)}"
            msg = f"unknown {kind} {word!r}; {hint}"
            raise UnknownNameError(msg)
        found.append(word)
    return found


def find_years(asked: object) -> list[int]:
    """The asked years as whole numbers; ``2025`` and ``"2025"`` are one."""
    found = []
    for year in as_list(asked):
        text = str(year).strip()
        if not (text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR):
            msg = f"{year!r} is no year from {FIRST_YEAR} to {LAST_YEAR}"
            raise UnknownNameError(msg)
        found.append(int(text))
    return found


def find_date(asked: object = None) -> dt.date:
    """The asked day: a date, or text such as ``"2026-06-30"``; ``None`` is today."""
    if asked is None:
        return dt.datetime.now(dt.UTC).date()
    if isinstance(asked, dt.datetime):
        return asked.date()
    if isinstance(asked, dt.date):
        return asked
    try:
        return dt.date.fromisoformat(str(asked).strip())
    except ValueError as error:
        msg = f"{asked!r} is no day; write it as 2026-06-30"
        raise UnknownNameError(msg) from error


def find_place(asked: object, table: pd.DataFrame) -> dict[str, str]:
    """One place with its names and province: ``place``, ``place_en``, ``province``; ``None`` is the table's first."""
    if asked is not None and len(as_list(asked)) != 1:
        msg = f"one place is asked for, not {asked!r}"
        raise UnknownNameError(msg)
    place = min(set(table["place"].astype("str"))) if asked is None else find_places(asked, table)[0]
    own = table[table["place"] == place]
    rows = [row for row in vocabulary.places() if row["place"] == place]
    rows = own.astype({"place": "str"}).head(1).to_dict("records") or rows
    return {name: str(rows[0][name]) for name in ("place", "place_en", "province")}


def find_places(asked: object, table: pd.DataFrame | None = None) -> list[str]:
    """Chinese full names of the asked places.

    Accepted are the Chinese name with or without 市, 省 and the like, the English name in any case, and the code of
    GB/T 2260. Known are the places of ``places.csv`` and those of ``table``, which may have places of its own.
    """
    columns = ["place", "place_en", "adcode", "province"]
    own = [] if table is None else table[columns].astype("str").drop_duplicates().itertuples(index=False, name=None)
    rows = list(own)
    return _find(asked, [*_listed(), *rows], {row[0] for row in rows})


def find_among(asked: object, places: Iterable[PlaceRow], *, listed: bool = False) -> list[str]:
    """The same among the given places, and those of ``places.csv`` where ``listed``."""
    own = list(places)
    return _find(asked, [*(_listed() if listed else ()), *own], {row[0] for row in own})


def _find(asked: object, known: list[PlaceRow], own: set[str]) -> list[str]:
    spellings, labels = _spellings(known)
    found = []
    for word in as_list(asked):
        key = str(word).strip().lower()
        if key not in spellings:
            close = sorted(nearest(key, spellings, limit=6), key=lambda name: spellings[name] not in own)
            near = dict.fromkeys(labels[spellings[name]] for name in close)
            others = ", ".join([label for place, label in labels.items() if not own or place in own][:MOST_NAMED])
            hint = f"did you mean {' or '.join(list(near)[:3])}?" if near else f"there are {others}"
            msg = f"unknown place {word!r}; {hint}"
            raise UnknownNameError(msg)
        found.append(spellings[key])
    return list(dict.fromkeys(found))


def _listed() -> list[PlaceRow]:
    return [(row["place"], row["place_en"], row["adcode"], row["province"]) for row in vocabulary.places()]


def _spellings(known: Iterable[PlaceRow]) -> tuple[dict[str, str], dict[str, str]]:
    spellings, labels = {}, {}
    for place, english, adcode, province in known:
        labels[place] = f"{place} / {english}"
        for spelling in (place, english.lower(), adcode, *_short_forms(place, province)):
            spellings.setdefault(spelling.lower(), place)
    return spellings, labels


def _short_forms(place: str, province: str) -> list[str]:
    """兰州 for 兰州市; 万盛 and 万盛经开区 for 重庆市万盛经开区."""
    bare = place.removeprefix(province) if place != province else place
    forms = [bare]
    endings = [row["word"] for row in vocabulary.place_endings()]
    forms += [bare.removesuffix(end) for end in endings if bare.endswith(end) and len(bare) > len(end) + 1]
    return forms
