"""A figure as a notebook shows it: the picture, and folded under it the table that it was drawn from."""

import base64
import io
from collections.abc import Sequence
from html import escape
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import Image as ShownImage
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from PIL import Image

from helpers.drawing.drawn import BROKEN, tables_of
from helpers.drawing.style import WIDTH
from helpers.telling.phrases import language_of, say, say_or_keep
from helpers.telling.show import table_html

PIXELS_AN_INCH = 100
COLOURS = 128  # of a finished picture: a quarter of the bytes, and no colour is off by more than a reader can see


class ShownFigure(ShownImage):
    """A picture for programs that show pictures, and the same with its table for those that show HTML."""

    def __init__(self, picture: bytes, description: str, table: str) -> None:
        super().__init__(picture, format="png", width=int(WIDTH * PIXELS_AN_INCH), alt=description)
        self.table = table

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, str], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(include, exclude)
        return {**data, "text/html": self.html()}, metadata

    def html(self) -> str:
        """The picture with its description, and its table to unfold."""
        source = f"data:image/png;base64,{base64.b64encode(self.data).decode()}"
        picture = f'<img src="{source}" width="{self.width}" alt="{escape(self.alt)}">'
        return f'<figure class="drawn"><div class="picture">{picture}</div>{self.table}</figure>'


def show_figure(ax: Axes, table: pd.DataFrame | None = None) -> ShownFigure:
    """The finished figure as a picture, described by its own title, subtitle and source, with its table folded below.

    The table is ``table``, or what the figure kept of its own data. The figure is closed, so that a notebook shows it
    once and keeps no memory for it.
    """
    figure = ax.figure
    told = list(reversed(figure.texts[:2])) or ax.texts[:1]
    description = " ".join(text.get_text() for text in told)
    language = language_of(description)
    # Lines were broken to fit the picture; Chinese ones were broken between characters.
    description = BROKEN.sub("", description).replace("\n", "" if language == "zh" else " ")
    tables = tables_of(figure) if table is None else [table]
    out = io.BytesIO()
    figure.savefig(out, format="png", bbox_inches=_extent(figure), pil_kwargs={"compress_level": 1})
    plt.close(figure)
    return ShownFigure(_fewer_colours(out), description, _folded(tables, language))


def _extent(figure: Figure) -> Bbox:
    """What "tight" gives, without drawing the whole figure a third time: its head was placed when all was laid out."""
    return figure.get_tightbbox(figure.canvas.get_renderer()).padded(mpl.rcParams["savefig.pad_inches"])


def _folded(tables: Sequence[pd.DataFrame], language: str) -> str:
    shown = []
    for table in tables:
        named = table.set_axis([say_or_keep(str(name), language) for name in table.columns], axis="columns")
        line = say("counted", language, text=say("drawn_table", language), count=len(table))
        shown.append(table_html(named, folded=line))
    return "".join(shown)


def _fewer_colours(picture: io.BytesIO) -> bytes:
    with Image.open(picture) as image:
        flat = image.convert("RGB")
    out = io.BytesIO()
    few = flat.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(out, format="png")
    return out.getvalue()
