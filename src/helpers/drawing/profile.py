"""Figures of one place: when its targets fall due, and where its growth stands among others'."""

from collections.abc import Sequence
from itertools import pairwise

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_heat_table, draw_nothing
from helpers.drawing.style import CONTEXT, FAINT, INK, WIDTH, PlaceStyle, head, place_styles, wrap_text
from helpers.telling import profile as telling
from helpers.telling.growth import say_group, source
from helpers.telling.phrases import capital, join_sentences, say, sector_name
from helpers.telling.promises import source_line

MOST_ROWS = 24
LABEL, TEXT = 38, 34  # columns of the labels left and right
LINE = 0.165  # inches of a line of small text


def draw_due(targets: pd.DataFrame, counts: pd.DataFrame, language: str, *, ax: Axes | None = None) -> Axes:
    """How many targets of a place fall due in which year; ``counts`` is what ``due_by_sector`` gives."""
    if targets.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    table = counts.astype(int)
    heads = [say("undated_column", language) if year == telling.NO_YEAR else str(year) for year in counts.columns]
    if len(heads) > 1:
        table[""] = table.sum(axis=1)
        heads.append(say("all_column", language))
    labels = [capital(sector_name(code, language)) for code in table.index]
    shades = table.assign(**{"": 0}) if "" in table else table  # the sums are no cell of the comparison
    ax = draw_heat_table(shades, table.astype("str"), labels, heads, ax=ax)
    below = say("subtitle_due", language, place=telling.name_of_place(targets, language))
    head(ax, telling.title_of_due(counts, language), below, source_line(targets, language))
    return ax


def draw_position(
    targets: pd.DataFrame, growth: pd.DataFrame, position: pd.DataFrame, language: str, *, ax: Axes | None = None
) -> Axes:
    """Growth of the place of ``targets`` beside that of others; ``position`` is what ``beside_peers`` gives for
    ``growth``.
    """
    if targets.empty or position.empty:
        return draw_nothing(say("position_nothing", language), ax=ax)
    place, name = str(targets["place"].iloc[0]), telling.name_of_place(targets, language)
    shown = position.sort_values("peers", ascending=False, kind="stable").head(MOST_ROWS).to_dict("records")
    labels = ["\n".join(wrap_text(say_group(row, language), LABEL)) for row in shown]
    texts = ["\n".join(wrap_text(telling.say_position(row, language), TEXT)) for row in shown]
    edges = edges_of(labels, texts)
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH * 0.67, edges[-1] + 0.5))
    middles = [(start + end) / 2 for start, end in pairwise(edges)]
    for row, y in zip(shown, middles, strict=True):
        _draw_rates(ax, growth, row, place, y, place_styles(targets)[place])
    name_rows(ax, middles, labels, texts)
    ax.set(ylim=(edges[-1], 0))
    ax.set_xlabel(say("position_axis", language), fontsize=8)
    ax.tick_params(axis="x", labelsize=8)
    ax.grid(axis="x", color=CONTEXT, linewidth=0.4)
    more = [say("rates_more", language, count=len(position) - len(shown))] if len(position) > len(shown) else []
    below = join_sentences([say("subtitle_position", language, place=name), *more], language)
    head(ax, telling.title_of_position(position, name, language), below, source(targets, language))
    return ax


def _draw_rates(ax: Axes, growth: pd.DataFrame, row: dict, place: str, y: float, style: PlaceStyle) -> None:
    same = (growth["indicator_code"] == row["indicator_code"]) & (growth["price_basis"] == row["price_basis"])
    rates = growth[same & (growth["kind"] != "between_milestones")]
    low, high = rates["rate"].min(), rates["rate"].max()
    ax.plot([low, high], [y, y], color=CONTEXT, linewidth=1, zorder=1)
    mine = rates["place"] == place
    ax.plot(rates.loc[~mine, "rate"], [y] * int((~mine).sum()), "o", color=FAINT, markersize=4.5, zorder=2)
    ax.plot(rates.loc[mine, "rate"], [y] * int(mine.sum()), style.marker, color=style.colour, markersize=8, zorder=3)


def edges_of(labels: Sequence[str], texts: Sequence[str]) -> list[float]:
    """Upper and lower ends of rows, in inches, of which each is as high as its label and its text need."""
    edges = [0.0]
    for label, text in zip(labels, texts, strict=True):
        edges.append(edges[-1] + LINE * (max(label.count("\n"), text.count("\n")) + 1) + 0.14)
    return edges


def name_rows(ax: Axes, middles: Sequence[float], labels: Sequence[str], texts: Sequence[str]) -> None:
    """Labels to the left of rows and texts to their right, without any frame."""
    for text, y in zip(texts, middles, strict=True):
        ax.text(1.03, y, text, ha="left", va="center", fontsize=8, color=INK, transform=ax.get_yaxis_transform())
    ax.set_yticks(middles, labels, fontsize=8, linespacing=1.25)
    ax.set_axisbelow(True)
    ax.spines[:].set_visible(False)
