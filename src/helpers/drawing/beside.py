"""The figure of growth that places state beside that of province and nation."""

import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_nothing, draw_points
from helpers.drawing.pairs import first_groups
from helpers.drawing.style import head
from helpers.telling import beside
from helpers.telling.ambition import source
from helpers.telling.growth import say_group, say_rate
from helpers.telling.phrases import join_sentences, say
from helpers.telling.promises import place_names

KEY = ["indicator_code", "price_basis"]


def draw_beside(targets: pd.DataFrame, rates: pd.DataFrame, language: str, *, ax: Axes | None = None) -> Axes:
    """Growth that places state, and growth that province and nation state for the same indicator and price basis.

    ``rates`` is what ``growth_beside`` gives.
    """
    if rates.empty:
        return draw_nothing(say("ambition_no_beside", language), ax=ax)
    names = place_names(targets, language)
    shown = first_groups(rates, KEY)
    rows = shown.to_dict("records")
    points = pd.DataFrame(
        {
            "group": [say_group(row, language) for row in rows],
            "label": [beside.say_beside_label(row, names, language) for row in rows],
            "value": list(shown["rate"]),
            "text": [say_rate(row, language) for row in rows],
            "colour": [int(row["layer"] != "place") for row in rows],
        }
    )
    key = (say("ambition_beside_place", language), say("ambition_beside_upper", language))
    ax = draw_points(points, key, ax=ax)
    left = len(rates) - len(shown)
    more = [say("growth_more", language, count=left)] if left else []
    below = join_sentences([say("ambition_beside_subtitle", language), *more], language)
    head(ax, beside.title_of_beside(rates, language), below, source(targets, language, upper=True))
    return ax
