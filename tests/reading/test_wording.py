import pytest
from corpora import corpus

from helpers.reading.wording import read_denominator, read_measure, read_modality, read_operator


@pytest.mark.parametrize(("text", "expected"), corpus("modalities"))
def test_reads_modality(text, expected):
    assert read_modality(text) == expected


@pytest.mark.parametrize(("text", "expected"), corpus("operators"))
def test_reads_operator(text, expected):
    assert read_operator(text) == expected


@pytest.mark.parametrize(("verb", "indicator", "kind", "expected"), corpus("measures"))
def test_reads_measure(verb, indicator, kind, expected):
    kind, _, unit = kind.partition(" ")
    assert read_measure(verb, indicator, kind, unit) == expected


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [("每千人口托位数", "千人"), ("每万人律师数", "万人"), ("人均体育场地面积", "人"), ("托位数", "")],
)
def test_reads_what_a_figure_per_head_is_divided_by(indicator, expected):
    assert read_denominator(indicator) == expected
