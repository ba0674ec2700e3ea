"""One form for signs that mean the same, without moving any of them."""

import unicodedata
from functools import cache

from helpers.reading import lexicon


def to_plain(text: str) -> str:
    """Full-width and traditional signs in their plain form; every sign stays where it is.

    Offsets into the plain text are offsets into the printed one.

    >>> to_plain("２０２７年，達到３．５億元")
    '2027年,达到3.5亿元'
    """
    return text.translate({ord(sign): _plain_sign(sign) for sign in set(text)})


@cache
def _plain_sign(sign: str) -> str:
    plain = lexicon.traditional().get(sign) or unicodedata.normalize("NFKC", sign)
    # A sign that has no plain form of one sign (such as ㎡) stays as it is, or all offsets behind it would move.
    return plain if len(plain) == 1 else sign
