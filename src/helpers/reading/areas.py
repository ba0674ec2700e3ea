"""Places of which a list gives the parts of a number: 新建球场12块,其中东城区6块,西城区4块."""

import re
from functools import cache, lru_cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.patterns import ASIDE, any_of

#: Another name of a place, in brackets behind the first.
LAST_ASIDE = re.compile(r"(?P<name>[^()]{2,5})\((?P<other>[^()]+)\)$")
#: No list of places before a noun is longer.
LONGEST_LIST = 30


@lru_cache(maxsize=1_024)  # a noun is asked for many times
def is_area(noun: str) -> bool:
    """Whether a noun is nothing but the name or the kind of a place (东城区, 农村), and not what a place can be made
    (示范区, 特色小镇).
    """
    each = lexicon.signs("each")[0]
    called = LAST_ASIDE.match(noun)
    if called and called["name"].endswith(lexicon.signs("area")) and is_area(called["other"]):
        return True  # 开发区(城南区), but not 驿站(农村)
    parts = noun.removesuffix(each).split(lexicon.signs("list_join")[0])
    # In a list that is given something each (东城区、航天基地各) the first tells what they are.
    return bool(noun) and all(_is_one(part) for part in (parts[:1] if noun.endswith(each) else parts))


def _is_one(noun: str) -> bool:
    if noun in lexicon.signs("area_word") or noun in _listed():
        return True
    return not noun.endswith(lexicon.signs("area_kind")) and bool(_named().fullmatch(noun))


def without_area(noun: str) -> str:
    """A noun without the place that it begins with: 东城区足球场, 高新区(新市区)足球场 → 足球场."""
    lengths = range(min(LONGEST_LIST, len(noun) - 2), 1, -1)
    ends = lexicon.signs("area_end")
    found = next((noun[length:] for length in lengths if is_area(noun[:length]) or noun[:length].endswith(ends)), noun)
    aside = ASIDE.match(found) if found != noun else None
    return found[aside.end() :] if aside else found


@cache
def _listed() -> frozenset[str]:
    names = [row["county"] for row in vocabulary.counties()]
    return frozenset([*names, *(row["place"] for row in vocabulary.places())])


@cache
def _named() -> re.Pattern[str]:
    """A name that no list has: two or three signs before what kind of place it is."""
    ends = any_of((*lexicon.signs("area"), *lexicon.signs("county_end")))
    led = any_of([sign for role in ("preposition", "each", "toward_place") for sign in lexicon.signs(role)])
    return re.compile(f"(?!{led})[\\u4e00-\\u9fff]{{2,3}}(?:{ends})")
