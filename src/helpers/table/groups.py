"""Groups that targets fall into by what the vocabularies say of their sectors and units."""

from functools import cache

import pandas as pd

from helpers import vocabulary

#: Whom a sector serves; ``both`` and ``all`` are classes of their own, since no share of them is known.
SERVES = ("producers", "consumers", "both", "all", "unmapped")


def serves_of(sectors: pd.Series) -> pd.Series:
    """Whom each sector serves: ``producers``, ``consumers``, ``both``, ``all`` (services as a whole) or ``unmapped``.

    By the national classifications of 2019, 生产性服务业统计分类 and 生活性服务业统计分类, as ``sectors.csv`` has them.
    """
    return sectors.astype("str").map({code: row["serves"] for code, row in vocabulary.sectors().items()})


def mark_money(targets: pd.DataFrame) -> pd.DataFrame:
    """The same rows with ``money``: whether the unit is an amount of money (per head and per area are not)."""
    return targets.assign(money=targets["unit"].astype("str").isin(_money_units()).astype(bool))


@cache
def _money_units() -> frozenset[str]:
    return frozenset(unit for unit, row in vocabulary.units().items() if row["kind"] == "money" and "/" not in unit)
