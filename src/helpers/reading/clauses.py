"""Where a figure stands: its clause, sentence and paragraph."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from helpers.reading import lexicon
from helpers.reading.expressions import Expression
from helpers.reading.structure import Paragraph

#: No word governs a figure from further away; it keeps the time of reading in line with the length of a text.
REACH = 1000
CLAUSE_ENDS = ",;。:!?\n|\t"
SEGMENT_ENDS = ";。!?\n|\t"
SENTENCE_ENDS = "。!?\n|\t"
ANY_END = re.compile(f"[{re.escape(CLAUSE_ENDS)}]")


Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 (used as a decorator)
    """A property that is worked out once. ``functools.cached_property`` takes a lock for it before Python 3.12, and a
    place is asked for its parts so often that this was one part in twenty-five of the time of reading.
    """

    def __init__(self, work_out: Callable[["Place"], Value]) -> None:
        self.work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, place: "Place", owner: type) -> Value:
        value = place.__dict__[self.name] = self.work_out(place)
        return value


@dataclass(frozen=True)
class Place:
    """A figure with the spans around it, all in plain text.

    ``before`` and ``after`` are the parts of its clause on either side, up to the next figure.
    """

    text: str
    figure: Expression
    paragraph: Paragraph
    clause: tuple[int, int]
    segment: tuple[int, int]
    sentence: tuple[int, int]
    last_end: int
    next_start: int

    @once
    def before(self) -> str:
        return self.text[max(self.clause[0], self.last_end) : self.figure.start]

    @once
    def opens_part(self) -> bool:
        """Whether its words open with what leads in a part of what stands before: 其中|小麦, (其中|小麦."""
        return self.before.lstrip(" ,(").startswith(lexicon.signs("thereof"))

    @once
    def after(self) -> str:
        return self.text[self.figure.end : min(self.clause[1], self.next_start)]

    @once
    def clause_text(self) -> str:
        return self.text[slice(*self.clause)]

    @once
    def surroundings(self) -> tuple[int, int]:
        """The part of the paragraph within reach."""
        return _within_reach(self.figure, self.paragraph)

    @property
    def clause_so_far(self) -> str:
        """Its clause up to the figure, with the other figures in it."""
        return self.text[self.clause[0] : self.figure.start]

    @property
    def segment_so_far(self) -> str:
        """Its part of the sentence up to the figure."""
        return self.text[self.segment[0] : self.figure.start]

    @once
    def before_clause(self) -> str:
        """The rest of its part of the sentence before its clause."""
        return self.text[self.segment[0] : self.clause[0]]

    @once
    def sentence_before(self) -> str:
        return self.text[self.sentence[0] : self.figure.start]


def places_of(text: str, paragraph: Paragraph, figures: Sequence[Expression]) -> list[Place]:
    """The places of a paragraph's amounts; dates and bare numerals do not part a clause."""
    amounts = [figure for figure in figures if figure.quantity]
    if not amounts:
        return []
    ends = _ends(text, paragraph.start, paragraph.end)
    found = []
    for number, figure in enumerate(amounts):
        found.append(
            Place(
                text=text,
                figure=figure,
                paragraph=paragraph,
                clause=_bounds(ends[CLAUSE_ENDS], figure, paragraph),
                segment=_bounds(ends[SEGMENT_ENDS], figure, paragraph),
                sentence=_bounds(ends[SENTENCE_ENDS], figure, paragraph),
                last_end=amounts[number - 1].end if number else paragraph.start,
                next_start=amounts[number + 1].start if number + 1 < len(amounts) else paragraph.end,
            )
        )
    return found


def _within_reach(figure: Expression, paragraph: Paragraph) -> tuple[int, int]:
    return max(paragraph.start, figure.start - REACH), min(paragraph.end, figure.end + REACH)


@lru_cache(maxsize=2)  # the places of a paragraph are asked for again without the figures that are rejected
def _ends(text: str, start: int, end: int) -> dict[str, list[int]]:
    """Where a paragraph's clauses, segments and sentences end; a comma between digits is part of a number."""
    places = [match.start() for match in ANY_END.finditer(text, start, end) if not _inside_number(text, match.start())]
    return {kind: [one for one in places if text[one] in kind] for kind in (CLAUSE_ENDS, SEGMENT_ENDS, SENTENCE_ENDS)}


def _bounds(ends: Sequence[int], figure: Expression, paragraph: Paragraph) -> tuple[int, int]:
    """From behind the last end before the figure to the first one after it, within reach."""
    first, last = _within_reach(figure, paragraph)
    before, behind = bisect_left(ends, figure.start), bisect_left(ends, figure.end)
    start = ends[before - 1] + 1 if before else first
    end = ends[behind] if behind < len(ends) else last
    return max(start, first), min(end, last)


def _inside_number(text: str, place: int) -> bool:
    return text[place] == "," and text[place - 1 : place].isdigit() and text[place + 1 : place + 4].isdigit()
