"""Where a figure stands: its clause, sentence and paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.reading.expressions import Expression
from helpers.reading.structure import Paragraph

#: No word governs a figure from further away; it keeps the time of reading in line with the length of a text.
REACH = 1000
CLAUSE_ENDS = ",;。:!?\n|\t"
SEGMENT_ENDS = ";。!?\n|\t"
SENTENCE_ENDS = "。!?\n|\t"


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

    @property
    def before(self) -> str:
        return self.text[max(self.clause[0], self.last_end) : self.figure.start]

    @property
    def after(self) -> str:
        return self.text[self.figure.end : min(self.clause[1], self.next_start)]

    @property
    def clause_text(self) -> str:
        return self.text[slice(*self.clause)]

    @property
    def surroundings(self) -> tuple[int, int]:
        """The part of the paragraph within reach."""
        return _within_reach(self.figure, self.paragraph)

    @property
    def sentence_before(self) -> str:
        return self.text[self.sentence[0] : self.figure.start]


def places_of(text: str, paragraph: Paragraph, figures: Sequence[Expression]) -> list[Place]:
    """The places of a paragraph's amounts; dates and bare numerals do not part a clause."""
    amounts = [figure for figure in figures if figure.quantity]
    found = []
    for number, figure in enumerate(amounts):
        limits = _within_reach(figure, paragraph)
        found.append(
            Place(
                text=text,
                figure=figure,
                paragraph=paragraph,
                clause=_bounds(text, figure, CLAUSE_ENDS, limits),
                segment=_bounds(text, figure, SEGMENT_ENDS, limits),
                sentence=_bounds(text, figure, SENTENCE_ENDS, limits),
                last_end=amounts[number - 1].end if number else paragraph.start,
                next_start=amounts[number + 1].start if number + 1 < len(amounts) else paragraph.end,
            )
        )
    return found


def _within_reach(figure: Expression, paragraph: Paragraph) -> tuple[int, int]:
    return max(paragraph.start, figure.start - REACH), min(paragraph.end, figure.end + REACH)


def _bounds(text: str, figure: Expression, ends: str, limits: tuple[int, int]) -> tuple[int, int]:
    """From behind the last end before the figure to the first one after it.

    A comma between digits is part of a number and ends nothing.
    """
    start, end = figure.start, figure.end
    while start > limits[0] and not (text[start - 1] in ends and not _inside_number(text, start - 1)):
        start -= 1
    while end < limits[1] and not (text[end] in ends and not _inside_number(text, end)):
        end += 1
    return start, end


def _inside_number(text: str, place: int) -> bool:
    return text[place] == "," and text[place - 1 : place].isdigit() and text[place + 1 : place + 4].isdigit()
