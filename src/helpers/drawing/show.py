"""A figure as a notebook shows it."""

import io

import matplotlib.pyplot as plt
from IPython.display import Image
from matplotlib.axes import Axes

from helpers.drawing.style import WIDTH

PIXELS_AN_INCH = 100


def show_figure(ax: Axes) -> Image:
    """The finished figure as a picture, described by its own title, subtitle and source.

    The figure is closed, so that a notebook shows it once and keeps no memory for it.
    """
    figure = ax.figure
    told = list(reversed(figure.texts[:2])) or ax.texts[:1]
    description = " ".join(text.get_text().replace("\n", " ") for text in told)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    plt.close(figure)
    return Image(out.getvalue(), format="png", width=int(WIDTH * PIXELS_AN_INCH), alt=description)
