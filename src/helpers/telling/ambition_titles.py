"""Titles of the figures of ambition: what each shows, computed from what is drawn."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.telling.ambition import MOST_NAMED, say_overlap, say_ranks, widest
from helpers.telling.ambition_words import place_name, say_difference, say_step, say_tenth, say_years
from helpers.telling.phrases import capital, indicator_name, say, say_span


def title_of_components(components: pd.DataFrame, language: str) -> str:
    counts = {"places": components["place"].nunique(), "components": components["component"].nunique()}
    known = int((components["reason"] == "").sum())
    key = "ambition_title_components" + ("_one" if counts["places"] == 1 else "")
    return say(key, language, known=known, total=len(components), **counts)


def title_of_past(shown: pd.DataFrame, names: Mapping[str, str], language: str) -> str:
    if len(shown) == 1:
        row = shown.iloc[0]
        difference = say_difference(row["difference"], language)
        told = {"place": names[row["place"]], "difference": difference, **_named(row, language)}
        return say("ambition_title_past_one", language, **told)
    more = int((shown["difference"].round(1) > 0).sum())
    key = {0: "ambition_title_past_none", 1: "ambition_title_past_single"}.get(more, "ambition_title_past")
    return say(key, language, more=more, total=len(shown))


def title_of_peers(shown: pd.DataFrame, language: str) -> str:
    """The span of the first group's differences."""
    key = ["indicator_code", "price_basis", "series"]
    group = shown[(shown[key] == shown[key].iloc[0]).all(axis=1)]
    low, high = (say_difference(end, language) for end in (group["difference"].min(), group["difference"].max()))
    name = "ambition_title_peers" + ("_same" if low == high else "")
    return say(name, language, low=low, high=high, **_named(group.iloc[0], language))


def _named(row: pd.Series, language: str) -> dict[str, str]:
    basis = say(f"basis_{row['price_basis'] or 'none'}", language)
    return {"indicator": capital(indicator_name(row["indicator_code"], language)), "basis": basis}


def title_of_upper(gaps: pd.DataFrame, names: Mapping[str, str], language: str) -> str:
    own = gaps[gaps["layer"] != "province_nation"]
    if len(own) == 1:
        return capital(say_step(own.iloc[0].to_dict(), names, language))
    more, less = (int((own["gap"] * sign > 1e-9).sum()) for sign in (1, -1))
    level = len(own) - more - less
    key = "ambition_title_upper_level" if level else "ambition_title_upper"
    return say(key, language, more=more, less=less, level=level, total=len(own))


def title_of_levels(shown: pd.DataFrame, texts: Mapping[str, str], names: Mapping[str, str], language: str) -> str:
    """The lowest and highest of the first indicator; ``texts`` are the levels as said, by target."""
    group = shown[shown["indicator_code"] == shown["indicator_code"].iloc[0]].sort_values("per_head")
    low, high = group.iloc[0], group.iloc[-1]
    said = {
        "indicator": capital(indicator_name(low["indicator_code"], language)),
        "low": texts[low["target_ids"]],
        "low_place": place_name(low["place"], language, names),
        "high": texts[high["target_ids"]],
        "high_place": place_name(high["place"], language, names),
    }
    return say("ambition_title_levels" + ("" if len(group) > 1 else "_one"), language, **said)


def title_of_commitment(scores: pd.DataFrame, coding: str, language: str) -> str:
    chosen = scores[scores["coding"] == coding]
    spans = {axis: group["score"] for axis, group in chosen.groupby("axis")}
    base = chosen.set_index(["axis", "place"])["score"]
    moved = max(abs(row.score - base[row.axis, row.place]) for row in scores.itertuples())
    said = {axis: say_span(f"{span.min():.2f}", f"{span.max():.2f}", language) for axis, span in spans.items()}
    key = "ambition_title_commitment" + ("_one" if scores["place"].nunique() == 1 else "")
    return say(key, language, moved=f"{moved:.2f}", **said)


def title_of_horizon(horizon: pd.DataFrame, names: Mapping[str, str], language: str) -> str:
    ends = horizon["median"].min(), horizon["median"].max()
    if len(horizon) == 1:
        place = names[horizon["place"].iloc[0]]
        return say("ambition_title_horizon_one", language, place=place, low=say_years(ends[0], language))
    if say_tenth(ends[0]) == say_tenth(ends[1]):
        return say("ambition_title_horizon_same", language, low=say_years(ends[0], language))
    low = say_tenth(ends[0])
    return say("ambition_title_horizon", language, low=low, high=say_years(ends[1], language))


def title_of_ranks(ranked: Any, names: Mapping[str, str], language: str) -> str:
    ranges, (overlapping, pairs) = ranked.ranges, ranked.overlaps
    counts = {"overlapping": overlapping, "pairs": pairs}
    if len(ranges) > MOST_NAMED:
        return say("ambition_title_ranks_many", language, widest=widest(ranges), ranked=len(ranges), **counts)
    key = say_overlap("ambition_title_ranks", overlapping, pairs)
    return say(key, language, ranges=say_ranks(ranges, names, language), **counts)
