"""Components side by side, and the largest block of them that can be ranked."""

import pandas as pd
import pytest
from cities import many_cities
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import (
    judge_ambition,
    load_actuals,
    load_codings,
    load_components,
    load_plans,
    load_targets,
    load_upper_targets,
    rank_ambition,
)
from helpers.measures.components import rankable

NAMES = ["own_past", "peers", "per_head", "bound", "verb"]
KNOWN = st.lists(st.tuples(*[st.booleans()] * len(NAMES)), min_size=1, max_size=8)


def long(rows):
    """Components of invented places; a component that is not known has no value."""
    records = [
        (f"{place}市", name, float(place + 1) if known else None)
        for place, row in enumerate(rows)
        for name, known in zip(NAMES, row, strict=True)
    ]
    return pd.DataFrame(records, columns=["place", "component", "value"]).astype({"value": "float64"})


def judge(places=None, prices=None, **asked):
    targets, every = load_targets(places=places, **asked), load_targets(**asked)
    facts = load_plans(), load_actuals(), load_upper_targets()
    return judge_ambition(targets, every, facts, load_codings(), prices=prices)


@pytest.fixture(scope="module")
def judged():
    return judge()


@settings(deadline=None)
@given(KNOWN, st.integers(1, 5), st.integers(2, 5))
def test_what_is_ranked_has_no_gap_and_is_no_smaller_than_asked(rows, components, places):
    block = rankable(long(rows), NAMES, minimum_components=components, minimum_places=places)
    assert block.notna().to_numpy().all()
    assert block.empty or (len(block) >= places and block.shape[1] >= components)


@settings(deadline=None)
@given(KNOWN)
def test_places_with_everything_are_ranked_where_there_are_enough(rows):
    complete = sum(all(row) for row in rows)
    block = rankable(long(rows), NAMES, minimum_components=5, minimum_places=2)
    assert len(block) == (complete if complete > 1 else 0)


def test_the_block_with_the_most_numbers_is_taken():
    block = rankable(long([(1, 1, 1, 1, 1), (1, 1, 1, 1, 1), (0, 0, 1, 1, 1), (0, 0, 1, 1, 1)]), NAMES,
                     minimum_components=2, minimum_places=2)  # fmt: skip
    assert block.shape == (4, 3)


def test_the_shipped_plans_are_judged_by_growth_of_services_in_current_prices(judged):
    head = judged.headline
    assert (head.indicator_code, head.price_basis, head.series) == ("services_value_added", "nominal", "required")
    values = judged.components.set_index(["place", "component"])["value"]
    assert values["菏泽市", "upper"] == pytest.approx(0.5)
    assert values["乌海市", "own_past"] == pytest.approx(3.0, abs=0.05)
    assert values["兰州市", "per_head"] == pytest.approx(2.71e11 / 4_436_500)


def test_every_component_of_every_place_has_a_number_or_a_reason(judged):
    found = judged.components
    assert len(found) == 5 * 7
    assert (found["value"].isna() == (found["reason"] != "")).all()


def test_every_number_names_rows_that_exist(judged):
    known = set(load_targets()["target_id"]), set(load_actuals()["fact_id"]), set(load_upper_targets()["upper_id"])
    found = judged.components[judged.components["reason"] == ""]
    for ids, column in zip(known, ("target_ids", "fact_ids", "upper_ids"), strict=True):
        assert {one for many in found[column] for one in many.split(";") if one} <= ids
    assert (found["target_ids"] != "").all()


def test_real_growth_can_be_asked_for_and_is_then_ranked_by_nothing_nominal():
    head = judge(prices="real").headline
    assert (head.price_basis, head.series) == ("real", "stated")


def test_horizon_is_never_ranked_and_upper_only_where_several_have_it(judged):
    ranked = rank_ambition(judged, load_components(), draws=50)
    assert list(ranked.values.columns) == ["own_past", "peers", "per_head", "bound", "verb"]
    assert set(ranked.values.index) == {"乌海市", "兰州市", "菏泽市"}


@pytest.mark.parametrize("least", [{"minimum_components": 6}, {"minimum_places": 4}])
def test_nothing_is_ranked_below_the_minimum(judged, least):
    ranked = rank_ambition(judged, load_components(), draws=50, **least)
    assert ranked.ranges.empty
    assert ranked.distribution.empty
    assert ranked.overlaps == (0, 0)


def test_each_choice_is_shown_alone(judged):
    variants = rank_ambition(judged, load_components(), draws=50).variants
    counts = variants.groupby("kind")["name"].nunique()
    assert dict(counts) == {"method": 4, "left_out": 5, "coding": load_codings()["coding"].nunique()}
    assert len(variants) == 3 * counts.sum()


def test_a_place_alone_is_held_against_peers_that_were_not_asked_for():
    one = judge(places="乌海")
    assert set(one.peers["place"]) == {"乌海市"}
    assert "兰州市" in ";".join(one.peers["peers"])
    assert rank_ambition(one, load_components(), draws=50).ranges.empty


def test_nothing_asked_for_is_judged_without_a_failure():
    none = judge(places="菏泽", sectors="aviation")
    assert none.components.empty
    assert rank_ambition(none, load_components(), draws=50).ranges.empty


def test_an_unknown_coding_is_refused():
    facts = load_plans(), load_actuals(), load_upper_targets()
    with pytest.raises(ValueError, match="unknown coding 'strict'; there are graded"):
        judge_ambition(load_targets(), load_targets(), facts, load_codings(), coding="strict")


def test_thirty_cities_are_ranked_by_five_components():
    targets, plans, actuals = many_cities(30)
    many = judge_ambition(targets, targets, (plans, actuals, load_upper_targets()), load_codings())
    assert rank_ambition(many, load_components(), draws=50).values.shape == (30, 5)
