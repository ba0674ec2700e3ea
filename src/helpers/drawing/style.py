"""How every figure looks: font, sizes, colours."""

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import matplotlib as mpl
import pandas as pd
from matplotlib import font_manager
from matplotlib.axes import Axes

#: Okabe and Ito's colours, told apart by colour-blind readers; yellow is left out, since it vanishes on white.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
ACCENT, CONTEXT, INK, FAINT = "#0072B2", "#C8CDD2", "#22272E", "#6B7480"
#: The second sign of a place beside its colour, for grey print and for more places than there are colours.
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "<", ">", "h")
SMALL, LARGE = 8.5, 12.5
LAST_NARROW = 0x2E7F
LEAST_LEFT = 2  # so few characters are not left alone in a line
#: What a line may break behind: a word with its space, a short bracket, or a Chinese character with its stop.
PIECE = re.compile(r"[^\s\u2e80-\uffff]+[，。、；：）】”]*\s*|（[^（）]{1,12}）|[\u2e80-\uffff][，。、；：）】”]*|\s+")
WIDTH = 9.2  # inches; the page shows figures at its full width


def use_style() -> None:
    """Set matplotlib up for all figures of a notebook. May be called again."""
    mpl.rcParams.update(
        {
            "font.family": _chinese_font(),
            "font.size": 9,
            "axes.unicode_minus": False,  # the font's own minus sign is narrow
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.edgecolor": CONTEXT,
            "axes.labelcolor": FAINT,
            "axes.titlesize": 12,
            "text.color": INK,
            "xtick.color": INK,
            "ytick.color": INK,
            "xtick.major.size": 0,
            "ytick.major.size": 0,
            "figure.dpi": 110,
            "savefig.dpi": 200,
            "savefig.bbox": "tight",
            "figure.facecolor": "white",
        }
    )


@dataclass(frozen=True)
class PlaceStyle:
    """How a place is drawn, everywhere the same."""

    colour: str
    marker: str


def place_styles(targets: pd.DataFrame) -> dict[str, PlaceStyle]:
    """Colour and marker of every place of the table that ``targets`` were taken from.

    A place keeps both however the table is filtered, since a filtered table still knows all its places as categories.
    Colour and marker repeat with different periods, so that 70 places differ in one or the other.
    """
    places = targets["place"].astype("category").cat.categories
    return {
        place: PlaceStyle(PALETTE[number % len(PALETTE)], MARKERS[number % len(MARKERS)])
        for number, place in enumerate(places)
    }


def _chinese_font() -> str:
    """Noto Sans SC, which comes with a package, so that a machine without Chinese fonts draws no boxes."""
    folder = Path(str(files("zhplot"))) / "fonts"
    path = next(iter(sorted(folder.glob("*.[ot]tf"))), None)
    if path is None:
        msg = f"no Chinese font in {folder}; run `make clean setup`"
        raise FileNotFoundError(msg)
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    if str(path) not in known:
        font_manager.fontManager.addfont(path)
    return font_manager.FontProperties(fname=path).get_name()


def head(ax: Axes, title: str, subtitle: str, foot: str) -> None:
    """Finding as title, under it what is shown; sources and notes below. All flush left with the row labels."""
    figure = ax.figure
    # Asked for its extent, the axes lay their labels out; drawing the whole figure for that would take as long again.
    box = ax.get_tightbbox().transformed(figure.transFigure.inverted())
    inch = 1 / figure.get_figheight()
    width = box.width * figure.get_figwidth()
    below = _lines(subtitle, width, SMALL)
    bottom = box.y1 + 0.12 * inch
    figure.text(box.x0, bottom, "\n".join(below), fontsize=SMALL, color=FAINT, va="bottom", linespacing=1.4)
    bottom += (len(below) * SMALL * 1.45 / 72 + 0.08) * inch
    figure.text(box.x0, bottom, "\n".join(_lines(title, width, LARGE)), fontsize=LARGE, va="bottom", linespacing=1.3)
    text = "\n".join(_lines(foot, width, SMALL))
    figure.text(box.x0, box.y0 - 0.12 * inch, text, fontsize=SMALL, color=FAINT, va="top", linespacing=1.4)


def _lines(text: str, inches: float, size: float) -> list[str]:
    return wrap_text(text, int(inches * 72 / size * 1.9))


def wrap_lines(text: str, width: int) -> list[str]:
    """The same for a text of several lines, each of which begins anew."""
    return [part for line in text.split("\n") for part in wrap_evenly(line, width)]


def wrap_text(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, a Chinese character counting two; breaks at spaces or between characters.

    >>> wrap_text("one two three", 8)
    ['one two', 'three']
    """
    lines, line = [], ""
    for piece in PIECE.findall(text):
        if line and columns(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


def wrap_evenly(text: str, width: int) -> list[str]:
    """The same, but no Chinese character or two are left alone in the last line.

    >>> wrap_evenly("one two three", 8)
    ['one two', 'three']
    """
    lines = wrap_text(text, width)
    for narrower in range(width - 1, 0, -1):
        tried = wrap_text(text, narrower)
        if len(lines) == 1 or not _is_left_alone(lines[-1]) or len(tried) > len(lines):
            break
        lines = tried
    return lines


def _is_left_alone(line: str) -> bool:
    return len(line) <= LEAST_LEFT and all(ord(sign) > LAST_NARROW for sign in line)


def columns(text: str) -> int:
    """Width of a text in columns of half a character's height."""
    return sum(2 if ord(sign) > LAST_NARROW else 1 for sign in text)
