from decimal import Decimal

import pandas as pd
import pytest
from samples import PLAN, statement

from helpers.table.corrections import CorrectionError, apply_corrections
from helpers.table.normalize import normalize_plan


def correct(**changes):
    rows = normalize_plan(PLAN, [statement()])
    entry = {
        "target_id": rows[0]["target_id"],
        "column": "value",
        "expected": "9600000000",
        "value": "9500000000",
        "reason": "a slip in the plan",
        "source": "the plan's table",
    }
    return rows, apply_corrections(rows, pd.DataFrame([{**entry, **changes}]))


def test_a_correction_mends_one_cell_and_says_so():
    rows, mended = correct()
    assert mended[0]["value"] == Decimal(9_500_000_000)
    assert mended[0]["note"] == "value corrected: a slip in the plan"
    assert rows[0]["value"] == Decimal(9_600_000_000), "the input must stay as it is"
    changed = {name for name in rows[0] if rows[0][name] != mended[0][name]}
    assert changed == {"value", "note"}


def test_a_correction_that_no_longer_fits_fails_loudly():
    with pytest.raises(CorrectionError, match="now give '9600000000' where '9700000000' is expected"):
        correct(expected="9700000000")


@pytest.mark.parametrize("changes", [{"target_id": "linxi-2026-00000000"}, {"column": "values"}])
def test_a_correction_of_nothing_fails(changes):
    with pytest.raises(CorrectionError, match="no such row or column"):
        correct(**changes)


def test_whole_numbers_and_empty_cells_can_be_corrected():
    assert correct(column="target_year", expected="2028", value="2027")[1][0]["target_year"] == 2027
    assert correct(column="baseline_year", expected="", value="2025")[1][0]["baseline_year"] == 2025
    assert correct(column="target_year", expected="2028", value="")[1][0]["target_year"] is None
