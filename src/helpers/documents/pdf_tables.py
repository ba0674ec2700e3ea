"""The rules drawn on a PDF's page → grids of cells, and the signs inside them as cells of text."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from helpers.documents.grids import Cell
from helpers.documents.pdf_signs import Sign

#: Points: rules this near to each other are one, and a rule is at least so long.
NEAR, SHORTEST = 3.0, 6.0
#: A page with more rules than this is a drawing, not a table.
MOST_RULES, MOST_SEGMENTS = 4000, 200_000
FEWEST_COLUMNS, FEWEST_CELLS, MOST_CELLS = 2, 3, 20_000


@dataclass(frozen=True)
class Rule:
    """A straight line along one axis: ``at`` on the other axis, from ``first`` to ``last``."""

    at: float
    first: float
    last: float


@dataclass(frozen=True)
class Grid:
    """A ruled table: the places of its columns' edges from the left and of its rows' edges from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    upright: tuple[Rule, ...]
    level: tuple[Rule, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.columns[0] <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]

    def parted(self, column: int, row: int) -> bool:
        """Whether a rule stands at the right of a cell."""
        middle = (self.rows[row] + self.rows[row + 1]) / 2
        return any(_covers(one, self.columns[column + 1], middle) for one in self.upright)

    def closed(self, column: int, row: int) -> bool:
        """Whether a rule lies below a cell."""
        middle = (self.columns[column] + self.columns[column + 1]) / 2
        return any(_covers(one, self.rows[row + 1], middle) for one in self.level)


def grids_of(page: pypdfium2.PdfPage) -> list[Grid]:
    """All ruled tables of a page that have at least two columns and three cells."""
    upright, level = _rules_of(page)
    if not level or len(upright) + len(level) > MOST_RULES:
        return []
    return [grid for group in _groups(upright, level) if (grid := _grid(*group))]


def cells_of(grid: Grid, signs: Sequence[Sign]) -> list[list[Cell]]:
    """The rows of a grid with the text of the signs inside; a cell without a rule at its side goes on there."""
    texts: dict[tuple[int, int], list[Sign]] = {}
    for sign in signs:
        if sign.text.strip() and not sign.ends_line:
            x, y = sign.middle
            at = (_place(x, grid.columns), _place(-y, [-row for row in grid.rows]))
            texts.setdefault(at, []).append(sign)
    taken: set[tuple[int, int]] = set()
    rows = []
    for row in range(len(grid.rows) - 1):
        cells = []
        for column in range(len(grid.columns) - 1):
            if (column, row) not in taken:
                columns, height = _reach(grid, column, row)
                inside = [(one, two) for two in range(row, row + height) for one in range(column, column + columns)]
                taken |= set(inside)
                text = [sign for at in inside for sign in texts.get(at, [])]
                cells.append(Cell(list(_pieces(text)), columns, height))
        rows.append(cells)
    return rows


def _reach(grid: Grid, column: int, row: int) -> tuple[int, int]:
    """Over how many columns and rows a cell reaches."""
    columns = height = 1
    while column + columns < len(grid.columns) - 1 and not grid.parted(column + columns - 1, row):
        columns += 1
    while row + height < len(grid.rows) - 1 and not grid.closed(column, row + height - 1):
        height += 1
    return columns, height


def _pieces(signs: Iterable[Sign]) -> Iterator[str]:
    """The signs of a cell with line ends where a sign stands below the one before it."""
    last: Sign | None = None
    for sign in signs:
        if last and last.middle[1] - sign.middle[1] > last.height / 2:
            yield "\n"
        yield sign.text
        last = sign


def _place(value: float, edges: Sequence[float]) -> int:
    """The number of the interval that a value lies in."""
    return max(0, min(sum(edge <= value for edge in edges) - 1, len(edges) - 2))


def _covers(rule: Rule, at: float, middle: float) -> bool:
    return abs(rule.at - at) <= NEAR and rule.first <= middle <= rule.last


def _groups(upright: list[Rule], level: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that touch each other, from the top of the page: each group one table."""
    bands: list[list[float]] = []
    spans = [(one.first, one.last) for one in upright] or [(one.at, one.at) for one in level]
    for low, high in sorted(spans):
        if bands and low <= bands[-1][1] + NEAR:
            bands[-1][1] = max(bands[-1][1], high)
        else:
            bands.append([low, high])
    for low, high in reversed(bands):
        inside = [one for one in level if low - NEAR <= one.at <= high + NEAR]
        yield [one for one in upright if low - NEAR <= one.first and one.last <= high + NEAR], inside


def _grid(upright: list[Rule], level: list[Rule]) -> Grid | None:
    # The outer rules of a table are often left out: those across reach as far.
    rows = _merged([one.at for one in level] + _ends(upright))[::-1]
    columns = _merged([one.at for one in upright] + _ends(level))
    cells = (len(rows) - 1) * (len(columns) - 1)
    # The last row of a table may stand alone on its page.
    if len(columns) <= FEWEST_COLUMNS or not FEWEST_CELLS <= cells <= MOST_CELLS:
        return None
    return Grid(tuple(columns), tuple(rows), tuple(upright), tuple(level))


def _ends(rules: Sequence[Rule]) -> list[float]:
    return [min(one.first for one in rules), max(one.last for one in rules)] if rules else []


def _merged(values: Iterable[float]) -> list[float]:
    """The values in order, those near to each other as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _rules_of(page: pypdfium2.PdfPage) -> tuple[list[Rule], list[Rule]]:
    """The upright and the level rules of a page, as they are drawn: lines, or the edges of boxes and bars."""
    upright, level, read = [], [], 0
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        read += max(pdfium.FPDFPath_CountSegments(drawn), 0)
        if read > MOST_SEGMENTS:
            return [], []
        for (x, y), (u, v) in _edges(drawn):
            if abs(x - u) <= NEAR / 2 and abs(y - v) >= SHORTEST:
                upright.append(Rule((x + u) / 2, min(y, v), max(y, v)))
            elif abs(y - v) <= NEAR / 2 and abs(x - u) >= SHORTEST:
                level.append(Rule((y + v) / 2, min(x, u), max(x, u)))
    return upright, level


def _edges(drawn: pypdfium2.PdfObject) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight edges of a drawn path, in points of the page."""
    matrix, x, y = drawn.get_matrix(), ctypes.c_float(), ctypes.c_float()
    start = last = None
    for number in range(pdfium.FPDFPath_CountSegments(drawn)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, number)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last:
            yield last, point
        if pdfium.FPDFPathSegment_GetClose(segment) and start:
            yield point, start
        last = point
