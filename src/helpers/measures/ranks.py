"""Rank ranges in place of one score: what place a unit takes under many weights and normalizations.

Follows OECD and JRC, "Handbook on Constructing Composite Indicators" (2008), steps 5 to 7 (normalization, weighting,
uncertainty and sensitivity analysis), and the R package COINr (functions ``n_minmax``, ``n_zscore``, ``n_rank``,
``n_dist2max``, ``removeElements``). Missing values are not imputed: only units with all components are ranked.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

DECIMALS = 10  # what computing in binary may leave of a tie
LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95


def _min_max(values: np.ndarray) -> np.ndarray:
    return (values - values.min(axis=0)) / np.ptp(values, axis=0)


def _z_score(values: np.ndarray) -> np.ndarray:
    return (values - values.mean(axis=0)) / values.std(axis=0)


def _rank(values: np.ndarray) -> np.ndarray:
    """Share of the others that a unit is not below; ties stand in the middle of their places."""
    return (pd.DataFrame(values).rank(method="average").to_numpy() - 1) / (len(values) - 1)


def _distance_to_best(values: np.ndarray) -> np.ndarray:
    """Distance from the best, in mean distances: the best has 0. Points may be zero or negative, so ratios to the
    best, which the Handbook also has, would mean nothing.
    """
    gaps = values - values.max(axis=0)
    return gaps / -gaps.mean(axis=0)


NORMALIZATIONS = {
    "min_max": _min_max,
    "z_score": _z_score,
    "rank": _rank,
    "distance_to_best": _distance_to_best,
}


def normalize(values: pd.DataFrame, better: Sequence[str], method: str) -> pd.DataFrame:
    """Units down, components across, each on a scale of its own on which more is better.

    ``better`` says for each component whether ``more`` or ``less`` is. None of the methods changes with the unit or
    the zero of a component. A component in which all are equal says nothing and becomes 0. Raises ``ValueError`` for
    missing values, fewer than two units or an unknown method or direction.
    """
    if method not in NORMALIZATIONS:
        msg = f"unknown normalization {method!r}; there are {', '.join(NORMALIZATIONS)}"
        raise ValueError(msg)
    if not set(better) <= {"more", "less"} or len(better) != values.shape[1]:
        msg = f"each of {list(values.columns)} needs a direction, more or less; got {list(better)}"
        raise ValueError(msg)
    if len(values) < 2 or values.isna().to_numpy().any():
        msg = "ranks need two places or more, and a value of every component for each"
        raise ValueError(msg)
    signs = np.array([1.0 if one == "more" else -1.0 for one in better])
    turned = values.to_numpy(dtype="float64") * signs
    equal = np.ptp(turned, axis=0) <= np.abs(turned).max(axis=0) * 10.0**-DECIMALS
    scaled = np.zeros_like(turned)
    if not equal.all():
        scaled[:, ~equal] = NORMALIZATIONS[method](turned[:, ~equal])
    return pd.DataFrame(scaled, index=values.index, columns=values.columns)


def draw_weights(components: int, draws: int, seed: int) -> np.ndarray:
    """``draws`` weightings, one a row, uniform over all that are not negative and sum to 1: Dirichlet(1, …, 1)."""
    if components < 1 or draws < 1:
        msg = f"weights need one component and one draw at least, not {components} and {draws}"
        raise ValueError(msg)
    return np.random.default_rng(seed).dirichlet(np.ones(components), size=draws)


def rank_distribution(
    values: pd.DataFrame,
    better: Sequence[str],
    *,
    draws: int = 2000,
    seed: int = 1,
    methods: Sequence[str] = tuple(NORMALIZATIONS),
) -> pd.DataFrame:
    """How often each place takes each rank, 1 the most ambitious.

    Weights are drawn over the whole simplex; the score is the weighted mean of the normalized components; each
    component is left out once, with the same weights rescaled. Returns ``place``, ``method``, ``left_out`` (empty where
    none is), ``rank`` and ``share`` of the draws, which sum to 1 for a place, method and component left out. Places
    with equal scores take the same, better rank.
    """
    names = list(values.columns)
    weights = draw_weights(len(names), draws, seed)
    parts = []
    for method in methods:
        scaled = normalize(values, better, method).to_numpy()
        for left_out in ("", *(names if len(names) > 1 else ())):
            keep = [name != left_out for name in names]
            some = weights[:, keep]
            # dropping a component of such weights and rescaling gives the same distribution over the others
            scores = scaled[:, keep] @ (some / some.sum(axis=1, keepdims=True)).T
            ranks = pd.DataFrame(scores.round(DECIMALS)).rank(method="min", ascending=False).to_numpy(dtype=int)
            parts.append(_shares(ranks, values.index).assign(method=method, left_out=left_out))
    found = pd.concat(parts, ignore_index=True)
    return found[["place", "method", "left_out", "rank", "share"]]


def rank_ranges(distribution: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """Each place's median rank and the range of its ranks, all normalizations and components left out together.

    ``by`` names columns of the distribution (``method``, ``left_out``) to tell apart. Returns ``place``, those columns,
    ``best`` and ``worst`` rank of all draws, ``low`` and ``high``, between which lie nine in ten of them, ``median``,
    and ``first``, the share in which it ranks first; sorted by median, then mean rank.
    """
    keys = [*by, "place"]
    weights = distribution.groupby([*keys, "rank"], observed=True, sort=True)["share"].sum().reset_index()
    rows = []
    for key, group in weights.groupby(keys, observed=True, sort=False):
        share = group["share"] / group["share"].sum()
        steps = share.cumsum().to_numpy()
        low, median, high = (int(group["rank"].iloc[_reached(steps, level)]) for level in (LOW, MIDDLE, HIGH))
        mean = float((group["rank"] * share).sum())
        rows.append((*key, int(group["rank"].min()), low, median, high, int(group["rank"].max()),
                     float(share[group["rank"] == 1].sum()), mean))  # fmt: skip
    names = [*keys, "best", "low", "median", "high", "worst", "first", "mean"]
    ranges = pd.DataFrame(rows, columns=names).sort_values([*by, "median", "mean", "place"], kind="stable")
    return ranges.drop(columns="mean").reset_index(drop=True)


def overlapping_pairs(ranges: pd.DataFrame) -> tuple[int, int]:
    """Pairs of places whose ranges from ``low`` to ``high`` share a rank, and all pairs."""
    pairs = list(combinations(ranges[["low", "high"]].itertuples(index=False, name=None), 2))
    return sum(max(a[0], b[0]) <= min(a[1], b[1]) for a, b in pairs), len(pairs)


def _reached(steps: np.ndarray, level: float) -> int:
    return int(min(np.searchsorted(steps, level - 10.0**-DECIMALS), len(steps) - 1))


def _shares(ranks: np.ndarray, places: pd.Index) -> pd.DataFrame:
    counts = np.stack([np.bincount(row, minlength=len(places) + 1) for row in ranks])
    place, rank = np.nonzero(counts)
    share = counts[place, rank] / ranks.shape[1]
    return pd.DataFrame({"place": places.to_numpy()[place], "rank": rank, "share": share})
