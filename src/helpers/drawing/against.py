"""The figure of one place's sectors, or of several places', against other places that are named."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_nothing
from helpers.drawing.grids import MARKED, draw_grid
from helpers.drawing.pairs import draw_pairs
from helpers.drawing.style import head, place_styles
from helpers.telling import against, emphasis
from helpers.telling.phrases import capital, join_sentences, say, sector_name
from helpers.telling.promises import source_line


def draw_against(
    targets: pd.DataFrame, compared: pd.DataFrame, names: Mapping[str, str], language: str,
    *, count: str = "targets", minimum: int = 5, ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """The share of each sector beside that of the others: with its marker for one place, as a grid for several.

    ``compared`` is what ``shares_against`` gives; ``names`` has all its places and others.
    """
    known = compared[compared["verdict"] != "alone"]
    if known.empty:
        return draw_nothing(say("nothing_stated" if targets.empty else "against_alone", language), ax=ax)
    few = known["place"].nunique() == 1
    ax = (_draw_one if few else _draw_several)(targets, known, names, language, ax)
    told = {"others": against.say_others(known, names, language), "things": emphasis.things(count, language)}
    kind = say("against_subtitle" if few else "against_subtitle_several", language, **told)
    below = join_sentences([kind, say("against_subtitle_test", language, minimum=minimum, **told)], language)
    head(ax, against.title_of_against(known, names, language), below, source_line(targets, language))
    return ax


def _draw_one(
    targets: pd.DataFrame, compared: pd.DataFrame, names: Mapping[str, str], language: str, ax: Axes | None
) -> Axes:
    rows = compared.sort_values(["difference", "sector"], ascending=[False, True], kind="stable")
    place = str(rows["place"].iloc[0])
    style = place_styles(targets)[place]
    points = pd.DataFrame(
        {
            "group": say("against_group", language),
            "label": [capital(sector_name(sector, language)) for sector in rows["sector"]],
            "reference": 100 * rows["other_share"],
            "value": 100 * rows["share"],
            "text": [_beside(row, language) for row in rows.to_dict("records")],
            "colour": style.colour,
            "marker": style.marker,
        }
    )
    return draw_pairs(points, (against.say_others(compared, names, language), names[place]), ax=ax)


def _beside(row: Mapping[str, object], language: str) -> str:
    shares = {name: emphasis.say_share(row[name], language) for name in ("share", "other_share")}
    counts = {name: row[name] for name in ("count", "of_place", "other_count", "of_others")}
    return MARKED.get(str(row["verdict"]), "") + say("against_beside", language, **shares, **counts)


def _draw_several(
    _: pd.DataFrame, compared: pd.DataFrame, names: Mapping[str, str], language: str, ax: Axes | None
) -> Axes:
    gap = "\n" if compared["place"].nunique() > 1 else " "
    out = compared["verdict"].isin(emphasis.STANDING_OUT)
    text = [f"{against.say_points(row['difference'])}{gap}({row['count']})"
            for row in compared.to_dict("records")]  # fmt: skip
    rows = compared.assign(text=text, mark=out, shade=out.astype("float64"))
    # sectors with most targets first, as in the other figures
    total = (rows["count"] + rows["other_count"]).groupby(rows["sector"]).max()
    order = list(total.sort_index().sort_values(ascending=False, kind="stable").index)
    places = [place for place in names if place in set(rows["place"])]
    grids = [rows.pivot_table(index="sector", columns="place", values=name, aggfunc="first").reindex(
        index=order, columns=places) for name in ("text", "shade", "mark")]  # fmt: skip
    labels = [capital(sector_name(sector, language)) for sector in order]
    texts, shades, marks = (grid.set_axis(labels).rename(columns=dict(names)) for grid in grids)
    shades, marks = shades.astype("float64").fillna(0.0), marks.fillna(value=False).astype(bool)
    return draw_grid(texts.fillna("0"), shades, marks, ax=ax)
