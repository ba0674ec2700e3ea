"""How do reported values move towards a target? Values, milestones and the path between them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import pandas as pd

from helpers.measures.due import last_full_year
from helpers.measures.grading import known_by, sign_of
from helpers.table.codes import indicators_better
from helpers.table.reported import PATHS, Fact, breaks_between, comparable_facts, index_facts

#: ``kind`` is ``actual``, ``target`` or ``path``; ``part`` counts the stretches of a series without a gap and on one
#: statistical basis.
POINTS = ("panel", "kind", "part", "year", "value", "operator", "row_id")
PANELS = (
    "panel", "place", "plan_id", "indicator_code", "unit", "values", "latest_year", "since", "behind", "target_ids",
    "fact_ids",
)  # fmt: skip
Row = Mapping[str, object]
KEY = ["plan_id", "indicator_code", "measure", "unit", "price_basis"]


def path_value(start: float, end: float, years: int, after: int) -> float:
    """The value ``after`` years on the way from ``start`` to ``end`` in ``years`` years, at a constant yearly growth.

    start · (end/start)^(after/years); along a straight line where one of the two is not positive.
    """
    if years < 1:
        msg = f"there is no path over {years} years"
        raise ValueError(msg)
    if start > 0 and end > 0:
        return start * (end / start) ** (after / years)
    return start + (end - start) * after / years


def target_paths(
    targets: pd.DataFrame, actuals: pd.DataFrame, plans: pd.DataFrame, as_of: dt.date | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Panels and their points: levels, shares and rates that plans set, with the values reported for them.

    A panel is an indicator of a plan for which a value is reported; ``since`` says whether one is of the plan's
    years, and ``behind`` whether the latest of those lies on the wrong side of the path. The path runs from the last
    value reported before the plan through its milestones. Years with two different targets are left out.
    Without ``as_of`` all values are used.
    """
    known = index_facts(known_by(actuals, last_full_year(as_of)) if as_of else actuals)
    better = indicators_better()
    starts = dict(zip(plans["plan_id"].astype("str"), plans["start_year"], strict=True))
    rows = targets[targets["measure"].astype("str").isin(PATHS) & (targets["period"] == "by")]
    rows = rows[(rows["indicator_code"] != "") & rows["target_year"].notna()]
    panels, points = [], []
    for group in _grouped(rows):
        steps = _milestones(group)
        if not steps:
            continue
        facts, _ = comparable_facts(known, steps[0])
        facts = [fact for fact in facts if pd.isna(fact["start_year"])]
        if facts:
            number = len(panels)
            sign, _ = sign_of(steps[-1], better)
            panel, drawn = _panel(number, steps, facts, starts.get(steps[0]["plan_id"]), sign)
            panels.append(panel)
            points += drawn
    frame = pd.DataFrame(panels, columns=list(PANELS)).astype({"since": bool, "behind": bool})
    order = ["since", "values", "place", "indicator_code"]
    frame = frame.sort_values(order, ascending=[False, False, True, True], kind="stable").reset_index(drop=True)
    return frame, pd.DataFrame(points, columns=list(POINTS))


def _grouped(rows: pd.DataFrame) -> Iterable[list[Row]]:
    """Rows of the same plan and quantity, in the order in which they come."""
    groups: dict[tuple, list[Row]] = {}
    for row in rows.to_dict("records"):
        groups.setdefault(tuple(row[name] for name in KEY), []).append(row)
    return groups.values()


def _milestones(group: Sequence[Row]) -> list[Row]:
    """One row a year, in the order of the years; a year with two different figures says nothing certain."""
    years: dict[int, list[Row]] = {}
    for row in group:
        years.setdefault(row["target_year"], []).append(row)
    return [same[0] for _, same in sorted(years.items()) if len({row["value"] for row in same}) == 1]


def _panel(
    number: int, steps: Sequence[Row], facts: Sequence[Fact], first: object, sign: int
) -> tuple[dict[str, object], list[tuple]]:
    parts, part = [], 0
    for place, fact in enumerate(facts):
        part += place > 0 and _apart(facts[place - 1], fact)
        parts.append(part)
    before = [] if pd.isna(first) else [fact for fact in facts if fact["year"] < first]
    stops = [(int(fact["year"]), float(fact["value"])) for fact in before[-1:]]
    stops += [(int(step["target_year"]), float(step["value"])) for step in steps]
    path = _path(stops) if before else {}
    since = [] if pd.isna(first) else [fact for fact in facts if fact["year"] >= first]
    latest = since[-1] if since else facts[-1]
    needed = path.get(int(latest["year"])) if since else None
    points = [
        (number, "actual", part, fact["year"], fact["value"], "", fact["fact_id"])
        for fact, part in zip(facts, parts, strict=True)
    ]
    points += [
        (number, "target", 0, step["target_year"], step["value"], step["operator"], step["target_id"]) for step in steps
    ]
    points += [(number, "path", 0, year, value, "", "") for year, value in path.items()]
    step = steps[0]
    return {
        "panel": number, "place": step["place"], "plan_id": step["plan_id"], "indicator_code": step["indicator_code"],
        "unit": step["unit"], "values": len(facts), "latest_year": int(facts[-1]["year"]), "since": bool(since),
        "behind": needed is not None and sign * (float(latest["value"]) - needed) < 0,
        "target_ids": ";".join(one["target_id"] for one in steps),
        "fact_ids": ";".join(fact["fact_id"] for fact in facts),
    }, points  # fmt: skip


def _apart(fact: Fact, after: Fact) -> bool:
    """Whether no line joins two values: a year between them is missing, or they stand on different bases."""
    missing = after["year"] - fact["year"] > 1
    return missing or breaks_between(fact["indicator_code"], fact["year"], after["year"])


def _path(stops: Sequence[tuple[int, float]]) -> dict[int, float]:
    """Year → value along the stops, each stretch at a constant growth."""
    found = dict(stops[:1])
    for (first, start), (last, end) in pairwise(stops):
        found |= {first + after: path_value(start, end, last - first, after) for after in range(1, last - first + 1)}
    return found
