"""Bodies on lines of their own, and the paragraphs that they are responsible for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.reading.brackets import OPENING
from helpers.reading.responsible import find_bodies, listed_bodies, named_at_end

if TYPE_CHECKING:
    from helpers.reading.structure import Paragraph

#: So many lines of bodies make the cells of a table.
FEWEST_CELLS = 2
DIGIT = re.compile("[0-9]")


def share_departments(text: str, paragraphs: Sequence["Paragraph"]) -> list["Paragraph"]:
    """The paragraphs, with the bodies of a line that holds nothing else given to those above it.

    Those are the ones of its section that have no bodies of their own, and in a text without sections the one above.
    """
    found = _with_cells(text, paragraphs)
    for number, one in enumerate(found):
        if not one.departments or not _is_alone(text[one.start : one.end]):
            continue
        for above in range(number - 1, -1, -1):
            earlier = found[above]
            if earlier.departments or earlier.section != one.section:
                break
            found[above] = replace(earlier, departments=one.departments)
            if not one.section:
                break
    return found


def _with_cells(text: str, paragraphs: Sequence["Paragraph"]) -> list["Paragraph"]:
    """The paragraphs, with the bodies of lines of nothing but bodies given to the line above that has a figure.

    So does a table read that was flattened to a line for each cell. One such line alone is who signs the document.
    """
    found = list(paragraphs)
    lines = [text[one.start : one.end].strip() for one in found]
    cells = [
        number
        for number, line in enumerate(lines[1:], start=1)
        if listed_bodies().fullmatch(line) and DIGIT.search(lines[number - 1]) and not found[number - 1].departments
    ]
    for number in cells if len(cells) >= FEWEST_CELLS else []:
        found[number - 1] = replace(found[number - 1], departments=names_of_bodies(lines[number]))
    return found


def names_of_bodies(text: str) -> tuple[str, ...]:
    """The bodies that a cell or a line of nothing else names."""
    return tuple(text[slice(*one)] for one in find_bodies(text))


def _is_alone(line: str) -> bool:
    start, end = named_at_end(line)
    return end > start and not line[:start].strip(" " + OPENING)
