"""A notebook's cells → HTML, by nbconvert."""

import secrets
from functools import cache
from typing import Any

import nbformat
from nbconvert import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML, clean_html
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter

from helpers.telling.phrases import LANGUAGES

HTML = "text/html"


def convert_cells(notebook: nbformat.NotebookNode) -> str:
    """The cells as HTML, code with its outputs, without a page around them.

    Outputs in HTML are set in afterwards as they are: nbconvert would parse each picture in them character by
    character, which takes longer than the run of the notebook.
    """
    pieces: dict[str, str] = {}
    light = nbformat.from_dict({**notebook, "cells": [_lighten(cell, pieces) for cell in notebook.cells]})
    inside, _ = _exporter().from_notebook_node(light)
    for mark, piece in pieces.items():
        inside = inside.replace(mark, piece)
    return inside


def in_language(notebook: nbformat.NotebookNode, language: str) -> nbformat.NotebookNode:
    """A copy without the narrative cells of other languages, which are told by the tag ``lang-…``."""
    others = {f"lang-{name}" for name in LANGUAGES if name != language}
    chosen = nbformat.from_dict(notebook)
    chosen.cells = [cell for cell in notebook.cells if not others & set(cell.metadata.get("tags", ()))]
    return chosen


def _lighten(cell: nbformat.NotebookNode, pieces: dict[str, str]) -> dict[str, Any]:
    """The cell with a mark in place of each output in HTML, which goes to ``pieces`` under its mark."""
    if "outputs" not in cell:
        return cell
    outputs = []
    for output in cell.outputs:
        data = output.get("data", {}).get(HTML)
        if data is not None:
            mark = f"<!--{secrets.token_hex(16)}-->"
            pieces[mark] = "".join(data)
            output = {**output, "metadata": {}, "data": {HTML: mark}}  # noqa: PLW2901 - a copy takes its place
        outputs.append(output)
    return {**cell, "outputs": outputs}


class _Highlighted(str):
    """Code that the highlighter has made HTML of, and escaped."""

    __slots__ = ()


class _BodyExporter(HTMLExporter):
    """nbconvert's HTML without what takes most of its time and is done here once more, or for other pages than ours.

    It parses the whole page again to describe pictures that have no description, which `finish_body` does, and cleans
    code that its own highlighter has just escaped.
    """

    def from_notebook_node(
        self, nb: nbformat.NotebookNode, resources: dict[str, Any] | None = None, **given: Any
    ) -> tuple[str, dict[str, Any]]:
        highlight = Highlight2HTML(pygments_lexer="ipython3", parent=self)
        self.register_filter("highlight_code", lambda *code, **about: _Highlighted(highlight(*code, **about)))
        self.register_filter("clean_html", lambda text: text if isinstance(text, _Highlighted) else clean_html(text))
        resources = self._init_resources(resources)
        widgets = WidgetsDataTypeFilter(notebook_metadata=self._nb_metadata, parent=self, resources=resources)
        self.register_filter("filter_data_type", widgets)
        return TemplateExporter.from_notebook_node(self, nb, resources, **given)


@cache
def _exporter() -> HTMLExporter:
    # `lab` and `classic` load scripts from elsewhere whatever one sets; `basic` is the bare body.
    exporter = _BodyExporter(template_name="basic")
    exporter.exclude_input_prompt = True
    exporter.exclude_output_prompt = True
    exporter.embed_images = True
    exporter.exclude_anchor_links = True
    return exporter
