"""Sentences and tables as a notebook shows them."""

import re
from html import escape

import pandas as pd
from IPython.display import HTML

ADDRESS = re.compile(r"https?://[^\s<>\"']+")


def show_answer(text: str) -> HTML:
    """The answer to a notebook's question."""
    return HTML(f'<p class="answer">{escape(text)}</p>')


def show_line(text: str) -> HTML:
    """A computed sentence beside a figure or table; nothing where there is none."""
    return HTML(f"<p>{escape(text)}</p>" if text else "")


def show_table(frame: pd.DataFrame, *, folded: str = "", empty: str = "") -> HTML:
    """A table that scrolls sideways where it is too wide.

    ``folded`` is the line to open it by, where it is long; ``empty`` is said in place of a table without rows.
    """
    if frame.empty and empty:
        return HTML(f"<p>{escape(empty)}</p>")
    return HTML(table_html(frame, folded=folded))


def table_html(frame: pd.DataFrame, *, folded: str = "") -> str:
    """The table as HTML; whatever stands in a cell is text and nothing else, save that a web address is a link."""
    head = "".join(f"<th>{escape(str(name))}</th>" for name in frame.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>\n"
        for row in frame.itertuples(index=False, name=None)
    )
    table = f'<table class="dataframe rows"><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>'
    table = f'<div class="scroll" tabindex="0">{table}</div>'
    return f"<details><summary>{escape(folded)}</summary>{table}</details>" if folded else table


def _cell(value: object) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    text = escape(str(value))
    return f'<a href="{text}" rel="noreferrer">{text}</a>' if ADDRESS.fullmatch(str(value)) else text


def show_page(page: str, *, height: int = 900) -> HTML:
    """A whole HTML page in a frame of its own, ``height`` pixels high; nothing where there is no page."""
    if not page:
        return HTML("")
    frame = f'<iframe srcdoc="{escape(page)}" style="width:100%;height:{height}px;border:0"></iframe>'
    return HTML(f"<div>{frame}</div>")
