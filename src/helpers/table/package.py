"""The data package (Frictionless Data): the target table for programs that do not know this project."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from helpers.names import FIRST_YEAR, LAST_YEAR
from helpers.table.columns import Column, columns_of
from helpers.table.schema import Targets

TYPES = {"text": "string", "integer": "integer", "number": "number"}


def make_package(files: Mapping[str, bytes]) -> str:
    """The text of ``datapackage.json`` for the table's files by name.

    The hashes tell the loader whether a file is the one that was checked when it was made.
    """
    package = {
        "name": "city-targets",
        "title": "Quantified targets of Chinese city plans for their service industries",
        "profile": "tabular-data-package",
        "licenses": [{"name": "MIT"}],
        "resources": [
            {
                "name": "targets",
                "path": "targets.csv",
                "profile": "tabular-data-resource",
                "description": (Targets.__doc__ or "").strip(),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(files["targets.csv"]),
                "hash": f"sha256:{digest(files['targets.csv'])}",
                "schema": {
                    "fields": [_field(column) for column in columns_of(Targets)],
                    "primaryKey": ["target_id"],
                    "missingValues": [""],
                },
            }
        ],
        "twins": {"targets.parquet": f"sha256:{digest(files['targets.parquet'])}"},
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.codes:
        constraints["enum"] = [word for word in column.codes if word]
    elif column.pattern and not column.unique and column.pattern.startswith("^"):
        constraints["pattern"] = column.pattern.removeprefix("^$|")
    if column.name.endswith("_year"):
        constraints |= {"minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    return {
        "name": column.name,
        "type": TYPES[column.kind],
        "description": column.description,
        "constraints": constraints,
    }
