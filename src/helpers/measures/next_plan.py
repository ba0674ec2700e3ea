"""What would each figure of a next plan mean? Growth it requires, and where peers and upper levels stand."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.measures.growth import compound_annual_growth_rate
from helpers.table.reported import PATHS, Fact, breaks_between, index_facts

#: Fewest peers for which a percentile is given; below it the peers are shown one by one and nothing else is said.
FEWEST = 5
#: Years of a place's own past that are looked at.
PAST = 5
LEAST = 2  # years between its ends, as any trend needs
PERCENT = 100.0
#: Kinds of pace, in the order in which they are shown.
KINDS = ("peer", "own_plan", "own_past", "upper")
PACES = ("kind", "place", "first", "last", "start", "end", "pace", "basis", "operator", "target_ids", "fact_ids")
OPTIONS = ("source", "figure", "pace", "above", "peers", "percentile")


def pace_of(start: float, end: float, years: int, measure: str) -> float:
    """Change a year from ``start`` to ``end``: compound annual growth in % of a level, points of a share or a rate.

    A part of a whole has an upper end, so that growth in percent says little of it. Raises ``ValueError`` where the
    pace has no meaning.
    """
    if measure == "level":
        return compound_annual_growth_rate(start, end, years)
    if years < 1:
        msg = f"a change over {years} years has no meaning"
        raise ValueError(msg)
    return (end - start) / years


def figure_at(start: float, pace: float, years: int, measure: str) -> float:
    """Where ``pace`` leads from ``start`` in ``years`` years; the reverse of ``pace_of``."""
    return start * (1 + pace / PERCENT) ** years if measure == "level" else start + pace * years


def starting_point(
    targets: pd.DataFrame,
    actuals: pd.DataFrame,
    place: str,
    code: str,
    *,
    base_value: float | None = None,
    base_year: int | None = None,
) -> dict[str, object]:
    """The value that a next plan starts from: the given one, else the latest reported (in ``base_year``, if given).

    Returns ``place``, ``indicator_code``, ``measure``, ``unit``, ``value`` (None where nothing is reported), ``year``,
    ``basis`` of prices and ``fact_ids``. Raises ``ValueError`` for a value without its year.
    """
    measure, unit, basis = _quantity(targets, actuals, place, code)
    start = {"place": place, "indicator_code": code, "measure": measure, "unit": unit, "basis": basis}
    if base_value is not None:
        if base_year is None:
            msg = "a base_value needs its base_year"
            raise ValueError(msg)
        return start | {"value": float(base_value), "year": int(base_year), "fact_ids": ""}
    facts = [fact for fact in _series(actuals, start) if base_year is None or fact["year"] == base_year]
    if not facts:
        return start | {"value": None, "year": None, "fact_ids": ""}
    return start | {
        "value": float(facts[-1]["value"]),
        "year": int(facts[-1]["year"]),
        "fact_ids": facts[-1]["fact_id"],
    }


def _quantity(targets: pd.DataFrame, actuals: pd.DataFrame, place: str, code: str) -> tuple[str, str, str]:
    """The kind of quantity, unit and price basis that an indicator is mostly stated in; the place's own first."""
    names = ["measure", "unit", "price_basis"]
    for frame in (targets, actuals):
        rows = frame[(frame["indicator_code"] == code) & frame["measure"].astype("str").isin(PATHS)]
        own = rows[rows["place"] == place]
        if len(rows):
            counts = (own if len(own) else rows)[names].astype("str").value_counts()
            return tuple(counts.index[0])
    return "level", "", ""


def _series(actuals: pd.DataFrame, start: Mapping[str, object], place: str = "") -> list[Fact]:
    """Values reported for what ``start`` measures, by year; of another place where one is named."""
    facts = index_facts(actuals).get((place or start["place"], start["indicator_code"]), [])
    return [
        fact
        for fact in facts
        if (fact["measure"], fact["unit"], fact["price_basis"]) == (start["measure"], start["unit"], start["basis"])
        and pd.isna(fact["start_year"])
    ]


def paces(
    targets: pd.DataFrame, actuals: pd.DataFrame, upper: pd.DataFrame, start: Mapping[str, object], province: str
) -> pd.DataFrame:
    """What there is to compare with, one row a pace in the columns ``PACES``.

    ``peer`` and ``own_plan``: from the latest value reported before it to the last target a place sets, or where none
    is reported between its first and last milestone. ``own_past``: the place's own values of the last years on one
    statistical basis. ``upper``: from the latest value reported for province and nation to their target. Growth rates
    that documents state are not here: value added is stated in constant prices, and levels are in current ones.
    """
    rows = [
        _pace_of_plan(group, actuals, start)
        for _, group in _levels(targets, start).groupby("plan_id", observed=True, sort=False)
    ]
    rows += [_own_past(actuals, start)]
    own = upper[upper["issuer"].isin([province]) | (upper["level"] == "nation")]
    same = own[(own["indicator_code"] == start["indicator_code"]) & (own["measure"] == start["measure"])]
    rows += [_pace_of_upper(row, actuals, start) for row in same.to_dict("records") if row["unit"] == start["unit"]]
    frame = pd.DataFrame([row for row in rows if row], columns=list(PACES))
    order = frame["kind"].map({kind: place for place, kind in enumerate(KINDS)})
    ranked = frame.assign(_order=order).sort_values(["_order", "pace"], ascending=[True, False], kind="stable")
    return ranked.drop(columns="_order").reset_index(drop=True)


def _levels(targets: pd.DataFrame, start: Mapping[str, object]) -> pd.DataFrame:
    same = (targets["indicator_code"] == start["indicator_code"]) & (targets["measure"] == start["measure"])
    same &= (targets["unit"] == start["unit"]) & (targets["price_basis"] == start["basis"])
    rows = targets[same & (targets["period"] == "by") & targets["target_year"].notna()]
    # Years with two different figures say nothing certain.
    counted = rows.groupby(["plan_id", "target_year"], observed=True)["value"].transform("nunique")
    return rows[counted == 1].drop_duplicates(["plan_id", "target_year"]).sort_values("target_year")


def _pace_of_plan(group: pd.DataFrame, actuals: pd.DataFrame, start: Mapping[str, object]) -> dict[str, object] | None:
    last = group.iloc[-1].to_dict()
    first_year = int(group["target_year"].iloc[0])
    known = [fact for fact in _series(actuals, start, last["place"]) if fact["year"] < first_year]
    if known:
        begin = (int(known[-1]["year"]), float(known[-1]["value"]), "", known[-1]["fact_id"])
    elif len(group) > 1:
        begin = (first_year, float(group["value"].iloc[0]), group["target_id"].iloc[0], "")
    else:
        return None
    year, value, target_id, fact_id = begin
    ids = ";".join(filter(None, (target_id, last["target_id"])))
    kind = "own_plan" if last["place"] == start["place"] else "peer"
    end = (int(last["target_year"]), float(last["value"]))
    return _pace(kind, last["place"], (year, value), end, start, last["operator"], ids, fact_id)


def _own_past(actuals: pd.DataFrame, start: Mapping[str, object]) -> dict[str, object] | None:
    facts = [fact for fact in _series(actuals, start) if start["year"] is None or fact["year"] <= start["year"]]
    if not facts:
        return None
    last, code = facts[-1], start["indicator_code"]
    first = next(
        fact
        for fact in facts
        if fact["year"] >= last["year"] - PAST and not breaks_between(code, fact["year"], last["year"])
    )
    if last["year"] - first["year"] < LEAST:
        return None
    ids = f"{first['fact_id']};{last['fact_id']}"
    ends = ((int(fact["year"]), float(fact["value"])) for fact in (first, last))
    return _pace("own_past", start["place"], *ends, start, "", "", ids)


def _pace_of_upper(
    row: Mapping[str, object], actuals: pd.DataFrame, start: Mapping[str, object]
) -> dict[str, object] | None:
    known = [fact for fact in _series(actuals, start, row["issuer"]) if fact["year"] < row["target_year"]]
    if not known:
        return None
    begin = (int(known[-1]["year"]), float(known[-1]["value"]))
    end = (int(row["target_year"]), float(row["value"]))
    return _pace("upper", row["issuer"], begin, end, start, row["operator"], row["upper_id"], known[-1]["fact_id"])


def _pace(
    kind: str, place: str, begin: tuple[int, float], end: tuple[int, float], start: Mapping[str, object],
    operator: str, target_ids: str, fact_ids: str,
) -> dict[str, object] | None:  # fmt: skip
    try:
        pace = pace_of(begin[1], end[1], end[0] - begin[0], start["measure"])
    except ValueError:
        return None
    return {
        "kind": kind, "place": place, "first": begin[0], "last": end[0], "start": begin[1], "end": end[1],
        "pace": pace, "basis": start["basis"], "operator": operator, "target_ids": target_ids, "fact_ids": fact_ids,
    }  # fmt: skip


def candidate_figures(
    start: Mapping[str, object],
    known: pd.DataFrame,
    target_year: int,
    *,
    candidates: Sequence[float] | None = None,
    fewest: int = FEWEST,
) -> pd.DataFrame:
    """Figures for ``target_year``, given or computed, and what each would mean; in the columns ``OPTIONS``.

    Computed are those to which the paces of peers (slowest, median, fastest), of the place's own past and of its last
    plan would lead. ``above`` is how many of the ``peers`` grow more slowly, ``percentile`` the share of peers, in %,
    whose pace is no faster (percentile rank); it is empty for fewer than ``fewest`` peers. Nothing where there is no
    base.
    """
    if start["value"] is None or target_year <= start["year"]:
        return pd.DataFrame(columns=list(OPTIONS))
    years, measure = target_year - start["year"], start["measure"]
    if candidates is None:
        figures = [(source, figure_at(start["value"], pace, years, measure)) for source, pace in _computed(known)]
    else:
        figures = [("given", float(figure)) for figure in candidates]
    peers = known.loc[known["kind"] == "peer", "pace"]
    rows = []
    for source, figure in figures:
        pace = pace_of(start["value"], figure, years, measure)
        below, at_most = int((peers < pace - 1e-9).sum()), int((peers <= pace + 1e-9).sum())
        rank = PERCENT * at_most / len(peers) if len(peers) >= fewest else None
        rows.append((source, figure, pace, below, len(peers), rank))
    frame = pd.DataFrame(rows, columns=list(OPTIONS)).astype({"percentile": "float64"})
    return frame.sort_values("figure", kind="stable").reset_index(drop=True)


def _computed(known: pd.DataFrame) -> list[tuple[str, float]]:
    found = []
    peers = known.loc[known["kind"] == "peer", "pace"]
    if len(peers) == 1:
        found = [("peer_only", peers.iloc[0])]
    elif len(peers):
        found = [("peer_slowest", peers.min()), ("peer_fastest", peers.max())]
        if len(peers) > 2:
            found.insert(1, ("peer_median", peers.median()))
    for kind in ("own_past", "own_plan"):
        found += [(kind, pace) for pace in known.loc[known["kind"] == kind, "pace"].tail(1)]
    return found
