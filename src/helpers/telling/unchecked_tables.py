"""Which targets join no other number, and why: a sentence, a short table of reasons, and the list."""

import pandas as pd

from helpers.telling.left_out import table_of_left_out
from helpers.telling.phrases import capital, say


def say_left(targets: pd.DataFrame, left: pd.DataFrame, language: str) -> str:
    """How many targets join no other number, and the commonest reason; ``left`` is what ``unchecked`` gives."""
    told = {"count": len(left), "total": len(targets)}
    if left.empty:
        return say("consistency_all_joined", language, **told)
    counts = left["reason"].value_counts()
    reason = say(f"unchecked_{counts.index[0]}", language)
    if len(counts) == 1:
        return say("consistency_left_all", language, reason=reason, **told)
    return say("consistency_left", language, reason=reason, most=int(counts.iloc[0]), **told)


def table_of_reasons(counts: pd.DataFrame, language: str) -> pd.DataFrame:
    """The reasons, with what would allow a check; ``counts`` is what ``count_unchecked`` gives."""
    rows = [
        (capital(say(f"unchecked_{row.reason}", language)), row.count_, say(f"wanted_{row.reason}", language))
        for row in counts.rename(columns={"count": "count_"}).itertuples()
    ]
    keys = ("reason", "count", "unchecked_wanted")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def table_of_unchecked(targets: pd.DataFrame, left: pd.DataFrame, language: str) -> pd.DataFrame:
    """Targets that no check touches, with the reason."""
    return table_of_left_out(targets, left, language, "unchecked")
