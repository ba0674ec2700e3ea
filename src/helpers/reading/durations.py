"""How long something takes or lasts, where that is an amount and no date."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.patterns import any_of, has_any

LONGEST = 48


def read_duration(text: str, start: int) -> str:
    """A number of years, months or weeks that begins at a place and is an amount; empty where it is a date.

    Such are years with a decimal, those of a noun that is measured in them (平均受教育年限达到|12年), and months or
    weeks that a noun is brought down to (审查周期压缩至|18.5个月).
    """
    match = _durations().match(text, start, start + LONGEST)
    if not match:
        return ""
    clause = clause_before(text, start)
    if match["months"]:
        changed = has_any(clause, lexicon.verbs_of_change()) or clause.endswith(vocabulary.bound_words("before"))
        counted = changed and has_any(clause, lexicon.signs("measured_in_months"))
    else:
        counted = match["decimal"] or has_any(clause, lexicon.signs("measured_in_years"))
    return match.group() if counted else ""


def clause_before(text: str, start: int) -> str:
    return re.split("[,;。\n]", text[max(0, start - LONGEST) : start])[-1]


@cache
def _durations() -> re.Pattern[str]:
    """A number of years, months or weeks at the end of its part of a clause: 12.1年以上; but not PM2.5年均."""
    year, bounds = lexicon.signs("year")[0], any_of(vocabulary.bound_words("after"))
    unit = f"(?:{year}|(?P<months>{any_of(lexicon.signs('months'))}))"
    return re.compile(rf"(?<![0-9.])[0-9]{{1,2}}(?P<decimal>\.[0-9]{{1,2}})?{unit}(?:{bounds})?(?=[,;。、)\s]|$)")
