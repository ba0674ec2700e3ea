"""Exact answers to what chance alone would give."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.measures.chance import chance_of_standing_out, quotient_interval, stands_out

patient = settings(deadline=None)


@st.composite
def tables(draw):
    """A count, its place's, its sector's and all targets."""
    of_all = draw(st.integers(2, 60))
    of_place, of_sector = draw(st.integers(1, of_all)), draw(st.integers(1, of_all))
    count = draw(st.integers(max(0, of_place + of_sector - of_all), min(of_place, of_sector)))
    return count, of_place, of_sector, of_all


def probability(count, of_place, of_sector, of_all):
    """The hypergeometric probability, by its definition."""
    ways = comb(of_sector, count) * comb(of_all - of_sector, of_place - count)
    return ways / comb(of_all, of_place)


def counts_that_are_possible(of_place, of_sector, of_all):
    return range(max(0, of_place + of_sector - of_all), min(of_place, of_sector) + 1)


@given(tables())
@patient
def test_the_interval_holds_the_quotient_and_only_quotients_that_can_be(table):
    count, of_place, of_sector, of_all = table
    low, high = quotient_interval(*table)
    quotient = count * of_all / (of_place * of_sector)
    assert 0 <= low <= quotient + 1e-9
    assert quotient - 1e-9 <= high <= min(of_place, of_sector) * of_all / (of_place * of_sector) + 1e-9


@given(tables())
@patient
def test_the_interval_holds_one_just_where_the_count_does_not_stand_out(table):
    low, high = quotient_interval(*table)
    assert stands_out(*table) == (low > 1 + 1e-9 or high < 1 - 1e-9)


@given(tables())
@patient
def test_place_and_sector_may_change_their_roles(table):
    count, of_place, of_sector, of_all = table
    assert quotient_interval(count, of_sector, of_place, of_all) == pytest.approx(quotient_interval(*table))


@given(tables())
@patient
def test_more_targets_of_the_same_totals_move_both_ends_up(table):
    count, of_place, of_sector, of_all = table
    if count < min(of_place, of_sector):
        low, high = quotient_interval(*table)
        next_low, next_high = quotient_interval(count + 1, of_place, of_sector, of_all)
        assert next_low >= low - 1e-9
        assert next_high >= high - 1e-9


@given(tables(), st.sampled_from([0.8, 0.95, 0.99]))
@patient
def test_chance_makes_a_count_stand_out_no_more_often_than_the_level_says(table, level):
    _, *totals = table
    exact = sum(
        probability(count, *totals) for count in counts_that_are_possible(*totals) if stands_out(count, *totals, level)
    )
    assert chance_of_standing_out(*totals, level) == pytest.approx(exact, abs=1e-9)
    assert exact <= 1 - level + 1e-9


def test_a_wider_level_gives_a_wider_interval():
    narrow, wide = quotient_interval(7, 20, 25, 298, 0.8), quotient_interval(7, 20, 25, 298, 0.99)
    assert wide[0] < narrow[0] < narrow[1] < wide[1]


# By hand: of 10 targets 5 are in the place and 5 in the sector; all 5 in both has a probability of 1/C(10,5) = 1/252,
# 4 or more of 26/252, above 0.025. The lower limit for all 5: 1/Σ C(5,x)²ψ^(x−5) = 0.025.


def test_hand_computed_all_of_a_sector_in_a_place_stands_out():
    assert stands_out(5, 5, 5, 10)
    assert not stands_out(4, 5, 5, 10)
    assert chance_of_standing_out(5, 5, 10) == pytest.approx(2 / 252)
    low, high = quotient_interval(5, 5, 5, 10)
    assert high == pytest.approx(2.0)
    assert 1 < low < 2


def test_hand_computed_two_by_two():
    """One target each in place and sector of two: the odds ratio is the only weight, so E = ψ/(1 + ψ)."""
    low, high = quotient_interval(1, 1, 1, 2)
    assert high == pytest.approx(2.0)
    # P(count ≥ 1 | ψ) = ψ/(1 + ψ) = 0.025, and the quotient expected then is 0.025/0.5
    assert low == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ((0, 0, 5, 10), "no location quotient"),
        ((0, 5, 0, 10), "no location quotient"),
        ((0, 11, 5, 10), "no location quotient"),
        ((6, 5, 6, 10), "cannot be in"),
        ((0, 6, 6, 10), "cannot be in"),
    ],
)
def test_counts_that_cannot_be_are_refused(table, message):
    with pytest.raises(ValueError, match=message):
        quotient_interval(*table)
    with pytest.raises(ValueError, match=message):
        stands_out(*table)
