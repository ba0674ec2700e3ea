"""One place's shares against those of others add up, and a place is never set against itself."""

import pandas as pd
import pytest
from frames import targets
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import count_once, load_targets, location_quotients, sector_shares, shares_against

SECTORS = ("finance", "logistics", "trade")
OTHER = {"place": "白鹭市", "place_en": "Bailu", "plan_id": "bailu-2025", "adcode": "999800"}


def compared(own, others, minimum=1):
    """Shares of a place with as many targets by sector, against another place."""
    rows = [{"sector": sector} for sector, count in zip(SECTORS, own, strict=True) for _ in range(count)]
    rows += [{"sector": sector, **OTHER} for sector, count in zip(SECTORS, others, strict=True) for _ in range(count)]
    table = count_once(targets(*rows))
    return shares_against(table[table["place"] == "临溪市"], table[table["place"] != "临溪市"], minimum)


counts = st.tuples(*[st.integers(0, 12)] * 3).filter(lambda found: sum(found) > 0)


@settings(max_examples=25)
@given(own=counts, others=counts)
def test_shares_of_either_side_add_up_and_the_difference_is_in_points(own, others):
    rows = compared(own, others)
    assert rows["share"].sum() == pytest.approx(1)
    assert rows["other_share"].sum() == pytest.approx(1)
    assert list(rows["difference"]) == pytest.approx(list(100 * (rows["share"] - rows["other_share"])))
    assert (rows["count"].sum(), rows["other_count"].sum()) == (sum(own), sum(others))


@settings(max_examples=25)
@given(own=counts, others=counts)
def test_set_against_each_other_two_places_differ_the_other_way_round(own, others):
    there, back = (compared(*pair).set_index("sector") for pair in ((own, others), (others, own)))
    turned = {"above": "below", "below": "above"}
    for sector in there.index:
        assert back.loc[sector, "difference"] == pytest.approx(-there.loc[sector, "difference"])
        assert back.loc[sector, "verdict"] == turned.get(there.loc[sector, "verdict"], there.loc[sector, "verdict"])


def test_equal_shares_do_not_stand_out_and_very_different_ones_do():
    assert set(compared((5, 5, 5), (10, 10, 10))["verdict"]) == {"as_others"}
    verdicts = compared((12, 0, 0), (1, 12, 12)).set_index("sector")["verdict"]
    assert verdicts["finance"] == "above"
    assert verdicts["logistics"] == "below"


def test_few_targets_are_not_tested():
    assert set(compared((1, 1, 0), (1, 0, 1), minimum=5)["verdict"]) == {"too_few"}
    rows = compared((2, 6, 0), (2, 6, 6), minimum=5).set_index("sector")
    assert rows.loc["finance", ["verdict", "chance"]].tolist() == ["too_few", 0.0]


def test_a_place_is_never_set_against_itself():
    counted = count_once(load_targets())
    rows = shares_against(counted, counted)
    assert all(row["place"] not in row["others"].split(";") for row in rows.to_dict("records"))
    totals = rows.drop_duplicates("place")
    assert (totals["of_place"] + totals["of_others"] == len(counted)).all()


def test_against_all_others_a_share_stands_out_just_where_its_quotient_does():
    """Both are the same exact test of a place's targets among those of all."""
    counted = count_once(load_targets())
    key = ["place", "sector"]
    ours = shares_against(counted, counted).set_index(key)["verdict"].sort_index()
    pool = location_quotients(sector_shares(counted)).set_index(key)["verdict"].sort_index()
    assert list(ours) == list(pool.replace("as_pool", "as_others"))


def test_a_place_alone_is_compared_with_nothing():
    counted = count_once(load_targets(places="乌海"))
    rows = shares_against(counted, counted)
    assert set(rows["verdict"]) == {"alone"}
    assert rows["other_share"].isna().all()


def test_every_row_leads_to_the_targets_of_both_sides():
    counted = count_once(load_targets())
    rows = shares_against(counted[counted["place"] == "乌海市"], counted)
    ids = [one for column in ("target_ids", "other_ids") for found in rows[column] for one in found.split(";") if one]
    assert sorted(ids) == sorted(counted["target_id"])


def test_nothing_gives_a_frame_with_its_columns():
    nothing = count_once(load_targets().iloc[:0])
    rows = shares_against(nothing, nothing)
    assert isinstance(rows, pd.DataFrame)
    assert {"place", "sector", "verdict"} <= set(rows)
