"""Counts that stand beside another one: of groups and what they hold (10大类50个), and of a model (1核2带)."""

import re
from functools import cache

from helpers.reading import lexicon, reject_words
from helpers.reading.clauses import Place
from helpers.reading.expressions import find_amounts
from helpers.reading.numerals import chinese_powers

#: The numbers of a model (1场2馆1中心) are smaller, and stand no further from each other.
TEN, NEAR = 10, 5
#: An amount beside another one begins within as many signs.
BESIDE = 12


def is_grouped(place: Place) -> bool:
    """Whether it stands beside the other of a count of groups and one of what they hold: 10大类|50个; 十个方面34项.

    How far or how large those are that were counted (20项|300公里) is no count of what they hold.
    """
    adjacent = place.next_start == place.figure.end
    behind = find_amounts(place.text[place.next_start : place.next_start + BESIDE]) if adjacent else []
    beside = next((one.quantity for one in behind if not one.start), place.figure.quantity)
    if any(one.kind == "money" or one.unit in lexicon.signs("extent") for one in (place.figure.quantity, beside)):
        return False
    first, last = place.paragraph.start, place.paragraph.end
    grouped = lexicon.signs("grouping_unit")
    if place.next_start == place.figure.end < last and place.figure.quantity.unit in grouped:
        return True
    if first < place.last_end and place.before in grouped:
        return True
    groups = reject_words.grouped().search(place.sentence_before) if first < place.figure.start else None
    if groups and without_groups(place.sentence_before) != place.sentence_before:
        return False
    return bool(groups) and groups["unit"] != place.figure.quantity.unit  # 分别不少于5项、|10项


def without_groups(before: str) -> str:
    """The text without a count of groups that is reached together with what they hold: 服务项目达到|12大类|(40项)."""
    groups = reject_words.grouped().search(before)
    reached = groups and before[: groups.start()].endswith(lexicon.verbs_of_change())
    return before[: groups.start()] if reached else before


def is_model(place: Place) -> bool:
    """One of the small numbers that stand together in a model: 1场2馆1中心; but not 带动300户600人."""
    text, figure = place.text, place.figure
    if figure.quantity.value >= TEN or figure.quantity.operator:
        return False
    behind = _one_of_model().search(text, max(0, figure.start - NEAR), figure.start)
    return bool(behind or _rest_of_model().match(text, figure.end))


@cache
def _rest_of_model() -> re.Pattern[str]:
    """Another single number right behind a count, with what it counts: (1场)2馆1中心; but not (2个)3万吨级泊位."""
    single = f"[1-9](?![0-9{''.join(chinese_powers())}{_dated()}])"
    return re.compile(f"{single}[\\u4e00-\\u9fff]{{1,3}}(?={single}|[^\\u4e00-\\u9fff0-9]|$)")


@cache
def _one_of_model() -> re.Pattern[str]:
    """Another single number right before a count: 1核|2带; but not (到)6月底|5家, 5个和|7个."""
    joined = "".join(f"(?<!{join})" for join in lexicon.signs("list_join"))
    return re.compile(f"(?<![0-9.])[1-9](?![{_dated()}])[\\u4e00-\\u9fff]{{1,2}}{joined}$")


def _dated() -> str:
    """The signs behind the numbers of a date."""
    return "".join(sign for role in ("year", "month", "day") for sign in lexicon.signs(role))
