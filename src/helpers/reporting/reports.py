"""The list of reports: a report is a notebook and its parameters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from helpers.names import as_list


class ReportError(ValueError):
    """A report cannot be run as asked; the message says what is wrong and what there is."""


@dataclass(frozen=True)
class Report:
    """One page to be made."""

    name: str
    notebook: Path
    title: str
    parameters: dict[str, Any] = field(default_factory=dict)

    def with_parameters(self, asked: Mapping[str, Any]) -> "Report":
        """The same report with some parameters set anew, under a name that says so: its page replaces no other."""
        changed = {name: value for name, value in asked.items() if self.parameters.get(name) != value}
        if not changed:
            return self
        words = ["-".join([name, *map(str, as_list(value))]) for name, value in sorted(changed.items())]
        name = re.sub(r"[^\w.-]+", "-", ".".join([self.name, *words])).strip("-")
        return replace(self, name=name, parameters={**self.parameters, **asked})

    @property
    def language(self) -> str:
        return str(self.parameters.get("language", "en"))


def read_reports(path: Path) -> list[Report]:
    """All reports of ``reports.yml``; notebooks are looked for beside it."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    reports = [
        Report(entry["name"], path.parent / entry["notebook"], entry["title"], dict(entry.get("parameters") or {}))
        for entry in entries
    ]
    names = [report.name for report in reports]
    repeated = {name for name in names if names.count(name) > 1}
    if repeated:
        msg = f"{path.name}: two reports are called {', '.join(sorted(repeated))}"
        raise ReportError(msg)
    return reports


def choose_reports(reports: list[Report], names: tuple[str, ...]) -> list[Report]:
    """The named reports, or all where none is named."""
    known = {report.name: report for report in reports}
    unknown = [name for name in names if name not in known]
    if unknown:
        msg = f"no report is called {', '.join(unknown)}; there are {', '.join(known)}"
        raise ReportError(msg)
    return [known[name] for name in names] if names else reports
