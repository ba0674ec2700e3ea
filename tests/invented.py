"""The invented documents in ``plans/``: each text with the rows that a reader finds in it."""

import re
from decimal import Decimal
from pathlib import Path

from samples import PLAN, read_rows

PLANS = Path(__file__).parent / "plans"
NUMBERS = ("value", "value_max")
YEARS = ("start_year", "target_year")
#: Cells that the expected rows state.
FIELDS = (
    "section",
    "indicator",
    "measure",
    "operator",
    "value",
    "value_max",
    "unit",
    "period",
    "start_year",
    "target_year",
    "modality",
    "departments",
)


DOCUMENTS = {row["name"]: row for row in read_rows(PLANS / "documents.csv")}


def text_of(name):
    return (PLANS / f"{name}.txt").read_text(encoding="utf-8")


def plan_of(name):
    """The document's row of plans.csv."""
    row = DOCUMENTS[name]
    own = {key: row[key] for key in ("place", "place_en", "adcode", "province")}
    return {**PLAN, **own, "plan_id": name, "start_year": int(row["start_year"]), "end_year": int(row["end_year"])}


def expected_rows(name):
    """The rows a reader finds, with numbers read and each figure's place in the text."""
    text, rows = text_of(name), []
    for row in read_rows(PLANS / f"{name}.csv"):
        start = list(re.finditer(re.escape(row["figure"]), text))[int(row["occurrence"]) - 1].start()
        numbers = {key: Decimal(row[key]) if row[key] else None for key in NUMBERS}
        years = {key: int(row[key]) if row[key] else None for key in YEARS}
        rows.append({**row, **numbers, **years, "char_start": start, "char_end": start + len(row["figure"])})
    return rows
