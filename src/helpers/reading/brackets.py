"""Where brackets open and close."""

from collections import deque

OPENING, CLOSING = "([〔【", ")]〕】"

#: From where to where some words stand.
Span = tuple[int, int]


def spans_in_brackets(text: str, start: int, end: int) -> deque[Span]:
    """What stands in brackets that are closed, the outermost ones."""
    opened: list[int] = []
    found: deque[Span] = deque()
    for place in range(start, end):
        if text[place] in OPENING:
            opened.append(place)
        elif text[place] in CLOSING and opened:
            first = opened.pop()
            while found and found[-1][0] > first:
                found.pop()
            found.append((first, place))
    return found


def opening_of(line: str, closing: int) -> int:
    """Where the bracket opens that closes at a place, or -1."""
    depth = 0
    for place in range(closing, -1, -1):
        depth += (line[place] in CLOSING) - (line[place] in OPENING)
        if not depth:
            return place
    return -1
