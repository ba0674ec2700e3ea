"""Many reports at once: some at a time, each in a folder of its own, each with a limit of time."""

import datetime as dt
import json
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers.reporting import forking, run
from helpers.reporting.clock import now
from helpers.reporting.launching import LaunchError, Separate, Workshop
from helpers.reporting.reports import Report

ATTEMPTS = 3
TICK = 0.5
KILLED = -9


@dataclass(frozen=True)
class Result:
    """One report's run: what became of it, and the page's file where it is good."""

    report: Report
    outcome: run.Outcome
    started: dt.datetime
    seconds: float
    attempts: int
    page: Path | None = None


@dataclass
class Task:
    """A report that is being run. ``began`` is on the clock that nobody sets."""

    report: Report
    folder: Path
    attempt: int
    started: dt.datetime
    began: float
    late: bool = False


class Fleet:
    """Reports to run, and those that are running."""

    def __init__(self, reports: Sequence[Report], base: Path, *, jobs: int, limit: float, warm: bool) -> None:
        self._waiting = [(report, 1) for report in reports]
        self._running: dict[Path, Task] = {}
        self._base, self._jobs, self._limit = base, jobs, limit
        self._log = base / "log"
        self._number = 0
        self._launcher = self._open(warm=warm)

    def results(self) -> Iterator[Result]:
        """Results as they come. What still runs when nobody takes them any more is ended."""
        try:
            while self._waiting or self._running:
                yield from self._turn()
        finally:
            self._launcher.close()

    def working_on(self) -> list[Report]:
        return [task.report for task in self._running.values()]

    def left(self) -> list[Report]:
        """Reports without a result."""
        return [*self.working_on(), *(report for report, _ in self._waiting)]

    def _open(self, *, warm: bool) -> Workshop | Separate:
        return (Workshop if warm and forking.POSSIBLE else Separate)(self._log)

    def _turn(self) -> Iterator[Result]:
        try:
            while self._waiting and len(self._running) < self._jobs:
                self._begin(*self._waiting.pop(0))
            ended = self._launcher.wait(TICK)
        except LaunchError:
            # All that it had begun ended with it; the others go on without it.
            self._launcher.close()
            self._launcher = self._open(warm=False)
            ended = [(folder, KILLED) for folder in self._running]
        for folder, status in ended:
            yield from self._finish(self._running.pop(folder), status)
        for task in self._running.values():
            self._watch(task)

    def _begin(self, report: Report, attempt: int) -> None:
        self._number += 1
        folder = self._base / str(self._number)
        folder.mkdir()
        started = now()
        run.write_order(folder, report, started)
        self._running[folder] = Task(report, folder, attempt, started, time.monotonic())
        self._launcher.start(folder)

    def _watch(self, task: Task) -> None:
        if not self._launcher.has_begun(task.folder):
            task.began = time.monotonic()  # it waits for the workshop to open
        elif time.monotonic() - task.began > self._limit:
            task.late = True
            self._launcher.end(task.folder)

    def _finish(self, task: Task, status: int) -> Iterator[Result]:
        outcome = self._outcome(task, status)
        if outcome.reason == "start" and task.attempt < ATTEMPTS:
            self._waiting.insert(0, (task.report, task.attempt + 1))
            return
        page = None if outcome.reason else task.folder / run.PAGE
        seconds = round(time.monotonic() - task.began, 3)
        yield Result(task.report, outcome, task.started, seconds, task.attempt, page)
        shutil.rmtree(task.folder, ignore_errors=True)

    def _outcome(self, task: Task, status: int) -> run.Outcome:
        where = run.where_it_stood(task.folder)
        if task.late:
            return run.Outcome("timeout", f"stopped after {self._limit:g} seconds {where}", _log_of(task.folder))
        try:
            return run.Outcome(**json.loads((task.folder / run.OUTCOME).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            # Nothing of the notebook's had run, so it is not its code that failed.
            reason = "dead" if (task.folder / run.CELL).exists() else "start"
            return run.Outcome(reason, f"its process ended with status {status} {where}", _log_of(task.folder))


def _log_of(folder: Path) -> str:
    try:
        return (folder / forking.LOG).read_text(encoding="utf-8", errors="replace")[-4000:]
    except OSError:
        return ""
