"""The figures of tables of indicators, each with what its row and its column say."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.expressions import find_expressions
from helpers.reading.figures import find_numerals
from helpers.reading.numerals import ARABIC, MYRIAD, range_pattern
from helpers.reading.patterns import any_of, ending
from helpers.reading.responsible import find_bodies
from helpers.reading.table_columns import Column, Columns
from helpers.reading.table_finding import Table
from helpers.reading.table_names import Span, TableName, join_names, read_name
from helpers.reading.table_rows import Row
from helpers.reading.table_times import time_in
from helpers.reading.table_units import known_unit

OPEN, CLOSE = r"[\[〔【]", r"[\]〕】]"


@dataclass(frozen=True)
class Cell:
    """One figure of a table with what its row and its column say; ``reason`` where it is no target.

    ``indicator`` and ``departments`` are the places of the words, which may be printed in other signs. A cell with
    ``words`` holds more than a figure: what is read in it belongs to the column's time.
    """

    start: int
    end: int
    indicator: tuple[Span, ...] = ()
    departments: tuple[Span, ...] = ()
    group: str = ""
    unit: str = ""
    verb: str = ""
    when: str = ""
    rhythm: str = ""
    baseline: str = ""
    reason: str = ""
    words: bool = False


@dataclass(frozen=True)
class _Above:
    """What the rows so far leave for those below: the last name, the last group, and in a turned table what was printed
    above the last name.
    """

    name: TableName | None = None
    group: str = ""
    upper: str = ""


def read_tables(plain: str, tables: Iterable[Table], first_year: int) -> list[Cell]:
    """The figures under years and growth rates in all tables, in order; ``first_year`` is the plan's first year."""
    found: list[Cell] = []
    for table in tables:
        above = _Above()
        for row in table.rows:
            texts, spans = _placed(row, table.columns)
            names = [place for place in table.columns.names if texts.get(place)]
            if len(row.filled) > 1 and names:
                upper = texts[names[0]] if table.turned and len(names) > 1 else ""
                name = _name_of(plain, [spans[place] for place in names], above, upper)
                above = replace(above, name=name, upper=upper)
                group = ";".join(filter(None, (above.group, *(texts[place] for place in names[:-1]))))
                of_row = _of_row(plain, table, name, texts, spans)
                found += _read_row(row, texts, spans, replace(of_row, group=group), table, first_year)
            elif len(row.filled) == 1 and re.search(r"[\u4e00-\u9fff]{2}", row.filled[0]):  # a number alone is a page's
                above = _Above(group=row.filled[0])
            else:
                found += _words_only(texts, spans, table.columns, first_year)
    return found


def _name_of(plain: str, spans: Sequence[Span], above: _Above, upper: str) -> TableName:
    """The name of a row; ``upper`` is what a turned table prints above it."""
    if not upper:
        return read_name(plain, spans[-1], above.name)
    of_upper = read_name(plain, spans[0], None)
    name = read_name(plain, spans[-1], above.name if upper == above.upper else of_upper)
    return join_names(of_upper, name)


def _words_only(
    texts: Mapping[int, str], spans: Mapping[int, Span], columns: Columns, first_year: int
) -> Iterator[Cell]:
    """The cells under years of a row without a name: whatever is read in them belongs to their columns' time."""
    for place, column in columns.values.items():
        if place in texts:
            start, end = spans[place]
            yield Cell(start, end, when=column.when, reason=_reason(column, first_year), words=True)


def _reason(column: Column, first_year: int) -> str:
    # 2027年基数 in a plan that begins in 2027 tells what there was.
    past = column.year < first_year + column.actual if column.year else column.actual
    return "fact" if past else ""


def _placed(row: Row, columns: Columns) -> tuple[dict[int, str], dict[int, Span]]:
    """The cells of a row that say something, by column, with their places.

    A row may lack cells: those at its left that reach over several rows, or empty ones at its right. The figures tell
    which, for they stand under the years.
    """
    last = max((place for place, text in enumerate(row.texts) if text), default=-1)
    missing = max(columns.width - last - 1, 0)
    shift = max((0, missing), key=lambda one: (_fitting(row, columns, one), one))
    cells = [(place + shift, *cell) for place, cell in enumerate(zip(row.texts, row.starts, strict=True)) if cell[0]]
    inside = [cell for cell in cells if cell[0] < columns.width]
    return {place: text for place, text, _ in inside}, {place: (at, at + len(text)) for place, text, at in inside}


def _fitting(row: Row, columns: Columns, shift: int) -> int:
    """How many of the row's cells are figures under years or words elsewhere, less those that are not."""
    places = {place + shift: text for place, text in enumerate(row.texts) if text}
    return sum(
        1 if (place in columns.values) == bool(re.search("[0-9]", text)) else -1 for place, text in places.items()
    )


def _of_row(plain: str, table: Table, name: TableName, texts: Mapping[int, str], spans: Mapping[int, Span]) -> Cell:
    """What all figures of a row share."""
    unit, bodies, deadline = map(table.columns.place_of, ("unit", "bodies", "deadline"))
    printed = texts.get(unit, "").strip("—–-/ ")
    found = known_unit(printed) or name.unit or ("" if printed else table.unit) or _no_unit(name.text)
    ends = ending(name.text, lexicon.table_words("pace"))
    said = [name.pace or (ends if found in ("", vocabulary.percent()) else ""), _kind_of(texts, table.columns)]
    return Cell(
        start=0,
        end=0,
        indicator=name.spans,
        unit=found,
        verb=";".join(word for word in said if re.search(r"[\u4e00-\u9fff]", word)),
        when=time_in(texts.get(deadline, "")),
        rhythm=name.pace if name.pace in lexicon.table_words("growth") else "",
        reason="part" if table.columns.place_of("place") is not None else "",
        departments=tuple(_bodies(plain, *spans[bodies])) if bodies in spans else (),
    )


def _kind_of(texts: Mapping[int, str], columns: Columns) -> str:
    """Whether a row binds, as its own column says or the one of remarks: 约束性, 预期."""
    kind, remark = (texts.get(columns.place_of(role), "") for role in ("kind", "remark"))
    return kind or (remark if remark.startswith(tuple(vocabulary.commitment())) else "")


def _no_unit(name: str) -> str:
    """What stands for the unit of a pure number, such as a coefficient."""
    nouns = [noun for noun, unit in lexicon.unit_nouns().items() if unit in lexicon.signs("no_unit")]
    return lexicon.signs("no_unit")[0] if name.endswith(tuple(nouns)) else ""


def _bodies(plain: str, start: int, end: int) -> Iterator[Span]:
    """The places of the bodies in a cell."""
    for first, last in find_bodies(plain[start:end]):
        yield start + first, start + last


def _read_row(
    row: Row, texts: Mapping[int, str], spans: Mapping[int, Span], of_row: Cell, table: Table, first_year: int
) -> Iterator[Cell]:
    unit = table.columns.place_of("unit")
    # 亿元 in a column of units counts nothing by itself; one that goes on from above has been passed there.
    if unit in texts and any(find_numerals(texts[unit])) and row.start <= spans[unit][0] < row.end:
        yield replace(of_row, start=spans[unit][0], end=spans[unit][1], reason="word")
    said = {place: texts[place] for place in table.columns.values if place in texts}
    stands = any(re.match("[0-9]", text) for text in said.values())
    for place, text in said.items():
        if text not in lexicon.table_words("ditto"):
            column = table.columns.values[place]
            # A sum beside a level is how much the level rises: 平均受教育年限 11 〔0.7〕.
            rises = stands and column.summed and bool(column.mean) and bool(re.match(OPEN, text))
            row_says = _rising(of_row) if rises else of_row
            yield _read_cell(text, spans[place][0], row_says, column, summed=table.summed, first_year=first_year)


def _rising(of_row: Cell) -> Cell:
    """The row's words for a figure that tells by how much its level rises; of a share those are points."""
    unit = lexicon.table_words("points")[0] if of_row.unit == vocabulary.percent() else of_row.unit
    return replace(of_row, unit=unit, verb=";".join(filter(None, (lexicon.table_words("rise")[0], of_row.verb))))


def _read_cell(text: str, start: int, of_row: Cell, column: Column, *, summed: bool, first_year: int) -> Cell:
    """A cell of figures: with one figure and what bounds it, or with words that are read like any others."""
    reason = of_row.reason or _reason(column, first_year)
    column_says = replace(of_row, when=column.when or of_row.when, baseline=column.baseline, reason=reason)
    match = _cell().fullmatch(text)
    if not match:
        return replace(column_says, start=start, end=start + len(text), words=True)
    own = any(one.quantity for one in find_expressions(match["figure"]))
    unit = column.unit or (vocabulary.percent() if column.change else of_row.unit)
    rhythm = match["rhythm"] or _rhythm_of(column, bracketed=bool(match["open"]), summed=summed) or of_row.rhythm
    said = [rhythm or column.change, column.added, match["before"] or "", of_row.verb]
    return replace(
        column_says,
        start=start + match.start("figure"),
        end=start + match.end("figure"),
        unit="" if own else unit,
        verb=";".join(dict.fromkeys(filter(None, said))),
        rhythm=rhythm,
        reason=column_says.reason or ("" if own or unit else "unit"),
    )


def _rhythm_of(column: Column, *, bracketed: bool, summed: bool) -> str:
    """The word of rhythm for a figure of a column; of one of 年均/累计 the sums stand in brackets."""
    of_sums = bracketed if column.mean else column.summed or (summed and bracketed)
    if of_sums and (column.summed or not column.mean):
        return lexicon.table_words("sum")[0]
    return column.mean


@cache
def _cell() -> re.Pattern[str]:
    """A figure with what may stand around it in a cell: brackets, a bound, words that lead in, and an aside."""
    after, before = any_of(vocabulary.bound_words("after")), vocabulary.bound_words("before")
    lead = any_of((*before, *lexicon.verbs("reach"), *lexicon.signs("new")))
    rhythms, units, wordings = map(
        any_of, ((row["word"] for row in vocabulary.periods()), _unit_words(), vocabulary.wordings())
    )
    number = rf"(?:{ARABIC})"
    amount = rf"{number}(?:(?:{units})?(?:{range_pattern()}){number})?\s?(?:{units})?(?:{after})?"
    return re.compile(
        rf"(?P<open>{OPEN})?(?P<rhythm>{rhythms})?(?P<before>(?:{lead})+)?\s*{OPEN}?(?P<figure>(?:{wordings})|{amount})"
        rf"{CLOSE}?[*①-⑳]*(?:\([^()0-9]*\))?"
    )


def _unit_words() -> Iterable[str]:
    powers = ("", *(sign for sign, value in vocabulary.numerals().items() if value >= MYRIAD))
    return [power + unit for unit in vocabulary.units() for power in powers]
