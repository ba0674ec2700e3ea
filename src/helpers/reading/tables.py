"""The figures of tables of indicators, each with what its row and its column say."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.expressions import find_expressions
from helpers.reading.figures import find_numerals
from helpers.reading.numerals import ARABIC, MYRIAD, range_pattern
from helpers.reading.patterns import any_of
from helpers.reading.table_columns import Column, Columns, known_unit
from helpers.reading.table_finding import Table
from helpers.reading.table_names import Span, TableName, read_name
from helpers.reading.table_rows import Row

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
    """What the rows so far leave for those below: the last name, and the last group."""

    name: TableName | None = None
    group: str = ""


def read_tables(plain: str, tables: Iterable[Table], first_year: int) -> list[Cell]:
    """The figures under years and growth rates in all tables, in order; ``first_year`` is the plan's first year."""
    found: list[Cell] = []
    for table in tables:
        above = _Above()
        for row in table.rows:
            texts, spans = _placed(row, table.columns)
            names = [place for place in table.columns.names if texts.get(place)]
            if len(row.filled) > 1 and names:
                name = read_name(plain, spans[names[-1]], above.name)
                above = replace(above, name=name)
                group = ";".join(filter(None, (above.group, *(texts[place] for place in names[:-1]))))
                of_row = _of_row(plain, table, name, texts, spans)
                found += _read_row(row, texts, spans, replace(of_row, group=group), table, first_year)
            elif len(row.filled) == 1 and re.search(r"[\u4e00-\u9fff]{2}", row.filled[0]):  # a number alone is a page's
                above = _Above(group=row.filled[0])
            else:
                found += _words_only(texts, spans, table.columns, first_year)
    return found


def _words_only(
    texts: Mapping[int, str], spans: Mapping[int, Span], columns: Columns, first_year: int
) -> Iterator[Cell]:
    """The cells under years of a row without a name: whatever is read in them belongs to their columns' time."""
    for place, column in columns.values.items():
        if place in texts:
            start, end = spans[place]
            yield Cell(start, end, when=column.when, reason=_reason(column, first_year), words=True)


def _reason(column: Column, first_year: int) -> str:
    past = column.year < first_year if column.year else column.actual
    return "fact" if past else ""


def _placed(row: Row, columns: Columns) -> tuple[dict[int, str], dict[int, Span]]:
    """The cells of a row that say something, by column, with their places.

    A row may lack cells: those at its left that reach over several rows, or empty ones at its right. The figures tell
    which, for they stand under the years.
    """
    missing = max(columns.width - len(row.texts), 0)
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
    unit, kind, bodies = (table.columns.place_of(role) for role in ("unit", "kind", "bodies"))
    printed = texts.get(unit, "").strip("—–-/ ")
    said = texts.get(kind, "")
    return Cell(
        start=0,
        end=0,
        indicator=name.spans,
        unit=known_unit(printed) or name.unit or ("" if printed else table.unit) or _no_unit(name.text),
        verb=said if re.search(r"[\u4e00-\u9fff]", said) else "",
        departments=tuple(_bodies(plain, spans[bodies])) if bodies in spans else (),
    )


def _no_unit(name: str) -> str:
    """What stands for the unit of a pure number, such as a coefficient."""
    nouns = [noun for noun, unit in lexicon.unit_nouns().items() if unit in lexicon.signs("no_unit")]
    return lexicon.signs("no_unit")[0] if name.endswith(tuple(nouns)) else ""


def _bodies(plain: str, span: Span) -> Iterator[Span]:
    """The places of the names in a cell of bodies."""
    for match in re.finditer(r"[^、,; ]+", plain[slice(*span)]):
        if re.search(r"[\u4e00-\u9fff]", match.group()):
            yield span[0] + match.start(), span[0] + match.end()


def _read_row(
    row: Row, texts: Mapping[int, str], spans: Mapping[int, Span], of_row: Cell, table: Table, first_year: int
) -> Iterator[Cell]:
    unit = table.columns.place_of("unit")
    # 亿元 in a column of units counts nothing by itself; one that goes on from above has been passed there.
    if unit in texts and any(find_numerals(texts[unit])) and row.start <= spans[unit][0] < row.end:
        yield replace(of_row, start=spans[unit][0], end=spans[unit][1], reason="word")
    for place, column in table.columns.values.items():
        if place in texts and texts[place] not in lexicon.table_words("ditto"):
            yield _read_cell(texts[place], spans[place][0], of_row, column, summed=table.summed, first_year=first_year)


def _read_cell(text: str, start: int, of_row: Cell, column: Column, *, summed: bool, first_year: int) -> Cell:
    """A cell of figures: with one figure and what bounds it, or with words that are read like any others."""
    column_says = replace(of_row, when=column.when, baseline=column.baseline, reason=_reason(column, first_year))
    match = _cell().fullmatch(text)
    if not match:
        return replace(column_says, start=start, end=start + len(text), words=True)
    own = any(one.quantity for one in find_expressions(match["figure"]))
    unit = column.unit or (vocabulary.percent() if column.change else of_row.unit)
    rhythm = match["rhythm"] or (column.change if column.mean else "")
    if not rhythm and (column.summed or (summed and match["open"])):
        rhythm = lexicon.table_words("sum")[0]
    said = [rhythm or column.change, match["before"] or "", of_row.verb]
    return replace(
        column_says,
        start=start + match.start("figure"),
        end=start + match.end("figure"),
        unit="" if own else unit,
        verb=";".join(dict.fromkeys(filter(None, said))),
        rhythm=rhythm,
        reason=column_says.reason or ("" if own or unit else "unit"),
    )


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
