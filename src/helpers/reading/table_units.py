"""The units that the names and headers of tables print."""

import re

from helpers.reading.expressions import find_expressions

#: A number that any unit can follow.
TRIED = "1.5"


def known_unit(text: str) -> str:
    """The unit if figures can have it, with or without a power of ten (万人次); of several with words, the first."""
    text = re.sub("^1(?=/)", "", text)  # 1/10万 is a case among so many, and 7 of them are no 71/10万
    if text[:1].isdigit():
        return ""
    for part in (text, re.split("[,、;]", text)[0]):
        # A number with a decimal is no date: 1.5年 counts years.
        found = next((one for one in find_expressions(f"{TRIED}{part}") if one.quantity), None) if part else None
        if found and found.end == len(TRIED) + len(part):
            return part
    return ""


def unit_in(text: str) -> str:
    """The unit in brackets at the end of a name or a header: 服务业增加值(亿元)."""
    match = re.search(r"\(([^()]*)\)[^()]{0,2}$", text)
    return known_unit(match[1]) if match else ""
