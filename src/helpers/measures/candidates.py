"""Would a figure of the next plan agree with what its place has promised, and what else is stated or reported?

A candidate joins the place's other targets as if the plan stated it, in its own year and, on an even way to it from the
base, in each year for which the place has other targets; then every declared identity is tried as between stated
figures.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.measures.consistency import check_identities
from helpers.measures.findings import COLUMNS, OUTCOMES
from helpers.measures.next_plan import figure_at, pace_of

#: Begins the ids of figures that nobody has stated.
CANDIDATE = "candidate-"
#: Kinds that compare a way with itself, or its next step with the last; they say nothing of other targets.
OWN = ("milestone", "repeated", "pace")
EVEN = "even_way"


def agreement_of_candidates(
    every: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    start: Mapping[str, object],
    options: pd.DataFrame,
    target_year: int,
    **tolerances: float,
) -> pd.DataFrame:
    """What comes of holding each candidate against the place's other targets: the columns of ``check_identities`` and
    ``figure``, one row a candidate and identity that could be tried, the worst outcome first. Of a year before the
    candidate's own the ``explanations`` begin with ``even_way``: another path to it may keep both.

    ``every`` are the targets of all indicators; ``tables`` has ``upper``, ``actuals``, ``identities`` and ``plans`` as
    ``check_identities`` takes them, and ``tolerances`` are its own. The place's own targets for the same quantity are
    left out: ``against_own_targets`` holds candidates against them.
    """
    own = every[every["place"] == start["place"]]
    if own.empty or options.empty:
        return pd.DataFrame(columns=["figure", *COLUMNS])
    same = (own["indicator_code"] == start["indicator_code"]) & (own["measure"] == start["measure"])
    others = own[~same]
    years = _years(others, int(start["year"]), target_year)
    found = [
        _touching(
            check_identities(_joined(own, others, start, figure, years, target_year), **tables, **tolerances),
            figure,
            target_year,
        )
        for figure in options["figure"].drop_duplicates()
    ]
    both = pd.concat(found, ignore_index=True)
    order = both["outcome"].map({outcome: rank for rank, outcome in enumerate(OUTCOMES)})
    return both.assign(_order=order).sort_values(["_order", "figure", "year"], kind="stable").drop(columns="_order")


def _years(others: pd.DataFrame, base: int, target_year: int) -> list[int]:
    """Years after the base for which the place has other targets, up to that of the candidates, which is the last."""
    stated = {int(year) for year in others["target_year"].dropna()}
    return sorted({year for year in stated if base < year < target_year} | {target_year})


def _joined(
    own: pd.DataFrame,
    others: pd.DataFrame,
    start: Mapping[str, object],
    figure: float,
    years: Sequence[int],
    target_year: int,
) -> pd.DataFrame:
    """The place's other targets, and the candidate with its way as rows of the plan that reaches furthest."""
    last = own.sort_values("target_year", kind="stable", na_position="first").iloc[-1].to_dict()
    pace = pace_of(start["value"], figure, target_year - start["year"], start["measure"])
    texts = {"section", "figure", "verb", "departments", "note", "indicator"}
    blank = dict.fromkeys(texts & set(own.columns), "")
    rows = [
        last | blank | {
            "target_id": f"{CANDIDATE}{year}", "indicator_code": start["indicator_code"], "measure": start["measure"],
            "unit": start["unit"], "price_basis": start["basis"], "operator": "eq", "value_max": None, "period": "by",
            "start_year": None, "target_year": year,
            "value": _told(figure_at(start["value"], pace, year - start["year"], start["measure"])),
        }
        for year in years
    ]  # fmt: skip
    added = pd.DataFrame(rows, columns=list(own.columns)).astype({"target_year": "Int64", "start_year": "Int64"})
    both = pd.concat([others.astype("object"), added.astype("object")], ignore_index=True)
    numbers = {"value": "float64", "value_max": "float64", "target_year": "Int64", "start_year": "Int64"}
    return both.astype(numbers)


def _told(value: float) -> float:
    """To four digits, as it is told: a way that was computed is no more certain."""
    return float(f"{value:.4g}")


def _touching(findings: pd.DataFrame, figure: float, target_year: int) -> pd.DataFrame:
    """Findings that join one point of a candidate's way to a number that is stated or reported; two points of it and a
    rate say of the way alone how even it is.
    """
    keep = []
    for row in findings.to_dict("records"):
        ids = [one for name in ("target_ids", "upper_ids", "fact_ids") for one in str(row[name]).split(";") if one]
        mine = [one for one in ids if one.startswith(CANDIDATE)]
        keep.append(len(mine) == 1 < len(ids) and row["kind"] not in OWN)
    kept = findings[pd.Series(keep, index=findings.index, dtype=bool)]
    reasons = [
        ";".join(filter(None, [EVEN if row["year"] < target_year else "", row["explanations"]]))
        if row["outcome"] != "agrees" else ""
        for row in kept.to_dict("records")
    ]  # fmt: skip
    return kept.assign(figure=figure, explanations=reasons)[["figure", *COLUMNS]]
