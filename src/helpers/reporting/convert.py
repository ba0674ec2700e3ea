"""A notebook's cells → HTML, by nbconvert."""

import secrets
from functools import cache
from typing import Any

import nbformat
from nbconvert import HTMLExporter

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


@cache
def _exporter() -> HTMLExporter:
    # `lab` and `classic` load scripts from elsewhere whatever one sets; `basic` is the bare body.
    exporter = HTMLExporter(template_name="basic")
    exporter.exclude_input_prompt = True
    exporter.exclude_output_prompt = True
    exporter.embed_images = True
    exporter.exclude_anchor_links = True
    return exporter
