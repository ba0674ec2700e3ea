"""Documents on disk → drafts on disk; several at once, each failing alone."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from helpers.documents import DocumentError, read_document
from helpers.files import replace_file
from helpers.reading.statements import Rejection
from helpers.table.agreement import Agreement, compare
from helpers.table.build import read_rejections, read_statements, targets_csv
from helpers.table.check import read_table
from helpers.table.doubts import find_doubts
from helpers.table.drafts import (
    Draft,
    make_draft,
    make_plan_id,
    merge,
    plans_csv,
    rejections_csv,
    statements_csv,
    text_digest,
)
from helpers.table.normalize import NormalizationError, Row, normalize_plan
from helpers.table.schema import Plans

ENDINGS = frozenset((".txt", ".htm", ".html", ".docx", ".pdf"))


@dataclass(frozen=True)
class Outcome:
    """What became of one file: a draft, or in ``fault`` what is wrong with it."""

    path: Path
    draft: Draft | None = None
    fault: str = ""


def find_documents(paths: Iterable[Path]) -> list[Path]:
    """The files, and of folders all documents inside them, sorted."""
    found = []
    for path in paths:
        inside = (entry for entry in path.rglob("*") if entry.is_file() and entry.suffix.lower() in ENDINGS)
        found += sorted(inside) if path.is_dir() else [path]
    return found


def draft_file(path: Path, plan_id: str, known: dict[str, object] | None) -> Outcome:
    """Read one document; whatever is wrong with it is said and stops no other."""
    try:
        text = read_document(path.read_bytes())
        draft = make_draft(plan_id, text, known)
        normalize_plan(draft.plan, draft.statements)
    except (DocumentError, NormalizationError, OSError) as error:
        return Outcome(path, fault=str(error))
    return Outcome(path, draft)


def draft_files(paths: list[Path], plan_id: str, known: dict[str, dict[str, object]], jobs: int) -> Iterable[Outcome]:
    """The outcomes in the order of the paths, as they become ready."""
    ids = [plan_id or make_plan_id(path.stem) for path in paths]
    tasks = [(path, key, known.get(key)) for path, key in zip(paths, ids, strict=True)]
    if jobs < 2 or len(paths) < 2:
        yield from (draft_file(*task) for task in tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(draft_file, *zip(*tasks, strict=True))


def known_plans(raw: Path) -> dict[str, dict[str, object]]:
    """The rows of plans.csv by key."""
    path = raw / "plans.csv"
    return {row["plan_id"]: row for row in read_table(path, Plans).to_dict("records")} if path.exists() else {}


def texts_at_hand(folders: Iterable[Path]) -> dict[str, str]:
    """The texts of all documents in the folders, whatever their format, each by its hash in plans.csv."""
    found = {}
    for path in find_documents(folder for folder in folders if folder.is_dir()):
        try:
            text = read_document(path.read_bytes())
        except (DocumentError, OSError):
            continue
        found[text_digest(text)] = text
    return found


def rows_to_review(plan: dict[str, object], text: str, raw: Path) -> tuple[list[Row], list[dict[str, object]]]:
    """A plan's rows, each with ``doubts`` and the ``line`` of its statement in the file, and its rejected figures."""
    plan_id = plan["plan_id"]
    statements = read_statements(raw / "statements" / f"{plan_id}.csv")
    rows = normalize_plan(plan, statements)
    line_of = {(one.char_start, one.figure, one.indicator): line for line, one in enumerate(statements, start=2)}
    shown = [
        {
            **row,
            "doubts": find_doubts(row, rows, text, one_year=plan["start_year"] == plan["end_year"]),
            "line": line_of[row["char_start"], row["figure"], row["indicator"]],
        }
        for row in rows
    ]
    return shown, read_rejections(raw / "rejected" / f"{plan_id}.csv").to_dict("records")


def evaluate(raw: Path, folders: list[Path]) -> dict[str, Agreement]:
    """The program's reading of each plan whose text is at hand, held against the reviewed statements."""
    found, texts = {}, texts_at_hand(folders)
    for key, plan in known_plans(raw).items():
        text = texts.get(str(plan["sha256"]))
        if text:
            reviewed = normalize_plan(plan, read_statements(raw / "statements" / f"{key}.csv"))
            drafted = normalize_plan(plan, make_draft(key, text, plan).statements)
            found[key] = compare(reviewed, drafted)
    return found


def store(draft: Draft, raw: Path) -> list[str]:
    """Write one draft's statements and rejected figures below ``raw``; says where the program and a review differ."""
    key = str(draft.plan["plan_id"])
    stated, rejected = raw / "statements" / f"{key}.csv", raw / "rejected" / f"{key}.csv"
    old = read_statements(stated) if stated.exists() else []
    refused = [Rejection(**row) for row in read_rejections(rejected).to_dict("records")] if rejected.exists() else []
    merged = merge(draft, old, refused)
    replace_file(stated, statements_csv(merged.statements))
    replace_file(rejected, rejections_csv(merged.rejections))
    return merged.differences


def store_plans(drafts: list[Draft], raw: Path) -> None:
    """Add the proposed rows to plans.csv; rows that are there stay as they are."""
    rows = known_plans(raw)
    for draft in drafts:
        rows.setdefault(str(draft.plan["plan_id"]), draft.plan)
    replace_file(raw / "plans.csv", plans_csv(rows.values()))


def store_targets(folder: Path) -> None:
    """Write the normalized rows of all plans of a folder, those of earlier runs and of a person's review with them."""
    rows = []
    for key, plan in sorted(known_plans(folder).items()):
        rows += normalize_plan(plan, read_statements(folder / "statements" / f"{key}.csv"))
    replace_file(folder / "targets.csv", targets_csv(rows))
