"""What the figures of a next plan were computed from, and how peers word theirs."""

from collections.abc import Mapping

import pandas as pd

from helpers.telling.next_plan import name_of_place, say_pace
from helpers.telling.numbers import SIGNS, say_value
from helpers.telling.phrases import say


def table_of_paces(
    targets: pd.DataFrame, start: Mapping[str, object], known: pd.DataFrame, language: str
) -> pd.DataFrame:
    """Every pace with what it was computed from and the ids of its targets and facts."""
    rows = []
    for row in known.to_dict("records"):
        ends = {name: say_value(row[name], start["unit"], language, digits=4) for name in ("start", "end")}
        ends["end"] = SIGNS.get(row["operator"], "") + ends["end"]
        levels = say("from_to", language, first=int(row["first"]), last=int(row["last"]), **ends)
        ids = ", ".join(filter(None, (*row["target_ids"].split(";"), *row["fact_ids"].split(";"))))
        rows.append(
            (say(f"pace_kind_{row['kind']}", language), name_of_place(row["place"], targets, language),
             say_pace(start, row["pace"], language), say(f"basis_{row['basis'] or 'none'}", language), levels, ids)
        )  # fmt: skip
    keys = ("kind", "place", "pace_only", "basis", "levels", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def table_of_wording(wording: pd.DataFrame, language: str) -> pd.DataFrame:
    """Bound and commitment of peers' targets, with the words they use; ``wording`` is of ``wording_of_peers``."""
    rows = [
        (
            say(f"worded_{row['operator']}", language),
            say(row["modality"], language),
            int(row["targets"]),
            int(row["places"]),
            row["verbs"].replace(";", say("list_comma", language)),
            row["target_ids"].replace(";", ", "),
        )
        for row in wording.to_dict("records")
    ]
    keys = ("bound", "commitment", "count", "places", "verbs", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])
