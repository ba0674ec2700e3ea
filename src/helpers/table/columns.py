"""How a table's columns are declared: one pandera model a table, with everything else derived from it.

A field's description goes into the codebook; its metadata say how a cell is read and how a fault is explained.
"""

from dataclasses import dataclass
from functools import cache

import pandera.pandas as pa

from helpers.names import FIRST_YEAR, LAST_YEAR

#: A code of GB/T 2260, or of the statistical divisions where GB/T 2260 has none.
ADCODE = r"^[0-9]{6}$"


@dataclass(frozen=True)
class Column:
    """One column as its table declares it; ``codes`` maps each allowed value to its meaning, of a closed set."""

    name: str
    kind: str  # text, integer, number, truth
    description: str
    required: bool
    unique: bool
    expected: str
    codes: dict[str, str] | None
    pattern: str | None


def text(
    description: str, *, pattern: str | None = None, expected: str = "", unique: bool = False, empty: bool = False
):
    """Any text. ``empty`` allows none; ``pattern`` is a regular expression for the whole cell."""
    if pattern and empty:
        pattern = f"^$|{pattern}"
    if not pattern and not empty:
        pattern, expected = r"[\s\S]", expected or "some text"
    metadata = {"kind": "text", "empty": empty, "expected": expected or "text", "pattern": pattern}
    checks = {"str_matches": pattern} if pattern else {}
    return pa.Field(description=description, unique=unique, metadata=metadata, **checks)


def code(description: str, codes: dict[str, str], *, empty: bool = False):
    """One of a closed set; ``codes`` gives each its meaning."""
    codes = {"": "none", **codes} if empty else codes
    allowed = ", ".join(word or "empty" for word in codes)
    metadata = {"kind": "text", "empty": empty, "expected": f"one of {allowed}", "codes": codes}
    return pa.Field(description=description, isin=list(codes), metadata=metadata)


def year(description: str, *, empty: bool = False):
    metadata = {"kind": "integer", "empty": empty, "expected": f"a year from {FIRST_YEAR} to {LAST_YEAR}"}
    return pa.Field(description=description, ge=FIRST_YEAR, le=LAST_YEAR, nullable=empty, metadata=metadata)


def count(description: str, *, empty: bool = False):
    metadata = {"kind": "integer", "empty": empty, "expected": "a whole number, 0 or more"}
    return pa.Field(description=description, ge=0, nullable=empty, metadata=metadata)


def number(description: str, *, empty: bool = False):
    expected = "a plain number such as 344 or 4.5, without thousands separators"
    return pa.Field(
        description=description, nullable=empty, metadata={"kind": "number", "empty": empty, "expected": expected}
    )


def truth(description: str):
    codes = {"true": "yes", "false": "no"}
    metadata = {"kind": "text", "empty": False, "expected": "true or false", "codes": codes}
    return pa.Field(description=description, isin=list(codes), metadata=metadata)


@cache
def columns_of(model: type[pa.DataFrameModel]) -> tuple[Column, ...]:
    """The columns of a table, in their order on disk."""
    found = []
    for name, column in model.to_schema().columns.items():
        facts = column.metadata or {}
        found.append(
            Column(
                name=name,
                kind=facts["kind"],
                description=column.description or "",
                required=not facts["empty"],
                unique=bool(column.unique),
                expected=facts["expected"],
                codes=facts.get("codes"),
                pattern=facts.get("pattern"),
            )
        )
    return tuple(found)
