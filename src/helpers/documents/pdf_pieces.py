"""The signs of a PDF's page → pieces that stand together on a line, and the lines that they stand on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.documents.pdf_signs import Sign

#: A gap wider than so many heights of a sign parts two pieces; one that the print fills (指　　标) may be wider.
WIDE, FILLED, FILLER = 0.6, 1.6, "\u3000"


@dataclass(frozen=True)
class Piece:
    """Signs that stand together on a line, with their numbers."""

    text: str
    left: float
    right: float
    middle: float
    height: float
    numbers: tuple[int, ...]


Line = list[Piece]


def pieces_of(signs: Sequence[Sign], free: Sequence[bool]) -> Iterator[Piece]:
    """Runs of signs on one line without a wide gap."""
    run: list[int] = []
    for number, sign in enumerate(signs):
        if not free[number] or sign.ends_line:
            yield from _piece(signs, run)
            run = []
        elif sign.text.strip():
            if run and not _is_beside(signs, run[-1], number):
                yield from _piece(signs, run)
                run = []
            run.append(number)
    yield from _piece(signs, run)


def _is_beside(signs: Sequence[Sign], last: int, number: int) -> bool:
    """Whether a sign stands behind another of the same piece."""
    gap, height = signs[number].left - signs[last].right, signs[last].height
    wide = FILLED if any(sign.text == FILLER for sign in signs[last + 1 : number]) else WIDE
    level = abs(signs[number].middle[1] - signs[last].middle[1]) <= height / 2
    return level and -height < gap <= wide * height


def _piece(signs: Sequence[Sign], run: Sequence[int]) -> Iterator[Piece]:
    if run:
        inside = [signs[number] for number in run]
        # Between digits a blank parts two numbers.
        blanks = [
            signs[one].text.isdigit() and signs[two].text.isdigit() and two - one > 1 for one, two in pairwise(run)
        ]
        text = "".join(sign.text + (" " if blank else "") for sign, blank in zip(inside, [*blanks, False], strict=True))
        heights = sorted(sign.height for sign in inside)
        middles = sorted(sign.middle[1] for sign in inside)
        half = len(run) // 2
        left, right = min(sign.left for sign in inside), max(sign.right for sign in inside)
        yield Piece(text, left, right, middles[half], heights[half], tuple(run))


def printed_lines(pieces: Iterable[Piece]) -> list[Line]:
    """The pieces by the lines that they stand on, from the top and from the left."""
    found: list[Line] = []
    for piece in sorted(pieces, key=lambda one: -one.middle):
        if found and found[-1][0].middle - piece.middle <= piece.height / 2:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [sorted(line, key=lambda one: one.left) for line in found]
