import pytest
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st

from helpers.reading.numerals import plain, read_numeral

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(("text", "expected"), corpus("numerals"))
def test_reads_numeral(text, expected):
    assert str(read_numeral(text)) == expected


@pytest.mark.parametrize("text", corpus("not_numbers"))
def test_refuses_what_is_not_one_numeral(text):
    with pytest.raises(ValueError, match="not one numeral"):
        read_numeral(text)


@given(st.decimals(min_value=0, max_value=10**7, places=4), st.sampled_from(["", "万", "亿", "万亿"]))
def test_an_arabic_number_with_a_power_reads_back_exactly(number, power):
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[power]
    assert read_numeral(f"{number:f}{power}") == number * factor


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_number_in_parts_is_their_sum(hundred_millions, myriads):
    assert read_numeral(f"{hundred_millions}亿{myriads}万") == hundred_millions * 10**8 + myriads * 10**4


def test_refuses_a_row_of_digits_too_long_to_be_an_amount():
    with pytest.raises(ValueError, match="not one numeral"):
        read_numeral("111503000115543089")


@given(st.integers(min_value=0, max_value=10**11))
def test_thousands_separators_change_nothing(number):
    assert read_numeral(f"{number:,}") == read_numeral(str(number)) == number


@given(st.integers(min_value=1, max_value=10**8 - 1))
def test_a_number_written_out_in_chinese_reads_back(number):
    assert read_numeral(write_out(number)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_plain_changes_no_value_and_prints_no_exponent(number):
    assert plain(number) == number
    assert plain(number).as_tuple().exponent <= 0
    assert not f"{plain(number):f}".rstrip("0").endswith(".")


def write_out(number):
    """A number in Chinese, by the book: sections of four digits, each with its power."""
    sections, powers = [], ["", "万", "亿", "万亿"]
    for power in powers:
        number, section = divmod(number, 10_000)
        sections.append((section, power))
    text = ""
    for section, power in reversed(sections):
        if not section:
            continue
        if power == "万" and text.endswith("万亿"):
            text = text.removesuffix("万亿") + "万亿"
        zero = "零" if text and section < 1000 else ""
        text += zero + write_section(section) + power
    return text


def write_section(section):
    text, gap = "", False
    for size, power in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = section // size % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + power
            gap = False
        else:
            gap = True
    return text
