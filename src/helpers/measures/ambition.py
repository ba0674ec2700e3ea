"""Components of ambition: growth against a place's own past and its peers, levels per resident, and horizon.

Each function gives a row for every rate or target that it is asked about; where the component is not known the number
is missing and ``reason`` says why.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from helpers.measures.past import facts_by_place, past_growth

KINDS = {"stated_year": "stated", "stated_average": "stated", "required": "required"}
DAYS_A_YEAR = 365.25
Row = Mapping[str, object]
SERIES = ("indicator_code", "price_basis", "series")


def rates_to_judge(growth: pd.DataFrame) -> pd.DataFrame:
    """The rates of ``growth_table`` that a plan promises as a whole, with ``series``: ``stated`` or ``required``.

    Steps between a plan's own milestones are left out: they start from a value that is itself only promised.
    """
    rates = growth[growth["kind"].isin(list(KINDS))]
    return rates.assign(series=rates["kind"].map(KINDS)).reset_index(drop=True)


def own_past(rates: pd.DataFrame, actuals: pd.DataFrame, window: int = 4) -> pd.DataFrame:
    """Each rate less the growth that was reported for the place before, on the same price basis.

    The past is that of at most ``window`` years up to the year that the rate starts from; see ``past_growth``. Adds
    ``past``, ``past_kind``, ``past_years``, ``difference`` in percentage points and ``reason``: ``basis_unstated`` or
    ``no_past``. Own past as a reference for targets: Wang and Huang's three references (own past, neighbours, upper
    level) in the literature on growth targets.
    """
    facts = facts_by_place(actuals)
    pasts = [
        past_growth(facts.get((str(row["place"]), str(row["indicator_code"])), []), row, window)
        for row in rates.to_dict("records")
    ]
    names = ("past", "past_kind", "past_years", "past_ids")
    found = rates.assign(**{name: [past[name] for past in pasts] for name in names})
    found["past"] = found["past"].astype("float64")
    found["difference"] = found["rate"] - found["past"]
    unknown = np.where(found["price_basis"] == "unstated", "basis_unstated", "no_past")
    found["reason"] = np.where(found["past"].isna(), unknown, "")
    found["fact_ids"] = [_join(*pair) for pair in zip(found["fact_ids"], found["past_ids"], strict=True)]
    return found.drop(columns="past_ids")


def against_peers(rates: pd.DataFrame, every: pd.DataFrame, apart: int = 2) -> pd.DataFrame:
    """Each rate less the median of the comparable rates of other places in ``every``.

    Comparable are rates of the same indicator and price basis, both stated or both required from a reported value,
    whose first and last years lie at most ``apart`` years from the rate's own; of a place that has several the nearest
    in its last year is taken. Adds ``peer_median``, ``peers`` (places joined by ``;``), ``difference`` in percentage
    points, ``peer_ids`` and ``reason``: ``basis_unstated`` or ``no_peer``. Facts that peers' rates rest on are among
    ``fact_ids``.
    """
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in every.to_dict("records"):
        groups.setdefault(tuple(row[name] for name in SERIES), []).append(row)
    peers = [_peers(row, groups, apart) for row in rates.to_dict("records")]
    found = rates.assign(
        peer_median=[float(np.median([one["rate"] for one in some])) if some else np.nan for some in peers],
        peers=[";".join(str(one["place"]) for one in some) for some in peers],
        peer_ids=[";".join(one["target_ids"] for one in some) for some in peers],
    )
    found["difference"] = found["rate"] - found["peer_median"]
    unknown = np.where(found["price_basis"] == "unstated", "basis_unstated", "no_peer")
    found["reason"] = np.where(found["difference"].isna(), unknown, "")
    found["fact_ids"] = [
        _join(own, *(one["fact_ids"] for one in some)) for own, some in zip(found["fact_ids"], peers, strict=True)
    ]
    return found


def per_head(targets: pd.DataFrame, actuals: pd.DataFrame, population: str = "resident_population") -> pd.DataFrame:
    """Each level of a canonical indicator, divided by the place's residents.

    The residents are those last reported up to the target's year, so that a change until then is not in it:
    ``population`` and ``population_year`` say which. Returns ``place``, ``plan_id``, ``indicator_code``, ``unit``,
    ``level``, ``target_year``, ``operator``, ``per_head`` in units a resident, ``target_ids``, ``fact_ids`` and
    ``reason``: ``no_year`` or ``no_population``.
    """
    rows = targets[(targets["measure"] == "level") & (targets["indicator_code"] != "")]
    rows = rows[~rows["unit"].astype("str").str.contains("/|%", regex=True)]
    facts = facts_by_place(actuals[(actuals["indicator_code"] == population) & (actuals["measure"] == "level")])
    told = ["place", "plan_id", "indicator_code", "unit", "target_year", "operator"]
    found = []
    for row in rows[[*told, "value", "target_id"]].to_dict("records"):
        entry = {name: row[name] for name in told} | {"level": row["value"], "target_ids": row["target_id"]}
        found.append(entry | _divided(row, facts.get((str(row["place"]), population), [])))
    columns = ["place", "plan_id", "indicator_code", "unit", "level", "target_year", "operator", "per_head",
               "population", "population_year", "target_ids", "fact_ids", "reason"]  # fmt: skip
    return pd.DataFrame(found, columns=columns).astype({"per_head": "float64", "population": "float64"})


def horizons(targets: pd.DataFrame, plans: pd.DataFrame) -> pd.DataFrame:
    """Years from a plan's issue to the end of each target's year.

    Where no date of issue is known, from the first day of the plan's first year, which ``counted_from`` says
    (``issued``, ``first_year``) and which may make it up to a year too long. Returns ``place``, ``target_id``,
    ``years``, ``counted_from`` and ``reason``: ``no_year`` or ``no_date``. Only a target that falls due before the
    issue has a horizon below zero.
    """
    known = plans.drop_duplicates("plan_id").set_index("plan_id")
    issued = pd.to_datetime(known["issued"], errors="coerce")
    first = pd.to_datetime(known["start_year"].map("{}-01-01".format, na_action="ignore"), errors="coerce")
    plan = targets["plan_id"].astype("str")
    start = plan.map(issued.fillna(first))
    end = pd.to_datetime(targets["target_year"].map("{:.0f}-12-31".format, na_action="ignore"), errors="coerce")
    reason = np.where(end.isna(), "no_year", np.where(start.isna(), "no_date", ""))
    counted_from = np.where(start.isna(), "", np.where(plan.map(issued).isna(), "first_year", "issued"))
    years = (end - start).dt.days / DAYS_A_YEAR
    return pd.DataFrame(
        {
            "place": targets["place"].astype("str"), "target_id": targets["target_id"], "years": years,
            "counted_from": counted_from, "reason": reason,
        }
    ).reset_index(drop=True)  # fmt: skip


def horizon_by_place(found: pd.DataFrame) -> pd.DataFrame:
    """The shortest, median and longest horizon of each place's targets, with their number and ids."""
    groups = found[found["reason"] == ""].groupby("place", observed=True, sort=False)
    return groups.agg(
        shortest=("years", "min"), median=("years", "median"), longest=("years", "max"),
        targets=("target_id", "size"), counted_from=("counted_from", lambda words: ";".join(sorted(set(words)))),
        target_ids=("target_id", ";".join),
    ).reset_index()  # fmt: skip


def _peers(row: Row, groups: Mapping[tuple[object, ...], list[Row]], apart: int) -> list[Row]:
    """One comparable rate of each other place."""
    if row["price_basis"] == "unstated":
        return []
    nearest: dict[str, Row] = {}
    for one in groups.get(tuple(row[name] for name in SERIES), []):
        far = max(abs(one[name] - row[name]) for name in ("start_year", "end_year"))
        if one["place"] == row["place"] or far > apart:
            continue
        known = nearest.setdefault(str(one["place"]), one)
        if abs(one["end_year"] - row["end_year"]) < abs(known["end_year"] - row["end_year"]):
            nearest[str(one["place"])] = one
    return [nearest[place] for place in sorted(nearest)]


def _divided(row: Row, heads: Sequence[Row]) -> dict[str, object]:
    nothing = {"per_head": None, "population": None, "population_year": None, "fact_ids": ""}
    if pd.isna(row["target_year"]):
        return nothing | {"reason": "no_year"}
    known = [one for one in heads if one["year"] <= row["target_year"] and one["value"] > 0]
    if not known:
        return nothing | {"reason": "no_population"}
    fact = max(known, key=lambda one: one["year"])
    share = {"per_head": row["value"] / fact["value"], "population": fact["value"]}
    return share | {"population_year": int(fact["year"]), "fact_ids": fact["fact_id"], "reason": ""}


def _join(*ids: str) -> str:
    return ";".join(dict.fromkeys(one for many in ids for one in many.split(";") if one))
