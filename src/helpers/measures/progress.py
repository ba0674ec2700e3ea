"""Is the pace enough? Growth so far held against the growth that a target requires."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from helpers.measures.due import last_full_year
from helpers.measures.grading import known_by, meets, sign_of
from helpers.measures.growth import compound_annual_growth_rate
from helpers.measures.tolerance import ABOUT
from helpers.table.codes import indicators_better
from helpers.table.reported import PATHS, Fact, Known, average_growth, breaks_between, comparable_facts, index_facts

#: Of the values reported for a target, those that its pace is measured by, or the reason why there are none.
Chooser = Callable[[Sequence[Fact], Mapping[str, object]], Sequence[Fact] | str]
#: Ratio of observed to required growth in % from which each class counts, as Eurostat and Open SDG set them.
CLASSES = (("on_track", 95.0), ("acceleration", 60.0), ("limited", 0.0))
LAST_CLASS, ACHIEVED = "deterioration", "achieved"
ALL_CLASSES = (ACHIEVED, *(name for name, _ in CLASSES), LAST_CLASS)
RATES = ("growth_rate", "cagr")
TREND = 5  # years of Eurostat's short-term trend
LEAST = 2  # years of data below which nothing can be assessed
PERCENT = 100.0
TINY = 1e-9
PACE = (
    "target_id", "place", "indicator_code", "price_basis", "base_year", "base", "latest_year", "latest", "required",
    "observed", "ratio", "class", "reason", "fact_ids",
)  # fmt: skip
BLANK = dict.fromkeys(PACE[4:11]) | {"class": "", "fact_ids": ""}


def progress_ratio(observed: float, required: float, sign: int) -> float:
    """Observed over required growth in %: 100 · observed / (sign · |required|).

    ``sign`` is 1 where more is better and −1 where less is. The absolute value keeps the ratio negative for growth in
    the wrong direction, also where the base already lay beyond the target (Open SDG, methodology of progress measures,
    after Eurostat). Raises ``ValueError`` where no growth is required.
    """
    if abs(required) < TINY:
        msg = "no growth is required, so none can be held against it"
        raise ValueError(msg)
    return PERCENT * observed / (sign * abs(required))


def classify(ratio: float) -> str:
    """The class of a ratio in %: ``on_track`` from 95, ``acceleration`` needed from 60, ``limited`` progress from 0,
    ``deterioration`` below.
    """
    return next((name for name, least in CLASSES if ratio >= least - TINY), LAST_CLASS)


def progress_since_plan(
    targets: pd.DataFrame, actuals: pd.DataFrame, plans: pd.DataFrame, as_of: dt.date, *, about: float = ABOUT
) -> pd.DataFrame:
    """Growth since the plan began against the growth it requires, one row a target in the columns ``PACE``.

    The base is the last value reported before the plan's first year; the latest is the last one up to the target year
    that was known on ``as_of``. ``class`` is ``achieved`` where the latest value meets the target, an about within what
    it may reach (``tolerance.about_reach``), else that of the ratio; ``reason`` says why a target cannot be assessed.
    """
    starts = dict(zip(plans["plan_id"].astype("str"), plans["start_year"], strict=True))

    def choose(facts: Sequence[Fact], row: Mapping[str, object]) -> Sequence[Fact] | str:
        first = starts.get(row["plan_id"])
        if first is None or pd.isna(first):
            return "no_plan_start"
        before = [fact for fact in facts if fact["year"] < first]
        since = [fact for fact in facts if fact["year"] >= first]
        if row["measure"] in RATES:
            return since
        if not (before and since):
            return "nothing_since" if before else "no_base"
        crossing = breaks_between(row["indicator_code"], before[-1]["year"], since[-1]["year"])
        return "series_break" if crossing else [before[-1], *since]

    return _assess(targets.assign(_about=about), actuals, as_of, choose, since_plan=True)


def progress_of_trend(
    targets: pd.DataFrame, actuals: pd.DataFrame, as_of: dt.date, *, years: int = TREND, about: float = ABOUT
) -> pd.DataFrame:
    """The same for the trend of the ``years`` years up to the latest value, whether or not the plan had begun.

    The base is the earliest value of those years (Eurostat's short-term trend) that stands on the same statistical
    basis as the latest. A trend needs two years between its ends, and a latest value no more than ``years`` years old
    on ``as_of``. One from before a plan says what the plan started from and nothing of its effect.
    """
    oldest = last_full_year(as_of) - years

    def choose(facts: Sequence[Fact], row: Mapping[str, object]) -> Sequence[Fact] | str:
        last = int(facts[-1]["year"])
        if last < oldest:
            return "too_old"
        level = row["measure"] in PATHS
        same = [fact for fact in facts if fact["year"] >= last - years]
        same = [fact for fact in same if not (level and breaks_between(row["indicator_code"], fact["year"], last))]
        return same if not level or last - same[0]["year"] >= LEAST else "short_trend"

    return _assess(targets.assign(_about=about), actuals, as_of, choose, since_plan=False)


def _assess(
    targets: pd.DataFrame, actuals: pd.DataFrame, as_of: dt.date, choose: Chooser, *, since_plan: bool
) -> pd.DataFrame:
    known, better = index_facts(known_by(actuals, last_full_year(as_of))), indicators_better()
    rows = []
    for row in targets.to_dict("records"):
        sign, reason = sign_of(row, better)
        reason = reason or _no_path(row)
        found = {"reason": reason} if reason else _pace(row, sign, known, choose, since_plan=since_plan)
        names = {name: row[name] for name in ("target_id", "place", "indicator_code", "price_basis")}
        rows.append(BLANK | names | found)
    frame = pd.DataFrame(rows, columns=list(PACE))
    numbers = dict.fromkeys(("base", "latest", "required", "observed", "ratio"), "float64")
    return frame.astype(numbers | {"base_year": "Int64", "latest_year": "Int64"})


def _no_path(row: Mapping[str, object]) -> str:
    """Why a target has no path from a base: it counts what is new, a sum over years, or names no year."""
    if pd.isna(row["target_year"]):
        return "no_year"
    path = row["measure"] in PATHS and row["period"] == "by"
    return "" if path or row["measure"] in RATES else "no_path"


def _pace(
    row: Mapping[str, object], sign: int, known: Known, choose: Chooser, *, since_plan: bool
) -> dict[str, object]:
    last = int(row["target_year"])
    if row["measure"] in RATES:
        return _pace_of_rate(row, sign, known, choose, since_plan=since_plan)
    facts, reason = comparable_facts(known, row)
    facts = [fact for fact in facts if fact["year"] <= last and pd.isna(fact["start_year"])]
    facts, reason = _chosen(facts, reason, row, choose)
    return {"reason": reason} if reason else _pace_of_level(row, sign, facts[0], facts[-1])


def _chosen(
    facts: Sequence[Fact], reason: str, row: Mapping[str, object], choose: Chooser
) -> tuple[Sequence[Fact], str]:
    """The values to measure a pace by, first to last, or the reason why there are none."""
    if reason or not facts:
        return [], reason or "one_value"
    chosen = choose(facts, row)
    if isinstance(chosen, str):
        return [], chosen
    return chosen, "" if len(chosen) >= LEAST else "one_value"


def _pace_of_level(row: Mapping[str, object], sign: int, base: Fact, latest: Fact) -> dict[str, object]:
    target = row["value_max"] if row["operator"] == "between" and sign < 0 else row["value"]
    told = {
        "base_year": base["year"], "base": base["value"], "latest_year": latest["year"], "latest": latest["value"],
        "fact_ids": f"{base['fact_id']};{latest['fact_id']}", "reason": "",
    }  # fmt: skip
    if meets(row, float(latest["value"]), sign, about=row["_about"]):
        return told | {"class": ACHIEVED}
    values = [float(base["value"]), float(latest["value"]), float(target)]
    if not (all(value > 0 for value in values) or all(value < 0 for value in values)):
        return told | {"reason": "signs"}
    # Of negative values a growing size is a falling number: the direction turns with the sign.
    sign = sign if values[0] > 0 else -sign
    start, now, end = (abs(value) for value in values)
    first = int(base["year"])
    observed = compound_annual_growth_rate(start, now, int(latest["year"]) - first)
    required = compound_annual_growth_rate(start, end, int(row["target_year"]) - first)
    return told | _rated(observed, required, sign)


def _pace_of_rate(
    row: Mapping[str, object], sign: int, known: Known, choose: Chooser, *, since_plan: bool
) -> dict[str, object]:
    """Average growth so far against the growth the plan states for each year; both on the same price basis."""
    facts, reason = comparable_facts(known, row, "growth_rate")
    if since_plan and not pd.isna(row["start_year"]):
        facts = [fact for fact in facts if fact["year"] >= row["start_year"]]
    elif since_plan:
        return {"reason": "one_year"}
    facts = [fact for fact in facts if fact["year"] <= row["target_year"]]
    # All years since the start must be there: a missing one could hide any growth.
    facts, reason = _chosen(facts, reason, row, choose)
    if reason:
        return {"reason": reason}
    first = int(row["start_year"]) if since_plan else int(facts[0]["year"])
    average = average_growth(facts, first, int(facts[-1]["year"]))
    if average is None:
        return {"reason": "missing_years"}
    told = {"base_year": first - 1, "latest_year": facts[-1]["year"], "fact_ids": average["fact_id"], "reason": ""}
    target = row["value_max"] if row["operator"] == "between" and sign < 0 else row["value"]
    return told | _rated(float(average["value"]), float(target), sign)


def _rated(observed: float, required: float, sign: int) -> dict[str, object]:
    told = {"observed": observed, "required": required}
    try:
        ratio = progress_ratio(observed, required, sign)
    except ValueError:
        return told | {"reason": "no_growth_required"}
    return told | {"ratio": ratio, "class": classify(ratio)}


def count_classes(pace: pd.DataFrame) -> pd.DataFrame:
    """Targets by class or reason, classes first: ``kind`` (class or reason), ``assessed``, ``count``."""
    kinds = pace["class"].where(pace["class"] != "", pace["reason"])
    counts = kinds.value_counts().rename_axis("kind").reset_index(name="count")
    assessed = counts["kind"].isin(ALL_CLASSES)
    return counts.assign(assessed=assessed).sort_values(["assessed", "count"], ascending=False).reset_index(drop=True)
