"""Figures of the components of ambition: past, peers, layers above, levels, commitment, horizon."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_heat_table, draw_nothing
from helpers.drawing.pairs import draw_pairs, draw_ranges, first_groups
from helpers.drawing.style import FAINT, head, place_styles, wrap_evenly
from helpers.telling import ambition as telling
from helpers.telling import ambition_tables as tables
from helpers.telling import ambition_titles as titles
from helpers.telling import ambition_words as words
from helpers.telling.ambition_shown import last_levels, last_rates
from helpers.telling.phrases import capital, indicator_name, join_sentences, say, say_span
from helpers.telling.promises import place_names, source_line

KEY = ["indicator_code", "price_basis", "series"]
MOST_INDICATORS = 6


def draw_components(targets: pd.DataFrame, judged: Any, language: str, *, ax: Axes | None = None) -> Axes:
    """Which components of ambition are known of which place, and why the others are not."""
    if targets.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    names, unit = place_names(targets, language), tables.unit_of_level(judged)
    found = judged.components
    said = [tables.say_component(row, unit, language) for row in found.to_dict("records")]
    wide = found.assign(text=said, known=(found["reason"] == "").astype(int))
    order = list(found["component"].drop_duplicates())
    texts, known = (wide.pivot(index="place", columns="component", values=name) for name in ("text", "known"))
    texts, known = (frame.reindex(index=list(names), columns=order) for frame in (texts, known))
    heads = [capital(words.component_name(one, language)) for one in order]
    ax = draw_heat_table(known, texts, list(names.values()), _wrapped(heads, len(order)), ax=ax)
    coding = words.coding_name(judged.coding, language)
    headline = words.say_headline(judged.headline, language)
    below = say("ambition_subtitle_components", language, headline=headline, coding=coding)
    head(ax, titles.title_of_components(found, language), below, telling.source(targets, language, upper=True))
    return ax


def draw_past(
    targets: pd.DataFrame, past: pd.DataFrame, language: str, *, first: str = "", ax: Axes | None = None
) -> Axes:
    """Growth to be reached beside the growth that was reported for the same place before; ``first`` leads."""
    shown = last_rates(past, first)
    if shown.empty:
        return draw_nothing(say("ambition_nothing_past", language), ax=ax)
    key = (say("ambition_key_past", language), say("ambition_key_target", language))
    ax, below = _draw_rates(targets, shown, "past", key, language, ax)
    subtitle = join_sentences([say("ambition_subtitle_past", language), *below], language)
    head(
        ax,
        titles.title_of_past(shown, place_names(targets, language), language),
        subtitle,
        telling.source(targets, language),
    )
    return ax


def draw_peers(
    targets: pd.DataFrame,
    peers: pd.DataFrame,
    language: str,
    *,
    first: str = "",
    apart: int = 2,
    ax: Axes | None = None,
) -> Axes:
    """Growth to be reached beside the median of comparable rates of other places; ``first`` leads."""
    shown = last_rates(peers, first)
    if shown.empty:
        return draw_nothing(say("ambition_nothing_peers", language), ax=ax)
    key = (say("ambition_key_peers", language), say("ambition_key_target", language))
    ax, below = _draw_rates(targets, shown, "peer_median", key, language, ax)
    subtitle = join_sentences([say("ambition_subtitle_peers", language, apart=apart), *below], language)
    head(ax, titles.title_of_peers(shown, language), subtitle, telling.source(targets, language))
    return ax


def draw_upper(targets: pd.DataFrame, gaps: pd.DataFrame, language: str, *, ax: Axes | None = None) -> Axes:
    """How far targets lie from those of the layer above, in percentage points; other units are left to the table."""
    points = gaps[gaps["unit"] == words.percent()]
    if points.empty:
        return draw_nothing(say("ambition_nothing_upper", language), ax=ax)
    names, styles = place_names(targets, language), place_styles(targets)
    order = points.assign(_g=~points["measure"].isin(words.GROWTH)).sort_values(
        ["_g", "indicator_code", "place", "layer"], kind="stable"
    )
    shown = first_groups(order, ["indicator_code", "measure"])
    rows = shown.to_dict("records")
    drawn = pd.DataFrame(
        {
            "group": [words.say_layer_group(row, language) for row in rows],
            "label": [words.say_layers(row, names, language) for row in rows],
            "reference": 0.0, "value": list(shown["gap"]),
            "text": [words.say_gap_pair(row, language) for row in rows],
            "colour": [styles[row["place"]].colour if row["lower"] == row["place"] else FAINT for row in rows],
            "marker": [styles[row["place"]].marker for row in rows],
        }
    )  # fmt: skip
    key = (say("ambition_key_upper", language), say("ambition_key_target", language))
    ax = draw_pairs(drawn, key, zero=say("ambition_zero_upper", language), ax=ax)
    left = len(gaps) - len(shown)
    more = [say("ambition_more_upper", language, count=left)] if left else []
    below = join_sentences([say("ambition_subtitle_upper", language), *more], language)
    head(ax, titles.title_of_upper(shown, names, language), below, telling.source(targets, language, upper=True))
    return ax


def draw_levels(
    targets: pd.DataFrame, levels: pd.DataFrame, language: str, *, first: str = "", ax: Axes | None = None
) -> Axes:
    """Levels per resident at each place's latest year, of the indicators that most places set; ``first`` leads."""
    every = last_levels(levels, first)
    if every.empty:
        return draw_nothing(say("ambition_nothing_levels", language), ax=ax)
    names, key = place_names(targets, language), ["indicator_code", "unit"]
    columns = every[key].drop_duplicates()[:MOST_INDICATORS]
    shown = every.merge(columns, on=key)
    said = {
        row["target_ids"]: tables.say_per_head(row["per_head"], row["unit"], language)
        for row in shown.to_dict("records")
    }
    years = [
        say("in_year", language, value=said[row.target_ids], year=int(row.target_year)) for row in shown.itertuples()
    ]
    share = shown["per_head"] / shown.groupby(key)["per_head"].transform("max")
    wide = shown.assign(text=years, share=share).pivot(index="place", columns=key, values=["text", "share"])
    order = pd.MultiIndex.from_frame(columns)
    shares = wide["share"].reindex(index=list(names), columns=order).astype("float64").fillna(0.0)
    cells = wide["text"].reindex(index=list(names), columns=order).astype("object")
    cells = cells.fillna(say("states_none", language))
    heads = _wrapped([capital(indicator_name(code, language)) for code, _ in order], len(order))
    ax = draw_heat_table(shares, cells, list(names.values()), heads, ax=ax)
    left = len(every[key].drop_duplicates()) - len(order)
    more = [say("ambition_more_levels", language, count=left)] if left else []
    shaded = [say("ambition_subtitle_levels_shade", language)] if len(names) > 1 else []
    below = join_sentences([say("ambition_subtitle_levels", language), *shaded, *more], language)
    head(ax, titles.title_of_levels(shown, said, names, language), below, telling.source(targets, language))
    return ax


def draw_firmness(
    targets: pd.DataFrame, scores: pd.DataFrame, language: str, *, coding: str, ax: Axes | None = None
) -> Axes:
    """Mean firmness of bounds and of verbs under one coding, and the range over all codings."""
    if scores.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    names, styles = place_names(targets, language), place_styles(targets)
    rows = pd.DataFrame({"place": list(names), "label": list(names.values())})
    for number, axis in enumerate(tables.SCORES):
        own = scores[scores["axis"] == axis]
        chosen = own[own["coding"] == coding].set_index("place")["score"]
        spans = own.groupby("place", observed=True)["score"].agg(["min", "max"])
        rows[f"low{number}"] = rows["place"].map(spans["min"])
        rows[f"high{number}"] = rows["place"].map(spans["max"])
        rows[f"value{number}"] = rows["place"].map(chosen)
        rows[f"text{number}"] = [f"{value:.2f}" for value in rows[f"value{number}"]]
    rows["colour"] = [styles[place].colour for place in rows["place"]]
    rows["marker"] = [styles[place].marker for place in rows["place"]]
    panels = [say(f"ambition_{axis}_column", language) for axis in tables.SCORES]
    ax = draw_ranges(rows, panels, (0.0, 1.0), ax=ax)
    said = {"coding": words.coding_name(coding, language), "codings": scores["coding"].nunique()}
    subtitle = say("ambition_subtitle_commitment", language, **said)
    title = titles.title_of_commitment(scores, coding, language)
    head(ax, title, subtitle, source_line(targets, language))
    return ax


def draw_horizons(targets: pd.DataFrame, horizon: pd.DataFrame, language: str, *, ax: Axes | None = None) -> Axes:
    """Years from a plan's issue to its targets: shortest, median, longest."""
    if horizon.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    names, styles = place_names(targets, language), place_styles(targets)
    known = horizon.set_index("place").reindex([place for place in names if place in set(horizon["place"])])
    stars = ["*" if "first_year" in words.split(";") else "" for words in known["counted_from"]]
    rows = pd.DataFrame(
        {
            "label": [names[place] + star for place, star in zip(known.index, stars, strict=True)],
            "low0": known["shortest"].to_numpy(), "value0": known["median"].to_numpy(),
            "high0": known["longest"].to_numpy(),
            "text0": [words.say_years(value, language) for value in known["median"]],
            "colour": [styles[place].colour for place in known.index],
            "marker": [styles[place].marker for place in known.index],
        }
    )  # fmt: skip
    ax = draw_ranges(rows, [""], (min(0.0, rows["low0"].min()), rows["high0"].max()), ax=ax)
    title = titles.title_of_horizon(horizon, names, language)
    starred = [say("ambition_subtitle_horizon_star", language)] if any(stars) else []
    below = join_sentences([say("ambition_subtitle_horizon", language), *starred], language)
    head(ax, title, below, source_line(targets, language))
    return ax


def _draw_rates(
    targets: pd.DataFrame, every: pd.DataFrame, reference: str, key: tuple[str, str], language: str, ax: Axes | None
) -> tuple[Axes, list[str]]:
    """Rates beside their references, and how many are left to the table."""
    names, styles = place_names(targets, language), place_styles(targets)
    shown = first_groups(every, KEY)
    rows = shown.to_dict("records")
    years = [say_span(int(row["start_year"]), int(row["end_year"]), language) for row in rows]
    points = pd.DataFrame(
        {
            "group": [words.say_group(row, language) for row in rows],
            "label": [
                say("ambition_label", language, place=names[row["place"]], years=span)
                for row, span in zip(rows, years, strict=True)
            ],
            "reference": list(shown[reference]), "value": list(shown["rate"]),
            "text": [words.say_pair(row, reference, language) for row in rows],
            "colour": [styles[row["place"]].colour for row in rows],
            "marker": [styles[row["place"]].marker for row in rows],
        }
    )  # fmt: skip
    left = len(every) - len(shown)
    return draw_pairs(points, key, ax=ax), [say("growth_more", language, count=left)] if left else []


def _wrapped(heads: list[str], count: int) -> list[str]:
    """Heads of as many columns, each no wider than its column."""
    return ["\n".join(wrap_evenly(text, max(100 // count, 8))) for text in heads]
