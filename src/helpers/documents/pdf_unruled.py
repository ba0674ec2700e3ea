"""Tables on a PDF's page without rules → rows of cells: what stands in one column and belongs to one row is a cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.documents.grids import Cell, lines_of
from helpers.documents.pdf_columns import FEWEST_CELLS, PITCH, SAME_ROW, Columns, is_figure, tables_in
from helpers.documents.pdf_pieces import Line, Piece, pieces_of, printed_lines
from helpers.documents.pdf_signs import Sign

#: Distances that differ by less, in points, are equal.
NEARLY = 0.5
#: Among so many lines above or below stands the one that a cell goes on from or in; others hold other cells' lines.
BESIDE = 4


@dataclass(frozen=True)
class Table:
    """The lines of a table, its cells parted by tabs, and the numbers of the page's signs that stand in it."""

    lines: tuple[str, ...]
    signs: frozenset[int]
    columns: Columns


@dataclass
class _Row:
    """The lines that make up a row; one without figures may ``lead`` to the next: the first lines of its cells."""

    lines: list[Line]
    figures: bool = False
    leads: bool = False


def tables_of(signs: Sequence[Sign], free: Sequence[bool], before: Columns | None = None) -> list[Table]:
    """All tables among those signs of a page that are ``free``, such as those outside ruled tables.

    ``before`` are the columns of the last table of the page before.
    """
    lines = printed_lines(pieces_of(signs, free))
    return [table for group, columns in tables_in(lines, before) if (table := _table(group, columns))]


def _table(lines: Sequence[Line], columns: Columns) -> Table | None:
    of_figures = _figures(lines, columns)
    if not any(of_figures) and len(lines) > 1:
        return None
    rows = _rows(lines, columns, of_figures)
    held = [
        number for number, row in enumerate(rows) if row.figures or any(len(line) >= FEWEST_CELLS for line in row.lines)
    ]
    rows = rows[held[0] : held[-1] + 1]
    numbers = (number for row in rows for line in row.lines for piece in line for number in piece.numbers)
    return Table(tuple(lines_of(_cells(row, columns) for row in rows)), frozenset(numbers), columns)


def _figures(lines: Sequence[Line], columns: Columns) -> list[bool]:
    """Which columns hold figures, at least in half of their cells."""
    found: list[list[bool]] = [[] for _ in columns.edges]
    for line in lines:
        for piece in line:
            found[columns.place(piece)].append(is_figure(piece))
    return [sum(one) * 2 >= len(one) > 0 for one in found]


def _rows(lines: Sequence[Line], columns: Columns, of_figures: Sequence[bool]) -> list[_Row]:
    """The lines row by row, from the top."""
    held = [any(of_figures[columns.place(piece)] and is_figure(piece) for piece in line) for line in lines]
    near = [one[0].middle - two[0].middle < SAME_ROW * two[0].height for one, two in pairwise(lines)]
    # Where all cells begin on the same line, no lines of one row stand closer than those of one cell.
    slack = -NEARLY if any(near) or len(lines[0]) < FEWEST_CELLS else NEARLY
    rows: list[_Row] = []
    for number, line in enumerate(lines):
        heads = len(line) >= FEWEST_CELLS and not any(row.figures for row in rows[-1:])
        figures = held[number] or (heads and not (near[number : number + 1] == [True] and held[number + 1]))
        last, below = rows[-1] if rows else None, lines[number + 1 : number + 1 + BESIDE]
        same = last and last.lines[-1][0].middle - line[0].middle < SAME_ROW * line[0].height
        if last and ((same and not (figures and last.figures)) or (figures and last.leads)):
            last.lines.append(line)
            last.figures, last.leads = last.figures or figures, last.leads and not figures
        elif figures or not last or not _goes_on(last, line, below, columns, slack):
            leads = not figures and _leads(line, below, columns) is not None
            rows.append(_Row([line], figures=figures, leads=leads))
        else:
            last.lines.append(line)
    return rows


def _goes_on(last: _Row, line: Line, below: Sequence[Line], columns: Columns, slack: float) -> bool:
    """Whether a line without figures is the rest of the cells above it, and not rather the beginning of those below.

    It is nearer to those above by no less than the ``slack`` is below zero, or further by no more than it is above.
    """
    gaps = []
    for piece in line:
        above = _in_column(last.lines[-BESIDE:], piece, columns)
        if not above or not columns.is_full(above[-1]):
            return False
        gaps.append(above[-1].middle - piece.middle)
    if below and line[0].middle - below[0][0].middle < SAME_ROW * line[0].height:
        return False
    leads = _leads(line, below, columns)
    return max(gaps) <= PITCH * line[0].height and (leads is None or max(gaps) <= leads + slack)


def _leads(line: Line, below: Sequence[Line], columns: Columns) -> float | None:
    """How far below a line its cells go on, all of which are full; ``None`` where they do not."""
    gaps = []
    for piece in line:
        under = _in_column(below, piece, columns)
        gap = piece.middle - under[0].middle if under else float("inf")
        if gap > PITCH * piece.height or not columns.is_full(piece):
            return None
        gaps.append(gap)
    return min(gaps)


def _in_column(lines: Sequence[Line], piece: Piece, columns: Columns) -> list[Piece]:
    """What stands in the column of a piece, from the top."""
    return [one for line in lines for one in line if columns.place(one) == columns.place(piece)]


def _cells(row: _Row, columns: Columns) -> list[Cell]:
    """The cells of a row; one that reaches over several columns leaves out the others."""
    pieces: dict[int, list[str]] = {}
    reach: dict[int, int] = {}
    for piece in (piece for line in row.lines for piece in line):
        place, count = columns.reach(piece)
        pieces.setdefault(place, []).append(piece.text)
        reach[place] = max(reach.get(place, 1), count)
    found, place = [], 0
    while place < len(columns.edges):
        width = next((one for one in range(1, reach.get(place, 1)) if place + one in pieces), reach.get(place, 1))
        found.append(Cell(["\n".join(pieces.get(place, []))], width))
        place += width
    return found
