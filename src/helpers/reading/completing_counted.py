"""Criteria and grades that a count names alone, with the noun that only the figure before has."""

import re

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns
from helpers.reading.clauses import Place
from helpers.reading.expressions import find_amounts, find_expressions
from helpers.reading.nouns import Reading
from helpers.reading.numerals import numeral_signs
from helpers.reading.patterns import CHINESE, any_of, ending, opening
from helpers.reading.quantities import figure_pattern


def complete_counted(noun: str, last: Reading, place: Place) -> str:
    """A criterion or a grade with the noun that only the figure before has; empty where the noun is neither."""
    if passed := _passed_like(noun, last) or _of_size(noun, last):
        return passed
    if place.before.endswith(lexicon.adjuncts("particle")) and not CHINESE.match(place.after):
        return noun + lexicon.adjuncts("particle")[0] + last.noun  # 其中成交额500万元以上的20项
    if criterion := _criterion_of(noun, last):
        return criterion
    if noun_patterns.grade().fullmatch(noun):
        return noun + noun_patterns.grade().sub("", last.noun, count=1)
    return ""


def is_criterion(noun: str) -> bool:
    """Whether it says what each of some has that an amount of money passes: 营业收入超300亿元."""
    amounts = find_amounts(noun)
    money = amounts and amounts[0].quantity.kind == "money" and amounts[0].end == len(noun)
    return bool(money) and noun.endswith(lexicon.signs("passing"), 0, amounts[0].start)


def _criterion_of(noun: str, last: Reading) -> str:
    """A noun that opens with an amount, with what it leaves out: 年收入亿元以上企业2家、|五千万元以上企业6家."""
    noun = noun.removeprefix(opening(noun, lexicon.signs("passing")))
    if not noun or noun[0] not in numeral_signs():
        return ""
    amounts, of_last = find_expressions(noun), find_expressions(last.noun)
    opens = amounts and amounts[0].quantity and not amounts[0].start
    same = opens and of_last and last.noun.endswith(noun[amounts[0].end :])
    return last.noun[: of_last[0].start] + noun if same else ""


def _of_size(noun: str, last: Reading) -> str:
    """年产值50亿元以上的集群30个,其中|100亿元以上|8个: a size alone, in place of the one that those before have."""
    passing = opening(noun, lexicon.signs("passing"))
    amounts = find_amounts(noun)
    alone = amounts and amounts[0].quantity.kind == "money" and amounts[0].start == len(passing)
    if not alone or amounts[0].end < len(noun) or not last.noun:
        return ""
    sizes = figure_pattern().finditer(last.noun)
    size = next((one for one in sizes if vocabulary.units()[one["unit"]]["kind"] == "money"), None)
    if not size:
        return noun + last.noun
    head, tail = last.noun[: size.start()], last.noun[size.end() :]
    passed = ending(head, lexicon.signs("passing"))
    return head.removesuffix(passed) + noun + tail


def _passed_like(noun: str, last: Reading) -> str:
    """营业收入超10亿元的企业3家、|超亿元的30家: what is passed, and by whom, is said once."""
    particle, passing = lexicon.adjuncts("particle")[0], lexicon.signs("passing")
    if not noun.startswith(passing):
        return ""
    whole = re.fullmatch(f"(?P<head>.*?)(?:{any_of(passing)})[^{particle}]*{particle}(?P<tail>.+)", last.noun)
    tail = "" if particle in noun.rstrip(particle) else particle + whole["tail"] if whole else ""
    return whole["head"] + noun.rstrip(particle) + tail if whole else ""
