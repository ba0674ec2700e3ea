"""Words of time → years."""

import re
from dataclasses import dataclass
from functools import cache

from helpers import vocabulary
from helpers.reading.numerals import range_pattern

YEAR = "(?<![0-9])(?:19|20)[0-9]{2}"


@dataclass(frozen=True)
class Period:
    """Years that words name: ``end`` always, ``start`` only where a span is printed."""

    end: int
    start: int | None = None


def read_years(words: str) -> Period | None:
    """The years in words as printed; of several, the last one. ``None`` where none is named.

    >>> read_years("2025—2027年每年"), read_years("到2027年"), read_years("年底前")
    (Period(end=2027, start=2025), Period(end=2027, start=None), None)
    """
    spans = [(match.end(), Period(int(match[2]), int(match[1]))) for match in _spans().finditer(words)]
    singles = [(match.end(), Period(int(match[1]))) for match in _singles().finditer(words)]
    eras = [(match.end(), _era(match)) for match in _eras().finditer(words)]
    # A span's last year is found as a single year too; at the same place the span says more, so it is put later.
    found = sorted([*singles, *eras, *spans], key=lambda pair: (pair[0], pair[1].start is not None))
    return found[-1][1] if found else None


def read_rhythm(words: str) -> str:
    """The period code that words such as 每年, 年均 and 累计 stand for; empty where there are none."""
    for row in vocabulary.periods():
        if row["word"] in words:
            return row["period"]
    return ""


def read_baseline(words: str, target_year: int | None) -> int | None:
    """The year compared with: printed (较2020年), or named from the target year (上年度)."""
    years = read_years(words)
    if years:
        return years.end
    return target_year - 1 if words and target_year else None


@cache
def _singles() -> re.Pattern[str]:
    return re.compile(f"({YEAR}){vocabulary.signs('year')[0]}")


@cache
def _spans() -> re.Pattern[str]:
    sign = vocabulary.signs("year")[0]
    return re.compile(f"({YEAR}){sign}?{range_pattern()}({YEAR}){sign}")


@cache
def _eras() -> re.Pattern[str]:
    names, spans, ends = (
        "|".join(re.escape(word) for word in words)
        for words in (vocabulary.eras(), vocabulary.signs("era_span"), vocabulary.signs("era_end"))
    )
    return re.compile(f'[“"]?({names})[”"]?(?:{spans})?(?P<end>{ends})?')


def _era(match: re.Match[str]) -> Period:
    start, end = vocabulary.eras()[match[1]]
    return Period(end) if match["end"] else Period(end, start)
