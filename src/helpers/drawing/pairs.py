"""Forms for distances and ranges: a value beside its reference, a marker on its range, ranks as a strip of shades."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.drawn import keep_table
from helpers.drawing.forms import SHADES
from helpers.drawing.style import CONTEXT, FAINT, INK, WIDTH, columns, wrap_text

ROW, HEAD, SPACE = 0.27, 1.0, 0.4  # inches of a row; rows of a heading and of the space before it
MOST_ROWS = 70
TALL_ROW, MANY = 0.42, 10
LABEL_COLUMNS = 60


def first_groups(frame: pd.DataFrame, keys: Sequence[str], most: int = MOST_ROWS) -> pd.DataFrame:
    """The first groups of a sorted frame with no more rows than a page can hold; of too large a first one its head."""
    if frame.empty:
        return frame
    number = frame.groupby(list(keys), observed=True, sort=False).ngroup()
    last = number.value_counts().sort_index().cumsum()
    fitting = set(last[last <= most].index)
    return frame[number.isin(fitting)] if fitting else frame[number == 0].head(most)


def draw_pairs(points: pd.DataFrame, key: Sequence[str], *, zero: str = "0", ax: Axes | None = None) -> Axes:
    """Values with their references, a row each, in groups with a heading, and the difference written beside them.

    ``points`` has ``group``, ``label``, ``reference``, ``value``, ``text``, ``colour`` and ``marker``; ``key`` names
    reference and value. All groups share one scale, whose origin ``zero`` names.
    """
    groups = list(points["group"].drop_duplicates())
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, ROW * (len(points) + (HEAD + SPACE) * len(groups)) + 0.5))
    numbers = points[["reference", "value"]].to_numpy(dtype="float64")
    low, high = min(numbers.min(), 0.0), max(numbers.max(), 0.0)
    spread = (high - low) or 1.0
    ticks, labels, line = [], [], 0.0
    for group in groups:
        line += SPACE if line else 0
        _write(ax, 0, line, group, 9)
        line += HEAD
        for point in points[points["group"] == group].itertuples():
            ends = sorted((point.reference, point.value))
            ax.plot(ends, [line, line], color=CONTEXT, linewidth=2, zorder=1, solid_capstyle="butt")
            ax.plot([point.reference] * 2, [line - 0.32, line + 0.32], color=FAINT, linewidth=2, zorder=2)
            ax.plot(point.value, line, point.marker, color=point.colour, markersize=6.5, zorder=3)
            ax.text(ends[1] + 0.02 * spread, line, point.text, ha="left", va="center", fontsize=8, color=INK)
            ticks.append(line)
            labels.append("\n".join(wrap_text(point.label, LABEL_COLUMNS)))
            line += 1
    ax.plot([0, 0], [-0.3, line - 0.5], color=CONTEXT, linewidth=0.8, zorder=0)
    ax.text(0, line - 0.4, zero, ha="center", va="top", fontsize=8, color=FAINT)
    _name_pair(ax, key, -1.0)
    ax.set(ylim=(line + 0.3, -1.7), xlim=(low - 0.02 * spread, high + 0.45 * spread), xticks=[])
    ax.set_yticks(ticks, labels)
    ax.spines[:].set_visible(False)
    kept = points[["group", "label", "text"]]
    keep_table(ax, kept.set_axis(["drawn_group", "drawn_label", "drawn_text"], axis="columns"))
    return ax


def draw_ranges(
    rows: pd.DataFrame, panels: Sequence[str], limits: tuple[float, float], *, ax: Axes | None = None
) -> Axes:
    """A marker on the range it lies in, a row each, in panels side by side.

    ``rows`` has ``label``, ``colour``, ``marker`` and for each panel, by its place, ``low0``, ``value0``, ``high0``,
    ``text0`` and so on; ``panels`` are their headings, and ``limits`` the ends of every panel's scale.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, ROW * len(rows) + 0.7))
    low, high = limits
    width, text = (high - low) or 1.0, 0.55  # the share of a panel that is kept for the number beside its marker
    step = width * (1 + text)
    for place, panel in enumerate(panels):
        shift = place * step - low
        ax.text(low + shift, -1, panel, ha="left", va="center", fontsize=9, color=INK)
        for end in limits:
            ax.plot([end + shift] * 2, [-0.5, len(rows) - 0.5], color=CONTEXT, linewidth=0.6, zorder=0)
            ax.text(end + shift, len(rows) - 0.4, f"{end:.2g}", ha="center", va="top", fontsize=8, color=FAINT)
        for line, row in enumerate(rows.to_dict("records")):
            ends = [row[f"low{place}"] + shift, row[f"high{place}"] + shift]
            ax.plot(ends, [line, line], color=CONTEXT, linewidth=4, zorder=1, solid_capstyle="butt")
            ax.plot(row[f"value{place}"] + shift, line, row["marker"], color=row["colour"], markersize=6.5, zorder=2)
            ax.text(high + shift + 0.06 * width, line, row[f"text{place}"], va="center", fontsize=8, color=INK)
    ax.set(ylim=(len(rows) + 0.3, -1.6), xlim=(-0.03 * width, len(panels) * step), xticks=[])
    ax.set_yticks(range(len(rows)), list(rows["label"]))
    ax.spines[:].set_visible(False)
    kept = {panel or "drawn_text": list(rows[f"text{place}"]) for place, panel in enumerate(panels)}
    keep_table(ax, pd.DataFrame({"drawn_label": list(rows["label"]), **kept}))
    return ax


def draw_rank_strips(shares: pd.DataFrame, rows: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """How often each place takes each rank, as a strip of shades, with its median and the range of nine in ten.

    ``shares`` has places down, ranks from 1 across; ``rows`` has, in the same order, ``label``, ``low``, ``median``,
    ``high``, ``colour`` and ``marker``.
    """
    count = shares.shape[1]
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, (TALL_ROW if count < MANY else ROW) * len(shares) + 0.6))
    for line, row in enumerate(rows.to_dict("records")):
        for rank in range(count):
            share = float(shares.iat[line, rank])
            if share:
                shade = SHADES(share**0.5)
                ax.add_patch(plt.Rectangle((rank + 0.5, line - 0.44), 1, 0.88, facecolor=shade, edgecolor="white"))
        ax.plot([row["low"], row["high"]], [line, line], color=INK, linewidth=1.2, zorder=2)
        ax.plot(
            row["median"], line, row["marker"], color=row["colour"], markersize=7, zorder=3, markeredgecolor="white"
        )
    ax.set(ylim=(len(shares) - 0.5, -0.6), xlim=(0.45, count + 0.55))
    ax.set_xticks(range(1, count + 1), [str(rank) for rank in range(1, count + 1)])
    ax.set_yticks(range(len(shares)), list(rows["label"]))
    ax.xaxis.tick_top()
    ax.spines[:].set_visible(False)
    kept = rows[["label", "median", "low", "high"]]
    keep_table(ax, kept.rename(columns={name: f"drawn_{name}" for name in kept}))
    return ax


def _name_pair(ax: Axes, key: Sequence[str], line: float) -> None:
    """A key in one line: the grey line is the reference, the marker the value."""
    across = ax.get_yaxis_transform()
    ax.plot([0.015, 0.015], [line - 0.32, line + 0.32], color=FAINT, linewidth=2, transform=across)
    _write(ax, 0.03, line, key[0], 8.5)
    left = 0.06 + 0.0125 * columns(key[0])
    ax.plot(left, line, "o", color=INK, markersize=6, transform=across)
    _write(ax, left + 0.015, line, key[1], 8.5)


def _write(ax: Axes, x: float, line: float, text: str, size: float) -> None:
    """Text at a share of the width, on white, so that no line of the figure runs through it."""
    white = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    across = ax.get_yaxis_transform()
    ax.text(x, line, text, ha="left", va="center", fontsize=size, color=INK, transform=across, bbox=white)
