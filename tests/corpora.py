"""Corpora as test cases: one line of ``corpus/<name>.tsv`` is one case, named by its line."""

from pathlib import Path

import pytest

CORPUS = Path(__file__).parent / "corpus"


def corpus(name: str):
    """The lines of a corpus as parameters ``(text…, expected)``; a why that begins with ``gap:`` must still fail."""
    path = CORPUS / f"{name}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    width = len(lines[0].split("\t"))
    cases = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        assert len(cells) == width, f"{path.name}, line {number}: {len(cells)} cells where the header has {width}"
        assert cells[-1], f"{path.name}, line {number}: no reason given"
        marks = [pytest.mark.xfail(strict=True)] if cells[-1].startswith("gap:") else []
        cases.append(pytest.param(*cells[:-1], id=f"{path.name}:{number}", marks=marks))
    return cases
