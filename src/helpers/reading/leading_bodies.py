"""Which bodies of a list lead, where the document says how its lists are ordered: 逗号之前的为牵头单位."""

import re
from functools import cache

from helpers.reading import lexicon
from helpers.reading.brackets import CLOSING, OPENING
from helpers.reading.patterns import any_of, has_any

ENDS = ",;"


def read_order(plain: str) -> str:
    """How a document orders its lists of bodies: ``comma`` where those before the first comma lead, ``first`` where the
    first one does; empty where it says nothing of it.

    >>> read_order("(市商务局,市科技局。列第一位的为牵头单位,下同)")
    'first'
    """
    if not has_any(plain, (*lexicon.signs("leads_before_comma"), *lexicon.signs("leads_as_first"))):
        return ""
    found = _said().search(plain)
    return next((name for name, words in found.groupdict().items() if words), "") if found else ""


def leading_part(listed: str, order: str) -> str:
    """The part of a list that leads: all of it, unless commas outside brackets order it."""
    if order != "comma":
        return listed
    depth = 0
    for place, sign in enumerate(listed):
        depth += (sign in OPENING) - (sign in CLOSING)
        if sign in ENDS and not depth:
            return listed[:place]
    return listed


@cache
def _said() -> re.Pattern[str]:
    comma, first = (any_of(lexicon.signs(role)) for role in ("leads_before_comma", "leads_as_first"))
    leads = any_of(lexicon.signs("leads"))
    return re.compile(f"(?:(?P<comma>{comma})|(?P<first>{first}))[^,;。()]{{0,8}}?(?:{leads})")
