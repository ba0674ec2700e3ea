"""A figure as a plan prints it → its value in a base unit."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.numerals import (
    MYRIAD,
    chinese_digits,
    chinese_powers,
    numeral_pattern,
    plain,
    range_pattern,
    read_numeral,
    split_pair,
)
from helpers.reading.patterns import any_of
from helpers.reading.periods import YEAR, year_sign

ALL, HUNDRED = 100, Decimal(100)
#: Deaths are told by so many births or inhabitants.
PER_DEATHS = 100_000
#: More signs than any figure has; a run of numerals without end would be tried at each of its places.
LONGEST = 80


class FigureError(ValueError):
    """A figure cannot be read; the message quotes it and says what is not understood."""


@dataclass(frozen=True)
class Quantity:
    """What a figure says by itself: value and, of a range, upper value, both in ``unit``, and the attached bound.

    ``kind`` is the unit's kind in ``units.csv``; ``operator`` is empty where the figure attaches no bound;
    ``measure`` is given only by figures without a numeral (翻番, 全覆盖).
    """

    value: Decimal
    value_max: Decimal | None
    unit: str
    kind: str
    operator: str = ""
    measure: str = ""


@lru_cache(maxsize=16_384)  # the words around a figure are read many times over
def read_figure(figure: str, *, against_year: bool = False) -> Quantity:
    """Read one figure: number or range, unit, attached bound.

    ``against_year`` says that the clause compares with a year (与上年度), not with another series; only 持平 needs it.

    >>> read_figure("2500亿元左右")
    Quantity(value=Decimal('250000000000'), value_max=None, unit='元', kind='money', operator='approx', measure='')
    """
    text = said_of_money().sub("", re.sub(r"\s+", "", figure))
    if len(text) > LONGEST:
        msg = f"the figure {figure[:LONGEST]!r}… is longer than any figure"
        raise FigureError(msg)
    if said := _read_in_words(text, against_year=against_year):
        return said
    found = figure_pattern().fullmatch(text)
    if not found or re.fullmatch(YEAR + year_sign(), found["low"] + found["unit"]):
        msg = f"cannot read the figure {figure!r}: expected a number, a unit of units.csv and at most one bound"
        raise FigureError(msg)
    low, high = split_pair(found["low"]) or (found["low"], found["high"])
    unit = vocabulary.units()[found["unit"]]
    if found["high"]:
        low, high = _share_power(low, high)
    factor = Decimal(unit["factor"])
    low += found["power"] or ""  # 100多万
    value, value_max = read_numeral(low) * factor, read_numeral(high) * factor if high else None
    if value_max is not None and value_max < value:
        msg = f"the range {figure!r} runs downwards"
        raise FigureError(msg)
    if unit["base_unit"] != found["unit"] and unit["kind"] == "percent" and value > ALL:
        msg = f"{figure!r} would be more than all of it"
        raise FigureError(msg)
    return Quantity(
        value=plain(value),
        value_max=None if value_max is None else plain(value_max),
        unit=unit["base_unit"],
        kind=unit["kind"],
        operator="between" if high else _operator(found),
    )


@cache
def said_of_money() -> re.Pattern[str]:
    """What all amounts of money are in, which a comma in brackets parts from nothing: 2万亿元|(人民币,下同)."""
    return re.compile(rf"\((?:{any_of(lexicon.signs('said_of_money'))})\)")


def _read_in_words(text: str, *, against_year: bool) -> Quantity | None:
    """A figure of the closed list of wordings, a percentage in words or a part of a whole; ``None`` for all others."""
    wording = wording_pattern().fullmatch(text)
    if wording:
        said = _read_wording(vocabulary.wordings()[wording["wording"]], against_year=against_year)
        return replace(said, operator=_after()[wording["bound"]]) if wording["bound"] else said
    hundredths = hundredths_pattern().fullmatch(text)
    if hundredths:
        to = lexicon.signs("range")[0] + hundredths["high"] if hundredths["high"] else ""
        return read_figure(hundredths["number"] + to + vocabulary.percent() + (hundredths["bound"] or ""))
    if tenths := tenths_pattern().fullmatch(text):
        percent = 10 * read_numeral(tenths["tenths"]) + read_numeral(tenths["hundredths"])
        return read_figure(f"{percent}{vocabulary.percent()}{tenths['bound'] or ''}")
    fraction = fraction_pattern().fullmatch(text)
    return _read_fraction(fraction) if fraction else None


def _read_fraction(found: re.Match[str]) -> Quantity:
    """A part of a whole in percent, to two decimals."""
    whole, part = read_numeral(found["whole"]), read_numeral(found["part"])
    if not 0 < part <= whole:
        msg = f"cannot read the figure {found.group()!r}: a part is no larger than its whole"
        raise FigureError(msg)
    if whole == PER_DEATHS:
        return read_figure(f"{part:f}{lexicon.signs('per_deaths')[0]}{found['bound'] or ''}")  # 十万分之九
    percent = (HUNDRED * part / whole).quantize(Decimal("0.01")).normalize()
    return read_figure(f"{percent:f}{vocabulary.percent()}{found['bound'] or ''}")


def is_lonely(found: re.Match[str]) -> bool:
    """Whether what ``figure_pattern`` found is 万 or 亿 and a unit alone, the beginning of a unit (亿元以上企业) and no
    number, unless words before it pass it (超亿件, 上万家) or it counts a crowd (万户以上).
    """
    if found["over"] or found["low"] not in _lonely() or found["unit"] in lexicon.signs("title_unit"):
        return False
    return not (found["bound"] and found["unit"] in lexicon.signs("crowd_unit"))


def _operator(found: re.Match[str]) -> str:
    if found["bound"]:
        return _after()[found["bound"]]
    if found["within"]:
        return "le"
    return "ge" if found["more"] or found["over"] else ""


def _read_wording(wording: vocabulary.Row, *, against_year: bool) -> Quantity:
    side = "year" if against_year else "series"
    unit = wording[f"unit_{side}"]
    return Quantity(
        value=Decimal(wording["value"]),
        value_max=None,
        unit=unit,
        kind=vocabulary.units()[unit]["kind"],
        operator=wording["operator"],
        measure=wording[f"measure_{side}"],
    )


def _share_power(low: str, high: str) -> tuple[str, str]:
    """3—5万 means 30 000 to 50 000: the power behind the second number belongs to both."""
    power = high.lstrip("0123456789０１２３４５６７８９.．,，")
    if power and power != high and low.isascii() and not low.endswith(power):
        low += power
    return low, high


@cache
def _lonely() -> frozenset[str]:
    """万 and 亿 by themselves are a unit's beginning (亿元以上企业), not a number."""
    return frozenset(sign for sign, value in vocabulary.numerals().items() if value >= MYRIAD)


@cache
def _after() -> dict[str, str]:
    return {row["word"]: row["operator"] for row in vocabulary.bounds() if row["position"] == "after"}


def _within() -> str:
    """What bounds a time behind its unit: 5个工作日|内."""
    return "|".join(f"(?<={unit}){within}" for unit in lexicon.signs("time_end") for within in lexicon.signs("within"))


@cache
def wording_pattern() -> re.Pattern[str]:
    """One of the closed list of wordings and at most one bound; groups ``wording`` and ``bound``."""
    bounds = any_of(vocabulary.bound_words("after"))
    return re.compile(f"(?P<wording>{any_of(vocabulary.wordings())})(?![0-9])(?P<bound>{bounds})?")


@cache
def hundredths_pattern() -> re.Pattern[str]:
    """A percentage in words (百分之六十以上), or a range of them; groups ``number``, ``high`` and ``bound``."""
    leads, bounds = any_of(lexicon.signs("hundredths")), any_of(vocabulary.bound_words("after"))
    number = f"(?:{numeral_pattern()})"
    high = f"(?:{range_pattern()}(?:{leads})?(?P<high>{number}))?"
    return re.compile(f"(?:{leads})(?P<number>{number}){high}(?P<bound>{bounds})?")


@cache
def tenths_pattern() -> re.Pattern[str]:
    """Tenths and hundredths in words (一成五以上); groups ``tenths``, ``hundredths`` and ``bound``."""
    digit, bounds = f"[{chinese_digits()}]", any_of(vocabulary.bound_words("after"))
    tenth = any_of(lexicon.signs("tenth"))
    return re.compile(f"(?P<tenths>{digit})(?:{tenth})(?P<hundredths>{digit})(?P<bound>{bounds})?")


@cache
def fraction_pattern() -> re.Pattern[str]:
    """A part in words (五分之二以上); groups ``whole``, ``part`` and ``bound``."""
    joins, bounds = any_of(lexicon.signs("part_in_words")), any_of(vocabulary.bound_words("after"))
    numerals = "".join(vocabulary.numerals())
    number = f"(?:[{numerals}]{{1,3}}|[0-9]{{1,3}})"
    return re.compile(f"(?P<whole>{number})(?:{joins})(?P<part>{number})(?P<bound>{bounds})?")


@cache
def figure_pattern() -> re.Pattern[str]:
    """A number or a range, a unit and at most one bound; groups ``over``, ``low``, ``high``, ``unit``, ``bound``.

    What is said in brackets of the number itself or of its unit may stand between them.
    """
    units, bounds = any_of(vocabulary.units()), any_of(vocabulary.bound_words("after"))
    number, more = numeral_pattern(lazy=True), any_of(lexicon.signs("more"))
    itself = rf"\((?:{any_of(lexicon.signs('itself_too'))})[^(),;:。]{{0,6}}\)"
    aside = rf"(?:{itself}|\([a-zA-Zµμ][a-zA-Z0-9/·²³]{{0,11}}\))?"  # 2家(含)以上, 5兆瓦(MW)以上
    over = f"(?:(?P<over>{any_of(lexicon.signs('over'))})(?=[{chinese_powers()}]))?"  # 上万家
    return re.compile(
        rf"{over}(?P<low>{number})(?:(?P<low_unit>{units})?{range_pattern()}(?P<high>{number})|(?P<more>{more})(?P<power>[{chinese_powers()}]*?))?"
        rf"(?P<unit>(?!{any_of(lexicon.signs('not_unit'))})(?(low_unit)(?P=low_unit)|(?:{units})))(?:{aside}(?P<bound>{bounds})(?:{itself})?|(?P<within>{_within()}))?"
    )
