"""A PDF's text, with the lines of a paragraph joined again and its ruled tables row by row."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2

from helpers.documents.encodings import DocumentError
from helpers.documents.grids import lines_of
from helpers.documents.pdf_columns import Columns
from helpers.documents.pdf_signs import Sign, signs_of
from helpers.documents.pdf_tables import Grid, cells_of, grids_of
from helpers.documents.pdf_unruled import tables_of

MOST_PAGES, MOST_SIGNS = 3000, 5_000_000
#: A line that reaches to within this part of the widest one goes on in the next line.
FULL = 0.94
#: A gap as wide as this many signs parts the columns of a table without rules, where a line has several.
WIDE, FEWEST_GAPS = 1.5, 2
#: A table with two level rules has one row, or none of its rows is ruled off.
ONE_ROW = 2
STOPS = "。！？"
BRACKETS = ("()", "（）", "《》", "“”")
PAGE_NUMBER = re.compile(r"[-—–\s]*[0-9]{1,4}[-—–\s]*")


@dataclass(frozen=True)
class Line:
    """One printed line with its left and right edges; a table's ``row`` is joined with no other line."""

    text: str
    left: float = 0
    right: float = 0
    row: bool = False


def read_pdf(content: bytes) -> str:
    """The text of all pages. Raises ``DocumentError`` for protected, damaged and scanned files."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        reason = "is protected by a password" if "assword" in str(error) else "is damaged or cut off"
        msg = f"the PDF {reason}"
        raise DocumentError(msg) from error
    try:
        if len(document) > MOST_PAGES:
            msg = f"the PDF has {len(document)} pages; a plan has less than {MOST_PAGES}"
            raise DocumentError(msg)
        lines = list(_all_lines(document))
    except pypdfium2.PdfiumError as error:
        raise DocumentError("the PDF is damaged: one of its pages cannot be read") from error
    finally:
        document.close()
    if not lines:
        raise DocumentError("the PDF holds pictures and no text; its text must be recognised first")
    return "\n".join(_joined(lines)) + "\n"


def _all_lines(document: pypdfium2.PdfDocument) -> Iterator[Line]:
    read, columns = 0, None
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        read += text.count_chars()
        if read > MOST_SIGNS:
            raise DocumentError("the PDF has more text than any plan's")
        signs = signs_of(text)
        tables, columns = _tables(signs, grids_of(page), columns)
        lines = list(_lines(signs, tables))
        text.close()
        page.close()
        yield from _without_number(lines)


def _without_number(lines: list[Line]) -> list[Line]:
    """The lines of a page without its number, which would part a paragraph or a table that goes on."""
    ends = [place for place in {0, len(lines) - 1} if lines and PAGE_NUMBER.fullmatch(lines[place].text)]
    return [line for place, line in enumerate(lines) if place not in ends or line.row]


def _tables(
    signs: list[Sign], grids: list[Grid], before: Columns | None
) -> tuple[list[tuple[Sequence[str], Iterable[int]]], Columns | None]:
    """The tables of a page, each by its lines and the numbers of its signs, and the columns of the last without rules.

    ``before`` are those of the page before.
    """
    held = _held(signs, grids)
    inside: list[list[int]] = [[] for _ in grids]
    for place, number in enumerate(held):
        if number >= 0:
            inside[number].append(place)
    for number, grid in enumerate(grids):
        if len(grid.rows) == ONE_ROW and _has_rows([signs[place] for place in inside[number]]):
            for place in inside[number]:
                held[place] = -1
            inside[number] = []
    found = [
        (list(lines_of(cells_of(grid, [signs[place] for place in places]))), places)
        for grid, places in zip(grids, inside, strict=True)
        if places
    ]
    unruled = tables_of(signs, [number < 0 for number in held], before)
    return [*found, *((one.lines, one.signs) for one in unruled)], unruled[-1].columns if unruled else None


def _has_rows(signs: list[Sign]) -> bool:
    """Whether there are rows within what rules part into columns alone."""
    return any(len(table.lines) > 1 for table in tables_of(signs, [True] * len(signs)))


def _lines(signs: list[Sign], tables: Sequence[tuple[Sequence[str], Iterable[int]]]) -> Iterator[Line]:
    """The lines of a page in the order of its text; a table's rows stand where its first sign does."""
    held = [-1] * len(signs)
    for number, (_, places) in enumerate(tables):
        for place in places:
            held[place] = number
    line: list[Sign] = []
    seen: set[int] = set()
    for sign, number in zip(signs, _with_blanks(signs, held), strict=True):
        if number < 0 and not sign.ends_line:
            line.append(sign)
            continue
        yield from _line(line)
        line = []
        if number >= 0 and number not in seen:
            seen.add(number)
            yield from (Line(text, row=True) for text in tables[number][0])
    yield from _line(line)


def _held(signs: list[Sign], grids: list[Grid]) -> list[int]:
    """For each sign the number of the ruled table that it stands in, or -1."""
    found = [
        next((number for number, grid in enumerate(grids) if sign.text.strip() and grid.holds(*sign.middle)), -1)
        for sign in signs
    ]
    return _with_blanks(signs, found)


def _with_blanks(signs: list[Sign], held: list[int]) -> list[int]:
    """The numbers of the tables, those of blanks and line ends as those of what is before."""
    found, last = [], -1
    for sign, number in zip(signs, held, strict=True):
        last = number if sign.text.strip() and not sign.ends_line else last
        found.append(last)
    return found


def _line(signs: list[Sign]) -> Iterator[Line]:
    """The line of some signs, with two spaces in each of several wide gaps; nothing where they are blank."""
    printed = [sign for sign in signs if sign.text.strip()]
    if not printed:
        return
    gaps = {id(after) for before, after in pairwise(printed) if after.left - before.right > WIDE * before.height}
    columns = len(gaps) >= FEWEST_GAPS
    text = "".join("  " + sign.text if columns and id(sign) in gaps else sign.text for sign in signs).strip()
    yield Line(text, min(sign.left for sign in printed), max(sign.right for sign in printed), row=columns)


def _is_open(text: str) -> bool:
    """Whether a bracket waits for its end."""
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in BRACKETS)


def _joined(lines: list[Line]) -> list[str]:
    """Lines joined where one is full and the next is not indented; without indents, where no sentence ends."""
    running = [line for line in lines if not line.row]
    left, right = min((one.left for one in running), default=0), max((one.right for one in running), default=0)
    indent, edge = left + (right - left) * (1 - FULL) / 2, left + (right - left) * FULL
    # Behind a short line a paragraph begins, so these lines show how the document begins its paragraphs.
    first = [after.left > indent for line, after in pairwise(running) if line.right < edge]
    indents = sum(first) * 2 > len(first)
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and not line.row and not line.left > indent:
            paragraphs[-1] += line.text
        else:
            paragraphs.append(line.text)
        full = line.right >= edge and not line.row
        goes_on = full and (indents or line.text[-1] not in STOPS or _is_open(paragraphs[-1]))
    return paragraphs
