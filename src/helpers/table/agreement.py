"""How far the program's rows agree with those that a person reviewed."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from helpers.table.corrections import print_cell
from helpers.table.normalize import Row

#: Cells that a row must have right to be right as a whole.
FIELDS = (
    "value",
    "value_max",
    "unit",
    "operator",
    "measure",
    "period",
    "target_year",
    "modality",
    "sector",
    "departments",
    "indicator",
)


@dataclass
class Agreement:
    """Counts of rows found, missed and made up; of cells right by field; and what went wrong, in words."""

    found: int = 0
    missed: int = 0
    extra: int = 0
    exact: int = 0
    right: Counter[str] = field(default_factory=Counter)
    by_rule: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / max(self.found + self.missed, 1)

    @property
    def precision(self) -> float:
        return self.found / max(self.found + self.extra, 1)

    @property
    def f1(self) -> float:
        return 2 * self.recall * self.precision / max(self.recall + self.precision, 1e-9)

    @property
    def row_exact(self) -> float:
        """Rows right in all fields over all rows to be found."""
        return self.exact / max(self.found + self.missed, 1)

    def share_right(self, name: str) -> float:
        return self.right[name] / max(self.found, 1)

    def add(self, other: "Agreement") -> None:
        for name in ("found", "missed", "extra", "exact"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.right += other.right
        for rule, counts in other.by_rule.items():
            self.by_rule[rule] += counts
        self.faults += other.faults


def compare(reviewed: Sequence[Row], drafted: Sequence[Row], fields: Sequence[str] = FIELDS) -> Agreement:
    """Match rows whose figures overlap, and compare them cell by cell, letter by letter.

    Where one figure has several rows (分别), those with the same indicator are matched first.
    """
    result, free = Agreement(), list(drafted)
    for row in reviewed:
        near = [other for other in free if _overlap(row, other)]
        if not near:
            result.missed += 1
            result.faults.append(f"missed: {row['figure']} {row['indicator']}")
            continue
        other = max(near, key=lambda candidate: candidate["indicator"] == row["indicator"])
        free.remove(other)
        result.found += 1
        wrong = [name for name in fields if print_cell(row[name]) != print_cell(other[name])]
        result.right.update(name for name in fields if name not in wrong)
        result.exact += not wrong
        result.by_rule[str(other["rule"])].update(made=1, found=1, exact=int(not wrong))
        result.faults += [_explain(row, other, wrong)] if wrong else []
    result.extra = len(free)
    for row in free:
        result.by_rule[str(row["rule"])]["made"] += 1
    result.faults += [f"made up: {row['figure']} {row['indicator']}" for row in free]
    return result


def describe(name: str, result: Agreement) -> str:
    """One line of a report."""
    fields = " ".join(f"{field} {result.share_right(field):.2f}" for field in FIELDS)
    scores = f"recall {result.recall:.3f} precision {result.precision:.3f} row-exact {result.row_exact:.3f}"
    return f"{name}: {result.found + result.missed} rows, {scores}\n    {fields}"


def describe_rules(result: Agreement) -> str:
    """One line for each rule: rows made, how many of them stand where a reviewed row does, and how many are exact."""
    lines = sorted(result.by_rule.items(), key=lambda pair: -pair[1]["made"])
    width = max((len(rule) for rule, _ in lines), default=0)
    return "\n".join(
        f"    {rule:{width}}  {counts['made']:4} rows, precision {counts['found'] / counts['made']:.3f}, "
        f"row-exact {counts['exact'] / counts['made']:.3f}"
        for rule, counts in lines
    )


def _overlap(row: Row, other: Row) -> bool:
    return int(row["char_start"]) < int(other["char_end"]) and int(other["char_start"]) < int(row["char_end"])


def _explain(row: Row, other: Row, wrong: Sequence[str]) -> str:
    cells = ", ".join(f"{name} {print_cell(other[name])!r} for {print_cell(row[name])!r}" for name in wrong)
    return f"{row['figure']} {row['indicator']}: {cells}"
