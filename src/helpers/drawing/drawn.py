"""What a figure draws, kept beside it or read off it, so that a page can show the same as a table.

Column names of these tables are what to print, or keys of phrases that are said in the figure's language.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

KEPT = "drawn_table"
BROKEN = re.compile(r"(?<=[\u2e80-\uffff])\s*\n\s*(?=[\u2e80-\uffff])")
NO_MARKER = ("None", "none", "", " ", None)


def keep_table(ax: Axes, table: pd.DataFrame) -> None:
    """Keep the rows that ``ax`` shows; a later table of the same axes takes the place of the former."""
    setattr(ax, KEPT, table)


def tables_of(figure: Figure) -> list[pd.DataFrame]:
    """The tables of all axes of the figure, in their order; none where nothing is drawn but a sentence.

    Axes that kept none are read: what is written and marked beside each label, or else the points of their lines.
    Tables with the same columns, as of panels, become one.
    """
    found: dict[tuple[str, ...], list[pd.DataFrame]] = {}
    for ax in _every_axes(figure.axes):
        table = getattr(ax, KEPT, None)
        table = read_axes(ax) if table is None else table
        if not table.empty:
            table = table.set_axis([_line(str(name)) for name in table.columns], axis="columns")
            table = table.map(lambda cell: _line(cell) if isinstance(cell, str) else cell)
            found.setdefault(tuple(map(str, table.columns)), []).append(table)
    return [pd.concat(same, ignore_index=True) if len(same) > 1 else same[0] for same in found.values()]


def read_axes(ax: Axes) -> pd.DataFrame:
    """The rows of a figure with words along its side, else the points of its lines; empty where there are neither."""
    if not ax.axison:
        return pd.DataFrame()
    rows = _labels(ax.get_yticks(), ax.get_yticklabels())
    return _beside_labels(ax, rows) if rows else _points(ax)


def _every_axes(axes: Iterable[Axes]) -> Iterator[Axes]:
    """All axes and those set into them, unless their frame kept a table for all."""
    for ax in axes:
        yield ax
        if not hasattr(ax, KEPT):
            yield from _every_axes(ax.child_axes)


def _labels(ticks: Iterable[float], labels: Iterable[Text]) -> list[tuple[float, str]]:
    """Places of ticks with their words; none where all of them are numbers."""
    named = [(float(tick), _line(label.get_text())) for tick, label in zip(ticks, labels, strict=False)]
    named = [(tick, name) for tick, name in named if name]
    return [] if all(_is_number(name) for _, name in named) else named


def _beside_labels(ax: Axes, rows: Sequence[tuple[float, str]]) -> pd.DataFrame:
    columns = _labels(ax.get_xticks(), ax.get_xticklabels())
    found, near = [], _half_a_row(rows)
    for place, name in rows:
        written = sorted((_across(text), _line(text.get_text())) for text in ax.texts if _is_at(text, place, near))
        if columns:
            cells = {head: [] for _, head in columns}
            for across, words in written:
                cells[min(columns, key=lambda column: abs(column[0] - across))[1]].append(words)
            found.append({"drawn_row": name, **{head: "; ".join(words) for head, words in cells.items()}})
        else:
            values = [_said(value) for line in ax.lines for value in _marked(line, ax, place, near)]
            words = "; ".join(words for _, words in written)
            found.append({"drawn_row": name, "drawn_value": "; ".join(values), "drawn_text": words})
    table = pd.DataFrame(found).astype("str")
    # A marker that lies beyond the scale is drawn at its end, so what is written beside it is the better witness.
    if "drawn_text" in table and (table["drawn_text"] != "").any():
        table = table.drop(columns="drawn_value")
    return table.loc[:, [name for name in table if name == "drawn_row" or (table[name] != "").any()]]


def _points(ax: Axes) -> pd.DataFrame:
    title = _line(ax.get_title(loc="left") or ax.get_title())
    points = {
        (float(x), float(y)): None
        for line in ax.lines
        if line.get_transform() == ax.transData
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
    }
    rows = [(title, _said(x), _said(y)) for x, y in sorted(points)]
    names = ("drawn_panel", _line(ax.get_xlabel()) or "drawn_across", _line(ax.get_ylabel()) or "drawn_value")
    table = pd.DataFrame(rows, columns=list(names))
    return table if title else table.iloc[:, 1:]


def _marked(line: Line2D, ax: Axes, place: float, near: float) -> list[float]:
    """Values of a line's markers in the row at ``place``, no further from it than ``near``."""
    if line.get_marker() in NO_MARKER or line.get_transform() != ax.transData:
        return []
    points = zip(line.get_xdata(), line.get_ydata(), strict=True)
    return [float(x) for x, y in points if abs(float(y) - place) < near]


def _is_at(text: Text, place: float, near: float) -> bool:
    return bool(text.get_text().strip()) and abs(float(text.get_position()[1]) - place) < near


def _across(text: Text) -> float:
    return float(text.get_position()[0])


def _half_a_row(rows: Sequence[tuple[float, str]]) -> float:
    places = sorted(place for place, _ in rows)
    return min((after - before for before, after in pairwise(places)), default=1.0) / 2


def _said(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")


def _line(text: str) -> str:
    """A text that was broken to fit, in one line; between Chinese characters a break is no space."""
    return " ".join(BROKEN.sub("", text).split())


def _is_number(text: str) -> bool:
    return text.strip("-\u2212+%.,0123456789 ") == ""
