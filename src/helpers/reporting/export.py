"""An executed notebook → one HTML file that needs nothing else."""

import datetime as dt
import re
from html import escape

import nbformat
from PIL import Image

from helpers import paths
from helpers.reporting.body import finish_body
from helpers.reporting.convert import convert_cells, in_language
from helpers.reporting.edition import describe, read_edition
from helpers.reporting.fitting import fit_page
from helpers.reporting.fonts import usual_font
from helpers.reporting.pictures import thumbnail_of
from helpers.reporting.reports import Report
from helpers.reporting.shell import render_page
from helpers.reporting.shortening import shorten_warnings
from helpers.reporting.sources import read_sources, sources_html
from helpers.telling.asked import say_parameters
from helpers.telling.phrases import say

HTML_LANGUAGES = {"en": "en", "zh": "zh-CN"}
HEADING = re.compile(r"# .*")
#: What would be taken for markup in a heading.
SIGNS = re.compile(r"([\\`*_{}\[\]<>#+!|&$~-])")
NOT_IN_NAMES = re.compile(r"[^\w.-]+")


def export_page(notebook: nbformat.NotebookNode, report: Report, made: dt.datetime) -> str:
    """The page's text: narrative in the report's language, code folded away, nothing fetched from anywhere."""
    language = report.language
    inside = convert_cells(warn_plainly(call_by(report.title, in_language(notebook, language))))
    sources = read_sources(paths.raw(), paths.processed())
    edition = read_edition(sources, paths.processed(), paths.root() / "README.md")
    name = NOT_IN_NAMES.sub("-", report.name)
    body = finish_body(inside, language, name, sources.known(), title=report.title)
    behind = sources_html(body.ids, sources, language, name)
    parameters = say_parameters(report.parameters, language, sources.places())
    day = f"{made:%Y-%m-%d}"
    page = render_page(
        "report.html",
        language=HTML_LANGUAGES[language],
        say=lambda key, **values: say(key, language, **values),
        title=report.title,
        body=mark_folded(body.html, language),
        headings=body.headings,
        answer=body.answer,
        thumbnail=thumbnail_of(body.html),
        sources=mark_folded(behind, language),
        parameters=parameters,
        dateline=say("page_dateline", language, issued=edition.issued or "–", made=day, parameters=parameters),
        data=say("page_data_version", language, **describe(edition)),
        changes=edition.changes,
        made=say("page_made_from", language, made=f"{made:%Y-%m-%d %H:%M}", notebook=report.notebook.name),
    )
    return fit_page(page, language)


def call_by(title: str, notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """A copy whose first heading is the report's title: of one notebook for many places each page names its own."""
    titled = nbformat.from_dict(notebook)
    told = (cell for cell in titled.cells if cell.cell_type == "markdown")
    first = next((cell for cell in told if HEADING.match(cell.source)), None)
    if first is not None and title:
        words = SIGNS.sub(r"\\\1", title)
        first.source = HEADING.sub(lambda _: f"# {words}", first.source, count=1)
    return titled


def warn_plainly(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The same with the warnings of its cells said without the files and lines of the machine."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                output.text = shorten_warnings(output.text)
    return notebook


def mark_folded(html: str, language: str) -> str:
    """On paper a folded table is only its line, which then says so."""
    return html.replace("<summary>", f'<summary data-folded="{escape(say("page_folded", language))}">')


def warm_up() -> None:
    """Make ready what all pages share: templates, the font of the usual characters, writers of pictures."""
    convert_cells(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1"), nbformat.v4.new_markdown_cell("a")]))
    usual_font()
    Image.init()
    render_page("page.html", language="en", title="a", footer="a")
