"""What is promised? How firmly, what is left out, and where every figure stands."""

from collections.abc import Mapping

import pandas as pd

from helpers.telling.numbers import say_target
from helpers.telling.phrases import capital, indicator_name, say, say_list, sector_name


def _head(language: str, *keys: str) -> list[str]:
    return [say(f"{key}_column", language) for key in keys]


def _count(targets: pd.DataFrame, modality: str) -> int:
    return int((targets["modality"] == modality).sum())


def say_commitment(targets: pd.DataFrame, language: str) -> str:
    """How many targets are guaranteed, stated and striven for, as a sentence."""
    counts = {name: _count(targets, name) for name in ("binding", "plain", "aspirational")}
    return say("promises_commitment", language, total=len(targets), **counts)


def title_of_commitment(targets: pd.DataFrame, language: str) -> str:
    counts = {name: _count(targets, name) for name in ("binding", "aspirational")}
    return say("promises_title_commitment", language, total=len(targets), **counts)


def table_of_coverage(
    targets: pd.DataFrame, covered: pd.DataFrame, names: Mapping[str, str], language: str
) -> pd.DataFrame:
    """Every indicator and place with the targets that speak for it, how many more there are, and the ids of all."""
    rows, places = targets.set_index("target_id"), list(names)
    widest = covered.groupby("indicator_code", observed=True)["place"].transform("nunique")
    order = covered.assign(_widest=-widest, _place=[places.index(place) for place in covered["place"]])
    order = order.sort_values(["_widest", "indicator_code", "_place"])
    told = []
    for pair in order.to_dict("records"):
        leads = pair["lead_ids"].split(";")
        lines = [say_target(rows.loc[lead], language) for lead in leads]
        told.append(
            (
                capital(indicator_name(pair["indicator_code"], language)),
                names[pair["place"]],
                say("semicolon", language).join(lines),
                pair["targets"] - len(leads),
                pair["target_ids"].replace(";", ", "),
            )
        )
    return pd.DataFrame(told, columns=_head(language, "indicator", "place", "target", "promises_further", "id"))


def table_of_left_out(gaps: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """For each place, the indicators that its plan leaves unquantified and at least two others quantify, and the ids of
    the others' targets.
    """
    rows = []
    for place in names:
        left = gaps[gaps["place"] == place]
        indicators = [capital(indicator_name(code, language)) for code in left["indicator_code"]]
        ids = ", ".join(dict.fromkeys(one for found in left["target_ids"] for one in found.split(";")))
        if indicators:
            rows.append((names[place], len(indicators), say_list(indicators, language), ids))
    keys = ("place", "promises_left_out_count", "promises_left_out", "promises_peer_ids")
    return pd.DataFrame(rows, columns=_head(language, *keys))


def table_of_unmapped(unmapped: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Targets without a canonical indicator or without a section of GB/T 4754-2017, with what they lack."""
    rows = [
        (
            names[row["place"]],
            row["indicator"] if row["no_indicator"] else capital(indicator_name(row["indicator_code"], language)),
            capital(sector_name(row["sector"], language)),
            say_target(row, language),
            say_list([say(f"promises_{lack}", language) for lack in ("no_indicator", "no_industry") if row[lack]],
                     language),
            row["target_id"],
        )
        for _, row in unmapped.iterrows()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=_head(language, "place", "indicator", "sector", "target", "promises_lack", "id"))


def table_of_year_sources(targets: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """How many targets of each place take their year from their own clause, the sentence, the paragraph or the plan."""
    counts = pd.crosstab(targets["place"].astype("str"), targets["year_source"].astype("str"))
    sources = ("clause", "sentence", "paragraph", "plan")
    counts = counts.reindex(index=[place for place in names if place in counts.index], columns=list(sources)).fillna(0)
    table = counts.astype(int).rename(index=dict(names)).reset_index()
    return table.set_axis(
        [say("place_column", language), *(say(f"promises_year_from_{one}", language) for one in sources)], axis=1
    )
