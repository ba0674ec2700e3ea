"""Figures of where one place stands among all others: sector emphasis, components of ambition."""

from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.drawn import keep_table
from helpers.drawing.forms import draw_nothing
from helpers.drawing.grids import draw_intervals
from helpers.drawing.profile import LABEL, TEXT, edges_of, name_rows
from helpers.drawing.style import CONTEXT, FAINT, WIDTH, PlaceStyle, head, place_styles, wrap_text
from helpers.telling import emphasis, standing
from helpers.telling.ambition import source
from helpers.telling.phrases import capital, join_sentences, say, sector_name
from helpers.telling.profile import name_of_place
from helpers.telling.promises import source_line


def draw_emphasis(
    targets: pd.DataFrame, quotients: pd.DataFrame, language: str, *, minimum: int = 5, ax: Axes | None = None
) -> Axes:
    """Location quotients of the place of ``targets`` with their intervals; ``quotients`` from ``emphasis_of``."""
    tested = quotients[quotients["quotient"].notna()]
    rows = tested[(tested["count"] > 0) | tested["verdict"].isin(emphasis.STANDING_OUT)]
    told = {"things": emphasis.things("targets", language), "minimum": minimum}
    if rows.empty:
        return draw_nothing(say("emphasis_quotients_few", language, **told), ax=ax)
    name = name_of_place(targets, language)
    texts = [
        f"{emphasis.say_quotient(row['quotient'], language)} ({row['count']})" if row["count"] else "0 (0)"
        for row in rows.to_dict("records")
    ]
    cells = rows[["low", "high", "verdict"]].assign(
        row=[capital(sector_name(sector, language)) for sector in rows["sector"]],
        panel=name, value=rows["quotient"], text=texts,
    )  # fmt: skip
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, 0.24 * len(rows) + 0.8))
    ax = draw_intervals(cells, list(cells["row"]), [name], ax=ax)
    left = len(tested) - len(rows)
    more = [say("standing_without", language, count=left)] if left else []
    below = join_sentences([say("emphasis_subtitle_quotients", language, **told), *more], language)
    head(ax, standing.title_of_emphasis(quotients, name, language), below, source_line(targets, language))
    return ax


def draw_standing(
    targets: pd.DataFrame, judged: Any, rows: pd.DataFrame, language: str, *, ax: Axes | None = None
) -> Axes:
    """Components of ambition of the place of ``targets`` among those of all others, each on a scale of its own.

    ``judged`` is what ``judge_ambition`` gives for all places, ``rows`` what ``beside_components`` gives for the one.
    """
    if targets.empty or (rows["reason"] != "").all():
        return draw_nothing(say("standing_nothing", language), ax=ax)
    place, name = str(targets["place"].iloc[0]), name_of_place(targets, language)
    shown = rows.to_dict("records")
    labels = ["\n".join(wrap_text(standing.name_of(row, language), LABEL)) for row in shown]
    texts = ["\n".join(wrap_text(standing.say_standing(row, judged, language), TEXT + 6)) for row in shown]
    edges = edges_of(labels, texts)
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH * 0.6, edges[-1]))
    middles = [(start + end) / 2 for start, end in pairwise(edges)]
    for row, y in zip(shown, middles, strict=True):
        _draw_strip(ax, judged.components, row, place, y, place_styles(targets)[place])
    name_rows(ax, middles, labels, texts)
    ax.set(ylim=(edges[-1], 0), xlim=(-0.06, 1.06), xticks=[])
    table = standing.table_of_ambition(rows, judged, language)
    keep_table(ax, table.iloc[:, :-1])
    below = standing.subtitle_of_ambition(judged, name, language)
    head(ax, standing.title_of_ambition(rows, name, language), below, source(targets, language, upper=True))
    return ax


def _draw_strip(
    ax: Axes, components: pd.DataFrame, row: dict[str, object], place: str, y: float, style: PlaceStyle
) -> None:
    """All known values of a component from the lowest at 0 to the highest at 1; a single one in the middle."""
    known = components[(components["component"] == row["component"]) & (components["reason"] == "")]
    known = known[known["value"].notna()]
    low, high = known["value"].min(), known["value"].max()
    at = (known["value"] - low) / (high - low) if high > low else known["value"] * 0 + 0.5
    ax.plot([0, 1], [y, y], color=CONTEXT, linewidth=1, zorder=1)
    mine = known["place"] == place
    ax.plot(at[~mine], [y] * int((~mine).sum()), "o", color=FAINT, markersize=4.5, zorder=2)
    ax.plot(at[mine], [y] * int(mine.sum()), style.marker, color=style.colour, markersize=8, zorder=3)
