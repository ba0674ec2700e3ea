"""Chinese and Arabic numerals → exact decimals."""

import re
import unicodedata
from decimal import Decimal
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.patterns import any_of

#: More signs than any amount has; the products of shorter numerals are exact in 28 decimal digits.
LONGEST = 16
MYRIAD = Decimal(10_000)

# 1,319 is one number; 1,31 is two, and a stray comma must not be read as a thousands separator.
ARABIC = r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?"


@cache
def chinese_digits() -> str:
    return "".join(sign for sign, value in vocabulary.numerals().items() if value < 10)


@cache
def chinese_powers() -> str:
    return "".join(sign for sign, value in vocabulary.numerals().items() if value >= 10)


@cache
def numeral_pattern(*, lazy: bool = False) -> str:
    """One number: Arabic with powers behind it (1.3亿, 3.6万亿), or Chinese (一千二百, 百亿).

    ``lazy`` leaves a power to the unit behind it where there is such a unit (5千米, 3千瓦).
    """
    powers, signs = chinese_powers(), chinese_digits() + chinese_powers()
    repeat = "*?" if lazy else "*"
    return rf"(?:{_mixed()}|{ARABIC})[{powers}]{repeat}|[{signs}]+(?:{_point()}[{chinese_digits()}]+)?[{powers}]*"


@cache
def numeral_signs() -> tuple[str, ...]:
    """All signs that a numeral begins with."""
    return (*"0123456789０１２３４５６７８９", *vocabulary.numerals())


def range_pattern() -> str:
    """What stands between the ends of a range: 3—5, 3至5, 3--5."""
    return f"[{''.join(lexicon.signs('range'))}]{{1,2}}"


@cache
def _mixed() -> str:
    """A number in parts, each with its power: 1亿2000万, 3亿5千万, 2万5千, and 3万8000(亿)."""
    digit = "[0-9０-９]"
    units = any_of(unit[1:] for unit in vocabulary.units() if unit.startswith(_power(1_000)) and unit[1:])
    hundred_millions = f"{digit}+{_power(MYRIAD**2)}{digit}{{1,4}}{_power(1_000)}?{_power(MYRIAD)}"
    thousands = f"{digit}+{_power(MYRIAD)}{digit}{_power(1_000)}(?!{units})"  # 1万5|千瓦
    return f"{hundred_millions}|{thousands}|{digit}+{_power(MYRIAD)}{digit}{{4}}(?![0-9０-９.．])"


def _power(power: Decimal | int) -> str:
    return next(sign for sign, value in vocabulary.numerals().items() if value == power)


def _point() -> str:
    return lexicon.signs("decimal_point")[0]


def read_numeral(text: str) -> Decimal:
    """The value of one numeral, exactly.

    Powers after an Arabic number multiply it; a Chinese numeral follows the usual grammar, and a power with no digit
    before it counts once (百亿 is 100 × 100 000 000).

    >>> read_numeral("2.3亿"), read_numeral("一千二百"), read_numeral("百亿"), read_numeral("3.6万亿")
    (Decimal('230000000'), Decimal('1200'), Decimal('10000000000'), Decimal('3600000000000'))

    Raises ``ValueError`` for anything that is not one numeral.
    """
    # NFKC turns full-width digits, commas and stops into plain ones and leaves Chinese signs alone.
    text = unicodedata.normalize("NFKC", text)
    if len(text) > LONGEST or not re.fullmatch(numeral_pattern(), text):
        msg = f"{text!r} is not one numeral"
        raise ValueError(msg)
    arabic = re.match(ARABIC, text)
    if arabic:
        mixed = re.match(_mixed(), text)
        value = _read_parts(mixed.group()) if mixed else Decimal(arabic.group().replace(",", ""))
        value = _times(value, text[(mixed or arabic).end() :])
    else:
        value = _read_chinese(text)
    return plain(value)


def _read_parts(text: str) -> Decimal:
    """The sum of the parts of a number in mixed signs: 1亿2000万."""
    total = Decimal(0)
    for digits, powers in re.findall("([0-9]+)([^0-9]*)", text):
        total += _times(Decimal(digits), powers)
    return total


def _times(value: Decimal, powers: str) -> Decimal:
    """The value multiplied by each of the powers behind it: 3, 万亿."""
    for sign in powers:
        value *= _value(sign)
    return value


def _read_chinese(text: str) -> Decimal:
    whole, _, fraction = text.partition(_point())
    if fraction:
        tail = fraction.lstrip(chinese_digits())
        digits = fraction[: len(fraction) - len(tail)]
        return _times(_read_whole(whole) + Decimal("0." + "".join(str(_value(sign)) for sign in digits)), tail)
    return _read_whole(whole)


def split_pair(text: str) -> tuple[str, str] | None:
    """The ends of a range that two digits in a row are: 两三 → 两, 三; 三四十 → 三十, 四十; 三五 → 三, 五."""
    found = _pair().fullmatch(text)
    if not found or not 1 <= _value(found["high"]) - _value(found["low"]) <= 2:
        return None
    return tuple(found["ahead"] + found[end] + found["powers"] for end in ("low", "high"))


def read_most(text: str) -> Decimal:
    """The value of a numeral, and of two digits in a row (两三年) that of the larger end."""
    pair = split_pair(text)
    return read_numeral(pair[1] if pair else text)


@cache
def _pair() -> re.Pattern[str]:
    digit, powers = f"[{chinese_digits()}]", chinese_powers()
    return re.compile(f"(?P<ahead>(?:{digit}?[{powers}])*)(?P<low>{digit})(?P<high>{digit})(?P<powers>[{powers}]*)")


def _read_whole(text: str) -> Decimal:
    if len(text) > 1 and all(sign in chinese_digits() for sign in text):
        return Decimal("".join(str(_value(sign)) for sign in text))  # 二〇二五, digit by digit
    total = section = digit = Decimal(0)
    for sign in text:
        value = _value(sign)
        if value < 10:
            digit = value
        elif value < MYRIAD:
            section, digit = section + (digit or 1) * value, Decimal(0)
        else:
            total, section, digit = _apply_power(total, section + digit, value), Decimal(0), Decimal(0)
    return total + section + digit


def _apply_power(total: Decimal, section: Decimal, power: Decimal) -> Decimal:
    """A power beyond what was read multiplies all of it (三万五千|亿); a lesser one its own section (三亿|五千万)."""
    if total >= power:
        return total + section * power
    return (total + section or Decimal(1)) * power


def _value(sign: str) -> Decimal:
    return vocabulary.numerals()[sign]


def plain(value: Decimal) -> Decimal:
    """The same number without exponent or trailing zeros: 1E+3 as 1000, 15.50 as 15.5."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
