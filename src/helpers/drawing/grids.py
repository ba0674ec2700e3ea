"""Grids of short cells, for many places or sectors, and grids of intervals around 1."""

import math
from collections.abc import Sequence
from itertools import pairwise

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import BLANK, SHADES
from helpers.drawing.style import ACCENT, CONTEXT, FAINT, INK, WIDTH, columns, wrap_evenly

#: Inches of the axes across, of a line in a cell, and of the space around the lines.
ACROSS, LINE, PAD = 7.1, 0.15, 0.13
CELL_SIZE = 7.5
#: Inches that one column of text takes per point of size.
COLUMN = 0.0078
#: More columns than this are turned into rows where there are fewer rows.
MOST_ACROSS = 9
LABEL_COLUMNS = 30
#: Columns of text in an upright label, where its column is wide enough for two lines (inches).
UPRIGHT, TWO_LINES = 26, 0.3
#: Odds beyond which a quotient's interval is cut off, and the part of a panel that its text takes.
LOWEST, HIGHEST = 1 / 8, 8.0
TEXT_PART = 0.36
MARKED = {"above": "▲ ", "below": "▼ "}


def draw_grid(
    texts: pd.DataFrame,
    shades: pd.DataFrame,
    marks: pd.DataFrame | None = None,
    *,
    widest: float = 1.4,
    turn: bool = True,
    ax: Axes | None = None,
) -> Axes:
    """A grid of cells written on with ``texts`` and shaded by ``shades``; ``marks`` frames the cells that are true.

    The frames have the same rows and columns, which are the labels; shades run from 0, which is left pale, to 1. With
    more than ``MOST_ACROSS`` columns and fewer rows, rows and columns change places (``turn``), and labels of narrow
    columns stand upright.
    """
    frames = [texts, shades, shades.astype(bool) & False if marks is None else marks]
    if turn and texts.shape[1] > MOST_ACROSS and texts.shape[0] < texts.shape[1]:
        frames = [frame.T for frame in frames]
    texts, shades, marks = frames
    heads = [str(head) for head in texts.columns]
    labels = ["\n".join(wrap_evenly(str(row), LABEL_COLUMNS)) for row in texts.index]
    lines = [max([text.count("\n") for text in row] + [label.count("\n")]) + 1
             for row, label in zip(texts.to_numpy(), labels, strict=True)]  # fmt: skip
    edges = [0.0]
    for count in lines:
        edges.append(edges[-1] + LINE * count + PAD)
    width = min(ACROSS / max(len(heads), 1), widest)
    if ax is None:
        # the axes of a figure take 0.77 of its height by default
        _, ax = plt.subplots(figsize=(WIDTH, edges[-1] / 0.77))
    _fill_cells(ax, texts, shades, marks, edges)
    _name_grid(ax, labels, heads, edges, width)
    return ax


def _fill_cells(ax: Axes, texts: pd.DataFrame, shades: pd.DataFrame, marks: pd.DataFrame, edges: list[float]) -> None:
    for down in range(len(texts)):
        y, height = edges[down], edges[down + 1] - edges[down]
        for across in range(texts.shape[1]):
            shade, text = float(shades.iat[down, across]), texts.iat[down, across]
            colour = SHADES(min(shade, 1.0) ** 0.5) if shade > 0 else BLANK
            ax.add_patch(plt.Rectangle((across, y), 1, height, facecolor=colour, edgecolor="white", linewidth=1.2))
            ink = INK if shade > 0 or marks.iat[down, across] else FAINT
            ax.text(across + 0.5, y + height / 2, text, ha="center", va="center", fontsize=CELL_SIZE, color=ink,
                    linespacing=1.2)  # fmt: skip
            if marks.iat[down, across]:
                frame = (across + 0.03, y + 0.015), 0.94, height - 0.03
                ax.add_patch(plt.Rectangle(*frame, facecolor="none", edgecolor=INK, linewidth=1.3, zorder=3))


def _name_grid(ax: Axes, labels: Sequence[str], heads: Sequence[str], edges: list[float], width: float) -> None:
    # few columns leave the right side empty, so that text has one size in all figures
    ax.set(xlim=(0, max(len(heads), ACROSS / width)), ylim=(edges[-1] or 1, 0))
    upright = any(columns(head) * 9 * COLUMN > width * 0.97 for head in heads)
    turned = {"rotation": 90, "ha": "center", "va": "bottom"} if upright and width < 0.8 else {"va": "baseline"}
    fitting = max(int(width / 9 / COLUMN), 6) if "rotation" not in turned else UPRIGHT if width > TWO_LINES else 99
    heads = ["\n".join(wrap_evenly(head, fitting)) for head in heads]
    ax.set_xticks([place + 0.5 for place in range(len(heads))], heads, **turned)
    ax.set_yticks([(top + bottom) / 2 for top, bottom in pairwise(edges)], labels)
    ax.xaxis.tick_top()
    ax.spines[:].set_visible(False)


def draw_intervals(cells: pd.DataFrame, rows: Sequence[str], panels: Sequence[str], *, ax: Axes | None = None) -> Axes:
    """Quotients with their intervals on scales of doublings, a row each sector and a panel each place.

    ``cells`` has ``row`` and ``panel`` as labels, ``value``, ``low`` and ``high``, which may be missing, ``text`` to
    stand beside them and ``verdict``: ``above`` and ``below`` are drawn in the accent, with a sign in the text.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, 0.29 * len(rows) + 0.9))
    for panel in range(len(panels)):
        ax.plot([_at(1.0, panel)] * 2, (-0.5, len(rows) - 0.5), color=FAINT, linewidth=0.8, zorder=1)
        for tick, name in ((0.25, "¼"), (1.0, "1"), (4.0, "4")):
            ax.text(_at(tick, panel), len(rows) - 0.3, name, ha="center", va="center", fontsize=7.5, color=FAINT)
    for cell in cells.to_dict("records"):
        down, panel = list(rows).index(cell["row"]), list(panels).index(cell["panel"])
        _draw_interval(ax, cell, down, panel)
    for down in range(len(rows)):
        ax.axhline(down + 0.5, color=CONTEXT, linewidth=0.3, zorder=0)
    ax.set(xlim=(0, len(panels)), ylim=(len(rows) + 0.1, -0.6))
    heads = ["\n".join(wrap_evenly(panel, 16)) for panel in panels]
    ax.set_xticks([panel + 0.5 for panel in range(len(panels))], heads, va="baseline")
    ax.set_yticks(range(len(rows)), rows)
    ax.xaxis.tick_top()
    ax.spines[:].set_visible(False)
    return ax


def _draw_interval(ax: Axes, cell: dict[str, object], down: int, panel: int) -> None:
    out = cell["verdict"] in MARKED
    colour = ACCENT if out else FAINT
    text = MARKED.get(str(cell["verdict"]), "") + str(cell["text"])
    ax.text(panel + 0.93, down, text, ha="right", va="center", fontsize=7.5, color=INK if out else FAINT)
    if pd.isna(cell["value"]):
        return
    ends = (_at(cell["low"], panel), _at(cell["high"], panel))
    ax.plot(ends, (down, down), color=colour, linewidth=2.2 if out else 1.0, solid_capstyle="butt", zorder=2)
    face = colour if out else "white"
    ax.plot(_at(cell["value"], panel), down, "o", markersize=5, color=colour, markerfacecolor=face, zorder=3)


def _at(quotient: float, panel: int) -> float:
    """Where a quotient lies in its panel; beyond the ends it lies at the end."""
    kept = min(max(quotient, LOWEST), HIGHEST)
    part = math.log(kept / LOWEST) / math.log(HIGHEST / LOWEST)
    return panel + 0.02 + part * (1 - TEXT_PART - 0.06)
