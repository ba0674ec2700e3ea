"""What a figure's words leave out, taken from the figures behind it."""

from dataclasses import replace

from helpers.reading import noun_patterns
from helpers.reading.bare_nouns import noun_counted_in
from helpers.reading.clauses import Place
from helpers.reading.expressions import find_amounts
from helpers.reading.nouns import Reading

#: The noun of the next figure stands no further ahead.
AHEAD = 200


def complete_ahead(words: Reading, place: Place) -> Reading:
    """A grade alone with the noun that only the next figure has (2家国家级和5家省级|物流园区); and a verb and a figure
    with the noun that follows the next ones (新增6个、提升9个|景区村庄).
    """
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
