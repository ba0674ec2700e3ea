"""Every numeral of a text, so that none can be lost between the targets and the rejected figures."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading.numerals import numeral_pattern, numeral_signs
from helpers.reading.patterns import any_of, at_signs


def find_numerals(text: str) -> list[tuple[int, int]]:
    """Spans of everything that counts: numerals, and the closed list of wordings (全覆盖, 翻番).

    Everyday words that merely contain a numeral's character (``not_numerals.csv``) and the denominators of figures
    per head (每千人口) are passed over.

    >>> [text[a:b] for text in ["到2027年进一步达到1.3亿人次"] for a, b in find_numerals(text)]
    ['2027', '1.3亿']
    """
    return [match.span() for match in _pattern().finditer(text) if match["figure"]]


@cache
def _pattern() -> re.Pattern[str]:
    passed = [*vocabulary.not_numerals(), *vocabulary.denominators()]
    pattern = f"(?:{any_of(passed)})|(?P<figure>(?:{any_of(vocabulary.wordings())})(?![0-9])|{numeral_pattern()})"
    return re.compile(at_signs(pattern, (*passed, *vocabulary.wordings(), *numeral_signs())))
