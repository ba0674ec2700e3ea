"""Running text without the blanks that stand for nothing, and the way back to the print."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from helpers.reading.characters import to_plain
from helpers.reading.numerals import chinese_powers
from helpers.reading.patterns import CHINESE
from helpers.reading.quantities import said_of_money

BLANKS = re.compile("[ \u00a0]+")
#: What parts the cells of a table.
CELLS = re.compile(r"[\t|]")
#: A line with one of these is running text, no row of a table whose cells blanks part.
RUNNING = re.compile("[,;。]")
THOUSANDS_PARTED = re.compile("(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
#: A group of thousands before a power, and what may stand before such a group.
THOUSANDS, LEADING = re.compile(f"[0-9]{{3}}[{chinese_powers()}]"), re.compile("(?<![0-9.,])[0-9]{1,3}$")
DIGITS = frozenset("0123456789")
#: What no blank belongs behind, nor before.
OPENS, CLOSES = frozenset(",;。:、(%"), frozenset(",;。:、)")
#: The number of an item (1 提升能级), whose blank parts it from the words.
ITEM = re.compile(r"\s*(?:[0-9]{1,2}(?:[.][0-9]{1,2})*[.]?(?![0-9])[ \u00a0]*)?")


@dataclass(frozen=True)
class Closed:
    """A text as printed, with its blanks closed up, and so in plain form; before which of its signs a blank stood."""

    printed: str
    text: str
    plain: str
    removed: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the print the signs of a span of this text stand."""
        if not self.removed:
            return start, end
        return self._place(start), self._place(end - 1) + 1 if end > start else self._place(start)

    def _place(self, place: int) -> int:
        return place + bisect_right(self.removed, place)


def close_up(text: str) -> Closed:
    """The text without blanks inside its figures and beside its punctuation, in lines of running text.

    Web pages print such blanks by the thousand; a row of a table, whose cells they part, keeps its own.

    >>> close_up("到 2025 年，游客突破 6 亿人次。").text
    '到2025年，游客突破6亿人次。'
    """
    plain = to_plain(text)
    loose = _loose(plain) if BLANKS.search(plain) else ()
    asides = merge((match.span() for match in said_of_money().finditer(plain)), _commas_of_numbers(plain))
    kept, removed, reached = [], [], 0
    for start, end in merge(loose, asides):
        if end <= reached:
            continue  # a blank inside an aside
        kept.append(slice(reached, start))
        removed += [start - len(removed)] * (end - start)
        reached = end
    kept.append(slice(reached, None))
    return Closed(text, "".join(text[one] for one in kept), "".join(plain[one] for one in kept), removed)


def _commas_of_numbers(plain: str) -> Iterator[tuple[int, int]]:
    """The commas that part the thousands of a number, and no clauses: 1,185家."""
    for number in THOUSANDS_PARTED.finditer(plain):
        yield from ((at, at + 1) for at in range(*number.span()) if plain[at] == ",")


def _loose(plain: str) -> Iterator[tuple[int, int]]:
    """The blanks of all lines of running text that stand for nothing."""
    start = 0
    for line in plain.splitlines(keepends=True):
        if RUNNING.search(line) and not CELLS.search(line):
            first = ITEM.match(line).end()
            for blank in BLANKS.finditer(line, first):
                if _is_loose(line[blank.start() - 1 : blank.start()], line[blank.end() : blank.end() + 1]) or (
                    _parts_thousands(line, *blank.span())
                ):
                    yield start + blank.start(), start + blank.end()
        start += len(line)


def _parts_thousands(line: str, start: int, end: int) -> bool:
    """Whether a blank parts the thousands of a number before its power, which may have no unit: 1| 000万."""
    return bool(THOUSANDS.match(line, end) and LEADING.search(line[max(0, start - 4) : start]))


def _is_loose(before: str, after: str) -> bool:
    """Whether a blank between these signs stands beside punctuation, or between a number and its words or unit."""
    if before in OPENS or after in CLOSES:
        return True
    counts, goes_on = before in DIGITS or before == "%", after in DIGITS
    return bool((counts and (after == "%" or CHINESE.match(after))) or (goes_on and CHINESE.match(before)))
