"""A plan's text → what it states, and every numeral that is no target."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from helpers.reading import lexicon
from helpers.reading.bare_nouns import noun_counted_in, noun_of, read_industry, read_subject
from helpers.reading.characters import to_plain
from helpers.reading.clauses import REACH, Place, places_of
from helpers.reading.completing import complete, complete_ahead
from helpers.reading.coordination import dealt_year, is_dealt, share_out, shared_bound
from helpers.reading.expressions import Expression, find_expressions
from helpers.reading.facts import reject_fact
from helpers.reading.nouns import Reading, read_words
from helpers.reading.ranks import without_rank
from helpers.reading.rejecting import reject, reject_bare
from helpers.reading.scopes import read_commitment, read_periods, read_rhythm_word
from helpers.reading.statements import STATEMENT_COLUMNS, Rejection, Statement
from helpers.reading.structure import Paragraph, read_paragraphs
from helpers.reading.tables import Cell, name_bodies, read_tables

TITLE = re.compile("《([^》]+)》")
TITLE_WITHIN, TITLE_SHORTEST, TITLE_LONGEST = 600, 6, 60
#: A line of words, told from one that holds a date or a number.
WORDS = re.compile(r"[\u4e00-\u9fff]{4}")
EMPTY = dict.fromkeys(STATEMENT_COLUMNS, "")


@dataclass(frozen=True)
class Extraction:
    """All numerals of a text, parted into statements and rejected figures."""

    statements: list[Statement]
    rejections: list[Rejection]


@dataclass(frozen=True)
class _Target:
    """A figure with what its own words and those before it say."""

    place: Place
    words: Reading
    rhythm: str = ""
    completed: bool = False


def extract(text: str, first_year: int) -> Extraction:
    """Every target and every rejected figure of a plan's text; ``first_year`` is the plan's first year."""
    plain = to_plain(text)
    figures = find_expressions(plain)
    starts = [figure.start for figure in figures]
    themes = find_themes(plain)
    paragraphs = [replace(one, headings=(*themes, *one.headings)) for one in read_paragraphs(plain)]
    paragraphs = name_bodies(plain, paragraphs)
    cells = {cell.start: cell for cell in read_tables(plain, paragraphs, first_year)}
    within = {place for cell in cells.values() for place in range(cell.start, cell.end)}
    statements = [_of_cell(text, cell) for cell in cells.values() if not cell.reason]
    rejections = [
        _rejected(text, Expression(cell.start, cell.end), cell.reason) for cell in cells.values() if cell.reason
    ]
    for paragraph in paragraphs:
        inside = figures[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        found = _read(text, plain, paragraph, [one for one in inside if one.start not in within], first_year)
        statements += found.statements
        rejections += found.rejections
    return Extraction(
        sorted(statements, key=lambda entry: entry.char_start), sorted(rejections, key=lambda entry: entry.char_start)
    )


def _read(text: str, plain: str, paragraph: Paragraph, figures: list[Expression], first_year: int) -> Extraction:
    """One paragraph; its outermost heading is what the document is about."""
    statements: list[Statement] = []
    rejections = [_rejected(text, figure, reject_bare(plain, figure)) for figure in figures if not figure.quantity]
    reasons = {place.figure: reject(place) for place in places_of(plain, paragraph, figures)}
    rejections += [_rejected(text, figure, reason) for figure, reason in reasons.items() if reason]
    # What is no amount of its own (产值10亿元以上的企业) is part of the words around the amounts that are.
    last: _Target | None = None
    for place in places_of(plain, paragraph, [figure for figure, reason in reasons.items() if not reason]):
        target = _target(place, last)
        reason = reject_fact(place, first_year) or ("" if _is_stated(target) else "structure")
        last = target
        if reason:
            rejections.append(_rejected(text, place.figure, reason))
        else:
            statements += _statements(text, target, paragraph, first_year)
    return Extraction(statements, rejections)


def find_themes(plain: str) -> tuple[str, ...]:
    """What the document is about, the outermost headings of all its figures: its first line of words, and the first
    title in it.
    """
    lines = (line.strip() for line in plain[:TITLE_WITHIN].split("\n"))
    headline = next((line for line in lines if WORDS.search(line)), "")
    titled = TITLE.search(plain[:TITLE_WITHIN])
    headline = headline if len(headline) <= TITLE_LONGEST else ""
    title = titled[1] if titled and len(titled[1]) >= TITLE_SHORTEST else ""
    return tuple(term for term in (headline, title if title not in headline else "") if term)


def _target(place: Place, last: _Target | None) -> _Target:
    """The figure with the words that it shares with the one before it completed from there."""
    same_clause = last is not None and last.place.clause == place.clause
    same_sentence = last is not None and last.place.sentence == place.sentence
    before = place.before
    if same_clause and last.words.noun_follows:
        before = _behind_last_join(before)
    before, rank = without_rank(place, before)
    own = words = read_words(place, before, led=same_clause and last.words.led)
    words = replace(words, verbs=(*words.verbs, *rank))
    if not words.noun and words.verbs and words.verbs[-1] in lexicon.signs("names_itself"):
        words = replace(words, noun=words.verbs[-1])  # 培训200人
    known = last.words if same_sentence else None
    if known and last.place.segment != place.segment:
        known = replace(known, led=False)  # a semicolon ends what a verb leads in
    words = complete_ahead(words, place)
    shared = _changing_subject(place) or known or _first_cell(place) or _subject_before(place)
    if shared:
        words = complete(words, shared, place)
    rhythm = read_rhythm_word(before)
    if not rhythm and same_sentence and words.verbs == last.words.verbs:
        rhythm = last.rhythm
    return _Target(place, words, rhythm, completed=words.noun != own.noun)


def _is_stated(target: _Target) -> bool:
    """Whether there is a noun, and for a count before its noun a verb that says what is done with it, or in the noun
    what becomes of those counted (1.7万人取得证书).
    """
    words, kind = target.words, target.place.figure.quantity.kind
    told = words.verbs or any(word in words.noun for word in lexicon.signs("comes_true"))
    return bool(words.noun) and bool(told or not words.noun_follows or kind != "count")


def _first_cell(place: Place) -> Reading | None:
    """The noun of a table's first cell of words, which the cells behind it leave out."""
    start = max(place.paragraph.start, place.figure.start - REACH)
    cells = place.text[start : place.figure.start].split("\t")[:-1]
    nouns = (noun_of(cell.strip(), reached=True)[0] for cell in cells if WORDS.search(cell))
    return next((Reading(noun) for noun in nouns if noun), None)


def _changing_subject(place: Place) -> Reading | None:
    """The subject of the clause just before that has no figure of its own: 收入占比逐年提高,到2027年突破35%."""
    clauses = re.split("[,;]", place.text[max(place.sentence[0], place.last_end) : place.clause[0]].rstrip(" ,;"))
    if place.last_end > place.sentence[0]:
        clauses = clauses[1:]  # the rest of the clause of the figure before
    clause = clauses[-1].strip() if clauses else ""
    subject = read_subject(clause) or read_industry(clause)
    return Reading(subject) if subject and not subject.startswith(lexicon.signs("compared")) else None


def _subject_before(place: Place) -> Reading | None:
    """The noun of the clause before, which a bare figure may leave out."""
    clauses = [part for part in place.text[place.sentence[0] : place.clause[0]].split(",") if part]
    if not clauses:
        return None
    amounts = [one for one in find_expressions(clauses[-1]) if one.quantity]
    if amounts:
        return Reading(noun_counted_in(clauses[-1], amounts[-1].end))
    return Reading(noun_of(clauses[-1])[0])


def _behind_last_join(text: str) -> str:
    places = [text.rfind(sign) + len(sign) for sign in (*lexicon.signs("join"), ",") if sign in text]
    return text[max(places) :] if places else text


def _statements(text: str, target: _Target, paragraph: Paragraph, first_year: int) -> list[Statement]:
    place, words = target.place, target.words
    periods = read_periods(place, first_year, target.rhythm)
    if dealt := dealt_year(place):
        periods = replace(periods, clause=dealt, sentence="", paragraph="")
    commitment = read_commitment(place)
    verbs = [commitment, *words.verbs] if commitment and commitment not in words.verbs else list(words.verbs)
    verbs += shared_bound(place)
    statement = _blank(
        text,
        place.figure.start,
        place.figure.end,
        paragraph,
        unit=place.figure.unit,
        verb=";".join(verbs),
        period_clause=periods.clause,
        period_sentence=periods.sentence,
        period_paragraph=periods.paragraph,
        baseline=periods.baseline,
        departments=";".join(_in_print(text, body, place) for body in paragraph.departments),
        rule=_rule(target),
    )
    nouns = [_as_printed(text, noun, place) for noun in share_out(words.noun, place)]
    return [Statement(**{**statement, "indicator": noun}) for noun in nouns]


def _rule(target: _Target) -> str:
    """The name of the rules that found the noun."""
    names = ["noun after figure" if target.words.noun_follows else "noun before figure"]
    names += ["completed from the figure before"] if target.completed else []
    names += ["dealt out"] if is_dealt(target.place) else []
    return ", ".join(names)


def _of_cell(text: str, cell: Cell) -> Statement:
    said = _blank(
        text,
        cell.start,
        cell.end,
        cell.paragraph,
        indicator=cell.indicator,
        unit=cell.unit,
        verb=cell.verb,
        period_clause=cell.rhythm,
        period_paragraph=cell.year,
        departments=";".join(cell.departments),
        rule="cell of a table",
    )
    return Statement(**said)


def _blank(text: str, start: int, end: int, paragraph: Paragraph, **said: str) -> dict[str, object]:
    """The cells of a draft: its place and figure, what is ``said`` of it, and all else empty."""
    place = {"char_start": start, "char_end": end, "figure": text[start:end]}
    above = {"section": paragraph.section, "heading": ";".join(paragraph.headings)}
    return {**EMPTY, **place, **above, **said, "review": "draft"}


def _as_printed(text: str, noun: str, place: Place) -> str:
    """The noun in the signs of the print, where it stands in one piece near its figure."""
    first, last = place.surroundings
    start = place.text.rfind(noun, first, place.figure.start)
    if start < 0:
        start = place.text.find(noun, place.figure.end, last)
    return (text[start : start + len(noun)] if start >= 0 else noun).replace(" ", "")


def _in_print(text: str, body: str, place: Place) -> str:
    """The name in the signs of the print."""
    start = place.text.rfind(body, place.paragraph.start, place.paragraph.end)
    return text[start : start + len(body)]


def _rejected(text: str, figure: Expression, reason: str) -> Rejection:
    return Rejection(figure.start, figure.end, text[figure.start : figure.end], reason, "")
