"""Numbers as people write them, in either language."""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pandas as pd

from helpers import vocabulary
from helpers.telling.phrases import say, say_span

SIGNS = {"ge": "≥ ", "le": "≤ ", "approx": "≈ ", "between": "", "eq": ""}
CHANGES = ("growth_rate", "cagr", "gap", "multiple", "increment")


def say_number(value: float, language: str, *, digits: int | None = None) -> str:
    """A number with its power in words: 34400000000 is ``344亿`` and ``34.4 billion``.

    ``digits`` rounds to that many significant figures; by default a stated figure is given as it stands.
    """
    # Fifteen digits are what a binary number keeps of a decimal one; what stands behind them nobody has stated.
    number = Decimal(f"{value:.15g}" if isinstance(value, float) else str(value))
    for size, word in _scales(language):
        if abs(number) >= size:
            return _plain(number / size, language, digits) + word
    return _plain(number, language, digits)


def say_value(value: float, unit: str, language: str, *, digits: int | None = None) -> str:
    """A number with its unit: ``344亿元``, ``34.4 billion yuan``, ``4.5个/千人``, ``4.5 per 1000 inhabitants``."""
    number = say_number(value, language, digits=digits)
    if language == "zh":
        return number + unit
    name = _english_unit(unit)
    return number + (name if name in ("%", "‰") else f" {name}" if name else "")


def say_target(row: pd.Series, language: str) -> str:
    """A target in the fewest words that are still true: bound, value, kind of change, year.

    >>> row = pd.Series(dict(operator="ge", value=6.0, value_max=None, unit="%", measure="cagr", price_basis="real",
    ...                      period="annual", start_year=2025, target_year=2027))
    >>> say_target(row, "en")
    '≥ 6% real growth a year, 2025–2027'
    """
    value = say_value(row["value"], row["unit"], language)
    if row["operator"] == "between":
        ends = say_number(row["value"], language), say_value(row["value_max"], row["unit"], language)
        value = say_span(*ends, language)
    text = SIGNS[row["operator"]] + value
    if row["measure"] in CHANGES:
        basis = say(row["price_basis"], language) if row["price_basis"] in ("real", "nominal") else ""
        text = say(row["measure"], language, value=text, basis=basis)
    if row["period"] == "annual" and row["measure"] != "cagr":
        text = say("each_year", language, value=text)
    return _years(row, text, language)


def _years(row: pd.Series, value: str, language: str) -> str:
    if pd.isna(row["target_year"]):
        return value
    year = int(row["target_year"])
    if pd.isna(row["start_year"]):
        return say("in_year", language, value=value, year=year)
    return say("in_span", language, value=value, start=int(row["start_year"]), year=year)


def _plain(number: Decimal, language: str, digits: int | None) -> str:
    if digits and number:
        number = number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1), rounding=ROUND_HALF_UP)
    # Thousands are set apart in English; in Chinese 万 and 亿 do that, and commas look foreign.
    text = f"{number:,f}" if language == "en" else f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _scales(language: str) -> tuple[tuple[Decimal, str], ...]:
    return tuple((Decimal(row["size"]), row["word"]) for row in vocabulary.scales() if row["language"] == language)


@cache
def _english_unit(unit: str) -> str:
    base, _, per = unit.partition("/")
    if unit in vocabulary.units():
        return vocabulary.units()[unit]["unit_en"]
    words = [vocabulary.units()[base]["unit_en"] if base in vocabulary.units() else base]
    words += [vocabulary.denominators_en().get(per, f"per {per}")]
    return " ".join(word for word in words if word)
