"""Pages to open in a browser, made in this process: no kernel, and libraries that are imported already."""

import ast
import base64
import contextlib
import datetime as dt
import io
from dataclasses import replace

import nbformat
import pandas as pd
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from PIL import Image

from helpers import paths
from helpers.reporting.export import export_page
from helpers.reporting.reports import Report
from helpers.telling.show import show_answer, show_table

MADE = dt.datetime(2026, 11, 25, 20, 0, tzinfo=dt.UTC)

HOSTILE = ["<script>alert('a')</script>", '"><img src=x onerror=alert(1)>', "](javascript:alert(1))", "=1+1", "'; --"]


def run_here(report: Report) -> nbformat.NotebookNode:
    """The report's notebook with the outputs that its cells give, run without a kernel."""
    notebook, names = nbformat.read(report.notebook, as_version=4), {}
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        cell.outputs = outputs_of(cell.source, names)
        if "parameters" in cell.metadata.get("tags", ()):
            names.update(report.parameters)
    return notebook


def outputs_of(source: str, names: dict) -> list[nbformat.NotebookNode]:
    """What Jupyter would show below a cell: the value of its last expression."""
    body = ast.parse(source).body
    last = ast.Expression(body.pop().value) if body and isinstance(body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(ast.Module(body, []), "cell", "exec"), names)  # noqa: S102 - our own notebooks
        value = eval(compile(last, "cell", "eval"), names) if last else None  # noqa: S307
    return [] if value is None else [shown(value)]


def shown(value: object) -> nbformat.NotebookNode:
    if hasattr(value, "_repr_mimebundle_"):
        data, metadata = value._repr_mimebundle_()
        return new_output("execute_result", data=data, metadata=metadata)
    return new_output("execute_result", data={"text/html": value._repr_html_()})


def page_of(report: Report) -> str:
    return export_page(run_here(report), report, MADE)


def sample_page(language: str = "en", times: int = 1) -> str:
    """A page with a table of invented rows: hostile words, numbers of several sizes, Chinese to sort by sound.

    The rows stand there so many ``times``.
    """
    targets = pd.read_csv(paths.processed() / "targets.csv", dtype=str).head(9)
    frame = pd.DataFrame(
        {
            "Place": ["临溪市", "白鹭县", *HOSTILE, "澄湖市", "安丘县"],
            "Target": ["≥ 900 firms", "1.2 billion yuan", "3%", "-5%", "", "20%", "7%", "35 million visits", "4%"],
            "Section": ["二(十)", "二(九)", "三", "一", "四", "五", "六", "七", "十一"],
            "Year": [2028, 2026, 2027, 2025, 2029, 2030, 2031, 2032, 2033],
            "Id": targets["target_id"],
        }
    )
    frame = pd.concat([frame] * times)
    cells = [
        new_markdown_cell("# What do invented places promise?"),
        new_code_cell("answer = 1", execution_count=1),
        new_code_cell("answer", execution_count=2, outputs=[shown(show_answer(" ".join(HOSTILE)))]),
        new_markdown_cell("## The table\n\n中文 beside English.\n"),
        new_code_cell("table", execution_count=3, outputs=[shown(show_table(frame))]),
        new_code_cell("text", execution_count=4, outputs=[new_output("stream", text="<script>alert(2)</script>")]),
        new_code_cell("raw", execution_count=5, outputs=[new_output("display_data", {"text/html": HOSTILE[1]})]),
    ]
    notebook = new_notebook(cells=cells)
    sample = Report("a-sample", paths.notebooks() / "sample.ipynb", HOSTILE[0], {"language": language})
    return export_page(notebook, replace(sample, parameters={**sample.parameters, "places": HOSTILE}), MADE)


def page_with_figures(times: int, lines: int) -> str:
    """So many parts of a heading, a line, a cell that shows nothing and a figure, each that many lines after the last.

    The prose behind a figure and the heading of the next part share a cell, as they may in a notebook.
    """
    drawn = io.BytesIO()
    Image.new("RGB", (919, 460), "#0072b2").save(drawn, "png")
    address = f"data:image/png;base64,{base64.b64encode(drawn.getvalue()).decode()}"
    figure = f'<figure class="drawn"><div class="picture"><img src="{address}" width="919" alt="A bar"></div></figure>'
    cells = [new_markdown_cell("# What is printed?")]
    for number in range(times):
        before = "".join(f"Line {number}.{line}.\n\n" for line in range(lines))
        part = new_markdown_cell(f"{before}## Part-{number}-begins\n\nWhat it asks.")
        shows = new_output("execute_result", data={"text/html": figure})
        cells += [part, new_code_cell("silent = 1"), new_code_cell("drawn", execution_count=1, outputs=[shows])]
    sample = Report("printed", paths.notebooks() / "sample.ipynb", "What is printed?", {})
    return export_page(new_notebook(cells=cells), sample, MADE)
