"""Is a target met? The value reported for the year it falls due, held against its figure and bound."""

from collections.abc import Mapping

import pandas as pd

from helpers.measures.tolerance import ABOUT, about_reach
from helpers.table.reported import Fact, Known, find_fact

#: Grades of a three-step grading, best first: well above the target, met, below it.
GRADES = ("excellent", "good", "below")
#: Percent above the target beyond which it is ``excellent``: as the one plan in the table that grades sets it.
EXCELLENT = 5.0
PERCENT = 100.0
TINY = 1e-9  # what computing in binary may leave of a difference
BOUNDS = {"ge": 1, "le": -1}
BETTER = {"more": 1, "less": -1}


def direction(operator: str, better: str) -> int:
    """Which side of the figure counts: 1 for more, −1 for less, 0 where nothing tells.

    A bound decides; a bare figure, a rough one and a range take it from what is ``better`` for the indicator. Raises
    ``ValueError`` where the bound points one way and the indicator the other: one of the two was read wrong, or the
    issuer means a ceiling that no grade by distance does justice to.
    """
    bound, good = BOUNDS.get(operator, 0), BETTER.get(better, 0)
    if bound and good and bound != good:
        msg = f"bound {operator!r} on an indicator of which {better} is better"
        raise ValueError(msg)
    return bound or good


def margin(actual: float, target: float, sign: int) -> float:
    """How far ``actual`` is beyond ``target`` on the side that counts, in % of the target: 100 · sign · (a − t)/|t|.

    Negative where it falls short. Raises ``ValueError`` for a target of zero, of which there is no percentage.
    """
    if target == 0:
        msg = "no percentage of a target of zero"
        raise ValueError(msg)
    return PERCENT * sign * (actual - target) / abs(target)


def reference(row: Mapping[str, object], actual: float) -> float:
    """The figure that a value is held against: of a range the nearer end, or the value itself inside it."""
    if row["operator"] != "between":
        return row["value"]
    return min(max(actual, row["value"]), row["value_max"])


def grade(
    row: Mapping[str, object], actual: float, sign: int, *, excellent: float = EXCELLENT, about: float = ABOUT
) -> dict[str, object]:
    """``grade``, ``margin`` in % (none for a target of zero) and a ``remark`` on what decided.

    More than ``excellent`` % beyond the target is excellent, the target itself and up to that is good, short of it is
    below; the grading of the one plan in the table that states one. Remarks: ``zero_target`` (met or not, but no
    percentage), ``within_about`` (short of a figure stated as an about, within what that may reach), ``ceiling`` (a
    part of a whole whose next grade would lie above 100 %). How far an about reaches is ``tolerance.about_reach``, as
    where figures are held against each other; with an ``about`` of 0 only the figure itself will do.
    """
    target = reference(row, actual)
    if target == 0:
        met = sign * (actual - target) >= -TINY
        return {"grade": "good" if met else "below", "margin": None, "remark": "zero_target"}
    beyond = margin(actual, target, sign)
    if beyond > excellent + TINY:
        return {"grade": "excellent", "margin": beyond, "remark": ""}
    if beyond >= -TINY:
        highest = target * (1 + sign * excellent / PERCENT)
        capped = row["measure"] in ("share", "rate") and row["unit"] == "%" and highest >= PERCENT
        return {"grade": "good", "margin": beyond, "remark": "ceiling" if capped else ""}
    if row["operator"] == "approx" and about and abs(actual - target) <= _reach(row, about):
        return {"grade": "good", "margin": beyond, "remark": "within_about"}
    return {"grade": "below", "margin": beyond, "remark": ""}


def _reach(row: Mapping[str, object], about: float) -> float:
    reach = about_reach(row["value"], str(row["measure"]), text=str(row["figure"]), about=about)
    return float(reach) * (1 + TINY) + TINY


def meets(row: Mapping[str, object], actual: float, sign: int, about: float = ABOUT) -> bool:
    return grade(row, actual, sign, about=about)["grade"] != "below"


def sign_of(row: Mapping[str, object], better: Mapping[str, str]) -> tuple[int, str]:
    """The side that counts, or 0 and why: ``no_indicator``, ``no_direction``, ``bound_conflict``."""
    if not row["indicator_code"]:
        return 0, "no_indicator"
    try:
        sign = direction(row["operator"], better.get(row["indicator_code"], ""))
    except ValueError:
        return 0, "bound_conflict"
    return sign, "" if sign else "no_direction"


def grade_target(
    row: Mapping[str, object], year: int, known: Known, better: Mapping[str, str], **thresholds: float
) -> dict[str, object]:
    """``grade`` of one target in one year, with ``actual`` and ``fact_ids``; or no grade and the ``reason``."""
    sign, reason = sign_of(row, better)
    fact: Fact | None = None
    if not reason:
        fact, reason = find_fact(known, row, year)
    if fact is None:
        return {"grade": "", "margin": None, "remark": "", "actual": None, "fact_ids": "", "reason": reason}
    found = grade(row, float(fact["value"]), sign, **thresholds)
    return found | {"actual": float(fact["value"]), "fact_ids": fact["fact_id"], "reason": ""} | {
        "remark": ";".join(filter(None, (found["remark"], "estimate" if fact["estimate"] == "true" else "")))
    }  # fmt: skip


def known_by(actuals: pd.DataFrame, last_year: int) -> pd.DataFrame:
    """Values of years up to ``last_year``: none can be known before its year has ended."""
    return actuals[(actuals["year"] <= last_year).fillna(value=False)]
