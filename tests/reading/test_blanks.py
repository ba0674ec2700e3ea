"""Blanks inside figures and beside punctuation: read as if they were not there, and printed as they are."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.reading.blanks import close_up
from helpers.reading.extract import extract

LINES = (
    "到2029年，南江市游客突破6亿人次，技能人才总量达到60万，其中高技能人才15万。",
    "《方案》从9个方面提出28条措施，新建足球场3块、健身步道120公里；公交分担率达到45%以上。",
    "2027年，全市养老床位达到3.2万张（其中护理型床位占60%），每千名老年人拥有床位40张。",
)


@st.composite
def blanked(draw):
    """A line, and the same line with blanks beside some of its numbers and marks."""
    line = draw(st.sampled_from(LINES))
    gaps = [match.start() for match in re.finditer(r"(?<=[\d%])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=\d)", line)]
    gaps += [match.end() for match in re.finditer("[，；。（]", line)]
    chosen = draw(st.sets(st.sampled_from(sorted({*gaps} - {len(line)}))))
    blank = draw(st.sampled_from([" ", "  ", "\u00a0"]))
    return line, "".join(blank * (place in chosen) + sign for place, sign in enumerate(line))


@given(st.text(alphabet="到2027年，达6亿%。 \u00a0\n\t|、：A("))
def test_every_sign_of_the_closed_text_stands_in_the_print_where_its_span_says(text):
    closed = close_up(text)
    places = [closed.span(place, place + 1) for place in range(len(closed.text))]
    assert "".join(text[start:end] for start, end in places) == closed.text
    gone = [text[one[1] : other[0]] for one, other in pairwise(places)]
    assert all(re.fullmatch(r"\s*|[,，]", part) for part in gone)  # blanks, and the commas of thousands


def test_what_all_amounts_are_in_parts_no_clause():
    closed = close_up("总值从20亿元（人民币，下同）增至30亿元")
    assert closed.text == "总值从20亿元增至30亿元"
    assert closed.printed[slice(*closed.span(closed.text.index("30"), len(closed.text)))] == "30亿元"


@given(blanked())
def test_a_line_says_the_same_with_blanks_and_without(lines):
    line, spaced = lines
    rows, others = extract(line, 2026), extract(spaced, 2026)
    assert [one.indicator for one in others.statements] == [one.indicator for one in rows.statements]
    assert [re.sub(r"\s", "", one.figure) for one in others.statements] == [one.figure for one in rows.statements]
    assert [one.reason for one in others.rejections] == [one.reason for one in rows.rejections]


@given(blanked())
def test_a_figure_is_told_as_it_is_printed_and_where(lines):
    _, spaced = lines
    found = extract(spaced, 2026)
    for one in (*found.statements, *found.rejections):
        assert spaced[one.char_start : one.char_end] == one.figure


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("养老床位数 张 3200 4000", "a row of a table, whose cells the blanks part"),
        ("养老床位数|张|3200，5 |4000", "cells parted by strokes"),
        ("1 提升能级，到2029年建成园区3个。", "the number of an item and its words"),
        ("东江 西江，2 400人", "two words, and a group of thousands"),
    ],
)
def test_a_blank_that_parts_something_stays(text, why):
    assert close_up(text).text == text, why
