"""How fast must it grow? Growth that plans state, and growth that follows from their levels."""

from collections.abc import Mapping
from itertools import pairwise

import pandas as pd

#: Where a rate comes from: stated for a year or as an average, or computed from two levels.
KINDS = ("stated_year", "stated_average", "between_milestones", "required")
COLUMNS = (
    "place",
    "plan_id",
    "indicator_code",
    "kind",
    "rate",
    "price_basis",
    "operator",
    "start_year",
    "end_year",
    "start_value",
    "end_value",
    "unit",
    "target_ids",
    "fact_ids",
)
BASES = (
    "place", "plan_id", "indicator_code", "level", "rate", "year", "value", "unit", "price_basis", "target_ids",
    "reported", "reported_year", "fact_ids",
)  # fmt: skip
STATED = {"growth_rate": "stated_year", "cagr": "stated_average"}
PERCENT = 100.0
TINY = 1e-9  # what computing in binary may leave of a difference


def compound_annual_growth_rate(start: float, end: float, years: int) -> float:
    """The yearly growth in % from ``start`` to ``end`` in ``years`` years: 100 · ((end/start)^(1/years) − 1).

    The usual compound annual growth rate, as Eurostat uses it for progress towards quantified targets. Raises
    ``ValueError`` where it has no meaning: values that are not positive, or no year between them.
    """
    if not (start > 0 and end > 0):
        msg = f"growth from {start} to {end} has no meaning; both must be positive"
        raise ValueError(msg)
    if years < 1:
        msg = f"growth over {years} years has no meaning"
        raise ValueError(msg)
    return PERCENT * ((end / start) ** (1 / years) - 1)


def implied_base(level: float, rate: float, years: int) -> float:
    """The value from which ``rate`` % a year leads to ``level`` in ``years`` years: level / (1 + rate/100)^years."""
    if not level > 0 or not rate > -PERCENT or years < 1:
        msg = f"{level} at {rate} % over {years} years implies no base"
        raise ValueError(msg)
    return level / (1 + rate / PERCENT) ** years


def stated_growth(targets: pd.DataFrame) -> pd.DataFrame:
    """The growth rates that plans state for canonical indicators, in the columns ``COLUMNS``.

    A rate for a year runs from the year before to it; an annual average that starts with a year runs from the end of
    the year before. Levels are empty.
    """
    rows = targets[targets["measure"].astype("str").isin(STATED) & (targets["indicator_code"] != "")]
    found = []
    for row in rows.to_dict("records"):
        if pd.isna(row["target_year"]):
            continue
        first = row["target_year"] if pd.isna(row["start_year"]) else row["start_year"]
        found.append(
            _entry(
                row, STATED[row["measure"]], row["value"], first - 1, row["target_year"], price_basis=row["price_basis"]
            )
        )
    return _frame(found)


def milestone_growth(targets: pd.DataFrame) -> pd.DataFrame:
    """Yearly growth between the levels that one plan states for one indicator in several years.

    Levels of money are in current prices, so their growth is nominal. Years with two different levels are left out:
    what would be compared is not known.
    """
    found, milestones = [], {}
    # one conversion of the whole table; one a group takes most of the time with many plans
    for row in _levels(targets).to_dict("records"):
        milestones.setdefault((row["plan_id"], row["indicator_code"], row["unit"]), []).append(row)
    for steps in milestones.values():
        for start, end in pairwise(sorted(steps, key=lambda step: step["target_year"])):
            years = int(end["target_year"] - start["target_year"])
            rate = compound_annual_growth_rate(start["value"], end["value"], years)
            ids = f"{start['target_id']};{end['target_id']}"
            found.append(
                _entry(end, "between_milestones", rate, start["target_year"], end["target_year"],
                       start_value=start["value"], end_value=end["value"], target_ids=ids)
            )  # fmt: skip
    return _frame(found)


def required_growth(targets: pd.DataFrame, actuals: pd.DataFrame) -> pd.DataFrame:
    """Yearly growth that each level needs from the latest value reported before its year, for the same place.

    ``actuals`` are rows of the table of reported values; of several for a year the first is taken. It is nominal where
    it is of money, whatever growth the plan itself states.
    """
    found, facts = [], _facts(actuals)
    for row in _levels(targets).to_dict("records"):
        fact = _reported(facts, row, row["target_year"] - 1)
        if fact["fact_ids"]:
            start, value = int(fact["reported_year"]), fact["reported"]
            rate = compound_annual_growth_rate(value, row["value"], int(row["target_year"] - start))
            found.append(
                _entry(row, "required", rate, start, row["target_year"],
                       start_value=value, end_value=row["value"], fact_ids=fact["fact_ids"])
            )  # fmt: skip
    return _frame(found)


def growth_table(targets: pd.DataFrame, actuals: pd.DataFrame) -> pd.DataFrame:
    """All growth of canonical indicators, stated and computed: ``stated_growth``, ``milestone_growth``,
    ``required_growth``, sorted by indicator, place and kind.
    """
    parts = [stated_growth(targets), milestone_growth(targets), required_growth(targets, actuals)]
    table = pd.concat([part for part in parts if len(part)] or parts, ignore_index=True)
    order = table["kind"].map({kind: rank for rank, kind in enumerate(KINDS)})
    table = table.assign(_order=order).sort_values(["indicator_code", "place", "_order", "end_year"], kind="stable")
    return table.drop(columns="_order").reset_index(drop=True)


def implied_bases(targets: pd.DataFrame, actuals: pd.DataFrame) -> pd.DataFrame:
    """What a plan's level and its average growth imply for the year before its first.

    One row a pair of the same plan and indicator: ``place``, ``plan_id``, ``indicator_code``, ``level``, ``rate``,
    ``year`` of the implied value, ``value``, ``unit``, ``price_basis`` of the rate, ``target_ids``, and beside it the
    latest value ``reported`` up to that year, ``reported_year`` and ``fact_ids``. A real rate beside a level in current
    prices gives a base at the level's prices, which need not be what was reported for the year.
    """
    averages = stated_growth(targets)
    averages = averages[averages["kind"] == "stated_average"]
    pairs = _levels(targets).merge(averages, on=["plan_id", "indicator_code"], suffixes=("", "_rate"))
    pairs = pairs[pairs["target_year"] == pairs["end_year"]]
    facts = _facts(actuals)
    rows = [
        {
            "place": pair["place"], "plan_id": pair["plan_id"], "indicator_code": pair["indicator_code"],
            "level": pair["value"], "rate": pair["rate"], "year": pair["start_year_rate"],
            "value": implied_base(pair["value"], pair["rate"], int(pair["end_year"] - pair["start_year_rate"])),
            "unit": pair["unit"], "price_basis": pair["price_basis_rate"],
            "target_ids": f"{pair['target_id']};{pair['target_ids']}",
            **_reported(facts, pair, pair["start_year_rate"]),
        }
        for pair in pairs.to_dict("records")
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(BASES))


def sudden_steps(growth: pd.DataFrame, points: float = 10.0) -> pd.DataFrame:
    """Steps between a plan's milestones whose yearly growth differs by ``points`` percentage points or more.

    Returns the later step of each pair with ``change``, its growth less that of the step before.
    """
    steps = growth[growth["kind"] == "between_milestones"].sort_values(["plan_id", "indicator_code", "end_year"])
    change = steps.groupby(["plan_id", "indicator_code"], observed=True)["rate"].diff()
    return steps.assign(change=change)[change.abs() >= points - TINY].reset_index(drop=True)


def incomparable(targets: pd.DataFrame, growth: pd.DataFrame) -> pd.DataFrame:
    """Levels and changes of canonical indicators from which no growth follows: ``target_id``, ``reason``.

    The reason is ``one_level`` (no second milestone and no reported value), ``two_levels`` (different levels for one
    year), ``no_year`` or ``other_change`` (a gap to another series, a multiple).
    """
    used = {one for ids in growth["target_ids"] for one in ids.split(";")}
    rest = targets[(targets["indicator_code"] != "") & ~targets["target_id"].isin(used)]
    rest = rest[rest["measure"].astype("str").isin(["level", "growth_rate", "cagr", "gap", "multiple"])]
    found = [(row["target_id"], _reason(row, targets)) for row in rest.to_dict("records")]
    return pd.DataFrame(found, columns=["target_id", "reason"], dtype="str")


def _facts(actuals: pd.DataFrame) -> dict[tuple[object, ...], list[Mapping[str, object]]]:
    """Positive levels that were reported, by place, indicator and unit; of several for a year the first."""
    levels = actuals[(actuals["measure"] == "level") & (actuals["value"] > 0)]
    found: dict[tuple[object, ...], list[Mapping[str, object]]] = {}
    for row in levels.drop_duplicates(["place", "indicator_code", "unit", "year"]).to_dict("records"):
        found.setdefault((row["place"], row["indicator_code"], row["unit"]), []).append(row)
    return found


def _reported(
    facts: Mapping[tuple[object, ...], list[Mapping[str, object]]], row: Mapping[str, object], year: int
) -> dict[str, object]:
    """The latest level reported up to ``year`` for the row's place, indicator and unit, and its year and id."""
    known = [one for one in facts.get((row["place"], row["indicator_code"], row["unit"]), []) if one["year"] <= year]
    if not known:
        return {"reported": None, "reported_year": None, "fact_ids": ""}
    fact = max(known, key=lambda one: one["year"])
    return {"reported": float(fact["value"]), "reported_year": int(fact["year"]), "fact_ids": fact["fact_id"]}


def _reason(row: Mapping[str, object], targets: pd.DataFrame) -> str:
    if row["measure"] in ("gap", "multiple"):
        return "other_change"
    if pd.isna(row["target_year"]):
        return "no_year"
    same = _same(targets, row)
    return "two_levels" if targets.loc[same, "value"].nunique() > 1 else "one_level"


def _same(targets: pd.DataFrame, row: Mapping[str, object]) -> pd.Series:
    names = ("plan_id", "indicator_code", "measure", "unit", "target_year")
    same = pd.Series(data=True, index=targets.index)
    for name in names:
        same &= (targets[name] == row[name]).fillna(value=False)
    return same


def _levels(targets: pd.DataFrame) -> pd.DataFrame:
    """Positive levels of canonical indicators with a year, those for which a plan states only one in that year."""
    levels = targets[(targets["measure"] == "level") & (targets["indicator_code"] != "") & (targets["value"] > 0)]
    levels = levels[levels["target_year"].notna()]
    key = ["plan_id", "indicator_code", "unit", "target_year"]
    counted = levels.groupby(key, observed=True)["value"].transform("nunique")
    return levels[counted == 1].drop_duplicates(key)


def _entry(
    row: Mapping[str, object], kind: str, rate: float, start_year: int, end_year: int, **more: object
) -> dict[str, object]:
    entry = {name: row.get(name, "") for name in ("place", "plan_id", "indicator_code", "operator", "unit")}
    basis = "nominal" if row["price_basis"] == "nominal" else ""
    entry |= {"kind": kind, "rate": float(rate), "price_basis": basis, "start_year": int(start_year)}
    entry |= {"end_year": int(end_year), "start_value": None, "end_value": None}
    return entry | {"target_ids": row["target_id"], "fact_ids": ""} | more


def _frame(rows: list[dict[str, object]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({"rate": "float64", "start_value": "float64", "end_value": "float64"})
