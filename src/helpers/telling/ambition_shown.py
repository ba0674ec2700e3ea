"""Which of the rates and levels a figure shows, and in which order."""

import pandas as pd


def last_rates(rates: pd.DataFrame, first: str = "") -> pd.DataFrame:
    """Of the rates with a number, the one of each place's last year, by indicator, price basis and series; groups of
    the indicator ``first`` lead, then those with the most places.
    """
    known = rates[rates["reason"] == ""]
    key = ["indicator_code", "price_basis", "series"]
    last = known.sort_values("end_year", kind="stable").drop_duplicates(["place", *key], keep="last")
    spread = last.groupby(key, observed=True)["place"].transform("size")
    order = last.assign(_first=last["indicator_code"] != first, _spread=-spread).sort_values(
        ["_first", "_spread", *key, "difference"], ascending=[True] * 5 + [False], kind="stable"
    )
    return order.drop(columns=["_first", "_spread"]).reset_index(drop=True)


def last_levels(levels: pd.DataFrame, first: str = "") -> pd.DataFrame:
    """Levels per resident with a number, of each place's last year, by indicator and unit; those of ``first`` lead,
    then those that most places set. An indicator that only one place sets stays out as long as another has two.
    """
    key = ["indicator_code", "unit"]
    known = levels[levels["reason"] == ""].astype({"place": "str", **dict.fromkeys(key, "str")})
    known = known.sort_values("target_year", kind="stable").drop_duplicates(["place", *key], keep="last")
    spread = known.groupby(key)["place"].transform("size")
    order = known.assign(_first=known["indicator_code"] != first, _spread=-spread)
    order = order[(spread > 1) | (spread.max() == 1)]
    order = order.sort_values(["_first", "_spread", *key, "place"], kind="stable")
    return order.drop(columns=["_first", "_spread"]).reset_index(drop=True)
