"""A Chinese page holds no English sentence, and an English one no Chinese sentence; terms are quoted as printed."""

import re

import nbformat
import pytest

from helpers import paths, vocabulary

#: Three words one behind the other make the beginning of a sentence.
ENGLISH = re.compile(r"(?:[A-Za-z][A-Za-z'-]*[ ,;:]+){2,}[A-Za-z]{2,}")
CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}[，。；]")
CODE = re.compile(r"`[^`]*`|\{\w+\}")
NOTEBOOKS = sorted(paths.notebooks().glob("*.ipynb"))


def narratives(language):
    for path in NOTEBOOKS:
        for cell in nbformat.read(path, as_version=4).cells:
            if f"lang-{language}" in cell.metadata.get("tags", []):
                yield path.name, CODE.sub("", cell.source)


def test_phrases_keep_to_their_language():
    for key, row in vocabulary.phrases().items():
        assert not ENGLISH.search(CODE.sub("", row["zh"])), key
        assert not CHINESE.search(row["en"]), key


@pytest.mark.parametrize(("language", "other"), [("zh", ENGLISH), ("en", CHINESE)])
def test_narratives_keep_to_their_language(language, other):
    for name, text in narratives(language):
        assert not other.search(text), (name, text)
