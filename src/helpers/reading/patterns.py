"""Words as regular expressions."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longer ones first; one that matches nothing where there are none."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)) or r"(?!)"


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands anywhere in the text."""
    return any(word in text for word in words)
