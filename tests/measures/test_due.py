"""What is due when, and what counts as overdue."""

import datetime as dt

import pandas as pd
import pytest
from frames import facts, plans, targets
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import by_body, find_date, load_actuals, load_plans, load_targets, tracking_list
from helpers.measures.due import STATES, count_reasons, count_states, due_date, last_full_year, state_of
from helpers.names import UnknownNameError

DAYS = st.dates(dt.date(2018, 1, 1), dt.date(2032, 12, 31))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-12-31", "due_month"), ("2025-12-01", "due_month"), ("2025-11-30", "due_quarter"),
        ("2025-10-01", "due_quarter"), ("2025-09-30", "due_year"), ("2025-01-01", "due_year"), ("2024-12-31", "later"),
        ("2026-01-01", "unreported"),
    ],
)  # fmt: skip
def test_a_target_year_is_due_by_its_last_day(day, expected):
    assert state_of(due_date(2025), "", find_date(day)) == expected


@pytest.mark.parametrize(("grade", "state"), [("excellent", "met"), ("good", "met"), ("below", "missed")])
def test_a_graded_target_is_met_or_missed(grade, state):
    assert state_of(due_date(2025), grade, find_date("2026-06-30")) == state


def test_a_target_without_a_year_is_never_due():
    items = tracking_list(targets({"target_year": None}), facts({}), plans(), find_date("2026-01-01"))
    [item] = items.to_dict("records")
    assert (item["state"], item["reason"]) == ("undated", "no_year")


def test_a_value_of_a_year_that_has_not_ended_is_not_used():
    table, known = targets({}), facts({"year": 2025, "value": 100.0})
    before = tracking_list(table, known, plans(), find_date("2025-12-30"))
    after = tracking_list(table, known, plans(), find_date("2025-12-31"))
    assert list(before["state"]) == ["due_month"]
    assert pd.isna(before["latest"].iloc[0])
    assert list(after["state"]) == ["met"]


def test_a_target_that_is_reached_before_its_day_says_so_and_stays_open():
    table, known = targets({"target_year": 2027}), facts({"year": 2024, "value": 101.0})
    [item] = tracking_list(table, known, plans(), find_date("2025-06-30")).to_dict("records")
    assert (item["state"], item["reached"], item["latest"], item["fact_ids"]) == ("later", True, 101.0, "a-1")


def test_a_falling_indicator_is_reached_from_above():
    rows = {"indicator_code": "logistics_cost_to_gdp", "measure": "rate", "operator": "le", "value": 13.0, "unit": "%"}
    known = [{"indicator_code": "logistics_cost_to_gdp", "measure": "rate", "unit": "%", "value": value, "year": year}
             for year, value in ((2024, 13.5), (2025, 12.9))]  # fmt: skip
    [item] = tracking_list(targets(rows), facts(*known), plans(), find_date("2026-01-01")).to_dict("records")
    assert item["grade"] == "good"
    assert item["margin"] == pytest.approx(100 * 0.1 / 13)


def test_a_yearly_figure_is_due_in_each_of_its_years_and_an_average_once():
    yearly = {"measure": "increment", "unit": "家", "period": "annual", "start_year": 2025, "target_year": 2027}
    average = {"measure": "cagr", "unit": "%", "period": "annual", "start_year": 2025, "target_year": 2027}
    items = tracking_list(targets(yearly, average), facts({}), plans(), find_date("2026-06-30"))
    states = items.groupby("target_id")["state"].agg(list)
    assert states["linxi-2025-1"] == ["unreported", "due_year", "later"]
    assert states["linxi-2025-2"] == ["later"]


def test_a_value_on_a_new_statistical_basis_is_graded_and_marked():
    row = {"indicator_code": "services_value_added", "target_year": 2024, "plan_id": "linxi-2025"}
    known = facts({"indicator_code": "services_value_added", "year": 2024, "value": 100.0})
    [item] = tracking_list(targets(row), known, plans(2024), find_date("2025-06-30")).to_dict("records")
    assert (item["grade"], item["remark"]) == ("good", "series_break")


@settings(deadline=None, max_examples=15)
@given(DAYS)
def test_no_target_is_lost_on_any_day(day):
    table = load_targets(places=["乌海", "菏泽"])
    items = tracking_list(table, load_actuals(), load_plans(), day)
    assert set(items["target_id"]) == set(table["target_id"])
    assert set(items["state"]) <= set(STATES)
    assert int(count_states(items).to_numpy().sum()) == len(items)
    assert ((items["grade"] == "") == (items["reason"] != "")).all()
    assert (items.loc[items["grade"] != "", "due"] <= day).all()
    due = items["reason"].ne("not_due")
    assert count_reasons(items)["count"].sum() == (due & items["grade"].eq("")).sum()


@settings(deadline=None, max_examples=10)
@given(DAYS, DAYS)
def test_what_is_overdue_without_a_value_stays_so_until_one_is_reported(one, other):
    first, second = sorted((one, other))
    table = load_targets(places="万盛")
    early, late = (tracking_list(table, load_actuals().head(0), load_plans(), day) for day in (first, second))
    assert set(early.loc[early["state"] == "unreported", "target_id"]) <= set(
        late.loc[late["state"] == "unreported", "target_id"]
    )


def test_each_body_named_counts_for_itself_and_a_target_without_one_is_kept():
    table = targets({"departments": "市商务局;市文旅局"}, {"departments": ""}, {"departments": "市商务局"})
    items = tracking_list(table, facts({"place": "别处市"}), plans(), find_date("2026-06-30"))
    bodies = by_body(table, items).set_index("body")
    assert dict(bodies["overdue"]) == {"市商务局": 2, "市文旅局": 1, "": 1}
    assert bodies.loc["市商务局", "target_ids"] == "linxi-2025-1;linxi-2025-3"


@pytest.mark.parametrize(("day", "year"), [("2026-12-31", 2026), ("2026-12-30", 2025), ("2026-01-01", 2025)])
def test_a_year_has_ended_on_its_last_day(day, year):
    assert last_full_year(find_date(day)) == year


def test_a_day_is_read_from_text_and_nothing_else_passes_for_one():
    assert find_date("2026-06-30") == find_date(dt.date(2026, 6, 30)) == find_date(dt.datetime(2026, 6, 30, 12))
    with pytest.raises(UnknownNameError, match="write it as 2026-06-30"):
        find_date("30.6.2026")


def test_the_shipped_plans_stand_as_counted_by_hand_on_a_day():
    """Counted in targets.csv by target year, and for yearly figures by each year of their span."""
    items = tracking_list(load_targets(), load_actuals(), load_plans(), find_date("2026-11-25"))
    counts = count_states(items)
    passed = {"兰州市": 75, "乌海市": 35, "长治市": 61, "菏泽市": 20, "重庆市万盛经开区": 40}
    assert dict(counts["unreported"]) == passed
    assert dict(counts["due_quarter"])["兰州市"] == 34
    assert counts[["met", "missed", "due_month", "undated"]].to_numpy().sum() == 0
