"""Tables on a PDF's page without rules → rows of cells: what stands in one column and belongs to one row is a cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.documents.grids import Cell, lines_of
from helpers.documents.pdf_pieces import Line, Piece, pieces_of, printed_lines
from helpers.documents.pdf_signs import Sign

#: In heights of a sign: lines further apart than this are of different tables, and those nearer than this of one row; a
#: piece that is by so much narrower than its column did not wrap.
FAR, SAME_ROW, RAGGED = 4.0, 0.95, 1.3
#: Lines of one cell are not further apart than so many heights; distances that differ by less, in points, are equal.
PITCH, NEARLY = 1.9, 0.5
#: Among so many lines above or below stands the one that a cell goes on from or in; others hold other cells' lines.
BESIDE = 4
FEWEST_CELLS, FEWEST_ROWS = 3, 2
#: A cell is narrower than this part of a page's print, or it is running text.
NARROW = 0.6
YEAR = "(?:19|20)[0-9]{2}(?![0-9])"
FIGURE = re.compile(rf"(?!{YEAR})[^\u4e00-\u9fff]{{0,2}}[0-9][^\u4e00-\u9fff]*.{{0,6}}|[—–-]+")


@dataclass(frozen=True)
class Table:
    """The lines of a table, its cells parted by tabs, and the numbers of the page's signs that stand in it."""

    lines: tuple[str, ...]
    signs: frozenset[int]


@dataclass
class _Row:
    """The lines that make up a row; one without figures may ``lead`` to the next: the first lines of its cells."""

    lines: list[Line]
    figures: bool = False
    leads: bool = False


@dataclass(frozen=True)
class _Columns:
    """Where columns begin and end, and the widest piece of each."""

    edges: tuple[tuple[float, float], ...]
    widest: tuple[float, ...]

    def reach(self, piece: Piece) -> tuple[int, int]:
        """The first column that a piece stands in, and in how many."""
        slack = piece.height / 2
        inside = [
            number
            for number, (left, right) in enumerate(self.edges)
            if min(right, piece.right) - max(left, piece.left) > min(slack, piece.right - piece.left) / 2
        ]
        if inside:
            return inside[0], inside[-1] - inside[0] + 1
        middle = (piece.left + piece.right) / 2
        return min(range(len(self.edges)), key=lambda one: abs(sum(self.edges[one]) / 2 - middle)), 1

    def place(self, piece: Piece) -> int:
        """The first column that a piece stands in."""
        return self.reach(piece)[0]

    def end(self, column: int) -> float:
        """Where the next column begins."""
        return self.edges[column + 1][0] if column + 1 < len(self.edges) else float("inf")

    def is_full(self, piece: Piece) -> bool:
        """Whether a piece is as wide as its column, so that what follows may be the rest of it."""
        return abs(piece.right - piece.left - self.widest[self.place(piece)]) <= RAGGED * piece.height


def tables_of(signs: Sequence[Sign], free: Sequence[bool]) -> list[Table]:
    """All tables among those signs of a page that are ``free``, such as those outside ruled tables."""
    lines = printed_lines(pieces_of(signs, free))
    return [table for group, columns in _groups(lines) if (table := _table(group, columns))]


def _groups(lines: Sequence[Line]) -> Iterator[tuple[list[Line], _Columns]]:
    """Lines with several cells, with the lines of few cells between and around them that fit into their columns."""
    full = [number for number, line in enumerate(lines) if len(line) >= FEWEST_CELLS]
    pieces = [piece for line in lines for piece in line]
    widest = NARROW * (max(one.right for one in pieces) - min(one.left for one in pieces)) if pieces else 0.0
    taken = 0
    while full:
        first = last = full.pop(0)
        while full and _is_close(lines[last : full[0] + 1], widest):
            last = full.pop(0)
        columns = _columns_of(lines[first : last + 1])
        if columns and last > first:
            while first > taken and _fits(lines[first - 1], lines[first], columns):
                first -= 1
            while last + 1 < len(lines) and _fits(lines[last + 1], lines[last], columns):
                last += 1
            taken = last + 1
            full = [number for number in full if number > last]
            yield list(lines[first : last + 1]), columns


def _is_close(lines: Sequence[Line], widest: float) -> bool:
    """Whether lines follow each other closely, and those between the first and the last are no running text."""
    near = all(one[0].middle - two[0].middle <= FAR * two[0].height for one, two in pairwise(lines))
    return near and all(piece.right - piece.left <= widest for line in lines[1:-1] for piece in line)


def _fits(line: Line, beside: Line, columns: _Columns) -> bool:
    """Whether a line at the edge of a table can be part of it: near, and each piece in a column of its own."""
    near = abs(line[0].middle - beside[0].middle) <= FAR / 2 * line[0].height
    places = [columns.reach(piece) for piece in line]
    alone = all(count == 1 for _, count in places) and len({place for place, _ in places}) == len(places)
    return (
        near
        and alone
        and all(piece.right <= columns.end(place) for piece, (place, _) in zip(line, places, strict=True))
    )


def _columns_of(lines: Sequence[Line]) -> _Columns | None:
    """The columns of the lines with most cells; ``None`` where these do not stand above each other.

    How wide a column's widest cell is, is seen from all lines.
    """
    most = max(map(len, lines))
    whole = [line for line in lines if len(line) == most]
    edges = [(min(one.left for one in cells), max(one.right for one in cells)) for cells in zip(*whole, strict=True)]
    if any(one[1] > two[0] for one, two in pairwise(edges)):
        return None
    found = _Columns(tuple(edges), (0.0,) * most)
    widest = [0.0] * most
    for piece in (piece for line in lines for piece in line):
        place, count = found.reach(piece)
        if count == 1:
            widest[place] = max(widest[place], piece.right - piece.left)
    return _Columns(tuple(edges), tuple(widest))


def _table(lines: Sequence[Line], columns: _Columns) -> Table | None:
    rows = _rows(lines, columns)
    held = [number for number, row in enumerate(rows) if row.figures]
    if len(held) < FEWEST_ROWS or not any(_figures(lines, columns)):
        return None
    rows = rows[held[0] : held[-1] + 1]
    numbers = (number for row in rows for line in row.lines for piece in line for number in piece.numbers)
    return Table(tuple(lines_of(_cells(row, columns) for row in rows)), frozenset(numbers))


def _figures(lines: Sequence[Line], columns: _Columns) -> list[bool]:
    """Which columns hold figures below the first line, at least in half of their cells."""
    found: list[list[bool]] = [[] for _ in columns.edges]
    for line in lines[1:]:
        for piece in line:
            found[columns.place(piece)].append(bool(FIGURE.fullmatch(piece.text)))
    return [sum(one) * 2 >= len(one) > 0 for one in found]


def _rows(lines: Sequence[Line], columns: _Columns) -> list[_Row]:
    """The lines row by row, from the top."""
    of_figures = _figures(lines, columns)
    rows: list[_Row] = []
    for number, line in enumerate(lines):
        figures = len(line) >= FEWEST_CELLS or any(
            of_figures[columns.place(piece)] and FIGURE.fullmatch(piece.text) for piece in line
        )
        last = rows[-1] if rows else None
        same = last and last.lines[-1][0].middle - line[0].middle < SAME_ROW * line[0].height
        if last and ((same and not (figures and last.figures)) or (figures and last.leads)):
            last.lines.append(line)
            last.figures, last.leads = last.figures or figures, last.leads and not figures
        elif figures or not last or not _goes_on(last, line, lines[number + 1 :], columns):
            leads = not figures and _leads(line, lines[number + 1 :], columns) is not None
            rows.append(_Row([line], figures=figures, leads=leads))
        else:
            last.lines.append(line)
    return rows


def _goes_on(last: _Row, line: Line, below: Sequence[Line], columns: _Columns) -> bool:
    """Whether a line without figures is the rest of the cells above it, and not rather the beginning of those below."""
    gaps = []
    for piece in line:
        near = last.lines[-BESIDE:]
        above = [one for other in near for one in other if columns.place(one) == columns.place(piece)]
        if not above or not columns.is_full(above[-1]):
            return False
        gaps.append(above[-1].middle - piece.middle)
    if below and line[0].middle - below[0][0].middle < SAME_ROW * line[0].height:
        return False
    leads = _leads(line, below, columns)
    return max(gaps) <= PITCH * line[0].height and (leads is None or max(gaps) <= leads + NEARLY)


def _leads(line: Line, below: Sequence[Line], columns: _Columns) -> float | None:
    """How far below a line its cells go on, all of which are full; ``None`` where they do not."""
    gaps = []
    for piece in line:
        under = [
            one
            for other in below[:BESIDE]
            for one in other
            if columns.place(one) == columns.place(piece) and piece.middle - one.middle <= PITCH * piece.height
        ]
        if not under or not columns.is_full(piece):
            return None
        gaps.append(piece.middle - under[0].middle)
    return min(gaps)


def _cells(row: _Row, columns: _Columns) -> list[Cell]:
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
