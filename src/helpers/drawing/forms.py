"""The forms that figures take: tables of cells, bars of parts. Frame and axes in, axes out."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from helpers.drawing.drawn import keep_table
from helpers.drawing.style import CONTEXT, FAINT, INK, PALETTE, WIDTH, columns, wrap_evenly, wrap_lines

SHADES = LinearSegmentedColormap.from_list("shades", ["#F4F7FA", "#CFE1EF", "#7FB2D6"])
BLANK = "#FAFAFA"
LINE, PAD = 0.155, 0.14  # inches of a line of small text and of the space around lines
LABEL_COLUMNS = 34
CELL_SIZE = 7.5


def draw_heat_table(
    numbers: pd.DataFrame, texts: pd.DataFrame, rows: Sequence[str], heads: Sequence[str], *, ax: Axes | None = None
) -> Axes:
    """A table of cells, shaded by ``numbers`` and written on with ``texts``; a cell with 0 is left pale.

    Both frames have the same shape; ``rows`` and ``heads`` are the labels to print.
    """
    width = max(int(118 / max(len(heads), 1)), 6)
    cells = [["\n".join(wrap_lines(text, width)) for text in line] for line in texts.to_numpy()]
    labels = ["\n".join(wrap_evenly(row, LABEL_COLUMNS)) for row in rows]
    if ax is None:
        lines = [
            max(text.count("\n") for text in (*line, label)) + 1 for line, label in zip(cells, labels, strict=True)
        ]
        _, ax = plt.subplots(figsize=(WIDTH, sum(LINE * count + PAD for count in lines) + 0.2))
    else:
        lines = [1] * len(rows)
    edges = [0.0]
    for count in lines:
        edges.append(edges[-1] + LINE * count + PAD)
    top = max(numbers.to_numpy().max(initial=0), 1)
    for down, line in enumerate(cells):
        y, height = edges[down], edges[down + 1] - edges[down]
        for across, text in enumerate(line):
            number = numbers.iat[down, across]
            colour = SHADES((number / top) ** 0.5) if number else BLANK
            ax.add_patch(plt.Rectangle((across, y), 1, height, facecolor=colour, edgecolor="white", linewidth=1.5))
            ink = INK if number else FAINT
            ax.text(
                across + 0.5,
                y + height / 2,
                text,
                ha="center",
                va="center",
                fontsize=CELL_SIZE,
                color=ink,
                linespacing=1.25,
            )
    ax.set(xlim=(0, max(len(heads), 1)), ylim=(edges[-1] or 1, 0))
    ax.set_xticks([place + 0.5 for place in range(len(heads))], heads)
    ax.set_yticks([(edges[place] + edges[place + 1]) / 2 for place in range(len(rows))], labels)
    ax.xaxis.tick_top()
    ax.spines[:].set_visible(False)
    keep_table(ax, _as_table(texts.map(lambda text: str(text).replace("\n", "; ")), rows, heads))
    return ax


def draw_shares(
    counts: pd.DataFrame,
    rows: Sequence[str],
    groups: Sequence[str],
    *,
    colours: Sequence[str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Bars of parts of a whole, one bar a row, with the counts written in the parts.

    ``counts`` has the wholes down and the groups across; the groups' names stand above the first bar. ``colours`` are
    those of the groups, where the palette's would say something wrong.
    """
    tints = colours or [_tint(place) for place in range(len(groups))]
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, 0.42 * len(rows) + 0.6))
    shares = counts.div(counts.sum(axis=1).clip(lower=1), axis=0) * 100
    for down in range(len(rows)):
        left = 0.0
        for across in range(len(groups)):
            share, count = shares.iat[down, across], counts.iat[down, across]
            ax.barh(down, share, left=left, height=0.7, color=tints[across], edgecolor="white", linewidth=1.2)
            if count:
                ax.text(left + share / 2, down, str(count), ha="center", va="center", fontsize=8, color=INK)
            left += share
    _name_parts(ax, groups, tints)
    ax.set(ylim=(len(rows) - 0.5, -1.1), xlim=(0, 100), xticks=[])
    ax.set_yticks(range(len(rows)), rows)
    ax.spines[:].set_visible(False)
    keep_table(ax, _as_table(counts, rows, groups))
    return ax


def draw_points(points: pd.DataFrame, key: Sequence[str], *, ax: Axes | None = None) -> Axes:
    """Values as points on one scale, a row each, in groups with a heading, and each with its text beside it.

    ``points`` has ``group``, ``label``, ``value``, ``text`` and ``colour``, a place in the palette; ``key`` names the
    colours in one line above.
    """
    groups = points["group"].drop_duplicates()
    height = 0.27 * (len(points) + 1.4 * len(groups)) + 0.5
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, height))
    low, high = min(points["value"].min(), 0), max(points["value"].max(), 1)
    ticks, labels, line = [], [], 0.0
    for group in groups:
        line += 0.4 if line else 0
        ax.text(0, line, group, ha="left", va="center", fontsize=9, color=INK, transform=ax.get_yaxis_transform())
        line += 1
        for point in points[points["group"] == group].itertuples():
            ax.plot([0, point.value], [line, line], color=CONTEXT, linewidth=1, zorder=1)
            marker = "o" if point.colour == 0 else "D"
            ax.plot(point.value, line, marker, color=PALETTE[point.colour], markersize=6.5, zorder=2)
            ax.text(point.value + 0.02 * (high - low), line, point.text, ha="left", va="center", fontsize=8, color=INK)
            ticks.append(line)
            labels.append(point.label)
            line += 1
    for place, name in enumerate(key):
        left = 0.02 + 0.018 * sum(columns(one) for one in key[:place])
        marker = "o" if place == 0 else "D"
        ax.plot(left, -1, marker, color=PALETTE[place], markersize=6.5, transform=ax.get_yaxis_transform())
        ax.text(left + 0.015, -1, name, ha="left", va="center", fontsize=8.5, transform=ax.get_yaxis_transform())
    ax.set(ylim=(line - 0.4, -1.6), xlim=(low - 0.02 * (high - low), high + 0.45 * (high - low)), xticks=[])
    ax.set_yticks(ticks, labels)
    ax.spines[:].set_visible(False)
    told = points.assign(colour=[key[place] for place in points["colour"]]) if key else points.drop(columns="colour")
    shown = told.assign(value=points["value"].map("{:.6g}".format))
    keep_table(ax, shown.rename(columns={name: f"drawn_{name}" for name in shown}))
    return ax


def _as_table(cells: pd.DataFrame, rows: Sequence[str], heads: Sequence[str]) -> pd.DataFrame:
    """Cells with their labels, as they are printed, in the first column."""
    table = pd.DataFrame(cells.to_numpy(), columns=list(heads))
    table.insert(0, "drawn_row", list(rows), allow_duplicates=True)
    return table


def _tint(place: int) -> tuple[float, ...]:
    """The palette's colours mixed with white: dark numbers can be read on them, and grey print tells them apart."""
    parts = (int(PALETTE[place][start : start + 2], 16) / 255 for start in (1, 3, 5))
    strength = (0.75, 0.6, 0.45, 0.35)[place % 4]
    return tuple(1 - (1 - part) * strength for part in parts)


def _name_parts(ax: Axes, groups: Sequence[str], tints: Sequence[object]) -> None:
    """A key in one line above the bars, in the order of the parts."""
    left = 0.0
    for place, group in enumerate(groups):
        ax.add_patch(plt.Rectangle((left, -0.95), 1.6, 0.3, facecolor=tints[place]))
        ax.text(left + 2.2, -0.8, group, ha="left", va="center", fontsize=8.5, color=INK)
        left += 5 + 1.12 * columns(group)


def draw_nothing(sentence: str, *, ax: Axes | None = None) -> Axes:
    """A sentence where there is nothing to draw, so that a page says so and does not break."""
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, 0.5))
    ax.text(0, 0.5, sentence, ha="left", va="center", color=FAINT, transform=ax.transAxes)
    ax.set_axis_off()
    return ax
