"""Figures of whether numbers agree: what follows from other clauses against what is stated."""

import math
from collections.abc import Sequence
from itertools import pairwise

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_heat_table, draw_nothing
from helpers.drawing.style import CONTEXT, FAINT, INK, PALETTE, WIDTH, columns, head, wrap_text
from helpers.telling import consistency as telling
from helpers.telling.phrases import capital, join_sentences, say

#: Kinds of identity in which the computed number should be the stated one.
EQUAL = ("share", "per_head", "growth", "stock")
#: Colour and marker of each outcome; the shapes tell them apart in grey print.
LOOKS = {"contradicts": (PALETTE[1], "X"), "tight": (PALETTE[0], "D"), "implies": (FAINT, "s"), "agrees": (FAINT, "o")}
MOST_ROWS = 40
LABEL, TEXT = 40, 34  # columns of the labels left and right
LINE = 0.165  # inches of a line of small text
KEY = 0.2  # inches from the key to the first row
ROOM = 0.06  # of the span of the axis, to either side


def draw_gaps(targets: pd.DataFrame, findings: pd.DataFrame, language: str, *, ax: Axes | None = None) -> Axes:
    """Computed numbers against the stated ones that they should be, with what rounding and bounds allow.

    ``findings`` is what ``check_identities`` gives. The distance is in % of the stated number, the worst outcome first.
    """
    every = findings[findings["kind"].isin(EQUAL) & findings["stated"].notna() & (findings["stated"] != 0)]
    if every.empty:
        return draw_nothing(say("gaps_nothing", language), ax=ax)
    size = (every["gap"] / every["stated"]).abs()
    order = every["outcome"].map({name: rank for rank, name in enumerate(telling.OUTCOMES)})
    ranked = every.assign(_order=order, _size=-size).sort_values(["_order", "_size"], kind="stable")
    shown = ranked.head(MOST_ROWS).to_dict("records")
    names = telling.names_of(targets, language)
    labels = ["\n".join(wrap_text(capital(telling.say_row(row, names, language)), LABEL)) for row in shown]
    texts = ["\n".join(wrap_text(telling.say_both(row, language), TEXT)) for row in shown]
    ax = _rows(shown, labels, texts, ax)
    _key(ax, [say(f"outcome_{name}", language) for name in LOOKS])
    ax.set_xlabel(say("gap_axis", language), fontsize=8)
    more = [say("gaps_more", language, count=len(every) - len(shown))] if len(every) > len(shown) else []
    below = join_sentences([say("subtitle_gaps", language), *more], language)
    head(ax, telling.title_of_gaps(every, language), below, telling.source(targets, language))
    return ax


def draw_outcomes(targets: pd.DataFrame, findings: pd.DataFrame, language: str, *, ax: Axes | None = None) -> Axes:
    """How many checks of each place had which outcome."""
    if findings.empty:
        return draw_nothing(say("gaps_nothing", language), ax=ax)
    names = telling.names_of(targets, language)
    counts = pd.crosstab(findings["place"], findings["outcome"])
    places = [place for place in names if place in counts.index]
    counts = counts.reindex(index=places, columns=list(telling.OUTCOMES), fill_value=0)
    heads = [say(f"outcome_{name}", language) for name in telling.OUTCOMES]
    ax = draw_heat_table(counts, counts.astype("str"), [names[place] for place in places], heads, ax=ax)
    title = telling.title_of_outcomes(findings, language)
    head(ax, title, say("subtitle_outcomes", language), telling.source(targets, language))
    return ax


def _rows(shown: Sequence[dict], labels: Sequence[str], texts: Sequence[str], ax: Axes | None) -> Axes:
    lines = [max(label.count("\n"), text.count("\n")) + 1 for label, text in zip(labels, texts, strict=True)]
    edges = [0.0]
    for count in lines:
        edges.append(edges[-1] + LINE * count + 0.14)
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH * 0.6, edges[-1] + 0.9))
    low, high = _limits(shown)
    middles = [(start + end) / 2 for start, end in pairwise(edges)]
    for row, text, y in zip(shown, texts, middles, strict=True):
        _draw_row(ax, row, y, (low, high))
        ax.text(1.02, y, text, ha="left", va="center", fontsize=8, color=INK, linespacing=1.25,
                transform=ax.get_yaxis_transform())  # fmt: skip
    ax.axvline(0, color=INK, linewidth=0.8, zorder=1)
    ax.set(xlim=(low, high), ylim=(edges[-1], 0))
    ax.set_yticks(middles, labels, fontsize=8, linespacing=1.25)
    ax.tick_params(axis="x", labelsize=8)
    ax.grid(axis="x", color=CONTEXT, linewidth=0.4)
    ax.set_axisbelow(True)
    ax.spines[:].set_visible(False)
    return ax


def _draw_row(ax: Axes, row: dict, y: float, limits: tuple[float, float]) -> None:
    colour, marker = LOOKS[row["outcome"]]
    for name, width, shade in (("stated", 7.0, CONTEXT), ("computed", 2.0, colour)):
        ends = [_percent(row[f"{name}_{side}"], row["stated"]) for side in ("low", "high")]
        inside = [min(max(end, limits[0]), limits[1]) for end in ends]
        ax.plot(inside, [y, y], color=shade, linewidth=width, solid_capstyle="butt", zorder=2)
        for end, edge, arrow in ((ends[0], limits[0], "<"), (ends[1], limits[1], ">")):
            if (end < edge) if arrow == "<" else (end > edge):
                ax.plot(edge, y, arrow, color=shade, markersize=4 + width / 3, zorder=2, clip_on=False)
    ax.plot(_percent(row["computed"], row["stated"]), y, marker, color=colour, markersize=7, zorder=3)


def _limits(shown: Sequence[dict]) -> tuple[float, float]:
    """The span of all points and of what rounding allows around them; open sides end at its edge."""
    points = [_percent(row["computed"], row["stated"]) for row in shown] + [0.0, 1.0, -1.0]
    reach = 1.6 * max(abs(point) for point in points)
    for row in shown:
        ends = [_percent(row[f"{name}_{side}"], row["stated"]) for name in ("stated", "computed") for side in
                ("low", "high")]  # fmt: skip
        points += [end for end in ends if math.isfinite(end) and abs(end) <= reach]
    low, high = min(points), max(points)
    return low - ROOM * (high - low), high + ROOM * (high - low)


def _percent(value: float, stated: float) -> float:
    return 100 * (value / stated - 1)


def _key(ax: Axes, names: Sequence[str]) -> None:
    """The outcomes with their markers in one line above the rows."""
    left = 0.0
    for (colour, marker), name in zip(LOOKS.values(), names, strict=True):
        place = {"transform": ax.get_yaxis_transform(), "clip_on": False}
        ax.plot(left + 0.01, -KEY, marker, color=colour, markersize=6.5, **place)
        ax.text(left + 0.03, -KEY, name, ha="left", va="center", fontsize=8.5, **place)
        left += 0.07 + 0.018 * columns(name)
