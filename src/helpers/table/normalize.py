"""Statements as stated → rows of the target table. Decimal arithmetic throughout; no files."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from helpers import vocabulary
from helpers.reading.characters import to_plain
from helpers.reading.lexicon import signs, verbs
from helpers.reading.numerals import chinese_digits, chinese_powers
from helpers.reading.periods import (
    Period,
    printed_year,
    read_baseline,
    read_deadline,
    read_rhythm,
    read_years,
    start_of_era,
)
from helpers.reading.quantities import Quantity, read_figure
from helpers.reading.statements import Statement
from helpers.reading.wording import read_denominator, read_measure, read_modality, read_operator
from helpers.table.sectors import Named, find_sectors

#: Brackets in running Chinese text.
WIDE = str.maketrans("()", "（）")
GROWTH = frozenset({"growth_rate", "cagr", "gap"})

Row = dict[str, object]


class NormalizationError(ValueError):
    """A statement cannot be normalized; the message names plan, place and fault."""


def normalize_plan(plan: Mapping[str, str], statements: Iterable[Statement]) -> list[Row]:
    """All rows of one plan, in the order of its text.

    ``plan`` is a row of ``plans.csv``. Each row has the contract's columns; numbers are ``Decimal`` or ``int``, and
    ``None`` stands for empty.
    """
    statements = sorted(statements, key=_place_in_text)
    seen: Counter[str] = Counter()
    rows: list[Row] = []
    for statement in statements:
        try:
            rows.append(_normalize(plan, statement, seen))
        except (ValueError, LookupError) as error:
            msg = f"{plan['plan_id']}, section {statement.section}, offset {statement.char_start}: {error}"
            raise NormalizationError(msg) from error
    named = [
        Named(
            str(row["indicator_code"]), to_plain(one.indicator), to_plain(one.heading), one.section, to_plain(one.verb)
        )
        for row, one in zip(rows, statements, strict=True)
    ]
    for row, sector in zip(rows, find_sectors(named), strict=True):
        row |= {"sector": sector, "industry_code": vocabulary.sectors()[sector]["industry_code"]}
    return rows


def _normalize(plan: Mapping[str, str], statement: Statement, seen: Counter[str]) -> Row:
    quantity = read_figure(_whole(statement), against_year=bool(statement.baseline))
    indicator, verb = to_plain(statement.indicator), to_plain(statement.verb)
    measure = quantity.measure or read_measure(verb, indicator, quantity.kind, quantity.unit)
    fewer = read_measure(verb, indicator, "percent", "") if quantity.measure == "share" else ""
    # 周期缩短三分之一, 入住率过半
    measure = fewer if fewer in GROWTH or (fewer and indicator.endswith(signs("rate_end"))) else measure
    if measure == "growth_rate" and any(word in statement.period_clause for word in signs("on_average")):
        measure = "cagr"
    grown = measure == "multiple" and any(word in signs("grown") for word in verb.split(";"))
    years = _read_years_of(plan, statement, measure, indicator)
    code = vocabulary.indicator_names().get(indicator, "")
    return {
        "target_id": make_target_id(plan["plan_id"], statement, seen),
        **{name: plan[name] for name in ("plan_id", "place", "place_en", "adcode", "province")},
        "section": statement.section,
        "indicator": statement.indicator,
        "indicator_code": code,
        "measure": measure,
        "operator": quantity.operator.removeprefix("eq") or read_operator(_bounding(statement.verb, measure)) or "eq",
        # Grown by once its size is twice as much.
        "value": quantity.value + 1 if grown else quantity.value,
        "value_max": quantity.value_max,
        "unit": _in_print(_per_head(quantity, indicator), statement.figure),
        "figure": statement.figure,
        "price_basis": find_price_basis(code, measure, quantity.kind),
        **years,
        "modality": read_modality(statement.verb),
        "verb": statement.verb,
        "departments": statement.departments,
        **{name: getattr(statement, name) for name in ("char_start", "char_end", "rule", "review", "note")},
    }


def _whole(statement: Statement) -> str:
    """The plain figure with its unit behind the number, wherever the unit stands."""
    figure = to_plain(statement.figure)
    if statement.unit.startswith(figure[-1:]):
        figure = figure[:-1]  # 0.8个、0.6|个百分点
    signs_of_numbers = f"0-9{chinese_digits()}{chinese_powers()}"
    behind = f"(?<=[{signs_of_numbers}])(?=[^{signs_of_numbers}]*$)"
    return re.sub(behind, statement.unit, figure, count=1) if statement.unit else figure


def make_target_id(plan_id: str, statement: Statement, seen: Counter[str]) -> str:
    """A stable id from plan, place in the text and figure.

    Rows that share figure and place (分别) are told apart by their order; ``seen`` counts them.
    """
    place = statement.char_start if statement.char_start is not None else f"{statement.section} {statement.indicator}"
    content = f"{plan_id}|{place}|{statement.figure}"
    seen[content] += 1
    if seen[content] > 1:
        content += f"|{seen[content]}"
    return f"{plan_id}-{hashlib.sha256(content.encode()).hexdigest()[:8]}"


def find_price_basis(code: str, measure: str, kind: str) -> str:
    """``real``, ``nominal``, ``unstated``, or empty where prices play no part.

    Growth of value added is published in constant prices, levels of money in current ones; growth of other money is
    ``unstated`` unless the canonical indicator says more.
    """
    entry = vocabulary.indicators().get(code)
    if measure in GROWTH:
        return entry["growth_price_basis"] if entry else "unstated"
    if measure in ("share", "rate"):
        return entry["price_basis"] if entry else ""
    return "nominal" if kind == "money" or (entry and entry["price_basis"]) else ""


def _read_years_of(plan: Mapping[str, str], statement: Statement, measure: str, indicator: str) -> Row:
    period, source = _inherit(plan, statement)
    rhythm = read_rhythm(statement.period_clause + statement.period_sentence)
    if rhythm == "cumulative" and measure in ("share", "rate"):
        rhythm = "by"  # a part of a whole is no sum, whatever it sums up: 光纤累计通达90%的自然村
    if not rhythm:
        # A span printed over new or treated things, over a change or over money spent, without 每年, states their sum.
        printed = period.start and source in ("clause", "sentence")
        held = any(verb in signs("holding") for verb in statement.verb.split(";"))
        spent = measure == "level" and (held or any(word in indicator for word in signs("summed_up")))
        summed = measure in ("increment", "growth_rate") or spent
        rhythm = "cumulative" if summed and printed else "by"
    printed_start = period.start if source != "plan" else None
    if measure == "cagr" and source != "plan":
        printed_start = printed_start or start_of_era(getattr(statement, f"period_{source}"))
    if rhythm == "cumulative" and _is_of_its_year(plan, statement):
        printed_start = printed_start or period.end
    # 每年 without a printed span runs over the plan; what 累计 without one counts from is not known.
    start = printed_start or (first_year_of(plan) if rhythm == "annual" else None)
    return {
        "period": rhythm,
        "start_year": None if rhythm == "by" else start,
        "target_year": period.end,
        "baseline_year": read_baseline(statement.baseline, period.end),
        "year_source": source,
    }


def _inherit(plan: Mapping[str, str], statement: Statement) -> tuple[Period, str]:
    said = {source: getattr(statement, f"period_{source}") for source in ("clause", "sentence", "paragraph")}
    for read in (read_years, read_deadline):
        for source, words in said.items():
            if period := read(words, year_of_issue(plan)):
                return _within_plan(period, words, plan), source
    return Period(_year(plan["end_year"]), first_year_of(plan)), "plan"


def year_of_issue(plan: Mapping[str, object]) -> int | None:
    """The year that 今年 is said in: that of the issue where it lies in the plan's years, else the plan's first."""
    first, last, issued = first_year_of(plan), _year(plan["end_year"]), _year(str(plan.get("issued", ""))[:4])
    return max(first, issued) if first and last and issued and issued <= last else first


def _is_of_its_year(plan: Mapping[str, str], statement: Statement) -> bool:
    """Whether it is done in the one year of a plan, said in its sentence: 2027年累计完成…."""
    done = any(word in verbs("delivery") for word in statement.verb.split(";"))
    one = first_year_of(plan) == _year(plan["end_year"])
    return (
        done
        and one
        and any(printed_year().match(words) for words in (statement.period_clause, statement.period_sentence))
    )


def _within_plan(period: Period, words: str, plan: Mapping[str, str]) -> Period:
    """Three years (三年内) of a plan for three years end with it, not three years after its first; and no number of
    years (五年累计) runs beyond the plan.
    """
    first, last = first_year_of(plan), _year(plan["end_year"])
    counted = not read_years(words)
    if counted and first and last and first < last < period.end:
        return Period(last, period.start and first)  # nothing goes further than the plan
    return period


def first_year_of(plan: Mapping[str, object]) -> int | None:
    """The first year of a plan; ``None`` for one that names no year."""
    return _year(plan["start_year"])


def _year(cell: object) -> int | None:
    return int(str(cell)) if str(cell).isdigit() else None


def _per_head(quantity: Quantity, indicator: str) -> str:
    per = read_denominator(indicator)
    divided = bool(per and quantity.unit) and quantity.kind not in ("percent", "points", "age", "multiple")
    return f"{quantity.unit}/{per}" if divided and "/" not in quantity.unit else quantity.unit


def _in_print(unit: str, figure: str) -> str:
    """The unit with the brackets of the print: 台（套）, as the classifier is printed."""
    return unit.translate(WIDE) if "（" in figure else unit


def _bounding(verb: str, measure: str) -> str:
    """The words that may bound a figure; 高于 before a difference says of which sign it is, and bounds nothing."""
    return ";".join(word for word in verb.split(";") if measure != "gap" or word not in signs("above"))


def _place_in_text(statement: Statement) -> tuple[bool, int]:
    return statement.char_start is None, statement.char_start or 0
