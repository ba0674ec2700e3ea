"""The lines of a PDF's page → those of tables without rules, and where the columns of each table stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.documents.grids import MOST_COLUMNS
from helpers.documents.pdf_pieces import Line, Piece

#: In heights of a sign: lines further apart than this are of different tables, and those nearer than this of one row; a
#: piece that is by so much narrower than its column did not wrap; and a gap as small as this can part two full cells.
FAR, SAME_ROW, RAGGED, TIGHT = 4.0, 0.95, 0.65, 0.2
#: Lines of one cell are not further apart than so many heights.
PITCH = 1.9
FEWEST_CELLS = 3
#: So many lines tell what the columns of a table are.
LATELY = 40
#: A cell is narrower than this part of a page's print, or it is running text.
NARROW = 0.6
YEAR = "(?:19|20)[0-9]{2}(?![0-9])"
FIGURE = re.compile(rf"(?!{YEAR})[^\u4e00-\u9fff]{{0,2}}[0-9][^\u4e00-\u9fff]*.{{0,6}}|[—–-]+")


@dataclass(frozen=True)
class Columns:
    """Where columns begin and end, and how wide the widest piece of each is."""

    edges: tuple[tuple[float, float], ...]
    widest: tuple[float, ...]

    def reach(self, piece: Piece) -> tuple[int, int]:
        """The first column that a piece stands in, and in how many."""
        slack = min(piece.height / 2, piece.right - piece.left) / 2
        inside = [
            number
            for number, (left, right) in enumerate(self.edges)
            if min(right, piece.right) - max(left, piece.left) > slack
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

    def hold(self, lines: Sequence[Line]) -> bool:
        """Whether each piece of some lines stands in a column of its own."""
        places = [[self.reach(part) for piece in line for part in self.parted(piece)] for line in lines]
        return all(
            len({place for place, _ in line}) == len(line) and all(count == 1 for _, count in line) for line in places
        )

    def widened(self, lines: Sequence[Line]) -> "Columns":
        """The same columns with the widest piece of each in more lines."""
        widest = list(self.widest)
        for piece in (piece for line in lines for piece in line):
            place, count = self.reach(piece)
            if count == 1:
                widest[place] = max(widest[place], piece.right - piece.left)
        return Columns(self.edges, tuple(widest))

    def parted(self, piece: Piece) -> Iterator[Piece]:
        """The pieces of full cells beside each other, between which there is hardly a gap."""
        first, count = self.reach(piece)
        for column in range(first + 1, first + count):
            start, slack = self.edges[column][0], piece.height / 4
            for number, (one, two) in enumerate(pairwise(piece.signs), start=1):
                gap = two.left - one.right
                if gap >= TIGHT * piece.height and one.right <= start + slack and two.left >= start - slack:
                    yield piece.part(0, number)
                    yield from self.parted(piece.part(number, len(piece.signs)))
                    return
        yield piece


def is_figure(piece: Piece) -> bool:
    """Whether a piece is a figure or stands for one, and is no year."""
    return bool(FIGURE.fullmatch(piece.text))


def tables_in(lines: Sequence[Line], before: Columns | None = None) -> Iterator[tuple[list[Line], Columns]]:
    """Lines with several cells, with the lines of few cells between and around them that fit into their columns.

    ``before`` are the columns of the last table of the page before, which may go on at the top of this one.
    """
    full = [number for number, line in enumerate(lines) if len(line) >= FEWEST_CELLS]
    pieces = [piece for line in lines for piece in line]
    widest = NARROW * (max(one.right for one in pieces) - min(one.left for one in pieces)) if pieces else 0.0
    taken, place = 0, 0
    while place < len(full):
        first = last = full[place]
        while place + 1 < len(full) and _goes_on(lines, first, last, full[place + 1], widest):
            place += 1
            last = full[place]
        at_top = first <= FEWEST_CELLS and before is not None and before.hold(lines[: last + 1])
        columns = before if at_top else columns_of(lines[first : last + 1])
        if columns:
            inside = [[part for piece in line for part in columns.parted(piece)] for line in lines[first : last + 1]]
            columns = columns.widened(inside) if at_top else columns_of(inside) or columns
            above, below = _around(lines, first, last, taken, columns)
            taken = below
            # A row alone may be the rest of a table from the page before, or the header of one on the next.
            if last > first or above == 0 or (below == len(lines) and len(inside[0]) > FEWEST_CELLS):
                yield [*lines[above:first], *inside, *lines[last + 1 : below]], columns
        place += 1
        while place < len(full) and full[place] < taken:
            place += 1


def _around(lines: Sequence[Line], first: int, last: int, taken: int, columns: Columns) -> tuple[int, int]:
    """The first line that belongs to a table, and the first behind it, with those of few cells at its edges."""
    while first > taken and _fits(lines[first - 1], lines[first], columns):
        first -= 1
    while last + 1 < len(lines) and _fits(lines[last + 1], lines[last], columns):
        last += 1
    return first, last + 1


def _goes_on(lines: Sequence[Line], first: int, last: int, following: int, widest: float) -> bool:
    """Whether a line is of one table with those before: near, no running text between, and no header of another."""
    between = lines[last : following + 1]
    near = all(one[0].middle - two[0].middle <= FAR * two[0].height for one, two in pairwise(between))
    if not near or any(piece.right - piece.left > widest for line in between[1:-1] for piece in line):
        return False
    top, bottom = _cluster(lines, following)
    heads = not any(is_figure(piece) for line in lines[top:bottom] for piece in line)
    if not heads or top - 1 <= last or not any(map(is_figure, lines[last])):
        return True
    columns = columns_of(lines[max(first, last - LATELY) : last + 1])
    return bool(columns) and _fits(lines[top - 1], lines[last], columns)  # else a title


def _cluster(lines: Sequence[Line], number: int) -> tuple[int, int]:
    """The lines of one row around one of them, as far as they stand nearer than lines of two rows can."""

    def near(one: int) -> bool:
        return lines[one][0].middle - lines[one + 1][0].middle < SAME_ROW * lines[one + 1][0].height

    top, bottom = number, number + 1
    while top and near(top - 1):
        top -= 1
    while bottom < len(lines) and near(bottom - 1):
        bottom += 1
    return top, bottom


def _fits(line: Line, beside: Line, columns: Columns) -> bool:
    """Whether a line of few cells beside a table can be part of it: near, and each piece in a column of its own."""
    near = abs(line[0].middle - beside[0].middle) <= FAR / 2 * line[0].height
    places = [columns.reach(piece) for piece in line]
    alone = all(count == 1 for _, count in places) and len({place for place, _ in places}) == len(places)
    inside = (piece.right <= columns.end(place) for piece, (place, _) in zip(line, places, strict=True))
    return len(line) < FEWEST_CELLS and near and alone and all(inside)


def columns_of(lines: Sequence[Line]) -> Columns | None:
    """The columns of the lines with most cells; ``None`` where these do not stand above each other, or are too many.

    How wide a column's widest piece is, is seen from all lines.
    """
    most = max(map(len, lines))
    if most > MOST_COLUMNS:
        return None
    whole = [line for line in lines if len(line) == most]
    edges = [(min(one.left for one in cells), max(one.right for one in cells)) for cells in zip(*whole, strict=True)]
    if any(one[1] > two[0] for one, two in pairwise(edges)):
        return None
    return Columns(tuple(edges), (0.0,) * most).widened(lines)
