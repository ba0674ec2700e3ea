"""One plain form for signs that mean the same."""

from hypothesis import given
from hypothesis import strategies as st

from helpers.reading.characters import to_plain


@given(st.text())
def test_every_sign_stays_where_it_is(text):
    assert len(to_plain(text)) == len(text)


@given(st.text())
def test_a_plain_text_is_its_own_plain_form(text):
    assert to_plain(to_plain(text)) == to_plain(text)


def test_a_text_of_many_kinds_of_signs_has_the_same_form_as_its_parts():
    full_width = "".join(map(chr, range(0xFF01, 0xFF5F)))
    assert to_plain(full_width) == "".join(map(to_plain, full_width))


def test_a_sign_for_a_bullet_is_a_blank_in_every_width():
    assert to_plain("￭■") == "  "
