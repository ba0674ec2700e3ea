"""The cell that names an indicator → where its noun stands, and the unit that it names."""

import re
from dataclasses import dataclass, replace
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.numerals import chinese_digits, chinese_powers
from helpers.reading.patterns import any_of
from helpers.reading.table_units import known_unit

#: From where to where some words stand in the text.
Span = tuple[int, int]
SLASHED = re.compile(r"(?<=[\u4e00-\u9fff]{2})\s?/\s?([^/()]{1,8})$")
#: A name no longer than this is a part of the one printed above it.
LONGEST_PART = 4
#: Stars, numbers of footnotes and the like, which are no part of a name.
MARKS = r"[*★☆▲△①-⑳\s]"
BRACKETED = re.compile(r"\s*\(([^()]*)\)$")
FOOTNOTE = re.compile(rf"(?:{MARKS}|\[[0-9]{{1,2}}\]|\([*①-⑳]\))+$")


@dataclass(frozen=True)
class TableName:
    """An indicator's name by the places of its words, with the unit in brackets behind it.

    ``bracketed`` says that the brackets hold a unit, known or not; ``part`` that it names a part of the one above;
    ``pace`` is the word by which figures are the growth of the one above, in a row or column of its own.
    """

    spans: tuple[Span, ...]
    text: str
    unit: str = ""
    bracketed: bool = False
    part: bool = False
    pace: str = ""


def read_name(plain: str, span: Span, above: TableName | None) -> TableName:
    """The name in a cell: without its number, marks and unit; a part takes the end that the name above has."""
    start, end = span
    lead = _lead().match(plain, start, end)
    start = lead.end() if lead else start
    text = FOOTNOTE.sub("", plain[start:end])
    brackets = BRACKETED.search(text)
    unit = (
        known_unit(re.sub(rf"^(?:{any_of(lexicon.table_words('unit'))}):", "", brackets[1].strip())) if brackets else ""
    )
    slashed = SLASHED.search(text)
    if unit:
        text = FOOTNOTE.sub("", text[: brackets.start()])
    elif slashed and known_unit(slashed[1]):
        unit, text = slashed[1], text[: slashed.start()]
    if above and text in lexicon.table_words("pace"):
        return replace(above, unit=unit or vocabulary.percent(), bracketed=bool(unit), pace=text)
    spans = [(start, start + len(text))]
    part = bool(lead and lead["part"])
    ending = _ending(text, above, unit) if part and above else ""
    if ending:
        last = above.spans[-1][1]
        spans.append((last - len(ending), last))
        text += ending
    return TableName(tuple(spans), text, unit, bracketed=bool(unit), part=part)


def join_names(upper: TableName, name: TableName) -> TableName:
    """The name of a column below that of several: 旅游业, 总收入 → 旅游业总收入; 总量 is that of the upper itself."""
    if name.text in lexicon.table_words("amount"):
        return replace(upper, unit=name.unit or upper.unit)
    if name.pace or (len(name.text) > LONGEST_PART and name.text not in lexicon.dependents()):
        return name
    unit = name.unit or upper.unit
    return replace(name, spans=(*upper.spans, *name.spans), text=upper.text + name.text, unit=unit)


def _ending(text: str, above: TableName, unit: str) -> str:
    """What a part leaves out: 服务业增加值, 其中:现代物流业|增加值."""
    if unit and unit != above.unit:
        return ""
    ends = (*lexicon.dependents(), *lexicon.signs("rate_end"))
    if text.endswith(ends) or any(word in text for word in lexicon.dependents()):
        return ""
    return next(
        (word for word in lexicon.dependents() if above.text.endswith(word) and len(word) < len(above.text)), ""
    )


@cache
def _lead() -> re.Pattern[str]:
    """What stands before a name: its number, a mark, 其中:."""
    chinese = f"[{chinese_digits()}{chinese_powers()[:2]}]+"
    number = rf"(?:[0-9]{{1,3}}(?:[、]|\.(?![0-9]))|\((?:[0-9]{{1,3}}|{chinese})\)|{chinese}、|{MARKS})"
    return re.compile(rf"(?:{number}\s*)*(?P<part>(?:{any_of(lexicon.table_words('of_which'))}):?\s*)?(?:{number}\s*)*")
