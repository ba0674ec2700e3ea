"""An executed notebook → one HTML file that needs nothing else."""

import datetime as dt

import nbformat
from nbconvert import HTMLExporter

from helpers.reporting.reports import Report
from helpers.reporting.shell import render_page
from helpers.telling.phrases import LANGUAGES, say

HTML_LANGUAGES = {"en": "en", "zh": "zh-CN"}


def export_page(notebook: nbformat.NotebookNode, report: Report, made: dt.datetime) -> str:
    """The page's text: narrative in the report's language, outputs, no code, nothing fetched from anywhere."""
    body, _ = _exporter().from_notebook_node(in_language(notebook, report.language))
    parameters = ", ".join(f"{name} = {value}" for name, value in report.parameters.items())
    footer = say(
        "page_footer",
        report.language,
        made=f"{made:%Y-%m-%d %H:%M}",
        notebook=report.notebook.name,
        parameters=parameters or say("default_parameters", report.language),
    )
    return render_page(
        "page.html",
        language=HTML_LANGUAGES[report.language],
        title=report.title,
        body=body,
        footer=footer,
    )


def in_language(notebook: nbformat.NotebookNode, language: str) -> nbformat.NotebookNode:
    """A copy without the narrative cells of other languages, which are told by the tag ``lang-…``."""
    others = {f"lang-{name}" for name in LANGUAGES if name != language}
    copy = nbformat.from_dict(notebook)
    copy.cells = [cell for cell in notebook.cells if not others & set(cell.metadata.get("tags", ()))]
    return copy


def _exporter() -> HTMLExporter:
    # `lab` and `classic` load scripts from elsewhere whatever one sets; `basic` is the bare body.
    exporter = HTMLExporter(template_name="basic")
    exporter.exclude_input = True
    exporter.exclude_input_prompt = True
    exporter.exclude_output_prompt = True
    exporter.embed_images = True
    exporter.exclude_anchor_links = True
    return exporter
