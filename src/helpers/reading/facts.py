"""Whether a figure tells of what was, not of what is promised."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns, reject_words
from helpers.reading.bare_nouns import noun_of
from helpers.reading.clauses import REACH, Place
from helpers.reading.patterns import ASIDE, any_of, has_any
from helpers.reading.periods import printed_span, printed_year
from helpers.reading.structure import Paragraph
from helpers.reading.verbs_at_end import strip_right

#: Signs of a text that may be nothing but a report.
LONGEST_REPORT = 3_000


def reject_fact(place: Place, first_year: int) -> str:
    """What was reported: governed by a past year, or told by a word of the past with no aim behind it."""
    first, last = place.paragraph.reported
    if (
        first <= place.figure.start < last
        or _is_reviewed(place)
        or _is_done(place, first_year)
        or _is_listed_as_existing(place)
    ):
        return "fact"
    # What brackets hold (扣除2026年专项支出) puts nothing behind them in the past.
    before = ASIDE.sub("", reject_words.comparison().sub("", place.sentence_before))
    years = [one for one in _years_of(before) if one[1] >= first_year or not _of_the_object(before, one[0])]
    if years:
        past = _is_past_year(before, *years[-1], first_year)
        return "fact" if past else ""
    if place.before.rstrip().endswith(lexicon.signs("promised")):
        return ""
    past = max(_last_past(before), _last_of(before, lexicon.signs("going_on")), _last_done(before))
    # A forecast beside words of the past is one of the year that is ending.
    aim = _last_of(before, _aims() if past < 0 else _aims_but_forecasts())
    if past >= 0 or aim >= 0:
        forecast = past < 0 and _last_of(before, _aims_but_forecasts()) < 0
        return "fact" if past > aim or (forecast and _is_year_over(_earlier(place), first_year)) else ""
    return "fact" if _is_told_before(place, first_year) else ""


def _is_past_year(before: str, end: int, year: int, first_year: int) -> bool:
    """Whether the last year that a sentence names, which ends at ``end``, is one that it reports of."""
    past = _last_past(before)
    aims = _aims() if past < 0 else _aims_but_forecasts()
    aim = _last_of(before, aims)
    done = max((match.end() for match in reject_words.done().finditer(before)), default=-1)
    if year == first_year:
        if aim < 0 and _ends_span(before, end, first_year):
            return True
        return past > max(aim, -1) and _last_of(before[end:], aims) <= _last_past(before[end:])
    if year > first_year:
        return (done > end and done > aim) or past > max(end, aim)
    # A forecast of a year that is over was one of how it would end.
    return _last_of(before[end:], _aims_but_forecasts()) <= _last_past(before[end:])


def _ends_span(text: str, end: int, first_year: int) -> bool:
    """Whether the year that ends here closes a span of years that began before the plan: 2023—2025年 in 2025."""
    spans = [match for match in printed_span().finditer(text) if match.end() >= end]
    return bool(spans) and int(spans[-1][1]) < first_year


def _is_told_before(place: Place, first_year: int) -> bool:
    """Whether what stands before the figure's sentence in its paragraph puts it in the past."""
    earlier = _earlier(place)
    if reject_words.running_now().search(place.sentence_before):
        return False  # 今年,… begins anew
    if _years_of(earlier):
        return _is_year_over(earlier, first_year)
    # A paragraph that opens with the past (近年来,…) tells of it until it names an aim; so does running text, which has
    # no numbered items, from any word of the past on.
    opened = earlier.lstrip().startswith(lexicon.past_words())
    past, aim = _last_past(earlier), _last_of(earlier, _aims())
    if past < 0 and aim < 0:
        return place.paragraph.told
    return past > aim and (opened or not place.paragraph.section)


def carry_past(plain: str, paragraphs: Sequence[Paragraph], first_year: int) -> list[Paragraph]:
    """The paragraphs with what running text tells of: the past that one ends with goes on in the next until a word of
    time or of aim says otherwise; a numbered paragraph begins anew.
    """
    if _tells_no_aim(plain, paragraphs, first_year):
        return [replace(one, reported=(one.start, one.end)) for one in paragraphs]
    told, found, running = False, [], not any(one.section for one in paragraphs)
    for number, one in enumerate(paragraphs):
        told = told and not one.section
        found.append(replace(one, told=told, running=running))
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if following and not following.section:
            tells = _tells_of_past(plain[max(one.start, one.end - REACH) : one.end], first_year)
            told = told if tells is None else tells
    return found


def _tells_no_aim(plain: str, paragraphs: Sequence[Paragraph], first_year: int) -> bool:
    """Whether running text tells of the past and names no aim, no promise, no deadline and no year to come at all."""
    if len(plain) > LONGEST_REPORT or "\t" in plain or any(one.section for one in paragraphs):
        return False
    text = reject_words.comparison().sub("", plain)
    promises = has_any(text, lexicon.signs("promised")) or reject_words.running_now().search(text)
    ahead = promises or _last_of(text, _aims()) >= 0 or any(year > first_year for _, year in _years_of(text))
    return not ahead and max(_last_past(text), _last_done(text)) >= 0


def _tells_of_past(text: str, first_year: int) -> bool | None:
    """Whether a paragraph ends by telling of the past; ``None`` where it says neither."""
    text = reject_words.comparison().sub("", text)
    years, past, aim = _years_of(text), _last_past(text), _last_of(text, _aims())
    if years:
        last, year = years[-1]
        past, aim = (max(past, last), aim) if year < first_year else (past, max(aim, last))
    return None if past < 0 and aim < 0 else past > aim


def _is_reviewed(place: Place) -> bool:
    """Whether a heading tells of work done; one with a year (2027年工作回顾) tells of nothing in later years."""
    headings = place.paragraph.headings
    reviews = [one for one in headings if any(word in one for word in lexicon.signs("review"))]
    if not reviews:
        return False
    over = [year for _, year in _years_of(reviews[-1])]
    around = ";".join([*headings, place.text[place.surroundings[0] : place.figure.start]])
    return not over or all(year <= over[-1] for _, year in _years_of(around))


def _is_done(place: Place, first_year: int) -> bool:
    """Whether its own clause says that it is done: 建设了30个, 举办了超过30场, 30个项目已开工."""
    bare = strip_right(place.before)[0] if place.before else ""
    if place.before.endswith(lexicon.signs("done_particle")) or bare.endswith(lexicon.signs("done_particle")):
        return True
    rest = place.text[place.figure.end : min(place.sentence[1], place.next_start)]
    reported = lexicon.signs("completion_rate")
    if any(part.lstrip(" ,;、(").startswith(reported) for part in (place.before, rest)):
        return True  # 完成330个,完成率101.5%
    if reject_words.missed().match(rest):
        return True
    if reject_words.done_behind().match(rest):
        return _last_of(place.text[place.clause[0] : place.figure.start], _aims()) < 0
    return _is_against_year(place, first_year)


def _is_against_year(place: Place, first_year: int) -> bool:
    """Whether running text tells what was by a change against the year before, without bound, aim or year to come.

    Facts have decimals (同比下降8.6%); the level before such a change is one as well.
    """
    if place.paragraph.section:
        return False
    exact = "." in place.text[place.figure.start : place.figure.end] and not place.figure.quantity.operator
    compared = exact and any(word in place.before for word in lexicon.signs("on_year"))
    behind = place.text[place.figure.end : place.sentence[1]]
    if not compared and not reject_words.against_year().match(behind):
        return False
    said = "".join([*place.paragraph.headings, _earlier(place), place.sentence_before])
    if any(year > first_year for _, year in _years_of(place.sentence_before)):
        return False
    # A forecast with decimals (预计全年同比增长17.6%) is of the year that is ending.
    return _last_of(said, (*_aims_but_forecasts(), *lexicon.signs("year_work"))) < 0


def _is_listed_as_existing(place: Place) -> bool:
    """现有幼儿园20所、小学8所: nothing but that there are some leads in any of the list."""
    segment = place.text[place.segment[0] : place.clause[1]]
    existing = lexicon.signs("existing")
    if not has_any(segment, existing):
        return False
    listed = reject_words.existing().search(reject_words.comparison().sub("", segment))
    own = re.split(any_of(existing), place.before)[-1]
    return bool(listed) and set(noun_of(own)[1]) <= set(existing)


def _earlier(place: Place) -> str:
    """What stands before the figure's sentence in its paragraph, without what it compares with."""
    return reject_words.comparison().sub("", place.text[place.surroundings[0] : place.sentence[0]])


def _is_year_over(text: str, first_year: int) -> bool:
    """Whether the last year that a text names lies before the plan's first."""
    years = _years_of(text)
    return bool(years) and years[-1][1] < first_year


@cache
def _aims() -> tuple[str, ...]:
    # That a value is held (稳定在) is said of the past as well.
    urged = (word for word in vocabulary.commitment() if word not in lexicon.verbs("reach"))
    # 计划新建 is an aim, a plan's name (年度计划) is none.
    acts = {verb[:2] for role in ("delivery", "reach", "tail") for verb in lexicon.verbs(role)}
    planned = (word + act for word in lexicon.signs("planning") for act in (*acts, *lexicon.signs("planned")))
    return (*urged, *lexicon.signs("aim"), *planned)


@cache
def _aims_but_forecasts() -> tuple[str, ...]:
    return tuple(word for word in _aims() if word not in lexicon.signs("forecast"))


@lru_cache(maxsize=8)
def _last_past(text: str) -> int:
    """Where the last word of the past ends, or -1; 已 tells of it only with a figure behind it in its clause."""
    text = reject_words.hearsay().sub(lambda match: " " * len(match.group()), text)
    done = [match.end() for match in reject_words.done().finditer(text)]
    months = [match.end() for match in reject_words.past_months().finditer(text)]
    running = [match.end() for match in reject_words.running_years().finditer(text)]
    reports = [match.end() for match in reject_words.told_year().finditer(text)]
    told = _last_word(lexicon.past_words()).match(text)
    return max(told.end() if told else -1, *done[-1:], *months[-1:], *running[-1:], *reports[-1:], -1)


@lru_cache(maxsize=8)
def _last_done(text: str) -> int:
    """Where the last verb with the particle of what is done ends, or -1; it tells of its own sentence."""
    return max((match.end() for match in reject_words.has_done().finditer(text)), default=-1)


def _last_of(text: str, words: tuple[str, ...]) -> int:
    """Where the last of the words ends, or -1."""
    found = _last_word(words).match(_without_no_aims(text))
    return found.end() if found else -1


@cache
def _last_word(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f".*(?:{any_of(words)})", re.DOTALL)


@lru_cache(maxsize=8)
def _without_no_aims(text: str) -> str:
    """The text with blanks for words that hold a word of aim and are none; several questions are asked of one text."""
    return reject_words.no_aim().sub(lambda match: " " * len(match.group()), text)


def _years_of(text: str) -> list[tuple[int, int]]:
    """The years and ends of eras that a text names: where each stands, and the year."""
    years = [(match.end(), int(match[1])) for match in printed_year().finditer(text)]
    eras = [(match.end(), vocabulary.eras()[match.group()][1]) for match in reject_words.eras().finditer(text)]
    return sorted([*years, *eras])


def _of_the_object(text: str, end: int) -> bool:
    """Whether the year that ends here is part of what a verb right before it makes: 完工2024年续建项目."""
    return text[:end].rstrip(lexicon.signs("year")[0]).rstrip("0123456789 ").endswith(noun_patterns.made_verbs())
