"""Amounts by which things are built, or which those have of whom something else is said."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, reject_words
from helpers.reading.bare_nouns import noun_of
from helpers.reading.clauses import Place
from helpers.reading.numerals import numeral_signs
from helpers.reading.patterns import ASIDE, any_of, has_any
from helpers.reading.verbs_at_end import ends_with_delivery, strip_right

TEN = 10
#: What stands between the whole of a share and what each of it has is no longer.
NEAR = 24


def is_standard(place: Place) -> bool:
    """按人均用地不少于0.2平方米的标准|配建, 80%的社区建有一座|驿站, 客流量超过5万人次的车站."""
    return not is_had_by_each(place) and (_is_built_by(place) or _is_had_by_share(place) or _is_of_bearer(place))


def is_had_by_each(place: Place) -> bool:
    """每个社区拥有4个以上的|社会组织: how many each of all is to have."""
    if place.figure.quantity.kind != "count" or not has_any(place.before, lexicon.signs("has_one")):
        return False
    return bool(_each_has().search(strip_right(place.before, bounds_only=True)[0]))


@cache
def _each_has() -> re.Pattern[str]:
    each, had = any_of((*lexicon.signs("each"), *lexicon.signs("for_each"))), any_of(lexicon.signs("has_one"))
    return re.compile(f"^[ ,]*(?:{each})[^,;。:、0-9]{{1,12}}(?:{had})$")


def _is_built_by(place: Place) -> bool:
    """按每百户不少于20平方米|标准配建; each figure of a list of such."""
    behind = place.text[place.figure.end : place.clause[1]]
    if lexicon.signs("standard")[0] not in behind or not has_any(place.clause_so_far, lexicon.signs("by_standard")):
        return False
    return bool(_standard_behind().match(behind))


@cache
def _standard_behind() -> re.Pattern[str]:
    standard, particle = lexicon.signs("standard")[0], lexicon.adjuncts("particle")[0]
    other = f"[^,;。:]{{1,16}}?[0-9.]+[^,;。:0-9{particle}]{{1,6}}?"
    joins = any_of((*lexicon.signs("list_join"), *lexicon.signs("join")))
    done = any_of(lexicon.signs("built_by"))
    ends = f"(?:{particle}[^,;。:、0-9]{{0,4}}?{standard}|{standard}(?=[^,;。:0-9]{{0,4}}?(?:{done})))"
    return re.compile(f"[^,;。:、0-9{particle}]{{0,6}}?(?:(?:{joins}){other})*{ends}")


def _is_had_by_share(place: Place) -> bool:
    """80%的社区建有1座|驿站: the share is aimed at, and how many each has belongs to its noun."""
    if place.figure.quantity.kind != "count" or place.figure.quantity.value >= TEN:
        return False
    if place.last_end <= place.clause[0] or not place.before or len(place.before) > NEAR:
        return False
    whole = place.text[place.clause[0] : place.last_end]
    if whole.endswith(lexicon.signs("all")) and place.figure.quantity.operator:
        return False  # 全部乡镇均建有1所以上
    named = whole.endswith(tuple(vocabulary.wordings()))
    of_share = named or ("%" in whole[-6:] and place.before[0] in lexicon.adjuncts("particle"))
    return of_share and bool(_has_one().search(strip_right(ASIDE.sub("", place.before), bounds_only=True)[0]))


@cache
def _has_one() -> re.Pattern[str]:
    return re.compile(f"^[^,;。:、]{{1,16}}?(?:{any_of(lexicon.signs('has_one'))})$")


def _is_of_bearer(place: Place) -> bool:
    """日处理量超过5万件的地区|布局中心: what those have that something is said of; but not 培育100家以上的企业."""
    quantity = place.figure.quantity
    particle = lexicon.adjuncts("particle")[0]
    if quantity.kind in ("percent", "points", "money"):
        return False
    if particle in place.after and strip_right(place.before, bounds_only=True)[0].endswith(lexicon.signs("can")):
        return True  # 可容纳300人的剧场, 可开展不少于3个项目的中心
    if not place.after.startswith(particle):  # 年货运量50万吨以上企业
        measured = quantity.operator == "ge" and place.before.endswith(lexicon.dependents())
        return bool(measured and _bearer().match(place.after))
    if ends_with_delivery(place.before):
        return False  # 新增16万平方米的学校设施
    bare, verbs = strip_right(place.before)
    if not (quantity.operator in ("ge", "le") or verbs) or not noun_of(bare)[0]:
        return False
    return bool(_bearer().match(place.after, len(particle)) or _one_of_many().search(place.clause_so_far))


@cache
def _one_of_many() -> re.Pattern[str]:
    """What makes a criterion of what follows: 建设一批|容量2000吨以上的仓库."""
    return re.compile(f"(?:{any_of(reject_words.indefinites()[:2])})[^,;。:、]{{1,10}}$")


@cache
def _bearer() -> re.Pattern[str]:
    return re.compile(f"[^,;。:、{''.join(numeral_signs())}]{{0,6}}?(?:{any_of(lexicon.signs('bearer'))})")
