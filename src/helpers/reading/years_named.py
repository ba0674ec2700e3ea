"""The words of a text that name the years to come."""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.baselines import baselines
from helpers.reading.clauses import SENTENCE_ENDS
from helpers.reading.issue import find_year_of_issue
from helpers.reading.patterns import any_of, at_signs
from helpers.reading.periods import (
    YEAR,
    first_signs,
    lasting_pattern,
    printed_year,
    read_deadline,
    read_years,
    relative_pattern,
    summed_up,
    time_pattern,
    within_year_pattern,
    year_sign,
)

#: A text's head, where it says when it was issued.
HEAD = 400


def years_in(text: str, start: int, end: int, first_year: int) -> list[tuple[int, int, str]]:
    found = _all_years(text, first_year)
    return [entry for entry in found[bisect_left(found, (start,)) : bisect_left(found, (end,))] if entry[1] <= end]


@lru_cache(maxsize=2)
def _all_years(text: str, first_year: int) -> list[tuple[int, int, str]]:
    """All words of a text that name a year from the first on, in order; read once for all figures."""
    bases = [match.span() for match in baselines().finditer(text)]
    starts = [start for start, _ in bases]
    found = []
    for match in _years().finditer(text):
        near = bisect_left(starts, match.end()) - 1
        whole = match["within"] in lexicon.signs("whole_year") and not _is_dated(text)
        named = whole or _of_a_title(text, match) or _of_an_event(text, match) or _opens(text, match)
        if (near >= 0 and bases[near][1] > match.start()) or named or (match["within"] and _is_of_year(text, match)):
            continue
        summed = summed_up().match(text, match.end()) if match["lasting"] else None
        printed = match.group() + (summed.group() if summed else "")
        period = (read_deadline if match["within"] else read_years)(printed, first_year)
        if period and period.end >= first_year:
            words = match["time"] or printed
            rhythm = f";{match['rhythm']}" if match["rhythm"] else ""
            found.append((match.start(), match.end(), words.lstrip("-") + rhythm))
    return found


def _is_of_year(text: str, match: re.Match[str]) -> bool:
    """Whether a deadline without a year is one in the year that its sentence or its line tells of (2027年,…,年底前…),
    or no deadline but a day up to which something was counted (截至年底).
    """
    if text.endswith(lexicon.signs("day_up_to"), 0, match.start()):
        return True
    line = text.rfind("\n", 0, match.start()) + 1
    sentence = max(text.rfind(sign, line, match.start()) + 1 for sign in SENTENCE_ENDS)
    return bool(printed_year().search(text, max(line, sentence), match.start()) or _opening_year().match(text, line))


@cache
def _opening_year() -> re.Pattern[str]:
    return re.compile(rf"[^\w\n]{{0,3}}{YEAR}{year_sign()}")


@lru_cache(maxsize=2)
def _is_dated(text: str) -> bool:
    """Whether the head of a text says when it was issued; without that 全年 may be any year of a plan."""
    return find_year_of_issue(text[:HEAD], None) is not None


def _of_a_title(text: str, match: re.Match[str]) -> bool:
    """Whether the years belong to the name of another plan: 空间规划(2022—2040年)."""
    bracketed = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
    return bracketed and text[: match.start() - 1].endswith(lexicon.signs("document"))


def _of_an_event(text: str, match: re.Match[str]) -> bool:
    """Whether the year belongs to the name of an event: 2027年第12届…, 支持2028年岩溪冬奥会."""
    return bool(_event().match(text, match.end())) or text.startswith(lexicon.signs("ordinal"), match.end())


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a span without an end begins with the year: 今年起,每年…; 2027年起,…每年…."""
    since = lexicon.signs("since")
    opened = (match["time"] or "").endswith(since) or text.startswith(since, match.end())
    return opened and not match["lasting"] and bool(match["rhythm"] or _yearly_soon().match(text, match.end()))


@cache
def _yearly_soon() -> re.Pattern[str]:
    return re.compile(f"[^;。0-9]{{0,12}}?(?:{any_of(yearly_words())})")


@cache
def _event() -> re.Pattern[str]:
    return re.compile(f"[^,;。:、0-9]{{0,4}}(?:{any_of(lexicon.signs('event'))})")


@cache
def _years() -> re.Pattern[str]:
    timed = f"(?P<time>{time_pattern()})(?P<rhythm>{any_of(yearly_words())})?"
    pattern = f"{timed}|(?P<lasting>{lasting_pattern()})|{relative_pattern()}|(?P<within>{within_year_pattern()})"
    return re.compile(at_signs(pattern, first_signs()))


def is_yearly(rhythm: str) -> bool:
    return rhythm in yearly_words()


@cache
def yearly_words() -> frozenset[str]:
    return frozenset(row["word"] for row in vocabulary.periods() if row["period"] == "annual")
