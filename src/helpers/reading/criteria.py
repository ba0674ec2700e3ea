"""Amounts that say how large, how far or how soon what another figure measures is, or that only name something."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from helpers.reading import lexicon, noun_patterns
from helpers.reading.clauses import Place
from helpers.reading.expressions import find_amounts
from helpers.reading.numerals import chinese_digits, chinese_powers
from helpers.reading.patterns import ASIDE, CHINESE, any_of, has_any
from helpers.reading.verbs_at_end import ends_with_delivery, strip_right

#: Nothing that a list or a noun says of one thing is longer.
NEAR = 48
QUOTES = '“"'


def reject_criterion(place: Place) -> str:
    """An amount inside the noun that the next figure measures, inside a list of such, or inside a name."""
    criteria = (_is_inside_rate, _is_done_in_time, _opens_hours, _defines, _is_service_level, _goes_on)
    if any(rule(place) for rule in criteria):
        return "threshold"
    if _names_plan(place):
        return "project"
    return "structure" if _is_told_by_name(place) else ""


def last_of_list(place: Place) -> Place:
    """The place of the last of amounts of money that nothing but 、 parts: 1亿元、5亿元、|10亿元|重点企业."""
    if place.figure.quantity.kind != "money" or lexicon.signs("respectively")[0] in place.clause_text:
        return place
    last = place
    for one in _following(place):
        if place.text[last.figure.end : one.figure.start] not in lexicon.signs("list_join")[:1]:
            break
        last = one
    return last


def adjoins_count(place: Place) -> bool:
    """其中十亿元以上|270项, 超百亿元|20个: of what size those are that are counted right behind it."""
    bound = place.figure.quantity.operator or place.before.endswith(lexicon.signs("passing"))
    bounded = place.figure.quantity.kind == "money" and bound
    return bool(bounded) and place.next_start == place.figure.end < place.clause[1]


def behind_quote(place: Place) -> str:
    """What stands right behind a figure, without a mark that opens the name of what is counted: 1亿元|“大单品”50个."""
    text = place.text[place.figure.end : place.figure.end + 3]
    closed = "”" in place.text[place.figure.end : place.next_start] and place.next_start < place.clause[1]
    return (text.lstrip(QUOTES) if closed else text)[:2]


def _following(place: Place) -> Iterator[Place]:
    """The places of the amounts that stand near behind a figure in its clause."""
    start = place.figure.end
    for one in find_amounts(place.text[start : min(place.clause[1], start + NEAR)]):
        if one.quantity.kind != "money":
            return
        figure = replace(one, start=one.start + start, end=one.end + start)
        yield replace(place, figure=figure, last_end=place.figure.end, next_start=place.clause[1])


def _is_inside_rate(place: Place) -> bool:
    """71个断面水质优良比例|达到90%, 感染者30天内接受治疗比例|达到85%: what a rate is of; but not 建成23个站,占比….

    So is 10万人口 in 10万人口事故死亡率.
    """
    quantity = place.figure.quantity
    if quantity.kind in ("percent", "points", "money") or quantity.measure:
        return False
    behind = place.text[place.figure.end : min(place.clause[1], place.next_start)]
    named = ASIDE.sub("", strip_right(behind)[0])
    if not named or not CHINESE.match(named) or re.search("[,;。、:]", named) or ends_with_delivery(place.before):
        return False
    return named.endswith((*lexicon.signs("rate_end"), *lexicon.signs("share_end"))) and _percentage_follows(place)


def _is_done_in_time(place: Place) -> bool:
    """城市间快件36小时|投递达91%: within how long a part of all is done."""
    if place.figure.quantity.unit not in lexicon.signs("case_time"):
        return False
    done, reached = strip_right(place.text[place.figure.end : place.next_start])
    named = done and CHINESE.match(done) and not re.search("[,;。、:]", done)
    return bool(named and reached) and _percentage_follows(place)


def _percentage_follows(place: Place) -> bool:
    """Whether the next amount of the clause is a percentage."""
    ahead = place.next_start < place.clause[1] and find_amounts(place.text[place.next_start : place.clause[1]][:NEAR])
    return bool(ahead) and ahead[0].quantity.kind == "percent"


def _goes_on(place: Place) -> bool:
    """培育年税收超千万,|年业务收入超亿元的律所: a criterion that goes on behind a comma, up to whom it is one of."""
    if place.figure.quantity.kind != "money" or not more_criteria().match(place.text, place.clause[1]):
        return False
    made = noun_patterns.made().search(place.clause_so_far)
    return bool(made) and bool(strip_right(place.before)[1] or place.figure.quantity.operator)


@cache
def more_criteria() -> re.Pattern[str]:
    """A criterion behind a comma, with what is counted by it: ,年业务收入超亿元的律所2家."""
    passing, digits = any_of(lexicon.signs("passing")), f"0-9{chinese_digits()}"
    amount = f"[{digits}{''.join(chinese_powers())}.]+"
    return re.compile(f",[^,;。:0-9]{{2,12}}?(?:{passing}){amount}[^,;。、{digits}]{{3,40}}?[{digits}]")


def _opens_hours(place: Place) -> bool:
    """打造24小时|智慧书房60座: a length of time before what the next figure counts."""
    if place.figure.quantity.unit not in lexicon.signs("span_unit") or place.figure.quantity.operator:
        return False
    named = place.text[place.figure.end : place.next_start]
    counted = place.next_start < place.clause[1] and CHINESE.match(named) and not re.search("[,;。、:()]", named)
    return bool(counted) and ends_with_delivery(place.before)


def _is_service_level(place: Place) -> bool:
    """居民15分钟内|能够达到, 服务人口1万人以上|设置1所: how soon or for how many something is there."""
    soon = place.figure.quantity.unit in lexicon.signs("circle_unit") and _within().match(place.after)
    return bool(soon) or (bool(place.after.strip()) and place.before.endswith(lexicon.signs("served_people")))


@cache
def _within() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(lexicon.signs('inside'))})?(?:{any_of(lexicon.signs('able'))})")


def _defines(place: Place) -> bool:
    """活动(会议300人以上,展览5000平方米以上)310场: brackets say which of them the next figure counts."""
    if not place.figure.quantity.operator or place.figure.quantity.kind == "percent":
        return False
    closing = place.text.find(")", place.figure.end, place.figure.end + NEAR)
    inside = place.text[place.text.rfind("(", 0, place.figure.start) + 1 : closing]
    if closing < 0 or has_any(inside, ("(", ")", *lexicon.signs("thereof"))) or len(inside) > NEAR:
        return False
    return bool(CHINESE.match(place.text[closing + 1 : closing + 2])) and not strip_right(inside.split(",")[0])[1]


def _names_plan(place: Place) -> bool:
    """千万吨粮食增产计划, 百万工匠培育行动: a power without a number before it, in a project's name."""
    if not _bare_power().match(place.text, place.figure.start, place.figure.end):
        return False
    return bool(_project_name().match(place.text, place.figure.end, place.figure.end + NEAR))


@cache
def _bare_power() -> re.Pattern[str]:
    return re.compile(f"[{''.join(chinese_powers())}]+.?")


@cache
def _project_name() -> re.Pattern[str]:
    projects = any_of((*lexicon.signs("project"), *lexicon.signs("document")))
    return re.compile(f"[^,;。、0-9]{{2,12}}?(?:{projects})")


def _is_told_by_name(place: Place) -> bool:
    """4个起降点分别是…: who they are."""
    if place.figure.quantity.kind != "count":
        return False
    told = _told_by_name().match(place.text[place.figure.end : place.clause[1]][:NEAR])
    return bool(told) or _named_behind(place)


def _named_behind(place: Place) -> bool:
    """河岸两侧4个:甲广场、乙街区、丙中心、丁园: a colon, and as many names behind it."""
    if place.text[place.figure.end : place.figure.end + 1] != ":":
        return False
    listed = re.split("[;。]", place.text[place.figure.end + 1 : place.sentence[1]][: 4 * NEAR], maxsplit=1)[0]
    return len(listed.split("、")) == place.figure.quantity.value


@cache
def _told_by_name() -> re.Pattern[str]:
    respectively, told = lexicon.signs("respectively")[0], any_of(lexicon.signs("is"))
    return re.compile(f"[^,;。、0-9]{{1,20}}{respectively}(?:{told})[^0-9]*$")
