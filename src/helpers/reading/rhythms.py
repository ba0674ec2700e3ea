"""Whether the word of rhythm of one figure (每年, 累计) goes on in the next."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns
from helpers.reading.clauses import Place
from helpers.reading.nouns import Reading
from helpers.reading.periods import lasting_pattern, read_rhythm, relative_pattern, time_pattern
from helpers.reading.rhythm_words import read_rhythm_word

if TYPE_CHECKING:
    from helpers.reading.targets import Target


def rhythm_goes_on(place: Place, own: Reading, verbs: Sequence[str], last: "Target", *, listed: bool) -> bool:
    """Whether the rhythm of the figure before goes on in one that has no time of its own."""
    grown = not own.noun and ({*verbs} - {*own.verbs}) & {*lexicon.signs("grows")}
    if grown:
        return True  # 年均增长8%,力争达到10%
    verbs = _without_rhythm(verbs)
    between = place.text[last.place.figure.end : place.figure.start]  # 每年新增8万亩,到2029年,总面积达到40万亩
    timed = _time().search(between)
    parted = last.place.segment != place.segment  # 每年支持创业者5万名;支持团队800个
    again = bool(verbs) and _does_the_same(verbs, last, listed=listed, parted=parted)
    return not timed and (again or _shares_rhythm(place, own, last))


def without_years(text: str) -> str:
    """The text without the years that it names."""
    return _time().sub("", text)


@cache
def _time() -> re.Pattern[str]:
    return re.compile(f"{time_pattern()}|{lasting_pattern()}|{relative_pattern()}")


def _does_the_same(verbs: Sequence[str], last: "Target", *, listed: bool, parted: bool) -> bool:
    """Whether the same is done again, or this says whom it reaches: 每年举办讲座40场,惠及6000户.

    That two subjects reach a value is the same only in one list: 累计达到60万户;占比达到7% sums up no share.
    """
    done = listed or any(verb in lexicon.verbs("delivery") for verb in verbs)
    before = _without_rhythm(last.words.verbs)
    again = done and verbs[: len(before)] == before and bool(before) and not parted
    made = any(verb in lexicon.verbs("delivery") for verb in before)
    # 每年举办招聘会20场,培训2万人次: what goes on goes on each year.
    flows = not parted and read_rhythm(last.rhythm) == "annual" and any(verb in lexicon.signs("flow") for verb in verbs)
    return again or (made and (flows or verbs[0] in lexicon.signs("brings")))


def _shares_rhythm(place: Place, own: Reading, last: "Target") -> bool:
    """Whether it is one of the same list, or a part of what was counted: 累计新建甲10个、改造乙20个; 其中丙5个."""
    if place.figure.quantity.kind != last.place.figure.quantity.kind or place.figure.quantity.kind == "percent":
        return False
    told = place.text[last.place.figure.end : place.figure.start].lstrip(" ,")
    if told.startswith(lexicon.signs("thereof")):
        return True
    hows = (*noun_patterns.bounds(), *vocabulary.commitment())
    done = [verb for verb in own.verbs if verb not in hows or verb in lexicon.verbs_of_staying()]
    same_unit = place.figure.quantity.unit == last.place.figure.quantity.unit
    # 每年新增就业60万人,帮扶失业人员就业13万人: the same is counted in the next clause.
    anew = any(verb in vocabulary.commitment() for verb in own.verbs)
    next_clause = same_unit and last.place.segment == place.segment and not anew
    near = last.place.clause == place.clause or next_clause
    listed = near and all(verb in lexicon.verbs("delivery") for verb in done)
    reached = {verb for role in ("passing", "reaching", "reaching_short") for verb in lexicon.signs(role)}
    if same_unit and not own.noun and reached.issuperset(done):
        return True  # 累计客运量达到1亿人次、力争突破1.2亿人次
    return listed or (not done and bool(own.verbs) and same_unit)


def _without_rhythm(verbs: Sequence[str]) -> tuple[str, ...]:
    """Verbs without the words of rhythm among them: 每年, 累计."""
    return tuple(verb for verb in verbs if not read_rhythm_word(verb))
