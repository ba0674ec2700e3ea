"""Words for all (全覆盖, 全部) and amounts that only say what a project is like."""

import re
from functools import cache

from helpers.reading import lexicon, noun_patterns, reject_words
from helpers.reading.bare_nouns import noun_of
from helpers.reading.clauses import Place
from helpers.reading.expressions import find_amounts
from helpers.reading.patterns import CHINESE, any_of, has_any
from helpers.reading.tenses import aims, last_of
from helpers.reading.verbs_at_end import strip_right

#: What a count counts, before the word for all of them: 15个|配送中心|全部建成.
NOUN_BETWEEN = re.compile(r"[\u4e00-\u9fff()]{2,16}")


def reject_project(place: Place) -> str:
    """全覆盖 and the like inside the name of a project, or beside another word for what one is: 全覆盖提质工程."""
    once_built = lexicon.signs("once_built")  # 项目全部|建成后
    if _sizes_projects(place) or has_any(place.segment_so_far, once_built) or place.after.startswith(once_built):
        return "project"  # 项目建成后,年产值可达5亿元
    if place.figure.quantity.measure == "share" and place.before.endswith(lexicon.signs("half_gone")):
        return "name"  # 时间过半、任务过半
    if place.figure.quantity.measure not in ("rate", "multiple") or place.figure.quantity.operator == "ge":
        return ""  # 一半以上|的幼儿园
    if place.after.startswith(lexicon.signs("of_wording")) or _is_aside(place):
        return "project"  # 全覆盖成果, 倍增机会
    if place.after.startswith(lexicon.signs("or_else")):
        return "structure"  # 全覆盖或比上年增加
    if _is_of_some(place) or _is_all_of_count(place) or _is_all_with_bound(place) or _names_a_share(place):
        return "structure"
    beside = place.after.startswith(lexicon.signs("list_join")) and CHINESE.match(place.after[1:])
    if place.after.startswith(lexicon.adjuncts("particle")) or (beside and not noun_of(place.before)[0]):
        return "project"  # 全覆盖、一体化公路网
    named = any(word in place.after for word in lexicon.signs("project"))
    return "project" if named and CHINESE.match(place.after[:1]) else ""


def _is_for_all(place: Place) -> bool:
    """Whether the figure is a word for all that stands alone (全部)."""
    return place.text[place.figure.start : place.figure.end] in lexicon.signs("all")


def _is_of_some(place: Place) -> bool:
    """有些项目已全部交付: not of all there are."""
    return place.before.lstrip(" ,").startswith(lexicon.signs("some"))


def _names_a_share(place: Place) -> bool:
    """指标全部|达标的学校比例: the word for all is in the name of what the share is of."""
    return _is_for_all(place) and bool(_of_share().match(place.after))


@cache
def _of_share() -> re.Pattern[str]:
    ends = any_of((*lexicon.signs("share_end"), *lexicon.signs("rate_end")))
    return re.compile(f"[^,;。]{{1,12}}(?:{any_of(lexicon.adjuncts('particle'))})[^,;。]{{0,10}}(?:{ends})")


def _is_all_of_count(place: Place) -> bool:
    """15个配送中心|全部|建成: how many they are has been said, and nothing more of them follows."""
    if not _is_for_all(place) or place.last_end <= place.clause[0]:
        return False
    counted = place.text[place.last_end - 1 : place.last_end] in lexicon.signs("member_unit")
    between = NOUN_BETWEEN.fullmatch(place.before)
    closing = noun_patterns.tail().match(place.after) if counted and between else None
    rest = noun_patterns.tail().sub("", place.after).strip()
    return bool(closing) and (not rest or rest.endswith(lexicon.signs("making")))  # 完成|升级改造


def _is_all_with_bound(place: Place) -> bool:
    """全部|乡镇均建有1所以上幼儿园: of whom it is that a count with a bound is aimed at."""
    if not _is_for_all(place):
        return False
    following = find_amounts(place.text[place.next_start : place.clause[1]])
    return bool(following) and following[0].quantity.kind == "count" and bool(following[0].quantity.operator)


def _is_aside(place: Place) -> bool:
    """便捷的网络(航线通达全部|县城): brackets say what something is like."""
    opened = place.before.rpartition("(")[2] if place.before.count("(") > place.before.count(")") else ""
    return bool(opened) and _is_for_all(place) and not has_any(opened, lexicon.verbs("lead_in"))


def _is_size_aside(place: Place) -> bool:
    """新院区(占地60亩,总投资2亿元): brackets that hold how large one thing is, and no aim."""
    closing = place.text.find(")", place.figure.end, place.sentence[1])
    opened = place.text.rfind("(", place.sentence[0], place.figure.start)
    aside = place.text[opened + 1 : closing] if opened >= 0 and closing >= 0 else ""
    if not aside or ")" in aside or aside.startswith((*lexicon.signs("thereof"), *lexicon.signs("including"))):
        return False
    return has_any(aside, lexicon.signs("size_aside")) and last_of(aside, aims()) < 0


def _sizes_projects(place: Place) -> bool:
    """How large each of some projects is that a list names: 抓好东江300万头生猪、西江25万头牛等项目."""
    if _is_size_aside(place):
        return True
    made = place.before.endswith(lexicon.signs("yearly_output")) and reject_words.of_works().match(place.after)
    if made:
        return True  # 年产60万吨|乙烯项目
    named = CHINESE.match(place.after) and CHINESE.match(place.before[-1:]) and not strip_right(place.before)[1]
    return bool(named and reject_words.listed_projects().match(place.text, place.figure.end))
