"""A notebook asks one question, tells the answer in both languages, and holds no logic."""

import ast

import nbformat
import pytest

import helpers
from helpers import paths

NOTEBOOKS = sorted(paths.notebooks().glob("*.ipynb"))
BANNED = (ast.FunctionDef, ast.Lambda, ast.ClassDef, ast.For, ast.While, ast.Try, ast.If, ast.ListComp, ast.DictComp)
LONGEST = 10


def cells_of(path):
    return nbformat.read(path, as_version=4).cells


def tags_of(cell):
    return cell.metadata.get("tags", [])


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.name)
def notebook(request):
    return request.param


def test_there_are_notebooks():
    assert NOTEBOOKS


def test_it_opens_with_its_question_in_both_languages(notebook):
    first, second = cells_of(notebook)[:2]
    assert tags_of(first) == ["lang-en"]
    assert tags_of(second) == ["lang-zh"]
    assert first.source.startswith("# ")
    assert first.source.endswith("?")
    assert second.source.endswith("？")


def test_each_narrative_stands_in_both_languages_side_by_side(notebook):
    told = [tags_of(cell) for cell in cells_of(notebook) if cell.cell_type == "markdown"]
    assert told == [["lang-en"], ["lang-zh"]] * (len(told) // 2)


def test_it_has_one_cell_of_parameters_with_a_comment_for_each(notebook):
    (cell,) = [cell for cell in cells_of(notebook) if "parameters" in tags_of(cell)]
    assert all("  # " in line for line in cell.source.splitlines())
    names = [target.id for node in ast.parse(cell.source).body for target in node.targets]
    assert "language" in names


def test_it_holds_no_logic_and_no_outputs(notebook):
    for cell in cells_of(notebook):
        if cell.cell_type == "code":
            assert not cell.outputs
            assert cell.execution_count is None
            assert len(cell.source.splitlines()) <= LONGEST
            assert not any(isinstance(node, BANNED) for node in ast.walk(ast.parse(cell.source)))


def test_it_uses_only_the_names_that_helpers_offers(notebook):
    for cell in cells_of(notebook):
        if cell.cell_type != "code":
            continue
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Import):
                assert [alias.name for alias in node.names] == ["helpers"]
            assert not isinstance(node, ast.ImportFrom)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "h":
                assert node.attr in helpers.__all__
