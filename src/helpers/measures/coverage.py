"""What do plans quantify, and what do they leave unquantified that their peers quantify?"""

import pandas as pd

#: Order in which a cell names the measures of one indicator: what it should reach first, how it should change after.
MEASURE_ORDER = ("level", "share", "rate", "growth_rate", "cagr", "gap", "multiple", "increment")
LEADS = 2


def coverage(targets: pd.DataFrame) -> pd.DataFrame:
    """Which place quantifies which canonical indicator.

    Returns one row for each pair of ``indicator_code`` and ``place``: ``plans`` and ``targets`` counted, ``lead_ids``
    of the one or two rows that speak for the pair, and ``target_ids`` of all rows, each joined by ``;``. The first
    that speaks is of the first measure in ``MEASURE_ORDER``, the second of the next measure, each of its latest year.
    Rows without a canonical indicator are left out; ``unmapped`` has them.
    """
    mapped = targets[targets["indicator_code"] != ""]
    order = mapped["measure"].astype("str").map({name: rank for rank, name in enumerate(MEASURE_ORDER)})
    ranked = mapped.assign(_order=order).sort_values(
        ["_order", "target_year", "plan_id", "char_start"], ascending=[True, False, True, True], kind="stable"
    )
    pair = ["indicator_code", "place"]
    leads = _ids_by(pair, ranked.drop_duplicates([*pair, "measure"]))
    ids = _ids_by(pair, ranked)
    pairs = ranked.groupby(pair, observed=True, sort=False)
    counted = pairs.agg(plans=("plan_id", "nunique"), targets=("target_id", "size"))
    joined = [(";".join(sorted(ids[key])), ";".join(leads[key][:LEADS])) for key in counted.index]
    told = pd.DataFrame(joined, columns=["target_ids", "lead_ids"], index=counted.index, dtype="str")
    return counted.join(told).reset_index()


def _ids_by(columns: list[str], rows: pd.DataFrame) -> dict[tuple[str, ...], list[str]]:
    """Ids of the rows that share their values in ``columns``, in the order of the rows."""
    found: dict[tuple[str, ...], list[str]] = {}
    # Plain loops: with a hundred places, as many thousand small frames take a second.
    for *key, target_id in rows[[*columns, "target_id"]].itertuples(index=False, name=None):
        found.setdefault(tuple(key), []).append(target_id)
    return found


def shared_indicators(covered: pd.DataFrame, minimum: int = 2) -> pd.DataFrame:
    """Indicators that at least ``minimum`` places quantify, most widespread first: ``indicator_code``, ``places``."""
    counts = covered.groupby("indicator_code", observed=True)["place"].nunique()
    counts = counts[counts >= minimum].rename("places").reset_index()
    return counts.sort_values(["places", "indicator_code"], ascending=[False, True]).reset_index(drop=True)


def unquantified(covered: pd.DataFrame, places: list[str], minimum: int = 2) -> pd.DataFrame:
    """What each place leaves out that at least ``minimum`` of the others quantify.

    Returns one row for each gap: ``place``, ``indicator_code``, ``peers`` (names joined by ``;``) and ``target_ids``
    of the peers' rows. It says that the plan states no figure, not that the place has no such aim.
    """
    rows = []
    for code, group in covered.groupby("indicator_code", observed=True):
        having = set(group["place"])
        lacking = [place for place in places if place not in having] if len(having) >= minimum else []
        if lacking:
            peers = group.sort_values("place")
            told = (code, ";".join(peers["place"]), ";".join(peers["target_ids"]))
            rows += [(place, *told) for place in lacking]
    return pd.DataFrame(rows, columns=["place", "indicator_code", "peers", "target_ids"], dtype="str")


def unmapped(targets: pd.DataFrame) -> pd.DataFrame:
    """Rows that no canonical indicator covers, and rows whose sector maps to no section of GB/T 4754-2017.

    Returns the target table's rows with two columns of truth values more, ``no_indicator`` and ``no_industry``.
    """
    marked = targets.assign(
        no_indicator=(targets["indicator_code"] == "").astype(bool),
        no_industry=(targets["industry_code"] == "").astype(bool),
    )
    return marked[marked["no_indicator"] | marked["no_industry"]].reset_index(drop=True)


def count_targets(targets: pd.DataFrame, column: str) -> pd.DataFrame:
    """Targets by ``column`` and place: codes down, places across, whole numbers, the most frequent code first.

    The rows and columns add up to the number of targets.
    """
    counts = pd.crosstab(targets[column].astype("str"), targets["place"].astype("str"))
    counts.index.name, counts.columns.name = column, None
    order = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return counts.loc[order]
