"""Where is the emphasis? Shares of targets by sector, and how they differ from those of all places together."""

from collections.abc import Iterable

import pandas as pd

from helpers.measures.chance import LEVEL, chance_of_standing_out, quotient_interval, stands_out

COUNTS = ("targets", "aims")
SHARES = (
    "place", "sector", "count", "of_place", "share", "of_sector", "of_all", "pooled_share", "target_ids",
)  # fmt: skip
#: What a quotient says: above or below the pool, not to be told from it, too few targets, no other place to compare.
VERDICTS = ("above", "below", "as_pool", "too_few", "alone")
STANDING_OUT = ("above", "below")


def count_once(targets: pd.DataFrame, count: str = "targets") -> pd.DataFrame:
    """What is counted, one row each: every target, or every aim.

    An aim is an indicator that a plan states in a sector, however many milestones and measures it states for it; where
    it has no canonical code, its name as stated stands for it. Of an aim's rows the last year's is kept, with the
    bodies that any of them names in ``departments`` and the ids of all in ``target_ids``.
    """
    if count not in COUNTS:
        msg = f"unknown count {count!r}; there are {' and '.join(COUNTS)}"
        raise ValueError(msg)
    rows = targets.assign(target_ids=targets["target_id"])
    if count == "targets" or targets.empty:
        return rows
    code = rows["indicator_code"].astype("str")
    rows["_aim"] = code.where(code != "", "?" + rows["indicator"].astype("str"))
    key = ["plan_id", "sector", "_aim"]
    groups = rows.groupby(key, observed=True, sort=False)
    joined = groups.agg(target_ids=("target_ids", ";".join), departments=("departments", _union)).reset_index()
    last = rows.sort_values(["target_year", "target_id"], kind="stable", na_position="first").drop_duplicates(
        key, keep="last"
    )
    last = last.drop(columns=["target_ids", "departments"]).merge(joined, on=key)
    order = {target_id: place for place, target_id in enumerate(targets["target_id"])}
    last = last.sort_values("target_id", key=lambda ids: ids.map(order))
    return last[[*targets.columns, "target_ids"]].reset_index(drop=True)


def sector_shares(counted: pd.DataFrame) -> pd.DataFrame:
    """The share of each place's targets in each sector, one row for each place and each sector that any of them has.

    ``counted`` is what ``count_once`` gives. Returns ``count`` of ``of_place`` targets and their ``share`` (0 to 1); of
    the pool, which is all places together and the place itself among them, ``of_sector`` of ``of_all`` and
    ``pooled_share``; and ``target_ids``. The shares of a place add up to 1.
    """
    if counted.empty:
        return pd.DataFrame(columns=list(SHARES))
    keys = [counted["place"].astype("str"), counted["sector"].astype("str")]
    ids = counted["target_ids"].groupby(keys).agg(";".join)
    counts = pd.crosstab(*keys)
    rows = counts.stack().rename("count").rename_axis(["place", "sector"]).reset_index()
    rows["of_place"] = rows.groupby("place")["count"].transform("sum")
    rows["of_sector"] = rows.groupby("sector")["count"].transform("sum")
    rows["of_all"] = len(counted)
    rows["share"] = rows["count"] / rows["of_place"]
    rows["pooled_share"] = rows["of_sector"] / rows["of_all"]
    pairs = pd.MultiIndex.from_frame(rows[["place", "sector"]])
    rows["target_ids"] = ids.reindex(pairs).fillna("").to_numpy()
    return rows[list(SHARES)]


def location_quotients(shares: pd.DataFrame, minimum: int = 5, level: float = LEVEL) -> pd.DataFrame:
    """The share of a place's targets in a sector over the pooled share, with its interval and what it says.

    ``quotient`` is (count / of_place) / (of_sector / of_all), the location quotient of regional science (Isard, Methods
    of Regional Analysis, 1960). The pool includes the place, as is usual, so that a place's quotients, weighted by the
    pooled shares, average 1; the interval allows for it (``quotient_interval``). ``low`` and ``high`` enclose, at
    ``level``, what chance leaves open; ``verdict`` is ``above`` or ``below`` where they exclude 1 and ``as_pool`` where
    they do not. No quotient is given where sector or place has fewer than ``minimum`` targets (``too_few``) or no
    other place is compared (``alone``). ``chance`` is the probability that a quotient which is given stands out though
    targets fall to places without regard to sectors.
    """
    rows = [{**row, **_quotient(row, minimum, level)} for row in shares.to_dict("records")]
    columns = [*shares.columns, "quotient", "low", "high", "verdict", "chance"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype(dict.fromkeys(("quotient", "low", "high", "chance"), "float64"))


def expected_by_chance(quotients: pd.DataFrame) -> float:
    """How many of the quotients would stand out if targets fell to places without regard to their sectors.

    The sum of exact probabilities; quotients of one place or one sector depend on each other, which a sum allows for.
    """
    return float(quotients["chance"].sum())


def of_sectors(rows: pd.DataFrame, sectors: str | Iterable[str] | None) -> pd.DataFrame:
    """The rows of the asked sectors; all, where ``None`` is asked. Shares stay shares of all targets."""
    if sectors is None:
        return rows
    return rows[rows["sector"].isin([sectors] if isinstance(sectors, str) else list(sectors))].reset_index(drop=True)


def count_totals(targets: pd.DataFrame, sectors: str | Iterable[str] | None = None) -> dict[str, int]:
    """How many ``plans`` there are, and how many ``targets`` and ``aims`` they state in the asked sectors."""
    asked = of_sectors(targets, sectors)
    aims = len(count_once(asked, "aims"))
    return {"plans": targets["plan_id"].nunique(), "targets": len(asked), "aims": aims}


def changed_verdicts(targets: pd.DataFrame, minimum: int = 5, level: float = LEVEL) -> pd.DataFrame:
    """Quotients that stand out by one way of counting, with what the other says of them.

    A plan that sets milestones states one aim several times, and targets of one aim do not fall to a sector
    independently of each other; counted as aims, each weighs once. Returns ``place`` and ``sector`` with ``count``,
    ``of_place``, ``quotient``, ``low``, ``high`` and ``verdict`` of each of ``COUNTS`` as suffix.
    """
    parts = {count: location_quotients(sector_shares(count_once(targets, count)), minimum, level) for count in COUNTS}
    key = ["place", "sector"]
    told = [*key, "count", "of_place", "quotient", "low", "high", "verdict", "target_ids"]
    both = parts["targets"][told].merge(parts["aims"][told], on=key, suffixes=("_targets", "_aims"))
    out = both["verdict_targets"].isin(STANDING_OUT) | both["verdict_aims"].isin(STANDING_OUT)
    return both[out].reset_index(drop=True)


def _quotient(row: dict[str, object], minimum: int, level: float) -> dict[str, object]:
    if row["of_place"] == row["of_all"]:
        return {"quotient": None, "low": None, "high": None, "verdict": "alone", "chance": 0.0}
    if min(row["of_sector"], row["of_place"]) < minimum:
        return {"quotient": None, "low": None, "high": None, "verdict": "too_few", "chance": 0.0}
    totals = (int(row["of_place"]), int(row["of_sector"]), int(row["of_all"]))
    low, high = quotient_interval(int(row["count"]), *totals, level)
    quotient = row["share"] / row["pooled_share"]
    verdict = "as_pool"
    if stands_out(int(row["count"]), *totals, level):
        verdict = "above" if quotient > 1 else "below"
    chance = chance_of_standing_out(*totals, level)
    return {"quotient": quotient, "low": low, "high": high, "verdict": verdict, "chance": chance}


def _union(lists: pd.Series) -> str:
    return ";".join(dict.fromkeys(name for names in lists for name in str(names).split(";") if name))
