"""Names as people type them → names as the tables have them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from helpers import vocabulary

if TYPE_CHECKING:  # frames are only looked at here; whoever checks a name need not wait for pandas
    import pandas as pd

FIRST_YEAR, LAST_YEAR = 1949, 2100
MOST_NAMED = 12


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


def find_places(asked: object, table: pd.DataFrame | None = None) -> list[str]:
    """Chinese full names of the asked places.

    Accepted are the Chinese name with or without 市, 省 and the like, the English name in any case, and the code of
    GB/T 2260. Known are the places of ``places.csv`` and those of ``table``, which may have places of its own.
    """
    spellings, labels = _spellings(table)
    found = []
    for word in as_list(asked):
        key = str(word).strip().lower()
        if key not in spellings:
            own = set() if table is None else set(table["place"])
            close = sorted(nearest(key, spellings, limit=6), key=lambda name: spellings[name] not in own)
            near = dict.fromkeys(labels[spellings[name]] for name in close)
            known = labels.values() if table is None else [labels[place] for place in dict.fromkeys(table["place"])]
            others = ", ".join(list(known)[:MOST_NAMED])
            hint = f"did you mean {' or '.join(list(near)[:3])}?" if near else f"there are {others}"
            msg = f"unknown place {word!r}; {hint}"
            raise UnknownNameError(msg)
        found.append(spellings[key])
    return list(dict.fromkeys(found))


def _spellings(table: pd.DataFrame | None) -> tuple[dict[str, str], dict[str, str]]:
    known = [(row["place"], row["place_en"], row["adcode"], row["province"]) for row in vocabulary.places()]
    if table is not None:
        columns = ["place", "place_en", "adcode", "province"]
        known += list(table[columns].astype("str").drop_duplicates().itertuples(index=False, name=None))
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
