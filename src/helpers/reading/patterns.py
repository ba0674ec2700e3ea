"""Words as regular expressions."""

import re
from collections.abc import Iterable

#: One Chinese character.
CHINESE = re.compile(r"[\u4e00-\u9fff]")
#: What stands in brackets, with none inside them.
ASIDE = re.compile(r"\([^()]*\)")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longer ones first; one that matches nothing where there are none.

    Words that begin alike stand together, so that a long list costs no more than its first signs.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        groups.setdefault(word[:1], []).append(re.escape(word[1:]))
    found = (
        re.escape(first) + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in groups.items()
    )
    return "|".join(found) or r"(?!)"


def at_signs(pattern: str, words: Iterable[str]) -> str:
    """The pattern, tried only where one of the signs stands that the ``words`` begin with.

    It finds the same, many times faster: an engine cannot tell by itself what a pattern with optional beginnings begins
    with, and tries all of it at every sign of a text.
    """
    signs = "".join(sorted({re.escape(word[0]) for word in words if word}))
    return f"(?=[{signs}])(?:{pattern})"


def opening(text: str, words: tuple[str, ...], at: int = 0) -> str:
    """The first of the words that the text begins with, or goes on with ``at`` a place, or nothing; most texts begin
    with none of them.
    """
    if text.startswith(words, at):
        for word in words:
            if text.startswith(word, at):
                return word
    return ""


def ending(text: str, words: tuple[str, ...]) -> str:
    """The first of the words that the text ends with, or nothing; most texts end with none of them."""
    return next((word for word in words if text.endswith(word)), "") if text.endswith(words) else ""


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands anywhere in the text."""
    for word in words:  # noqa: SIM110 — asked many times for each figure, where a generator costs as much again
        if word in text:
            return True
    return False
