"""One form for signs that mean the same, without moving any of them."""

import re
import unicodedata
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon

#: So many kinds of signs that change are looked for one by one; a text in traditional signs has more.
FEW = 60
#: Straight quotation marks, two in a line, tell neither where they open nor where they close.
STRAIGHT = re.compile('"([^"\n]*)"')


def to_plain(text: str) -> str:
    """Full-width and traditional signs, straight quotation marks and years in Chinese digits in their plain form, and
    blanks for bullets and the numbers of footnotes; every sign stays where it is.

    Offsets into the plain text are offsets into the printed one.

    >>> to_plain("２０２７年，達到３．５億元"), to_plain("▶二〇二七年")
    ('2027年,达到3.5亿元', ' 2027年')
    """
    used = set(text)
    if not used.isdisjoint(lexicon.signs("raised")):
        text = _footnote().sub(" ", text)
    changed = {sign: plain for sign in used if (plain := _plain_sign(sign)) != sign}
    if len(changed) > FEW:
        plain = text.translate({ord(sign): plain for sign, plain in changed.items()})
    else:  # looking for each of a few is many times faster than looking at every sign of the text
        plain = text
        for sign, new in changed.items():
            plain = plain.replace(sign, new)
    if '"' in plain:
        plain = STRAIGHT.sub(r"“\1”", plain)
    return _spelled_year().sub(lambda match: match.group().translate(_digits()), plain)


@cache
def _digits() -> dict[int, str]:
    return {ord(sign): str(value) for sign, value in vocabulary.numerals().items() if value < 10} | {
        ord(sign): "0" for sign in lexicon.signs("zero")
    }


@cache
def _spelled_year() -> re.Pattern[str]:
    digits = "".join(map(chr, _digits()))
    first = "".join(sign for sign, value in vocabulary.numerals().items() if value in (1, 2))
    return re.compile(
        f"(?<![{digits}])[{first}][{digits}]{{3}}(?=[{lexicon.signs('year')[0]}{''.join(lexicon.signs('range'))}])"
    )


@cache
def _footnote() -> re.Pattern[str]:
    """A raised number that is no part of a unit: 420² has a footnote, km² has none."""
    return re.compile(f"(?<![A-Za-z])[{''.join(lexicon.signs('raised'))}]")


@cache
def _plain_sign(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign)
    if not {sign, plain}.isdisjoint(lexicon.signs("bullet")):
        return " "
    plain = lexicon.traditional().get(plain, plain)  # some traditional signs have twins that only this form tells
    # A sign that has no plain form of one sign (such as ㎡) stays as it is, or all offsets behind it would move.
    return plain if len(plain) == 1 else sign
