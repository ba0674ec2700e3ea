"""Numbers that follow from others: shares, figures per head, growth and stocks, held against what is stated.

The accounting identities of levels: share = part ÷ whole; level = base × (1 + rate)^years; stock = earlier stock +
additions. Which indicators they join stands in the table of identities, not here.
"""

from collections.abc import Iterator, Mapping

from helpers.measures.clauses import DERIVED, FACT, Clause, Pool, derive
from helpers.measures.findings import Finding, Rule, hold_equal, hold_order, imply
from helpers.measures.tolerance import add, divide, exactly, grown, multiply, subtract, times

#: A fall by all there is: from nothing, nothing follows.
LOWEST = -100
MILESTONES = ("level", "increment")


def find_growth(pool: Pool, rule: Rule, tight: float) -> Iterator[Finding]:
    """Level = base × (1 + rate)^years, for each growth that a document states.

    A rate for one year starts from the year before; an average starts from the year before its first. A rate that is
    not of the same prices as the level implies and never contradicts.
    """
    for rate in pool.stated("growth_rate", "cagr"):
        first = rate.year if rate.measure == "growth_rate" else rate.start
        if first is None or rate.figure.value <= LOWEST:
            continue
        base_year = first - 1
        level = pool.stated_size(rate, rate.code, rate.year)
        base = pool.size(rate, rate.code, base_year)
        factor = grown(rate.figure, rate.year - base_year)
        if level and base and base.unit == level.unit:
            figure = multiply(base.figure, factor)
            computed = derive(level, rate.code, "level", level.unit, rate.year, figure, "grow", (base, rate))
            yield hold_equal(rule, computed, level, tight=tight)
        elif level and not base and level.figure.value > 0:
            figure = divide(level.figure, factor)
            computed = derive(level, rate.code, "level", level.unit, base_year, figure, "ungrow", (level, rate))
            yield imply(rule, computed, pool.latest(rate.place, rate.code, base_year))
        elif base and not level:
            figure = multiply(base.figure, factor)
            pool.add(derive(rate, rate.code, "level", base.unit, rate.year, figure, "grow", (base, rate)))


def find_ratios(pool: Pool, rules: list[Rule], tight: float) -> Iterator[Finding]:
    """Share = part ÷ whole and per head = total ÷ population, for each ratio that a document states.

    Where the whole is not known it is implied, and joins the pool: other clauses may speak of it.
    """
    for rule in rules:
        for result in pool.stated("size"):
            if result.code == rule.result and result.figure.value > 0:
                part = pool.size(result, rule.part, result.year)
                if part and part.source != FACT and part.figure.value > 0:
                    yield from _hold_ratio(pool, rule, result, part, tight)


def _hold_ratio(pool: Pool, rule: Rule, result: Clause, part: Clause, tight: float) -> Iterator[Finding]:
    whole = pool.size(result, rule.whole, result.year)
    factor = exactly(rule.factor)
    if whole and rule.sure:
        figure = multiply(divide(part.figure, whole.figure), factor)
        computed = derive(result, rule.result, result.measure, result.unit, result.year, figure, "ratio",
                          (part, whole))  # fmt: skip
        yield hold_equal(rule, computed, result, tight=tight)
        return
    figure = multiply(divide(part.figure, result.figure), factor)
    unit = whole.unit if whole else part.unit if rule.kind == "share" else ""
    implied = derive(result, rule.whole, "level", unit, result.year, figure, "unratio", (part, result))
    if whole:
        yield hold_equal(rule, implied, whole, tight=tight)
        return
    known = pool.latest(result.place, rule.whole, result.year)
    implied = derive(result, rule.whole, "level", unit or (known.unit if known else ""), result.year, figure, "unratio",
                     (part, result))  # fmt: skip
    pool.add(implied)
    yield imply(rule, implied, known)


def find_stocks(pool: Pool, rule: Rule, codes: set[str], starts: Mapping[str, int], tight: float) -> Iterator[Finding]:
    """Stock = earlier stock + additions, for each document that states a stock and what is added up to its year.

    ``starts`` gives the first year of each plan. An addition up to a year covers the years since the document's
    milestone before, or since the plan's first year; a yearly one each of its years.
    """
    for added in pool.stated("increment"):
        stock = pool.stated_size(added, added.code, added.year) if added.code in codes else None
        first = _first_year(pool, added, starts)
        if stock is None or first is None or stock.document != added.document or stock.unit != added.unit:
            continue
        total = _total(added, first)
        base = pool.size(added, added.code, first - 1)
        if base and base.source != DERIVED and base.unit == stock.unit:
            figure = add(base.figure, total.figure)
            computed = derive(stock, stock.code, "level", stock.unit, stock.year, figure, "add", (base, total))
            yield hold_equal(rule, computed, stock, tight=tight)
        else:
            figure = subtract(stock.figure, total.figure)
            implied = derive(stock, stock.code, "level", stock.unit, first - 1, figure, "take", (stock, total))
            yield imply(rule, implied, pool.latest(stock.place, stock.code, first - 1))


def find_yearly(pool: Pool, rule: Rule) -> Iterator[Finding]:
    """Additions of some years ≤ additions of all years: a yearly addition beside one up to the same year.

    Where the two are named differently, one may count something else, so that they imply and do not contradict.
    """
    for yearly in pool.stated("increment"):
        if yearly.period != "annual" or yearly.start is None:
            continue
        for whole in pool.about(yearly.place, yearly.code):
            same = all(
                getattr(whole, name) == getattr(yearly, name) for name in ("document", "measure", "unit", "year")
            )
            if same and whole.period != "annual":
                total = _total(yearly, yearly.start)
                yield hold_order(rule, total, whole, sure=yearly.noun == whole.noun)


def _total(added: Clause, first: int) -> Clause:
    if added.period != "annual":
        return added
    years = added.year - first + 1
    return derive(added, added.code, "increment", added.unit, added.year, times(added.figure, years), "times", (added,))


def _first_year(pool: Pool, added: Clause, starts: Mapping[str, int]) -> int | None:
    """The first of the years that an addition covers; None where nothing says it."""
    if added.start is not None:
        return added.start
    if added.period != "by":
        return starts.get(added.document)
    before = [
        clause.year
        for clause in pool.about(added.place, added.code)
        if clause.document == added.document and clause.year < added.year and clause.measure in MILESTONES
    ]
    return max(before) + 1 if before else starts.get(added.document)
