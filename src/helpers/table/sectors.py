"""What a target measures and where it stands → its sector."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from helpers import vocabulary
from helpers.reading.lexicon import signs

#: The rows of a plan that tell their sector settle that of the others when so large a part of them agrees.
PREVAILS, FEWEST = 2 / 3, 3
GENERAL, NONE = "overall", "other"


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
    that of a word in the noun that touches many sectors; empty where nothing tells.
    """
    if code and vocabulary.indicators()[code]["sector"]:
        return vocabulary.indicators()[code]["sector"]
    indicator = _measured(indicator)
    own = "" if code else _told_by("indicator", indicator)  # a canonical indicator without one leaves it to the heading
    if own:
        return own
    # The innermost heading that tells a sector; one that tells of services as a whole gives way to one further out.
    told = [sector for term in reversed(heading.split(";")) if (sector := _told_by("heading", term))]
    general = _told_by("indicator", indicator) or _told_by("last", indicator) or (GENERAL if told else "")
    return next((sector for sector in told if sector != GENERAL), general)


def _measured(indicator: str) -> str:
    """Of a share (旅游业增加值占GDP比重) the part; of any other noun all."""
    return next((indicator.partition(word)[0] for word in signs("part_of") if word in indicator[1:]), indicator)


def _prevailing(told: Sequence[str]) -> str:
    """The one sector of a short text about one thing."""
    counts = Counter(sector for sector in told if sector)
    if not counts:
        return ""
    sector, count = counts.most_common(1)[0]
    return sector if count >= max(FEWEST, PREVAILS * counts.total()) else ""


def _tells(heading: str) -> bool:
    return any(_told_by("heading", term) not in ("", GENERAL) for term in heading.split(";"))


def _told_by(place: str, text: str) -> str:
    """A heading is read by the words of headings first, and where they are silent like any other noun."""
    for kind in ("heading", "indicator") if place == "heading" else (place,):
        for row in vocabulary.sector_words():
            # 主要目标 is a heading of the overall aims; a title that holds such words is not.
            general = kind == "heading" and row["sector"] == GENERAL
            if row["place"] == kind and (text.endswith(row["word"]) if general else row["word"] in text):
                return row["sector"]
    return ""
