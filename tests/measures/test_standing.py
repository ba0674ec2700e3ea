"""Where one place stands among all others: emphasis and components of ambition."""

import pandas as pd
import pytest

from helpers import beside_components, emphasis_of, load_targets, location_quotients, sector_shares
from helpers.measures.emphasis import count_once


def components(*rows):
    """Rows of (place, value, reason) of one component."""
    return pd.DataFrame(
        [
            {"place": place, "component": "peers", "value": value, "reason": reason, "target_ids": f"t{n}",
             "fact_ids": "", "upper_ids": ""}
            for n, (place, value, reason) in enumerate(rows)
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("own", "reason", "side"),
    [(9.0, "", "above"), (1.0, "", "below"), (5.0, "", "among"), (7.0, "", "among"), (None, "no_peer", "")],
)
def test_a_component_lies_above_below_or_among_those_of_others(own, reason, side):
    table = components(("A", own, reason), ("B", 5.0, ""), ("C", 7.0, ""), ("D", None, "no_peer"))
    [row] = beside_components(table, "A").to_dict("records")
    assert (row["side"], row["peers"], row["low"], row["median"], row["high"]) == (side, 2, 5.0, 6.0, 7.0)
    assert row["target_ids"] == "t0"


def test_without_other_places_nothing_is_said_of_a_position():
    [row] = beside_components(components(("A", 1.0, "")), "A").to_dict("records")
    assert (row["side"], row["peers"]) == ("", 0)


def test_ids_of_all_targets_are_not_repeated():
    table = components(("A", 1.0, ""), ("B", 2.0, "")).assign(component="verb")
    [row] = beside_components(table, "A").to_dict("records")
    assert row["of_all"]
    assert row["target_ids"] == ""


def test_the_quotients_of_a_place_are_those_among_all_places():
    every = load_targets()
    own = emphasis_of(every, "兰州市")
    among = location_quotients(sector_shares(count_once(every, "targets")))
    among = among[among["place"] == "兰州市"].set_index("sector")
    assert list(own["quotient"].fillna(-1)) == list(among.loc[own["sector"], "quotient"].fillna(-1))
    assert own["count"].is_monotonic_decreasing
    assert set(own.loc[own["robust"], "verdict"]) <= {"above", "below"}


def test_a_place_alone_has_no_quotient():
    alone = load_targets(places="兰州")
    assert emphasis_of(alone, "兰州市")["quotient"].isna().all()
