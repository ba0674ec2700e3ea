"""Declared corrections of what the rules compute."""

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd

from helpers.table.columns import columns_of
from helpers.table.normalize import Row
from helpers.table.schema import Targets


class CorrectionError(ValueError):
    """A correction no longer fits; it must be looked at again before the table is made."""


def apply_corrections(rows: Sequence[Row], corrections: pd.DataFrame) -> list[Row]:
    """The rows with each correction applied; the input is left as it is.

    A correction of an unknown row or column, or one whose ``expected`` is not what the rules give, is an error: the
    rules or the statement have changed since, and the correction may have become wrong.
    """
    kinds = {column.name: column.kind for column in columns_of(Targets)}
    mended = {str(row["target_id"]): dict(row) for row in rows}
    for correction in corrections.itertuples():
        where = f"corrections.csv, {correction.target_id}, {correction.column}"
        if correction.target_id not in mended or correction.column not in kinds:
            msg = f"{where}: there is no such row or column"
            raise CorrectionError(msg)
        row = mended[correction.target_id]
        given = print_cell(row[correction.column])
        if given != correction.expected:
            msg = f"{where}: the rules now give {given!r} where {correction.expected!r} is expected; look at it again"
            raise CorrectionError(msg)
        row[correction.column] = _read_cell(correction.value, kinds[correction.column])
        row["note"] = "; ".join(
            part for part in (row["note"], f"{correction.column} corrected: {correction.reason}") if part
        )
    return list(mended.values())


def print_cell(value: object) -> str:
    """A cell as the table prints it: plain digits, no exponent, nothing for ``None``."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _read_cell(text: str, kind: str) -> object:
    if kind == "text":
        return text
    if not text:
        return None
    return int(text) if kind == "integer" else Decimal(text)
