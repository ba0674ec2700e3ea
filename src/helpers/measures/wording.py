"""In which words do peers promise it, and what would a figure mean for what the place promises already?"""

from collections.abc import Mapping

import pandas as pd

from helpers.measures.grading import meets, sign_of
from helpers.measures.next_plan import figure_at, pace_of
from helpers.table.codes import indicators_better

RATES = ("growth_rate", "cagr")


def wording_of_peers(targets: pd.DataFrame, start: Mapping[str, object]) -> pd.DataFrame:
    """Bound, commitment and verbs of the targets that other places set for the same quantity of an indicator.

    Returns ``operator``, ``modality``, ``targets`` and ``places`` counted, ``verbs`` as printed (joined by ``;``) and
    ``target_ids``, the most frequent pair first.
    """
    same = (targets["indicator_code"] == start["indicator_code"]) & (targets["measure"] == start["measure"])
    rows = targets[same & (targets["place"] != start["place"])]
    groups = rows.astype({"operator": "str", "modality": "str"}).groupby(["operator", "modality"], sort=True)
    counted = groups.agg(
        targets=("target_id", "size"),
        places=("place", "nunique"),
        verbs=("verb", lambda words: ";".join(sorted({one for word in words for one in word.split(";") if one}))),
        target_ids=("target_id", ";".join),
    )
    return counted.reset_index().sort_values(["targets", "operator"], ascending=[False, True]).reset_index(drop=True)


def against_own_targets(
    targets: pd.DataFrame, options: pd.DataFrame, start: Mapping[str, object], target_year: int
) -> pd.DataFrame:
    """Each candidate beside what the place has promised for the indicator: ``figure``, ``target_id``, ``year``,
    ``promised``, ``passing``, ``unit`` and ``verdict``.

    ``passing`` is the value that the way to the candidate passes in the year of the promise, at a constant growth from
    the base; for a promise after ``target_year`` it is the candidate itself. ``verdict`` is ``keeps`` or ``misses``,
    ``past`` for a promise up to the base year, ``unclear`` where nothing tells which side counts. Beside a promised
    growth ``passing`` is the growth a year that the candidate needs, or nothing and ``other_prices`` where the two are
    not on the same price basis.
    """
    same = (targets["indicator_code"] == start["indicator_code"]) & (targets["measure"] == start["measure"])
    same &= (targets["unit"] == start["unit"]) & (targets["period"] == "by")
    rows, better = [], indicators_better()
    same |= targets["measure"].astype("str").isin(RATES) & (targets["indicator_code"] == start["indicator_code"])
    own = targets[same & (targets["place"] == start["place"]) & targets["target_year"].notna()]
    for row in own.to_dict("records"):
        for figure in options["figure"]:
            year = int(row["target_year"])
            passing, verdict = None, "past"
            if row["measure"] in RATES:
                passing, verdict = _rate_needed(row, figure, start, target_year, better)
            elif year > start["year"]:
                pace = pace_of(start["value"], figure, target_year - start["year"], start["measure"])
                after = min(year, target_year) - start["year"]
                passing = figure_at(start["value"], pace, after, start["measure"])
                verdict = _verdict(row, passing, better)
            rows.append((figure, row["target_id"], year, row["value"], passing, row["unit"], verdict))
    columns = ["figure", "target_id", "year", "promised", "passing", "unit", "verdict"]
    return pd.DataFrame(rows, columns=columns).astype({"passing": "float64"})


def _rate_needed(
    row: Mapping[str, object], figure: float, start: Mapping[str, object], target_year: int, better: Mapping[str, str]
) -> tuple[float | None, str]:
    if row["price_basis"] != start["basis"] or start["measure"] != "level":
        return None, "other_prices"
    pace = pace_of(start["value"], figure, target_year - start["year"], "level")
    return pace, _verdict(row, pace, better)


def _verdict(row: Mapping[str, object], passing: float, better: Mapping[str, str]) -> str:
    sign, _ = sign_of(row, better)
    if not sign:
        return "unclear"
    return "keeps" if meets(row, passing, sign) else "misses"
