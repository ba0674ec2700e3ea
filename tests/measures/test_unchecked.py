"""Why a target joins no other number: one reason each, the first that holds."""

import pytest
from frames import facts, targets

from helpers import check_identities, load_actuals, load_identities, load_plans, load_targets, load_upper_targets
from helpers.measures.unchecked import REASONS, count_unchecked, partners_of, unchecked

IDENTITIES = load_identities()
UPPER = load_upper_targets().iloc[:0]
NOTHING = facts().assign(value_max=None, source_title="", indicator="")
COUNT = {"indicator_code": "green_hotels", "unit": "家", "price_basis": "", "measure": "level"}
#: An indicator that identities name, and one that they join to it.
SHARE = {"indicator_code": "finance_value_added_share_gdp", "measure": "share", "unit": "%"}
LEVEL = {"indicator_code": "finance_value_added"}


def reasons(*rows, reported=NOTHING):
    table = targets(*rows)
    found = check_identities(table, UPPER, NOTHING, IDENTITIES, load_plans())
    return list(unchecked(table, found, table, UPPER, reported, IDENTITIES)["reason"])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([COUNT | {"indicator_code": ""}], ["no_code"]),
        ([COUNT | {"target_year": None}], ["no_year"]),
        ([COUNT], ["no_identity"]),
        ([SHARE], ["no_partner"]),
        ([COUNT | {"measure": "increment"}, COUNT | {"measure": "increment", "target_year": 2026}], ["other_year"] * 2),
        ([SHARE, LEVEL | {"target_year": 2027}], ["other_year"] * 2),
        ([COUNT | {"measure": "increment"}, COUNT | {"measure": "multiple", "unit": "倍"}], ["other_kind"] * 2),
    ],
)
def test_the_first_reason_that_holds_is_given(rows, expected):
    assert reasons(*rows) == expected


def test_a_reported_value_counts_as_a_number_that_is_there():
    reported = facts({"indicator_code": "green_hotels", "year": 2023})
    assert reasons(COUNT, reported=reported) == ["other_year"]


def test_identities_make_partners_of_each_other():
    partners = partners_of(IDENTITIES)
    assert "gdp" in partners["finance_value_added_share_gdp"]
    assert all(code in partners[other] for code, others in partners.items() for other in others)


def test_each_target_is_in_a_check_or_among_those_left_with_a_reason():
    table, upper, actuals = load_targets(), load_upper_targets(all_statuses=True), load_actuals(all_statuses=True)
    found = check_identities(table, upper, actuals, IDENTITIES, load_plans())
    left = unchecked(table, found, table, upper, actuals, IDENTITIES)
    used = {one for ids in found["target_ids"] for one in ids.split(";") if one}
    assert used | set(left["target_id"]) == set(table["target_id"])
    assert not used & set(left["target_id"])
    counted = count_unchecked(left)
    assert dict(counted.to_numpy()) == {"no_identity": 154, "other_year": 36, "other_kind": 11, "no_partner": 5}
    assert set(counted["reason"]) <= set(REASONS)
