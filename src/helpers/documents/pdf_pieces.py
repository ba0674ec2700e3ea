"""The signs of a PDF's page → pieces that stand together on a line, and the lines that they stand on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from helpers.documents.pdf_signs import Sign

#: A gap wider than so many heights of a sign parts two pieces; one that the print fills (指　　标) may be wider.
WIDE, FILLED, FILLER = 0.6, 1.6, "\u3000"


@dataclass(frozen=True)
class Piece:
    """Signs that stand together on a line, with their numbers on the page."""

    signs: tuple[Sign, ...]
    numbers: tuple[int, ...]

    @cached_property
    def text(self) -> str:
        """What is printed; between digits a blank parts two numbers."""
        pairs = pairwise(zip(self.signs, self.numbers, strict=True))
        blanks = [one.text.isdigit() and two.text.isdigit() and last - first > 1 for (one, first), (two, last) in pairs]
        return "".join(one.text + " " * blank for one, blank in zip(self.signs, [*blanks, False], strict=True))

    @cached_property
    def left(self) -> float:
        return min(sign.left for sign in self.signs)

    @cached_property
    def right(self) -> float:
        return max(sign.right for sign in self.signs)

    @cached_property
    def middle(self) -> float:
        return sorted(sign.middle[1] for sign in self.signs)[len(self.signs) // 2]

    @cached_property
    def height(self) -> float:
        return sorted(sign.height for sign in self.signs)[len(self.signs) // 2]

    def part(self, first: int, last: int) -> "Piece":
        """Some of the signs as a piece of their own."""
        return Piece(self.signs[first:last], self.numbers[first:last])


#: The pieces of a line from the left.
Line = list[Piece]


def pieces_of(signs: Sequence[Sign], free: Sequence[bool]) -> Iterator[Piece]:
    """Runs of signs on one line without a wide gap; only of signs that are ``free``."""
    run: list[int] = []
    for number, sign in enumerate(signs):
        printed = free[number] and not sign.ends_line and sign.text.strip()
        ends = not free[number] or sign.ends_line or (printed and run and not _is_beside(signs, run[-1], number))
        if ends and run:
            yield Piece(tuple(signs[one] for one in run), tuple(run))
            run = []
        if printed:
            run.append(number)
    if run:
        yield Piece(tuple(signs[one] for one in run), tuple(run))


def _is_beside(signs: Sequence[Sign], last: int, number: int) -> bool:
    """Whether a sign stands behind another of the same piece."""
    gap, height = signs[number].left - signs[last].right, signs[last].height
    if not -height < gap <= FILLED * height or abs(signs[number].bottom - signs[last].bottom) > height / 2:
        return False
    return gap <= WIDE * height or any(sign.text == FILLER for sign in signs[last + 1 : number])


def printed_lines(pieces: Iterable[Piece]) -> list[Line]:
    """The pieces by the lines that they stand on, from the top and from the left."""
    found: list[Line] = []
    for piece in sorted(pieces, key=lambda one: -one.middle):
        if found and found[-1][0].middle - piece.middle <= piece.height / 2:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [sorted(line, key=lambda one: one.left) for line in found]
