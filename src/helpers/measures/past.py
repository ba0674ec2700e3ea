"""How fast did it grow before? Growth that was reported, on the price basis of what it is compared with."""

from collections.abc import Mapping, Sequence
from math import prod

import pandas as pd

from helpers.measures.growth import PERCENT, compound_annual_growth_rate

Row = Mapping[str, object]
NOTHING = {"past": None, "past_kind": "", "past_years": "", "past_ids": ""}


def facts_by_place(actuals: pd.DataFrame) -> dict[tuple[str, str], list[Row]]:
    """Reported values as plain rows by place and indicator, in the order of their years."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in actuals.sort_values("year", kind="stable").to_dict("records"):
        found.setdefault((str(row["place"]), str(row["indicator_code"])), []).append(row)
    return found


def past_growth(facts: Sequence[Row], rate: Row, window: int = 4) -> dict[str, object]:
    """The growth reported before a rate starts, of at most ``window`` years up to its ``start_year``.

    ``facts`` are the values reported for the rate's place and indicator, in the order of their years. Real growth is
    compared with reported real growth only. Growth in current prices, and growth where prices play no part, is compared
    with the compound annual growth rate between the first and the last level reported, or else with reported growth on
    that basis. Of reported yearly rates the geometric mean is taken, of the years that there are; where there is none,
    an average that was reported up to a year of the window.

    Returns ``past`` in % a year, ``past_kind`` (``levels``, ``yearly``, ``average``), ``past_years`` (the years of the
    values, joined by ``;``, of an average its first and last) and ``past_ids``.
    """
    basis, last = rate["price_basis"], int(rate["start_year"])
    if basis == "unstated":
        return NOTHING
    if basis == "real":
        return _from_rates(facts, "real", last, window)
    return _from_levels(facts, last, window) or _from_rates(facts, basis, last, window)


def _from_levels(facts: Sequence[Row], last: int, window: int) -> dict[str, object]:
    levels = [one for one in facts if one["measure"] == "level" and one["value"] > 0]
    levels = [one for one in levels if last - window <= one["year"] <= last]
    for unit in sorted({one["unit"] for one in levels}):
        steps = _one_a_year(one for one in levels if one["unit"] == unit)
        if len(steps) > 1:
            start, end = steps[0], steps[-1]
            rate = compound_annual_growth_rate(float(start["value"]), float(end["value"]), end["year"] - start["year"])
            return _found(rate, "levels", (start, end))
    return {}


def _from_rates(facts: Sequence[Row], basis: object, last: int, window: int) -> dict[str, object]:
    inside = [one for one in facts if one["price_basis"] == basis and last - window < one["year"] <= last]
    yearly = _one_a_year(one for one in inside if one["measure"] == "growth_rate")
    if yearly:
        factors = [1 + one["value"] / PERCENT for one in yearly]
        if min(factors) <= 0:
            return NOTHING
        return _found(PERCENT * (prod(factors) ** (1 / len(factors)) - 1), "yearly", yearly)
    averages = [one for one in inside if one["measure"] == "cagr"]
    if not averages:
        return NOTHING
    one = averages[-1]
    first = [] if pd.isna(one["start_year"]) else [str(int(one["start_year"]))]
    found = _found(float(one["value"]), "average", (one,))
    return found | {"past_years": ";".join([*first, found["past_years"]])}


def _one_a_year(facts: Sequence[Row]) -> list[Row]:
    """The first of several values for a year."""
    found: dict[int, Row] = {}
    for one in facts:
        found.setdefault(int(one["year"]), one)
    return list(found.values())


def _found(rate: float, kind: str, facts: Sequence[Row]) -> dict[str, object]:
    years = ";".join(str(int(fact["year"])) for fact in facts)
    return {"past": rate, "past_kind": kind, "past_years": years, "past_ids": ";".join(f["fact_id"] for f in facts)}
