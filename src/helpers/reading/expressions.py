"""Every numeric expression of a text: amounts with unit and bound, dates, and bare numerals."""

import re
from dataclasses import dataclass
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.figures import find_numerals
from helpers.reading.numerals import numeral_pattern, range_pattern
from helpers.reading.patterns import any_of
from helpers.reading.periods import YEAR
from helpers.reading.quantities import FigureError, Quantity, figure_pattern, read_figure

LONGEST = 48
SPACE = re.compile("[ \u00a0]")


@dataclass(frozen=True)
class Expression:
    """One numeric expression: where it stands, and what it says if it is an amount."""

    start: int
    end: int
    quantity: Quantity | None = None
    is_date: bool = False


def find_expressions(text: str) -> list[Expression]:
    """All numeric expressions of plain text, left to right, none within another.

    >>> [text[one.start : one.end] for text in ["到2027年达到1.3亿人次以上"] for one in find_expressions(text)]
    ['2027年', '1.3亿人次以上']
    """
    found, reached = [], 0
    for start, end in find_numerals(text):
        if start < reached:
            continue
        expression = _date(text, start) or _amount(text, start) or Expression(start, end)
        found.append(expression)
        reached = expression.end
    return found


def _date(text: str, start: int) -> Expression | None:
    match = _dates().match(text, start)
    return Expression(start, match.end(), is_date=True) if match else None


def _amount(text: str, start: int) -> Expression | None:
    # Plans print spaces inside a figure now and then; they are skipped for the match and counted for the place.
    squeezed = window = text[start : start + LONGEST]
    kept = range(LONGEST)
    if SPACE.search(window):
        kept = [place for place, sign in enumerate(window) if not SPACE.match(sign)]
        squeezed = "".join(window[place] for place in kept)
    match = figure_pattern().match(squeezed)
    wording = _wordings().match(squeezed)
    if wording and (not match or wording.end() >= match.end()):
        match = wording
    if not match:
        return None
    try:
        quantity = read_figure(match.group())
    except FigureError:
        return None
    return Expression(start, start + kept[match.end() - 1] + 1, quantity)


@cache
def _wordings() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.wordings()))


@cache
def _dates() -> re.Pattern[str]:
    year, month, day = (lexicon.signs(role)[0] for role in ("year", "month", "day"))
    lasts = any_of(lexicon.signs("duration"))
    number, dash = numeral_pattern(), range_pattern()
    few = rf"(?:{number})(?:{dash}(?:{number}))?"
    return re.compile(
        rf"{YEAR}{year}?{dash}{YEAR}{year}|{YEAR}{year}(?:[0-9]{{1,2}}{month}(?:[0-9]{{1,2}}{day})?)?"
        rf"|{YEAR}-[0-9]{{1,2}}-[0-9]{{1,2}}|[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?"
        rf"|[0-9]{{1,2}}{month}(?:[0-9]{{1,2}}{day})?|[0-9]{{1,2}}{day}(?![a-z])|{few}(?:{lasts}|{year})"
    )
