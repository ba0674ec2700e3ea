import pytest
from corpora import corpus

from helpers.reading.periods import read_baseline, read_rhythm, read_years


@pytest.mark.parametrize(("text", "expected"), corpus("years"))
def test_reads_years(text, expected):
    period = read_years(text)
    read = "" if period is None else f"{period.start}..{period.end}" if period.start else f"{period.end}"
    assert read == expected


@pytest.mark.parametrize(("text", "expected"), corpus("rhythms"))
def test_reads_rhythm(text, expected):
    assert read_rhythm(text) == expected


@pytest.mark.parametrize(
    ("words", "target", "expected"),
    [("较2023年", 2028, 2023), ("上年度", 2026, 2025), ("", 2026, None), ("上年度", None, None)],
)
def test_reads_the_year_compared_with(words, target, expected):
    assert read_baseline(words, target) == expected
