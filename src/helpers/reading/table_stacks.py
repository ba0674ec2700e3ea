"""Tables whose cells stand on a line each, as some pages are copied."""

import re
from collections.abc import Iterator, Sequence

from helpers.reading.table_columns import Columns, read_columns, role_of
from helpers.reading.table_rows import MOST_CELLS, Line, Row, bare_cell, stack_lines

#: No cell is longer, and no header has fewer.
LONGEST, FEWEST = 24, 3
#: What stands under a year, or a dash for it; a numbered name (2.入园率) is none.
FIGURE = re.compile(r"^(?!\(?[0-9]+[.、)] *[\u4e00-\u9fff]{2}).*[0-9]|^[—–/-]+$")


def read_stack(lines: Sequence[Line], first: int) -> tuple[Columns | None, list[Row], int] | None:
    """The columns and rows of the table whose header begins with a line, and the number of the first line behind them;
    no rows where it is no table, and ``None`` where it is no header.
    """
    if len(lines[first].text) > 2 * LONGEST or role_of(_heading(lines[first])) not in ("number", "indicator", "group"):
        return None
    width = 1
    while first + width < len(lines) and width < MOST_CELLS and role_of(_heading(lines[first + width])):
        width += 1
    columns = read_columns([stack_lines(lines[first : first + width])]) if width >= FEWEST else None
    if not columns:
        return None, [], first + width
    rows, place = [], first + width
    while place < len(lines):
        row, behind = _row_at(lines, place, columns, rows[-1] if rows else None)
        if row:
            rows.append(row)
        elif bare_cell(lines[place].text):
            break
        place = behind
    return columns, rows, place


def _heading(line: Line) -> str:
    text = bare_cell(line.text)
    return text if len(text) <= LONGEST else ""


def _row_at(lines: Sequence[Line], place: int, columns: Columns, last: Row | None) -> tuple[Row | None, int]:
    """The row that begins at a line, with all its cells, or without those of a group that goes on from above; else the
    name of a group alone, where rows follow it. And the number of the first line behind it.
    """
    whole = _stacked(lines, place, columns.width)
    if whole and _fits(whole, columns, ()):
        return whole, place + columns.width
    for above in _groups(columns) if last else ():
        cells = _stacked(lines, place, columns.width - len(above))
        row = _below(cells, last, above) if cells and len(last.texts) == columns.width else None
        if row and _fits(row, columns, above):
            return row, place + len(cells.texts)
    text = bare_cell(lines[place].text)
    following = _stacked(lines, place + 1, columns.width)
    alone = 0 < len(text) <= LONGEST and not re.search("[0-9。;:,]", text)
    named = alone and following and _fits(following, columns, ())
    return stack_lines(lines[place : place + 1]) if named else None, place + 1


def _groups(columns: Columns) -> Iterator[tuple[int, ...]]:
    """The cells that can reach over several rows: those of groups, and all before the names."""
    groups = columns.names[:-1]
    if groups:
        yield groups
        yield tuple(range(columns.names[-1]))


def _below(cells: Row, last: Row, above: Sequence[int]) -> Row:
    """The row whose cells of groups stand in the row ``last`` alone."""
    texts, starts = list(cells.texts), list(cells.starts)
    for place in above:
        texts.insert(place, last.texts[place])
        starts.insert(place, last.starts[place])
    return Row(cells.start, cells.end, tuple(texts), tuple(starts))


def _stacked(lines: Sequence[Line], place: int, width: int) -> Row | None:
    """So many lines as the cells of a row; ``None`` where there are not so many."""
    return stack_lines(lines[place : place + width]) if place + width <= len(lines) else None


def _fits(row: Row, columns: Columns, above: Sequence[int]) -> bool:
    """Whether lines can be a row's cells: words where names stand, and nothing but figures under the years; those
    ``above`` have been said in another row.
    """
    named = all(re.search(r"[\u4e00-\u9fff]{2}", row.texts[place]) for place in columns.names if place not in above)
    figures = [text for place in columns.values if (text := row.texts[place])]
    return named and bool(figures) and all(len(text) <= LONGEST and FIGURE.search(text) for text in figures)
