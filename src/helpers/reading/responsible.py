"""The bodies that a paragraph names as responsible."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from helpers.reading import lexicon
from helpers.reading.patterns import any_of

if TYPE_CHECKING:
    from helpers.reading.structure import Paragraph

#: What brackets hold, which may hold brackets of their own: (市商务局、各县(市、区)人民政府负责).
WITHIN = r"(?:[^()【】]|\([^()【】]*\))*"
#: Between two bodies, but not inside brackets.
BETWEEN = re.compile(r"[、,;](?![^()〔〕]*[)〕])")


def read_departments(line: str) -> tuple[str, ...]:
    """Bodies named as responsible at a paragraph's end: the leading ones, and where none leads, all.

    >>> read_departments("培育10家企业。(牵头单位:市商务局、市科技局;责任单位:各县区人民政府)")
    ('市商务局', '市科技局')
    """
    match = _responsible().search(line)
    if not match:
        return ()
    text = _person().sub("", match["bodies"] or match["bare"])
    named = _leading().search(text) or _labelled().search(text)
    text = named["bodies"] if named else text
    return bodies_of(_trailer().split(text.partition("。")[0])[0])


def bodies_of(text: str) -> tuple[str, ...]:
    """The bodies of a list; what shares its end with the next (各州、市人民政府) is one with it."""
    found: list[str] = []
    for part in BETWEEN.split(text):
        if found and _level().fullmatch(found[-1]):
            found[-1] += f"、{part}"
        else:
            found.append(part.strip())
    if found:
        found[-1] = found[-1].removesuffix(lexicon.signs("such_as")[0])
    return tuple(filter(None, found))


def share_departments(text: str, paragraphs: Sequence["Paragraph"]) -> list["Paragraph"]:
    """The paragraphs, with the bodies of a line that holds nothing else given to those above it.

    Those are the ones of its section that have no bodies of their own, and in a text without sections the one above.
    """
    found = list(paragraphs)
    for number, one in enumerate(found):
        if not one.departments or not _is_alone(text[one.start : one.end]):
            continue
        for above in range(number - 1, -1, -1):
            earlier = found[above]
            if earlier.departments or earlier.section != one.section:
                break
            found[above] = replace(earlier, departments=one.departments)
            if not one.section:
                break
    return found


def ends_of_items(line: str) -> list[int]:
    """Where in a line brackets that name bodies end, and another item may begin."""
    return [match.end() for match in _closing().finditer(line)]


def _is_alone(line: str) -> bool:
    match = _responsible().search(line)
    return bool(match) and not line[: match.start()].strip()


@cache
def _words(role: str) -> str:
    return any_of(lexicon.responsibility(role))


@cache
def _responsible() -> re.Pattern[str]:
    """What closes a line: bodies in brackets, or behind a label and a colon."""
    said = f"(?:{_words('lead')}|{_words('other')}|{_words('trailer')})"
    label = f"(?:{_words('lead')}|{_words('other')}):"
    return re.compile(
        rf"[(【〔\[](?P<bodies>(?={WITHIN}{said}){WITHIN})[)】〕\]]\s*[。;]?\s*$"
        rf"|(?:^|(?<=[。;, ]))(?P<bare>{label}[^。]*)。?\s*$"
    )


@cache
def _person() -> re.Pattern[str]:
    """A person named beside the bodies: 责任领导:…;."""
    return re.compile(f"(?:{_words('person')}):[^,;。]*[,;。]?")


@cache
def _closing() -> re.Pattern[str]:
    said = f"(?:{_words('lead')}|{_words('other')}|{_words('trailer')})"
    return re.compile(rf"[(【](?={WITHIN}{said}){WITHIN}[)】]\s*[。;]?\s*")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('lead')}):?(?P<bodies>[^;。]*)")


@cache
def _labelled() -> re.Pattern[str]:
    """Bodies behind the label where none leads: 责任单位:…, alone or after a term (完成时限:2027年;责任单位:…)."""
    return re.compile(rf"(?:^(?:{_words('other')}):?|(?:{_words('other')}):)(?P<bodies>.*)")


@cache
def _trailer() -> re.Pattern[str]:
    return re.compile(rf"{_words('trailer')}|[;。]?(?:{_words('other')})")


@cache
def _level() -> re.Pattern[str]:
    """All of one level below, before the next level of the same list: 各州、."""
    return re.compile(f"(?:{lexicon.signs('each')[0]})(?:{any_of(lexicon.signs('level'))})")
