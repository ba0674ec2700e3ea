"""Where each number of a page comes from: rows of the tables, for those ids that the page names."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from lxml import etree, html

from helpers.names import PlaceRow
from helpers.reporting.tables import finish_table, name_frame
from helpers.telling.phrases import say
from helpers.telling.show import table_html
from helpers.telling.sources import (
    PLAN_COLUMNS,
    table_of_fact_sources,
    table_of_plan_sources,
    table_of_target_sources,
    table_of_upper_sources,
)

NUMBERS = ("value", "value_max", "start_year", "target_year", "end_year")

Row = Mapping[str, object]


@dataclass(frozen=True)
class Sources:
    """Targets, reported values and upper-level targets by id, and plans by their key."""

    targets: Mapping[str, Row]
    facts: Mapping[str, Row]
    uppers: Mapping[str, Row]
    plans: Mapping[str, Row]

    def known(self) -> set[str]:
        return {*self.targets, *self.facts, *self.uppers}

    def places(self) -> set[PlaceRow]:
        """The places of the target table."""
        named = ("place", "place_en", "adcode", "province")
        return {tuple(str(row.get(column, "")) for column in named) for row in self.targets.values()}


def read_sources(raw: Path, processed: Path) -> Sources:
    """The rows as their files print them; a file that is not there has none.

    Nothing is checked: a notebook that names an id has loaded and checked the table it stands in.
    """
    return Sources(
        _read(processed / "targets.csv", "target_id"),
        _read(raw / "actuals.csv", "fact_id"),
        _read(raw / "upper_targets.csv", "upper_id"),
        _read(raw / "plans.csv", "plan_id"),
    )


def sources_html(ids: Sequence[str], sources: Sources, language: str, name: str) -> str:
    """Tables of the rows behind ``ids``, each row with its id as anchor, folded; empty where there are none."""
    tables = (sources.targets, sources.facts, sources.uppers)
    targets, facts, uppers = ([_typed(table[entry]) for entry in ids if entry in table] for table in tables)
    used = {str(row["plan_id"]) for row in targets}
    plans = [_typed(row) for key, row in sources.plans.items() if key in used]
    parts = {
        "targets": table_of_target_sources(targets, language),
        "reported": table_of_fact_sources(facts, language),
        "upper": table_of_upper_sources(uppers, language),
        "plans": table_of_plan_sources(plans, language),
    }
    return "".join(
        _part(frame, f"{name}-{part}.csv", say(f"sources_{part}", language), language, used)
        for part, frame in parts.items()
        if len(frame)
    )


def _part(frame: pd.DataFrame, download: str, title: str, language: str, plans: set[str]) -> str:
    line = say("counted", language, text=title, count=len(frame))
    part = html.fragment_fromstring(table_html(frame, folded=line))
    table = next(part.iter("table"))
    rows = table.findall("./tbody/tr")
    finish_table(table, download, plans if len(rows[0]) > len(PLAN_COLUMNS) else ())
    name_frame(table, title)
    for row, entry in zip(rows, frame.iloc[:, 0], strict=True):
        row.set("id", entry)
    return etree.tostring(part, method="html", encoding="unicode")


def _read(path: Path, key: str) -> dict[str, Row]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        head = next(reader, [])
        place = head.index(key) if head else 0
        return {row[place]: dict(zip(head, row, strict=False)) for row in reader if row}


def _typed(row: Row) -> Row:
    numbers = {name: float(row[name]) if row[name] else None for name in NUMBERS if name in row}
    return {**row, **numbers}
