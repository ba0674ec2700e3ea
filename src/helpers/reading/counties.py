"""The county or district whose plan a document is: from its title and issuer, with the parents that the text names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.patterns import any_of
from helpers.vocabulary import Row


@dataclass(frozen=True)
class County:
    """A place below the prefectures as the document prints it; ``adcode`` and ``province`` are empty where the text
    does not tell which of several it is, or no list has it.
    """

    name: str
    adcode: str = ""
    province: str = ""


def find_county(title: str, issuer: str, named: str, place: str = "") -> County | None:
    """The county that a document's issuer or title begins with; ``None`` where that is a larger place, or none.

    ``named`` is all that the document says of itself, ``place`` the first larger place in it. A name that several
    prefectures have is settled by the one that the text names, and by nothing else. A place that no list has is taken
    as it is printed.
    """
    head, own = _start(title)
    found = _begins_with(issuer, named, is_issuer=True)
    if found and found.name not in title:
        # Where the title is a larger place's, or a larger place is all that is named, bodies are only addressed.
        listed = bool(found.adcode or found.province)
        found = None if own > head or (place and not listed) else found
    return found or _begins_with(title, named, is_issuer=False)


def _begins_with(text: str, named: str, *, is_issuer: bool) -> County | None:
    """The county that a text begins with, in the lists or not."""
    first, start = _start(text)
    alike = _counties_by_start().get(text[start : start + 2], ())
    known = [row for row in alike if text.startswith(row["county"], start)]
    if known:
        longest = max(len(row["county"]) for row in known)
        return _settled([row for row in known if len(row["county"]) == longest], text[:start], named)
    other, led = _unlisted(is_issuer=is_issuer).match(text, start), _parents_in(text[:start])
    if not other or (led and not is_issuer):
        return None
    zone = other["name"].endswith(lexicon.signs("zone_end"))
    name = text[first if zone else start : other.end("name")]  # a zone is called by its city's name
    return County(name, province=led[-1]["province"] if led else "")


def is_place_name(text: str, start: int) -> bool:
    """Whether the name of a county begins here, which may begin with a number (三台县)."""
    return any(text.startswith(row["county"], start) for row in _counties_by_start().get(text[start : start + 2], ()))


def parent_of(adcode: str) -> Row | None:
    """The prefecture that a county lies in, else the province that it lies in directly."""
    codes = {row["adcode"]: row for row in vocabulary.places()}
    return codes.get(f"{adcode[:4]}00") or codes.get(f"{adcode[:2]}0000")


def _start(text: str) -> tuple[int, int]:
    """Where a text's place begins, behind what announces it, and its own name, behind what it lies in."""
    lead = _leads().match(text)
    first = start = lead.end() if lead else 0
    while parent := _parent().match(text, start):
        start = parent.end()
    return first, start


def _settled(known: Sequence[Row], before: str, named: str) -> County:
    """The one of several counties of a name that lies in what the text names; a parent before the name must fit."""
    name = known[0]["county"]
    led = _parents_in(before)
    for parents in (led, _parents_in(named)):
        inside = [row for row in known if parents and all(_lies_in(row, one) for one in parents)]
        if len(inside) == 1:
            return _listed(inside[0])
        # All that a text mentions need not hold the county: one that alone fits tells too.
        inside = [row for row in known if any(_lies_in(row, one) for one in parents)]
        if parents is not led and len(inside) == 1:
            return _listed(inside[0])
    if len(known) == 1 and not led:
        return _listed(known[0])
    return County(name, province=led[-1]["province"] if led else "")


def _listed(row: Row) -> County:
    parent = parent_of(row["adcode"])
    return County(row["county"], row["adcode"], parent["province"] if parent else "")


def _lies_in(county: Row, parent: Row) -> bool:
    code = parent["adcode"]
    return county["adcode"].startswith(code[:2] if code.endswith("0000") else code[:4])


def _parents_in(text: str) -> list[Row]:
    """The prefectures and provinces that a text names, in its order."""
    return [_by_name()[match.group()] for match in _parent().finditer(text)]


@cache
def _by_name() -> dict[str, Row]:
    """The prefectures and provinces by their names, whole and short; of one name the last."""
    whole = {row["place"]: row for row in _parents()}
    return whole | {short: row for row in _parents() if len(short := short_name(row["place"])) > 1}


@cache
def _parents() -> tuple[Row, ...]:
    return tuple(row for row in vocabulary.places() if row["level"] in ("province", "city"))


@cache
def short_name(name: str) -> str:
    """A listed place's name without the word for what it is (市, 省), where that leaves two signs."""
    endings = (row["word"] for row in vocabulary.place_endings())
    return next((name.removesuffix(end) for end in endings if name.endswith(end) and len(name) > len(end) + 1), name)


@cache
def _parent() -> re.Pattern[str]:
    """A prefecture or a province by its name, whole or short; not the beginning of a county's own name."""
    names = [row["place"] for row in _parents()]
    shorts = [short for name in names if len(short := short_name(name)) > 1 and short != name]
    return re.compile(f"(?:{any_of(names)})|(?:{any_of(shorts)})(?![{''.join(_county_ends())}])")


@cache
def _counties_by_start() -> dict[str, list[Row]]:
    """The counties by the first two signs of their names: no name is shorter."""
    found: dict[str, list[Row]] = {}
    for row in vocabulary.counties():
        found.setdefault(row["county"][:2], []).append(row)
    return found


@cache
def _county_ends() -> frozenset[str]:
    return frozenset(row["county"][-1] for row in vocabulary.counties())


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(f'(?:{any_of(lexicon.signs("before_place"))}|[《〈“"( ])+')


@cache
def _unlisted(*, is_issuer: bool) -> re.Pattern[str]:
    """A place that no list has: before the word for a body, or in a title a county, which can be nothing else."""
    if is_issuer:
        ends = (*lexicon.signs("county_end"), *lexicon.signs("issuer_end"), *lexicon.signs("zone_end"))
        return re.compile(f"(?P<name>[\\u4e00-\\u9fff]{{1,12}}?(?:{any_of(ends)}))(?:{any_of(lexicon.signs('body'))})")
    ends, others = any_of(lexicon.signs("county_end")), any_of(lexicon.signs("not_county"))
    return re.compile(f"(?P<name>[\\u4e00-\\u9fff]{{1,5}}?(?:{ends}))(?!{others})")
