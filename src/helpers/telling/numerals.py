"""What became of every figure of a plan? Sentence and tables."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.telling.emphasis import say_share
from helpers.telling.phrases import capital, join_sentences, say, say_list
from helpers.telling.promises import say_places

#: The outcome that is no rejection, and how many of the reasons a sentence names.
TARGET, MOST_REASONS = "target", 3


def say_outcomes(outcomes: pd.DataFrame, missing: Sequence[str], names: Mapping[str, str], language: str) -> str:
    """How many figures became targets, how many did not, and the most frequent reasons.

    ``outcomes`` is what ``figure_outcomes`` gives, ``missing`` what ``without_list`` gives.
    """
    said = []
    if len(outcomes):
        counts = _counts(outcomes)
        rejected = counts.drop(TARGET, errors="ignore")
        told = {"total": int(counts.sum()), "targets": int(counts.get(TARGET, 0)), "rejected": int(rejected.sum())}
        named = [say("numerals_counted", language, reason=say(f"numerals_{reason}", language), count=int(count))
                 for reason, count in rejected.head(MOST_REASONS).items()]  # fmt: skip
        key = "numerals_all" if named else "numerals_none_rejected"
        said.append(say(key, language, reasons=say_list(named, language), **told))
    if missing:
        places = say_places([names[place] for place in names if place in set(missing)], language)
        said.append(say("numerals_no_list", language, places=places))
    return join_sentences(said, language)


def table_of_outcomes(outcomes: pd.DataFrame, language: str) -> pd.DataFrame:
    """What became of the figures, targets first, then the reasons by how often they were given."""
    counts = _counts(outcomes)
    rows = [
        (capital(say(f"numerals_{outcome}", language)), int(count), say_share(count / counts.sum(), language))
        for outcome, count in counts.items()
    ]
    keys = ("numerals_outcome", "numerals_figures", "emphasis_share")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def table_of_outcomes_by_place(outcomes: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """The same for each place in a row."""
    rows = []
    for place in names:
        own = outcomes[outcomes["place"] == place]
        if own.empty:
            continue
        counts = _counts(own)
        rejected = counts.drop(TARGET, errors="ignore")
        said = [say("numerals_counted", language, reason=say(f"numerals_{reason}", language), count=int(count))
                for reason, count in rejected.items()]  # fmt: skip
        listed = say("semicolon", language).join(said)
        rows.append((names[place], int(counts.sum()), int(counts.get(TARGET, 0)), int(rejected.sum()), listed))
    keys = ("place", "numerals_figures", "numerals_targets", "numerals_rejected", "numerals_reasons")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def _counts(outcomes: pd.DataFrame) -> pd.Series:
    """Figures by outcome: targets first, then the most frequent reason."""
    counts = outcomes.groupby("outcome")["count"].sum().sort_index().sort_values(ascending=False, kind="stable")
    first = [TARGET] if TARGET in counts.index else []
    return counts.loc[[*first, *(outcome for outcome in counts.index if outcome != TARGET)]]
