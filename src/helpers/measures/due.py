"""What is due, what is overdue, and how it stands: the tracking list that plans ask for."""

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from helpers.measures.grading import EXCELLENT, grade_target, known_by, meets, sign_of
from helpers.measures.tolerance import ABOUT
from helpers.table.codes import indicators_better
from helpers.table.reported import PATHS, Known, breaks_between, comparable_facts, due_years, index_facts, span_start

#: States in the order in which a list shows them. ``missed`` and ``unreported`` are overdue.
STATES = ("missed", "unreported", "due_month", "due_quarter", "due_year", "later", "undated", "met")
OVERDUE = ("missed", "unreported")
THIS_YEAR = ("due_month", "due_quarter", "due_year")
ITEM = (
    "target_id", "place", "due", "state", "reached", "grade", "margin", "remark", "actual", "latest", "latest_year",
    "reason", "fact_ids",
)  # fmt: skip
LAST_MONTH, LAST_DAY = 12, 31
QUARTER = 3


def due_date(year: int) -> dt.date:
    """A target year is met by its last day: the table holds no finer date, and the plans in it state none."""
    return dt.date(year, LAST_MONTH, LAST_DAY)


def last_full_year(as_of: dt.date) -> int:
    """The last year that has ended on ``as_of``."""
    return as_of.year if as_of == due_date(as_of.year) else as_of.year - 1


def state_of(due: dt.date | None, grade: str, as_of: dt.date) -> str:
    """Where a target stands on ``as_of``, by its due date and its grade; the shortest span that it falls due in."""
    if due is None:
        return "undated"
    if grade:
        return "missed" if grade == "below" else "met"
    if due < as_of:
        return "unreported"
    if due.year != as_of.year:
        return "later"
    if due.month == as_of.month:
        return "due_month"
    return "due_quarter" if (due.month - 1) // QUARTER == (as_of.month - 1) // QUARTER else "due_year"


def tracking_list(
    targets: pd.DataFrame,
    actuals: pd.DataFrame,
    plans: pd.DataFrame,
    as_of: dt.date,
    *,
    excellent: float = EXCELLENT,
    about: float = ABOUT,
) -> pd.DataFrame:
    """Each target once for every year in which it falls due, in the columns ``ITEM``, by due date, place and target.

    ``grade``, ``margin`` and ``remark`` are those of the value reported for that year, ``actual``; ``reason`` says why
    there is no grade, ``not_due`` where its day has not passed. ``latest`` is the last value reported for what the
    target measures up to then, and ``reached`` whether it meets a target whose day is still to come. Only values of
    years that had ended on ``as_of`` are used. The remark ``series_break`` marks a value on another statistical basis
    than the one that was known when the plan began.
    """
    starts = dict(zip(plans["plan_id"].astype("str"), plans["start_year"], strict=True))
    known = index_facts(known_by(actuals, last_full_year(as_of)))
    better = indicators_better()
    items = [
        _item(row, year, as_of, known, better, excellent=excellent, about=about)
        for row in targets.assign(_start=targets["plan_id"].astype("str").map(starts)).to_dict("records")
        for year in due_years(row) or [None]
    ]
    frame = pd.DataFrame(items, columns=list(ITEM))
    frame = frame.astype({"margin": "float64", "actual": "float64", "latest": "float64", "latest_year": "Int64"})
    order = pd.to_datetime(frame["due"]).fillna(pd.Timestamp.max.normalize())
    ranked = frame.assign(_due=order).sort_values(["_due", "place", "target_id"], kind="stable")
    return ranked.drop(columns="_due").reset_index(drop=True)


def _item(
    row: Mapping[str, object],
    year: int | None,
    as_of: dt.date,
    known: Known,
    better: Mapping[str, str],
    **thresholds: float,
) -> dict[str, object]:
    due = None if year is None else due_date(year)
    item = {"grade": "", "margin": None, "remark": "", "actual": None, "fact_ids": "", "reason": "no_year"}
    if due is not None and due <= as_of:
        item = grade_target(row, year, known, better, **thresholds)
        if item["grade"] and _rebased(row, year):
            item["remark"] = ";".join(filter(None, (item["remark"], "series_break")))
    elif due is not None:
        item["reason"] = "not_due"
    latest = _latest(row, year, known)
    reached = False
    if item["reason"] == "not_due" and latest:
        sign, _ = sign_of(row, better)
        reached = bool(sign) and meets(row, float(latest["value"]), sign, thresholds["about"])
    ids = item["fact_ids"] or (latest["fact_id"] if latest else "")
    return item | {
        "target_id": row["target_id"], "place": row["place"], "due": due, "reached": reached, "fact_ids": ids,
        "state": state_of(due, item["grade"], as_of), "latest": latest.get("value"), "latest_year": latest.get("year"),
    }  # fmt: skip


def _rebased(row: Mapping[str, object], year: int) -> bool:
    if row["measure"] not in PATHS or pd.isna(row["_start"]):
        return False
    return breaks_between(row["indicator_code"], int(row["_start"]) - 1, year)


def _latest(row: Mapping[str, object], year: int | None, known: Known) -> Mapping[str, object]:
    """The last value of the same quantity up to ``year``; nothing where the target is a change or a sum over years."""
    if year is None or row["measure"] not in PATHS or span_start(row) is not None:
        return {}
    facts = [fact for fact in comparable_facts(known, row)[0] if fact["year"] <= year]
    return facts[-1] if facts else {}


def count_states(items: pd.DataFrame) -> pd.DataFrame:
    """Items by place and state: places down in the order of the list, states across; they add up to the list."""
    table = pd.crosstab(items["place"].astype("str"), items["state"])
    return table.reindex(columns=list(STATES)).fillna(0).astype(int)


def count_reasons(items: pd.DataFrame) -> pd.DataFrame:
    """Why targets have no grade, the commonest reason first: ``reason``, ``count``; those not yet due are left out."""
    reasons = items.loc[~items["reason"].isin(["", "not_due"]), "reason"]
    counts = reasons.value_counts().rename_axis("reason").reset_index(name="count")
    return counts.sort_values(["count", "reason"], ascending=[False, True]).reset_index(drop=True)


def by_body(targets: pd.DataFrame, items: pd.DataFrame) -> pd.DataFrame:
    """Open and overdue items of each responsible body of each place; one item counts for every body it names.

    Returns ``place``, ``body`` (empty where the plan names none), ``overdue``, ``this_year``, ``later``, ``met`` and
    ``target_ids``, most overdue first.
    """
    bodies = targets.set_index("target_id")["departments"].astype("str").str.split(";")
    rows = items.assign(body=items["target_id"].map(bodies)).explode("body")
    columns = {
        "overdue": rows["state"].isin(OVERDUE), "this_year": rows["state"].isin(THIS_YEAR),
        "later": rows["state"].isin(["later", "undated"]), "met": rows["state"] == "met",
    }  # fmt: skip
    rows = rows.assign(**columns)
    groups = rows.groupby(["place", "body"], observed=True, sort=True)
    counts = groups[list(columns)].sum().astype(int)
    counts["target_ids"] = groups["target_id"].agg(lambda ids: ";".join(sorted(set(ids))))
    counts = counts.reset_index().sort_values(
        ["overdue", "this_year", "place", "body"], ascending=[False, False, True, True]
    )
    return counts.reset_index(drop=True)
