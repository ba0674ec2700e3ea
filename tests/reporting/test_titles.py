"""The page of one notebook for many places is headed by the name of its own."""

import nbformat
from lxml import html

from helpers.reporting.convert import convert_cells
from helpers.reporting.export import call_by

MARKDOWN, CODE = nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell


def heading(title, *cells):
    notebook = nbformat.v4.new_notebook(cells=list(cells))
    root = html.fragment_fromstring(convert_cells(call_by(title, notebook)), create_parent="div")
    return [" ".join(one.text_content().split()) for one in root.iter("h1")], notebook


def test_the_title_takes_the_place_of_the_first_heading():
    told, notebook = heading("What does Linxi promise?", MARKDOWN("# What does this city promise?\n\nMore."))
    assert told == ["What does Linxi promise?"]
    assert notebook.cells[0].source.startswith("# What does this city")


def test_signs_of_markup_in_a_name_stay_signs():
    for title in ("A *b* [c](d) _e_ <i>f</i> `g`", "临溪市#1 & co"):
        assert heading(title, MARKDOWN("# A city"))[0] == [title]


def test_a_comment_in_code_is_no_heading_and_a_page_without_one_gets_none():
    assert heading("A title", CODE("# a comment"), MARKDOWN("Text."))[0] == []
    assert heading("", MARKDOWN("# As it stands"))[0] == ["As it stands"]
