"""The arithmetic of a finding written out, as a reader would do it."""

from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Protocol

from helpers.telling.growth import say_percent
from helpers.telling.numbers import SIGNS, say_number, say_value
from helpers.telling.phrases import say

DIGITS = 4
PERCENT = "%"
#: Measures whose gaps are told in percentage points.
POINTS = ("share", "rate", "growth_rate", "cagr")


class Number(Protocol):
    """What a clause, stated or computed, has for whoever writes it down."""

    formula: str
    operands: tuple["Number", ...]
    measure: str
    operator: str
    unit: str
    year: int
    figure: object


def say_calculation(computed: Number, language: str) -> str:
    """How a number follows from others, with its result: ``108 billion yuan ÷ ≈ 241 billion yuan = 44.81%``.

    A number that is not of the year of all its operands bears its year.
    """
    if computed.formula == "pace":
        return _pace(computed, language)
    calculation = _calculate(computed, language)
    if computed.formula == "itself":
        return calculation
    elsewhere = any(one.year != computed.year for one in computed.operands)
    key = "calc_result_year" if elsewhere and computed.formula in ("ungrow", "take") else "calc_result"
    return say(key, language, calculation=calculation, result=say_computed(computed, language), year=computed.year)


def say_computed(number: Number, language: str) -> str:
    """A computed number to four significant digits, a stated or reported one as it stands."""
    digits = DIGITS if number.operands and number.formula != "itself" else None
    return say_size(number.figure.value, number, language, digits=digits)


def say_stated(number: Number, language: str) -> str:
    """A stated number with the sign of its bound."""
    return SIGNS.get(number.operator, "") + say_computed(number, language)


def say_size(value: Decimal, like: Number, language: str, *, digits: int | None = DIGITS) -> str:
    """A value in the unit of a number; without a unit the bare value."""
    if not like.unit:
        return say_number(value, language, digits=digits)
    return say_value(value, like.unit, language, digits=digits)


def say_gap(gap: float, stated: Number, language: str) -> str:
    """Computed less stated: in points for what is told in per cent, else in the unit and in % of the stated number."""
    if stated.unit == PERCENT and stated.measure in POINTS:
        points = abs(Decimal(str(gap))).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP).normalize()
        return say("calc_points", language, value=f"{_sign(gap)}{points:f}")
    size = say_size(abs(Decimal(str(gap))), stated, language, digits=3)
    if not gap or not stated.figure.value:
        return _sign(gap) + size
    share = say_percent(abs(gap) / float(stated.figure.value) * 100, language)
    return f"{_sign(gap)}{size} ({_sign(gap)}{share})"


def say_needed(computed: Number, stated: Number, language: str) -> str:
    """The yearly growth that leads from the base of a computed level to the stated one; empty where there is none."""
    base = computed.operands[0] if computed.formula == "grow" else None
    if base is None or base.figure.value <= 0 or stated.figure.value <= 0:
        return ""
    return say_percent(yearly(base, stated), language)


def yearly(start: Number, end: Number) -> float:
    """Growth in % a year from one number to a later one; over no year, their difference in %."""
    ratio = float(end.figure.value / start.figure.value)
    return 100 * (ratio ** (1 / max(end.year - start.year, 1)) - 1)


def _sign(gap: float) -> str:
    return "+" if gap > 0 else "−" if gap < 0 else ""


def say_interval(number: Number, language: str) -> str:
    """What rounding and bounds allow a number to be."""
    low, high = number.figure.allowed.low, number.figure.allowed.high
    shut = [not (low.is_infinite() or low <= 0), not high.is_infinite()]
    if low == high:
        return say_size(low, number, language)
    key = {(True, True): "allowed_range", (True, False): "allowed_from", (False, True): "allowed_to"}
    told = {name: say_size(side, number, language) if closed else ""
            for name, side, closed in (("low", low, shut[0]), ("high", high, shut[1]))}  # fmt: skip
    return say(key.get(tuple(shut), "allowed_any"), language, **told)


def _calculate(computed: Number, language: str) -> str:
    operands = [_operand(one, computed, language) for one in computed.operands]
    if computed.formula == "itself":
        return operands[0]
    if computed.formula == "sum":
        return say("calc_plus", language).join(operands)
    gaps = dict(zip(("first", "second"), operands, strict=False))
    if computed.formula in ("grow", "ungrow"):
        return say(f"calc_{computed.formula}", language, factor=_factor(computed, language), **gaps)
    if computed.formula == "times":
        return say("calc_times", language, years=_times(computed), **gaps)
    return say(f"calc_{computed.formula}", language, **gaps)


def _factor(computed: Number, language: str) -> str:
    first, rate = computed.operands
    years = rate.year - (first.year if computed.formula == "grow" else computed.year)
    told = say_stated(rate, language).replace(" ", "")
    return say("calc_factor" if years == 1 else "calc_factor_years", language, rate=told, years=years)


def _times(computed: Number) -> int:
    once = computed.operands[0].figure.value
    return int(computed.figure.value / once) if once else 1


def _operand(one: Number, computed: Number, language: str) -> str:
    if one.formula and one.formula != "itself":
        return f"({_calculate(one, language)})"
    told = say_stated(one, language)
    moved = computed.formula in ("grow", "add") and one.year != computed.year
    return say("calc_in_year", language, value=told, year=one.year) if moved else told


def _pace(computed: Number, language: str) -> str:
    values = [say_stated(one, language) for one in computed.operands]
    steps = [say_percent(yearly(*pair), language) for pair in pairwise(computed.operands)]
    return say("calc_pace", language, values=say("calc_arrow", language).join(values), before=steps[0], after=steps[1])
