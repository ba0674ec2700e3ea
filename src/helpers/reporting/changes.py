"""What changed between two runs: targets by id, cell by cell, and the answers of pages."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd

from helpers.reporting.body import finish_body
from helpers.reporting.shell import render_page
from helpers.telling.phrases import say_beside, say_both
from helpers.telling.show import table_html

FORMAT = 1
#: Columns by which a reader knows a target.
SHOWN = ("target_id", "place", "indicator", "figure", "target_year", "section")


@dataclass(frozen=True)
class Snapshot:
    """What a run left: the target table as text by id, and each page's title and answer by its name."""

    made: str
    targets: Mapping[str, Mapping[str, str]]
    answers: Mapping[str, Mapping[str, str]]

    def says_the_same(self, other: "Snapshot") -> bool:
        return self.targets == other.targets and self.answers == other.answers


@dataclass(frozen=True)
class Changes:
    """Rows added and removed, cells as (id, place, indicator, column, old, new), answers as (title, old, new).

    ``new_pages`` are names of pages that were not there before.
    """

    added: list[Mapping[str, str]] = field(default_factory=list)
    removed: list[Mapping[str, str]] = field(default_factory=list)
    cells: list[tuple[str, ...]] = field(default_factory=list)
    answers: list[tuple[str, ...]] = field(default_factory=list)
    new_pages: list[str] = field(default_factory=list)


def compare(before: Snapshot, after: Snapshot) -> Changes:
    """What ``after`` says that ``before`` did not, and the other way round."""
    old, new = before.targets, after.targets
    kept = [name for name in after.answers if name in before.answers]
    return Changes(
        added=[row for key, row in new.items() if key not in old],
        removed=[row for key, row in old.items() if key not in new],
        cells=[cell for key, row in new.items() if key in old for cell in _changed_cells(key, old[key], row)],
        answers=[
            (after.answers[name]["title"], before.answers[name]["answer"], after.answers[name]["answer"])
            for name in kept
            if before.answers[name]["answer"] != after.answers[name]["answer"]
        ],
        new_pages=[name for name in after.answers if name not in before.answers],
    )


def changes_page(changes: Changes, before: Snapshot | None, after: Snapshot) -> str:
    """One page in both languages; without a ``before`` it says that there is nothing to compare with."""
    times = say_both("changes_times", before=before.made, after=after.made) if before else say_both("changes_first")
    counts = say_both(
        "changes_counts",
        added=len(changes.added),
        removed=len(changes.removed),
        changed=len({cell[0] for cell in changes.cells}),
        cells=len(changes.cells),
        answers=len(changes.answers),
        pages=len(changes.new_pages),
    )
    body = finish_body("".join(_parts(changes)) if before else "<p></p>", "en", "changes", ())
    return render_page(
        "changes.html",
        language="en",
        say=say_beside,
        title=say_beside("changes_title"),
        sentences=[*times, *counts] if before else times,
        body=body.html,
    )


def write_snapshot(snapshot: Snapshot) -> bytes:
    return f"{json.dumps({'format': FORMAT, **asdict(snapshot)}, ensure_ascii=False)}\n".encode()


def read_snapshot(content: bytes) -> Snapshot | None:
    """The snapshot, or none where the file holds something else."""
    try:
        held: dict[str, Any] = json.loads(content)
        if held.pop("format") != FORMAT:
            return None
        return Snapshot(**held)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _changed_cells(key: str, old: Mapping[str, str], new: Mapping[str, str]) -> list[tuple[str, ...]]:
    who = (key, new.get("place", ""), new.get("indicator", ""))
    columns = dict.fromkeys([*new, *old])
    return [
        (*who, column, old.get(column, ""), new.get(column, ""))
        for column in columns
        if old.get(column, "") != new.get(column, "")
    ]


def _parts(changes: Changes) -> list[str]:
    rows = [[row.get(name, "") for name in SHOWN] for row in changes.added]
    gone = [[row.get(name, "") for name in SHOWN] for row in changes.removed]
    cells = (
        "target_id",
        "place",
        "indicator",
        say_beside("changes_column"),
        say_beside("changes_before"),
        say_beside("changes_after"),
    )
    answers = (say_beside("changes_report"), say_beside("changes_before"), say_beside("changes_after"))
    return [
        _part("changes_answers", changes.answers, answers),
        _part("changes_cells", changes.cells, cells),
        _part("changes_added", rows, SHOWN),
        _part("changes_removed", gone, SHOWN),
    ]


def _part(heading: str, rows: Sequence[Sequence[str]], columns: Sequence[str]) -> str:
    table = table_html(pd.DataFrame(rows, columns=list(columns))) if rows else f"<p>{say_beside('changes_none')}</p>"
    return f"<h2>{say_beside(heading)}</h2>{table}"
