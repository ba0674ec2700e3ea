"""What can be wrong with a table, said so that a person can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong: where it stands, what stands there, what is expected."""

    file: str
    line: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        where = (
            self.file
            + (f", line {self.line}" if self.line else "")
            + (f", column {self.column}" if self.column else "")
        )
        found = f": {self.value!r}" if self.value or self.column else ""
        return f"{where}{found}; expected {self.expected}"


class TableError(ValueError):
    """A table is not fit to be used. ``faults`` lists everything that is wrong with it."""

    def __init__(self, name: str, faults: Sequence[Fault]):
        self.faults = tuple(sorted(faults))
        count = f"{len(self.faults)} faults" if len(self.faults) > 1 else "1 fault"
        super().__init__(f"{name} cannot be used, {count}:\n" + "\n".join(f"  {fault}" for fault in self.faults))
