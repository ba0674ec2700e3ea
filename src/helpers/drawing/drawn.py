"""What a figure draws, kept beside it so that a page can show the same as a table."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

KEPT = "drawn_table"


def keep_table(ax: Axes, table: pd.DataFrame) -> None:
    """Keep the rows that ``ax`` shows; a later table of the same axes takes the place of the former.

    A column's name is what to print above it, or the key of a phrase, which is said in the figure's language.
    """
    setattr(ax, KEPT, table)


def kept_tables(figure: Figure) -> list[pd.DataFrame]:
    """The tables of all axes of the figure, in their order; none where nothing is drawn but a sentence."""
    found = (getattr(ax, KEPT, None) for ax in figure.axes)
    return [table for table in found if table is not None and not table.empty]
