"""What each figure of a next plan would mean."""

import pandas as pd
import pytest
from frames import facts, targets
from hypothesis import given
from hypothesis import strategies as st

from helpers import (
    against_own_targets,
    candidate_figures,
    find_place,
    load_actuals,
    load_targets,
    load_upper_targets,
    paces,
    starting_point,
    wording_of_peers,
)
from helpers.measures.next_plan import figure_at, pace_of
from helpers.names import UnknownNameError

POSITIVE = st.floats(0.1, 1e6)
NO_UPPER = load_upper_targets().head(0)


def peers(*paces_of_peers, **more):
    """A target of 2026 for each pace, and a value of 2025 of 100 for each peer."""
    rows = [{"plan_id": f"p{n}", "place": f"第{n}市", "target_year": 2026, "value": 100 + pace} | more
            for n, pace in enumerate(paces_of_peers)]  # fmt: skip
    known = [{"place": row["place"], "year": 2025, "value": 100.0} | more for row in rows]
    return rows, known


def read(rows, known, place="临溪市", year=2030, **asked):
    table, reported = targets(*rows), facts(*known)
    start = starting_point(table, reported, place, "retail_sales", base_value=asked.pop("base_value", None),
                           base_year=asked.pop("base_year", None))  # fmt: skip
    found = paces(table, reported, NO_UPPER, start, "云岭省")
    return start, found, candidate_figures(start, found, year, **asked)


@given(POSITIVE, POSITIVE, st.integers(1, 15), st.sampled_from(["level", "share", "rate"]))
def test_a_pace_leads_back_to_the_figure_it_was_computed_from(start, end, years, measure):
    pace = pace_of(start, end, years, measure)
    assert figure_at(start, pace, years, measure) == pytest.approx(end, rel=1e-6, abs=1e-6 * max(start, end))


def test_a_share_moves_in_points_and_a_level_in_percent():
    assert pace_of(50.0, 55.0, 5, "share") == pytest.approx(1.0)
    assert pace_of(100.0, 121.0, 2, "level") == pytest.approx(10.0)
    with pytest.raises(ValueError, match="no meaning"):
        pace_of(50.0, 55.0, 0, "share")


def test_the_base_is_the_latest_reported_value_or_the_one_of_the_asked_year_or_the_given_one():
    known = facts({"year": 2023, "value": 80.0}, {"year": 2024, "value": 90.0})
    table = targets({})
    assert starting_point(table, known, "临溪市", "retail_sales")["value"] == 90.0
    assert starting_point(table, known, "临溪市", "retail_sales", base_year=2023)["fact_ids"] == "a-1"
    given_one = starting_point(table, known, "临溪市", "retail_sales", base_value=95, base_year=2025)
    assert (given_one["value"], given_one["year"], given_one["fact_ids"]) == (95.0, 2025, "")
    assert starting_point(table, known, "临溪市", "retail_sales", base_year=2019)["value"] is None
    with pytest.raises(ValueError, match="needs its base_year"):
        starting_point(table, known, "临溪市", "retail_sales", base_value=95)


def test_candidates_are_where_the_slowest_the_median_and_the_fastest_peer_would_lead():
    rows, known = peers(2.0, 4.0, 9.0)
    _, _, options = read(rows, [*known, {"year": 2025, "value": 200.0}])
    assert list(options["source"]) == ["peer_slowest", "peer_median", "peer_fastest"]
    assert list(options["figure"]) == pytest.approx([200 * rate**5 for rate in (1.02, 1.04, 1.09)])
    assert list(options["above"]) == [0, 1, 2]


@pytest.mark.parametrize(("count", "given_rank"), [(4, False), (5, True)])
def test_there_is_no_percentile_below_the_fewest_peers(count, given_rank):
    rows, known = peers(*range(1, count + 1))
    _, _, options = read(rows, [*known, {"year": 2025, "value": 200.0}])
    assert options["percentile"].notna().all() == given_rank
    assert options["percentile"].notna().any() == given_rank


@given(st.lists(st.floats(0.5, 30), min_size=5, max_size=9), st.floats(101, 2000))
def test_the_percentile_is_the_share_of_peers_that_are_no_faster(of_peers, figure):
    known = pd.DataFrame({"kind": "peer", "pace": of_peers})
    start = {"value": 100.0, "year": 2025, "measure": "level"}
    [row] = candidate_figures(start, known, 2030, candidates=[figure]).to_dict("records")
    share = sum(pace <= row["pace"] + 1e-9 for pace in of_peers) / len(of_peers)
    assert row["percentile"] == pytest.approx(100 * share)
    assert row["above"] <= row["peers"] == len(of_peers)


def test_given_figures_are_taken_as_they_are_and_sorted():
    rows, known = peers(2.0)
    _, _, options = read(rows, [*known, {"year": 2025, "value": 200.0}], candidates=[300, 250])
    assert list(options["figure"]) == [250.0, 300.0]
    assert set(options["source"]) == {"given"}


def test_one_peer_alone_is_neither_slowest_nor_fastest():
    rows, known = peers(2.0)
    _, _, options = read(rows, [*known, {"year": 2025, "value": 200.0}])
    assert list(options["source"]) == ["peer_only"]


def test_a_place_without_a_value_or_a_year_that_has_gone_has_no_candidates():
    rows, known = peers(2.0, 3.0)
    assert read(rows, known)[2].empty
    assert read(rows, [*known, {"year": 2025, "value": 200.0}], year=2025)[2].empty


def test_real_growth_and_other_quantities_are_no_peers():
    growth = {"measure": "growth_rate", "unit": "%", "price_basis": "real"}
    rows, known = peers(2.0, **growth)
    _, found, options = read([*rows, {}], [*known, {"year": 2024, "value": 90.0}])
    assert set(found["kind"]) == {"own_plan"}
    assert list(options["source"]) == ["own_plan"]


def test_a_peer_without_a_reported_value_counts_from_its_first_milestone_or_not_at_all():
    steps = [{"plan_id": "p", "place": "别处市", "target_year": year, "value": value}
             for year, value in ((2025, 100.0), (2027, 121.0))]  # fmt: skip
    _, found, _ = read(steps, [{"year": 2024}])
    [row] = found[found["kind"] == "peer"].to_dict("records")
    assert row["pace"] == pytest.approx(10)
    assert row["target_ids"] == "linxi-2025-1;linxi-2025-2"
    assert "peer" not in set(read(steps[:1], [{"year": 2024}])[1]["kind"])


def test_the_own_past_stays_on_one_statistical_basis_and_spans_two_years():
    more = {"indicator_code": "services_value_added"}
    known = facts(
        *({"year": year, "value": value} | more for year, value in ((2018, 10.0), (2019, 80.0), (2022, 92.0)))
    )
    start = starting_point(targets(more), known, "临溪市", "services_value_added")
    [row] = paces(targets(), known, NO_UPPER, start, "").to_dict("records")
    assert (row["kind"], row["first"], row["last"]) == ("own_past", 2019, 2022)
    assert paces(targets(), known[known["year"] < 2020], NO_UPPER, start, "").empty


def test_the_province_is_compared_from_its_own_value():
    """山东: 4.957 trillion in 2023 to 5.5 trillion by 2025 is 5.3 % a year; 菏泽 needs 5.6 %."""
    table = load_targets(indicators="services_value_added")
    start = starting_point(table, load_actuals(), "菏泽市", "services_value_added")
    found = paces(table, load_actuals(), load_upper_targets(), start, "山东省").set_index("kind")["pace"]
    assert found["upper"] == pytest.approx(5.3, abs=0.05)
    assert found["own_plan"] == pytest.approx(5.6, abs=0.05)
    assert start["value"] == pytest.approx(2242.84e8)


@pytest.mark.parametrize(
    ("figure", "verdict"), [(100 * 1.1**5, "keeps"), (100 * 1.09**5, "misses"), (100 * 1.2**5, "keeps")]
)
def test_the_way_to_a_figure_keeps_or_misses_what_is_promised_on_it(figure, verdict):
    table = targets({"target_year": 2027, "value": 121.0, "operator": "ge"})
    start = starting_point(table, facts({"year": 2025, "value": 100.0}), "临溪市", "retail_sales")
    options = pd.DataFrame({"figure": [figure]})
    [row] = against_own_targets(table, options, start, 2030).to_dict("records")
    assert row["verdict"] == verdict
    assert row["target_id"] == "linxi-2025-1"


def test_promised_growth_on_another_price_basis_is_said_and_not_compared():
    real = {"measure": "cagr", "unit": "%", "value": 6.0, "price_basis": "real", "period": "annual", "start_year": 2025,
            "target_year": 2027, "operator": "ge"}  # fmt: skip
    table = targets(real, {**real, "price_basis": "nominal"}, {"target_year": 2024})
    start = starting_point(table, facts({"year": 2025, "value": 100.0}), "临溪市", "retail_sales")
    checks = against_own_targets(table, pd.DataFrame({"figure": [100 * 1.07**5]}), start, 2030)
    assert list(checks["verdict"]) == ["other_prices", "keeps", "past"]


def test_wording_counts_what_others_say_and_not_the_place_itself():
    rows = [{"place": "别处市", "operator": "ge", "modality": "aspirational", "verb": "力争;达到"},
            {"place": "别处市", "operator": "ge", "modality": "aspirational", "verb": "达到"},
            {"place": "他处市", "operator": "eq"}, {"operator": "le"}]  # fmt: skip
    table = targets(*rows)
    start = starting_point(table, facts({}), "临溪市", "retail_sales")
    worded = wording_of_peers(table, start)
    assert list(worded["operator"]) == ["ge", "eq"]
    assert list(worded["targets"]) == [2, 1]
    assert worded["verbs"].iloc[0] == "力争;达到" or set(worded["verbs"].iloc[0].split(";")) == {"力争", "达到"}
    assert worded["target_ids"].iloc[0] == "linxi-2025-1;linxi-2025-2"


def test_every_pace_carries_the_ids_that_it_came_from():
    for code in ("services_value_added", "tourist_visits", "services_value_added_share_gdp"):
        table = load_targets(indicators=code)
        start = starting_point(table, load_actuals(), "兰州市", code)
        found = paces(table, load_actuals(), load_upper_targets(), start, "甘肃省")
        assert (found["target_ids"] + found["fact_ids"] != "").all()


def test_a_place_is_found_in_the_table_in_the_list_of_places_or_not_at_all():
    table = load_targets()
    assert find_place("Wuhai", table)["province"] == "内蒙古自治区"
    assert find_place("北京", table)["place"] == "北京市"
    assert find_place(None, table)["place"] in set(table["place"])
    with pytest.raises(UnknownNameError, match="unknown place"):
        find_place("Atlantis", table)
    with pytest.raises(UnknownNameError, match="one place is asked for"):
        find_place(["乌海", "兰州"], table)
