from decimal import Decimal

import pytest
from corpora import corpus
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers import vocabulary
from helpers.reading.quantities import FigureError, read_figure

UNITS = sorted(vocabulary.units())
AFTER = {row["word"]: row["operator"] for row in vocabulary.bounds() if row["position"] == "after"}


@pytest.mark.parametrize(("text", "expected"), corpus("figures"))
def test_reads_figure(text, expected):
    read = read_figure(text)
    value = f"{read.value}" if read.value_max is None else f"{read.value}..{read.value_max}"
    assert " ".join(part for part in (value, read.unit, read.operator, read.measure) if part) == expected


@pytest.mark.parametrize("text", corpus("not_figures"))
def test_refuses_what_is_no_figure(text):
    with pytest.raises(FigureError):
        read_figure(text)


def test_level_with_an_earlier_year_is_growth_of_nothing():
    assert read_figure("持平", against_year=True).measure == "growth_rate"
    assert read_figure("持平", against_year=True).unit == "%"


@given(
    st.decimals(min_value=0, max_value=10**6, places=2),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(UNITS),
    st.sampled_from(["", *AFTER]),
)
def test_a_figure_printed_from_value_and_unit_reads_back_to_them(number, power, unit, bound):
    row = vocabulary.units()[unit]
    tenths = row["base_unit"] != unit and row["kind"] == "percent"
    assume(not tenths or number * {"": 1, "万": 10**4, "亿": 10**8}[power] * Decimal(row["factor"]) <= 100)
    read = read_figure(f"{number:f}{power}{unit}{bound}")
    assert read.value == number * {"": 1, "万": 10**4, "亿": 10**8}[power] * Decimal(row["factor"])
    assert (read.unit, read.operator) == (row["base_unit"], AFTER.get(bound, ""))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from("—-~至"), st.sampled_from(["家", "亿元", "%"]))
def test_a_range_reads_back_to_both_ends(low, high, dash, unit):
    low, high = sorted((low, high))
    read, single = read_figure(f"{low}{dash}{high}{unit}"), read_figure(f"{high}{unit}")
    assert read.operator == "between"
    assert read.value_max == single.value
    assert read.value * max(high, 1) == single.value * low if high else read.value == 0
