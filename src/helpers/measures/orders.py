"""Numbers of which one should not exceed the other: milestones, parts and wholes, city and province."""

from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import combinations, pairwise

from helpers.measures.clauses import TARGET, Clause, Pool, derive
from helpers.measures.findings import Finding, Rule, hold_equal, hold_order
from helpers.measures.tolerance import add

#: Measures whose sums over parts have a meaning.
SUMMED = ("level", "share", "rate", "increment")


def find_milestones(pool: Pool, rule: Rule, better: Mapping[str, str]) -> Iterator[Finding]:
    """Milestones of one document in the order of their years, by the direction that is better for the indicator."""
    for steps in _grouped(pool.stated("size"), "document", "place", "code", "measure", "unit").values():
        direction = better.get(steps[0].code, "")
        years = {step.year: step for step in steps}
        if not direction or len(years) != len(steps):
            continue
        for earlier, later in pairwise(years[year] for year in sorted(years)):
            small, large = (earlier, later) if direction == "more" else (later, earlier)
            yield hold_order(rule, _itself(small, later.year), large)


def find_repeated(pool: Pool, rule: Rule, tight: float) -> Iterator[Finding]:
    """One quantity has one value, wherever a plan or the documents of a place state it again.

    Where the two are named differently, one may be of another scope, so that they imply and do not contradict.
    """
    stated = pool.stated("size", "growth_rate", "cagr")
    for same in _grouped(stated, "place", "code", "measure", "unit", "year", "start", "price_basis", "period").values():
        for first, second in combinations(same, 2):
            yield hold_equal(rule, _itself(second, second.year), first, sure=first.noun == second.noun, tight=tight)


def find_subtotals(pool: Pool, rules: list[Rule]) -> Iterator[Finding]:
    """Subtotal ≤ total: each part, and the sum of parts that are disjoint, of the same kind, year and span."""
    wholes: dict[tuple[str, str], list[Rule]] = {}
    for rule in rules:
        wholes.setdefault((rule.whole, rule.disjoint or rule.identity), []).append(rule)
    places = dict.fromkeys(clause.place for clause in pool.clauses)
    for (code, _), parts in wholes.items():
        for whole in [clause for place in places for clause in pool.about(place, code)]:
            if whole.measure in SUMMED:
                yield from _hold_parts(pool, parts, whole)


def find_upper(pool: Pool, rule: Rule, provinces: Mapping[str, str], nation: str) -> Iterator[Finding]:
    """City ≤ province ≤ nation: levels that a plan states beside those that upper documents state for the year."""
    uppers = _grouped([clause for clause in pool.stated("size") if clause.measure == "level"], "place", "code", "year",
                      "unit")  # fmt: skip
    for city in pool.stated("size"):
        if city.source == TARGET and city.measure == "level":
            for above in dict.fromkeys([provinces.get(city.place, ""), nation]):
                for upper in uppers.get((above, city.code, city.year, city.unit), [])[:1]:
                    if above != city.place:
                        yield hold_order(rule, _itself(city, city.year), upper)


def find_compared(pool: Pool, rules: list[Rule]) -> Iterator[Finding]:
    """Two levels of which one rarely exceeds the other; where it does, that is an implication and no contradiction."""
    for rule in rules:
        for clause in pool.stated("size"):
            if clause.code == rule.part:
                other = pool.size(clause, rule.whole, clause.year)
                if other and other.unit == clause.unit:
                    yield hold_order(rule, _itself(clause, clause.year), other)


def _hold_parts(pool: Pool, rules: list[Rule], whole: Clause) -> Iterator[Finding]:
    found: list[tuple[Rule, Clause]] = []
    for rule in rules:
        same = [part for part in pool.about(whole.place, rule.part) if _alike(part, whole)]
        found += [(rule, part) for part in sorted(same, key=lambda part: part.document != whole.document)[:1]]
    if not found:
        return
    parts = tuple(part for _, part in found)
    total = reduce(add, (part.figure for part in parts))
    computed = derive(whole, whole.code, whole.measure, whole.unit, whole.year, total, "sum", parts)
    yield hold_order(found[0][0], computed, whole)


def _alike(part: Clause, whole: Clause) -> bool:
    """Of the same place, kind, unit, year and span, and on the same ground: plans are not held against outcomes."""
    names = ("place", "measure", "unit", "year", "start", "period")
    same = all(getattr(part, name) == getattr(whole, name) for name in names)
    return same and part.stated and (whole.stated or bool(whole.operands))


def _itself(clause: Clause, year: int) -> Clause:
    """The clause as a computed one, which it is without any arithmetic."""
    return derive(clause, clause.code, clause.measure, clause.unit, year, clause.figure, "itself", (clause,))


def _grouped(clauses: list[Clause], *names: str) -> dict[tuple, list[Clause]]:
    found: dict[tuple, list[Clause]] = {}
    for clause in clauses:
        found.setdefault(tuple(getattr(clause, name) for name in names), []).append(clause)
    return found
