from itertools import pairwise

import pytest
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st

from helpers.reading.figures import find_numerals


@pytest.mark.parametrize(("text", "expected"), corpus("found"))
def test_finds_numerals(text, expected):
    assert "|".join(text[start:end] for start, end in find_numerals(text)) == expected


@given(st.text(alphabet="0123456789一二三百万亿年家，。进步统零售全覆盖持平", max_size=60))
def test_spans_run_forward_and_no_digit_is_passed_over(text):
    spans = find_numerals(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(place in covered for place, sign in enumerate(text) if sign.isascii() and sign.isdigit())
