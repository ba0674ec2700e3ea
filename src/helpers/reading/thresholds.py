"""Criteria inside noun phrases: what those have or are that are counted, no target of its own."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns, reject_words
from helpers.reading.bare_nouns import noun_of
from helpers.reading.clauses import Place
from helpers.reading.criteria import adjoins_count, behind_quote, last_of_list
from helpers.reading.expressions import find_amounts, magnitude_end
from helpers.reading.patterns import CHINESE, any_of, ending, has_any
from helpers.reading.standards import is_had_by_each, is_standard
from helpers.reading.start_values import starting_values
from helpers.reading.subsidies import is_sum_given
from helpers.reading.verbs_at_end import is_amount_of, is_done_within, is_headed_for, is_size, strip_right

NEXT = 48  # the figure behind a count stands no longer


def reject_threshold(place: Place) -> str:
    """A criterion inside a noun phrase: 产值10亿元以上企业15家, 50人以下的企业."""
    last = last_of_list(place)
    return "" if is_had_by_each(last) else _reject_criterion_of(last)


def _reject_criterion_of(place: Place) -> str:
    quantity, behind = place.figure.quantity, behind_quote(place)
    # 注册会计师不满30人、…的事务所
    younger = place.before.endswith(lexicon.signs("younger")) or _is_of_addressed(place)
    named = younger or has_any(place.before, reject_words.clause_words("threshold")) or _of_part(place)
    named = named or _is_of_those_invited(place)
    named = named or _condition().match(place.text, place.figure.end) or _is_unit_of_grant(place)
    if named or _of_members(place) or _of_those_counted(place) or adjoins_count(place) or is_standard(place):
        return "threshold"
    listed = behind[:1] in lexicon.signs("list_join") and place.next_start == place.figure.end + 1
    if listed or not CHINESE.match(behind[:1]) or reject_words.levelled().match(place.text, place.figure.end):
        return ""
    counted_off = quantity.operator and place.last_end == place.figure.start > place.paragraph.start
    if _is_reached(place, behind) or is_magnitude(place) or is_done_within(place) or is_headed_for(place):
        return ""
    if place.before.endswith(lexicon.signs("short_of")):
        return "threshold"
    if quantity.kind == "age" or counted_off or _sizes_next(place) or place.before.endswith(lexicon.signs("full")):
        return "threshold"  # 4场5000人以上演唱会; 每满100列的班列
    if quantity.kind == "money":
        return "threshold" if _is_project_cost(place) or not _is_money_aimed_at(place) else ""
    attribute = quantity.operator == "le" or _is_attribute(place)
    return "threshold" if (attribute and quantity.kind == "count") or _is_rate_of_those(place) else ""


def _is_of_addressed(place: Place) -> bool:
    """面向广告收入占比50%以上、成立8年以内的企业: what those have that something is offered to."""
    quantity = place.figure.quantity
    if quantity.operator not in ("ge", "le") or not has_any(place.clause_so_far, lexicon.signs("addressed")):
        return False
    return bool(_addressed().search(place.clause_so_far) and _whom().match(place.text, place.figure.end))


def _is_of_those_invited(place: Place) -> bool:
    """从业人员30人以下、无不良记录的机构均可申报: what those have who may apply."""
    bounded = place.figure.quantity.operator in ("ge", "le") or strip_right(place.before, bounds_only=True)[1]
    words = lexicon.signs("may_apply")
    return bool(bounded) and has_any(place.text[place.figure.end : place.clause[1]], words)


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(lexicon.signs('addressed'))})[^,;。]{{1,16}}$")


@cache
def _whom() -> re.Pattern[str]:
    """The rest of a criterion behind its figure, up to whom it is one of."""
    return re.compile(f"(?:、[^,;。]{{2,16}})?{lexicon.adjuncts('particle')[0]}[^,;。0-9]{{2,10}}")


def _is_rate_of_those(place: Place) -> bool:
    """含水率60%以下的|污泥: what rate those have that something else is said of; but not 60%以上的社区."""
    before, verbs = strip_right(place.before, bounds_only=True)
    bounded = place.figure.quantity.operator in ("ge", "le") and place.figure.quantity.kind == "percent"
    rated = bounded and not verbs and before.endswith(lexicon.signs("rate_end"))
    return rated and place.after.startswith(lexicon.adjuncts("particle"))


def _is_unit_of_grant(place: Place) -> bool:
    """每培育|1家…,奖励20万元: what a sum is given for."""
    return place.figure.quantity.value == 1 and bool(_done_each().search(place.before))


@cache
def _done_each() -> re.Pattern[str]:
    return re.compile(f"{lexicon.signs('for_each')[0]}(?:{any_of(lexicon.verbs('delivery'))})$")


@cache
def _condition() -> re.Pattern[str]:
    """What makes the words up to the figure a condition: 低于60%|的,不予通过; 超过3次的|予以移出."""
    particle, then = lexicon.adjuncts("particle")[0], any_of(lexicon.signs("consequence"))
    return re.compile(f"{particle}(?:,|{then})")


def _is_project_cost(place: Place) -> bool:
    """加快总投资25亿元的|快线建设: what a project costs that something else is said of."""
    before = strip_right(place.before, bounds_only=True)[0]
    return before.endswith(lexicon.signs("project_cost")) and place.after.startswith(lexicon.adjuncts("particle"))


def _is_money_aimed_at(place: Place) -> bool:
    """Whether an amount with a noun behind it is one that is spent, given, reached or turned over."""
    of_something = _verb_behind(place) or is_amount_of(place) or is_size(place) or is_sum_given(place)
    return of_something or bool(reject_words.aimed().match(place.text, place.figure.end))


def is_magnitude(place: Place) -> bool:
    """An order of magnitude that is reached: 收入达到|万亿|级."""
    money = place.figure.quantity.kind == "money" and strip_right(place.before)[1]
    return bool(money and re.compile(magnitude_end()).match(place.text, place.figure.end))


def _is_reached(place: Place, behind: str) -> bool:
    """A subject reaches it, and more follows: 规模超过7200亿元|和面积达到5平方米; 效率控制在1.2以下|等要求."""
    joined = behind.startswith((*lexicon.signs("join"), *lexicon.signs("such_as")))
    rest = place.text[place.figure.end : place.clause[1]]
    return bool(joined and strip_right(place.before)[1]) and not has_any(rest, lexicon.adjuncts("particle"))


def _of_those_counted(place: Place) -> bool:
    """年接待游客超过100万人次的景区达到5家: what each of those has that the next figure counts."""
    quantity = place.figure.quantity
    bounded = quantity.operator or strip_right(place.before)[1]
    led = place.after.startswith(lexicon.adjuncts("particle")) and bounded and quantity.kind != "percent"
    between = place.text[place.figure.end : place.next_start]
    return led and place.next_start < place.clause[1] and not has_any(between, lexicon.signs("join"))


def _sizes_next(place: Place) -> bool:
    """举办5000人以上演唱会4场: how large each of those is that the next figure counts."""
    bounded = place.figure.quantity.operator in ("ge", "le") or place.before.endswith(lexicon.signs("passing"))
    if place.figure.quantity.kind != "count" or not bounded:
        return False
    between = place.text[place.figure.end : place.next_start]
    parted = has_any(between, lexicon.signs("join")) or noun_patterns.made().search(between)
    # 10个以上城市达到…: the next figure is what each of those has; but not 5万平方米以上展会|不少于8个
    mere = strip_right(between)[1] == strip_right(between, bounds_only=True)[1]
    had = strip_right(between)[1] and not mere and not has_any(between, lexicon.adjuncts("particle"))
    bare = not parted and not re.search("[,;。:()\\s]", between) and not had
    if not (place.next_start < place.clause[1] and bare and len(between) > 1):
        return False
    # 10家以上年收入超10亿元的企业: an amount of money behind a count counts nothing.
    following = find_amounts(place.text[place.next_start : place.clause[1]][:NEXT])
    return not following or following[0].quantity.kind != "money"


def _of_members(place: Place) -> bool:
    """What each of those just counted has: 3家营业收入过百亿、5家营业收入过十亿的企业, 3万人口以上乡镇."""
    printed = place.text[place.figure.start : place.figure.end]
    if place.figure.quantity.operator and any(word in printed for word in lexicon.signs("inhabitants")):
        return True
    if place.figure.quantity.kind == "percent" and noun_patterns.paced().match(place.after):
        return False  # 3个产业收入保持年均15%的增长
    last = place.text[max(place.last_end - 3, 0) : place.last_end]
    last = last.removesuffix(ending(last, vocabulary.bound_words("after")))
    behind = place.text[place.figure.end : place.figure.end + 1]
    listed = place.next_start == place.figure.end + 1 or has_any(place.after, lexicon.adjuncts("particle"))
    closed = behind in lexicon.adjuncts("particle") or (behind == "、" and listed)
    if not closed or last[-1:] not in lexicon.signs("member_unit"):
        return False
    before = place.text[place.last_end : place.figure.start]
    changed = starting_values(place.text, place.clause)[1] == place.last_end
    opened = place.last_end > place.sentence[0] and not changed and before and not re.search("[,;。、:()\\s]", before)
    bounded = (strip_right(before)[1] or place.figure.quantity.operator) and CHINESE.match(before[:1])
    return bool(opened and bounded)


def _of_part(place: Place) -> bool:
    """集群达9个,其中4个营收超300亿元: what each of a part has that is counted before it."""
    alone = place.next_start >= place.clause[1] and not place.after.strip()
    return alone and place.figure.quantity.kind == "money" and bool(_part_with().fullmatch(place.clause_so_far))


@cache
def _part_with() -> re.Pattern[str]:
    thereof, units = any_of(lexicon.signs("thereof")), any_of(lexicon.signs("member_unit"))
    return re.compile(f"[ ,]*(?:{thereof})[0-9]+(?:{units})[^,;。、:0-9]{{2,12}}(?:{any_of(lexicon.signs('passing'))})")


def _verb_behind(place: Place) -> bool:
    behind = place.text[place.figure.end : place.figure.end + 6]
    return behind.startswith((*lexicon.verbs("delivery"), *lexicon.verbs("tail")))


def _is_attribute(place: Place) -> bool:
    """续航里程500公里以上的|客车: how much of something those have that are to be made."""
    bounded = place.figure.quantity.operator in ("ge", "le") and place.after.startswith(lexicon.adjuncts("particle"))
    if not bounded or reject_words.aimed().match(place.text, place.figure.end):
        return False
    return all(noun_of(strip_right(place.before, bounds_only=True)[0]))
