"""Differences between a place's targets and those of its province and the nation."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import growth_beside, load_targets, load_upper_targets, upper_gaps, without_upper

#: Many people share the machines that run this, so an example may take its time.
QUICK = settings(deadline=None, max_examples=40)

TARGET = {
    "target_id": "t1", "plan_id": "linxi-2026", "place": "临溪市", "adcode": "999900",
    "indicator_code": "services_value_added", "measure": "growth_rate", "operator": "ge", "value": 6.0, "unit": "%",
    "price_basis": "real", "start_year": None, "target_year": 2026,
}  # fmt: skip
UPPER = {
    "upper_id": "u1", "issuer": "云岭省", "adcode": "990000", "level": "province", "document_title": "意见",
    "indicator_code": "services_value_added", "measure": "growth_rate", "operator": "ge", "value": 5.5,
    "value_max": None, "unit": "%", "price_basis": "real", "period": "by", "start_year": None, "target_year": 2026,
    "source_grade": "press",
}  # fmt: skip
NATION = {"upper_id": "u2", "issuer": "全国", "adcode": "000000", "level": "nation", "value": 5.0}


def frame(kind, *changes):
    """Rows of ``kind``, each with some cells changed; none at all keeps the columns."""
    return pd.DataFrame([kind | change for change in changes], columns=list(kind))


def steps(gaps):
    return {row.layer: round(row.gap, 6) for row in gaps.itertuples()}


def test_a_target_is_held_against_both_layers_and_the_layers_against_each_other():
    gaps = upper_gaps(frame(TARGET, {}), frame(UPPER, {}, NATION))
    assert steps(gaps) == {"province": 0.5, "nation": 1.0, "province_nation": 0.5}
    assert list(gaps["lower"]) == ["临溪市", "临溪市", "云岭省"]
    assert list(gaps["upper_ids"]) == ["u1", "u2", "u1;u2"]
    assert set(gaps["target_ids"]) == {"t1"}


@QUICK
@given(st.floats(-10, 30), st.floats(-10, 30), st.floats(-10, 30))
def test_the_steps_add_up_to_the_distance_from_the_nation(own, province, nation):
    gaps = upper_gaps(frame(TARGET, {"value": own}), frame(UPPER, {"value": province}, NATION | {"value": nation}))
    found = gaps.set_index("layer")["gap"]
    assert found["province"] + found["province_nation"] == pytest.approx(found["nation"], abs=1e-9)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"target_year": 2027}, "other_year"),
        ({"price_basis": "nominal"}, "other_basis"),
        ({"unit": "‰"}, "other_basis"),
        ({"measure": "cagr"}, "other_measure"),
        ({"indicator_code": "retail_sales"}, "no_upper"),
        ({"adcode": "980000"}, "no_upper"),
        ({"level": "city", "adcode": "999900"}, "no_upper"),
    ],
)
def test_what_differs_from_the_target_is_not_compared_and_the_reason_is_said(change, reason):
    targets, upper = frame(TARGET, {}), frame(UPPER, change)
    assert upper_gaps(targets, upper).empty
    [left] = without_upper(targets, upper).to_dict("records")
    assert left["reason"] == reason
    assert left["upper_ids"] == ("" if reason == "no_upper" else "u1")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"indicator_code": ""}, "no_indicator"),
        ({"measure": "gap"}, "stated_gap"),
        ({"measure": "level"}, "depends_on_size"),
        ({"target_year": None}, "no_year"),
    ],
)
def test_a_target_that_can_have_no_counterpart_says_why(change, reason):
    assert list(without_upper(frame(TARGET, change), frame(UPPER, {}))["reason"]) == [reason]


def test_of_several_documents_of_one_layer_the_best_source_speaks():
    upper = frame(UPPER, {"source_grade": "repost", "value": 9.0}, {"upper_id": "u9", "source_grade": "official"})
    [gap] = upper_gaps(frame(TARGET, {}), upper).to_dict("records")
    assert (gap["upper_ids"], gap["source_grade"]) == ("u9", "official")


def test_averages_may_begin_in_different_years_and_both_are_kept():
    own = {"measure": "cagr", "start_year": 2025}
    [gap] = upper_gaps(frame(TARGET, own), frame(UPPER, {"measure": "cagr", "start_year": 2024})).to_dict("records")
    assert (gap["start_year"], gap["upper_start_year"]) == (2025, 2024)


def test_a_province_is_not_compared_with_itself():
    targets = frame(TARGET, {"adcode": "990000"})
    assert steps(upper_gaps(targets, frame(UPPER, {}, NATION))) == {"nation": 1.0}


def test_the_known_step_of_the_shipped_plans():
    """菏泽 6 % a year against 山东 5.5 %, both to 2025, both in constant prices."""
    gaps = upper_gaps(load_targets(), load_upper_targets())
    [gap] = gaps[gaps["measure"].isin(["growth_rate", "cagr"])].to_dict("records")
    assert (gap["place"], gap["issuer"], gap["gap"]) == ("菏泽市", "山东省", 0.5)
    assert (gap["target_year"], gap["price_basis"], gap["source_grade"]) == (2025, "real", "press")


@pytest.mark.parametrize("every", [False, True])
def test_every_target_is_compared_or_listed_with_a_reason(every):
    targets, upper = load_targets(), load_upper_targets(all_statuses=every)
    gaps, left = upper_gaps(targets, upper), without_upper(targets, upper)
    assert set(gaps["target_ids"]) | set(left["target_id"]) == set(targets["target_id"])
    assert not set(gaps["target_ids"]) & set(left["target_id"])


def test_growth_stands_beside_that_of_the_place_s_own_province_only():
    upper = frame(UPPER, {"target_year": 2024}, NATION, {"upper_id": "u3", "adcode": "980000", "issuer": "他省"})
    rates = growth_beside(frame(TARGET, {}), upper)
    assert list(rates["layer"]) == ["place", "province", "nation"]
    assert list(rates["rate"]) == [6.0, 5.5, 5.0]
    assert list(rates["upper_ids"]) == ["", "u1", "u2"]


@pytest.mark.parametrize("change", [{"price_basis": "nominal"}, {"indicator_code": "gdp"}])
def test_growth_of_another_basis_or_indicator_does_not_stand_beside_it(change):
    rates = growth_beside(frame(TARGET, {}), frame(UPPER, change))
    assert rates.empty
    assert {"layer", "upper_ids"} <= set(rates.columns)
