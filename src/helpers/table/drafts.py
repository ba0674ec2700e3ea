"""A text → draft statements, rejected figures and a proposed row of plans.csv; and how drafts meet reviews."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from helpers import vocabulary
from helpers.files import csv_bytes
from helpers.names import FIRST_YEAR
from helpers.reading.blanks import close_up
from helpers.reading.extract import extract
from helpers.reading.front import Front, read_front
from helpers.reading.horizon import read_horizon
from helpers.reading.statements import REJECTION_COLUMNS, STATEMENT_COLUMNS, Rejection, Statement
from helpers.table.columns import columns_of
from helpers.table.normalize import year_of_issue
from helpers.table.package import digest
from helpers.table.schema import Plans

UNKNOWN = {"place": "?", "place_en": "?", "adcode": "000000", "province": "?"}


@dataclass(frozen=True)
class Draft:
    """What the program reads out of one document; ``plan`` is a proposed row of plans.csv."""

    plan: dict[str, object]
    statements: list[Statement]
    rejections: list[Rejection]


@dataclass(frozen=True)
class Merge:
    """Statements after a draft met what was there, and in ``differences`` what the program reads otherwise."""

    statements: list[Statement]
    rejections: list[Rejection]
    differences: list[str]


def make_draft(plan_id: str, text: str, known: dict[str, object] | None = None) -> Draft:
    """Read one document; ``known`` is its row of plans.csv, where it has one already."""
    plan = known or propose_plan(plan_id, text)
    # What is told of years before its issue is over.
    found = extract(text, year_of_issue(plan) or FIRST_YEAR)
    return Draft(plan, found.statements, found.rejections)


def propose_plan(plan_id: str, text: str) -> dict[str, object]:
    """A row of plans.csv from what the document says of itself; what it does not say is noted."""
    plain = close_up(text).plain
    front, horizon = read_front(plain), read_horizon(plain, _year_in(plan_id))
    where, doubts = _where(front)
    doubts += [] if horizon else ["years not recognised"]
    first, last = horizon or ("", "")
    return {
        "plan_id": plan_id,
        **where,
        "title": front.title,
        "number": front.number,
        "issuer": front.issuer,
        "issued": front.issued,
        "published": "",
        "start_year": first,
        "end_year": last,
        "url": "",
        "note": "; ".join(["proposed by the program, not checked", *doubts]),
        "sha256": text_digest(text),
    }


def _where(front: Front) -> tuple[dict[str, str], list[str]]:
    """The place of a document with its names and codes, and what is doubtful about it.

    A county has no English name in the lists and goes by its Chinese one; what the document does not tell of it stays
    unknown.
    """
    place = next((row for row in vocabulary.places() if row["place"] == front.place), None)
    county = front.county
    if place and (county is None or place["level"] == "district"):
        return {name: place[name] or "?" for name in UNKNOWN}, []
    if county is None:
        return dict(UNKNOWN), ["place not recognised"]
    codes = {"adcode": county.adcode or UNKNOWN["adcode"], "province": county.province or UNKNOWN["province"]}
    doubts = [] if county.adcode else ["place as printed; no code is known for it"]
    return {"place": county.name, "place_en": county.name, **codes}, doubts


def _year_in(plan_id: str) -> int | None:
    """The year in a document's name: lanzhou-2024."""
    match = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", plan_id)
    return int(match.group()) if match else None


def text_digest(text: str) -> str:
    """What a plan's text is known by, in plans.csv and on disk."""
    return digest(text.encode())


def make_plan_id(stem: str) -> str:
    """A key of plans.csv from a file's name: lower-case letters, digits and hyphens."""
    key = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
    return key or f"plan-{text_digest(stem)[:8]}"


def merge(draft: Draft, statements: Sequence[Statement], rejections: Sequence[Rejection]) -> Merge:
    """A draft joined with what was there; what a person reviewed is kept, whatever the program reads now.

    Rows are matched by their place in the text. A place that a person has decided, as a target or as no target, is
    not decided anew; where the program disagrees it is said in ``differences``.
    """
    reviewed = [row for row in statements if row.review == "reviewed"]
    if not reviewed:
        return Merge(draft.statements, draft.rejections, [])
    taken = {_span(row) for row in reviewed}
    refused = {_span(row) for row in rejections}
    differences = [
        f"at {a}: read as a target now: {row.figure}" for row in draft.statements if (a := _span(row)) in refused
    ]
    drafted = {_span(row): row for row in draft.statements}
    for row in reviewed:
        other = drafted.get(_span(row))
        if other is None:
            differences.append(f"at {_span(row)}: not found any more: {row.figure} {row.indicator}")
        elif other.indicator != row.indicator or other.verb != row.verb:
            differences.append(
                f"at {_span(row)}: {row.indicator} ({row.verb}) is read as {other.indicator} ({other.verb})"
            )
    new = [row for row in draft.statements if _span(row) not in taken | refused]
    kept = [*rejections, *(row for row in draft.rejections if not _touches(row, [*taken, *refused]))]
    return Merge(sorted([*reviewed, *new], key=_order), sorted(kept, key=lambda row: row.char_start), differences)


def statements_csv(rows: Iterable[Statement]) -> bytes:
    return csv_bytes(STATEMENT_COLUMNS, (astuple(row) for row in rows))


def rejections_csv(rows: Iterable[Rejection]) -> bytes:
    return csv_bytes(REJECTION_COLUMNS, (astuple(row) for row in rows))


def plans_csv(rows: Iterable[dict[str, object]]) -> bytes:
    names = [column.name for column in columns_of(Plans)]
    return csv_bytes(names, ([row[name] for name in names] for row in rows))


def _span(row: Statement | Rejection) -> tuple[int | None, int | None]:
    return row.char_start, row.char_end


def _order(row: Statement) -> int:
    return row.char_start if row.char_start is not None else -1


def _touches(row: Rejection, spans: Iterable[tuple[int | None, int | None]]) -> bool:
    return any(a is not None and b is not None and row.char_start < b and a < row.char_end for a, b in spans)
