"""How alike are places in what their plans set targets for?"""

from itertools import combinations

import numpy as np
import pandas as pd

COLUMNS = ("place", "other", "overlap", "krugman", "expected", "low", "verdict")
#: Of so many deals by chance, the share below which an overlap counts as apart.
DEALS, SIDE = 1000, 0.05
SEED = 20260101


def overlap(counts: pd.Series, others: pd.Series) -> float:
    """The share (0 to 1) of targets that two places have in the same sectors: Σ min(share, other share).

    Finger and Kreinin's index of similarity (A measure of 'export similarity' and its possible uses, Economic Journal
    89, 1979); 1 − K/2 with Krugman's index of specialisation K = Σ |share − other share| (Geography and Trade, 1991).
    ``counts`` and ``others`` are counts by sector. Raises ``ValueError`` for a place without targets.
    """
    if not (counts.sum() > 0 and others.sum() > 0):
        msg = "a place without targets is like no other and unlike none"
        raise ValueError(msg)
    shares, other_shares = (counts / counts.sum()).align(others / others.sum(), fill_value=0.0)
    return float(np.minimum(shares, other_shares).sum())


def similarities(shares: pd.DataFrame, minimum: int = 5) -> pd.DataFrame:
    """The overlap of each pair of places, beside what chance would give.

    ``shares`` is what ``sector_shares`` gives. Small plans overlap less than large ones even where nothing tells their
    sectors apart, so ``expected`` is the mean overlap, and ``low`` the lower 5 % limit, of ``DEALS`` random deals of
    both places' targets (a permutation test of equal shares, with all totals fixed; always the same deals). ``verdict``
    is ``apart`` below that limit, else ``as_chance``; ``too_few`` where a place has fewer than ``minimum`` targets.
    """
    counts = shares.pivot_table(index="place", columns="sector", values="count", aggfunc="sum").sort_index(axis=1)
    rows = []
    for place, other in combinations(sorted(counts.index), 2):
        one, two = counts.loc[place], counts.loc[other]
        value = overlap(one, two)
        expected, low = _by_chance(one.to_numpy(dtype=int), two.to_numpy(dtype=int))
        verdict = "apart" if value < low else "as_chance"
        if min(one.sum(), two.sum()) < minimum:
            verdict = "too_few"
        rows.append((place, other, value, 2 * (1 - value), expected, low, verdict))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _by_chance(one: np.ndarray, two: np.ndarray) -> tuple[float, float]:
    """Mean and lower limit of the overlap if both places' targets were dealt to them at random."""
    small, large = sorted((int(one.sum()), int(two.sum())))
    together = np.sort(one + two)  # neither the order of sectors nor that of places may move the limit
    dealt = np.random.default_rng(SEED).multivariate_hypergeometric(together, small, size=DEALS)
    overlaps = np.minimum(dealt / small, (together - dealt) / large).sum(axis=1)
    return float(overlaps.mean()), float(np.quantile(overlaps, SIDE))
