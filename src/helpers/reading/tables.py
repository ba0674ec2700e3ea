"""Tables of indicators: years as columns, units in a column, in the header or behind the name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.expressions import find_expressions
from helpers.reading.figures import find_numerals
from helpers.reading.numerals import range_pattern
from helpers.reading.patterns import any_of
from helpers.reading.periods import YEAR
from helpers.reading.structure import Paragraph

#: Cells end at tabs; a page copied as plain text prints bars between them.
CELL_END, FEWEST_CELLS = re.compile(r"\t| \| ?"), 3


@dataclass(frozen=True)
class Cell:
    """One figure of a table with what its row and its column say; ``reason`` where it is no target."""

    start: int
    end: int
    paragraph: Paragraph
    indicator: str = ""
    unit: str = ""
    verb: str = ""
    year: str = ""
    rhythm: str = ""
    departments: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class _Columns:
    """What stands in which column; ``years`` maps a column to its year and the unit in its header."""

    width: int
    indicator: int
    unit: int | None
    kind: int | None
    bodies: int | None
    years: dict[int, tuple[str, str]]
    growth: frozenset[int]


def read_tables(plain: str, paragraphs: Sequence[Paragraph], first_year: int) -> list[Cell]:
    """The figures under years and growth rates in all tables whose header names years, in order."""
    found: list[Cell] = []
    for is_table, rows in groupby(paragraphs, key=lambda one: "\t" in plain[one.start : one.end]):
        if not is_table:
            continue
        columns = None
        for row in rows:
            cells = _cells(plain, row)
            header = _read_header([text for text, _ in cells])
            if header:
                columns = header
            elif columns:
                found += _read_row(cells, row, columns, first_year)
    return found


def read_columns(plain: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those in a table with the bodies that a column of their row names as responsible, and with the
    place of a column that reports what has been done.
    """
    found, bodies, reported = [], None, None
    for row in paragraphs:
        ends = [match.span() for match in CELL_END.finditer(plain, row.start, row.end)]
        starts = [row.start, *(behind for _, behind in ends)]
        cells = list(zip(starts, [*(end for end, _ in ends), row.end], strict=True))
        texts = [plain[slice(*cell)].strip() for cell in cells]
        headers = [_header_at(texts, role) for role in ("table_bodies", "table_reported")]
        if len(cells) < FEWEST_CELLS:
            bodies = reported = None
        elif any(header is not None for header in headers):
            bodies, reported = headers
        else:
            if bodies is not None and bodies < len(cells) and not row.departments:
                row = replace(row, departments=tuple(filter(None, re.split("[、,; ]", texts[bodies]))))  # noqa: PLW2901
            if reported is not None and reported < len(cells):
                row = replace(row, reported=cells[reported])  # noqa: PLW2901
        found.append(row)
    return found


def _header_at(texts: Sequence[str], role: str) -> int | None:
    return next((place for place, text in enumerate(texts) if text.startswith(lexicon.signs(role))), None)


def _cells(plain: str, row: Paragraph) -> list[tuple[str, int]]:
    """The texts of a row's cells with the places where they start."""
    found, start = [], row.start
    for part in plain[row.start : row.end].split("\t"):
        found.append((part.strip(), start + len(part) - len(part.lstrip())))
        start += len(part) + 1
    return found


def _read_header(cells: Sequence[str]) -> _Columns | None:
    years = {place: (match[1], _unit_in(text)) for place, text in enumerate(cells) if (match := _year().match(text))}
    if not years:
        return None
    grows = lexicon.signs("table_growth")
    growth = frozenset(place for place, text in enumerate(cells) if text.startswith(grows) and place not in years)
    named = _place_of(cells, "table_indicator")
    first = 0 if named is None else named
    if first in years:
        return None
    others = (_place_of(cells, role) for role in ("table_unit", "table_kind", "table_bodies"))
    return _Columns(len(cells), first, *others, years, growth)


def _place_of(cells: Sequence[str], role: str) -> int | None:
    return next((place for place, text in enumerate(cells) if text in lexicon.signs(role)), None)


def _read_row(cells: Sequence[tuple[str, int]], row: Paragraph, columns: _Columns, first_year: int) -> Iterator[Cell]:
    # Cells that reach over several rows are missing in all but the first, and they stand on the left.
    missing = columns.width - len(cells)
    texts = {place + missing: text for place, (text, _) in enumerate(cells)}
    starts = {place + missing: start for place, (_, start) in enumerate(cells)}
    name = texts.get(columns.indicator, "")
    if missing < 0 or not name:
        return
    indicator, own_unit = _part_name(name)
    of_row = Cell(
        start=0,
        end=0,
        paragraph=row,
        indicator=indicator,
        unit=_known_unit(texts.get(columns.unit, "")) or own_unit,
        verb=texts.get(columns.kind, ""),
        departments=tuple(body for body in re.split("[、,;]", texts.get(columns.bodies, "")) if body),
    )
    for place, text in texts.items():
        if place == columns.unit and any(find_numerals(text)):  # 亿元 in a column of units counts nothing by itself
            yield replace(of_row, start=starts[place], end=starts[place] + len(text), reason="word")
        match = _cell().fullmatch(text)
        if match and place in columns.years:
            year, unit = columns.years[place]
            yield replace(
                _in_cell(of_row, starts[place], match, unit or of_row.unit),
                year=f"{year}{lexicon.signs('year')[0]}",
                reason="fact" if int(year) < first_year else "",
            )
        elif match and place in columns.growth:
            grows = lexicon.signs("table_growth")[0]
            cell = _in_cell(of_row, starts[place], match, vocabulary.percent())
            yield replace(cell, verb=f"{grows};{cell.verb}".strip(";"), rhythm=grows)


def _in_cell(of_row: Cell, start: int, match: re.Match[str], unit: str) -> Cell:
    """The row's words with one cell's figure; a unit in the cell goes before all others."""
    return replace(
        of_row,
        start=start + match.start("figure"),
        end=start + match.end("figure"),
        unit="" if any(one.quantity for one in find_expressions(match["figure"])) else unit,
        verb=";".join(filter(None, (match["before"], of_row.verb))),
    )


def _part_name(name: str) -> tuple[str, str]:
    """An indicator's name and the unit in brackets behind it: 服务业增加值(亿元)."""
    unit = _unit_in(name)
    bare = name[: name.rindex("(")].strip() if unit else name
    return re.sub(r"^[0-9]+[.、]?\s*", "", bare), unit


def _unit_in(text: str) -> str:
    match = re.search(r"\(([^()]*)\)$", text)
    return _known_unit(match[1]) if match else ""


def _known_unit(text: str) -> str:
    """The unit if figures can have it, with or without a power of ten (万人次)."""
    return text if text and any(one.quantity for one in find_expressions(f"1{text}")) else ""


@cache
def _year() -> re.Pattern[str]:
    return re.compile(f"({YEAR})(?![0-9])[^0-9]{{0,12}}$")


@cache
def _cell() -> re.Pattern[str]:
    after = any_of(vocabulary.bound_words("after"))
    before = any_of(vocabulary.bound_words("before"))
    units = any_of(_unit_words())
    number = r"[0-9][0-9,]*(?:\.[0-9]+)?"
    return re.compile(
        rf"\[?(?P<before>{before})?\s*(?P<figure>{number}(?:(?:{range_pattern()}){number})?(?:{units})?(?:{after})?)\]?"
    )


def _unit_words() -> Iterable[str]:
    powers = ("", *(sign for sign, value in vocabulary.numerals().items() if value >= 10_000))
    return [power + unit for unit in vocabulary.units() for power in powers]
