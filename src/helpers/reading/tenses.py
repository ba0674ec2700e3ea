"""Where a text speaks of what was, and where of what is aimed at."""

import re
from functools import cache, lru_cache

from helpers import vocabulary
from helpers.reading import lexicon, reject_words, told_words
from helpers.reading.clauses import Place
from helpers.reading.patterns import any_of, at_signs, has_any
from helpers.reading.periods import printed_year

#: No part of a year is longer (第一季度,).
PART_LONGEST = 6


@cache
def aims() -> tuple[str, ...]:
    # That a value is held (稳定在) is said of the past as well.
    urged = (word for word in vocabulary.commitment() if word not in lexicon.verbs("reach"))
    # 计划新建 is an aim, a plan's name (年度计划) is none.
    acts = {verb[:2] for role in ("delivery", "reach", "tail") for verb in lexicon.verbs(role)}
    planned = (word + act for word in lexicon.signs("planning") for act in (*acts, *lexicon.signs("planned")))
    return lexicon.Words((*urged, *lexicon.signs("aim"), *planned))


@cache
def aims_but_forecasts() -> tuple[str, ...]:
    return lexicon.Words(word for word in aims() if word not in lexicon.signs("forecast"))


@lru_cache(maxsize=8)
def last_past(text: str) -> int:
    """Where the last word of the past ends, or -1; 已 tells of it only with a figure behind it in its clause."""
    if has_any(text, (*lexicon.signs("no_past"), *lexicon.signs("first_time"))):
        text = reject_words.no_past().sub(lambda match: " " * len(match.group()), text)
    if has_any(text, lexicon.signs("hearsay")):
        text = told_words.hearsay().sub(lambda match: " " * len(match.group()), text)
    done = [match.end() for match in reject_words.done().finditer(text)]
    dated = lexicon.signs("month")[0] in text
    months = [match.end() for match in told_words.past_months().finditer(text)] if dated else []
    running = [match.end() for match in told_words.running_years().finditer(text)]
    reported = has_any(text, lexicon.signs("told_year"))
    reports = [match.end() for match in told_words.told_year().finditer(text)] if reported else []
    return max(_last_told(text), *done[-1:], *months[-1:], *running[-1:], *reports[-1:], -1)


def _last_told(text: str) -> int:
    """Where the last word of the past ends, or -1; a part of this year that is aimed at (确保今年上半年) is none."""
    told = _last_word(lexicon.past_words()).match(text)
    while told and has_any(text[max(0, told.end() - PART_LONGEST) : told.end()], lexicon.signs("part_of_year")):
        word = next(word for word in lexicon.past_words() if text.endswith(word, 0, told.end()))
        if not text[: told.end() - len(word)].endswith(aims()):
            break
        told = _last_word(lexicon.past_words()).match(text[: told.end() - len(word)])
    return told.end() if told else -1


@lru_cache(maxsize=8)
def last_done(text: str) -> int:
    """Where the last verb with the particle of what is done ends, or -1; it tells of its own sentence."""
    return max((match.end() for match in reject_words.has_done().finditer(text)), default=-1)


def last_of(text: str, words: tuple[str, ...]) -> int:
    """Where the last of the words ends, or -1."""
    found = _last_word(words).match(_without_no_aims(text))
    return found.end() if found else -1


@cache
def _last_word(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f".*{at_signs(any_of(words), words)}", re.DOTALL)


@lru_cache(maxsize=8)
def _without_no_aims(text: str) -> str:
    """The text with blanks for words that hold a word of aim and are none; several questions are asked of one text."""
    return reject_words.no_aim().sub(lambda match: " " * len(match.group()), text)


def years_of(text: str) -> list[tuple[int, int]]:
    """The years and ends of eras that a text names: where each stands, and the year."""
    years = [(match.end(), int(match[1])) for match in printed_year().finditer(text)]
    eras = [(match.end(), vocabulary.eras()[match.group()][1]) for match in reject_words.eras().finditer(text)]
    return sorted([*years, *eras])


def earlier_in_paragraph(place: Place) -> str:
    """What stands before the figure's sentence in its paragraph, without what it compares with."""
    return reject_words.comparison().sub("", place.text[place.surroundings[0] : place.sentence[0]])


def is_reviewed(place: Place) -> bool:
    """Whether a heading tells of work done; one with a year (2027年工作回顾) tells of nothing in later years."""
    headings = place.paragraph.headings
    reviews = _reviews(headings)
    if not reviews:
        return False
    over = _years_reviewed(reviews[-1])
    below = headings[headings.index(reviews[-1]) :]  # a report's title (2028年政府工作报告) stands above
    around = ";".join([*below, place.text[place.surroundings[0] : place.figure.start]])
    return not over or all(year <= over[-1] for _, year in years_of(around))


@lru_cache(maxsize=16)  # the figures of a paragraph stand under the same headings
def _reviews(headings: tuple[str, ...]) -> tuple[str, ...]:
    # 夯实发展基础 is to be done, 发展基础 is there
    told = (one for one in headings if not has_any(one, lexicon.signs("no_review")))
    return tuple(one for one in told if has_any(one, lexicon.signs("review")))


def _years_reviewed(heading: str) -> list[int]:
    """The years that a heading reviews: those before the word for it (2026年成绩单和2027年目标), else all."""
    word = min(heading.find(one) for one in lexicon.signs("review") if one in heading)
    years = years_of(heading)
    return [year for end, year in years if end <= word] or [year for _, year in years]
