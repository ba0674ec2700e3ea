"""Lines of which each goes on in the next: 收入2027年达到90亿元 / 2029年达到150亿元 / 年均增长18%."""

import re
from collections.abc import Sequence

from helpers.reading import lexicon
from helpers.reading.expressions import find_amounts
from helpers.reading.noun_parts import ends_of_measures
from helpers.reading.periods import YEAR
from helpers.reading.verbs_at_end import strip_right

#: No line that goes on is longer, nor one that leans on it.
LONGEST, LEANING = 60, 24
#: A numeral near the end of a line, and what closes a line that goes on in the next.
COUNTS = re.compile(r"[0-9][^,;:。!?、|\t]{0,9}[,;。]?\s*$")


def join_lines(plain: str, tables: Sequence[tuple[int, int]]) -> str:
    """The text with a comma for the end of each line that goes on in the next; all else keeps its place.

    A line leans on the one before where nothing but a time and a verb leads in its figure, and one with a noun of its
    own goes on after such a line where it has no year. Nothing is joined inside ``tables``.
    """
    ends, last, listed, start = [], "", False, 0
    for line in plain.split("\n"):
        leans = COUNTS.search(line) and len(line) <= LONGEST and _goes_on(line, last, listed=listed)
        if leans and not any(first <= start < end for first, end in tables):
            ends.append(start - 1)
        listed, last = bool(leans), line
        start += len(line) + 1
    pieces = [plain[first:end] for first, end in zip([0, *(one + 1 for one in ends)], [*ends, len(plain)], strict=True)]
    return ",".join(pieces)


def _goes_on(line: str, last: str, *, listed: bool) -> bool:
    """Whether a line with a numeral near its end goes on after the ``last``; ``listed`` says that this one does too."""
    opened = last.rstrip(" ,;")
    closed = not opened or len(opened) > LONGEST or opened.endswith("。")
    if closed or not (COUNTS.search(last) or opened.endswith(ends_of_measures())):
        return False
    amounts = find_amounts(line)
    if len(amounts) != 1 or line[amounts[0].end :].strip(" ,;。"):
        return False
    rest, verbs = strip_right(line[: amounts[0].start])
    if listed and rest:
        return not re.search(f"[,;:。、()]|{YEAR}|^[0-9]", rest)
    said = (*lexicon.verbs("reach"), *lexicon.signs("passing"), *lexicon.signs("grows"))
    return not rest and len(line) <= LEANING and any(verb in said for verb in verbs)
