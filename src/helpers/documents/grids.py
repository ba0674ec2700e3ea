"""Rows of table cells → lines of text in which every cell stands in its own column, with tabs between."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

#: More columns and rows than the table of any plan has; a cell that claims to reach further reaches this far.
MOST_COLUMNS, MOST_ROWS = 60, 400
#: A cell that holds more than this in paragraphs of its own is a frame around running text.
RUNNING_TEXT = 200
#: Stands where a cell goes on from the row above.
DITTO = "〃"
SPACE = re.compile(r"[ \t\r\n\u00a0\u3000\u200b\ufeff]+")


@dataclass
class Cell:
    """The pieces of text in one cell, with line ends between paragraphs, and how many columns and rows it reaches over.

    Tabs stand in it only where it holds a table of its own. ``goes_on`` says that it is part of the cell above.
    """

    pieces: list[str] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    goes_on: bool = False

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs that say something."""
        return [line for line in "".join(self.pieces).split("\n") if line.strip()]


def lines_of(rows: Iterable[list[Cell]]) -> Iterator[str]:
    """A line a row, in which a cell that reaches over several columns leaves the others empty, and one that reaches
    into the rows below has a ditto mark there.

    A frame around running text, which is no table, gives its paragraphs as lines.
    """
    taken: dict[int, int] = {}  # column → into how many rows from here on a cell above reaches
    for row in rows:
        if _is_frame(row):
            yield from (part for cell in row for part in cell.paragraphs)
            taken = {}
            continue
        texts: list[str] = []
        reached: dict[int, int] = {}
        for cell in row:
            while len(texts) in taken:
                texts.append(DITTO)
            columns = max(min(cell.columns, MOST_COLUMNS - len(texts)), 1)
            if cell.rows > 1 and len(texts) < MOST_COLUMNS:
                reached |= dict.fromkeys(range(len(texts), len(texts) + columns), min(cell.rows, MOST_ROWS))
            texts += [DITTO if cell.goes_on else _joined(cell.paragraphs), *[""] * (columns - 1)]
        texts += [DITTO if column in taken else "" for column in range(len(texts), max(taken, default=-1) + 1)]
        taken = {column: left - 1 for column, left in (taken | reached).items() if left > 1}
        if set(texts) - {"", DITTO}:
            yield "\t".join(texts)


def _is_frame(row: list[Cell]) -> bool:
    """A box of text, or a page laid out by a table: a cell with several paragraphs that is alone or full, or with a
    table inside.
    """
    parts = [cell.paragraphs for cell in row]
    if any("\t" in part for one in parts for part in one) or (len(row) == 1 and len(parts[0]) > 1):
        return True
    return any(len(one) > 1 and sum(map(len, one)) > RUNNING_TEXT for one in parts)


def _joined(paragraphs: list[str]) -> str:
    """A cell's paragraphs, which narrow columns break anywhere, in one piece; two numbers stay two."""
    found = ""
    for part in paragraphs:
        text = SPACE.sub(" ", part).strip()
        found += ("; " if found[-1:].isdigit() and text[:1].isdigit() else "") + text
    return found
