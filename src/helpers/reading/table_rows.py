"""Lines of a text → rows of cells, whatever parts the cells: tabs, bars, wide or single spaces."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

#: What can part the cells of a row, the surest first; a page copied as plain text prints bars or spaces.
SPLITS = {
    "tab": re.compile(r"\t"),
    "bar": re.compile(r" *\| ?"),
    "wide": re.compile(r" {2,}"),
    "narrow": re.compile(" "),
}
#: More than the row of any table of indicators has.
LONGEST, MOST_CELLS = 2000, 60


@dataclass(frozen=True)
class Line:
    """One line of a text that is not empty; its place includes the tabs and spaces at its ends."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Row:
    """The cells of a row, with the places where their words start; ``start`` and ``end`` are those of its lines."""

    start: int
    end: int
    texts: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells that say something."""
        return tuple(text for text in self.texts if text)


def lines_of(plain: str) -> list[Line]:
    """All lines that are not empty."""
    found, start = [], 0
    for text in plain.split("\n"):
        if text and not text.isspace():
            found.append(Line(start, start + len(text), text))
        start += len(text) + 1
    return found


def ways_to_split(line: Line) -> Iterator[str]:
    """The names of all that could part the cells of a line."""
    if len(line.text) > LONGEST:
        return
    for how, sign in (("tab", "\t"), ("bar", "|"), ("wide", "  "), ("narrow", " ")):
        if sign in line.text:
            yield how


def split_line(line: Line, how: str) -> Row:
    """The cells of a line; tabs keep the empty ones, and spaces at a line's ends part nothing."""
    first, last = 0, len(line.text)
    if how != "tab":
        first = last - len(line.text.lstrip(" "))
        last = max(first, len(line.text.rstrip(" ")))
    if how == "bar":  # one at each end closes the row; behind it an empty cell may stand
        first += line.text.startswith("|", first)
        last -= line.text.endswith("|", first, last)
    texts, starts, start = [], [], first
    for end, behind in [*(match.span() for match in SPLITS[how].finditer(line.text, first, last)), (last, last)]:
        cell = line.text[start:end]
        texts.append(cell.strip())
        starts.append(line.start + start + len(cell) - len(cell.lstrip()))
        start = behind
    return Row(line.start, line.end, tuple(texts), tuple(starts))


def is_rule(row: Row) -> bool:
    """Whether a row is the line that parts head and body where bars part the cells: |---|---|."""
    return all(re.fullmatch("[:-]*", text) for text in row.texts) and any(row.texts)


def bare_cell(text: str) -> str:
    """The words of a line that is one cell, without the bar that some prints end it with."""
    return text.strip().removesuffix("|").rstrip()


def stack_lines(lines: Sequence[Line]) -> Row:
    """A row whose cells stand on a line each, as some pages are copied."""
    starts = tuple(line.start + len(line.text) - len(line.text.lstrip()) for line in lines)
    return Row(lines[0].start, lines[-1].end, tuple(bare_cell(line.text) for line in lines), starts)


def carry_down(rows: Iterable[Row], ditto: Container[str], columns: Container[int]) -> list[Row]:
    """The rows in which a cell that goes on from above says what it says there, in the given columns alone."""
    found: list[Row] = []
    for row in rows:
        texts, starts = list(row.texts), list(row.starts)
        last = found[-1] if found else None
        for place, text in enumerate(texts):
            if text in ditto and place in columns:
                same = last and place < len(last.texts)
                texts[place] = last.texts[place] if same else ""
                starts[place] = last.starts[place] if same else starts[place]
        found.append(Row(row.start, row.end, tuple(texts), tuple(starts)))
    return found
