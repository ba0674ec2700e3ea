"""What a target measures and where it stands → its sector."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from helpers import vocabulary
from helpers.reading.lexicon import signs

#: The rows of a plan that tell their sector settle that of the others when so large a part of them agrees.
PREVAILS, FEWEST = 2 / 3, 3
GENERAL, NONE = "overall", "other"
#: Words of a noun that tell a sector, and those that do so only where none of the former stands beside them.
NOUN = ("indicator", "yielding")
BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Named:
    """The words of one row that may tell its sector: canonical code, plain indicator, plain headings, section."""

    code: str
    indicator: str
    heading: str
    section: str


def find_sectors(rows: Sequence[Named]) -> list[str]:
    """The sectors of one plan's rows, in the order of its text.

    A noun that says nothing (满意度) under headings that tell nothing takes the sector of the row just before; any
    other row that nothing tells of takes the one that prevails in the plan, and where none does it is ``other``.
    """
    told = [find_sector(row.code, row.indicator, row.heading) for row in rows]
    prevailing, found = _prevailing(told), []
    for number, (row, sector) in enumerate(zip(rows, told, strict=True)):
        beside = number > 0 and rows[number - 1].section == row.section
        if beside and row.indicator.endswith(signs("silent")) and not _tells(row.heading):
            found.append(found[-1])
        else:
            found.append(sector or prevailing or NONE)
    return found


def find_sector(code: str, indicator: str, heading: str) -> str:
    """What the figure measures: the canonical indicator's sector, else the noun's, else the innermost heading's, else
    that of a word in the noun that touches many sectors, else that of a heading of many things; empty where nothing
    tells.
    """
    if code and vocabulary.indicators()[code]["sector"]:
        return vocabulary.indicators()[code]["sector"]
    own = "" if code else _told_by_noun(indicator, *NOUN)  # a canonical indicator without one leaves it to the heading
    if own:
        return own
    # The innermost heading that tells a sector; one that tells of services as a whole gives way to one further out.
    terms = heading.split(";")[::-1]
    told = [sector for term in terms if (sector := _told_by(term, "heading", *NOUN))]
    broad = [sector for term in terms if (sector := _told_by(term, "broad"))]
    shared = _told_by_noun(indicator, *NOUN, "last")
    found = (*(sector for sector in told if sector != GENERAL), shared, *broad, *told)
    return next((sector for sector in found if sector), "")


def _told_by_noun(indicator: str, *places: str) -> str:
    """What is in brackets tells only where the noun before it does not, and of a share (旅游业增加值占GDP比重) the part,
    unless it is of the whole economy and what it is a part of is not (服务业增加值占体育产业增加值比重).
    """
    for text in (BRACKETS.sub("", indicator), indicator):
        part, whole = next((text.split(word, 1) for word in signs("part_of") if word in text[1:]), (text, ""))
        told = _told_by(part, *places)
        if told:
            return (told == GENERAL and _told_by(whole, *NOUN)) or told
    return ""


def _prevailing(told: Sequence[str]) -> str:
    """The one sector of a short text about one thing."""
    counts = Counter(sector for sector in told if sector)
    if not counts:
        return ""
    sector, count = counts.most_common(1)[0]
    return sector if count >= max(FEWEST, PREVAILS * counts.total()) else ""


def _tells(heading: str) -> bool:
    return any(_told_by(term, "heading", *NOUN, "broad") not in ("", GENERAL) for term in heading.split(";"))


def _told_by(text: str, *places: str) -> str:
    """The sector of the first word of these places that stands in the text; words of one place in their order."""
    for place in places:
        for word, sector in _words()[place]:
            # 主要目标 is a heading of the overall aims; a title that holds such words is not.
            general = place == "heading" and sector == GENERAL
            if text.endswith(word) if general else word in text:
                return sector
    return ""


@cache
def _words() -> Mapping[str, Sequence[tuple[str, str]]]:
    found = defaultdict(list)
    for row in vocabulary.sector_words():
        found[row["place"]].append((row["word"], row["sector"]))
    return found
