"""Which amounts of money that plans state may be added up?"""

from itertools import permutations

import pandas as pd

SUMS = ("indicator_code", "target_year", "unit", "places", "total", "target_ids")


def money_sums(targets: pd.DataFrame) -> pd.DataFrame:
    """Levels of money added up over places, only where that has a meaning.

    ``targets`` has ``money``, as ``mark_money`` gives it. Added up are levels of one canonical indicator, one year and
    one unit, one of each place, over two places or more of which none lies in another (by their codes of GB/T 2260).
    Different indicators are never added up: value added is a part of turnover, a sector's a part of the whole. Neither
    are years, nor additions, which a plan may count from its own start. Returns ``indicator_code``, ``target_year``,
    ``unit``, ``places`` and ``target_ids`` joined by ``;``, and ``total``, the largest first.
    """
    levels = targets[targets["money"] & (targets["measure"] == "level") & (targets["operator"] != "between")]
    levels = levels[(levels["indicator_code"] != "") & levels["target_year"].notna() & (levels["period"] == "by")]
    key = ["indicator_code", "target_year", "unit"]
    rows = [
        (*found, ";".join(group["place"]), float(group["value"].sum()), ";".join(group["target_id"]))
        for found, group in levels.groupby(key, observed=True)
        if _may_be_added(group)
    ]
    frame = pd.DataFrame(rows, columns=list(SUMS))
    return frame.sort_values(["total", "indicator_code"], ascending=[False, True]).reset_index(drop=True)


def _may_be_added(group: pd.DataFrame) -> bool:
    """One level of each of several places, none of them a part of another."""
    codes = list(group["adcode"].astype("str"))
    apart = not any(inner.startswith(_stem(outer)) for outer, inner in permutations(codes, 2))
    return len(group) > 1 and group["place"].is_unique and apart


def _stem(adcode: str) -> str:
    """What the codes of all places in a place begin with: 62 of a province, 6201 of a city, all six of a county."""
    pairs = [adcode[start : start + 2] for start in (0, 2, 4)]
    while pairs and pairs[-1] == "00":
        pairs.pop()
    return "".join(pairs)
