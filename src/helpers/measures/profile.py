"""One place: when its targets fall due, and where its growth stands among that of others."""

import pandas as pd

#: Stands for targets without a year.
NO_YEAR = 0
COLUMNS = (
    "indicator_code", "price_basis", "own_kind", "own_low", "own_high", "peers", "peers_kind", "peers_low",
    "peers_high", "side", "target_ids", "fact_ids",
)  # fmt: skip


def due_by_sector(targets: pd.DataFrame) -> pd.DataFrame:
    """Targets by sector and target year: counts, the sector with most targets first; ``NO_YEAR`` for those without."""
    years = targets["target_year"].astype("Int64").fillna(NO_YEAR).astype(int)
    counts = pd.crosstab(targets["sector"].astype("str"), years)
    counts.index.name, counts.columns.name = "sector", None
    order = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return counts.loc[order, sorted(counts.columns)]


def beside_peers(growth: pd.DataFrame, place: str) -> pd.DataFrame:
    """Growth of one place beside that of others, one row an indicator and price basis that both speak of.

    ``growth`` are the rates of all places, as ``growth_table`` gives them; steps between milestones are left out.
    Growth over different years and horizons stands side by side; ``own_kind`` and ``peers_kind`` say whether it is
    ``stated``, ``needed`` from the latest reported value, or ``both``. ``peers`` counts the other places; ``side`` is
    ``above``, ``below`` or ``among`` their rates.
    """
    rates = growth[growth["kind"] != "between_milestones"]
    rows = []
    for (code, basis), group in rates.groupby(["indicator_code", "price_basis"], observed=True, sort=True):
        mine = group["place"] == place
        own, peers = group[mine], group[~mine]
        if own.empty or peers.empty:
            continue
        mine_spans, their_spans = (_kind(own), *_span(own)), (_kind(peers), *_span(peers))
        side = "above" if mine_spans[1] > their_spans[2] else "below" if mine_spans[2] < their_spans[1] else "among"
        ids = [";".join(filter(None, group[name])) for name in ("target_ids", "fact_ids")]
        rows.append((code, basis, *mine_spans, peers["place"].nunique(), *their_spans, side, *ids))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _span(rates: pd.DataFrame) -> tuple[float, float]:
    return float(rates["rate"].min()), float(rates["rate"].max())


def _kind(rates: pd.DataFrame) -> str:
    stated = rates["kind"].str.startswith("stated")
    return "stated" if stated.all() else "both" if stated.any() else "needed"
