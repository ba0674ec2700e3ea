"""A figure with what its own words say, and what it shares with the figures before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, takewhile

from helpers import vocabulary
from helpers.reading import lexicon, noun_parts, noun_patterns
from helpers.reading.areas import is_area
from helpers.reading.bare_nouns import behind_label, closed
from helpers.reading.clauses import Place
from helpers.reading.completing import complete, is_pace
from helpers.reading.completing_ahead import complete_ahead
from helpers.reading.coordination import dealt_to, gives_each, is_dealt, run_of
from helpers.reading.grouping import without_groups
from helpers.reading.nouns import Reading, read_words
from helpers.reading.patterns import any_of, opening
from helpers.reading.quantities import Quantity
from helpers.reading.ranks import without_rank
from helpers.reading.rhythm_words import read_rhythm_word
from helpers.reading.rhythms import rhythm_goes_on, without_years
from helpers.reading.subjects import changing_subject, first_cell, maker_before, subject_before, title_of_item
from helpers.reading.verbs_at_end import is_time
from helpers.reading.yearly_output import with_yearly_output

#: No clause counts more that one figure is given to.
MOST = 6
#: What a sentence leaves out stands no more figures before it.
NEAR = 6


@dataclass(frozen=True)
class Target:
    """A figure with what its own words and those before it say."""

    place: Place
    words: Reading
    rhythm: str = ""
    completed: bool = False


def read_target(place: Place, history: Sequence[Target]) -> Target:
    """The figure with the words that it shares with those before it in the paragraph completed from there."""
    last = history[-1] if history else None
    same_clause = last is not None and last.place.clause == place.clause
    same_sentence = last is not None and last.place.sentence == place.sentence
    before = _own_before(place, last) if same_clause else place.before
    if place.figure.quantity.measure:
        before = before.rstrip('“"')  # 总量实现“翻番”
    if place.figure.quantity.kind == "percent" and "(" in before:
        before = noun_parts.reached_aside().sub("", before)
    before, rank = without_rank(place, without_groups(before))
    own = words = read_words(place, before, led=same_clause and last.words.led)
    words = replace(words, verbs=(*words.verbs, *rank)) if rank else words
    done, unit = _last_deed(words), place.figure.quantity.unit
    if (not words.noun or is_area(words.noun)) and done in lexicon.signs("names_itself"):
        again = same_sentence and not words.noun and unit == last.place.figure.quantity.unit
        # 培训200人, 东城区投入2亿元; but 培训技工3万人次,其中2027年|培训|1万人次
        words = replace(words, noun=last.words.noun if again and done in last.words.verbs else words.noun + done)
    reached = any(verb in lexicon.verbs("reach") for verb in words.verbs)
    if unit in lexicon.signs("unit_is_noun") and unit not in words.noun and not (words.noun and reached):
        words = replace(words, noun=words.noun + unit)  # 新增养老1000床位
    known = _known(place, words, _whole_of(place, words, history)) if last else None
    words = complete_ahead(words, place)
    noun = closed(words.noun).rstrip("".join(lexicon.adjuncts("particle")))
    words = replace(words, noun=noun) if noun != words.noun else words
    words = with_yearly_output(words, place)
    shared = _given_to_all(place, words, history) or (None if words.noun else _dealt_before(place, history))
    shared = shared or changing_subject(place) or maker_before(place) or known or _said_before(place, words, history)
    shared = shared or first_cell(place) or subject_before(place)
    shared = shared if words.noun or (shared and shared.noun) else title_of_item(place) or shared
    if shared:
        unit = last.place.figure.quantity.unit if shared is known else ""
        words = complete(words, shared, place, unit=unit, chained=bool(last and last.completed))
    summed = _verbs_of_sum(words, place, before, last if same_sentence else None)
    noun, verbs = behind_label(words.noun), (*_floor_of_each(before), *summed)
    rhythm = read_rhythm_word(before) or read_rhythm_word(own.verbs[-1] if own.verbs else "")  # (10%)的年均增速
    if not rhythm and same_sentence and rhythm_goes_on(place, own, verbs, last, listed=same_clause):
        rhythm = last.rhythm
    named = words if (noun, verbs) == (words.noun, words.verbs) else replace(words, noun=noun, verbs=verbs)
    return Target(place, named, rhythm, completed=words.noun != own.noun)


def _whole_of(place: Place, words: Reading, history: Sequence[Target]) -> Target:
    """The figure before, or the whole that it is a part of, where a semicolon parts this one from the part: 退税商店
    300家,其中即买即退商店100家;2028年达到|800家.
    """
    last, unit = history[-1], place.figure.quantity.unit
    if len(history) > 1 and place.before.lstrip(" ,").startswith(lexicon.signs("thereof")):
        # 建成8万套,比上年翻两番,其中|公寓3万套: a part is of what is counted like it.
        before = history[-2].place
        alike = unit == before.figure.quantity.unit != last.place.figure.quantity.unit
        return history[-2] if alike and before.sentence == place.sentence else last
    parted = not words.noun and last.place.segment != place.segment and len(history) > 1
    part = last.place.before.startswith(lexicon.signs("thereof"))
    return history[-2] if parted and part and history[-2].place.segment == last.place.segment else last


def _known(place: Place, words: Reading, last: Target) -> Reading | None:
    """What the figure before says that this one may leave out."""
    if last.place.sentence != place.sentence:
        # 新增球场78块。具体为:东城区6块: a list of places tells the parts of what was counted before.
        near = _is_part_of(place, last) or is_area(words.noun) or _carries_on(place, words, last)
        if not near:
            return None
    parted = last.place.segment != place.segment and not _is_part_of(place, last)
    return replace(last.words, led=False) if parted else last.words  # a semicolon ends what a verb leads in


def _last_deed(words: Reading) -> str:
    done = next((verb for verb in reversed(words.verbs) if verb not in noun_patterns.bounds()), "")
    return done.removeprefix(lexicon.signs("year")[0])


def _verbs_of_sum(words: Reading, place: Place, before: str, last: Target | None) -> tuple[str, ...]:
    """The verbs without those that say what is new, where a sum so far stands beside it: 新增2400户(累计约3600户)单位
    纳入平台; 新增基站1000座,累计建设基站4600座.
    """
    opened = before.rpartition("(")
    summed = opened[1] and read_rhythm_word(opened[2]) and place.after.startswith(")")
    gone = lexicon.verbs("tail") if summed else ()
    if last and last.words.noun and last.words.noun in words.noun and {*last.words.verbs} & {*lexicon.signs("anew")}:
        gone = lexicon.verbs("delivery") if any(verb in lexicon.signs("summed") for verb in words.verbs) else gone
    return tuple(verb for verb in words.verbs if verb not in gone)


def _floor_of_each(before: str) -> tuple[str, ...]:
    """The word for each, where each of many has at least so many: 各区至少建有1所."""
    return (found["each"],) if (found := _each_at_least().search(before)) else ()


@cache
def _each_at_least() -> re.Pattern[str]:
    floor = lexicon.signs("at_least")[0]
    return re.compile(f"(?P<each>{any_of(lexicon.signs('each'))})[^,]{{1,14}}{floor}")


def is_stated(target: Target, last: Target | None = None) -> bool:
    """Whether there is a noun, and for a count before its noun a verb that says what is done with it, in the noun
    what becomes of those counted (1.7万人取得证书), or another without a verb right before it (加氢站10座,500辆汽车).
    """
    words, place = target.words, target.place
    told = words.verbs or any(word in words.noun for word in lexicon.signs("comes_true"))
    listed = last and last.place.segment == place.segment and place.clause[0] == last.place.clause[1] + 1
    told = told or (listed and not last.words.verbs and last.words.noun and last.place.figure.quantity.kind == "count")
    kind = place.figure.quantity.kind
    return bool(words.noun) and bool(told or not words.noun_follows or kind != "count")


def _is_part_of(place: Place, last: Target) -> bool:
    """Whether it opens the sentence behind a count with a part of it: 完成126所。其中,|新建78所."""
    opened = place.sentence_before.lstrip().startswith(lexicon.signs("thereof"))
    return opened and place.figure.quantity.unit == last.place.figure.quantity.unit


def _carries_on(place: Place, words: Reading, last: Target) -> bool:
    """Whether the next sentence says no more than when and what value is reached: 达到30亿元。到2027年,达到|50亿元."""
    changed = any(verb in lexicon.verbs("reach") or verb in lexicon.verbs_of_staying() for verb in words.verbs)
    alike = changed and not words.noun and _measures_alike(place.figure.quantity, last.place.figure.quantity)
    if not alike or place.sentence[0] != last.place.sentence[1] + 1:
        return False
    told = "".join(without_years(place.sentence_before).split(",")).strip(" ")
    told = told.removeprefix(opening(told, lexicon.adjuncts("scope")))  # 我们|希望到2027年
    return told in ("", "".join(_without_times(words)))


def _measures_alike(quantity: Quantity, other: Quantity) -> bool:
    """Whether two values are of one unit, or a percentage is what one moves to by points."""
    return quantity.unit == other.unit or (quantity.kind, other.kind) == ("percent", "points")


def _without_times(words: Reading) -> tuple[str, ...]:
    return tuple(verb for verb in words.verbs if not is_time(verb))


def rule_of(target: Target) -> str:
    """The name of the rules that found the noun."""
    names = ["noun after figure" if target.words.noun_follows else "noun before figure"]
    names += ["completed from the figure before"] if target.completed else []
    names += ["dealt out"] if is_dealt(target.place) else []
    return ", ".join(names)


def _said_before(place: Place, words: Reading, history: Sequence[Target]) -> Reading | None:
    """海上风电开工500万千瓦。到2029年,|开工|1200万千瓦: what the sentence before said of the same verb."""
    unit = place.figure.quantity.unit
    if words.noun or not words.verbs or unit not in lexicon.signs("extent"):
        return None
    alike = [one.words for one in history[-NEAR:] if one.place.figure.quantity.unit == unit]
    same = [one for one in alike if one.verbs[-1:] == words.verbs[-1:]]
    return replace(same[-1], verbs=(), led=False) if same else None


def _dealt_before(place: Place, history: Sequence[Target]) -> Reading | None:
    """What the clauses before counted in the same order: 游客8万人次,收入9亿元;2028年分别达到10万人次、11亿元."""
    place_in_list, count = dealt_to(place) if is_dealt(place) else run_of(place)
    # The first figure of the list may be no target, or have a noun of its own.
    if place_in_list and (len(history) < place_in_list or not history[-place_in_list].completed):
        return None
    # The nearest first: a paragraph may hold any number of figures.
    of_sentence = takewhile(lambda one: one.place.sentence == place.sentence, reversed(history))
    earlier = list(islice((one for one in of_sentence if one.place.clause != place.clause), count))
    if not count or len(earlier) < count:
        return None
    same = earlier[count - 1 - place_in_list]
    fits = place.figure.quantity.unit in (same.place.figure.quantity.unit, vocabulary.percent())
    verbs = history[-1].words.verbs if place_in_list else ()
    return replace(same.words, verbs=verbs, led=False) if fits else None


def _given_to_all(place: Place, words: Reading, history: Sequence[Target]) -> Reading | None:
    """All that the clause before counts, where one pace is that of each: 交易额3亿元、零售额9亿元,增速分别达到|10%."""
    last = history[-1].place if history else None
    beside = last and last.sentence == place.sentence and last.clause[1] + 1 == place.clause[0]
    if not beside or place.figure.quantity.kind != "percent" or (words.noun and not is_pace(words.noun, place)):
        return None
    if not (dealt_to(place) == (0, 1) or (gives_each(place) and not is_dealt(place))):
        return None
    of_clause = takewhile(lambda one: one.place.clause == last.clause, reversed(history))
    nouns = [one.words.noun for one in islice(of_clause, MOST)][::-1]
    joined = lexicon.signs("list_join")[0].join(nouns)
    return Reading(joined) if len(nouns) > 1 and all(nouns) else None


def _own_before(place: Place, last: Target) -> str:
    """What stands between the figure before in the clause and this one, without what belongs to that one."""
    return _behind_last_join(place.before) if last.words.noun_follows else _without_join(place.before)


def _without_join(text: str) -> str:
    """The text without the word that joins it to the figure before: 规模超过8亿元|和|人均面积达到3平方米."""
    if noun_patterns.whole().match(text):
        return text
    join = next((sign for sign in lexicon.signs("join") if text.startswith(sign)), "")
    return text.removeprefix(join) if len(text) > len(join) + 1 else text


def _behind_last_join(text: str) -> str:
    if led := noun_patterns.next_made().search(text):
        return text[led.end() :]  # 机场、|改扩建东庄、西庄(2个)
    places = [text.rfind(sign) + len(sign) for sign in (*lexicon.signs("join"), ",") if sign in text]
    return text[max(places) :] if places else text
