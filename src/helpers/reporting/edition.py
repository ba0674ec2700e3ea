"""Which data a page was made from, and which changes of method a reader of older pages should know."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helpers.reporting.method import changes_of_method
from helpers.reporting.sources import Sources


@dataclass(frozen=True)
class Edition:
    """The version of the data and of the method."""

    digest: str
    targets: int
    plans: int
    issued: str
    changes: tuple[str, ...] = ()


def read_edition(sources: Sources, processed: Path, readme: Path) -> Edition:
    """The table's hash, how much it holds and how late it reaches, and the changes of method that the README lists."""
    table = processed / "targets.csv"
    used = {row["plan_id"] for row in sources.targets.values()}
    issued = max((str(sources.plans[key]["issued"]) for key in used if key in sources.plans), default="")
    return Edition(
        digest=hashlib.sha256(table.read_bytes()).hexdigest()[:12] if table.exists() else "",
        targets=len(sources.targets),
        plans=len(used),
        issued=issued,
        changes=changes_of_method(readme.read_text(encoding="utf-8") if readme.exists() else ""),
    )


def describe(edition: Edition) -> Mapping[str, object]:
    """What fills the gaps of the phrase that says the version of the data."""
    return {
        "rows": edition.targets,
        "plans": edition.plans,
        "issued": edition.issued,
        "digest": edition.digest,
    }
