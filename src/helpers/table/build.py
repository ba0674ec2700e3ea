"""``data/raw`` → ``data/processed``: the target table in its two forms, its codebook and its data package."""

from pathlib import Path

import pandas as pd

from helpers.files import csv_bytes, replace_file
from helpers.reading.statements import Statement
from helpers.table.check import parse_table, read_table
from helpers.table.codebook import make_codebook
from helpers.table.columns import columns_of
from helpers.table.corrections import apply_corrections, print_cell
from helpers.table.normalize import Row, normalize_plan
from helpers.table.package import make_package
from helpers.table.parquet import parquet_bytes
from helpers.table.schema import Actuals, Corrections, Plans, Rejections, Statements, Targets, UpperTargets
from helpers.table.wanted import COLUMNS as WANTED
from helpers.table.wanted import wanted_rows


def build(raw: Path, processed: Path) -> dict[str, bool]:
    """Compute everything in ``processed`` from ``raw``; says of each file whether it changed.

    All of it is computed and checked before the first file is written.
    """
    rows = read_rows(raw)
    check_facts(raw)
    content = targets_csv(rows)
    files = {"targets.csv": content}
    # The checks read what will be on disk, so a slip in printing a number is found here and not by a reader.
    frame = parse_table("targets.csv", content, Targets)
    files["targets.parquet"] = parquet_bytes(frame)
    files["codebook.md"] = make_codebook().encode()
    files["datapackage.json"] = make_package(files).encode()
    files["actuals_wanted.csv"] = wanted_csv(raw, frame)
    return {name: replace_file(processed / name, data) for name, data in files.items()}


def wanted_csv(raw: Path, targets: pd.DataFrame) -> bytes:
    """The template of reported values that targets wait for."""
    actuals = read_table(raw / "actuals.csv", Actuals)
    used = actuals[actuals["status"] == "preferred"]
    return csv_bytes(WANTED, wanted_rows(targets, read_table(raw / "plans.csv", Plans), used))


def check_facts(raw: Path) -> None:
    """Read what the table is not made of but stands beside it, so that no broken file waits for its first reader."""
    read_table(raw / "actuals.csv", Actuals)
    read_table(raw / "upper_targets.csv", UpperTargets)
    for path in sorted((raw / "rejected").glob("*.csv")):
        read_rejections(path)


def unmapped_names(rows: list[Row]) -> list[str]:
    """Indicators as stated that no canonical one covers, each with its plan."""
    return sorted({f"{row['plan_id']}: {row['indicator']}" for row in rows if not row["indicator_code"]})


def read_rows(raw: Path) -> list[Row]:
    """The target table's rows, sorted by plan and place in the text."""
    plans = read_table(raw / "plans.csv", Plans)
    rows: list[Row] = []
    for plan in plans.sort_values("plan_id").to_dict("records"):
        rows += normalize_plan(plan, read_statements(raw / "statements" / f"{plan['plan_id']}.csv"))
    return apply_corrections(rows, read_table(raw / "corrections.csv", Corrections))


def read_statements(path: Path) -> list[Statement]:
    """One plan's statements, checked."""
    frame = read_table(path, Statements)
    frame = frame.astype(object).where(frame.notna(), None)
    return [Statement(**record) for record in frame.to_dict("records")]


def read_rejections(path: Path) -> pd.DataFrame:
    """One plan's rejected figures, checked."""
    return read_table(path, Rejections)


def targets_csv(rows: list[Row]) -> bytes:
    """The rows as they stand on disk."""
    names = [column.name for column in columns_of(Targets)]
    return csv_bytes(names, ([print_cell(row[name]) for name in names] for row in rows))
