"""Which values would have to be reported so that every target can be held against one."""

from collections.abc import Mapping

import pandas as pd

from helpers import vocabulary
from helpers.table.reported import PATHS, Known, due_years, find_fact, index_facts, span_start

COLUMNS = (
    "place", "adcode", "indicator_code", "indicator", "measure", "year", "start_year", "unit", "price_basis", "use",
    "target_ids",
)  # fmt: skip
KEY = COLUMNS[:-2]


def actuals_wanted(targets: pd.DataFrame, plans: pd.DataFrame, actuals: pd.DataFrame) -> pd.DataFrame:
    """The values that targets wait for, one row a value in the columns of ``actuals.csv``, without those reported.

    ``use`` says what for: ``due`` to hold the target against the value of the year it falls due; ``base`` to measure
    the pace from the year before the plan begins. ``target_ids`` are the targets that need it. Targets without a
    canonical indicator, and growth whose price basis no plan states, can be held against no value and are left out.
    """
    starts = dict(zip(plans["plan_id"], plans["start_year"], strict=True))
    known = index_facts(actuals)
    needs = [
        need
        for row in targets[targets["indicator_code"] != ""].to_dict("records")
        if row["price_basis"] != "unstated"
        for need in _needs(row, starts.get(row["plan_id"]), known)
    ]
    frame = pd.DataFrame(needs, columns=list(COLUMNS))
    frame["start_year"] = frame["start_year"].astype("Int64")
    grouped = frame.groupby(list(KEY), dropna=False, sort=True, as_index=False)
    merged = grouped.agg(use=("use", _join), target_ids=("target_ids", _join))
    order = ["adcode", "place", "indicator_code", "year", "measure", "start_year", "unit", "price_basis"]
    return merged[list(COLUMNS)].sort_values(order, kind="stable").reset_index(drop=True)


def wanted_rows(targets: pd.DataFrame, plans: pd.DataFrame, actuals: pd.DataFrame) -> list[list[object]]:
    """The same as rows of text for a file; an empty cell where there is nothing."""
    frame = actuals_wanted(targets, plans, actuals).astype(object)
    return frame.where(frame.notna(), "").to_numpy().tolist()


def _needs(row: Mapping[str, object], first: object, known: Known) -> list[dict[str, object]]:
    asked = [("due", year) for year in due_years(row)]
    if row["measure"] in PATHS and row["period"] == "by" and not pd.isna(first):
        asked.append(("base", int(first) - 1))
    return [_entry(row, use, year) for use, year in asked if find_fact(known, row, year)[0] is None]


def _entry(row: Mapping[str, object], use: str, year: int) -> dict[str, object]:
    entry = {name: str(row[name]) for name in ("place", "adcode", "indicator_code", "measure", "unit", "price_basis")}
    name = vocabulary.indicators()[entry["indicator_code"]]["name_zh"]
    return entry | {"indicator": name, "year": year, "start_year": span_start(row), "use": use} | {
        "target_ids": row["target_id"]
    }  # fmt: skip


def _join(words: pd.Series) -> str:
    return ";".join(sorted(set(words)))
