"""What comes of setting clauses beside each other: one finding for each identity that could be tried."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.measures.clauses import DOUBTFUL, FACT, TARGET, UPPER, Clause, origins
from helpers.measures.tolerance import compare_equal, compare_order, slack

#: The worst first: nothing makes them one; only a bound or the last of the rounding does; they agree; nothing is
#: stated to compare with, or what is stated may mean something else, and the clauses merely imply a number.
OUTCOMES = ("contradicts", "tight", "implies", "agrees")
GROWN = ("grow", "ungrow")
COLUMNS = (
    "place", "kind", "identity", "indicator_code", "year", "outcome", "computed", "computed_low", "computed_high",
    "stated", "stated_low", "stated_high", "unit", "gap", "explanations", "documents", "target_ids", "upper_ids",
    "fact_ids", "clauses",
)  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """One row of the table of identities."""

    identity: str
    kind: str
    result: str
    part: str
    whole: str
    factor: float
    sure: bool
    disjoint: str
    explanations: tuple[str, ...]
    better: str


@dataclass(frozen=True)
class Finding:
    """``computed`` follows from clauses by a rule; ``stated`` is what it is held against, ``beside`` what is only shown
    with it: the latest reported value of what is implied.
    """

    rule: Rule
    outcome: str
    computed: Clause
    stated: Clause | None = None
    beside: Clause | None = None
    explanations: tuple[str, ...] = ()


def rules_of(identities: pd.DataFrame) -> dict[str, list[Rule]]:
    """The rows of the table of identities by kind."""
    found: dict[str, list[Rule]] = {}
    for row in identities.to_dict("records"):
        explanations = tuple(filter(None, row["explanations"].split(";")))
        rule = Rule(**(row | {"explanations": explanations, "sure": bool(row["sure"])}))
        found.setdefault(rule.kind, []).append(rule)
    return found


def hold_equal(rule: Rule, computed: Clause, stated: Clause, *, sure: bool = True, tight: float = 0.75) -> Finding:
    """A computed number against the stated one that it should be.

    Where its growth is not of the prices of its levels, or where ``sure`` or the rule's is false, nothing contradicts.
    """
    outcome = compare_equal(computed.figure, stated.figure, tight=tight)
    sure = sure and not mixes_prices([computed, stated])
    return _conclude(rule, outcome, computed, stated, sure=sure)


def hold_order(rule: Rule, computed: Clause, stated: Clause, *, sure: bool = True) -> Finding:
    """A computed number against the stated one that it should not exceed."""
    return _conclude(rule, compare_order(computed.figure, stated.figure), computed, stated, sure=sure)


def imply(rule: Rule, computed: Clause, beside: Clause | None = None) -> Finding:
    """A number that follows from clauses and that nothing states; ``beside`` it the latest reported value."""
    reasons = _explain(rule, "implies", [computed, *filter(None, [beside])], _open_sides(computed))
    return Finding(rule, "implies", computed, None, beside, reasons)


def mixes_prices(clauses: Iterable[Clause]) -> bool:
    """Whether growth of one price basis somewhere meets a level of another."""
    return any(
        mixes_prices(clause.operands)
        or (clause.formula in GROWN and clause.operands[0].price_basis != clause.operands[1].price_basis)
        for clause in clauses
    )


def _conclude(rule: Rule, outcome: str, computed: Clause, stated: Clause, *, sure: bool) -> Finding:
    if outcome == "contradicts" and not (sure and rule.sure):
        outcome = "implies"
    more = _held_by(computed, stated) if outcome == "tight" else []
    return Finding(rule, outcome, computed, stated, None, _explain(rule, outcome, [computed, stated], more))


def _held_by(computed: Clause, stated: Clause) -> list[str]:
    """What alone lets two numbers agree: the last of the rounding, else the bounds of the clauses."""
    if abs(computed.figure.value - stated.figure.value) <= slack(computed.figure, stated.figure):
        return ["rounding"]
    return _open_sides(computed, stated)


def _open_sides(*clauses: Clause) -> list[str]:
    """Bounds of the clauses that a number follows from, as codes of phrases."""
    operators = {clause.operator for clause in origins(clauses)}
    return [name for name, signs in (("bound", {"ge", "le"}), ("about", {"approx"})) if operators & signs]


def _explain(rule: Rule, outcome: str, clauses: Sequence[Clause], more: Iterable[str]) -> tuple[str, ...]:
    """What else could explain a finding, as codes of phrases; what agrees needs no explanation."""
    if outcome == "agrees":
        return ()
    found = origins(clauses)
    facts = [clause for clause in found if not clause.stated]
    plans = [clause for clause in found if clause.stated]
    reasons = [
        *more,
        *(["prices"] if mixes_prices(clauses) else []),
        *(reason for reason in rule.explanations if facts or reason != "vintage"),
        *(["vintage"] if facts else []),
        *(["known_later"] if any(fact.year >= max(clause.year for clause in plans) for fact in facts) else []),
        *(["documents"] if len({clause.document for clause in plans}) > 1 and rule.kind != "upper" else []),
        *(["doubtful"] if any(fact.source == DOUBTFUL for fact in facts) else []),
    ]
    return tuple(dict.fromkeys(reasons))


def frame_of(findings: Iterable[Finding]) -> pd.DataFrame:
    """Findings as a table, the worst outcome first, then by place, kind, indicator and year.

    ``clauses`` holds the computed clause, the stated one and the one beside, for whoever writes the arithmetic out.
    """
    table = pd.DataFrame([_row(finding) for finding in findings], columns=list(COLUMNS))
    order = table["outcome"].map({outcome: rank for rank, outcome in enumerate(OUTCOMES)})
    table = table.assign(_order=order).sort_values(
        ["_order", "place", "kind", "indicator_code", "year", "target_ids"], kind="stable"
    )
    return table.drop(columns="_order").reset_index(drop=True)


def _row(finding: Finding) -> dict[str, object]:
    computed, stated = finding.computed, finding.stated
    found = origins(filter(None, [computed, stated, finding.beside]))
    row = {
        "place": computed.place, "kind": finding.rule.kind, "identity": finding.rule.identity,
        "indicator_code": computed.code, "year": computed.year, "outcome": finding.outcome, "unit": computed.unit,
        "explanations": ";".join(finding.explanations),
        "documents": ";".join(dict.fromkeys(clause.document for clause in found if clause.stated)),
        "target_ids": _ids(found, TARGET), "upper_ids": _ids(found, UPPER), "fact_ids": _ids(found, FACT, DOUBTFUL),
        "clauses": (computed, stated, finding.beside),
        "gap": None if stated is None else float(computed.figure.value - stated.figure.value),
    }  # fmt: skip
    for name, clause in (("computed", computed), ("stated", stated)):
        figure = clause.figure if clause else None
        row[name] = float(figure.value) if figure else None
        row[f"{name}_low"] = float(figure.allowed.low) if figure else None
        row[f"{name}_high"] = float(figure.allowed.high) if figure else None
    return row


def _ids(clauses: Iterable[Clause], *sources: str) -> str:
    return ";".join(clause.id for clause in clauses if clause.source in sources)
