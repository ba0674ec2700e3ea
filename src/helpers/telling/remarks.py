"""Remarks of the tables, which readers write in English, in the language of the page."""

import re
from functools import cache

from helpers import declarations, vocabulary
from helpers.telling.phrases import LATIN, check_language, say, sector_name

BETWEEN = "; "
GAP = re.compile(r"(\\{\d\\})")


@cache
def say_remark(text: str, language: str) -> str:
    """A remark, part by part; a part that ``remarks.csv`` does not have stays as it was written."""
    if check_language(language) == "en" or not text:
        return text
    return say("semicolon", language).join(_say_part(part, language) for part in text.split(BETWEEN))


def is_known(text: str) -> bool:
    """Whether every part of a remark is in ``remarks.csv``, as it stands or with its numbers in the gaps."""
    return all(part in declarations.remarks() or _matched(part) for part in text.split(BETWEEN) if part)


def _say_part(part: str, language: str) -> str:
    known = declarations.remarks()
    if part in known:
        return known[part]
    found = _matched(part)
    if not found:
        return part
    pattern, gaps = found
    return known[pattern].format(*(_say_gap(gap, language) for gap in gaps))


def _say_gap(gap: str, language: str) -> str:
    """A number stays as it is; a sector or place is named, and a word or a remark within the remark said like one."""
    if gap in vocabulary.sectors():
        return sector_name(gap, language)
    if gap in _places():
        return _places()[gap]
    return _say_part(gap, language) if LATIN.search(gap) else gap


def _matched(part: str) -> tuple[str, tuple[str, ...]] | None:
    """The pattern that a part follows and what stands in its gaps, in the order of their numbers."""
    for pattern, order, expression in _patterns():
        if found := expression.fullmatch(part):
            gaps = dict(zip(order, found.groups(), strict=True))
            return pattern, tuple(gaps[number] for number in sorted(gaps))
    return None


@cache
def _places() -> dict[str, str]:
    return {row["place_en"]: row["place"] for row in vocabulary.places()}


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Patterns with gaps, those with most words first, so that the more telling one is found."""
    found = []
    for remark in declarations.remarks():
        pieces = GAP.split(re.escape(remark))
        if len(pieces) > 1:
            expression = "".join("(.+?)" if GAP.fullmatch(piece) else piece for piece in pieces)
            order = tuple(piece.strip("\\{}") for piece in pieces if GAP.fullmatch(piece))
            found.append((remark, order, re.compile(expression)))
    return tuple(sorted(found, key=lambda entry: -len(GAP.sub("", re.escape(entry[0])))))
