"""Tables of ambition for readers: every component with what it came from, or why it is missing."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from helpers import declarations
from helpers.telling.ambition_words import (
    coding_name,
    component_name,
    place_name,
    say_gap,
    say_own_past,
    say_points,
    say_years,
)
from helpers.telling.growth import say_percent, say_rate
from helpers.telling.numbers import SIGNS, say_number, say_target, say_value
from helpers.telling.phrases import capital, indicator_name, say, say_list
from helpers.telling.promises import place_names

SCORES = ("bound", "verb")
SPAN = ("shortest", "median", "longest")


def say_reason(reason: str, language: str) -> str:
    return say(f"ambition_missing_{reason}", language) if reason else ""


def say_ids(*ids: str) -> str:
    return ", ".join(one for many in ids for one in str(many).split(";") if one)


def say_per_head(per_head: float, unit: str, language: str) -> str:
    """A level per resident to three figures; what is rarer than one to a resident, per ten thousand."""
    few = per_head < 1
    value = say_value(per_head * 10_000 if few else per_head, unit, language, digits=3)
    return say("ambition_per_10000" if few else "ambition_per_resident", language, value=value)


def say_component(row: Mapping[str, object], unit: str, language: str) -> str:
    """A component's number as readers quote it; ``unit`` is that of the headline's level."""
    if row["reason"]:
        return say_reason(row["reason"], language)
    kind = declarations.ambition_components()[row["component"]]["unit"]
    if kind == "points":
        return say_points(row["value"], language)
    if kind == "amount":
        return say_per_head(row["value"], unit, language)
    if kind == "years":
        return say_years(row["value"], language)
    return f"{row['value']:.2f}"


def unit_of_level(judged: Any) -> str:
    """The unit of the headline's levels."""
    if judged.headline is None:
        return ""
    own = judged.levels[judged.levels["indicator_code"] == judged.headline.indicator_code]
    return str(own["unit"].iloc[0]) if len(own) else ""


def table_of_components(targets: pd.DataFrame, judged: Any, language: str) -> pd.DataFrame:
    names, unit = place_names(targets, language), unit_of_level(judged)
    rows = [
        (
            names[row["place"]],
            capital(component_name(row["component"], language)),
            "" if row["reason"] else say_component(row, unit, language),
            say_reason(row["reason"], language),
            say_ids(row["target_ids"], row["fact_ids"], row["upper_ids"]),
        )
        for row in judged.components.to_dict("records")
    ]
    return _table(rows, ("place", "ambition_component", "ambition_value", "reason", "id"), language)


def table_of_past(targets: pd.DataFrame, past: pd.DataFrame, language: str) -> pd.DataFrame:
    names = place_names(targets, language)
    rows = [
        (*_rate(row, names, language), say_own_past(row, language), *_ending(row, language))
        for row in _known_first(past).to_dict("records")
    ]
    heads = ("place", "indicator", "growth", "basis", "ambition_past", "ambition_difference", "reason", "id")
    return _table(rows, heads, language)


def table_of_peers(targets: pd.DataFrame, every: pd.DataFrame, peers: pd.DataFrame, language: str) -> pd.DataFrame:
    names = place_names(every, language) | place_names(targets, language)
    rows = []
    for row in _known_first(peers).to_dict("records"):
        median = "" if row["reason"] else say_percent(row["peer_median"], language)
        others = say_list([names[one] for one in row["peers"].split(";") if one], language)
        rows.append((*_rate(row, names, language), median, others, *_ending(row, language)))
    heads = ("place", "indicator", "growth", "basis", "ambition_median", "ambition_peers", "ambition_difference",
             "reason", "id")  # fmt: skip
    return _table(rows, heads, language)


def table_of_upper(targets: pd.DataFrame, gaps: pd.DataFrame, language: str) -> pd.DataFrame:
    """Each step between layers, with the document above it and the grade of its source."""
    names = place_names(targets, language)
    rows = [
        (
            place_name(row["lower"], language, names),
            capital(indicator_name(row["indicator_code"], language)),
            _layer_target(row, "", language),
            place_name(row["issuer"], language),
            _layer_target(row, "upper_", language),
            say_gap(row["gap"], row["unit"], language),
            row["document_title"],
            say(f"ambition_grade_{row['source_grade']}", language),
            say_ids(row["target_ids"], row["upper_ids"]),
        )
        for row in gaps.to_dict("records")
    ]
    heads = ("place", "indicator", "target", "ambition_issuer", "ambition_upper", "ambition_difference",
             "ambition_document", "ambition_grade", "id")  # fmt: skip
    return _table(rows, heads, language)


def table_of_without_upper(targets: pd.DataFrame, left: pd.DataFrame, language: str) -> pd.DataFrame:
    """Targets without a counterpart above them, those that come nearest to having one first."""
    names, rows = place_names(targets, language), targets.set_index("target_id")
    order = ("other_year", "other_basis", "other_measure", "stated_gap", "no_upper", "no_year", "depends_on_size")
    rank = left["reason"].map({reason: place for place, reason in enumerate(order)}).fillna(len(order))
    said = []
    for one in left.assign(_rank=rank).sort_values("_rank", kind="stable").itertuples():
        row = rows.loc[one.target_id]
        code = row["indicator_code"]
        name = capital(indicator_name(code, language)) if code else row["indicator"]
        ids = say_ids(one.target_id, one.upper_ids)
        said.append((names[row["place"]], name, say_target(row, language), say_reason(one.reason, language), ids))
    return _table(said, ("place", "indicator", "target", "reason", "id"), language)


def table_of_levels(targets: pd.DataFrame, levels: pd.DataFrame, language: str) -> pd.DataFrame:
    names = place_names(targets, language)
    rows = []
    for row in levels.sort_values(["indicator_code", "place", "target_year"], kind="stable").to_dict("records"):
        known = not row["reason"]
        level = SIGNS[row["operator"]] + say_value(row["level"], row["unit"], language)
        if not pd.isna(row["target_year"]):
            level = say("in_year", language, value=level, year=int(row["target_year"]))
        people = say_number(row["population"], language) if known else ""
        if known:
            people = say("in_year", language, value=people, year=int(row["population_year"]))
        heads = say_per_head(row["per_head"], row["unit"], language) if known else ""
        name = capital(indicator_name(row["indicator_code"], language))
        ids = say_ids(row["target_ids"], row["fact_ids"])
        rows.append((names[row["place"]], name, level, people, heads, say_reason(row["reason"], language), ids))
    heads = ("place", "indicator", "ambition_level", "ambition_residents", "ambition_per_head", "reason", "id")
    return _table(rows, heads, language)


def table_of_commitment(targets: pd.DataFrame, scores: pd.DataFrame, language: str) -> pd.DataFrame:
    """Mean scores of each place under each coding, and how many targets they are the mean of."""
    names = place_names(targets, language)
    wide = scores.pivot_table(index=["place", "coding"], columns="axis", values="score", sort=False, observed=True)
    counts = scores.drop_duplicates("place").set_index("place")["targets"]
    rows = [
        (names[place], coding_name(coding, language), *(f"{row[axis]:.2f}" for axis in SCORES), int(counts[place]))
        for (place, coding), row in wide.iterrows()
    ]
    return _table(rows, ("place", "ambition_coding", "ambition_bound", "ambition_verb", "count"), language)


def table_of_lexicon(codings: pd.DataFrame, language: str) -> pd.DataFrame:
    """The scores of each bound and verb, one column a coding."""
    wide = codings.pivot_table(index=["axis", "code", "word"], columns="coding", values="score", sort=False)
    # a word that a coding does not name counts there as its code does
    wide = wide.groupby(level=["axis", "code"], sort=False).transform(lambda column: column.fillna(column.iloc[0]))
    rows = [
        (say(f"ambition_{axis}_name", language), say(f"ambition_code_{code}", language), word, *map(_score, row))
        for (axis, code, word), row in zip(wide.index, wide.to_numpy(), strict=True)
    ]
    heads = [say(f"{key}_column", language) for key in ("ambition_axis", "commitment", "ambition_word")]
    return pd.DataFrame(rows, columns=[*heads, *(coding_name(one, language) for one in wide.columns)])


def table_of_horizons(targets: pd.DataFrame, horizon: pd.DataFrame, language: str) -> pd.DataFrame:
    names = place_names(targets, language)
    rows = [
        (
            names[row["place"]],
            *(say_years(row[name], language) for name in SPAN),
            say_list([say(f"ambition_from_{one}", language) for one in row["counted_from"].split(";")], language),
            int(row["targets"]),
        )
        for row in horizon.to_dict("records")
    ]
    heads = ("place", "ambition_shortest", "ambition_middle", "ambition_longest", "ambition_counted", "count")
    return _table(rows, heads, language)


def _rate(row: Mapping[str, object], names: Mapping[str, str], language: str) -> tuple[str, str, str, str]:
    indicator = capital(indicator_name(row["indicator_code"], language))
    basis = say(f"basis_{row['price_basis'] or 'none'}", language)
    return names[row["place"]], indicator, say_rate(row, language), basis


def _ending(row: Mapping[str, object], language: str) -> tuple[str, str, str]:
    known = not row["reason"]
    said = say_points(row["difference"], language) if known else ""
    ids = say_ids(row["target_ids"], row.get("peer_ids", ""), row["fact_ids"])
    return said, say_reason(row["reason"], language), ids


def _known_first(rates: pd.DataFrame) -> pd.DataFrame:
    return rates.assign(_missing=rates["reason"] != "").sort_values("_missing", kind="stable")


def _layer_target(row: Mapping[str, object], side: str, language: str) -> str:
    value = SIGNS[row[f"{side}operator"]] + say_value(row[f"{side}value"], row["unit"], language)
    start = row[f"{side}start_year"]
    if pd.isna(start):
        return say("in_year", language, value=value, year=int(row["target_year"]))
    return say("in_span", language, value=value, start=int(start), year=int(row["target_year"]))


def _score(value: float) -> str:
    return f"{value:g}"


def _table(rows: Sequence[tuple], keys: Sequence[str], language: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])
