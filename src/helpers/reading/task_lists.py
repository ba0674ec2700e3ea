"""Lists of tasks in the form of a table: who is responsible for a row, and what has been done."""

from collections.abc import Sequence
from dataclasses import replace

from helpers.reading import lexicon
from helpers.reading.responsible import listed_bodies
from helpers.reading.shared_bodies import names_of_bodies
from helpers.reading.structure import Paragraph
from helpers.reading.table_rows import Line, split_line

FEWEST_CELLS = 3


def read_columns(plain: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those in a table with the bodies that a column of their row names as responsible, and with the
    place of a column that reports what has been done. Where no header names that column, it is the first behind
    another that holds nothing but bodies.
    """
    found, bodies, reported, last = [], None, None, ()
    for row in paragraphs:
        spans = _cells(plain, row)
        texts = [plain[slice(*span)] for span in spans]
        headers = [_header_at(texts, role) for role in ("bodies", "reported")]
        if len(spans) < FEWEST_CELLS:
            bodies = reported = None
        elif any(header is not None for header in headers):
            bodies, reported = headers
        else:
            if bodies is not None and bodies < len(spans) and not row.departments:
                goes_on = texts[bodies] in lexicon.table_words("ditto")
                last = last if goes_on else names_of_bodies(texts[bodies])
                row = replace(row, departments=last)  # noqa: PLW2901
            elif bodies is None and not row.departments:
                row = replace(row, departments=_named_alone(texts))  # noqa: PLW2901
            if reported is not None and reported < len(spans):
                row = replace(row, reported=spans[reported])  # noqa: PLW2901
        found.append(row)
    return found


def _cells(plain: str, row: Paragraph) -> list[tuple[int, int]]:
    """The places of a line's cells, where tabs or bars part them."""
    start, end = plain.rfind("\n", 0, row.start) + 1, plain.find("\n", row.end)
    text = plain[start : end if end >= 0 else len(plain)]
    how = "tab" if "\t" in text else "bar" if "|" in text else ""
    if not how:
        return []
    cells = split_line(Line(start, start + len(text), text), how)
    return [(at, at + len(cell)) for at, cell in zip(cells.starts, cells.texts, strict=True)]


def _named_alone(texts: Sequence[str]) -> tuple[str, ...]:
    return names_of_bodies(next((text for text in texts[1:] if listed_bodies().fullmatch(text)), ""))


def _header_at(texts: Sequence[str], role: str) -> int | None:
    return next((place for place, text in enumerate(texts) if text.startswith(lexicon.table_words(role))), None)
