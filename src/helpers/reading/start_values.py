"""Lists of values from which changes start: 从80家、90家分别增加到100家、120家."""

import re
from functools import cache, lru_cache

from helpers.reading import lexicon, noun_patterns
from helpers.reading.patterns import any_of

#: What stands between the word that leads in a value and the value (从2026年的|80家), and what is counted behind it.
LED, UNIT = 10, 8


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
    return re.compile(f"{led}(?P<values>{value}?(?:(?:{joins}){value}?)+?),?(?:{each})?(?={changed})")
