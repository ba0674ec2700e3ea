"""Tables of rank ranges for readers: each place's ranks, what each choice does to them, and the reasons of scores."""

from typing import Any

import pandas as pd

from helpers import declarations
from helpers.telling.ambition_words import coding_name, component_name
from helpers.telling.growth import say_percent
from helpers.telling.phrases import capital, say, say_span
from helpers.telling.promises import place_names


def table_of_ranks(targets: pd.DataFrame, ranked: Any, language: str) -> pd.DataFrame:
    """Median rank, range of nine in ten, extremes, and the share of draws in which a place ranks first."""
    keys = ("place", "ambition_middle", "ambition_range", "ambition_extremes", "ambition_first")
    heads = [say(f"{key}_column", language) for key in keys]
    if ranked.ranges.empty:
        return pd.DataFrame(columns=heads)
    names = place_names(targets, language)
    rows = [
        (names[row.place], row.median, _span(row.low, row.high, language), _span(row.best, row.worst, language),
         say_percent(100 * row.first, language))
        for row in ranked.ranges.itertuples()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=heads)


def table_of_variants(targets: pd.DataFrame, ranked: Any, language: str) -> pd.DataFrame:
    """Median and range of ranks under each single choice: a row a choice, a column a place."""
    head = say("ambition_variant_column", language)
    if ranked.ranges.empty:
        return pd.DataFrame(columns=[head])
    names = place_names(targets, language)
    order = list(ranked.ranges["place"])
    every = ranked.ranges.assign(kind="all", name="")
    both = pd.concat([every, ranked.variants], ignore_index=True)
    rows = []
    for (kind, name), group in both.groupby(["kind", "name"], sort=False):
        cells = {
            row.place: str(row.median)
            if row.low == row.high
            else say("ambition_ranks_cell", language, median=row.median, low=row.low, high=row.high)
            for row in group.itertuples()
        }
        rows.append((_variant(kind, name, language), *(cells[place] for place in order)))
    return pd.DataFrame(rows, columns=[head, *(names[place] for place in order)])


def table_of_reasons(language: str) -> pd.DataFrame:
    """Each line of the lexicon of commitment with its reason."""
    reason = "note" if language == "en" else "note_zh"
    rows = [
        (
            coding_name(row["coding"], language),
            say(f"ambition_{row['axis']}_name", language),
            say(f"ambition_code_{row['code']}", language),
            row["word"],
            f"{float(row['score']):g}",
            row[reason],
        )
        for row in declarations.commitment_scores()
    ]
    keys = ("ambition_coding", "ambition_axis", "commitment", "ambition_word", "ambition_score", "reason")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def _variant(kind: str, name: str, language: str) -> str:
    said = {
        "method": lambda: say(f"ambition_method_{name}", language),
        "left_out": lambda: component_name(name, language),
        "coding": lambda: coding_name(name, language),
        "all": lambda: "",
    }[kind]()
    return capital(say(f"ambition_variant_{kind}", language, name=said))


def _span(low: int, high: int, language: str) -> str:
    return say_span(low, high, language)
