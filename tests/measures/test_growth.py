"""Growth that plans state and growth that follows from their levels."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import growth_table, implied_bases, incomparable, load_actuals, load_targets, sudden_steps
from helpers.measures.growth import compound_annual_growth_rate, implied_base, milestone_growth, required_growth

POSITIVE = st.floats(0.01, 1e12)
RATES = st.floats(-50, 200)
YEARS = st.integers(1, 30)


@pytest.fixture(scope="module")
def targets():
    return load_targets()


@pytest.fixture(scope="module")
def rates(targets):
    return growth_table(targets, load_actuals())


def levels(*rows):
    """Rows of (plan, year, value)."""
    names = ["target_id", "plan_id", "place", "indicator_code", "measure", "operator", "value", "unit",
             "price_basis", "start_year", "target_year"]  # fmt: skip
    records = [
        (f"t{n}", plan, plan, "retail_sales", "level", "eq", value, "元", "nominal", None, year)
        for n, (plan, year, value) in enumerate(rows)
    ]
    return pd.DataFrame(records, columns=names)


@given(POSITIVE, RATES, YEARS)
def test_the_base_that_a_rate_implies_leads_back_to_the_rate(level, rate, years):
    base = implied_base(level, rate, years)
    assert compound_annual_growth_rate(base, level, years) == pytest.approx(rate, abs=1e-6)


@given(POSITIVE, st.floats(0.1, 10), YEARS)
def test_growing_at_the_rate_year_by_year_reaches_the_end(start, ratio, years):
    end = start * ratio
    rate = compound_annual_growth_rate(start, end, years)
    assert start * (1 + rate / 100) ** years == pytest.approx(end, rel=1e-6)


@pytest.mark.parametrize(("start", "end", "years"), [(0, 5, 1), (5, 0, 1), (-5, 5, 2), (5, 5, 0)])
def test_growth_without_meaning_is_refused(start, end, years):
    with pytest.raises(ValueError, match="no meaning"):
        compound_annual_growth_rate(start, end, years)


def test_a_base_without_meaning_is_refused():
    with pytest.raises(ValueError, match="implies no base"):
        implied_base(100, -100, 2)


# Hand-computed from the shipped table: 344/1.06^3, 255/241, 271/255, 210/194, 226/210, (344/249.89)^(1/4).


def rate_of(rates, place, indicator, kind, end):
    same = (rates["place"] == place) & (rates["indicator_code"] == indicator) & (rates["kind"] == kind)
    [rate] = rates.loc[same & (rates["end_year"] == end), "rate"]
    return rate


@pytest.mark.parametrize(
    ("place", "indicator", "kind", "end", "expected"),
    [
        ("兰州市", "services_value_added", "between_milestones", 2025, 5.8),
        ("兰州市", "services_value_added", "between_milestones", 2026, 6.3),
        ("兰州市", "retail_sales", "between_milestones", 2025, 8.2),
        ("兰州市", "retail_sales", "between_milestones", 2026, 7.6),
        ("乌海市", "services_value_added", "required", 2027, 8.3),
        ("乌海市", "services_value_added", "stated_average", 2027, 6.0),
    ],
)
def test_the_shipped_plans_give_what_was_computed_by_hand(rates, place, indicator, kind, end, expected):
    assert rate_of(rates, place, indicator, kind, end) == pytest.approx(expected, abs=0.05)


def test_a_level_and_an_average_imply_the_value_of_the_year_before(targets):
    bases = implied_bases(targets, load_actuals()).set_index("place")
    assert bases.loc["乌海市", "year"] == 2024
    assert bases.loc["乌海市", "value"] == pytest.approx(288.8e8, rel=1e-3)
    assert len(bases.loc["乌海市", "target_ids"].split(";")) == 2
    assert bases.loc["乌海市", "reported"] == pytest.approx(249.89e8)
    assert bases.loc["乌海市", "reported_year"] == 2023


def test_every_rate_carries_the_ids_that_it_came_from(rates, targets):
    known, facts = set(targets["target_id"]), set(load_actuals()["fact_id"])
    for row in rates.itertuples():
        ids = row.target_ids.split(";")
        assert set(ids) <= known
        assert len(ids) == (2 if row.kind == "between_milestones" else 1)
        assert (row.fact_ids in facts) == (row.kind == "required")


def test_growth_computed_from_money_is_never_called_real(rates):
    computed = rates[rates["kind"].isin(["between_milestones", "required"])]
    assert set(computed["price_basis"]) <= {"nominal", ""}
    assert (computed["unit"] == "元").eq(computed["price_basis"] == "nominal").all()


def test_two_different_levels_for_a_year_are_compared_with_nothing():
    table = levels(("A", 2025, 10.0), ("A", 2026, 12.0), ("A", 2026, 13.0))
    assert milestone_growth(table).empty
    left = incomparable(table, milestone_growth(table))
    assert list(left["reason"]) == ["one_level", "two_levels", "two_levels"]


def test_plans_of_other_places_make_no_step():
    assert milestone_growth(levels(("A", 2025, 10.0), ("B", 2026, 12.0))).empty


def test_required_growth_starts_from_the_latest_value_before_the_target():
    facts = pd.DataFrame(
        [("f1", "A", "retail_sales", "level", 2022, 8.0, "元"), ("f2", "A", "retail_sales", "level", 2024, 10.0, "元"),
         ("f3", "A", "retail_sales", "level", 2026, 99.0, "元"), ("f4", "A", "retail_sales", "level", 2025, 5.0, "家")],
        columns=["fact_id", "place", "indicator_code", "measure", "year", "value", "unit"],
    )  # fmt: skip
    [row] = required_growth(levels(("A", 2026, 12.1)), facts).to_dict("records")
    assert (row["fact_ids"], row["start_year"]) == ("f2", 2024)
    assert row["rate"] == pytest.approx(10.0)


def test_a_sudden_step_is_one_that_differs_from_the_step_before():
    table = milestone_growth(levels(("A", 2025, 100.0), ("A", 2026, 110.0), ("A", 2027, 143.0)))
    [step] = sudden_steps(table, points=20).to_dict("records")
    assert step["change"] == pytest.approx(20.0)
    assert sudden_steps(table, points=21).empty


@given(st.lists(st.tuples(st.sampled_from("AB"), st.integers(2024, 2029), POSITIVE), max_size=8))
def test_no_level_is_lost_between_rates_and_reasons(rows):
    table = levels(*rows)
    found = milestone_growth(table)
    used = {one for ids in found["target_ids"] for one in ids.split(";")}
    assert used | set(incomparable(table, found)["target_id"]) == set(table["target_id"])
