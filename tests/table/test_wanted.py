"""The template of values that targets wait for."""

import pandas as pd
from frames import facts, plans, targets
from samples import read_rows

from helpers import actuals_wanted, find_date, load_actuals, load_plans, load_targets, tracking_list
from helpers import paths as project
from helpers.table.schema import Actuals
from helpers.table.wanted import COLUMNS


def wanted(table, known):
    return actuals_wanted(table, plans(), known).to_dict("records")


def test_a_target_wants_the_value_of_its_year_and_of_the_year_before_the_plan():
    rows = wanted(targets({}), facts({"place": "别处市"}))
    assert [(row["year"], row["use"], row["unit"], row["price_basis"]) for row in rows] == [
        (2024, "base", "元", "nominal"),
        (2025, "due", "元", "nominal"),
    ]
    assert {row["target_ids"] for row in rows} == {"linxi-2025-1"}


def test_what_is_reported_is_not_wanted():
    assert [row["year"] for row in wanted(targets({}), facts({"year": 2024}))] == [2025]
    assert not wanted(targets({}), facts({"year": 2024}, {"year": 2025}))


def test_a_value_on_another_price_basis_does_not_count_as_reported():
    growth = {"measure": "growth_rate", "unit": "%", "price_basis": "real"}
    rows = wanted(targets(growth), facts({"measure": "growth_rate", "unit": "%", "year": 2025}))
    assert [(row["year"], row["price_basis"]) for row in rows] == [(2025, "real")]


def test_targets_that_need_the_same_value_share_a_row():
    [_, due] = wanted(targets({}, {"operator": "ge"}), facts({"place": "别处市"}))
    assert due["target_ids"] == "linxi-2025-1;linxi-2025-2"


def test_a_yearly_figure_wants_each_year_and_an_addition_no_base():
    yearly = {"measure": "increment", "unit": "家", "price_basis": "", "period": "annual", "start_year": 2025,
              "target_year": 2027}  # fmt: skip
    assert [row["year"] for row in wanted(targets(yearly), facts({}))] == [2025, 2026, 2027]


def test_what_no_value_can_be_held_against_is_not_asked_for():
    assert not wanted(targets({"indicator_code": ""}, {"target_year": None, "measure": "increment"}), facts({}))


def test_filling_in_the_template_leaves_no_target_without_a_value():
    """Every wanted value, reported at the target's own figure, grades every target that has an indicator and a side."""
    table = load_targets(places="菏泽")
    known, made = load_actuals(), load_plans()
    rows = actuals_wanted(table, made, known)
    figures = table.set_index("target_id")["value"]
    filled = facts(*(
        {name: row[name] for name in COLUMNS if name not in ("indicator", "use", "target_ids")}
        | {"value": figures[row["target_ids"].split(";")[0]]}
        for row in rows.to_dict("records")
    ))  # fmt: skip
    items = tracking_list(table, filled, made, find_date("2026-01-01"))
    assert set(items["reason"]) <= {"", "no_direction", "no_indicator"}
    assert (items["grade"] == "good").sum() > 15
    assert actuals_wanted(table, made, pd.concat([known, filled])).empty


def test_the_file_has_columns_of_the_table_to_fill_in_and_is_what_the_data_give():
    rows = read_rows(project.processed() / "actuals_wanted.csv")
    own = {"use", "target_ids"}
    assert tuple(rows[0]) == COLUMNS
    assert set(COLUMNS) - own <= set(Actuals.to_schema().columns)
    assert len(rows) == len(actuals_wanted(load_targets(), load_plans(), load_actuals()))
