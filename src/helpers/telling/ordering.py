"""What the cells of a printed table are sorted by: numbers by their size, sections by their numbers."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from helpers import vocabulary

DATE = re.compile(r"\d{4}-\d\d-\d\d$")
#: A few words or signs of a bound or a change, a sign, digits, and no letter at once behind them, as in 5G.
NUMBER = re.compile(
    r"(?:[A-Za-z]+ ){0,3}[^A-Za-z\d+\-\u2212]{0,8}([+\-\u2212]?)\s*(\d[\d,]*(?:\.\d+)?)(?![A-Za-z])\s*(.*)", re.DOTALL
)
PURE = re.compile(r"[+\-\u2212]?[\d,]+(?:\.\d+)?%?")
ENOUGH = 0.8  # of a column's cells hold a number: 翻番 among figures leaves it a column of figures


def sort_keys(cells: Sequence[str]) -> list[str] | None:
    """What to sort a column by as numbers, cell by cell; ``None`` where its words decide.

    An empty key is for a cell without a number.

    >>> sort_keys(["≥ 34.4 billion yuan", "900,000 visits", ""])
    ['34400000000', '900000', '']
    """
    numbers = [number_of(cell) for cell in cells]
    filled = sum(bool(cell.strip()) for cell in cells)
    known = sum(number is not None for number in numbers)
    if not known or known < ENOUGH * filled:
        return None
    return ["" if number is None else f"{number.normalize():f}" for number in numbers]


def section_keys(cells: Sequence[str]) -> list[str] | None:
    """What to sort a column of section numbers by; ``None`` where it is another column."""
    paths = [path_of(cell) for cell in cells]
    known = [path != cell for path, cell in zip(paths, cells, strict=True) if cell.strip()]
    return paths if known and all(known) else None


def is_column_of_numbers(cells: Sequence[str]) -> bool:
    """Whether every cell is a bare number or percentage, or empty, and at least one is not empty."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(PURE.fullmatch(cell) for cell in filled)


def number_of(text: str) -> Decimal | None:
    """The number that a text begins with, behind a few words at most (at least, 增长); powers of ten are counted in.

    >>> number_of("344亿元以上")
    Decimal('34400000000')
    """
    found = NUMBER.match(text.strip())
    if not found or DATE.match(text.strip()):
        return None
    sign, digits, rest = found.groups()
    number = Decimal(digits.replace(",", ""))
    powers = _powers()
    while word := next((word for word in powers if rest.startswith(word)), ""):
        number, rest = number * powers[word], rest[len(word) :]
    return -number if sign and sign != "+" else number


@cache
def path_of(text: str) -> str:
    """A section's number path in digits, so that it sorts as the plan counts; the text itself where it is none.

    >>> path_of("二(十一)6")
    '2.11.6'
    """
    numerals = vocabulary.numerals()
    parts = re.findall(r"\d+|[^\W\d]+", text)
    if not parts or not all(part.isdecimal() or set(part) <= set(numerals) for part in parts):
        return text
    return ".".join(part if part.isdecimal() else str(_count(part)) for part in parts)


def _count(part: str) -> int:
    total = current = 0
    for sign in part:
        value = int(vocabulary.numerals()[sign])
        if value >= 10:
            total, current = total + max(current, 1) * value, 0
        else:
            current = value
    return total + current


@cache
def _powers() -> dict[str, Decimal]:
    return {row["word"].strip(): Decimal(row["size"]) for row in vocabulary.scales()}
