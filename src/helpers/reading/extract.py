"""A plan's text → what it states, and every numeral that is no target."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace

from helpers.reading.blanks import Closed, close_up
from helpers.reading.broken_lines import join_lines
from helpers.reading.clauses import Place, places_of
from helpers.reading.committing import read_commitment
from helpers.reading.coordination import dealt_year, share_out, shared_bound, years_of_each
from helpers.reading.expressions import Expression, find_expressions
from helpers.reading.facts import reject_fact
from helpers.reading.ratios import Parts, part_ratios
from helpers.reading.rejecting import reject, reject_bare
from helpers.reading.running_text import carry_past, year_told_of
from helpers.reading.scopes import read_periods
from helpers.reading.statements import STATEMENT_COLUMNS, Rejection, Statement
from helpers.reading.structure import Paragraph, read_paragraphs
from helpers.reading.table_finding import find_tables
from helpers.reading.tables import Cell, read_tables
from helpers.reading.targets import Target, is_stated, read_target, rule_of
from helpers.reading.task_lists import read_columns
from helpers.reading.themes import find_themes

EMPTY = dict.fromkeys(STATEMENT_COLUMNS, "")


@dataclass(frozen=True)
class Extraction:
    """All numerals of a text, parted into statements and rejected figures."""

    statements: list[Statement]
    rejections: list[Rejection]


def extract(text: str, first_year: int) -> Extraction:
    """Every target and every rejected figure of a plan's text; ``first_year`` is the plan's first year."""
    source = close_up(text)
    plain = source.plain
    tables = find_tables(plain)
    spans = [(table.start, table.end) for table in tables]
    plain = join_lines(plain, spans)
    parts = part_ratios(plain, find_expressions(plain))
    figures = parts.figures
    starts = [figure.start for figure in figures]
    themes = find_themes(plain)
    paragraphs = [replace(one, headings=(*themes, *one.headings)) for one in read_paragraphs(plain, spans)]
    told_of = year_told_of(plain, paragraphs, first_year)
    paragraphs = read_columns(plain, carry_past(plain, paragraphs, told_of))
    cells = read_tables(plain, tables, first_year)
    read = [cell for cell in cells if not cell.words]
    within = {place for cell in read for place in range(cell.start, cell.end)}
    timed = {place: cell for cell in cells if cell.words for place in range(cell.start, cell.end)}
    lines = [one.start for one in paragraphs]
    statements = [
        _of_cell(source, cell, paragraphs[bisect_right(lines, cell.start) - 1]) for cell in read if not cell.reason
    ]
    rejections = [_rejected(source, Expression(cell.start, cell.end), cell.reason) for cell in read if cell.reason]
    for paragraph in paragraphs:
        inside = figures[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        free = [one for one in inside if one.start not in within]
        found = _read(source, plain, paragraph, free, told_of, timed, parts)
        statements += found.statements
        rejections += found.rejections
    return Extraction(
        sorted(statements, key=lambda entry: entry.char_start), sorted(rejections, key=lambda entry: entry.char_start)
    )


def _read(
    source: Closed,
    plain: str,
    paragraph: Paragraph,
    figures: list[Expression],
    first_year: int,
    timed: Mapping[int, Cell],
    parts: Parts,
) -> Extraction:
    """One paragraph; its outermost heading is what the document is about.

    ``timed`` are the cells of words under a table's years, by all their places.
    """
    statements: list[Statement] = []
    rejections = [
        _rejected(source, one, parts.reasons.get(one.start) or _bare_reason(plain, one, timed))
        for one in figures
        if not one.quantity
    ]
    places = places_of(plain, paragraph, figures)
    reasons = {place.figure: parts.reasons.get(place.figure.start) or reject(place) for place in places}
    rejections += [_rejected(source, figure, reason) for figure, reason in reasons.items() if reason]
    if any(reasons.values()):
        # What is no amount of its own (产值10亿元以上的企业) is part of the words around the amounts that are.
        places = places_of(plain, paragraph, [figure for figure, reason in reasons.items() if not reason])
    history: list[Target] = []
    for place in places:
        target = read_target(place, history)
        cell = timed.get(place.figure.start)
        if place.figure.start in parts.nouns:
            target = replace(target, words=replace(target.words, noun=parts.nouns[place.figure.start]))
        if cell and not target.words.noun:
            named = "".join(plain[slice(*span)] for span in cell.indicator)
            target = replace(target, words=replace(target.words, noun=named))
        reason = cell.reason if cell else reject_fact(place, first_year)
        reason = reason or ("" if is_stated(target, history[-1] if history else None) else "structure")
        history.append(target)
        if reason:
            rejections.append(_rejected(source, place.figure, reason))
        else:
            stated = _statements(source, target, paragraph, first_year)
            statements += [replace(one, period_paragraph=cell.when) for one in stated] if cell else stated
    return Extraction(statements, rejections)


def _bare_reason(plain: str, figure: Expression, timed: Mapping[int, Cell]) -> str:
    """Why a numeral that is no amount is no target; under a table's years it lacks a unit."""
    return "unit" if figure.start in timed and not figure.is_date else reject_bare(plain, figure)


def _statements(source: Closed, target: Target, paragraph: Paragraph, first_year: int) -> list[Statement]:
    place, words = target.place, target.words
    periods = read_periods(place, first_year, target.rhythm)
    years = [year] if (year := dealt_year(place)) else years_of_each(place)
    if years:
        periods = replace(periods, clause=years[0], sentence="", paragraph="")
    commitment = read_commitment(place)
    verbs = [commitment, *words.verbs] if commitment and commitment not in words.verbs else list(words.verbs)
    verbs += shared_bound(place)
    bodies = paragraph.departments_at(place.figure.end)
    statement = _blank(
        source,
        place.figure.start,
        place.figure.end,
        paragraph,
        unit=place.figure.unit,
        verb=";".join(verbs),
        period_clause=periods.clause,
        period_sentence=periods.sentence,
        period_paragraph=periods.paragraph,
        baseline=periods.baseline,
        departments=";".join(_in_print(source.text, body, place) for body in bodies),
        rule=rule_of(target),
    )
    nouns = [_as_printed(source.text, noun, place) for noun in share_out(words.noun, place)]
    of_each = [{**statement, "period_clause": year} for year in years] or [statement]
    return [Statement(**{**one, "indicator": noun}) for one in of_each for noun in nouns]


def _of_cell(source: Closed, cell: Cell, paragraph: Paragraph) -> Statement:
    said = _blank(
        source,
        cell.start,
        cell.end,
        replace(paragraph, headings=(*paragraph.headings, *filter(None, [cell.group]))),
        indicator="".join(source.text[slice(*span)] for span in cell.indicator).replace(" ", ""),
        unit=cell.unit,
        verb=cell.verb,
        period_clause=cell.rhythm,
        period_paragraph=cell.when,
        baseline=cell.baseline,
        departments=";".join(source.text[slice(*span)] for span in cell.departments),
        rule="cell of a table",
    )
    return Statement(**said)


def _blank(source: Closed, start: int, end: int, paragraph: Paragraph, **said: str) -> dict[str, object]:
    """The cells of a draft: its place and figure, what is ``said`` of it, and all else empty."""
    first, last = source.span(start, end)
    place = {"char_start": first, "char_end": last, "figure": source.printed[first:last]}
    above = {"section": paragraph.section, "heading": ";".join(paragraph.headings)}
    return {**EMPTY, **place, **above, **said, "review": "draft"}


def _as_printed(text: str, noun: str, place: Place) -> str:
    """The noun in the signs of the print, piece by piece as it stands near its figure."""
    printed, rest = "", noun
    while rest:
        length, start = _longest_piece(rest, place)
        printed += text[start : start + length] if length else rest[:1]
        rest = rest[max(length, 1) :]
    return printed.replace(" ", "")


def _longest_piece(noun: str, place: Place) -> tuple[int, int]:
    """How much of the noun's beginning stands in one piece near the figure, and where: before it, else behind it."""
    first, last = place.surroundings
    for length in range(len(noun), 0, -1):
        start = place.text.rfind(noun[:length], first, place.figure.start)
        start = start if start >= 0 else place.text.find(noun[:length], place.figure.end, last)
        if start >= 0:
            return length, start
    return 0, -1


def _in_print(text: str, body: str, place: Place) -> str:
    """The name in the signs of the print; it may stand in a row above."""
    start = place.text.rfind(body, 0, place.paragraph.end)
    return text[start : start + len(body)] if start >= 0 else body


def _rejected(source: Closed, figure: Expression, reason: str) -> Rejection:
    first, last = source.span(figure.start, figure.end)
    return Rejection(first, last, source.printed[first:last], reason, "")
