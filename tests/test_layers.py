"""Who may import whom. An upper layer knows the lower ones, never the other way round."""

import ast
from pathlib import Path

import pytest

import helpers

ROOT = Path(helpers.__file__).parent

#: Folder or module → what it may import of this project.
MAY_IMPORT = {
    "paths": set(),
    "files": set(),
    "vocabulary": set(),
    "declarations": {"vocabulary"},
    "names": {"vocabulary"},
    "reading": {"vocabulary"},
    "documents": set(),
    "reviewing": {"extraction", "names", "paths", "reporting", "telling"},
    "extraction": {"documents", "reading", "table", "files"},
    "table": {"declarations", "vocabulary", "names", "reading", "files"},
    "measures": {"table"},
    "telling": {"declarations", "vocabulary", "names", "table"},
    "drawing": {"telling", "table"},
    "reporting": {"paths", "files", "names", "telling", "vocabulary"},
    "load": {"paths", "names", "table"},
    "__init__": {"load", "names", "table", "measures", "telling", "drawing", "reviewing"},
    "__main__": {"paths", "files", "names", "table", "reporting", "vocabulary", "extraction", "reviewing"},
}

MODULES = sorted(ROOT.rglob("*.py"))


def layer(path):
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports_of(path):
    """Layers of this project that a module imports, wherever in the module."""
    if path == ROOT / "__init__.py":
        yield from (module.split(".")[1] for module in helpers.OFFERED)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "helpers":
            parts = node.module.split(".")
            names = [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
            yield from names
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("helpers."))


def test_every_name_that_helpers_offers_is_there():
    assert helpers.__all__ == sorted(set(helpers.__all__))
    assert all(getattr(helpers, name) is not None for name in helpers.__all__)
    assert dir(helpers) == helpers.__all__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = helpers.nothing


def packages_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


def test_no_two_modules_offer_the_same_name():
    """Of two the later would be called in the place of the other."""
    offered = [name for names in helpers.OFFERED.values() for name in names]
    assert sorted(offered) == sorted(set(offered))


def test_every_layer_is_declared():
    assert {layer(path) for path in MODULES} == set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_layer_may(path):
    assert set(imports_of(path)) - {layer(path)} <= MAY_IMPORT[layer(path)]


@pytest.mark.parametrize("path", sorted((ROOT / "documents").glob("*.py")), ids=lambda path: path.name)
def test_reading_documents_takes_bytes_and_never_sees_a_path(path):
    assert not {"pathlib", "os", "pandas"} & set(packages_of(path))


@pytest.mark.parametrize("path", sorted((ROOT / "reading").glob("*.py")), ids=lambda path: path.name)
def test_reading_never_sees_a_frame_or_a_file(path):
    assert not {"pandas", "numpy", "pathlib", "io", "csv"} & set(packages_of(path))


@pytest.mark.parametrize("path", sorted((ROOT / "measures").glob("*.py")), ids=lambda path: path.name)
def test_measures_never_see_chinese_text(path):
    text = path.read_text(encoding="utf-8")
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in text)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_holds_chinese_words_outside_its_docstrings_and_comments(path):
    """Words are data: each stands in a vocabulary, with a reason. Only the meanings of codes quote some."""
    if path.name == "codes.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.body[0].value) for node in ast.walk(tree) if _has_docstring(node)}
    # the column's description is documentation that happens to be a string
    docs |= {id(part) for node in ast.walk(tree) if _is_description(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            assert not any("\u4e00" <= sign <= "\u9fff" for sign in node.value), node.value


def _has_docstring(node):
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return isinstance(node, kinds) and node.body and isinstance(node.body[0], ast.Expr)


def _is_description(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and getattr(node.func.value, "id", "") == "col"
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_rule_depends_on_one_of_the_five_plans(path):
    names = ("乌海", "长治", "菏泽", "兰州", "万盛", "wuhai", "changzhi", "heze", "lanzhou", "wansheng")
    code = "\n".join(line.split("#")[0] for line in ast.unparse(_without_docs(path)).splitlines())
    assert not any(name in code.lower() for name in names)


def _without_docs(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if _has_docstring(node) and isinstance(node.body[0].value, ast.Constant):
            node.body[0].value.value = ""
    return tree


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = [entry for entry in node.body if not isinstance(entry, ast.Expr)]
            lines = (node.end_lineno or 0) - (body[0].lineno if body else node.lineno)
            assert lines < 40, node.name
