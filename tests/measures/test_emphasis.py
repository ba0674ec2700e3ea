"""Shares of targets by sector, location quotients, aims, money and similarity."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import load_targets
from helpers.measures.emphasis import (
    changed_verdicts,
    count_once,
    count_totals,
    expected_by_chance,
    location_quotients,
    of_sectors,
    sector_shares,
)
from helpers.measures.money import money_sums
from helpers.measures.similarity import overlap, similarities
from helpers.table.groups import mark_money

#: Frames are slow to make on a busy machine; a few dozen of them show what there is to show.
patient = settings(deadline=None, max_examples=25)
COLUMNS = ["target_id", "plan_id", "place", "indicator_code", "indicator", "sector", "target_year", "departments"]


def frame(*rows):
    """Rows of (place, sector, indicator, year)."""
    records = [
        (f"t{n}", f"{place}-1", place, code, code or f"thing {n}", sector, year, "")
        for n, (place, sector, code, year) in enumerate(rows)
    ]
    return pd.DataFrame(records, columns=COLUMNS)


def of_counts(**counts):
    """Targets of places by how many they have in the sectors a, b, c …; each is an aim of its own."""
    rows = [
        (place, "abcdefgh"[sector], f"{place}{sector}{n}", 2027)
        for place, numbers in counts.items()
        for sector, number in enumerate(numbers)
        for n in range(number)
    ]
    return frame(*rows)


targets = st.lists(
    st.tuples(
        st.sampled_from("ABCDE"),
        st.sampled_from(["logistics", "trade", "finance", "overall", "other"]),
        st.sampled_from(["", "gdp", "retail_sales", "loans_balance"]),
        st.integers(2024, 2030),
    ),
    min_size=1,
    max_size=60,
).map(lambda rows: frame(*rows))


def read(table, count="targets", minimum=1):
    return location_quotients(sector_shares(count_once(table, count)), minimum)


@given(targets, st.sampled_from(["targets", "aims"]))
@patient
def test_the_shares_of_a_place_add_up_to_one_and_the_counts_to_all(table, count):
    counted = count_once(table, count)
    shares = sector_shares(counted)
    assert shares.groupby("place")["share"].sum().to_numpy() == pytest.approx(1)
    assert shares["count"].sum() == len(counted)
    assert shares.drop_duplicates("sector")["pooled_share"].sum() == pytest.approx(1)


@given(targets)
@patient
def test_a_place_s_quotients_weighted_by_the_pooled_shares_average_one(table):
    quotients = read(table)
    told = quotients[quotients["verdict"] != "alone"]
    means = (told["quotient"] * told["pooled_share"]).groupby(told["place"]).sum()
    assert means.to_numpy() == pytest.approx(1)


@given(targets, st.randoms(use_true_random=False))
@patient
def test_the_order_of_rows_moves_nothing(table, random):
    order = list(table.index)
    random.shuffle(order)
    shuffled = table.loc[order].reset_index(drop=True)
    columns = ["place", "sector", "count", "quotient", "low", "high", "verdict"]
    pd.testing.assert_frame_equal(read(shuffled)[columns], read(table)[columns])
    pd.testing.assert_frame_equal(similarities(sector_shares(count_once(shuffled))),
                                  similarities(sector_shares(count_once(table))))  # fmt: skip


@given(targets)
@patient
def test_every_target_is_in_just_one_aim(table):
    aims = count_once(table, "aims")
    ids = [one for found in aims["target_ids"] for one in found.split(";")]
    assert sorted(ids) == sorted(table["target_id"])
    assert len(aims) <= len(table)
    assert not aims.duplicated(["plan_id", "sector", "indicator"]).any()


@given(targets, st.sampled_from(["targets", "aims"]))
@patient
def test_every_derived_number_has_the_ids_it_came_from(table, count):
    quotients = read(table, count)
    ids = [one for found in quotients["target_ids"] for one in found.split(";") if one]
    assert sorted(ids) == sorted(table["target_id"])
    assert ((quotients["target_ids"] == "") == (quotients["count"] == 0)).all()


def test_an_aim_is_an_indicator_of_a_plan_in_a_sector_with_the_bodies_of_all_its_rows():
    table = frame(
        ("A", "trade", "retail_sales", 2024),
        ("A", "trade", "retail_sales", 2026),
        ("A", "finance", "retail_sales", 2026),
        ("B", "trade", "retail_sales", 2026),
        ("B", "trade", "", 2026),
        ("B", "trade", "", 2026),
    ).assign(departments=["x;y", "y;z", "", "", "", ""])
    aims = count_once(table, "aims")
    assert aims["target_ids"].tolist() == ["t0;t1", "t2", "t3", "t4", "t5"]
    assert aims["target_id"].tolist() == ["t1", "t2", "t3", "t4", "t5"], "the last year speaks for an aim"
    assert aims["departments"].tolist()[0] == "x;y;z"
    assert count_totals(table) == {"plans": 2, "targets": 6, "aims": 5}
    assert count_totals(table, "finance") == {"plans": 2, "targets": 1, "aims": 1}


def test_hand_computed_location_quotients():
    """A has 6 of its 10 targets in a, both together 8 of 20: 0.6/0.4 = 1.5; B has 2 of 10: 0.2/0.4 = 0.5."""
    quotients = read(of_counts(A=[6, 4], B=[2, 8])).set_index(["place", "sector"])
    assert quotients["quotient"].to_dict() == pytest.approx(
        {("A", "a"): 1.5, ("A", "b"): 4 / 6, ("B", "a"): 0.5, ("B", "b"): 8 / 6}
    )
    # P(6 or more) = 1 − P(≤ 5) of the hypergeometric distribution (20, 8, 10) = 0.0849…: nothing stands out
    assert set(quotients["verdict"]) == {"as_pool"}


def test_what_is_far_from_the_pool_stands_out_and_what_chance_gives_is_counted():
    quotients = read(of_counts(A=[20, 0], B=[0, 20])).set_index(["place", "sector"])
    assert quotients["verdict"].to_dict() == {
        ("A", "a"): "above", ("A", "b"): "below", ("B", "a"): "below", ("B", "b"): "above",
    }  # fmt: skip
    assert 0 < expected_by_chance(quotients) < 4 * 0.05


def test_too_few_targets_and_a_place_alone_get_no_quotient():
    few = location_quotients(sector_shares(count_once(of_counts(A=[6, 1], B=[3, 0], C=[6, 2]))), minimum=5)
    verdicts = few.set_index(["place", "sector"])["verdict"]
    assert verdicts["A", "b"] == "too_few", "the sector has three targets"
    assert verdicts["B", "a"] == "too_few", "the place has three targets"
    assert verdicts["A", "a"] == "as_pool"
    alone = read(of_counts(A=[6, 4]))
    assert set(alone["verdict"]) == {"alone"}
    assert alone[["quotient", "low", "high"]].isna().all(axis=None)
    assert expected_by_chance(alone) == 0


def test_sectors_that_are_asked_for_keep_their_share_of_all_targets():
    quotients = read(of_counts(A=[6, 4], B=[2, 8]))
    asked = of_sectors(quotients, "a")
    assert asked["share"].tolist() == [0.6, 0.2]
    assert of_sectors(quotients, ["a", "b"]).equals(quotients)
    assert of_sectors(quotients, None) is quotients


def test_another_way_of_counting_is_none():
    with pytest.raises(ValueError, match="unknown count 'rows'; there are targets and aims"):
        count_once(of_counts(A=[1]), "rows")


def test_an_empty_table_gives_empty_results():
    empty = of_counts(A=[1]).head(0)
    for count in ("targets", "aims"):
        assert read(empty, count).empty
    assert similarities(sector_shares(count_once(empty))).empty
    assert changed_verdicts(empty).empty


def test_the_input_stays_as_it_is():
    table = of_counts(A=[6, 4], B=[2, 8])
    before = table.copy(deep=True)
    changed_verdicts(table)
    similarities(sector_shares(count_once(table, "aims")))
    pd.testing.assert_frame_equal(table, before)


counts = st.lists(st.integers(0, 30), min_size=3, max_size=6).filter(any)


@given(counts, counts)
@patient
def test_overlap_is_symmetric_and_one_with_itself(one, two):
    one, two = (pd.Series(numbers, index=list("abcdef")[: len(numbers)]) for numbers in (one, two))
    assert overlap(one, one) == pytest.approx(1)
    assert overlap(one, two) == pytest.approx(overlap(two, one))
    assert -1e-12 <= overlap(one, two) <= 1 + 1e-12
    krugman = (one / one.sum()).sub(two / two.sum(), fill_value=0).abs().sum()
    assert overlap(one, two) == pytest.approx(1 - krugman / 2)


@given(counts, st.integers(2, 5))
@patient
def test_overlap_knows_shares_and_not_sizes(numbers, times):
    one = pd.Series(numbers)
    assert overlap(one, one * times) == pytest.approx(1)


def test_hand_computed_overlap():
    """Shares of .6 .4 0 and .2 .3 .5: the smaller ones are .2 .3 0."""
    [pair] = similarities(sector_shares(count_once(of_counts(A=[6, 4, 0], B=[2, 3, 5])))).to_dict("records")
    assert pair["overlap"] == pytest.approx(0.5)
    assert pair["krugman"] == pytest.approx(1.0)


def test_places_with_nothing_in_common_are_apart_and_equal_ones_are_not():
    pairs = similarities(sector_shares(count_once(of_counts(A=[12, 0], B=[0, 12], C=[12, 0], D=[2, 0]))))
    verdicts = pairs.set_index(["place", "other"])["verdict"]
    assert verdicts["A", "B"] == "apart"
    assert verdicts["A", "C"] == "as_chance"
    assert verdicts["A", "D"] == "too_few"
    assert (pairs["low"] <= pairs["expected"]).all()


def test_names_of_places_do_not_move_what_chance_would_give():
    one = similarities(sector_shares(count_once(of_counts(A=[9, 4, 1], B=[20, 9, 8]))))
    two = similarities(sector_shares(count_once(of_counts(B=[9, 4, 1], A=[20, 9, 8]))))
    assert one[["overlap", "expected", "low"]].equals(two[["overlap", "expected", "low"]])


def test_a_place_without_targets_is_refused():
    with pytest.raises(ValueError, match="without targets"):
        overlap(pd.Series([0, 0]), pd.Series([1, 2]))


def money(*rows):
    """Rows of (place, adcode, indicator, year, value)."""
    records = [
        (f"t{n}", place, adcode, code, year, value, "元", "level", "ge", "by", True)
        for n, (place, adcode, code, year, value) in enumerate(rows)
    ]
    names = ["target_id", "place", "adcode", "indicator_code", "target_year", "value", "unit", "measure", "operator",
             "period", "money"]  # fmt: skip
    return pd.DataFrame(records, columns=names)


def test_amounts_are_added_up_over_places_for_one_indicator_and_one_year():
    sums = money_sums(
        money(
            ("A", "990100", "retail_sales", 2027, 30.0),
            ("B", "990200", "retail_sales", 2027, 50.0),
            ("C", "990300", "retail_sales", 2028, 70.0),
            ("A", "990100", "tourism_revenue", 2027, 10.0),
        )
    )
    assert sums[["indicator_code", "places", "total", "target_ids"]].to_numpy().tolist() == [
        ["retail_sales", "A;B", 80.0, "t0;t1"]
    ]


@pytest.mark.parametrize("inner", ["990100", "990102"], ids=["a city in its province", "a county in its province"])
def test_a_part_is_never_added_to_its_whole(inner):
    assert money_sums(money(("A", "990000", "gdp", 2027, 9.0), ("B", inner, "gdp", 2027, 3.0))).empty
    assert money_sums(money(("A", "990100", "gdp", 2027, 9.0), ("A", "990100", "gdp", 2027, 3.0))).empty


def test_nothing_but_plain_levels_is_added_up():
    two = money(("A", "990100", "gdp", 2027, 9.0), ("B", "990200", "gdp", 2027, 3.0))
    for change in ({"measure": "increment"}, {"operator": "between"}, {"period": "cumulative"}, {"money": False}):
        assert money_sums(two.assign(**change)).empty


# What the shipped table gives, counted by hand from its rows.


def test_the_five_plans_stand_out_in_three_sectors_however_they_are_counted():
    changed = changed_verdicts(load_targets())
    both = changed[(changed["verdict_targets"] == "above") & (changed["verdict_aims"] == "above")]
    assert set(zip(both["place"], both["sector"], strict=True)) == {
        ("菏泽市", "ict"),
        ("长治市", "agri_services"),
        ("兰州市", "health"),
    }
    heze = changed[changed["place"] == "菏泽市"].iloc[0]
    assert heze["quotient_targets"] == pytest.approx((7 / 20) / (25 / 298))


def test_the_five_plans_have_37_targets_for_services_as_a_whole_and_59_of_money():
    table = load_targets()
    shares = sector_shares(count_once(table))
    assert shares.loc[shares["sector"] == "overall", "count"].sum() == 37
    assert mark_money(table)["money"].sum() == 59
    sums = money_sums(mark_money(table)).set_index("indicator_code")["total"]
    assert sums["services_value_added"] == pytest.approx(505e9)
