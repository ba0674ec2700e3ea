"""Whether money is what each of many is given, or what all of them are paid."""

import re
from functools import cache

from helpers.reading import lexicon, noun_patterns, reject_words
from helpers.reading.clauses import Place
from helpers.reading.patterns import any_of, has_any
from helpers.reading.verbs_at_end import ends_with_delivery, strip_right


def reject_subsidy(place: Place) -> str:
    """``subsidy`` for what is given for each, ``threshold`` for what is to be reached for it, or nothing."""
    kind, words = place.figure.quantity.kind, reject_words.clause_words("subsidy")
    if kind == "percent" and place.before.endswith(lexicon.signs("raised")) and has_any(place.sentence_before, words):
        return "subsidy"  # 每户补助2000元,偏远乡镇上浮20%
    if kind == "money" and _allotted().search(place.segment_so_far):
        return "subsidy"  # 学员少于15人的,给予办班经费2万元/年; 每增加1人,给予…
    at_most = kind == "money" and place.before.rstrip().endswith(lexicon.signs("at_most_each"))
    if not at_most and not has_any(place.clause_text, words):
        return "threshold" if _earned().match(place.text, place.clause[1], place.sentence[1]) else ""
    rate = kind == "percent" and strip_right(place.before)[0].endswith(lexicon.signs("rate_end"))  # 补贴目标人群覆盖率
    if rate or has_any(place.before, lexicon.signs("no_subsidy")) or (not at_most and _is_paid_in_all(place)):
        return ""
    given = kind in ("money", "percent") or has_any(place.before, words)
    return "subsidy" if at_most or given or place.before.endswith(lexicon.signs("per_unit")) else ""


@cache
def _allotted() -> re.Pattern[str]:
    """A condition with a number, and behind its comma what is allotted where it is met."""
    particle, allots = lexicon.adjuncts("particle")[0], any_of(lexicon.signs("allots"))
    more = any_of(word for word in lexicon.signs("per_unit") if len(word) > 1)
    condition = f"[0-9][^,;。0-9]{{0,6}}{particle}|(?:{more})[0-9][^,;。]{{0,6}}"
    return re.compile(f"(?:{condition}),(?:{allots})[^,;。0-9]{{0,24}}$")


@cache
def _earned() -> re.Pattern[str]:
    """What is given, in the clause behind what it is given for: 律师达到30名|,可申请补助30万元.

    A clause that says itself whom it is given to (,对获奖项目给予50万元) gives nothing for what stands before.
    """
    others = any_of((*lexicon.signs("preposition"), *lexicon.signs("for_each")))  # 基地8家,每家给予…
    return re.compile(f",(?!{others})[^,;。0-9]{{0,8}}?(?:{any_of(lexicon.signs('given_for'))})[^,;。]*[0-9]")


def _is_paid_in_all(place: Place) -> bool:
    """How many are paid, or how much money all of them: 发放租赁补贴2000户, 兑付奖补资金1.2亿元."""
    quantity = place.figure.quantity
    if quantity.unit in lexicon.signs("receiver"):
        return place.before.endswith(lexicon.signs("paid_out"))
    return quantity.kind == "money" and bool(_paid_out().search(place.before))


def is_sum_given(place: Place) -> bool:
    """Whether it is how much money is set aside: 安排2000万元|专项资金."""
    led = noun_patterns.delivery_end().search(place.before) or ends_with_delivery(place.before)
    return bool(led and _sum().match(place.after))


@cache
def _sum() -> re.Pattern[str]:
    money, used = any_of(lexicon.signs("sum_of_money")), any_of((*lexicon.verbs("tail"), *lexicon.signs("urging")))
    return re.compile(f"[^,;。0-9]{{0,10}}?(?:{money})(?=$|{used})")


@cache
def _paid_out() -> re.Pattern[str]:
    pays, paid = any_of(lexicon.signs("pays_out")), any_of(lexicon.signs("paid_out"))
    each = lexicon.signs("per_unit")[0]
    return re.compile(f"(?:{pays})[^,;。{each}]{{0,12}}(?:{paid})$")
