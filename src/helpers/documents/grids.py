"""Rows of table cells → lines of text in which every cell stands in its own column, with tabs between."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

#: More columns and rows than the table of any plan has; a cell that claims to reach further reaches this far.
MOST_COLUMNS, MOST_ROWS = 60, 400
#: A cell that holds more than this in paragraphs of its own is a frame around running text.
RUNNING_TEXT = 200
SPACE = re.compile(r"[ \t\r\n\u00a0\u3000\u200b\ufeff]+")


@dataclass
class Cell:
    """The pieces of text in one cell, with line ends between paragraphs, and how many columns and rows it reaches over.

    Tabs stand in it only where it holds a table of its own.
    """

    pieces: list[str] = field(default_factory=list)
    columns: int = 1
    rows: int = 1

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs that say something."""
        return [line for line in "".join(self.pieces).split("\n") if line.strip()]


def lines_of(rows: Iterable[list[Cell]]) -> Iterator[str]:
    """A line a row, in which a cell that reaches over several leaves the others' places empty.

    A frame around running text, which is no table, gives its paragraphs as lines.
    """
    taken: dict[int, int] = {}  # column → how many rows from here on a cell above reaches into
    for row in rows:
        if _is_frame(row):
            yield from (part for cell in row for part in cell.paragraphs)
            taken = {}
            continue
        texts: list[str] = []
        reached: dict[int, int] = {}
        for cell in row:
            while taken.get(len(texts), 0):
                texts.append("")
            columns = max(min(cell.columns, MOST_COLUMNS - len(texts)), 1)
            if cell.rows > 1 and len(texts) < MOST_COLUMNS:
                reached |= dict.fromkeys(range(len(texts), len(texts) + columns), min(cell.rows, MOST_ROWS))
            texts += [_joined(cell.paragraphs), *[""] * (columns - 1)]
        texts += [""] * max((column + 1 - len(texts) for column, left in taken.items() if left), default=0)
        taken = {column: left - 1 for column, left in (taken | reached).items() if left > 1}
        if any(texts):
            yield "\t".join(texts)


def _is_frame(row: list[Cell]) -> bool:
    """A box of text, or a page laid out by a table: a cell alone with several paragraphs, full of them, or with a table."""
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
