"""Which words say what a figure is compared with."""

import re
from functools import cache

from helpers.reading import lexicon
from helpers.reading.clauses import Place
from helpers.reading.patterns import any_of, at_signs
from helpers.reading.periods import YEAR
from helpers.reading.quantities import ALL
from helpers.reading.years_compared import (
    basis_pattern,
    beside_pattern,
    compared_pattern,
    compared_words,
    multiplied_year,
)


def read_baseline_words(place: Place) -> str:
    """What the figure is compared with: said in its own part of the clause, before the list that it stands in, or at
    the head of its sentence (与2025年相比,…).
    """
    own = place.before
    if multiplied := multiplied_by(place):
        return multiplied
    if not own.strip(" ,").strip("".join(lexicon.signs("join"))):
        own = place.clause_so_far
    if own.lstrip(" ,").startswith(lexicon.verbs_of_change()) and _from_year().search(place.before_clause):
        own = place.segment_so_far  # 从2027年的6家,|增加到
    found = list(baselines().finditer(own)) or list(_beside().finditer(place.sentence_before))
    if not found and _starts_from().search(own):
        # 从2026年的6家增加到10家,…从20家增加到30家: both start from one year.
        found = list(baselines().finditer(place.segment_so_far))
    return found[-1].group() if found else ""


def multiplied_by(place: Place) -> str:
    """The year whose value a figure in times or of more than all multiplies (达到2026年的|2倍, |110%), or nothing."""
    year = multiplied_year().search(place.before)
    quantity = place.figure.quantity
    more = quantity.kind == "percent" and quantity.value >= ALL
    return year.group() if year and (more or quantity.unit in lexicon.signs("times")) else ""


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(at_signs(beside_pattern(), (*lexicon.signs("beside"), *lexicon.signs("taken_as"))))


@cache
def _from_year() -> re.Pattern[str]:
    """A value of a year from which a change in the next clause starts: 从2027年的6家,."""
    return re.compile(f"(?:{any_of(lexicon.signs('from'))}){YEAR}[^,;。]*[0-9][^,;。]*,$")


@cache
def _starts_from() -> re.Pattern[str]:
    """A value without a year from which a change starts: 从20家."""
    led, year = any_of(lexicon.signs("from")), lexicon.signs("year")[0]
    return re.compile(f"(?:{led})[0-9.]+(?![0-9.]|{year})[^,;。]{{0,8}}(?:{any_of(lexicon.verbs_of_change())})")


@cache
def baselines() -> re.Pattern[str]:
    compared = compared_words()
    before = f"(?:{compared})?(?:{any_of(lexicon.signs('year_before'))})"
    pattern = f"{compared_pattern()}|{beside_pattern()}|{basis_pattern()}|{before}"
    roles = ("compared", "from", "beside", "taken_as", "year_before")
    return re.compile(at_signs(pattern, ("1", "2", *(word for role in roles for word in lexicon.signs(role)))))
