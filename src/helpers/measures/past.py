"""How fast did it grow before? Growth that was reported, on the price basis of what it is compared with."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from helpers.measures.growth import PERCENT, compound_annual_growth_rate

NOTHING = {"past": None, "past_kind": "", "past_years": "", "past_ids": ""}


def past_growth(actuals: pd.DataFrame, row: Mapping[str, object], window: int = 4) -> dict[str, object]:
    """The growth reported for a rate's place and indicator, of at most ``window`` years up to its ``start_year``.

    Real growth is compared with reported real growth only. Growth in current prices, and growth where prices play no
    part, is compared with the compound annual growth rate between the first and the last level reported, or else with
    reported growth on that basis. Of reported yearly rates the geometric mean is taken, of the years that there are;
    where there is none, an average that was reported up to a year of the window.

    Returns ``past`` in % a year, ``past_kind`` (``levels``, ``yearly``, ``average``), ``past_years`` (the years of the
    values, joined by ``;``, of an average its first and last) and ``past_ids``.
    """
    if row["price_basis"] == "unstated":
        return NOTHING
    known = actuals[(actuals["place"] == row["place"]) & (actuals["indicator_code"] == row["indicator_code"])]
    last = int(row["start_year"])
    if row["price_basis"] == "real":
        return _from_rates(known, "real", last, window)
    return _from_levels(known, last, window) or _from_rates(known, row["price_basis"], last, window)


def _from_levels(known: pd.DataFrame, last: int, window: int) -> dict[str, object]:
    levels = known[(known["measure"] == "level") & (known["value"] > 0) & known["year"].between(last - window, last)]
    for _, group in levels.groupby("unit", sort=True):
        steps = group.drop_duplicates("year").sort_values("year")
        if len(steps) > 1:
            start, end = steps.iloc[0], steps.iloc[-1]
            years = int(end["year"] - start["year"])
            rate = compound_annual_growth_rate(float(start["value"]), float(end["value"]), years)
            return _found(rate, "levels", (start, end))
    return {}


def _from_rates(known: pd.DataFrame, basis: str, last: int, window: int) -> dict[str, object]:
    inside = known[(known["price_basis"] == basis) & known["year"].between(last - window + 1, last)]
    yearly = inside[inside["measure"] == "growth_rate"].drop_duplicates("year").sort_values("year")
    if len(yearly):
        factors = 1 + yearly["value"].to_numpy(dtype="float64") / PERCENT
        if (factors <= 0).any():
            return NOTHING
        rate = PERCENT * (float(np.prod(factors)) ** (1 / len(factors)) - 1)
        return _found(rate, "yearly", tuple(row for _, row in yearly.iterrows()))
    averages = inside[inside["measure"] == "cagr"]
    if averages.empty:
        return NOTHING
    one = averages.loc[averages["year"].idxmax()]
    first = [] if pd.isna(one["start_year"]) else [str(int(one["start_year"]))]
    found = _found(float(one["value"]), "average", (one,))
    return found | {"past_years": ";".join([*first, found["past_years"]])}


def _found(rate: float, kind: str, facts: tuple[pd.Series, ...]) -> dict[str, object]:
    years = ";".join(str(int(fact["year"])) for fact in facts)
    return {"past": rate, "past_kind": kind, "past_years": years, "past_ids": ";".join(f["fact_id"] for f in facts)}
