"""The pace at its thresholds, and what must not be taken for a pace."""

import pandas as pd
import pytest
from frames import facts, plans, targets
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers import find_date, load_actuals, load_plans, load_targets, progress_of_trend, progress_since_plan
from helpers.measures.growth import compound_annual_growth_rate
from helpers.measures.progress import ALL_CLASSES, classify, count_classes, progress_ratio

POSITIVE = st.floats(0.1, 1e9)
UNHURRIED = settings(deadline=None, max_examples=25)
LATER = find_date("2026-06-30")


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [(200, "on_track"), (95, "on_track"), (94.999, "acceleration"), (60, "acceleration"), (59.999, "limited"),
     (0, "limited"), (-0.001, "deterioration"), (-300, "deterioration")],
)  # fmt: skip
def test_a_ratio_falls_into_its_class_at_the_threshold(ratio, expected):
    assert classify(ratio) == expected


@pytest.mark.parametrize(
    ("observed", "required", "sign", "expected"),
    [
        (4.0, 5.0, 1, 80), (-4.0, 5.0, 1, -80), (-4.0, -5.0, -1, 80), (1.0, -5.0, -1, -20),
        (-5.5, -3.0, 1, -550 / 3),  # the base lay beyond the target already: falling towards it is no progress
        (0.0, 5.0, 1, 0),
    ],
)  # fmt: skip
def test_growth_the_wrong_way_is_negative_whichever_way_is_right(observed, required, sign, expected):
    assert progress_ratio(observed, required, sign) == pytest.approx(expected)


def test_no_ratio_without_growth_to_make():
    with pytest.raises(ValueError, match="no growth is required"):
        progress_ratio(1.0, 0.0, 1)


def values(*pairs, **changes):
    return facts(*({"year": year, "value": value} | changes for year, value in pairs))


def since(table, known, first=2025, day=LATER):
    return progress_since_plan(table, known, plans(first), day).to_dict("records")[0]


@UNHURRIED
@given(POSITIVE, st.floats(1.02, 3), st.integers(2, 8), st.integers(1, 7))
def test_a_series_on_its_path_is_exactly_on_track(base, ratio, years, after):
    assume(after < years)
    known = values((2004, base), (2004 + after, base * ratio ** (after / years)))
    row = since(targets({"value": base * ratio, "target_year": 2004 + years}), known, 2005)
    assert row["ratio"] == pytest.approx(100, rel=1e-6)
    assert row["class"] == "on_track"


@UNHURRIED
@given(POSITIVE, st.floats(0.3, 0.98), st.integers(2, 8), st.integers(1, 7))
def test_so_is_a_falling_series_where_less_is_better(base, ratio, years, after):
    assume(after < years)
    more = {"indicator_code": "logistics_cost_to_gdp", "measure": "rate", "unit": "%"}
    known = values((2004, base), (2004 + after, base * ratio ** (after / years)), **more)
    row = since(targets({"value": base * ratio, "target_year": 2004 + years, "operator": "le"} | more), known, 2005)
    assert row["ratio"] == pytest.approx(100, rel=1e-6)


@UNHURRIED
@given(POSITIVE, POSITIVE, POSITIVE)
def test_a_value_that_meets_the_target_has_achieved_it_and_no_other_has(base, latest, value):
    row = since(targets({"value": value, "target_year": 2027}), values((2024, base), (2025, latest)))
    assert (row["class"] == "achieved") == (latest >= value * (1 - 1e-11))


@pytest.mark.parametrize(("base", "latest", "value"), [(0, 5, 10), (-2, 1, 10), (5, 0, 10), (5, -1, 10), (-5, -3, 10)])
def test_values_of_two_signs_or_zero_have_no_pace(base, latest, value):
    row = since(targets({"value": value, "target_year": 2027}), values((2024, base), (2025, latest)))
    assert (row["class"], row["reason"]) == ("", "signs")


def test_of_negative_values_a_smaller_size_is_progress_where_more_is_better():
    row = since(targets({"value": -50.0, "target_year": 2026}), values((2024, -100.0), (2025, -80.0)))
    assert row["observed"] == pytest.approx(-20)
    assert row["ratio"] == pytest.approx(100 * 20 / compound_annual_growth_rate(50, 100, 2) * 1, rel=0.5)
    assert row["class"] == "acceleration"


def test_a_share_near_the_whole_keeps_a_ratio_of_its_own_small_growth():
    more = {"measure": "share", "unit": "%", "indicator_code": "nursing_beds_share", "price_basis": ""}
    row = since(targets({"value": 100.0, "target_year": 2026} | more), values((2024, 99.0), (2025, 99.5), **more))
    assert row["class"] == "on_track"
    assert row["required"] < 1


def test_of_a_range_the_lower_end_is_aimed_at_where_more_is_better():
    row = since(targets({"operator": "between", "value": 121.0, "value_max": 144.0, "target_year": 2026}),
                values((2024, 100.0), (2025, 110.0)))  # fmt: skip
    assert row["required"] == pytest.approx(10)


@pytest.mark.parametrize(
    ("changes", "known", "reason"),
    [
        ({"indicator_code": ""}, [(2024, 1), (2025, 2)], "no_indicator"),
        ({"target_year": None}, [(2024, 1), (2025, 2)], "no_year"),
        ({"measure": "increment", "unit": "家"}, [(2024, 1), (2025, 2)], "no_path"),
        ({"period": "cumulative", "start_year": 2025}, [(2024, 1), (2025, 2)], "no_path"),
        ({}, [(2025, 2)], "no_base"),
        ({}, [(2023, 1), (2024, 2)], "nothing_since"),
        ({"target_year": 2026}, [(2027, 1), (2028, 2)], "one_value"),
        ({"unit": "家"}, [(2024, 1), (2025, 2)], "other_measure"),
    ],
)
def test_what_has_no_pace_says_why(changes, known, reason):
    row = since(targets(changes), values(*known), day=find_date("2029-06-30"))
    assert (row["class"], row["reason"]) == ("", reason)


def test_a_census_between_base_and_latest_leaves_no_pace():
    more = {"indicator_code": "services_value_added"}
    row = since(targets({"target_year": 2026} | more), values((2023, 80.0), (2024, 90.0), **more), 2024)
    assert row["reason"] == "series_break"


def test_a_trend_starts_behind_a_census_and_needs_two_years():
    more = {"indicator_code": "services_value_added"}
    table = targets({"target_year": 2026} | more)
    known = values((2018, 10.0), (2019, 80.0), (2020, 82.0), (2022, 85.0), **more)
    row = progress_of_trend(table, known, LATER).to_dict("records")[0]
    assert (row["base_year"], row["latest_year"]) == (2019, 2022)
    row = progress_of_trend(table, values((2018, 10.0), (2019, 80.0), (2020, 82.0), **more), find_date("2022-06-30"))
    assert row["reason"].iloc[0] == "short_trend"


def test_an_old_trend_is_no_trend():
    known = values((2015, 10.0), (2016, 11.0), (2017, 12.0))
    assert progress_of_trend(targets({}), known, LATER)["reason"].iloc[0] == "too_old"


def test_stated_growth_is_held_against_growth_on_the_same_price_basis_only():
    stated = {"measure": "cagr", "unit": "%", "value": 6.0, "price_basis": "real", "period": "annual",
              "start_year": 2024, "target_year": 2026}  # fmt: skip
    rates = [{"measure": "growth_rate", "unit": "%", "price_basis": basis, "year": year, "value": value}
             for basis, year, value in (("real", 2024, 5.0), ("real", 2025, 5.0), ("nominal", 2024, 9.0))]  # fmt: skip
    row = since(targets(stated), facts(*rates), 2024)
    assert row["observed"] == pytest.approx(5.0)
    assert row["ratio"] == pytest.approx(100 * 5 / 6)
    nominal = facts(*({**rate, "price_basis": "nominal"} for rate in rates[:2]))
    assert since(targets(stated), nominal, 2024)["reason"] == "other_prices"


def test_a_missing_year_of_growth_leaves_no_average():
    stated = {"measure": "cagr", "unit": "%", "value": 6.0, "price_basis": "real", "period": "annual",
              "start_year": 2022, "target_year": 2026}  # fmt: skip
    rates = ({"measure": "growth_rate", "unit": "%", "price_basis": "real", "year": year, "value": 5.0}
             for year in (2022, 2024))  # fmt: skip
    assert since(targets(stated), facts(*rates), 2022)["reason"] == "missing_years"


def test_growth_of_a_single_year_has_no_pace():
    stated = {"measure": "growth_rate", "unit": "%", "value": 6.0, "price_basis": "real"}
    known = facts({"measure": "growth_rate", "unit": "%", "price_basis": "real", "year": 2024})
    assert since(targets(stated), known)["reason"] == "one_year"


def test_every_target_is_assessed_or_has_a_reason():
    table, known = load_targets(), load_actuals()
    for pace in (progress_since_plan(table, known, load_plans(), LATER), progress_of_trend(table, known, LATER)):
        assert list(pace["target_id"]) == list(table["target_id"])
        assert ((pace["class"] == "") == (pace["reason"] != "")).all()
        assert set(pace["class"]) - {""} <= set(ALL_CLASSES)
        assert count_classes(pace)["count"].sum() == len(table)
        ids = {one for cell in pace["fact_ids"] for one in cell.split(";")} - {""}
        assert ids <= set(known["fact_id"])


def test_the_trend_of_the_shipped_values_is_what_was_computed_by_hand():
    """乌海 203.21 → 249.89 (2019–2023) is 5.3 % a year, to 344 by 2027 it takes 6.8 %: 78 %."""
    table = load_targets(places="乌海", indicators="services_value_added")
    pace = progress_of_trend(table, load_actuals(), LATER)
    row = pace[pace["ratio"].notna() & pace["base"].notna()].iloc[0]
    assert row["observed"] == pytest.approx(5.3, abs=0.05)
    assert row["required"] == pytest.approx(6.8, abs=0.05)
    assert (round(row["ratio"]), row["class"]) == (78, "acceleration")


def test_nothing_is_assessed_before_anything_could_be_known():
    pace = progress_of_trend(load_targets(), load_actuals(), find_date("2014-06-30"))
    assert (pace["class"] == "").all()
    assert isinstance(pace, pd.DataFrame)
