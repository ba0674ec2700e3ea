"""Spelled counts that count nothing: 发现一户、解决一户, 一份《实施方案》, 形成一个新格局; and some that do."""

import re
from functools import cache

from helpers.reading import lexicon
from helpers.reading.clauses import Place
from helpers.reading.patterns import any_of, has_any


def is_saying(place: Place) -> bool:
    """Whether what it counts is itself told again, a document, or nothing that there can be two of."""
    quantity = place.figure.quantity
    if quantity.value != 1 or quantity.operator or place.text[place.figure.start] not in lexicon.signs("spelled_one"):
        return False
    if place.text.startswith(place.text[place.figure.start], place.figure.end):
        return True  # 一人|一策
    copies = quantity.unit in lexicon.signs("copy_unit") and place.text.startswith("《", place.figure.end)
    return copies or is_each_by_each(place) or _is_abstract(place)


def is_each_by_each(place: Place) -> bool:
    """发现一户|、及时解决一户: one after another, however many there are."""
    if place.figure.quantity.value != 1:
        return False
    printed = re.escape(place.text[place.figure.start : place.figure.end])
    start, end = place.sentence
    pairs = re.finditer(f'{printed}[、,]?[^,;。:、0-9]{{1,6}}{printed}(?=[、,;。”")\\s]|$)', place.text[start:end])
    return any(one.start() <= place.figure.start - start < one.end() for one in pairs)


def _is_abstract(place: Place) -> bool:
    """构建一个更高水平的公共服务体系."""
    return place.next_start >= place.clause[1] and bool(_abstract().search(place.after))


@cache
def _abstract() -> re.Pattern[str]:
    return re.compile(f'(?:{any_of(lexicon.signs("abstract"))})[ ”"]*$')


def is_of_made(place: Place) -> bool:
    """Whether a count closes or opens a part of a list of what is to be made: 建成体育公园两个、健身中心三个."""
    if place.figure.quantity.unit in lexicon.signs("no_thing") or place.before.endswith(lexicon.signs("such_as")):
        return False
    joined = place.before.rstrip().endswith(lexicon.signs("list_join"))  # 两个体育公园、三个健身中心
    closes = place.text[place.figure.end : place.figure.end + 1] in ("", *",;。、\n")
    made = place.text[place.sentence[0] : place.figure.start]
    return (joined or closes) and has_any(made, lexicon.verbs("delivery"))


def goes_on(place: Place) -> bool:
    """每个县建有一个敬老院,|一个|福利中心: the same count as in the clause before, which a verb makes there."""
    printed = place.text[place.figure.start : place.figure.end]
    if place.before.strip() or printed not in place.before_clause:
        return False
    ahead = place.before_clause.rpartition(printed)[0]
    return ahead.endswith(lexicon.signs("has_one")) and place.clause[0] > place.segment[0]
