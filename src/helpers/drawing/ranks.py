"""The figure of rank ranges."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_nothing
from helpers.drawing.pairs import draw_rank_strips
from helpers.drawing.style import head, place_styles
from helpers.telling import ambition as telling
from helpers.telling import ambition_titles as titles
from helpers.telling.ambition_words import component_name
from helpers.telling.phrases import say, say_list
from helpers.telling.promises import place_names


def draw_ranks(targets: pd.DataFrame, ranked: Any, language: str, *, draws: int = 2000, ax: Axes | None = None) -> Axes:
    """How often each place takes each rank over all weights, normalizations and components left out.

    A sentence in its place where nothing is ranked; no figure is made of fewer places or components than was asked.
    """
    if ranked.ranges.empty:
        least = {"places": ranked.minimum_places, "components": ranked.minimum_components}
        return draw_nothing(say("ambition_nothing_ranks", language, **least), ax=ax)
    names, styles = place_names(targets, language), place_styles(targets)
    order = list(ranked.ranges["place"])
    shares = ranked.distribution.pivot_table(index="place", columns="rank", values="share", aggfunc="sum")
    shares = shares.reindex(index=order, columns=range(1, len(order) + 1)).fillna(0.0)
    shares = shares.div(shares.sum(axis=1), axis=0)
    rows = ranked.ranges.assign(
        label=[names[place] for place in order],
        colour=[styles[place].colour for place in order],
        marker=[styles[place].marker for place in order],
    )
    ax = draw_rank_strips(shares, rows, ax=ax)
    said = {
        "draws": draws,
        "methods": ranked.distribution["method"].nunique(),
        "components": say_list([component_name(one, language) for one in ranked.values.columns], language),
        "plans": targets["plan_id"].nunique(),
    }
    subtitle = say("ambition_subtitle_ranks", language, **said)
    head(ax, titles.title_of_ranks(ranked, names, language), subtitle, telling.source(targets, language))
    return ax
