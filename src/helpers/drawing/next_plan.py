"""Figures of what each figure of a next plan would mean."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.drawn import keep_table
from helpers.drawing.forms import draw_nothing, draw_points
from helpers.drawing.style import FAINT, INK, PALETTE, WIDTH, head, place_styles
from helpers.telling import next_plan as telling
from helpers.telling.numbers import SIGNS, say_value
from helpers.telling.phrases import capital, indicator_name, say

KNOWN, ASKED = 0, 1  # places in the palette: what there is, and what is asked for
MOST_PEERS = 40
ROOM = 0.075  # of the height: what a label needs
HEIGHT = 3.6


def draw_paces(
    targets: pd.DataFrame,
    start: Mapping[str, object],
    known: pd.DataFrame,
    options: pd.DataFrame,
    language: str,
    *,
    ax: Axes | None = None,
) -> Axes:
    """The paces of peers, of the place and of upper levels, and those that the candidates need, on one scale.

    ``known`` is what ``paces`` gives, ``options`` what ``candidate_figures`` gives.
    """
    if known.empty and options.empty:
        return draw_nothing(say("no_paces", language), ax=ax)
    shown = known[(known["kind"] != "peer") | (known.groupby("kind").cumcount() < MOST_PEERS)]
    rows = [
        (say(f"pace_kind_{row['kind']}", language), telling.name_of_place(row["place"], targets, language), row["pace"],
         say("each_year_pace", language, pace=telling.say_pace(start, row["pace"], language), first=int(row["first"]),
             last=int(row["last"])), KNOWN)
        for row in shown.to_dict("records")
    ]  # fmt: skip
    rows += [
        (say("pace_kind_candidate", language), say(f"source_{row['source']}", language), row["pace"],
         telling.say_candidate(start, row, language), ASKED)
        for row in options.sort_values("pace", ascending=False).to_dict("records")
    ]  # fmt: skip
    points = pd.DataFrame(rows, columns=["group", "label", "value", "text", "colour"])
    ax = draw_points(points, (), ax=ax)
    title = telling.title_of_paces(targets, start, known, language)
    head(ax, title, say("subtitle_paces", language), telling.source(targets, language))
    return ax


def draw_candidates(
    targets: pd.DataFrame,
    start: Mapping[str, object],
    points: pd.DataFrame,
    options: pd.DataFrame,
    target_year: int,
    language: str,
    *,
    ax: Axes | None = None,
) -> Axes:
    """Values as reported, targets of the plan in the table, and the way from the base to each candidate.

    ``points`` are those of the place and indicator that ``target_paths`` gives.
    """
    if options.empty:
        return draw_nothing(say("candidates_nothing", language), ax=ax)
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, HEIGHT))
    styles = place_styles(targets)
    colour = styles[start["place"]].colour if start["place"] in styles else PALETTE[KNOWN]
    for _, part in points[points["kind"] == "actual"].groupby("part"):
        ax.plot(part["year"], part["value"], "-o", color=colour, markersize=4, linewidth=1.6)
    ax.plot(start["year"], start["value"], "o", color=colour, markersize=7, zorder=3)
    promised = points[points["kind"] == "target"]
    ax.plot(promised["year"], promised["value"], "o", markerfacecolor="white", color=colour, markersize=6, zorder=3)
    for figure in options["figure"]:
        ax.plot([start["year"], target_year], [start["value"], figure], "--", color=FAINT, linewidth=1, zorder=1)
        ax.plot(target_year, figure, "D", color=PALETTE[ASKED], markersize=5.5, zorder=3)
    keep_table(ax, _values_of(points, start, options, target_year, language))
    _set_scale(ax, points, start, options, target_year)
    _label(ax, start, promised, options, target_year, language)
    title = telling.title_of_candidates(targets, start, options, target_year, language)
    below = say("subtitle_candidates", language, indicator=capital(indicator_name(start["indicator_code"], language)))
    head(ax, title, below, telling.source(targets, language))
    return ax


def _values_of(
    points: pd.DataFrame, start: Mapping[str, object], options: pd.DataFrame, target_year: int, language: str
) -> pd.DataFrame:
    """Reported values, the targets that there are, and the candidates."""
    rows = [
        (say(f"drawn_{point['kind']}", language), point["year"], point["value"])
        for point in points.to_dict("records")
        if point["kind"] in ("actual", "target")
    ]
    rows += [
        (say(f"source_{row['source']}", language), target_year, row["figure"]) for row in options.to_dict("records")
    ]
    said = [(kind, str(int(year)), say_value(value, start["unit"], language, digits=4)) for kind, year, value in rows]
    return pd.DataFrame(said, columns=["drawn_colour", "drawn_year", "drawn_value"])


def _set_scale(
    ax: Axes, points: pd.DataFrame, start: Mapping[str, object], options: pd.DataFrame, target_year: int
) -> None:
    every = [*points.loc[points["kind"] != "path", "value"], start["value"], *options["figure"]]
    low, high = min(every), max(every)
    room = (high - low or abs(high) or 1) * 0.12
    first = int(min([start["year"], *points["year"]]))
    # The right third is for the labels of the candidates.
    span = target_year - first
    ax.set(ylim=(low - room, high + room), xlim=(first - 0.03 * span, target_year + 0.62 * span), yticks=[])
    years = sorted({first, int(start["year"]), target_year})
    years = [year for year in years if year in (start["year"], target_year) or start["year"] - year > span / 12]
    ax.set_xticks(years, [str(year) for year in years], color=FAINT)
    ax.spines["left"].set_visible(False)


def _label(
    ax: Axes,
    start: Mapping[str, object],
    promised: pd.DataFrame,
    options: pd.DataFrame,
    target_year: int,
    language: str,
) -> None:
    low, high = ax.get_ylim()
    heights = spread(list(options["figure"]), (high - low) * ROOM)
    reach = (ax.get_xlim()[1] - ax.get_xlim()[0]) * 0.04
    for row, height in zip(options.to_dict("records"), heights, strict=True):
        words = f"{telling.say_candidate(start, row, language)} · {say('source_' + row['source'], language)}"
        ax.plot([target_year, target_year + reach], [row["figure"], height], color=FAINT, linewidth=0.6, zorder=1)
        ax.text(target_year + reach * 1.15, height, words, ha="left", va="center", fontsize=8, color=INK)
    value = say_value(start["value"], start["unit"], language, digits=4)
    rising = options["figure"].min() >= start["value"]
    ax.annotate(value, (start["year"], start["value"]), xytext=(5, -6 if rising else 6), textcoords="offset points",
                ha="left", va="top" if rising else "bottom", fontsize=8, color=INK)  # fmt: skip
    if len(promised):
        last = promised.iloc[-1]
        text = SIGNS[last["operator"]] + say_value(last["value"], start["unit"], language)
        ax.annotate(text, (last["year"], last["value"]), xytext=(-4, 7), textcoords="offset points", ha="right",
                    va="bottom", fontsize=8, color=INK,
                    bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6})  # fmt: skip


def spread(heights: Sequence[float], room: float) -> list[float]:
    """The same heights, in rising order, moved apart to at least ``room`` and as a whole little from where they were.

    >>> spread([1.0, 1.0, 5.0], 1.0)
    [0.5, 1.5, 5.0]
    """
    groups: list[list[float]] = []
    for height in sorted(heights):
        groups.append([height])
        while len(groups) > 1 and _place(groups[-2], room)[-1] + room > _place(groups[-1], room)[0]:
            groups[-2:] = [groups[-2] + groups[-1]]
    return [height for group in groups for height in _place(group, room)]


def _place(group: Sequence[float], room: float) -> list[float]:
    middle = sum(group) / len(group)
    return [middle + (place - (len(group) - 1) / 2) * room for place in range(len(group))]
