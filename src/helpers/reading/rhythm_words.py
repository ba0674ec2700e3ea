"""The word of rhythm that stands by a figure: 每年, 年均, 累计."""

import re
from functools import lru_cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns
from helpers.reading.patterns import any_of
from helpers.reading.periods import rhythm_pattern, time_pattern


@lru_cache(maxsize=1_024)  # asked for the same verbs of each figure
def read_rhythm_word(before: str) -> str:
    """The word of rhythm in the part of a clause that is the figure's own."""
    words, before = (row["word"] for row in vocabulary.periods()), without_nouns(before)
    found = [word for word in words if word in before and rhythm_pattern(word).search(before)]
    # 产业收入合计2027年2300亿元 is a sum over industries.
    dated = found and re.search(f"(?:{any_of(lexicon.signs('all_together'))})(?:{time_pattern()})$", before)
    return found[0] if found and not dated else ""


def without_nouns(text: str) -> str:
    """The text without nouns that hold a word of rhythm or commitment (预期寿命)."""
    return noun_patterns.whole().sub("", text)
