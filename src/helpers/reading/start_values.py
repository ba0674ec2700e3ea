"""Values from which changes start: 由52%提高到66%, 从80家、90家分别增加到100家、120家, 在2025年320亿元的基础上."""

import re
from functools import cache, lru_cache

from helpers.reading import lexicon, noun_patterns, reject_words
from helpers.reading.clauses import Place
from helpers.reading.expressions import find_amounts
from helpers.reading.patterns import any_of, at_signs, has_any
from helpers.reading.periods import YEAR, time_pattern, year_sign
from helpers.reading.verbs_at_end import strip_right

#: What stands between the word that leads in a value and the value (从2026年的|80家), and what is counted behind it.
LED, UNIT = 10, 8
#: No longer is the amount that a change ends at.
NEXT = 16


def is_start_of_change(place: Place) -> bool:
    """Whether a figure is where a change starts."""
    if has_any(place.after, lexicon.signs("on_basis")) and _basis().match(place.after):
        return not strip_right(place.before, bounds_only=True)[1]  # 在确保不低于4万张的基础上 is aimed at
    if _compared_with().search(place.before):
        return True
    if not has_any(place.clause_so_far, lexicon.signs("from")):
        return False
    first, last = starting_values(place.text, place.clause)
    if first <= place.figure.start < last:
        return True
    led = reject_words.from_value().search(place.before)
    behind = place.text[place.figure.end : place.next_start]
    if led and _counted_from().match(behind) and _is_of_unit_of_next(place):
        return True
    behind = _how().sub("", behind)
    return (
        bool(led)
        and place.next_start < place.sentence[1]
        and behind.startswith((*lexicon.verbs_of_change(), *lexicon.signs("reaching_short")))
    )


@cache
def _compared_with() -> re.Pattern[str]:
    """The year whose value something is held against: 相比2026年的|580万套,增长70%."""
    changed, particle = lexicon.verbs_of_change(), lexicon.adjuncts("particle")[0]
    compared = any_of(word for word in lexicon.signs("compared") if word not in changed)  # 恢复至2026年的|95%
    return re.compile(f"(?:{compared}){YEAR}{year_sign()}{particle}$")


@cache
def _counted_from() -> re.Pattern[str]:
    """What is counted, and that it changes: 从12个|县(市)扩大到(45个县)."""
    return re.compile(f"[^,;。:、0-9]{{1,6}}?(?:{any_of(lexicon.ends_of_change())})$")


def _is_of_unit_of_next(place: Place) -> bool:
    behind = find_amounts(place.text[place.next_start : place.next_start + NEXT])
    return bool(behind) and behind[0].quantity.unit == place.figure.quantity.unit


@cache
def _how() -> re.Pattern[str]:
    """How and by when something changes, before the verb that says so: (从71%)到2028年逐步|提高到."""
    return re.compile(f"^[ ,]*(?:{any_of(lexicon.adjuncts('adverb'))}|{time_pattern()})*")


@lru_cache(maxsize=8)  # each figure of the list asks for it
def starting_values(text: str, clause: tuple[int, int]) -> tuple[int, int]:
    """Where the values of a list stand from which the changes of a clause start; nowhere (0, 0) where it has none."""
    found = _list_of_values().search(text, *clause)
    return found.span("values") if found else (0, 0)


@cache
def _list_of_values() -> re.Pattern[str]:
    value = f"[0-9][0-9.,]*[^,、;。0-9]{{0,{UNIT}}}"
    joins, each = any_of(lexicon.signs("list_join")), lexicon.signs("respectively")[0]
    changed = any_of(lexicon.verbs_of_change())
    led = f"{noun_patterns.led_from()}[^,、;。]{{0,{LED}}}?"
    pattern = f"{led}(?P<values>{value}?(?:(?:{joins}){value}?)+?),?(?:{each})?(?={changed})"
    return re.compile(at_signs(pattern, lexicon.signs("from")))


@cache
def _basis() -> re.Pattern[str]:
    """What makes the figure before it one that is built on: (320亿元)的基础上."""
    particle = lexicon.adjuncts("particle")[0]
    return re.compile(f"{particle}?(?:{any_of(lexicon.signs('on_basis'))})")
