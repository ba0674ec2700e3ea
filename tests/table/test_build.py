"""``make data``: what is in data/processed is what data/raw gives, byte for byte."""

import json
import shutil
from decimal import Decimal

import pytest
from frictionless import Package
from samples import copy_raw

from helpers import paths
from helpers.table.build import build, read_rows
from helpers.table.faults import TableError

FILES = ["actuals_wanted.csv", "codebook.md", "datapackage.json", "targets.csv", "targets.parquet"]


@pytest.fixture
def raw(tmp_path):
    """A copy of the raw data to break."""
    return copy_raw(tmp_path / "raw")


def test_processed_data_are_reproduced_byte_for_byte(tmp_path):
    assert all(build(paths.raw(), tmp_path).values())
    assert sorted(path.name for path in paths.processed().iterdir()) == FILES
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (paths.processed() / name).read_bytes(), f"{name}: run make data"


def test_a_second_run_changes_nothing(tmp_path):
    build(paths.raw(), tmp_path)
    assert not any(build(paths.raw(), tmp_path).values())


def test_rows_are_sorted_by_plan_and_place_in_the_text():
    rows = read_rows(paths.raw())
    keys = [(row["plan_id"], row["char_start"]) for row in rows]
    assert keys == sorted(keys)


def test_numbers_are_computed_without_binary_rounding():
    assert all(isinstance(row["value"], Decimal) for row in read_rows(paths.raw()))
    csv = (paths.processed() / "targets.csv").read_text(encoding="utf-8")
    assert "99999999" not in csv
    assert "00000001," not in csv


def test_broken_raw_data_leave_the_processed_data_as_they_are(raw, tmp_path):
    out = tmp_path / "processed"
    build(raw, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    plan = raw / "statements" / "heze-2024.csv"
    plan.write_text(plan.read_text(encoding="utf-8").replace("reviewed", "looked at"), encoding="utf-8")
    with pytest.raises(TableError, match=r"heze-2024\.csv, line 2, column review: 'looked at'"):
        build(raw, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_the_data_package_is_valid():
    report = Package(str(paths.processed() / "datapackage.json")).validate()
    assert report.valid, report.flatten()


def test_the_data_package_finds_a_wrong_cell(tmp_path):
    for name in FILES:
        shutil.copy(paths.processed() / name, tmp_path / name)
    table = tmp_path / "targets.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",level,", ",levels,", 1), encoding="utf-8")
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


def test_every_column_is_described_in_codebook_and_package():
    package = json.loads((paths.processed() / "datapackage.json").read_text(encoding="utf-8"))
    codebook = (paths.processed() / "codebook.md").read_text(encoding="utf-8")
    header = (paths.processed() / "targets.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    fields = package["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == header
    assert all(field["description"] for field in fields)
    assert all(f"| `{name}` |" in codebook for name in header)
