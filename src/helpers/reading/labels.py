"""Numerals that are part of a name: in quotation marks, in titles, beside Latin letters."""

import re

from helpers.reading import lexicon
from helpers.reading.clauses import REACH
from helpers.reading.expressions import Expression
from helpers.reading.patterns import has_any
from helpers.reading.verbs_at_end import ends_with_delivery, ends_with_reach

LONGEST_NAME = 10
OPENING = ("《", "“", "‘")
LATIN = re.compile("[A-Za-z+]")
#: Behind a figure more figures in the same quotation, with their units.
OTHERS = re.compile("[^“”‘’。\\n]{0,12}[,、;][^“”‘’。\\n]*?[0-9][^“”‘’。\\n]*[”’]")
CAPITALS = re.compile("(?<![A-Za-z0-9])[A-Z]{2,}$")


def is_label(text: str, figure: Expression) -> bool:
    """In quotation marks or titles, or joined with Latin letters."""
    if _in_quotes(text, figure):
        return True
    worded = figure.quantity and figure.quantity.measure and not text[figure.start].isascii()  # 5G|全覆盖
    if not worded and LATIN.match(text[figure.start - 1 : figure.start]) and not _behind_abbreviation(text, figure):
        return True
    digit_last = text[figure.end - 1].isdigit()
    return digit_last and bool(LATIN.match(text[figure.end : figure.end + 1]))


def _behind_abbreviation(text: str, figure: Expression) -> bool:
    """An amount with its unit behind a word in Latin capitals: 占GDP|16.5%, 打造文旅IP|30个."""
    return bool(figure.quantity) and bool(CAPITALS.search(text[max(0, figure.start - LONGEST_NAME) : figure.start]))


def _closes(text: str, figure: Expression, before: str) -> bool:
    """Whether a quotation ends with the figure, and its clause with the quotation."""
    measured = before[:-1].endswith(lexicon.dependents())
    return (measured or before[-1:] not in "“‘") and bool(
        re.match('[”"](?=[,;。、]|$)', text[figure.end : figure.end + 2])
    )


def _in_quotes(text: str, figure: Expression) -> bool:
    line = text.rfind("\n", max(0, figure.start - REACH), figure.start) + 1
    before = text[max(line, figure.start - REACH, 0) : figure.start]
    if not has_any(before, OPENING):
        return False
    # a straight quotation mark closes where a curved one has opened
    before = before.replace('"', "”")
    if before.count("《") > before.count("》"):
        return True
    worded = figure.quantity and figure.quantity.measure
    if worded and (ends_with_reach(before[:-1]) or _closes(text, figure, before)):
        return False  # 实现“翻番”, 充电站“区县全覆盖”, 企业数量“双倍增”
    open_quotes = [pair for pair in ("“”", "‘’") if before.count(pair[0]) > before.count(pair[1])]
    if figure.quantity and OTHERS.match(text, figure.end):
        return False  # “新增就业60万人以上、失业率控制在5.5%左右”: what lists more figures is no name
    # A long quotation is somebody's words, not a name: “2027年货邮吞吐量要达到50万吨”.
    # A verb right behind the mark makes it a sentence too: “新建600个照料中心”; but not “带动三亿人参与”.
    inner = [before[before.rindex(pair[0]) + 1 :] for pair in open_quotes]
    counted = text[figure.start].isascii()
    said = [counted and (ends_with_delivery(words) or ends_with_reach(words)) for words in inner]
    return any(len(words) <= LONGEST_NAME and not one for words, one in zip(inner, said, strict=True))
