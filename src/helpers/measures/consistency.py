"""Do the numbers agree? Every identity that the stated and reported numbers allow to try, with its outcome."""

from collections.abc import Iterator, Sequence

import pandas as pd

from helpers.measures.clauses import (
    NATION,
    Clause,
    Pool,
    clauses_of_actuals,
    clauses_of_targets,
    clauses_of_upper_targets,
    derive,
    related,
)
from helpers.measures.findings import OUTCOMES, Finding, Rule, frame_of, imply, rules_of
from helpers.measures.growth import compound_annual_growth_rate, milestone_growth, sudden_steps
from helpers.measures.identities import find_growth, find_ratios, find_stocks, find_yearly
from helpers.measures.orders import find_compared, find_milestones, find_repeated, find_subtotals, find_upper
from helpers.measures.tolerance import ABOUT, exactly

KINDS = ("share", "per_head", "growth", "stock", "yearly", "milestone", "repeated", "subtotal", "upper", "compare",
         "pace")  # fmt: skip


def check_identities(
    targets: pd.DataFrame,
    upper: pd.DataFrame,
    actuals: pd.DataFrame,
    identities: pd.DataFrame,
    plans: pd.DataFrame,
    *,
    about: float = ABOUT,
    tight: float = 0.75,
    points: float = 10,
) -> pd.DataFrame:
    """Whether the numbers of plans agree with each other, with upper documents and with reported values.

    Parameters
    ----------
    targets, upper, actuals, plans : the tables as loaded; of ``upper`` and ``actuals`` those rows are used that concern
        the places of ``targets``, their provinces or the nation.
    identities : what should hold between which indicators, as ``load_identities`` gives it.
    about : how many units of its last digit an about may reach to either side: ``tolerance.about_reach``.
    tight : the share of what rounding allows from which a gap is called tight.
    points : a change of pace is named from so many percentage points of yearly growth on.

    Returns one row a finding, in the columns ``findings.COLUMNS``: ``computed`` follows from clauses, ``stated`` is
    what it is held against, each with what digits and bounds allow; ``gap`` is computed less stated, in ``unit``;
    ``outcome`` is one of ``findings.OUTCOMES``; ids lead to the clauses.
    """
    rules = rules_of(identities)
    upper, actuals = related(upper, targets, "issuer"), related(actuals, targets)
    pool = Pool([
        *clauses_of_targets(targets, about),
        *clauses_of_upper_targets(upper, about),
        *clauses_of_actuals(actuals, about),
    ])  # fmt: skip
    starts = {row["plan_id"]: int(row["start_year"]) for row in plans.to_dict("records") if row["start_year"]}
    findings = [
        *_equalities(pool, rules, starts, tight),
        *_orders(pool, rules, targets, upper, tight),
        *_paces(targets, pool, rules, points),
    ]
    # the nation's own documents are a yardstick here, and not asked whether they agree with each other
    nation = _nation(upper)
    return frame_of(finding for finding in findings if finding.computed.place != nation)


def _nation(upper: pd.DataFrame) -> str:
    return next(iter(upper.loc[upper["adcode"] == NATION, "issuer"]), "")


def _equalities(pool: Pool, rules: dict[str, list[Rule]], starts: dict[str, int], tight: float) -> Iterator[Finding]:
    for rule in _wildcards(rules, "growth"):
        yield from find_growth(pool, rule, tight)
    yield from find_ratios(pool, [*rules.get("share", []), *rules.get("per_head", [])], tight)
    for rule in _wildcards(rules, "stock"):
        yield from find_stocks(pool, rule, {one.result for one in rules["stock"]}, starts, tight)
    for rule in _wildcards(rules, "yearly"):
        yield from find_yearly(pool, rule)


def _orders(
    pool: Pool, rules: dict[str, list[Rule]], targets: pd.DataFrame, upper: pd.DataFrame, tight: float
) -> Iterator[Finding]:
    for rule in _wildcards(rules, "milestone"):
        yield from find_milestones(pool, rule, {one.result: one.better for one in rules["milestone"]})
    for rule in _wildcards(rules, "repeated"):
        yield from find_repeated(pool, rule, tight)
    yield from find_subtotals(pool, rules.get("subtotal", []))
    provinces = dict(zip(targets["place"].astype("str"), targets["province"].astype("str"), strict=True))
    for rule in _wildcards(rules, "upper"):
        yield from find_upper(pool, rule, provinces, _nation(upper))
    yield from find_compared(pool, rules.get("compare", []))


def _wildcards(rules: dict[str, list[Rule]], kind: str) -> list[Rule]:
    """The one rule of a kind that stands for all its indicators, if it is declared at all."""
    return rules.get(kind, [])[:1]


def _paces(targets: pd.DataFrame, pool: Pool, rules: dict[str, list[Rule]], points: float) -> Iterator[Finding]:
    """Milestones between which growth suddenly changes, with the milestones of the step and of the one before."""
    clauses = {clause.id: clause for clause in pool.stated("size")}
    steps = milestone_growth(targets)
    before = {(row["plan_id"], row["target_ids"].split(";")[1]): row for row in steps.to_dict("records")}
    for rule in _wildcards(rules, "pace"):
        for row in sudden_steps(steps, points).to_dict("records"):
            start, end = (clauses[one] for one in row["target_ids"].split(";"))
            first = clauses[before[row["plan_id"], start.id]["target_ids"].split(";")[0]]
            rates = [exactly(_growth(one, two)) for one, two in ((first, start), (start, end))]
            operands = (first, start, end)
            figure = exactly(rates[1].value - rates[0].value)
            yield imply(rule, derive(end, end.code, "growth_rate", "%", end.year, figure, "pace", operands))


def _growth(start: Clause, end: Clause) -> float:
    values = float(start.figure.value), float(end.figure.value)
    return compound_annual_growth_rate(*values, end.year - start.year)


def vary_about(
    targets: pd.DataFrame,
    upper: pd.DataFrame,
    actuals: pd.DataFrame,
    identities: pd.DataFrame,
    plans: pd.DataFrame,
    abouts: Sequence[float] = (0, 0.5, 1, 2, 5),
) -> pd.DataFrame:
    """How many checks have which outcome when an about reaches less or more far: one row for each of ``abouts``."""
    tables = [check_identities(targets, upper, actuals, identities, plans, about=about) for about in abouts]
    counts = [table["outcome"].value_counts().reindex(list(OUTCOMES), fill_value=0) for table in tables]
    return pd.DataFrame(counts, index=pd.Index(abouts, name="about"))


def touching(findings: pd.DataFrame, targets: pd.DataFrame, every: pd.DataFrame) -> pd.DataFrame:
    """The findings about ``every`` target that touch one of ``targets``, and those of upper documents alone on the same
    indicators; all of them where nothing was left out.

    Partners of a target may be of another sector or year, so that the choice is made after the check.
    """
    if len(targets) == len(every):
        return findings
    known, codes = set(targets["target_id"]), set(targets["indicator_code"].astype("str"))
    keep = [
        bool(known & set(row.target_ids.split(";"))) if row.target_ids else row.indicator_code in codes
        for row in findings.itertuples()
    ]
    return findings[pd.Series(keep, index=findings.index, dtype=bool)].reset_index(drop=True)


def count_outcomes(findings: pd.DataFrame, column: str = "kind") -> pd.DataFrame:
    """Findings by ``column`` and outcome: whole numbers, all outcomes across in the order of ``OUTCOMES``."""
    counts = pd.crosstab(findings[column].astype("str"), findings["outcome"].astype("str"))
    return counts.reindex(columns=list(OUTCOMES), fill_value=0)
