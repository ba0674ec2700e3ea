import pandas as pd
import pytest
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st

from helpers.telling.numbers import say_number, say_target, say_value


@pytest.mark.parametrize(("value", "unit", "english", "chinese"), corpus("said"))
def test_says_a_value_as_people_write_it(value, unit, english, chinese):
    assert say_value(float(value), unit, "en") == english
    assert say_value(float(value), unit, "zh") == chinese


def test_what_binary_numbers_add_to_a_decimal_is_not_told():
    assert say_number(46783999999.999999, "en") == "46.784 billion"
    assert say_number(344e8 * 1.36, "zh") == "467.84亿"
    assert say_number(0.1 + 0.2, "en") == "0.3"


def target(**changes):
    row = {
        "operator": "eq",
        "value": 6.0,
        "value_max": None,
        "unit": "%",
        "measure": "growth_rate",
        "price_basis": "real",
        "period": "by",
        "start_year": pd.NA,
        "target_year": 2027,
    }
    return pd.Series({**row, **changes})


@pytest.mark.parametrize(
    ("changes", "english", "chinese"),
    [
        ({}, "6% real growth, 2027", "实际增长6%（2027年）"),
        ({"price_basis": "nominal"}, "6% nominal growth, 2027", "名义增长6%（2027年）"),
        ({"price_basis": "unstated", "operator": "approx"}, "≈ 6% growth, 2027", "增长≈ 6%（2027年）"),
        (
            {"measure": "cagr", "operator": "ge", "period": "annual", "start_year": 2025},
            "≥ 6% real growth a year, 2025–2027",
            "年均实际增长≥ 6%（2025—2027年）",
        ),
        (
            {
                "measure": "increment",
                "unit": "家",
                "operator": "between",
                "value": 3.0,
                "value_max": 5.0,
                "price_basis": "",
            },
            "3–5 more, 2027",
            "新增3—5家（2027年）",
        ),
        (
            {"measure": "increment", "unit": "家", "period": "annual", "start_year": 2025, "price_basis": ""},
            "6 more a year, 2025–2027",
            "每年新增6家（2025—2027年）",
        ),
        ({"measure": "level", "unit": "元", "value": 1.1e9}, "1.1 billion yuan, 2027", "11亿元（2027年）"),
        ({"measure": "multiple", "unit": "倍", "value": 2.0}, "2 times the baseline, 2027", "为基期的2倍（2027年）"),
        ({"target_year": pd.NA}, "6% real growth", "实际增长6%"),
    ],
)
def test_says_a_target_with_bound_kind_of_change_prices_and_years(changes, english, chinese):
    assert say_target(target(**changes), "en") == english
    assert say_target(target(**changes), "zh") == chinese


@given(st.integers(0, 10**13))
def test_a_number_said_in_words_reads_back(number):
    words = {" trillion": 10**12, " billion": 10**9, " million": 10**6}
    text = say_number(number, "en").replace(",", "")
    for word, size in words.items():
        if text.endswith(word):
            assert round(float(text.removesuffix(word)) * size) == number
            return
    assert int(text) == number


def test_rounding_is_by_significant_figures_and_only_when_asked():
    assert say_number(39.2617, "en", digits=2) == "39"
    assert say_number(39.2617, "en") == "39.2617"
    assert say_number(1234567, "en", digits=3) == "1.23 million"


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="unknown language 'fr'"):
        say_target(target(), "fr")
