"""Months that a text names, held against the day on which its news was told."""

import re
from functools import cache

from helpers.reading import lexicon, reject_words, told_words
from helpers.reading.clauses import Place
from helpers.reading.issue import DATELINE
from helpers.reading.patterns import any_of, has_any
from helpers.reading.tenses import aims, last_of


def without_months_ahead(text: str, place: Place) -> str:
    """The text without months that were not over when the news was told: 7月至9月,全市发放…, in June."""
    issued = _month_of_issue(text, place)
    if not issued:
        return text
    return told_words.months_named().sub(lambda match: "" if int(match["last"]) >= issued else match.group(), text)


def is_month_over(place: Place) -> bool:
    """今年7月底,全市5G基站达1.6万座, in news of August; 一季度新开6条航线, in news of May."""
    return _is_named_month_over(place) or _is_quarter_over(place)


def _is_named_month_over(place: Place) -> bool:
    issued = _month_of_issue(place.sentence_before, place)
    told = [*told_words.month_of_year().finditer(place.sentence_before)] if issued else []
    if not told or int(told[-1]["month"]) >= issued:
        return False
    since = place.sentence_before[told[-1].end() :]
    # 今年7月印发方案,到2027年,…: what was done in that month looks ahead.
    return last_of(since, aims()) < 0 and not reject_words.aimed_year().search(since)


def _is_quarter_over(place: Place) -> bool:
    """Whether a part of the year is over that a sentence names, with no aim beside it."""
    before = place.sentence_before
    named = [*_quarters().finditer(before)] if has_any(before, lexicon.quarters()) else []
    issued = _month_told(place) if named else 0
    if not issued or lexicon.quarters()[named[-1]["part"]] >= issued:
        return False
    return last_of(before, aims()) < 0 and not reject_words.aimed_year().search(before)


@cache
def _quarters() -> re.Pattern[str]:
    """A part of the year that is not over at a time to come: 上半年, but not 明年上半年, 上半年前."""
    ahead = "".join(f"(?<!{row['word']})" for row in lexicon.relative_years() if int(row["years"]) > 0)
    year = lexicon.signs("year")[0]
    return re.compile(
        f"{ahead}(?<![0-9]{year})(?P<part>{any_of(lexicon.quarters())})(?!{any_of(lexicon.signs('year_end'))})"
    )


def _month_of_issue(text: str, place: Place) -> int:
    """The month in which the news was told, for a text that names months; 0 where it names none or no day is told."""
    return _month_told(place) if lexicon.signs("month")[0] in text else 0


def _month_told(place: Place) -> int:
    issued = told_words.dateline().search(place.text[:DATELINE])
    return int(issued["month"]) if issued else 0
