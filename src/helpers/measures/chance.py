"""How far could a count be moved by chance alone? Exact answers for small numbers, with all totals held fixed."""

import math
from functools import cache
from itertools import accumulate

LEVEL = 0.95
#: What computing in binary may leave of a probability.
TINY = 1e-12
#: Logarithms of odds ratios between which the limits are looked for, and how often their distance is halved.
WIDEST, HALVINGS = 30.0, 42


def stands_out(count: int, of_place: int, of_sector: int, of_all: int, level: float = LEVEL) -> bool:
    """Whether ``count`` is further from its share of the pool than chance would carry it.

    Of ``of_all`` targets, ``of_sector`` are in the sector and ``of_place`` in the place. If the targets fell to places
    without regard to their sectors, the count would follow the hypergeometric distribution; it stands out where a
    count as high, or as low, has a probability below (1 − ``level``)/2. It is Fisher's exact test, each side on its own
    (Fisher, The logic of inductive inference, Journal of the Royal Statistical Society 98, 1935).
    """
    _check(count, of_place, of_sector, of_all)
    at_most, at_least = _tails(count, of_place, of_sector, of_all, 0.0)
    return min(at_most, at_least) < (1 - level) / 2 - TINY


@cache
def quotient_interval(
    count: int, of_place: int, of_sector: int, of_all: int, level: float = LEVEL
) -> tuple[float, float]:
    """The location quotients that the counts do not speak against, from the lowest to the highest.

    The exact conditional limits of the odds ratio ψ of place and sector, with all totals held fixed (Cornfield, A
    statistical problem arising from retrospective studies, Third Berkeley Symposium 4, 1956; Agresti, A survey of exact
    inference for contingency tables, Statistical Science 7, 1992), each carried over to the location quotient that is
    expected under it: E(count | ψ) ÷ (of_place · of_sector / of_all). Intervals for location quotients are commonly
    built from normal approximations (Beyene and Moineddin, BMC Medical Research Methodology 5:32, 2005), which do not
    hold for counts this small and take the place for no part of the pool. It holds 1 just where ``stands_out`` is
    false.
    """
    _check(count, of_place, of_sector, of_all)
    first, last = _range(of_place, of_sector, of_all)
    even = of_place * of_sector / of_all
    side = (1 - level) / 2
    low = first if count == first else _expected(_limit(count, of_place, of_sector, of_all, side, 1), of_place,
                                                 of_sector, of_all)  # fmt: skip
    high = last if count == last else _expected(_limit(count, of_place, of_sector, of_all, side, 0), of_place,
                                                of_sector, of_all)  # fmt: skip
    return low / even, high / even


@cache
def chance_of_standing_out(of_place: int, of_sector: int, of_all: int, level: float = LEVEL) -> float:
    """The probability that a count stands out by chance alone; with small totals it is far below 1 − ``level``."""
    weights = _weights(of_place, of_sector, of_all, 0.0)
    side = (1 - level) / 2 - TINY
    at_most = list(accumulate(weights))
    at_least = list(accumulate(reversed(weights)))[::-1]
    return sum(
        weight for weight, below, above in zip(weights, at_most, at_least, strict=True) if min(below, above) < side
    )


def _check(count: int, of_place: int, of_sector: int, of_all: int) -> None:
    if not (0 < of_place <= of_all and 0 < of_sector <= of_all):
        msg = f"a place with {of_place} and a sector with {of_sector} of {of_all} targets have no location quotient"
        raise ValueError(msg)
    first, last = _range(of_place, of_sector, of_all)
    if not first <= count <= last:
        msg = f"{count} targets cannot be in a place with {of_place} and a sector with {of_sector} of {of_all}"
        raise ValueError(msg)


def _range(of_place: int, of_sector: int, of_all: int) -> tuple[int, int]:
    return max(0, of_place + of_sector - of_all), min(of_place, of_sector)


@cache
def _log_weights(of_place: int, of_sector: int, of_all: int) -> tuple[float, ...]:
    def log_choose(n: int, k: int) -> float:
        return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)

    first, last = _range(of_place, of_sector, of_all)
    return tuple(
        log_choose(of_sector, count) + log_choose(of_all - of_sector, of_place - count)
        for count in range(first, last + 1)
    )


def _weights(of_place: int, of_sector: int, of_all: int, log_odds: float) -> list[float]:
    """Probabilities of all counts under an odds ratio: Fisher's noncentral hypergeometric distribution."""
    logs = [weight + log_odds * step for step, weight in enumerate(_log_weights(of_place, of_sector, of_all))]
    top = max(logs)
    weights = [math.exp(log - top) for log in logs]
    whole = sum(weights)
    return [weight / whole for weight in weights]


def _tails(count: int, of_place: int, of_sector: int, of_all: int, log_odds: float) -> tuple[float, float]:
    """The probabilities of a count at most as high and of one at least as high."""
    first, _ = _range(of_place, of_sector, of_all)
    weights = _weights(of_place, of_sector, of_all, log_odds)
    return sum(weights[: count - first + 1]), sum(weights[count - first :])


def _expected(log_odds: float, of_place: int, of_sector: int, of_all: int) -> float:
    first, _ = _range(of_place, of_sector, of_all)
    weights = _weights(of_place, of_sector, of_all, log_odds)
    return sum((first + step) * weight for step, weight in enumerate(weights))


def _limit(count: int, of_place: int, of_sector: int, of_all: int, side: float, tail: int) -> float:
    """The logarithm of the odds ratio under which the tail has the probability ``side``.

    Tail 0, at most the count, falls with the odds ratio, and tail 1 rises.
    """
    low, high = -WIDEST, WIDEST
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        above = _tails(count, of_place, of_sector, of_all, middle)[tail] > side
        if above == (tail == 1):
            high = middle
        else:
            low = middle
    return (low + high) / 2
