"""Invented targets, plans and reported values as frames; places and numbers that no real plan has."""

import pandas as pd

from helpers import load_targets

TARGET = {
    "target_id": "linxi-2025-1", "plan_id": "linxi-2025", "place": "临溪市", "place_en": "Linxi", "adcode": "999900",
    "province": "云岭省", "section": "一", "indicator": "社会消费品零售总额", "indicator_code": "retail_sales",
    "sector": "trade", "industry_code": "F;H", "measure": "level", "operator": "eq", "value": 100.0, "value_max": None,
    "unit": "元", "figure": "100元", "price_basis": "nominal", "period": "by", "start_year": None, "target_year": 2025,
    "baseline_year": None, "year_source": "clause", "modality": "plain", "verb": "达到", "departments": "市商务局",
    "char_start": 1, "char_end": 5, "rule": "reader", "review": "reviewed", "note": "",
}  # fmt: skip
FACT = {
    "fact_id": "a-1", "place": "临溪市", "adcode": "999900", "level": "city", "indicator_code": "retail_sales",
    "measure": "level", "year": 2024, "start_year": None, "value": 90.0, "unit": "元", "price_basis": "nominal",
    "estimate": "false", "status": "preferred",
}  # fmt: skip
YEARS = ("start_year", "target_year", "baseline_year", "year")


def target(**changes):
    """One target as a row of the table."""
    return TARGET | changes


def targets(*rows):
    """A target table of the sample target with changes, one id a row."""
    return _frame([target(**({"target_id": f"linxi-2025-{n + 1}"} | row)) for n, row in enumerate(rows)], TARGET)


def facts(*rows):
    """Reported values of the sample place with changes, one id a row."""
    return _frame([FACT | {"fact_id": f"a-{n + 1}"} | row for n, row in enumerate(rows)], FACT)


def plans(start_year=2025, plan_id="linxi-2025"):
    return pd.DataFrame({"plan_id": [plan_id], "start_year": pd.array([start_year], dtype="Int64")})


def many_places(count, of="乌海"):
    """The shipped targets of one plan, copied for as many invented places."""
    one = load_targets(places=of)
    copies = []
    for number in range(count):
        name = f"第{number + 1}市"
        copy = one.assign(place=name, place_en=f"City {number + 1}", adcode=f"99{number:04d}", plan_id=f"city-{number}")
        copies.append(copy.assign(target_id=copy["target_id"] + f"-{number}", value=copy["value"] * (1 + number / 50)))
    return pd.concat(copies, ignore_index=True)


def same_facts(table, actuals, of="乌海市"):
    """The reported values of one place, copied for every place of ``table``."""
    one = actuals[actuals["place"] == of]
    copies = [
        one.assign(place=place, fact_id=one["fact_id"] + f"-{n}") for n, place in enumerate(sorted(set(table["place"])))
    ]
    return pd.concat(copies, ignore_index=True)


def same_plans(table, start_year):
    ids = sorted(set(table["plan_id"]))
    return pd.DataFrame({"plan_id": ids, "start_year": pd.array([start_year] * len(ids), dtype="Int64")})


def _frame(rows, columns):
    frame = pd.DataFrame(rows, columns=list(columns))
    return frame.astype({name: "Int64" for name in YEARS if name in frame})
