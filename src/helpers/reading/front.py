"""What a document says of itself: title, number, issuing body, date, place."""

import re
from dataclasses import dataclass
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.counties import County, find_county, short_name
from helpers.reading.patterns import any_of
from helpers.reading.periods import YEAR

HEAD, FOOT = 1200, 400
SHORTEST, LONGEST = 10, 60


@dataclass(frozen=True)
class Front:
    """A document's own record; what it does not say is empty. ``county`` is the part of ``place`` that it is of."""

    title: str = ""
    number: str = ""
    issuer: str = ""
    issued: str = ""
    place: str = ""
    county: County | None = None


def read_front(plain: str) -> Front:
    """The record of a plain text, from its first and last lines."""
    head = plain[:HEAD]
    # A number in brackets behind another document's name is that document's.
    number = next(
        (match for match in _number().finditer(head) if head[match.start() - 2 : match.start()] != "》("), None
    )
    title = _title(head)
    issuer = next((found for part in (title, head, plain[-FOOT:]) if (found := _issuing(part))), None)
    named = " ".join((title, issuer.group() if issuer else "", head[:300]))
    place = find_place(named)
    county = find_county(title, issuer.group() if issuer else "", named, place)
    own = [county.name] if county else [part for part in (place[:2], place[-5:-3]) if part]
    if issuer and own and not any(part in issuer.group() for part in own):
        issuer = None  # bodies that the text only addresses
    return Front(
        title=title,
        number=number.group() if number else "",
        issuer=issuer.group() if issuer else "",
        issued=_signed(plain) or _date(head) or _date(plain[-FOOT:]),
        place=place,
        county=county,
    )


def find_place(text: str) -> str:
    """The place that a text names first, a city before its province; its full Chinese name, or empty."""
    found = []
    for row in vocabulary.places():
        name = row["place"]
        short = short_name(name)
        start = text.find(name) if name in text else text.find(short) if len(short) > 1 else -1
        if start >= 0 and row["level"] != "nation":
            found.append((row["level"] == "province", start, -len(name), name))
    return min(found)[-1] if found else ""


def _issuing(text: str) -> re.Match[str] | None:
    """The first body that a text names and does not address (各区人民政府)."""
    return next(
        (match for match in _issuer().finditer(text) if not match.group().startswith(lexicon.signs("each"))), None
    )


def _title(head: str) -> str:
    """The first line that ends like the name of a document, or the first such name in title marks before it."""
    quoted = next((match for match in re.finditer("《([^》]+)》", head) if _documents().search(match[1])), None)
    lines = [line.strip() for line in head.split("\n")]
    line = next((line for line in lines if SHORTEST <= len(line) <= LONGEST and _titled().search(line)), "")
    if line and (not quoted or head.index(line) < quoted.start()):
        return line
    return quoted[1] if quoted else ""


def _signed(plain: str) -> str:
    """The date that stands on a line of its own, below a signature or a title."""
    lines = [*plain[-FOOT:].split("\n"), *plain[:HEAD].split("\n")]
    return next((_date(line) for line in lines if _dates().fullmatch(line.strip(" ()"))), "")


def _date(text: str) -> str:
    match = _dates().search(text)
    if not match:
        return ""
    year, month, day = (part for part in match.groups() if part)
    return f"{year}-{int(month):02d}-{int(day):02d}"


@cache
def _documents() -> re.Pattern[str]:
    return re.compile(any_of(lexicon.signs("document")))


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(lexicon.signs('document'))})(?:\\([^()]*\\))?$")


@cache
def _issuer() -> re.Pattern[str]:
    return re.compile(f"[\\u4e00-\\u9fff]{{2,14}}?(?:{any_of(lexicon.signs('body'))})")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(f"[\\u4e00-\\u9fff]{{2,8}}〔{YEAR}〕[0-9]{{1,4}}[\\u4e00-\\u9fff]")


@cache
def _dates() -> re.Pattern[str]:
    year, month, day = (lexicon.signs(role)[0] for role in ("year", "month", "day"))
    return re.compile(f"({YEAR}){year}([0-9]{{1,2}}){month}([0-9]{{1,2}}){day}|({YEAR})-([0-9]{{1,2}})-([0-9]{{1,2}})")
