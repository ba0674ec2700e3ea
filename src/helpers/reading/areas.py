"""Places of which a list gives the parts of a number: 新建球场12块,其中东城区6块,西城区4块."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.patterns import any_of

#: No name of a place is longer.
LONGEST = 8


def is_area(noun: str) -> bool:
    """Whether a noun is nothing but the name or the kind of a place (东城区, 农村), and not what a place can be made
    (示范区, 特色小镇).
    """
    if noun in lexicon.signs("area_word"):
        return True
    if noun.endswith(lexicon.signs("area_kind")):
        return False
    return noun in _listed() or bool(_named().fullmatch(noun))


def without_area(noun: str) -> str:
    """A noun without the place that it begins with: 东城区足球场 → 足球场."""
    lengths = range(min(LONGEST, len(noun) - 2), 1, -1)
    ends = lexicon.signs("area_end")
    return next((noun[length:] for length in lengths if is_area(noun[:length]) or noun[:length].endswith(ends)), noun)


@cache
def _listed() -> frozenset[str]:
    names = [row["county"] for row in vocabulary.counties()]
    return frozenset([*names, *(row["place"] for row in vocabulary.places())])


@cache
def _named() -> re.Pattern[str]:
    """A name that no list has: two or three signs before what kind of place it is."""
    ends = any_of((*lexicon.signs("area"), *lexicon.signs("county_end")))
    return re.compile(f"[\\u4e00-\\u9fff]{{2,3}}(?:{ends})")
