"""The path from the last value before a plan to its targets."""

import pytest
from frames import facts, plans, targets
from hypothesis import given
from hypothesis import strategies as st

from helpers import find_date, load_actuals, load_plans, load_targets, target_paths
from helpers.measures.growth import compound_annual_growth_rate
from helpers.measures.paths import path_value

POSITIVE = st.floats(0.1, 1e9)
LATER = find_date("2027-06-30")


@given(POSITIVE, POSITIVE, st.integers(2, 20), st.integers(1, 19))
def test_growth_along_a_path_is_the_same_in_each_of_its_parts(start, end, years, after):
    after = min(after, years - 1)
    middle = path_value(start, end, years, after)
    whole = compound_annual_growth_rate(start, end, years)
    assert compound_annual_growth_rate(start, middle, after) == pytest.approx(whole, abs=1e-6)
    assert path_value(start, end, years, years) == pytest.approx(end)


def test_a_path_through_zero_is_a_straight_line():
    assert path_value(-10, 10, 4, 2) == 0
    with pytest.raises(ValueError, match="no path"):
        path_value(1, 2, 0, 0)


@pytest.mark.parametrize(("latest", "behind"), [(104.9, True), (105.0, False), (110.0, False)])
def test_a_value_below_the_path_is_behind_it(latest, behind):
    known = facts({"year": 2024, "value": 100.0}, {"year": 2025, "value": latest})
    panels, points = target_paths(targets({"value": 110.25, "target_year": 2026}), known, plans(), LATER)
    [panel] = panels.to_dict("records")
    assert (panel["since"], panel["behind"]) == (True, behind)
    path = points[points["kind"] == "path"]
    assert list(path["year"]) == [2024, 2025, 2026]


def test_where_less_is_better_a_value_above_the_path_is_behind_it():
    more = {"indicator_code": "logistics_cost_to_gdp", "measure": "rate", "unit": "%"}
    known = facts(*({"year": year, "value": value} | more for year, value in ((2024, 14.0), (2025, 13.9))))
    panels, _ = target_paths(targets({"value": 13.0, "target_year": 2026} | more), known, plans(), LATER)
    assert panels["behind"].iloc[0]


def test_a_line_breaks_at_a_missing_year_and_at_a_census():
    more = {"indicator_code": "services_value_added"}
    years = (2016, 2018, 2019, 2020)
    known = facts(*({"year": year, "value": 80.0} | more for year in years))
    _, points = target_paths(targets({"target_year": 2026} | more), known, plans(), LATER)
    assert list(points.loc[points["kind"] == "actual", "part"]) == [0, 1, 2, 2]


def test_a_year_with_two_targets_is_left_out_and_no_value_makes_no_panel():
    twice = targets({"value": 100.0}, {"value": 120.0})
    assert target_paths(twice, facts({}), plans(), LATER)[0].empty
    assert target_paths(targets({}), facts({"place": "别处市"}), plans(), LATER)[0].empty


def test_panels_carry_the_ids_of_their_targets_and_values():
    panels, points = target_paths(load_targets(), load_actuals(), load_plans(), LATER)
    for panel in panels.to_dict("records"):
        own = points[points["panel"] == panel["panel"]]
        ids = set(panel["target_ids"].split(";")) | set(panel["fact_ids"].split(";"))
        assert set(own.loc[own["kind"] != "path", "row_id"]) == ids
