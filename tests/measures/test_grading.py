"""Grades at their thresholds, for more and for less, for zero and negative targets, ranges and parts of a whole."""

import pytest
from frames import facts, target
from hypothesis import given
from hypothesis import strategies as st

from helpers.measures.grading import direction, grade, grade_target, margin, sign_of
from helpers.measures.tolerance import read_printed
from helpers.table.reported import index_facts

POSITIVE = st.floats(0.01, 1e12)


def graded(actual, sign=1, **changes):
    found = grade(target(**changes), actual, sign)
    return found["grade"], found["remark"]


@pytest.mark.parametrize(
    ("actual", "expected"),
    [(105.01, "excellent"), (105.0, "good"), (100.0, "good"), (99.999, "below"), (0.0, "below"), (-5.0, "below")],
)
def test_more_is_better_more_than_five_percent_above_is_excellent_and_exactly_five_is_not(actual, expected):
    assert graded(actual, value=100.0) == (expected, "")


@pytest.mark.parametrize(
    ("actual", "expected"), [(94.99, "excellent"), (95.0, "good"), (100.0, "good"), (100.001, "below")]
)
def test_less_is_better_the_same_downwards(actual, expected):
    assert graded(actual, -1, value=100.0, operator="le") == (expected, "")


@pytest.mark.parametrize(
    ("target_value", "actual", "sign", "expected"),
    [
        (-10.0, -9.4, 1, "excellent"), (-10.0, -9.5, 1, "good"), (-10.0, -10.0, 1, "good"), (-10.0, -10.1, 1, "below"),
        (-10.0, -10.6, -1, "excellent"), (-10.0, -10.5, -1, "good"), (-10.0, -9.9, -1, "below"),
    ],
)  # fmt: skip
def test_of_a_negative_target_the_percentage_is_of_its_size(target_value, actual, sign, expected):
    assert graded(actual, sign, value=target_value)[0] == expected


@pytest.mark.parametrize(
    ("actual", "sign", "expected"), [(0, 1, "good"), (3, 1, "good"), (-0.1, 1, "below"), (1, -1, "below")]
)
def test_a_target_of_zero_is_met_or_not_and_has_no_percentage(actual, sign, expected):
    found = grade(target(value=0.0), actual, sign)
    assert (found["grade"], found["margin"], found["remark"]) == (expected, None, "zero_target")


@pytest.mark.parametrize(
    ("actual", "sign", "expected"),
    [(4, 1, "good"), (3, 1, "good"), (5, 1, "good"), (5.25, 1, "good"), (5.3, 1, "excellent"), (2.9, 1, "below"),
     (4, -1, "good"), (2.8, -1, "excellent"), (5.1, -1, "below")],
)  # fmt: skip
def test_a_value_inside_a_range_meets_it_and_outside_the_nearer_end_counts(actual, sign, expected):
    assert graded(actual, sign, operator="between", value=3.0, value_max=5.0)[0] == expected


@pytest.mark.parametrize(
    ("value", "figure", "measure", "actual", "expected"),
    [
        (2410.0, "2410元左右", "level", 2405.0, ("good", "within_about")),
        (2410.0, "2410元左右", "level", 2404.99, ("below", "")),
        (2.5e11, "2500亿元左右", "level", 2.45e11, ("good", "within_about")),
        (2.5e11, "2500亿元左右", "level", 2.44e11, ("below", "")),
        (6.0, "6%左右", "growth_rate", 5.5, ("good", "within_about")),
        (6.0, "6%左右", "growth_rate", 5.49, ("below", "")),
        (2410.0, "2410元左右", "level", 2410.0, ("good", "")),
        (2410.0, "2410元左右", "level", 2600.0, ("excellent", "")),
    ],
)
def test_short_of_an_about_is_met_within_half_a_unit_of_its_last_digit_and_says_so(
    value, figure, measure, actual, expected
):
    assert graded(actual, value=value, figure=figure, measure=measure, operator="approx") == expected


@given(st.decimals(1, 10_000, places=1), st.floats(0.5, 5))
def test_what_an_about_lets_pass_agrees_with_it_where_figures_are_held_against_each_other(value, about):
    """The same reach decides whether two figures agree and whether a target is met."""
    figure = read_printed(float(value), "approx", "level", about=about)
    low, short = float(figure.allowed.low), float(value) * 1e-6
    row = target(value=float(value), figure="", operator="approx")
    assert grade(row, low, 1, about=about)["grade"] == "good"
    assert grade(row, low - short, 1, about=about)["grade"] == "below"


def test_without_an_about_only_the_figure_itself_will_do():
    row = target(value=2410.0, figure="2410元左右", operator="approx")
    assert grade(row, 2409.9, 1, about=0)["grade"] == "below"


def test_a_bare_figure_has_no_tolerance():
    assert graded(99.0, value=100.0) == ("below", "")


@pytest.mark.parametrize(
    ("value", "actual", "expected"),
    [(98.0, 99.9, ("good", "ceiling")), (100.0, 100.0, ("good", "ceiling")), (96.0, 100.0, ("good", "ceiling")),
     (95.0, 99.8, ("excellent", "")), (90.0, 92.0, ("good", ""))],
)  # fmt: skip
def test_a_share_near_the_whole_says_that_excellent_is_out_of_reach(value, actual, expected):
    assert graded(actual, measure="share", unit="%", value=value) == expected


@given(POSITIVE, st.floats(0.0001, 3.0))
def test_a_margin_leads_back_to_the_value_and_turns_with_the_direction(value, ratio):
    actual = value * ratio
    assert value * (1 + margin(actual, value, 1) / 100) == pytest.approx(actual, rel=1e-9)
    assert margin(actual, value, -1) == pytest.approx(-margin(actual, value, 1))


@given(POSITIVE, POSITIVE, POSITIVE)
def test_a_better_value_never_gets_a_worse_grade(value, one, other):
    order = ("below", "good", "excellent")
    low, high = sorted((one, other))
    grades = [order.index(graded(actual, value=value)[0]) for actual in (low, high)]
    assert grades[0] <= grades[1]
    grades = [order.index(graded(actual, -1, value=value)[0]) for actual in (low, high)]
    assert grades[0] >= grades[1]


@pytest.mark.parametrize(
    ("operator", "better", "expected"),
    [("ge", "more", 1), ("le", "less", -1), ("ge", "", 1), ("le", "", -1), ("eq", "more", 1), ("approx", "less", -1),
     ("between", "", 0), ("eq", "", 0)],
)  # fmt: skip
def test_a_bound_decides_the_direction_and_the_indicator_where_there_is_none(operator, better, expected):
    assert direction(operator, better) == expected


@pytest.mark.parametrize(("operator", "better"), [("ge", "less"), ("le", "more")])
def test_a_bound_against_the_indicator_is_refused(operator, better):
    with pytest.raises(ValueError, match="is better"):
        direction(operator, better)
    row = target(operator=operator)
    assert sign_of(row, {row["indicator_code"]: better}) == (0, "bound_conflict")


def test_a_target_of_zero_has_no_margin():
    with pytest.raises(ValueError, match="target of zero"):
        margin(5.0, 0.0, 1)


BETTER = {"retail_sales": "more", "logistics_cost_to_gdp": "less", "consumption_vouchers": ""}


@pytest.mark.parametrize(
    ("changes", "fact", "reason"),
    [
        ({"indicator_code": ""}, {}, "no_indicator"),
        ({"indicator_code": "consumption_vouchers"}, {"indicator_code": "consumption_vouchers"}, "no_direction"),
        ({}, {"place": "别处市"}, "no_actual"),
        ({}, {"measure": "growth_rate"}, "other_measure"),
        ({}, {"unit": "家"}, "other_measure"),
        ({}, {"price_basis": "real"}, "other_prices"),
        ({"price_basis": "unstated"}, {"price_basis": "unstated"}, "other_prices"),
        ({}, {"year": 2024}, "no_actual_year"),
        ({}, {"start_year": 2024}, "no_actual_year"),
    ],
)
def test_what_cannot_be_graded_says_why(changes, fact, reason):
    found = grade_target(target(**changes), 2025, index_facts(facts({"year": 2025} | fact)), BETTER)
    assert (found["grade"], found["reason"], found["fact_ids"]) == ("", reason, "")


def test_real_growth_is_never_held_against_nominal_growth():
    row = target(measure="growth_rate", unit="%", value=6.0, price_basis="real")
    nominal = facts({"measure": "growth_rate", "unit": "%", "value": 9.0, "price_basis": "nominal", "year": 2025})
    real = facts({"measure": "growth_rate", "unit": "%", "value": 6.1, "price_basis": "real", "year": 2025})
    assert grade_target(row, 2025, index_facts(nominal), BETTER)["reason"] == "other_prices"
    assert grade_target(row, 2025, index_facts(real), BETTER)["grade"] == "good"


def test_average_growth_is_taken_from_each_year_of_its_span_or_not_at_all():
    row = target(measure="cagr", unit="%", value=6.0, price_basis="real", period="annual", start_year=2024)
    rates = [{"measure": "growth_rate", "unit": "%", "price_basis": "real", "year": year, "value": value}
             for year, value in ((2024, 5.0), (2025, 7.0))]  # fmt: skip
    found = grade_target(row, 2025, index_facts(facts(*rates)), BETTER)
    assert found["actual"] == pytest.approx(100 * ((1.05 * 1.07) ** 0.5 - 1))
    assert found["grade"] == "below"
    assert len(found["fact_ids"].split(";")) == 2
    assert grade_target(row, 2025, index_facts(facts(rates[0])), BETTER)["reason"] == "no_actual_year"


def test_an_estimate_is_said():
    found = grade_target(target(), 2025, index_facts(facts({"year": 2025, "value": 200.0, "estimate": "true"})), BETTER)
    assert (found["grade"], found["remark"]) == ("excellent", "estimate")
