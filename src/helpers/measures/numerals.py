"""What became of every figure of a plan: a target, or rejected for a reason?"""

import pandas as pd

TARGET = "target"
OUTCOMES = ("place", "outcome", "count")


def figure_outcomes(targets: pd.DataFrame, rejections: pd.DataFrame) -> pd.DataFrame:
    """How many figures of each place's plans became targets, and how many were rejected for which reason.

    ``rejections`` has one row a rejected figure, with ``plan_id``, ``place`` and ``reason``. Returns ``place``,
    ``outcome`` (``target`` or the reason's code) and ``count``. A figure is one place in the text: what governs several
    indicators makes several targets and is one figure. Targets whose place in the text is not known count one each.
    Plans without a list of rejected figures are left out: of them nobody has counted what was rejected
    (``without_list`` names them).
    """
    listed = targets[targets["plan_id"].astype("str").isin(set(rejections["plan_id"]))]
    place_in_text = listed["char_start"].astype("object").where(listed["char_start"].notna(), listed["target_id"])
    once = listed.assign(_at=place_in_text).drop_duplicates(["plan_id", "_at"])
    both = [
        pd.DataFrame({"place": once["place"].astype("str"), "outcome": TARGET}),
        pd.DataFrame({"place": rejections["place"].astype("str"), "outcome": rejections["reason"].astype("str")}),
    ]
    every = pd.concat(both, ignore_index=True)
    return every.groupby(["place", "outcome"]).size().rename("count").reset_index()[list(OUTCOMES)]


def without_list(targets: pd.DataFrame, rejections: pd.DataFrame) -> list[str]:
    """Places with a plan of whose figures no list of rejected ones is there, in the order of the table."""
    missing = targets[~targets["plan_id"].astype("str").isin(set(rejections["plan_id"]))]
    return list(dict.fromkeys(missing["place"].astype("str")))
