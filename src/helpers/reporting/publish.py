"""Results → files: a good page replaces the old one in one step, a failure stands beside it, the manifest tells."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpers.files import replace_file
from helpers.reporting.clock import now
from helpers.reporting.fitting import LARGEST
from helpers.reporting.fleet import Result
from helpers.reporting.manifest import FAILED, MADE, Entry, describe_page, write_manifest
from helpers.reporting.reports import Report
from helpers.reporting.run import Outcome
from helpers.reporting.shortening import shorten_paths
from helpers.telling.phrases import say

#: What a killed run leaves of a page that it was writing.
HALVES = ".*.html.????????", ".*.pdf.????????", ".manifest.json.????????", ".last-run.json.????????"
FAILURE = ".failed.html"


@dataclass
class Folder:
    """The folder of pages, with its manifest as it stands."""

    path: Path
    entries: dict[str, Entry]
    versions: Mapping[str, str] = field(default_factory=dict)

    def clear(self) -> None:
        """Remove what a killed run left half-written."""
        for pattern in HALVES:
            for path in self.path.glob(pattern):
                path.unlink(missing_ok=True)

    def store(self, result: Result, inputs: Mapping[str, str], *, listed: bool) -> Entry:
        """Publish one result and enter it into the manifest; the entry says whether the page stands."""
        entry = self._entry(result, inputs, listed=listed)
        if result.page is not None:
            entry = self._publish(entry, result.page)
        if entry.outcome == FAILED and entry.reason != "interrupted":
            entry = self._tell_failure(entry, result.outcome.details)
        self.entries[entry.name] = replace(entry, message=shorten_paths(entry.message))
        try:
            write_manifest(self.path, self.entries, now().isoformat(timespec="seconds"))
        except OSError as error:
            message = entry.message or f"the manifest in {self.path} cannot be written: {error}"
            return replace(entry, outcome=FAILED, reason=entry.reason or "publishing", message=message)
        return entry

    def _entry(self, result: Result, inputs: Mapping[str, str], *, listed: bool) -> Entry:
        report, old = result.report, self.entries.get(result.report.name)
        return Entry(
            name=report.name,
            notebook=report.notebook.name,
            entry=report.entry or report.name,
            place=report.place,
            title=report.title,
            titles=report.titles,
            language=report.language,
            parameters=report.parameters,
            listed=listed,
            outcome=FAILED if result.outcome.reason else MADE,
            reason=result.outcome.reason,
            message=result.outcome.message,
            started=result.started.isoformat(timespec="seconds"),
            seconds=result.seconds,
            attempts=result.attempts,
            inputs=dict(inputs),
            versions=dict(self.versions),
            page=old.page if old else None,
            previous=old.previous if old else None,
            failure=old.failure if old else None,
        )

    def _publish(self, entry: Entry, made: Path) -> Entry:
        path = self.path / f"{entry.name}.html"
        try:
            replace_file(path, made.read_bytes())
            page = describe_page(path, entry.started, entry.inputs)
        except OSError as error:
            return replace(entry, outcome=FAILED, reason="publishing", message=f"{path} cannot be written: {error}")
        (self.path / f"{entry.name}{FAILURE}").unlink(missing_ok=True)
        message = f"its page has {page.bytes:,} bytes, more than {LARGEST:,}" if page.bytes > LARGEST else ""
        return replace(entry, message=message, page=page, previous=entry.page, failure=None)

    def _tell_failure(self, entry: Entry, details: str) -> Entry:
        path = self.path / f"{entry.name}{FAILURE}"
        try:
            replace_file(path, failure_page(entry, details).encode())
        except (OSError, StopIteration):  # a full disk, a closed folder, no font; the exit status still tells
            return entry
        return replace(entry, failure=path.name)


def failure_page(entry: Entry, details: str) -> str:
    """A page that says why there is no new one."""
    from helpers.reporting.shell import render_page

    language = entry.language
    kept = say("failure_kept", language, page=entry.page.file) if entry.page else say("failure_none", language)
    started = dt.datetime.fromisoformat(entry.started)
    return render_page(
        "failure.html",
        language={"zh": "zh-CN"}.get(language, language),
        say=lambda key: say(key, language),
        title=say("failure_title", language, title=entry.title),
        reason=say(f"failure_{entry.reason}", language),
        kept=kept,
        message=shorten_paths(entry.message),
        parameters={name: str(value) for name, value in entry.parameters.items()},
        details=shorten_paths(details),
        footer=say("failure_footer", language, started=f"{started:%Y-%m-%d %H:%M}", notebook=entry.notebook),
    )


def interrupted(report: Report, message: str) -> Result:
    """The result of a report that was not let finish."""
    return Result(report, Outcome("interrupted", message), now(), 0.0, 0)
