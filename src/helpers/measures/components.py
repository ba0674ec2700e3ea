"""The components of ambition side by side: one number a place and component, and which of them can be ranked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

ORDER = ("own_past", "peers", "upper", "per_head", "bound", "verb", "horizon")
COLUMNS = ("place", "component", "value", "reason", "target_ids", "fact_ids", "upper_ids")

Row = Mapping[str, object]


@dataclass(frozen=True)
class Headline:
    """The growth that components of growth speak of: one indicator, one price basis, stated or required."""

    indicator_code: str
    price_basis: str
    series: str


def headline(past: pd.DataFrame, peers: pd.DataFrame, basis: str | None = None) -> Headline | None:
    """The indicator, price basis and series that most places can be judged by; ``None`` where none can.

    ``past`` and ``peers`` are what ``own_past`` and ``against_peers`` give. Of equals the one with more numbers known,
    then the first by name. ``basis`` asks for one price basis.
    """
    key = ["indicator_code", "price_basis", "series"]
    known = pd.concat([part.loc[part["reason"] == "", [*key, "place"]] for part in (past, peers)])
    if basis is not None:
        known = known[known["price_basis"] == basis]
    if known.empty:
        return None
    counts = known.astype("str").groupby(key)["place"].agg(["nunique", "size"]).reset_index()
    best = counts.sort_values(["nunique", "size", *key], ascending=[False, False, True, True, True]).iloc[0]
    return Headline(*(str(best[name]) for name in key))


def component_table(
    places: Sequence[str],
    head: Headline | None,
    parts: Mapping[str, pd.DataFrame],
    horizon: pd.DataFrame,
) -> pd.DataFrame:
    """One row for each place and component: its value, or the reason why there is none, and the ids it came from.

    ``parts`` has what ``own_past``, ``against_peers``, ``upper_gaps`` and ``per_head`` give, under the names of their
    components; ``horizon`` is ``horizon_by_place``. Growth and levels are of the headline's indicator, at each place's
    latest year; the horizon is of all targets. Bound and verb, which depend on a coding, are added by
    ``with_commitment``.
    """
    near = {name: _by_place(part) for name, part in {**parts, "horizon": horizon}.items()}
    rows = []
    for place in places:
        own = {name: found.get(place, []) for name, found in near.items()}
        rows += [_growth(place, name, head, own[name]) for name in ("own_past", "peers")]
        rows.append(_upper(place, head, own["upper"]))
        rows.append(_per_head(place, head, own["per_head"]))
        rows.append(_mean(place, "horizon", own["horizon"], "median"))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"value": "float64"})


def with_commitment(components: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """The same with the firmness of bounds and verbs under one coding; ``scores`` is ``commitment_by_place`` of it."""
    places = list(components["place"].drop_duplicates())
    axes = {axis: _by_place(scores[scores["axis"] == axis]) for axis in ("bound", "verb")}
    rows = [_mean(place, axis, found.get(place, []), "score") for axis, found in axes.items() for place in places]
    added = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"value": "float64"})
    both = pd.concat([part for part in (components, added) if len(part)] or [components], ignore_index=True)
    order = {name: number for number, name in enumerate(ORDER)}
    rank = [(places.index(row.place), order[row.component]) for row in both.itertuples()]
    return both.iloc[sorted(range(len(both)), key=rank.__getitem__)].reset_index(drop=True)


def rankable(
    components: pd.DataFrame, ranked: Sequence[str], *, minimum_components: int = 4, minimum_places: int = 3
) -> pd.DataFrame:
    """The largest block of places that all have the same components: places down, components across.

    Nothing is imputed, so a ranking must do without either some places or some components; of all blocks with at least
    ``minimum_places`` and ``minimum_components`` of ``ranked`` the one with the most numbers is taken, and of equals
    the one with more places. An empty frame where there is none.
    """
    wide = components.pivot_table(index="place", columns="component", values="value", sort=False)
    names = [name for name in ranked if name in wide.columns]
    best, most = wide.iloc[:0, :0], (0, 0)
    for size in range(max(minimum_components, 1), len(names) + 1):
        for some in combinations(names, size):
            block = wide[list(some)].dropna()
            area = (block.size, len(block))
            if len(block) >= max(minimum_places, 2) and area > most:
                best, most = block, area
    return best


def _row(place: str, component: str, value: float | None, reason: str, source: Mapping[str, object]) -> tuple:
    ids = [str(source.get(name, "") or "") for name in ("target_ids", "fact_ids", "upper_ids")]
    peer_ids = str(source.get("peer_ids", "") or "")
    return (place, component, value, reason, ";".join(filter(None, (ids[0], peer_ids))), ids[1], ids[2])


def _by_place(frame: pd.DataFrame) -> dict[str, list[Row]]:
    """The rows of each place; a frame for each of many places would take most of the time."""
    found: dict[str, list[Row]] = {}
    for row in frame.to_dict("records"):
        found.setdefault(str(row["place"]), []).append(row)
    return found


def _of_headline(rows: Sequence[Row], head: Headline | None) -> list[Row]:
    code = head.indicator_code if head else ""
    return [row for row in rows if row["indicator_code"] == code]


def _growth(place: str, component: str, head: Headline | None, rates: Sequence[Row]) -> tuple:
    if head is None:
        return _row(place, component, None, "no_headline", {})
    basis = (head.price_basis, head.series)
    same = [row for row in _of_headline(rates, head) if (row["price_basis"], row["series"]) == basis]
    if not same:
        return _row(place, component, None, f"no_rate_{head.series}", {})
    last = max(same, key=lambda row: row["end_year"])
    value = None if last["reason"] else last["difference"]
    return _row(place, component, value, last["reason"], last)


def _upper(place: str, head: Headline | None, gaps: Sequence[Row]) -> tuple:
    """The step to the province, or else to the nation, of growth that is stated: both sides are on the same price
    basis, which need not be the headline's.
    """
    same = [row for row in _of_headline(gaps, head) if row["measure"] in ("growth_rate", "cagr")]
    for layer in ("province", "nation"):
        rows = [row for row in same if row["layer"] == layer]
        if rows:
            one = max(rows, key=_target_year)
            return _row(place, "upper", one["gap"], "", one)
    return _row(place, "upper", None, "no_upper_growth", {})


def _per_head(place: str, head: Headline | None, levels: Sequence[Row]) -> tuple:
    own = _of_headline(levels, head)
    known = [row for row in own if row["reason"] == ""]
    if known:
        one = max(known, key=_target_year)
        return _row(place, "per_head", one["per_head"], "", one)
    return _row(place, "per_head", None, own[0]["reason"] if own else "no_level", {})


def _mean(place: str, component: str, own: Sequence[Row], column: str) -> tuple:
    if not own:
        return _row(place, component, None, "no_year" if component == "horizon" else "no_targets", {})
    return _row(place, component, own[0][column], "", own[0])


def _target_year(row: Row) -> int:
    return int(row["target_year"])
