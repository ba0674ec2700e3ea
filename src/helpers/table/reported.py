"""Reported values, looked up by what a target measures; and the years in which a target falls due."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.table.codes import series_breaks

Fact = Mapping[str, object]
Known = Mapping[tuple[str, str], Sequence[Fact]]

#: Measures that move along a path from a base.
PATHS = ("level", "share", "rate")
PERCENT = 100.0


def index_facts(actuals: pd.DataFrame) -> dict[tuple[str, str], list[Fact]]:
    """Reported values by place and canonical indicator, each list by year."""
    known: dict[tuple[str, str], list[Fact]] = {}
    for fact in actuals.sort_values("year", kind="stable").to_dict("records"):
        known.setdefault((fact["place"], fact["indicator_code"]), []).append(fact)
    return known


def due_years(row: Mapping[str, object]) -> list[int]:
    """Years in which a target falls due: an annual figure in each of its span, any other in its target year.

    An average growth is one figure for the whole span and falls due at its end.
    """
    if pd.isna(row["target_year"]):
        return []
    last = int(row["target_year"])
    yearly = row["period"] == "annual" and row["measure"] != "cagr" and not pd.isna(row["start_year"])
    return list(range(int(row["start_year"]), last + 1)) if yearly else [last]


def span_start(row: Mapping[str, object]) -> int | None:
    """First year of a figure that one value covers as a whole: a sum, or an average growth."""
    whole = row["period"] == "cumulative" or row["measure"] == "cagr"
    return int(row["start_year"]) if whole and not pd.isna(row["start_year"]) else None


def comparable_facts(known: Known, row: Mapping[str, object], measure: str = "") -> tuple[list[Fact], str]:
    """Reported values of what ``row`` measures, or none and the reason.

    ``no_actual``: nothing is reported for its place and indicator; ``other_measure``: only as another kind of quantity
    or in another unit; ``other_prices``: only on another price basis, or one of the two does not say which.
    """
    facts = known.get((row["place"], row["indicator_code"]), [])
    if not facts:
        return [], "no_actual"
    facts = [fact for fact in facts if fact["measure"] == (measure or row["measure"]) and fact["unit"] == row["unit"]]
    if not facts:
        return [], "other_measure"
    basis = row["price_basis"]
    facts = [fact for fact in facts if fact["price_basis"] == basis != "unstated"]
    return facts, "" if facts else "other_prices"


def find_fact(known: Known, row: Mapping[str, object], year: int) -> tuple[Fact | None, str]:
    """The value reported for what ``row`` measures in ``year``, or none and the reason.

    The reasons are those of ``comparable_facts``, and ``no_actual_year`` where other years are reported. Average growth
    that is not reported as such is taken from the growth of each year of the span, where all are reported.
    """
    facts, reason = comparable_facts(known, row)
    start = span_start(row)
    for fact in facts:
        if fact["year"] == year and _start_of(fact) == start:
            return fact, ""
    if row["measure"] == "cagr" and start is not None:
        rates, why = comparable_facts(known, row, "growth_rate")
        average = average_growth(rates, start, year)
        return (average, "") if average else (None, reason if not rates else why or "no_actual_year")
    return None, reason or "no_actual_year"


def average_growth(rates: Sequence[Fact], first: int, last: int) -> Fact | None:
    """Average growth of yearly rates, 100 · ((∏(1 + rate/100))^(1/years) − 1); none where a year is missing."""
    by_year = {int(fact["year"]): fact for fact in rates}
    years = range(first, last + 1)
    if not years or any(year not in by_year for year in years):
        return None
    grown = 1.0
    for year in years:
        grown *= 1 + by_year[year]["value"] / PERCENT
    if grown <= 0:
        return None
    value = PERCENT * (grown ** (1 / len(years)) - 1)
    ids = ";".join(by_year[year]["fact_id"] for year in years)
    estimated = any(by_year[year]["estimate"] == "true" for year in years)
    return {"fact_id": ids, "year": last, "value": value, "estimate": "true" if estimated else "false"}


def _start_of(fact: Fact) -> int | None:
    return None if pd.isna(fact["start_year"]) else int(fact["start_year"])


def breaks_between(code: str, first: int, last: int) -> bool:
    """Whether an indicator's levels of ``first`` and ``last`` stand on different bases: a census lies between them."""
    return any(first < year <= last for year in series_breaks().get(code, []))
