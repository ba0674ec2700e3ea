"""Does a figure of the next plan agree with the place's other targets?"""

import pandas as pd
import pytest
from frames import facts, targets

from helpers import agreement_of_candidates, load_identities, load_plans, load_upper_targets
from helpers.measures.candidates import CANDIDATE, EVEN

TABLES = {
    "upper": load_upper_targets().iloc[:0],
    "actuals": facts().assign(value_max=None, source_title="", indicator=""),
    "identities": load_identities(),
    "plans": load_plans(),
}
START = {
    "place": "临溪市", "indicator_code": "services_value_added", "measure": "level", "unit": "元", "basis": "nominal",
    "value": 100.0, "year": 2024, "fact_ids": "",
}  # fmt: skip
PART = {"indicator_code": "producer_services_value_added", "figure": "60元", "value": 60.0, "target_year": 2028}
SHARE = {
    "indicator_code": "producer_services_share_services", "measure": "share", "unit": "%", "figure": "50%",
    "value": 50.0, "target_year": 2028,
}  # fmt: skip


def agree(*rows, figures=(120.0, 200.0), year=2028, **tables):
    options = pd.DataFrame({"figure": list(figures)})
    return agreement_of_candidates(targets(*rows), TABLES | tables, START, options, year)


def test_a_candidate_that_a_share_speaks_against_contradicts_it():
    found = agree(PART, SHARE).query("kind == 'share'").set_index("figure")
    assert found.loc[120.0, "outcome"] == "agrees"
    assert found.loc[200.0, "outcome"] == "contradicts"
    assert found.loc[200.0, "computed"] == pytest.approx(30.0)


def test_a_part_larger_than_the_candidate_contradicts_it():
    found = agree(PART, figures=(50.0, 70.0)).set_index("figure")
    assert list(found["kind"]) == ["subtotal"] * 2
    assert list(found.loc[[50.0, 70.0], "outcome"]) == ["contradicts", "agrees"]


def test_in_an_earlier_year_the_way_is_held_against_the_targets_and_says_so():
    earlier = {"target_year": 2026}
    found = agree(PART | earlier, SHARE | earlier, figures=(144.0, 300.0)).query("kind == 'share'").set_index("figure")
    assert list(found["year"]) == [2026, 2026]
    assert found.loc[144.0, "outcome"] == "agrees"
    assert found.loc[300.0, "explanations"].split(";")[0] == EVEN


def test_the_worst_comes_first_and_each_row_joins_a_candidate_to_something_else():
    found = agree(PART, SHARE)
    assert found["outcome"].iloc[0] == "contradicts"
    for row in found.to_dict("records"):
        ids = [one for kind in ("target", "upper", "fact") for one in row[f"{kind}_ids"].split(";") if one]
        assert len([one for one in ids if one.startswith(CANDIDATE)]) == 1 < len(ids)


def test_own_targets_for_the_same_quantity_are_not_held_against_it_here():
    same = {"indicator_code": "services_value_added", "target_year": 2028}
    assert agree(same).empty


def test_without_candidates_or_targets_nothing_is_found():
    assert agree(PART, figures=()).empty
    assert agreement_of_candidates(targets(PART), TABLES, START | {"place": "北渡市"}, pd.DataFrame({"figure": [1.0]}),
                                   2028).empty  # fmt: skip
