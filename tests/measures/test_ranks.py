"""Ranks over all weights and normalizations: what must hold whatever the numbers are."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.measures.ranks import (
    NORMALIZATIONS,
    draw_weights,
    normalize,
    overlapping_pairs,
    rank_distribution,
    rank_ranges,
)

#: Many people share the machines that run this, so an example may take its time.
QUICK = settings(deadline=None, max_examples=40)

DRAWS = 60
NUMBERS = st.integers(-1000, 1000).map(float)


@st.composite
def blocks(draw):
    places, components = draw(st.integers(2, 7)), draw(st.integers(1, 5))
    cells = draw(st.lists(NUMBERS, min_size=places * components, max_size=places * components))
    names = [f"c{number}" for number in range(components)]
    return pd.DataFrame(np.reshape(cells, (places, components)), index=list("ABCDEFG"[:places]), columns=names)


def more(block):
    return ["more"] * block.shape[1]


def ranks_of(block, better=None, **kwargs):
    return rank_distribution(block, better or more(block), draws=DRAWS, seed=7, **kwargs)


def comparable(distribution):
    return distribution.sort_values(["place", "method", "left_out", "rank"]).reset_index(drop=True)


@QUICK
@given(st.integers(1, 8), st.integers(1, 500), st.integers(0, 99))
def test_weights_are_not_negative_and_sum_to_1(components, draws, seed):
    weights = draw_weights(components, draws, seed)
    assert weights.shape == (draws, components)
    assert (weights >= 0).all()
    assert weights.sum(axis=1) == pytest.approx(np.ones(draws))


def test_weights_are_drawn_over_the_whole_simplex():
    """Of Dirichlet(1, 1, 1) each weight has mean 1/3, and exceeds 1/2 in a quarter of the draws: (1 − 1/2)²."""
    weights = draw_weights(3, 20_000, 1)
    assert weights.mean(axis=0) == pytest.approx([1 / 3] * 3, abs=0.01)
    assert (weights > 0.5).mean(axis=0) == pytest.approx([0.25] * 3, abs=0.015)


def test_the_same_seed_draws_the_same_weights():
    assert (draw_weights(4, 10, 3) == draw_weights(4, 10, 3)).all()
    assert (draw_weights(4, 10, 3) != draw_weights(4, 10, 4)).any()


@QUICK
@given(blocks())
def test_the_shares_of_a_place_s_ranks_sum_to_1(block):
    found = ranks_of(block)
    sums = found.groupby(["place", "method", "left_out"])["share"].sum()
    assert sums.to_numpy() == pytest.approx(np.ones(len(sums)))
    assert found["rank"].between(1, len(block)).all()


@QUICK
@given(blocks(), st.randoms(use_true_random=False))
def test_the_order_of_the_places_does_not_matter(block, random):
    shuffled = random.sample(list(block.index), len(block))
    pd.testing.assert_frame_equal(comparable(ranks_of(block)), comparable(ranks_of(block.loc[shuffled])))


@QUICK
@given(blocks(), st.sampled_from([0.5, 2.0, 8.0]), st.integers(-64, 64))
def test_neither_unit_nor_zero_of_a_component_matters(block, factor, shift):
    changed = block.assign(c0=block["c0"] * factor + shift)
    pd.testing.assert_frame_equal(comparable(ranks_of(block)), comparable(ranks_of(changed)))


@QUICK
@given(blocks())
def test_less_is_better_is_more_of_the_negative(block):
    less = ["less"] * block.shape[1]
    pd.testing.assert_frame_equal(comparable(ranks_of(block, less)), comparable(ranks_of(-block)))


@QUICK
@given(blocks(), st.integers(0, 50))
def test_a_place_that_is_best_in_every_component_always_ranks_first(block, ahead):
    block.loc["A"] = block.max() + ahead
    first = ranks_of(block)
    assert set(first.loc[first["place"] == "A", "rank"]) == {1}


@QUICK
@given(blocks(), st.integers(1, 50))
def test_a_place_that_is_worst_in_every_component_always_ranks_last(block, behind):
    block.loc["A"] = block.min() - behind
    last = ranks_of(block)
    assert set(last.loc[last["place"] == "A", "rank"]) == {len(block)}


@QUICK
@given(blocks())
def test_ranges_are_in_order_and_hold_the_median(block):
    for row in rank_ranges(ranks_of(block)).itertuples():
        assert 1 <= row.best <= row.low <= row.median <= row.high <= row.worst <= len(block)
        assert 0 <= row.first <= 1


@QUICK
@given(blocks())
def test_equal_places_take_equal_ranks(block):
    block.loc["B"] = block.loc["A"]
    found = comparable(ranks_of(block))
    a, b = (found[found["place"] == place].drop(columns="place").reset_index(drop=True) for place in "AB")
    pd.testing.assert_frame_equal(a, b)


TWO = pd.DataFrame({"x": [0.0, 10.0, 5.0], "y": [1.0, 0.0, 0.5]}, index=list("ABC"))


@pytest.mark.parametrize(
    ("method", "x"),
    [
        ("min_max", [0, 1, 0.5]),
        ("z_score", [-1.224745, 1.224745, 0]),
        ("rank", [0, 1, 0.5]),
        ("distance_to_best", [-2, 0, -1]),  # distances 10, 0 and 5 have the mean 5
    ],
)
def test_normalizations_computed_by_hand(method, x):
    assert list(normalize(TWO, ["more", "more"], method)["x"]) == pytest.approx(x, abs=1e-6)


def test_ranks_of_two_opposed_components_follow_the_weights():
    """A leads where y weighs more than x, B where x does: half of the draws each, and C is always between them."""
    found = rank_distribution(TWO, ["more", "more"], draws=4000, methods=["min_max"])
    every = found[found["left_out"] == ""].set_index(["place", "rank"])["share"]
    assert every["A", 1] == pytest.approx(0.5, abs=0.03)
    assert every["C", 2] == 1
    alone = found[found["left_out"] == "x"].set_index(["place", "rank"])["share"]
    assert alone["A", 1] == alone["B", 3] == 1


def test_ranges_tell_normalizations_and_components_apart():
    found = rank_ranges(ranks_of(TWO), ["method", "left_out"])
    assert len(found) == 3 * len(NORMALIZATIONS) * 3
    assert (found.loc[found["left_out"] != "", "low"] == found.loc[found["left_out"] != "", "high"]).all()


def test_pairs_that_share_a_rank_overlap():
    ranges = pd.DataFrame({"low": [1, 2, 4], "high": [2, 3, 4]})
    assert overlapping_pairs(ranges) == (1, 3)


def test_a_component_in_which_all_are_equal_changes_no_rank():
    same = TWO.assign(z=4.0)
    for method in NORMALIZATIONS:
        assert set(normalize(same, more(same), method)["z"]) == {0.0}


@pytest.mark.parametrize(
    ("block", "better", "method", "message"),
    [
        (TWO, ["more", "more"], "sqrt", "unknown normalization"),
        (TWO, ["more", "none"], "rank", "needs a direction"),
        (TWO, ["more"], "rank", "needs a direction"),
        (TWO.iloc[:1], ["more", "more"], "rank", "two places or more"),
        (TWO.where(TWO > 0), ["more", "more"], "rank", "a value of every component"),
    ],
)
def test_input_without_meaning_is_refused(block, better, method, message):
    with pytest.raises(ValueError, match=message):
        normalize(block, better, method)


@pytest.mark.parametrize(("components", "draws"), [(0, 5), (3, 0)])
def test_weights_of_nothing_are_refused(components, draws):
    with pytest.raises(ValueError, match="one component and one draw"):
        draw_weights(components, draws, 1)
