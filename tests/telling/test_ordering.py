"""Columns of printed numbers sort by size, columns of sections as a plan counts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.telling.numbers import say_value
from helpers.telling.ordering import is_column_of_numbers, number_of, path_of, section_keys, sort_keys


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("≥ 34.4 billion yuan, 2027", "34400000000"),
        ("at least 6% a year", "6"),
        ("418亿元以上", "41800000000"),
        ("1.2万亿元", "1200000000000"),
        ("年均实际增长≥ 6%（2025—2027年）", "6"),
        ("3—5家", "3"),
        ("-5.3%", "-5.3"),
        ("\u22125.3%", "-5.3"),
        ("12,345 firms", "12345"),
        ("2025–2027", "2025"),
        ("5G base stations", None),
        ("linxi-2026-93b39a77", None),
        ("2026-05-31", None),
        ("翻番", None),
        ("", None),
    ],
)
def test_a_cell_s_number_is_read_with_its_power_of_ten(text, number):
    assert number_of(text) == (None if number is None else Decimal(number))


@given(st.lists(st.integers(0, 10**13), min_size=2, max_size=6), st.sampled_from(["en", "zh"]))
def test_said_amounts_sort_as_the_amounts_do(values, language):
    said = [say_value(value, "元", language) for value in values]
    assert [Decimal(key) for key in sort_keys(said)] == values


def test_a_column_with_a_few_figures_among_words_sorts_by_its_words():
    assert sort_keys(["3家", "物流业", "金融业"]) is None
    assert sort_keys(["", " "]) is None


def test_a_figure_without_a_numeral_has_no_key_among_figures():
    assert sort_keys(["3家", "12家", "翻番", "7家", "8家"]) == ["3", "12", "", "7", "8"]


@pytest.mark.parametrize(("section", "path"), [("二(十一)6", "2.11.6"), ("三", "3"), ("二十三", "23"), ("表1", "表1")])
def test_sections_count_as_the_plan_counts(section, path):
    assert path_of(section) == path


def test_only_a_column_of_sections_is_one():
    assert section_keys(["二(一)", "", "十"]) == ["2.1", "", "10"]
    assert section_keys(["3", "12"]) is None
    assert section_keys(["二(一)", "物流业"]) is None


def test_numbers_stand_flush_right_only_where_all_cells_are_bare_numbers():
    assert is_column_of_numbers(["3", "1,200", "5.5%", ""])
    assert not is_column_of_numbers(["3", "about 4"])
    assert not is_column_of_numbers(["", ""])
