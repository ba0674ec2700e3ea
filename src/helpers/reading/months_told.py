"""Months that a text names, held against the day on which its news was told."""

from helpers.reading import lexicon, reject_words, told_words
from helpers.reading.clauses import Place
from helpers.reading.issue import DATELINE
from helpers.reading.tenses import aims, last_of


def without_months_ahead(text: str, place: Place) -> str:
    """The text without months that were not over when the news was told: 7月至9月,全市发放…, in June."""
    issued = _month_of_issue(text, place)
    if not issued:
        return text
    return told_words.months_named().sub(lambda match: "" if int(match["last"]) >= issued else match.group(), text)


def is_month_over(place: Place) -> bool:
    """今年7月底,全市5G基站达1.6万座, in news of August."""
    issued = _month_of_issue(place.sentence_before, place)
    told = [*told_words.month_of_year().finditer(place.sentence_before)] if issued else []
    if not told or int(told[-1]["month"]) >= issued:
        return False
    since = place.sentence_before[told[-1].end() :]
    # 今年7月印发方案,到2027年,…: what was done in that month looks ahead.
    return last_of(since, aims()) < 0 and not reject_words.aimed_year().search(since)


def _month_of_issue(text: str, place: Place) -> int:
    """The month in which the news was told, for a text that names months; 0 where it names none or no day is told."""
    issued = told_words.dateline().search(place.text[:DATELINE]) if lexicon.signs("month")[0] in text else None
    return int(issued["month"]) if issued else 0
