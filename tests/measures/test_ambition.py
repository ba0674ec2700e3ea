"""Growth against a place's own past and its peers, levels per resident, horizons."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import growth_table, horizon_by_place, load_actuals, load_targets
from helpers.measures.ambition import against_peers, horizons, own_past, per_head, rates_to_judge
from helpers.measures.past import facts_by_place, past_growth

#: Many people share the machines that run this, so an example may take its time.
QUICK = settings(deadline=None, max_examples=40)

RATE = {
    "place": "临溪市", "plan_id": "linxi-2026", "indicator_code": "services_value_added", "kind": "stated_year",
    "series": "stated", "rate": 6.0, "price_basis": "real", "operator": "ge", "start_year": 2025, "end_year": 2026,
    "target_ids": "t1", "fact_ids": "",
}  # fmt: skip
FACT = {
    "fact_id": "f1", "place": "临溪市", "indicator_code": "services_value_added", "measure": "growth_rate",
    "year": 2025, "start_year": None, "value": 5.0, "unit": "%", "price_basis": "real",
}  # fmt: skip
LEVEL = {"measure": "level", "unit": "元", "price_basis": "nominal"}


def frame(kind, *changes):
    return pd.DataFrame([kind | change for change in changes], columns=list(kind))


def past_of(facts, **change):
    """The past of the sample rate with some of its cells changed."""
    rate = RATE | change
    return past_growth(facts_by_place(facts).get((rate["place"], rate["indicator_code"]), []), rate)


@pytest.fixture(scope="module")
def judged():
    rates = rates_to_judge(growth_table(load_targets(), load_actuals()))
    return own_past(rates, load_actuals()), against_peers(rates, rates)


def of_place(rates, place, series):
    same = (rates["place"] == place) & (rates["indicator_code"] == "services_value_added") & (rates["series"] == series)
    return rates[same].sort_values("end_year").iloc[-1]


def test_reported_rates_are_averaged_geometrically_over_the_years_that_there_are():
    facts = frame(FACT, {"year": 2025, "value": 21.0}, {"fact_id": "f2", "year": 2023, "value": 0.0})
    past = past_of(facts)
    assert past["past"] == pytest.approx(10.0)  # the root of 1.21 · 1
    assert (past["past_kind"], past["past_years"], past["past_ids"]) == ("yearly", "2023;2025", "f2;f1")


def test_growth_between_levels_is_compound():
    facts = frame(FACT, LEVEL | {"year": 2023, "value": 100.0}, LEVEL | {"fact_id": "f2", "year": 2025, "value": 121.0})
    past = past_of(facts, price_basis="nominal")
    assert past["past"] == pytest.approx(10.0)
    assert (past["past_kind"], past["past_years"]) == ("levels", "2023;2025")


@pytest.mark.parametrize("change", [{"year": 2026}, {"year": 2021}, {"price_basis": "nominal"}, {"place": "他市"}])
def test_what_lies_outside_the_window_or_on_another_basis_is_no_past(change):
    assert past_of(frame(FACT, change))["past"] is None


def test_real_growth_is_never_compared_with_levels_in_current_prices():
    facts = frame(FACT, LEVEL | {"year": 2023}, LEVEL | {"year": 2025})
    assert past_of(facts)["past"] is None


def test_an_average_that_was_reported_counts_only_where_no_yearly_rate_does():
    average = FACT | {"fact_id": "f9", "measure": "cagr", "start_year": 2021, "year": 2024, "value": 8.0}
    assert past_of(pd.DataFrame([average]))["past_years"] == "2021;2024"
    assert past_of(pd.DataFrame([average, FACT]))["past_ids"] == "f1"


def test_a_rate_whose_prices_are_not_stated_has_no_past_and_no_peers():
    rates = frame(RATE, {"price_basis": "unstated"}, {"price_basis": "unstated", "place": "他市"})
    assert set(own_past(rates, frame(FACT, {}))["reason"]) == {"basis_unstated"}
    assert set(against_peers(rates, rates)["reason"]) == {"basis_unstated"}


# Hand-computed from the shipped table: 乌海 (344/249.89)^(1/4) against (249.89/203.20)^(1/4), and so on.


@pytest.mark.parametrize(
    ("place", "series", "past", "difference"),
    [
        ("乌海市", "required", 5.3, 3.0),
        ("兰州市", "required", 5.7, 0.1),
        ("菏泽市", "required", 8.3, -2.7),
        ("长治市", "stated", 6.3, 0.7),
        ("乌海市", "stated", 6.7, -0.7),
    ],
)
def test_the_shipped_plans_give_what_was_computed_by_hand(judged, place, series, past, difference):
    row = of_place(judged[0], place, series)
    assert row["past"] == pytest.approx(past, abs=0.05)
    assert row["difference"] == pytest.approx(difference, abs=0.05)


def test_peers_are_the_other_places_and_their_median_is_taken(judged):
    wuhai = of_place(judged[1], "乌海市", "required")
    assert wuhai["peers"].split(";") == ["兰州市", "菏泽市"]
    assert wuhai["peer_median"] == pytest.approx((5.718389 + 5.577375) / 2, abs=1e-5)
    assert of_place(judged[1], "长治市", "stated")["difference"] == pytest.approx(1.0)


@pytest.mark.parametrize(
    "change",
    [
        {"price_basis": "nominal"},
        {"series": "required"},
        {"indicator_code": "retail_sales"},
        {"start_year": 2021},
        {"end_year": 2030},
        {"place": "临溪市"},
    ],
)
def test_only_comparable_rates_of_other_places_are_peers(change):
    every = frame(RATE, {}, {"place": "他市", "rate": 9.0} | change)
    [row] = against_peers(frame(RATE, {}), every).to_dict("records")
    assert row["reason"] == "no_peer"


def test_of_a_peer_with_several_years_the_nearest_counts():
    other = {"place": "他市", "target_ids": "t2"}
    every = frame(RATE, {}, other | {"end_year": 2028, "rate": 20.0}, other | {"end_year": 2026, "rate": 7.0})
    [row] = against_peers(frame(RATE, {}), every).to_dict("records")
    assert (row["peer_median"], row["peer_ids"]) == (7.0, "t2")


@QUICK
@given(st.lists(st.floats(-20, 40), min_size=2, max_size=8, unique=True))
def test_the_fastest_of_all_is_never_below_its_peers_nor_the_slowest_above(values):
    rates = frame(RATE, *({"place": f"{n}市", "rate": value} for n, value in enumerate(values)))
    found = against_peers(rates, rates).set_index("rate")["difference"]
    assert found[max(values)] > 0 > found[min(values)]


def test_every_rate_has_a_number_or_a_reason(judged):
    for rates in judged:
        assert (rates["difference"].isna() == (rates["reason"] != "")).all()


def test_every_difference_carries_the_ids_that_it_came_from(judged):
    facts, ids = set(load_actuals()["fact_id"]), set(load_targets()["target_id"])
    past, peers = judged
    known = past[past["reason"] == ""]
    assert all(one in facts for many in known["fact_ids"] for one in many.split(";"))
    for row in peers[peers["reason"] == ""].itertuples():
        assert set(row.peer_ids.split(";")) <= ids
        assert row.target_ids not in row.peer_ids.split(";")


def targets(*changes):
    row = {
        "target_id": "t1", "plan_id": "linxi-2026", "place": "临溪市", "indicator_code": "retail_sales",
        "measure": "level", "operator": "ge", "value": 9e9, "unit": "元", "target_year": 2026,
    }  # fmt: skip
    return frame(row, *changes)


def people(*changes):
    return frame(FACT | LEVEL | {"indicator_code": "resident_population", "unit": "人", "value": 3e5}, *changes)


def test_a_level_is_divided_by_the_residents_last_reported_up_to_its_year():
    heads = people({"year": 2024}, {"fact_id": "f2", "year": 2026, "value": 2e5}, {"fact_id": "f3", "year": 2027})
    [row] = per_head(targets({}), heads).to_dict("records")
    assert row["per_head"] == pytest.approx(45_000)
    assert (row["population_year"], row["fact_ids"], row["reason"]) == (2026, "f2", "")


@pytest.mark.parametrize(
    ("target", "heads", "reason"),
    [
        ({}, {"place": "他市"}, "no_population"),
        ({}, {"year": 2027}, "no_population"),
        ({}, {"value": 0.0}, "no_population"),
        ({"target_year": None}, {}, "no_year"),
    ],
)
def test_a_level_without_residents_or_year_says_so(target, heads, reason):
    [row] = per_head(targets(target), people(heads)).to_dict("records")
    assert pd.isna(row["per_head"])
    assert row["reason"] == reason


@pytest.mark.parametrize("change", [{"unit": "元/人"}, {"unit": "%"}, {"indicator_code": ""}, {"measure": "rate"}])
def test_what_is_no_level_of_a_place_is_not_divided(change):
    assert per_head(targets(change), people({})).empty


def plans(**change):
    return pd.DataFrame([{"plan_id": "linxi-2026", "issued": "2025-12-31", "start_year": 2026} | change])


def test_a_horizon_runs_from_the_day_of_issue_to_the_end_of_the_target_s_year():
    [row] = horizons(targets({}), plans()).to_dict("records")
    assert (row["years"], row["counted_from"]) == (pytest.approx(1.0, abs=0.01), "issued")


def test_a_plan_without_a_date_counts_from_its_first_year_and_says_so():
    [row] = horizons(targets({}), plans(issued="")).to_dict("records")
    assert (row["years"], row["counted_from"]) == (pytest.approx(1.0, abs=0.01), "first_year")


@pytest.mark.parametrize(
    ("target", "plan", "reason"),
    [({"target_year": None}, {}, "no_year"), ({}, {"issued": "", "start_year": None}, "no_date")],
)
def test_a_horizon_without_dates_has_a_reason(target, plan, reason):
    found = horizons(targets(target), plans(**plan))
    assert list(found["reason"]) == [reason]
    assert horizon_by_place(found).empty
