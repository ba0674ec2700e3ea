"""When a document was issued."""

import re
from functools import cache

from helpers.reading import lexicon
from helpers.reading.periods import YEAR
from helpers.reading.structure import HEADLINE_LONGEST

HEAD = 700  # signs in which title, number and date of a document stand
DATELINE = 80  # signs in which news says when it was told


def find_year_of_issue(plain: str, named: int | None) -> int | None:
    """The year of issue. In a text with a year in its name, an earlier day told in the midst of a paragraph
    (2024年5月8日,园区获批) may be of anything.
    """
    for text in (plain[:HEAD], plain[-HEAD:], plain):
        for match in _issued().finditer(text):
            year = int(next(filter(None, match.groups())))
            if not named or year >= named or _is_apart(text, match):
                return year
    return None


def _is_apart(text: str, day: re.Match[str]) -> bool:
    """Whether a day is a document's number, opens the text, or stands on a short line."""
    return bool(day[1]) or day.start() < DATELINE or is_on_short_line(text, day)


def is_on_short_line(text: str, found: re.Match[str]) -> bool:
    """Whether what was found stands on a line as short as a title."""
    end = text.find("\n", found.end())
    return (end if end >= 0 else len(text)) - text.rfind("\n", 0, found.start()) <= HEADLINE_LONGEST


@cache
def _issued() -> re.Pattern[str]:
    month, year = lexicon.signs("month")[0], lexicon.signs("year")[0]
    return re.compile(
        f"〔({YEAR})〕|({YEAR})-[0-9]{{1,2}}-[0-9]{{1,2}}|({YEAR}){year}[0-9]{{1,2}}{month}[0-9]{{1,2}}"
        f"|(?<![0-9.])[0-9]{{1,2}}[.][0-9]{{1,2}}[.]({YEAR})(?![0-9.])"
    )
