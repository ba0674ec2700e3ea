"""Invented plans and statements: places and numbers that no real plan has."""

import csv
import shutil
from dataclasses import replace

from helpers import paths
from helpers.reading.statements import Statement

PLAN = {
    "plan_id": "linxi-2026",
    "place": "临溪市",
    "place_en": "Linxi",
    "adcode": "999900",
    "province": "云岭省",
    "start_year": 2026,
    "end_year": 2028,
}

STATEMENT = Statement(
    char_start=100,
    char_end=106,
    section="二(一)",
    heading="现代物流业",
    indicator="物流业增加值",
    figure="96亿元以上",
    unit="",
    verb="达到",
    period_clause="到2028年",
    period_sentence="",
    period_paragraph="",
    baseline="",
    departments="市发展改革委;市交通局",
    rule="reader",
    review="reviewed",
    note="",
)


def copy_raw(folder):
    """A copy of the raw data to break, without anybody's own plan documents."""
    return shutil.copytree(paths.raw(), folder, ignore=shutil.ignore_patterns("documents"))


def read_rows(path):
    """The rows of a CSV file as they stand, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def statement(**changes):
    """The sample statement with some of its words changed."""
    return replace(STATEMENT, **changes)
