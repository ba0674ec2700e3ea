"""One place: when its targets fall due, and where its growth stands among that of others."""

import pandas as pd
import pytest

from helpers import beside_peers, due_by_sector, growth_table, load_actuals, load_targets


@pytest.fixture(scope="module")
def rates():
    return growth_table(load_targets(), load_actuals())


def test_every_target_is_counted_in_its_sector_and_year():
    targets = load_targets(places="乌海")
    counts = due_by_sector(targets)
    assert counts.to_numpy().sum() == len(targets)
    assert counts.loc["finance", 2025] == 9
    assert counts.sum(axis=1).is_monotonic_decreasing


def test_targets_without_a_year_have_a_column_of_their_own():
    targets = load_targets(places="乌海").head(3).assign(target_year=pd.array([2025, None, None], dtype="Int64"))
    assert due_by_sector(targets)[0].sum() == 2


def rates_of(*rows):
    """Rows of (place, kind, rate)."""
    return pd.DataFrame(
        [
            {"place": place, "kind": kind, "rate": rate, "indicator_code": "retail_sales", "price_basis": "nominal",
             "target_ids": f"t{n}", "fact_ids": "f" if kind == "required" else ""}
            for n, (place, kind, rate) in enumerate(rows)
        ]
    )  # fmt: skip


@pytest.mark.parametrize(("own", "side"), [(9.0, "above"), (4.0, "below"), (5.0, "among"), (6.0, "among")])
def test_a_place_stands_above_below_or_among_its_peers(own, side):
    growth = rates_of(("A", "stated_year", own), ("B", "stated_year", 5.0), ("C", "required", 7.0))
    [row] = beside_peers(growth, "A").to_dict("records")
    assert (row["side"], row["peers"], row["own_kind"], row["peers_kind"]) == (side, 2, "stated", "both")
    assert (row["target_ids"], row["fact_ids"]) == ("t0;t1;t2", "f")


def test_steps_between_milestones_and_indicators_without_peers_are_left_out():
    assert beside_peers(rates_of(("A", "between_milestones", 5.0), ("B", "stated_year", 5.0)), "A").empty
    assert beside_peers(rates_of(("A", "stated_year", 5.0)), "A").empty


def test_real_and_nominal_growth_are_not_set_beside_each_other(rates):
    table = beside_peers(rates, "乌海市").set_index(["indicator_code", "price_basis"])
    assert {("services_value_added", "real"), ("services_value_added", "nominal")} <= set(table.index)
    assert table.loc[("services_value_added", "nominal"), "own_high"] == pytest.approx(8.3, abs=0.05)
