"""Sentences and tables as a notebook shows them."""

from html import escape

import pandas as pd
from IPython.display import HTML


def show_answer(text: str) -> HTML:
    """The answer to a notebook's question."""
    return HTML(f'<p class="answer">{escape(text)}</p>')


def show_table(frame: pd.DataFrame, *, folded: str = "", empty: str = "") -> HTML:
    """A table that scrolls sideways where it is too wide.

    ``folded`` is the line to open it by, where it is long; ``empty`` is said in place of a table without rows.
    """
    if frame.empty and empty:
        return HTML(f"<p>{escape(empty)}</p>")
    with pd.option_context("display.max_colwidth", None):
        table = frame.to_html(index=False, border=0, classes="rows", escape=True, na_rep="", render_links=True)
    table = f'<div class="scroll" tabindex="0">{table}</div>'
    if folded:
        table = f"<details><summary>{escape(folded)}</summary>{table}</details>"
    return HTML(table)


def show_page(page: str, *, height: int = 900) -> HTML:
    """A whole HTML page in a frame of its own, ``height`` pixels high; nothing where there is no page."""
    if not page:
        return HTML("")
    frame = f'<iframe srcdoc="{escape(page)}" style="width:100%;height:{height}px;border:0"></iframe>'
    return HTML(f"<div>{frame}</div>")
