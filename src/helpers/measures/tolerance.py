"""How far a printed figure may be from what was meant: rounding, and bounds such as at least and about.

Interval arithmetic in decimals (Moore, Interval Analysis, 1966), for quantities that are not negative. A figure keeps
two intervals: what rounding to its printed digits allows, and what its bound allows beside that.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

Operation = Callable[[Decimal, Decimal], Decimal]
INFINITY = Decimal("Infinity")
ZERO, HALF, HUNDRED = Decimal(0), Decimal("0.5"), Decimal(100)
#: The first number of a printed figure; \\d would also take the digits of other scripts.
NUMBER = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?")
#: Measures that count or weigh; a whole number of them without a power of ten is counted and not rounded.
COUNTED = ("level", "increment")
GROWTH = ("growth_rate", "cagr")
LARGEST_COUNT = 10_000  # a larger number written without digits is a round one
#: Neither an about nor the rounding of an amount reaches further than this share of the figure, however few digits
#: are printed: one hundred million may stand for 104 million, and not for 140 million.
FURTHEST = Decimal("0.05")
#: How many units of its last digit that is not zero an about may reach, wherever the project holds one against
#: another number: half a unit, so that what rounds to the figure as it is told is about it. See ``about_reach``.
ABOUT = 0.5


@dataclass(frozen=True)
class Interval:
    """All values from ``low`` to ``high``; either may be open, as zero and infinity."""

    low: Decimal
    high: Decimal

    def overlaps(self, other: "Interval") -> bool:
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True)
class Figure:
    """A number with what its printed digits allow, and what its bound allows beside."""

    value: Decimal
    printed: Interval
    allowed: Interval


def exactly(value: float | Decimal) -> Figure:
    """A number that no rounding blurs."""
    number = Decimal(str(value))
    return Figure(number, Interval(number, number), Interval(number, number))


def read_printed(
    value: float, operator: str, measure: str, *, text: str = "", largest: float | None = None, about: float = ABOUT
) -> Figure:
    """The number a clause states, with the intervals that its digits and its ``operator`` allow.

    ``text`` is the figure as printed, whose digits say how it was rounded; without it the last digit of ``value`` that
    is not zero does. ``largest`` is the end of a range, ``about`` that of ``about_reach``.
    """
    number = Decimal(str(value))
    end = number if largest is None or largest != largest else Decimal(str(largest))  # NaN is not itself
    half = _rounding(number, text, measure)
    printed = Interval(number - half, end + half)
    if operator == "ge":
        return Figure(number, printed, Interval(printed.low, INFINITY))
    if operator == "le":
        lowest = -HUNDRED if measure in GROWTH else ZERO
        return Figure(number, printed, Interval(min(lowest, printed.low), printed.high))
    if operator == "approx":
        reach = about_reach(value, measure, text=text, about=about)
        return Figure(number, printed, Interval(number - reach, end + reach))
    return Figure(number, printed, printed)


def about_reach(value: float, measure: str, *, text: str = "", about: float = ABOUT) -> Decimal:
    """How far a number may lie from a figure stated as an about and still be what it says.

    ``about`` units of the figure's last digit that is not zero, no more than ``FURTHEST`` of it and no less than
    its rounding: 5 for 2410, 50 for 2500, half a point for 6%. With half a unit, what rounds to the figure in the
    digits it is told in is about it: round numbers are read as the nearest on a coarser scale (Krifka, Approximate
    interpretation of number words, 2007). A fixed percentage would be blind to those digits: one per cent of 6% is less
    than its rounding. No document says how far an about reaches, so readers are shown what other values of it do.
    """
    number = Decimal(str(value))
    units = Decimal(str(about)) * last_digit(number)
    return max(_rounding(number, text, measure), min(units, abs(number) * FURTHEST))


def _rounding(number: Decimal, text: str, measure: str) -> Decimal:
    """Half of the last printed digit."""
    half = HALF * printed_step(number, text, measure)
    return min(half, abs(number) * FURTHEST) if measure in COUNTED else half


def printed_step(value: Decimal, text: str, measure: str) -> Decimal:
    """One unit of the last printed digit; 0 where nothing was rounded.

    0.1 for 4.5%, and a hundred million for an amount printed in hundreds of millions without decimals. Whole numbers
    of things that are counted are exact, and so are figures told in words, such as doubling or full coverage.
    """
    found = NUMBER.search(text)
    if found and (number := Decimal(found.group().replace(",", ""))):
        scale, decimals = value / number, len(found.group(1) or "")
        if scale == 1 and not decimals and measure in COUNTED:
            return ZERO
        return scale.scaleb(-decimals)
    if text and (measure not in COUNTED or abs(value) < LARGEST_COUNT):
        return ZERO
    return last_digit(value)


def last_digit(value: Decimal) -> Decimal:
    """One unit of the last digit that is not zero: 10 for 2410, 100 for 2500."""
    return Decimal(1).scaleb(value.normalize().as_tuple().exponent) if value else ZERO


def add(left: Figure, right: Figure) -> Figure:
    return _each(lambda a, b: a + b, left, right, swap=False)


def subtract(left: Figure, right: Figure) -> Figure:
    return _each(lambda a, b: a - b, left, right, swap=True)


def multiply(left: Figure, right: Figure) -> Figure:
    return _each(_product, left, right, swap=False)


def divide(left: Figure, right: Figure) -> Figure:
    """Left over right; a divisor that reaches down to zero leaves the quotient open above."""
    return _each(_quotient, left, right, swap=True)


def times(figure: Figure, factor: int) -> Figure:
    """So many times the same."""
    return multiply(figure, exactly(factor))


def grown(rate: Figure, years: int) -> Figure:
    """The factor by which ``rate`` % a year multiplies in ``years`` years: (1 + rate/100)^years."""
    return Figure(
        _factor(rate.value, years),
        Interval(_factor(rate.printed.low, years), _factor(rate.printed.high, years)),
        Interval(_factor(rate.allowed.low, years), _factor(rate.allowed.high, years)),
    )


def compare_equal(computed: Figure, stated: Figure, *, tight: float = 0.75) -> str:
    """``contradicts``, ``tight`` or ``agrees``, for two numbers that should be one.

    They contradict when nothing that digits and bounds allow makes them one. They agree when the gap uses no more than
    ``tight`` of what rounding alone allows, and are tight between: a bound or the last of the rounding holds them.
    """
    if not computed.allowed.overlaps(stated.allowed):
        return "contradicts"
    return "agrees" if abs(computed.value - stated.value) <= Decimal(str(tight)) * slack(computed, stated) else "tight"


def compare_order(smaller: Figure, larger: Figure) -> str:
    """The same for a number that should not exceed another."""
    if smaller.value <= larger.value:
        return "agrees"
    return "tight" if smaller.allowed.low <= larger.allowed.high else "contradicts"


def slack(computed: Figure, stated: Figure) -> Decimal:
    """How far apart rounding to the printed digits alone allows the two to be, on the side on which they are."""
    if computed.value >= stated.value:
        return (computed.value - computed.printed.low) + (stated.printed.high - stated.value)
    return (computed.printed.high - computed.value) + (stated.value - stated.printed.low)


def _each(compute: Operation, left: Figure, right: Figure, *, swap: bool) -> Figure:
    def both(a: Interval, b: Interval) -> Interval:
        low, high = (b.high, b.low) if swap else (b.low, b.high)
        return Interval(compute(a.low, low), compute(a.high, high))

    return Figure(
        compute(left.value, right.value), both(left.printed, right.printed), both(left.allowed, right.allowed)
    )


def _product(left: Decimal, right: Decimal) -> Decimal:
    return ZERO if ZERO in (left, right) else left * right


def _quotient(left: Decimal, right: Decimal) -> Decimal:
    if right.is_infinite():
        return ZERO
    return INFINITY if right <= 0 else left / right


def _factor(rate: Decimal, years: int) -> Decimal:
    return INFINITY if rate.is_infinite() else max(1 + rate / HUNDRED, ZERO) ** years
