"""Whether money is what each of many is given, or what all of them are paid."""

import re
from functools import cache

from helpers.reading import lexicon, reject_words
from helpers.reading.clauses import Place
from helpers.reading.patterns import any_of, has_any


def reject_subsidy(place: Place) -> str:
    """``subsidy`` for what is given for each, or nothing."""
    kind, words = place.figure.quantity.kind, reject_words.clause_words("subsidy")
    at_most = kind == "money" and place.before.rstrip().endswith(lexicon.signs("at_most_each"))
    if not at_most and not has_any(place.clause_text, words):
        return ""
    if has_any(place.before, lexicon.signs("no_subsidy")) or (not at_most and _is_paid_in_all(place)):
        return ""
    given = kind in ("money", "percent") or has_any(place.before, words)
    return "subsidy" if at_most or given or place.before.endswith(lexicon.signs("per_unit")) else ""


def _is_paid_in_all(place: Place) -> bool:
    """How many are paid, or how much money all of them: 发放租赁补贴2000户, 兑付奖补资金1.2亿元."""
    quantity = place.figure.quantity
    if quantity.unit in lexicon.signs("receiver"):
        return place.before.endswith(lexicon.signs("paid_out"))
    return quantity.kind == "money" and bool(_paid_out().search(place.before))


@cache
def _paid_out() -> re.Pattern[str]:
    pays, paid = any_of(lexicon.signs("pays_out")), any_of(lexicon.signs("paid_out"))
    each = lexicon.signs("per_unit")[0]
    return re.compile(f"(?:{pays})[^,;。{each}]{{0,12}}(?:{paid})$")
