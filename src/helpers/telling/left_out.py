"""Targets that something is not said of, with the reason: one table for all who leave some out."""

import pandas as pd

from helpers.telling.numbers import say_target
from helpers.telling.phrases import capital, indicator_name, say
from helpers.telling.promises import place_names


def table_of_left_out(targets: pd.DataFrame, left: pd.DataFrame, language: str, key: str) -> pd.DataFrame:
    """The targets of ``left``, which has ``target_id`` and ``reason``; phrases of reasons begin with ``key``."""
    names, rows = place_names(targets, language), targets.set_index("target_id")
    said = [
        (
            names[row["place"]],
            capital(indicator_name(row["indicator_code"], language)) if row["indicator_code"] else row["indicator"],
            say_target(row, language),
            say(f"{key}_{reason}", language),
            target_id,
        )
        for target_id, reason in left.itertuples(index=False)
        for row in [rows.loc[target_id]]
    ]
    keys = ("place", "indicator", "target", "reason", "id")
    return pd.DataFrame(said, columns=[say(f"{key}_column", language) for key in keys])
