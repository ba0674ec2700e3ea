"""Documents on disk → drafts on disk; several at once, each failing alone."""

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from helpers.documents import DocumentError, read_document, refuse_size
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


def passed_over(paths: Iterable[Path]) -> dict[str, int]:
    """How many files of each ending the folders among ``paths`` hold that are not read."""
    inside = (entry for path in paths if path.is_dir() for entry in path.rglob("*") if entry.is_file())
    return dict(
        sorted(Counter(entry.suffix.lower() for entry in inside if entry.suffix.lower() not in ENDINGS).items())
    )


def read_file(path: Path) -> str:
    """The text of one document. Raises ``DocumentError`` or ``OSError`` with what is wrong with it."""
    if not path.is_file():
        raise DocumentError("not a file that can be read to its end")  # a pipe or a device
    refuse_size(path.stat().st_size)
    return read_document(path.read_bytes())


def draft_file(path: Path, plan_id: str, known: dict[str, object] | None) -> Outcome:
    """Read one document; whatever is wrong with it is said and stops no other."""
    try:
        draft = make_draft(plan_id, read_file(path), known)
        normalize_plan(draft.plan, draft.statements)
    except (DocumentError, NormalizationError, OSError) as error:
        return Outcome(path, fault=str(error))
    except (ValueError, LookupError, ArithmeticError, RecursionError, MemoryError) as error:
        # One file that nobody has foreseen must not cost the others of a night's run.
        return Outcome(path, fault=f"the program cannot read it ({type(error).__name__}: {error}); please report it")
    return Outcome(path, draft)


def draft_files(paths: list[Path], plan_id: str, known: dict[str, dict[str, object]], jobs: int) -> Iterable[Outcome]:
    """The outcomes in the order of the paths, as they are ready; of files that would be one plan the first is read."""
    ids = [plan_id or make_plan_id(path.stem) for path in paths]
    first = {key: path for path, key in reversed(list(zip(paths, ids, strict=True)))}
    tasks = [(path, key, known.get(key)) for path, key in zip(paths, ids, strict=True) if first[key] == path]
    outcomes = map(draft_file, *zip(*tasks, strict=True)) if jobs < 2 or len(tasks) < 2 else _in_processes(tasks, jobs)
    for path, key in zip(paths, ids, strict=True):
        if first[key] == path:
            yield next(outcomes)
        else:
            yield Outcome(
                path, fault=f"would be the plan {key} like {first[key]}; rename it, or read it alone with --plan-id"
            )


def _in_processes(tasks: list[tuple], jobs: int) -> Iterator[Outcome]:
    """The outcomes of several processes; a file whose process dies is tried once more in one of its own."""
    with ProcessPoolExecutor(jobs) as pool:
        futures = [pool.submit(draft_file, *task) for task in tasks]
        for task, future in zip(tasks, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _alone(task)


def _alone(task: tuple) -> Outcome:
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(draft_file, *task).result()
        except BrokenProcessPool:
            return Outcome(task[0], fault="its reading was killed; it may need more memory than there is")


def known_plans(raw: Path) -> dict[str, dict[str, object]]:
    """The rows of plans.csv by key."""
    path = raw / "plans.csv"
    return {row["plan_id"]: row for row in read_table(path, Plans).to_dict("records")} if path.exists() else {}


def texts_at_hand(folders: Iterable[Path]) -> dict[str, str]:
    """The texts of all documents in the folders, whatever their format, each by its hash in plans.csv."""
    found = {}
    for path in find_documents(folder for folder in folders if folder.is_dir()):
        try:
            text = read_file(path)
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
    """Write one draft below ``raw``: statements, rejected figures, and a row of plans.csv where it has none yet; says
    where the program and a review differ.
    """
    key = str(draft.plan["plan_id"])
    stated, rejected = raw / "statements" / f"{key}.csv", raw / "rejected" / f"{key}.csv"
    old = read_statements(stated) if stated.exists() else []
    refused = [Rejection(**row) for row in read_rejections(rejected).to_dict("records")] if rejected.exists() else []
    merged = merge(draft, old, refused)
    replace_file(stated, statements_csv(merged.statements))
    replace_file(rejected, rejections_csv(merged.rejections))
    rows = known_plans(raw)
    if key not in rows:  # last, so that no plan stands in the list whose statements are not there
        replace_file(raw / "plans.csv", plans_csv([*rows.values(), draft.plan]))
    return merged.differences


def store_targets(folder: Path) -> None:
    """Write the normalized rows of all plans of a folder, those of earlier runs and of a person's review with them."""
    rows = []
    for key, plan in sorted(known_plans(folder).items()):
        rows += normalize_plan(plan, read_statements(folder / "statements" / f"{key}.csv"))
    replace_file(folder / "targets.csv", targets_csv(rows))
