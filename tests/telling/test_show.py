"""Tables as a notebook shows them: whatever a cell holds is text."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from helpers.telling.show import show_answer, show_table, table_html

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "](javascript:alert(1))",
    "javascript:alert(1)",
    'https://a.example/"onmouseover="alert(1)',
    "https://a.example/'><script>",
    "&lt;b&gt; & <b>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_cell_or_head_is_shown_as_its_letters(text):
    table = html.fragment_fromstring(table_html(pd.DataFrame({text: [text]})))
    (cell,), (head,) = table.findall(".//td"), table.findall(".//th")
    assert cell.text_content() == text
    assert head.text_content() == text
    assert {element.tag for element in table.iter()} <= {"div", "table", "thead", "tbody", "tr", "th", "td", "a"}
    assert all(set(link.attrib) == {"href", "rel"} for link in table.iter("a"))
    assert all(link.get("href").startswith("https://") for link in table.iter("a"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_cell_says_what_it_was_given(text):
    table = html.fragment_fromstring(table_html(pd.DataFrame({"a": [text]})))
    assert table.findall(".//td")[0].text_content() == text


def test_an_answer_is_text_too():
    assert "<script>" not in show_answer(HOSTILE[0]).data


def test_a_web_address_is_a_link():
    assert '<a href="https://a.example/b?c=1&amp;d=2" rel="noreferrer">' in table_html(
        pd.DataFrame({"a": ["https://a.example/b?c=1&d=2"]})
    )


def test_missing_cells_are_empty_and_whole_numbers_have_no_decimals():
    frame = pd.DataFrame({"a": [1.0, 2.25, None], "b": pd.array([1, None, 3], dtype="Int64")})
    cells = [cell.text_content() for cell in html.fragment_fromstring(table_html(frame)).findall(".//td")]
    assert cells == ["1", "1", "2.25", "", "", "3"]


def test_an_empty_table_is_a_sentence():
    assert show_table(pd.DataFrame({"a": []}), empty="Nothing & none.").data == "<p>Nothing &amp; none.</p>"
