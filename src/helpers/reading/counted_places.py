"""Counts of places and of those that the next figure measures: 实现14个市|全覆盖, 6个集群|营收达到3亿元."""

import re
from functools import cache

from helpers.reading import lexicon, noun_parts, noun_patterns
from helpers.reading.clauses import Place
from helpers.reading.expressions import find_amounts
from helpers.reading.patterns import any_of
from helpers.reading.verbs_at_end import ends_with_delivery, strip_right

#: The figure behind a count is read from no more signs.
NEXT = 48


def acts_in_places(place: Place) -> bool:
    """实现14个市|全覆盖, 鼓励21个市(州)|大力发展体育产业: places that something else is said of."""
    behind = _area().match(place.after)
    if not behind:
        return False
    covered = place.text[place.next_start : place.next_start + 3] in lexicon.signs("covered")
    return behind.end() == len(place.after) if covered else bool(_acting().match(place.after, behind.end()))


def measures_together(place: Place) -> bool:
    """48个县(市)|总产值将达9000亿元, 6个产业集群|营收达到3亿元: those of which the next figure measures
    something; 23个行政村|12.6万人: places in which it counts.
    """
    behind = _area().match(place.after)
    part = place.before.startswith(lexicon.signs("thereof"))  # 其中4个营收超300亿元
    if place.next_start >= place.clause[1] or part or ends_with_delivery(place.before):
        return False
    between = place.text[place.figure.end : place.next_start]
    if behind and behind.end() == len(between):
        return True
    if beside := _counts_beside(place.figure.quantity.unit).match(place.text, place.figure.end, place.clause[1]):
        between = beside["rest"]  # 4个地标集群和|6个优势集群营收达到3亿元
    named, reached = strip_right(between)
    parted = re.search("[,;。、:()]", named[behind.end() :] if behind else named)
    if not reached or parted or noun_patterns.made().search(named):
        return False
    end = beside.end() if beside else place.next_start
    ahead = find_amounts(place.text[end : place.clause[1]][:NEXT])
    summed = bool(ahead) and ahead[0].quantity.kind == "money" and not place.figure.quantity.operator
    return named.endswith(noun_parts.ends_of_measures()) and (summed or bool(behind))


@cache
def _counts_beside(unit: str) -> re.Pattern[str]:
    """Another count of the same unit that a join parts, with what stands behind it."""
    joins = any_of(lexicon.signs("join"))
    return re.compile(f"[^,;。、:0-9]{{2,14}}(?:{joins})[0-9]+{re.escape(unit)}(?P<rest>[^,;。、:0-9]+)")


@cache
def _area() -> re.Pattern[str]:
    """What kind of places are counted: 21个|市(州), 23个|行政村."""
    kinds = any_of(lexicon.signs("area_kind"))
    return re.compile(f"(?:{kinds})?(?:{any_of(lexicon.signs('level'))})(?:\\([^()]*\\))?")


@cache
def _acting() -> re.Pattern[str]:
    """What is done there: 大力发展体育产业."""
    adverb = any_of((*lexicon.adjuncts("adverb"), *lexicon.signs("each_of")))
    spreads = any_of(lexicon.signs("spreads"))  # 在4个街道|先行铺开
    return re.compile(f"(?:{adverb})*(?:{spreads})$|(?:{adverb})(?:{any_of(noun_patterns.made_verbs())})..")
