"""A table whose rows are years and whose columns are indicators → a row an indicator, as other tables have them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.reading import lexicon
from helpers.reading.table_columns import Column, Columns, label_columns, role_of
from helpers.reading.table_rows import MOST_CELLS, Line, Row, is_rule, split_line
from helpers.reading.table_times import time_in
from helpers.reading.table_units import known_unit

#: Rows of a header; signs of a row's label, and of a cell that holds a figure.
MOST_HEADERS, LONGEST_LABEL, LONGEST_FIGURE, LONGEST_AIM = 3, 16, 24, 4
FIGURE = re.compile(r"[^0-9]{0,5}[0-9]")
STOP = re.compile("[。;!?]")
#: So many of the cells under indicators are figures at least; a list of tasks by years has sentences there.
FEWEST_FIGURES = 0.6


@dataclass(frozen=True)
class _Grid:
    """A header and the rows below it; ``at`` is the column of the rows' labels, ``behind`` the next line's number."""

    header: list[Row]
    body: list[Row]
    at: int
    behind: int


def read_turned(lines: Sequence[Line], first: int, how: str) -> tuple[Columns, list[Row], int] | None:
    """The columns and rows of the table that begins with a line, turned, and the number of the first line behind it.

    ``None`` where the rows below are no years with figures, or the header has years itself.
    """
    grid = _read_grid(lines, first, how)
    if not grid or not _is_of_years(grid):
        return None
    labels = label_columns([_label(row, grid.at) for row in grid.body])
    found = []
    for place in range(grid.at + 1, len(grid.header[0].texts)):
        names = _names_above(grid, place)
        if names and not _is_aim(names[-1][0]):
            cells = [*[("", grid.header[0].start)] * (2 - len(names)), *names[-2:]]
            cells += [(row.texts[place], row.starts[place]) for row in grid.body]
            texts, starts = zip(*cells, strict=True)
            found.append(Row(lines[first].start, lines[grid.behind - 1].end, texts, starts))
    columns = Columns((Column("group"), Column("indicator"), *labels), (0, 1))
    return (columns, found, grid.behind) if found else None


def _is_aim(text: str) -> bool:
    """Whether a column is headed by a word for aims, which names no indicator: 主要目标, 目标任务."""
    return lexicon.table_words("goal")[0] in text and len(text) <= LONGEST_AIM


def _read_grid(lines: Sequence[Line], first: int, how: str) -> _Grid | None:
    """The header and the rows whose first cell is a time, or says what the others hold: 单位, 属性."""
    top = split_line(lines[first], how)
    at = 1 if role_of(top.texts[0]) == "number" else 0
    width = len(top.texts)
    if not at + 2 <= width <= MOST_CELLS or (how in ("wide", "narrow") and width < at + 3) or _is_time(top.texts[at]):
        return None
    header, body, place = [top], [], first + 1
    while place < len(lines):
        row = split_line(lines[place], how)
        if is_rule(row):
            place += 1
            continue
        if len(row.texts) != width or not _label(row, at):
            if body or len(row.texts) != width or len(header) == MOST_HEADERS:
                break
            header.append(row)
        else:
            body.append(row)
        place += 1
    return _Grid(header, body, at, place) if body else None


def _is_time(text: str) -> bool:
    return role_of(text) == "value" and bool(time_in(text))


def _label(row: Row, at: int) -> str:
    """What a row is of: a time or a role, by its first cell or by what all others are; empty in a header's row."""
    text = row.texts[at]
    others = [other for other in row.texts[at + 1 :] if other]
    if text in ("", *lexicon.table_words("ditto")) and others and all(map(known_unit, others)):
        return lexicon.table_words("unit")[0]
    known = len(text) <= LONGEST_LABEL and role_of(text) in ("value", "unit", "kind", "bodies")
    return text if known and not STOP.search(text) else ""


def _is_of_years(grid: _Grid) -> bool:
    """Whether the rows are times, the header has none, and the cells are figures."""
    if any(_is_time(text) for row in grid.header for text in row.texts):
        return False
    labels = label_columns([_label(row, grid.at) for row in grid.body])
    timed = [row for row, label in zip(grid.body, labels, strict=True) if label and label.role == "value"]
    years = sum(bool(label and label.when) for label in labels)
    named = grid.header[0].texts[grid.at] in lexicon.table_words("years")
    cells = [text for row in timed for text in row.texts[grid.at + 1 :] if re.search(r"[0-9\u4e00-\u9fff]", text)]
    figures = sum(bool(FIGURE.match(text)) and len(text) <= LONGEST_FIGURE for text in cells)
    return years >= (1 if named else 2) and figures > 0 and figures >= FEWEST_FIGURES * len(cells)


def _names_above(grid: _Grid, place: int) -> list[tuple[str, int]]:
    """What the header says above a column, from the top; a cell reaches over the empty ones at its right."""
    ditto = lexicon.table_words("ditto")
    found: list[tuple[str, int]] = []
    for number, row in enumerate(grid.header):
        left = place
        below = any(one.texts[place] and one.texts[place] not in ditto for one in grid.header[number + 1 :])
        while below and left > grid.at + 1 and not row.texts[left]:
            left -= 1
        if row.texts[left] and row.texts[left] not in ditto:
            found.append((row.texts[left], row.starts[left]))
    return found
