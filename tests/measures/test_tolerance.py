"""How far a printed figure may be from what was meant."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.measures.tolerance import (
    INFINITY,
    Figure,
    Interval,
    about_reach,
    add,
    compare_equal,
    compare_order,
    divide,
    exactly,
    grown,
    multiply,
    printed_step,
    read_printed,
    subtract,
)

AMOUNTS = st.decimals("0.01", "100000", places=2)
OPERATORS = st.sampled_from(["eq", "ge", "le", "approx"])


@pytest.mark.parametrize(
    ("value", "text", "measure", "step"),
    [
        (34_400_000_000, "344亿元以上", "level", 100_000_000),
        (108_000_000_000, "1080 亿元", "level", 100_000_000),
        (130_000_000, "1.3亿人次", "level", 10_000_000),
        (4.5, "4.5个", "rate", 0.1),
        (44, "44%", "share", 1),
        (680, "680家", "level", 0),
        (14_000, "14000个", "level", 0),
        (1200, "1,200家", "increment", 0),
        (100, "全覆盖", "rate", 0),
        (2, "翻番", "multiple", 0),
        (1, "一个", "increment", 0),
        (10_000_000_000, "百亿元", "level", 10_000_000_000),
        (224_284_000_000, "", "level", 1_000_000),
        (0, "", "growth_rate", 0),
        (0, "持平", "growth_rate", 0),
    ],
)
def test_a_figure_is_rounded_to_its_last_printed_digit(value, text, measure, step):
    assert printed_step(Decimal(str(value)), text, measure) == Decimal(str(step))


@pytest.mark.parametrize(
    ("operator", "about", "low", "high"),
    [
        ("eq", 1, "2405", "2415"),
        ("approx", 0, "2405", "2415"),
        ("approx", 1, "2400", "2420"),
        ("approx", 2, "2390", "2430"),
        ("ge", 1, "2405", "Infinity"),
        ("le", 1, "0", "2415"),
    ],
)
def test_a_bound_opens_a_side_and_an_about_reaches_so_many_units_of_the_last_digit(operator, about, low, high):
    figure = read_printed(2410, operator, "level", about=about)
    assert figure.allowed == Interval(Decimal(low), Decimal(high))
    assert figure.printed == Interval(Decimal(2405), Decimal(2415))


def test_neither_rounding_nor_an_about_reaches_further_than_a_twentieth_of_an_amount():
    assert read_printed(1e8, "eq", "level", text="1亿人次").printed == Interval(Decimal("0.95e8"), Decimal("1.05e8"))
    assert read_printed(100, "approx", "increment", about=5).allowed.high == 105


@pytest.mark.parametrize(
    ("value", "text", "measure", "reach"),
    [
        (2410, "2410元左右", "level", 5),
        (250_000_000_000, "2500亿元左右", "level", 5_000_000_000),
        (100, "100个左右", "increment", 5),
        (6, "6%左右", "growth_rate", "0.5"),
        (55, "55%左右", "share", "0.5"),
        (0, "0%左右", "growth_rate", 0),
    ],
)
def test_an_about_reaches_half_a_unit_of_the_digits_it_is_told_in(value, text, measure, reach):
    assert about_reach(value, measure, text=text) == Decimal(str(reach))


def test_a_range_reaches_from_its_lower_to_its_upper_end():
    assert read_printed(3, "between", "increment", text="3—5家", largest=5.0).allowed == Interval(
        Decimal(3), Decimal(5)
    )
    assert read_printed(3, "eq", "increment", text="3家", largest=float("nan")).allowed.high == 3


def test_growth_that_is_at_most_something_may_be_a_fall():
    assert read_printed(5, "le", "growth_rate", text="5%").allowed.low == -100


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, st.sampled_from([add, subtract, multiply, divide]))
def test_what_follows_from_two_intervals_holds_for_any_values_in_them(a, b, c, d, compute):
    assume(a != b)
    assume(c != d)
    left, right = sorted([a, b]), sorted([c, d])
    result = compute(figure(*left), figure(*right))
    for one in left:
        for other in right:
            exact = compute(exactly(one), exactly(other)).value
            assert result.allowed.low <= exact <= result.allowed.high


def figure(low, high):
    return Figure(low, Interval(low, high), Interval(low, high))


@given(AMOUNTS, AMOUNTS, OPERATORS, OPERATORS)
def test_open_sides_break_no_arithmetic(left, right, one, other):
    for compute in (add, subtract, multiply, divide):
        result = compute(read_printed(float(left), one, "level"), read_printed(float(right), other, "level"))
        assert result.allowed.low <= result.value <= result.allowed.high


def test_a_rate_grows_year_by_year():
    assert grown(exactly(6), 3).value == Decimal("1.191016")
    assert grown(read_printed(6, "ge", "cagr", text="6%以上"), 3).allowed.high == INFINITY


@given(AMOUNTS, OPERATORS)
def test_a_number_agrees_with_itself(value, operator):
    one = read_printed(float(value), operator, "level")
    assert compare_equal(one, one) == "agrees"
    assert compare_order(one, one) == "agrees"


@pytest.mark.parametrize(
    ("computed", "stated", "outcome"),
    [(44.3, "44%", "agrees"), (44.45, "44%", "tight"), (44.6, "44%", "contradicts"), (43.4, "44%", "contradicts")],
)
def test_a_number_agrees_within_rounding_is_tight_at_its_end_and_contradicts_beyond(computed, stated, outcome):
    assert compare_equal(exactly(computed), read_printed(44, "eq", "share", text=stated)) == outcome


def test_what_only_a_bound_reconciles_is_tight():
    assert compare_equal(exactly(50), read_printed(44, "ge", "share", text="44%以上")) == "tight"
    assert compare_equal(exactly(40), read_printed(44, "ge", "share", text="44%以上")) == "contradicts"
    assert compare_order(exactly(22), read_printed(10, "ge", "increment", text="10家以上")) == "tight"
    assert compare_order(exactly(22), read_printed(10, "eq", "increment", text="10家")) == "contradicts"
    assert compare_order(exactly(9), read_printed(10, "eq", "increment", text="10家")) == "agrees"


def test_a_divisor_that_may_be_nothing_leaves_the_quotient_open():
    result = divide(exactly(5), read_printed(10, "le", "level", text="10"))
    assert result.allowed.high == INFINITY
    assert result.value == Decimal("0.5")
