"""Figures of what is due and met, and of how values move towards their targets."""

import datetime as dt
import math

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.drawn import keep_table
from helpers.drawing.forms import draw_nothing, draw_shares
from helpers.drawing.style import CONTEXT, FAINT, INK, WIDTH, PlaceStyle, head, place_styles, wrap_lines, wrap_text
from helpers.telling import progress as telling
from helpers.telling.numbers import SIGNS, say_value
from helpers.telling.phrases import capital, indicator_name, join_sentences, say

MOST_ROWS, MOST_PANELS = 40, 12
ACROSS = 3
LINE_OF_TEXT = 0.09  # of a panel's height
TEXT_ROOM = 40  # points of the ratio's scale
LOW, HIGH = -60.0, 200.0  # ratios beyond are drawn at the edge, their text says the value
LABEL_COLUMNS = 52
#: Met blue and short of it orange; grey for what nothing is known of, and paler the later it falls due.
STATE_COLOURS = ("#6FA8D0", "#E58A4A", "#B9C0C7", "#F2DDA4", "#EDF0F3")
PANEL_HEIGHT, PANEL_GAP = 1.25, 0.85  # inches


def draw_states(
    targets: pd.DataFrame, items: pd.DataFrame, as_of: dt.date, language: str, *, ax: Axes | None = None
) -> Axes:
    """How the due dates of each place's targets stand on ``as_of``; ``items`` is what ``tracking_list`` gives."""
    if items.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    names = telling.names_of(targets, language)
    counts = pd.crosstab(items["place"].astype("str"), telling.group_states(items))
    counts = counts.reindex(index=list(names), columns=list(telling.GROUPS)).fillna(0).astype(int)
    parts = [say(f"group_state_{group}", language) for group in telling.GROUPS]
    ax = draw_shares(counts, list(names.values()), parts, colours=STATE_COLOURS, ax=ax)
    title = telling.title_of_states(items, language)
    below = say("subtitle_states", language, day=telling.say_day(as_of, language))
    head(ax, title, below, telling.source(targets, language))
    return ax


def draw_pace(targets: pd.DataFrame, pace: pd.DataFrame, language: str, *, ax: Axes | None = None) -> Axes:
    """The ratio of observed to required growth of each target that has one, between the thresholds of the classes.

    ``pace`` is what ``progress_of_trend`` or ``progress_since_plan`` gives.
    """
    every = pace[pace["ratio"].notna()].sort_values("ratio", ascending=False, kind="stable")
    if every.empty:
        return draw_nothing(say("pace_nothing", language), ax=ax)
    shown, names, styles = every.head(MOST_ROWS), telling.names_of(targets, language), place_styles(targets)
    rows = targets.set_index("target_id")
    labels = [telling.say_pace_row(rows.loc[target_id], names, language) for target_id in shown["target_id"]]
    labels = ["\n".join(wrap_lines(label, LABEL_COLUMNS)) for label in labels]
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, 0.44 * len(shown) + 0.8))
    for down, row in enumerate(shown.to_dict("records")):
        _draw_ratio(ax, down, row, styles[row["place"]], language)
    for ratio in telling.THRESHOLDS:
        ax.axvline(ratio, color=CONTEXT, linewidth=1, zorder=0)
        ax.text(ratio, -1.05, f"{ratio}%", ha="center", va="center", fontsize=8, color=FAINT)
    ax.set(ylim=(len(shown) - 0.4, -1.4), xlim=(LOW - 10, HIGH + 110), xticks=[])
    ax.set_yticks(range(len(labels)), labels, fontsize=8, linespacing=1.25)
    ax.spines[:].set_visible(False)
    more = [say("pace_more", language, count=len(every) - len(shown))] if len(shown) < len(every) else []
    below = join_sentences([say("subtitle_pace", language), *more], language)
    head(ax, telling.title_of_pace(every, language), below, telling.source(targets, language))
    return ax


def _draw_ratio(ax: Axes, down: int, row: dict[str, object], style: PlaceStyle, language: str) -> None:
    at, last = min(max(row["ratio"], LOW), HIGH), max(telling.THRESHOLDS)
    ax.plot([0, at], [down, down], color=CONTEXT, linewidth=1, zorder=1)
    ax.plot(at, down, style.marker, color=style.colour, markersize=6.5, zorder=2)
    # Beside the dot, but not on the zero line nor between it and the last threshold's.
    right = max(at, 0) if at < last - TEXT_ROOM else max(at, last)
    text = telling.say_ratio(row, language)
    ax.text(right + 6, down, text, ha="left", va="center", fontsize=8, color=INK,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8})  # fmt: skip


def draw_paths(
    targets: pd.DataFrame, panels: pd.DataFrame, points: pd.DataFrame, language: str, *, ax: Axes | None = None
) -> Axes:
    """Small multiples: reported values and the path to the target, as ``target_paths`` gives them."""
    if panels.empty:
        return draw_nothing(say("paths_nothing", language), ax=ax)
    shown, names, styles = panels.head(MOST_PANELS), telling.names_of(targets, language), place_styles(targets)
    down, across = math.ceil(len(shown) / ACROSS), min(ACROSS, max(len(shown), 2))
    height = down * (PANEL_HEIGHT + PANEL_GAP)
    if ax is None:
        _, ax = plt.subplots(figsize=(WIDTH, height))
    ax.set(xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    for number, panel in enumerate(shown.to_dict("records")):
        line, column = divmod(number, across)
        box = ((column + 0.02) / across, 1 - ((line + 1) * PANEL_HEIGHT + (line + 0.6) * PANEL_GAP) / height,
               0.86 / across, PANEL_HEIGHT / height)  # fmt: skip
        own = points[points["panel"] == panel["panel"]]
        _draw_panel(ax.inset_axes(box), panel, own, names, styles[panel["place"]], language)
    keep_table(ax, _values_of(shown, points, names, language))
    more = [say("paths_more", language, count=len(panels) - len(shown))] if len(shown) < len(panels) else []
    below = join_sentences([say("subtitle_paths", language), *more], language)
    head(ax, telling.title_of_paths(panels, names, language), below, telling.source(targets, language))
    return ax


def _values_of(panels: pd.DataFrame, points: pd.DataFrame, names: dict[str, str], language: str) -> pd.DataFrame:
    """The reported values and targets of the panels; the path between them is no value of anybody's."""
    rows = [
        (
            names[panel["place"]],
            capital(indicator_name(panel["indicator_code"], language)),
            say(f"drawn_{point['kind']}", language),
            str(int(point["year"])),
            say_value(point["value"], panel["unit"], language),
        )
        for panel in panels.to_dict("records")
        for point in points[points["panel"] == panel["panel"]].to_dict("records")
        if point["kind"] in ("actual", "target")
    ]
    return pd.DataFrame(rows, columns=["place_column", "indicator_column", "drawn_colour", "drawn_year", "drawn_value"])


def _draw_panel(
    ax: Axes, panel: dict[str, object], points: pd.DataFrame, names: dict[str, str], style: PlaceStyle, language: str
) -> None:
    actual, target, path = (points[points["kind"] == kind] for kind in ("actual", "target", "path"))
    for _, part in actual.groupby("part"):
        ax.plot(part["year"], part["value"], "-", marker=style.marker, color=style.colour, markersize=4, linewidth=1.6)
    ax.plot(path["year"], path["value"], "--", color=FAINT, linewidth=1.1, zorder=1)
    ax.plot(target["year"], target["value"], "o", markerfacecolor="white", color=style.colour, markersize=6, zorder=3)
    low, high = points["value"].min(), points["value"].max()
    room = (high - low or abs(high) or 1) * 0.35
    first, end = int(points["year"].min()), int(points["year"].max())
    ax.set(ylim=(low - room, high + 1.3 * room), xlim=(first - 0.5, end + 0.5), yticks=[])
    _write_values(ax, actual, target.iloc[-1], panel["unit"], language)
    years = sorted({first, int(actual["year"].iloc[-1]), end})
    close = (end - first) / 5
    years = [year for year in years if year in (first, end) or min(year - first, end - year) >= close]
    ax.set_xticks(years, [str(year) for year in years], fontsize=7.5, color=FAINT)
    ax.spines["left"].set_visible(False)
    ax.patch.set_alpha(0)
    title = f"{names[panel['place']]} · {capital(indicator_name(panel['indicator_code'], language))}"
    ax.set_title("\n".join(wrap_text(title, 36)), fontsize=8.5, loc="left", color=INK, pad=4)


def _write_values(ax: Axes, actual: pd.DataFrame, last: pd.Series, unit: str, language: str) -> None:
    """The latest value and the last target beside their points, where neither lies on the lines or on the other."""
    latest = actual.iloc[-1]
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    rising = last["value"] >= latest["value"]
    came_up = len(actual) > 1 and latest["value"] > actual["value"].iloc[-2]
    apart = abs(last["value"] - latest["value"]) / (high - low)
    far = apart > LINE_OF_TEXT
    first = latest["year"] - left < (right - left) / 3
    above = (came_up and far and not first) if rising else not (came_up and far)
    lift = 10 if above and rising and apart < 2.5 * LINE_OF_TEXT else 5
    text = say_value(latest["value"], unit, language, digits=4)
    _write(ax, latest, text, 5 if above else -5, "right" if came_up and above else "")
    _write(ax, last, SIGNS[last["operator"]] + say_value(last["value"], unit, language), lift if rising else -5)


def _write(ax: Axes, point: pd.Series, text: str, lift: int, side: str = "") -> None:
    low, high = ax.get_xlim()
    share = (point["year"] - low) / (high - low) if high > low else 0.5
    side = side or ("right" if share > 2 / 3 else "left" if share < 1 / 3 else "center")
    ax.annotate(text, (point["year"], point["value"]), xytext=(0, lift), textcoords="offset points", ha=side,
                va="bottom" if lift > 0 else "top", fontsize=8, color=INK)  # fmt: skip
