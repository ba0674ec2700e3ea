"""The past that running text, which has no numbered items, carries from one paragraph into the next."""

from collections.abc import Sequence
from dataclasses import replace

from helpers.reading import lexicon, reject_words, told_words
from helpers.reading.clauses import REACH
from helpers.reading.patterns import ASIDE, has_any
from helpers.reading.structure import Paragraph
from helpers.reading.tenses import aims, last_done, last_of, last_past, years_of

#: Signs of a text that may be nothing but a report.
LONGEST_REPORT = 3_000


def carry_past(plain: str, paragraphs: Sequence[Paragraph], first_year: int) -> list[Paragraph]:
    """The paragraphs with what running text tells of: the past that one ends with goes on in the next until a word of
    time or of aim says otherwise; a numbered paragraph begins anew.
    """
    if _tells_no_aim(plain, paragraphs, first_year):
        return [replace(one, reported=(one.start, one.end)) for one in paragraphs]
    told, found, running = False, [], not any(one.section for one in paragraphs)
    for number, one in enumerate(paragraphs):
        told = told and not one.section
        found.append(replace(one, told=told, running=running) if told or running else one)
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if following and not following.section:
            tells = _tells_of_past(plain[max(one.start, one.end - REACH) : one.end], first_year)
            told = told if tells is None else tells
    return found


def year_told_of(plain: str, paragraphs: Sequence[Paragraph], first_year: int) -> int:
    """The plan's first year, or the one after it where running text tells of that year as over."""
    if "\t" in plain or any(one.section for one in paragraphs):
        return first_year
    told = told_words.year_over().finditer(reject_words.comparison().sub("", plain))
    over = any(int(one["ended"] or one["told"]) == first_year and last_of(one.group(), aims()) < 0 for one in told)
    return first_year + over


def _tells_no_aim(plain: str, paragraphs: Sequence[Paragraph], first_year: int) -> bool:
    """Whether running text tells of the past and names no aim, no promise, no deadline and no year to come at all."""
    if len(plain) > LONGEST_REPORT or "\t" in plain or any(one.section for one in paragraphs):
        return False
    text = reject_words.comparison().sub("", plain)
    promises = has_any(text, lexicon.signs("promised")) or told_words.running_now().search(text)
    promises = promises or told_words.announced().search(text)
    ahead = promises or last_of(text, aims()) >= 0 or any(year > first_year for _, year in years_of(text))
    return not ahead and max(last_past(text), last_done(text)) >= 0


def _tells_of_past(text: str, first_year: int) -> bool | None:
    """Whether a paragraph ends by telling of the past; ``None`` where it says neither."""
    text = ASIDE.sub("", reject_words.comparison().sub("", text))
    text = told_words.made_then().sub("", text)  # 去年改造的投放点
    years, aim = years_of(text), last_of(text, aims())
    past = max(last_past(text), last_done(text))
    if years:
        last, year = years[-1]
        past, aim = (max(past, last), aim) if year < first_year else (past, max(aim, last))
    return None if past < 0 and aim < 0 else past > aim
