"""What a list of nouns says once for all of its items: a head at its end, a modifier at its beginning."""

from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns
from helpers.reading.areas import without_area
from helpers.reading.patterns import ending

#: The last item of a list is no longer than the others by more, apart from what it says for all (肉类、水产品|产量).
LONGER = 2
#: A city's name, with 市 or without.
NAME = 3


def complete_items(parts: list[str]) -> list[str]:
    """Each item with what the list says once: a head noun at its end, a modifier at its beginning.

    医学影像和病理中心 → 医学影像中心, 病理中心; 山野菜总产量和总产值 → 山野菜总产量, 山野菜总产值.
    """
    particles = lexicon.adjuncts("particle")
    heads = sorted((*lexicon.head_nouns(), *lexicon.signs("shared_end")), key=len, reverse=True)
    head = ending(parts[-1], tuple(heads))
    modifier = next((parts[0].removesuffix(word) for word in lexicon.dependents() if parts[0].endswith(word)), "")
    per = next((word for word in vocabulary.denominators() if parts[0].startswith(word)), "")
    shared = without_area(parts[-1])
    if shared != parts[-1] and all(len(part) <= NAME for part in parts[:-1]):
        return [*(part + shared for part in parts[:-1]), parts[-1]]  # 临川、云川市|上市公司
    found = []
    # 每千人口医师数、护士数: each is per head.
    parts = [part if part.startswith(per) else per + part for part in parts]
    for place, part in enumerate(parts):
        if place and part in lexicon.dependents():
            found.append(modifier + part)
        elif noun_patterns.grade().fullmatch(part) or _is_grade_of(part, parts[-1]):
            found.append(part + noun_patterns.grade().sub("", parts[-1], count=1))
        elif head and not part.endswith((head, *lexicon.signs("thing_end"), *measured_ends())):
            found.append(part + (_behind_common(part, parts[-1]) or head))
        elif not part.endswith(measured_ends()) and len(part) < len(parts[-1]) and parts[-1].endswith(measured_ends()):
            found.append(part + _end_shared(part, parts[place:]))
        elif parts[-1][len(part) - 1 : len(part)] == part[-1] and len(part) < len(parts[-1]):
            found.append(part + parts[-1][len(part) :])
        else:
            found.append(part)
    return ["".join(sign for sign in part if sign not in particles) if head else part for part in found]


def _is_grade_of(part: str, last: str) -> bool:
    """国家、省级示范区: a grade that leaves out what ends it, beside one that has it."""
    return part in lexicon.signs("grade_alone") and bool(noun_patterns.grade().match(last))


def _end_shared(part: str, parts: list[str]) -> str:
    """What the next item that is measured, or else the last, says for the first of the ``parts``.

    It stands behind what the last one has in common with the part (生态渔场、休闲渔场|面积), behind its own industry
    (住宿业、餐饮业|营业额), else behind as many signs as the first item has (小学、初中|近视率), or a word of one more
    (果蔬、水产品|流通率).
    """
    last = next((one for one in parts[1:] if one.endswith(measured_ends())), parts[-1])
    parts = parts[: parts.index(last) + 1]
    if common := _behind_common(part, last):
        return common
    ends = (*lexicon.signs("shared_end"), *lexicon.dependents())
    measured = next((word for word in ends if last.endswith(word) and len(word) < len(last)), "")
    if measured and len(last) - len(measured) <= max(len(one) for one in parts[:-1]) + LONGER:
        return measured
    industry = ending(part, lexicon.signs("industry_end"))
    if industry and industry in last[: -len(industry)]:
        return last.partition(industry)[2]
    few = min(len(one) for one in parts[:-1])
    return last[few + 1 :] if last[: few + 1] in _named() else last[few:]


def _behind_common(part: str, last: str) -> str:
    """What stands in the last item behind its longest end of two signs and more that it shares with the part."""
    for length in range(len(part), 1, -1):
        place = last.rfind(part[-length:])
        if place >= 0 and place + length < len(last):
            return last[place + length :]
    return ""


@cache
def _named() -> frozenset[str]:
    """The names of things and fields."""
    return frozenset(row["word"] for row in vocabulary.sector_words())


def measured_ends() -> tuple[str, ...]:
    """Ends of nouns that are measured by themselves: 率, 占比, 增加值."""
    ends = (*lexicon.signs("share_end"), *lexicon.signs("measure_end"), *lexicon.signs("shared_end"))
    return (*ends, *lexicon.dependents())
