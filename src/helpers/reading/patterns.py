"""Patterns made of vocabularies, used by several readers."""

import re
from collections.abc import Iterable
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.numerals import range_pattern
from helpers.reading.periods import YEAR


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longer ones first; one that matches nothing where there are none."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)) or r"(?!)"


@cache
def time_pattern() -> str:
    """A year, a span of years or an era, with the words around it: 到2027年底前, 2025—2027年, “十四五”期间."""
    year, month = lexicon.signs("year")[0], lexicon.signs("month")[0]
    lead, ends = any_of(lexicon.signs("up_to")), any_of(lexicon.signs("year_end"))
    era_ends = any_of((*lexicon.signs("era_span"), *lexicon.signs("era_end")))
    span = f"{YEAR}{year}?{range_pattern()}{YEAR}{year}(?:{era_ends})?"
    single = f"{YEAR}{year}(?:[0-9]{{1,2}}{month})?(?:{ends})?"
    era = f'[“"]?(?:{any_of(vocabulary.eras())})[”"]?(?:{era_ends})'
    return f"(?:{lead})?(?:{span}|{single}|{era})"
