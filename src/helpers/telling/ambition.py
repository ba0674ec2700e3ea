"""How ambitious is each city? The answer in sentences."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.telling.ambition_shown import last_rates
from helpers.telling.ambition_words import GROWTH, say_difference, say_past_years, say_step
from helpers.telling.growth import say_percent
from helpers.telling.phrases import capital, indicator_name, join_sentences, say, say_list, say_span
from helpers.telling.promises import place_names, source_line

#: A sentence that names more places than this cannot be read aloud.
MOST_NAMED = 6


def answer(targets: pd.DataFrame, judged: Any, ranked: Any, language: str, asked: str = "") -> str:
    """How ambitious the places are, in a few sentences: own past, layers above, ranks and how far they overlap."""
    if targets.empty:
        return say("no_targets", language, asked=asked or say("asked_all", language))
    names = place_names(targets, language)
    sentences = [_of_past(judged, names, language), _of_upper(judged, names, language)]
    return join_sentences([*sentences, _of_ranks(ranked, names, language)], language)


def say_ranks(ranges: pd.DataFrame, names: Mapping[str, str], language: str) -> str:
    said = []
    for row in ranges.itertuples():
        key = "ambition_rank_of" if row.low != row.high else "ambition_rank_of_one"
        said.append(say(key, language, place=names[row.place], low=row.low, high=row.high, median=row.median))
    return say_list(said, language)


def widest(ranges: pd.DataFrame) -> int:
    """The most ranks over which nine in ten of one place's ranks lie."""
    return int((ranges["high"] - ranges["low"]).max()) + 1


def source(targets: pd.DataFrame, language: str, *, upper: bool = False) -> str:
    """Plans and facts that a figure was made from."""
    more = say("ambition_source" if upper else "source_actuals", language)
    return join_sentences([source_line(targets, language), more], language)


def _of_past(judged: Any, names: Mapping[str, str], language: str) -> str:
    """The headline's growth against each place's own past, or the first indicator's that has one."""
    rows = last_rates(judged.past)
    if rows.empty:
        return say("ambition_answer_no_growth", language)
    head = judged.headline
    same = rows["indicator_code"] == (head.indicator_code if head else "")
    if head:
        same &= (rows["price_basis"] == head.price_basis) & (rows["series"] == head.series)
    key = ["indicator_code", "price_basis", "series"]
    rows = rows[same] if same.any() else rows[(rows[key] == rows[key].iloc[0]).all(axis=1)]
    first = rows.iloc[0]
    basis = say(f"basis_{first['price_basis'] or 'none'}", language)
    named = {"indicator": indicator_name(first["indicator_code"], language), "basis": basis}
    if len(rows) > MOST_NAMED:
        said = [_many_against_past(rows, language)]
    else:
        said = [_against_past(row, names, language) for row in rows.to_dict("records")]
    places = say("ambition_clause", language).join(said)
    return capital(say(f"ambition_answer_{first['series']}", language, places=places, **named))


def _many_against_past(rows: pd.DataFrame, language: str) -> str:
    more = int((rows["difference"].round(1) > 0).sum())
    low, high = (say_percent(value, language) for value in (rows["rate"].min(), rows["rate"].max()))
    return say("ambition_answer_many", language, low=low, high=high, more=more, total=len(rows))


def _against_past(row: Mapping[str, object], names: Mapping[str, str], language: str) -> str:
    first = int(row["start_year"]) + (row["series"] == "stated")
    years = say_span(first, int(row["end_year"]), language)
    rate = say(f"bound_{row['operator']}", language, value=say_percent(row["rate"], language))
    if row["series"] == "required":
        rate = say_percent(row["rate"], language)
    difference = say_difference(row["difference"], language)
    place = names[row["place"]]
    said = {"place": place, "rate": rate, "years": years, "difference": difference}
    return say("ambition_answer_place", language, past=say_past_years(row, language), **said)


def _of_upper(judged: Any, names: Mapping[str, str], language: str) -> str:
    own = judged.gaps[judged.gaps["layer"] != "province_nation"]
    if own.empty:
        return say("ambition_answer_no_upper", language)
    growth = own[own["measure"].isin(GROWTH)]
    said = [say_step(row, names, language) for row in growth.to_dict("records")[:MOST_NAMED]]
    counts = {"others": len(own) - len(said), "without": len(judged.without_upper)}
    if not said:
        return say("ambition_answer_upper_none", language, **counts)
    clauses = say("ambition_clause", language).join(said)
    return say("ambition_answer_upper", language, gaps=clauses, **counts)


def _of_ranks(ranked: Any, names: Mapping[str, str], language: str) -> str:
    """How many places can be ranked, and how far their ranges overlap; the ranges stand in the figure of ranks."""
    if ranked.ranges.empty:
        key = "ambition_answer_not_ranked" + ("_one" if len(names) == 1 else "")
        return say(key, language, places=ranked.minimum_places, components=ranked.minimum_components)
    overlapping, pairs = ranked.overlaps
    shape = {"ranked": len(ranked.values), "places": len(names), "components": ranked.values.shape[1]}
    key = say_overlap("ambition_answer_ranks", overlapping, pairs)
    return say(key, language, overlapping=overlapping, pairs=pairs, **shape)


def say_overlap(key: str, overlapping: int, pairs: int) -> str:
    """The key of the phrase for some, for all or for none of the pairs that overlap."""
    return f"{key}_none" if not overlapping else f"{key}_all" if overlapping == pairs else key


def first_indicator(judged: Any) -> str:
    """The code of the headline's indicator, which figures show first; empty where there is none."""
    return judged.headline.indicator_code if judged.headline else ""
