"""What a figure's words leave out, taken from the figures behind it."""

import re
from dataclasses import replace
from functools import cache

from helpers.reading import lexicon, noun_patterns
from helpers.reading.bare_nouns import noun_counted_in
from helpers.reading.clauses import Place
from helpers.reading.expressions import find_amounts
from helpers.reading.nouns import Reading
from helpers.reading.patterns import any_of

#: The noun of the next figure stands no further ahead.
AHEAD = 200


def complete_ahead(words: Reading, place: Place) -> Reading:
    """A grade alone with the noun that only the next figure has (2家国家级和5家省级|物流园区), a criterion with whose
    it is (2家营收超5亿元、3家超亿元|的企业), and a verb and a figure with the noun that follows the next ones
    (新增6个、提升9个|景区村庄).
    """
    if words.noun_follows and (whose := _whose_criterion(words.noun, place)):
        return replace(words, noun=words.noun + whose)
    bare = not words.noun and words.verbs and noun_patterns.verb_between().fullmatch(place.after)
    if not bare and not (words.noun_follows and noun_patterns.grade().fullmatch(words.noun)):
        return words
    rest = place.text[place.next_start : min(place.clause[1], place.next_start + AHEAD)]
    amounts = find_amounts(rest)
    ends = [*(one.start for one in amounts[1:]), len(rest)]
    nouns = [noun_counted_in(rest[:end], one.end) for one, end in zip(amounts, ends, strict=False)]
    # 3个千亿级、5个五百亿级、10个百亿级|产业集群
    following = next((one for one in nouns if bare or noun_patterns.grade().sub("", one, count=1)), "")
    noun = following if bare else words.noun + noun_patterns.grade().sub("", following, count=1)
    return replace(words, noun=noun, noun_follows=True)


def _whose_criterion(noun: str, place: Place) -> str:
    """Of whom it is a criterion, said behind the last of a list: 2家接待量超100万人次、5家超50万人次|的滑雪场."""
    amounts = find_amounts(noun)
    if noun.startswith(lexicon.signs("passing")) or not amounts or amounts[-1].end != len(noun):
        return ""
    found = _criteria_behind().match(place.text, place.figure.end, place.clause[1])
    return found["whose"] if found else ""


@cache
def _criteria_behind() -> re.Pattern[str]:
    """The rest of a list of counts with what each of them passes, and of whom all that is a criterion."""
    amount, passing = "[0-9][0-9.]*[^,、;。:0-9]{1,5}?", any_of(lexicon.signs("passing"))
    item = f"、[0-9]+[^,、;。:0-9]{{1,2}}[^,、;。:0-9]{{0,6}}?(?:{passing}){amount}"
    return re.compile(f"[^,、;。:]{{1,20}}(?:{item})+(?P<whose>{lexicon.adjuncts('particle')[0]}[^,、;。:0-9]{{2,16}})")
