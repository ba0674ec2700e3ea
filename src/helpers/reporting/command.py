"""What `city-targets report` does, from names of reports to an exit status.

What has not changed is told by hashes before anything heavy is imported; what has is checked before a kernel starts.
"""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from helpers import paths
from helpers.names import UnknownNameError
from helpers.reporting.clock import now
from helpers.reporting.inputs import hash_inputs, hash_shared, versions
from helpers.reporting.journal import LOGGER, Journal, is_watched, logged
from helpers.reporting.lock import BusyError, only_run
from helpers.reporting.manifest import Entry, is_fresh, read_manifest
from helpers.reporting.parameters import check_parameters
from helpers.reporting.pdf import HINT, find_chromium, print_pages
from helpers.reporting.places import Known, UnreadableTableError, read_known
from helpers.reporting.reports import Report, ReportError, choose_reports, read_reports

DONE, FAILED, MISUSED, BUSY, SIGNALLED = 0, 1, 2, 3, 128
WORKING = "city-targets-"
HOOK_SECONDS = 60


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    output: Path = Path("reports")
    jobs: int = 0
    force: bool = False
    limit: float = 600
    warm: bool = True
    on_failure: str = ""
    pdf: bool = False


@dataclass(frozen=True)
class Answer:
    """Exit status and what to say: lines for standard output and for standard error."""

    status: int
    lines: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


class StoppedError(BaseException):
    """The run was told to stop by a signal."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


def make_reports(request: Request) -> Answer:
    """Make the pages that are asked for and not up to date."""
    try:
        known = _known()
        reports = read_reports(paths.notebooks() / "reports.yml", known.places)
        chosen = choose_reports(reports, request.names, request.places, known.places)
        chosen = [report.with_parameters(request.parameters) for report in chosen]
        shared = hash_shared(paths.raw(), paths.processed(), Path(__file__).parents[1], paths.root() / "README.md")
        inputs = {report.name: hash_inputs(report, shared) for report in chosen}
        stale = _stale(chosen, inputs, request)
        _check(stale, known)
    except (ReportError, UnknownNameError) as error:
        return Answer(MISUSED, faults=(str(error),))
    except UnreadableTableError as error:
        return _with_hook(request, Answer(FAILED, faults=(str(error),)))
    if request.pdf and find_chromium() is None:
        return Answer(MISUSED, faults=(f"there is nothing to print with; {HINT}",))
    answer = Answer(DONE, _summary(0, len(chosen), 0))
    if stale:
        answer = _run_alone(request, chosen, inputs, {report.name for report in reports})
    return _with_hook(request, _with_pdf(request, answer, chosen))


def _known() -> Known:
    """What the target table knows. One that cannot be read stops only those who need to know."""
    try:
        return read_known(paths.processed() / "targets.csv")
    except UnreadableTableError:
        text = (paths.notebooks() / "reports.yml").read_text(encoding="utf-8")
        if "for_each" in text:
            raise
        return Known()


def _stale(chosen: Sequence[Report], inputs: Mapping[str, dict[str, str]], request: Request) -> list[Report]:
    entries = {} if request.force else read_manifest(request.output)
    return [report for report in chosen if not is_fresh(entries.get(report.name), inputs[report.name], request.output)]


def _check(reports: Sequence[Report], known: Known) -> None:
    for report in reports:
        if not report.notebook.exists():
            msg = f"{report.name}: there is no notebook {report.notebook}"
            raise ReportError(msg)
        check_parameters(report.notebook, report.parameters, known)


def _run_alone(
    request: Request, chosen: Sequence[Report], inputs: Mapping[str, dict[str, str]], listed: set[str]
) -> Answer:
    try:
        working = tempfile.mkdtemp(prefix=WORKING)
    except OSError as error:
        return Answer(FAILED, faults=(f"there is no room for temporary files: {error}",))
    note = {"pid": os.getpid(), "started": now().isoformat(timespec="seconds"), "working": working}
    try:
        with only_run(request.output, note) as last, logged(request.output), _stopping():
            _remove_leavings(last)
            # Whoever held the lock a moment ago may have made what is asked for.
            stale = _stale(chosen, inputs, request)
            return _run(request, chosen, stale, inputs, listed, Path(working))
    except BusyError as error:
        return Answer(BUSY, faults=(str(error),))
    except OSError as error:
        return Answer(FAILED, faults=(f"nothing can be written to {request.output}: {error}",))
    finally:
        shutil.rmtree(working, ignore_errors=True)


def _run(
    request: Request,
    chosen: Sequence[Report],
    stale: Sequence[Report],
    inputs: Mapping[str, dict[str, str]],
    listed: set[str],
    working: Path,
) -> Answer:
    from helpers.reporting.fleet import Fleet
    from helpers.reporting.publish import Folder, interrupted

    folder = Folder(request.output, read_manifest(request.output), versions())
    folder.clear()
    journal = Journal(len(stale), watched=is_watched())
    fleet = Fleet(stale, working, jobs=request.jobs or _cores(), limit=request.limit, warm=request.warm)
    status = DONE
    try:
        for result in fleet.results():
            name = result.report.name
            journal.tell(folder.store(result, inputs[name], listed=name in listed), request.output / f"{name}.html")
            journal.working_on(report.name for report in fleet.working_on())
    except StoppedError as stop:
        status = SIGNALLED + stop.number
        for report in fleet.working_on():
            result = interrupted(report, f"stopped by {stop}")
            journal.tell(folder.store(result, inputs[report.name], listed=report.name in listed), request.output)
        journal.fail(f"stopped by {stop}; {len(fleet.left())} of {len(stale)} pages were not made")
    finally:
        journal.close()
    _write_overview(request, folder.entries, journal)
    lines = _summary(journal.made, len(chosen) - len(stale), len(stale) - journal.made)
    LOGGER.info("%s", lines[0])
    return Answer(status or (FAILED if journal.failures else DONE), lines, tuple(journal.failures))


def _write_overview(request: Request, entries: Mapping[str, Entry], journal: Journal) -> None:
    from helpers.reporting.overview import publish_overview

    try:
        publish_overview(request.output, entries, paths.processed() / "targets.csv", now())
    except (OSError, StopIteration) as error:  # a full disk, no font; pages and manifest are right all the same
        journal.fail(f"the list of reports could not be written: {error}")


def _summary(made: int, fresh: int, failed: int) -> tuple[str, ...]:
    return (f"{made} pages made, {fresh} as before, {failed} not made",)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _remove_leavings(last: Mapping[str, Any]) -> None:
    """Remove the working folder of a run that was killed and could not."""
    folder = Path(str(last.get("working", "")))
    if folder.name.startswith(WORKING) and folder.parent == Path(tempfile.gettempdir()):
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _stopping() -> Iterator[None]:
    """Have signals end the run in order: what runs is ended, what is written is whole."""

    def stop(number: int, _frame: object) -> None:
        raise StoppedError(number)

    before = {}
    with suppress(ValueError):  # only a main thread may deal with signals
        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _with_pdf(request: Request, answer: Answer, chosen: Sequence[Report]) -> Answer:
    """Print what was chosen, where that was asked for and the run was let finish."""
    if not request.pdf or answer.status not in (DONE, FAILED):
        return answer
    faults = print_pages(request.output / f"{report.name}.html" for report in chosen)
    status = FAILED if faults else answer.status
    return replace(answer, status=status, faults=(*answer.faults, *faults))


def _with_hook(request: Request, answer: Answer) -> Answer:
    """Run the command that was named for failures, with what went wrong as its input."""
    if not (request.on_failure and answer.faults) or answer.status == BUSY:
        return answer
    told = {"CITY_TARGETS_STATUS": str(answer.status), "CITY_TARGETS_OUTPUT": str(request.output.absolute())}
    try:
        subprocess.run(
            shlex.split(request.on_failure),
            input="\n".join(answer.faults) + "\n",
            text=True,
            check=True,
            timeout=HOOK_SECONDS,
            env={**os.environ, **told},
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        fault = f"the command for failures failed: {error}"
        return Answer(answer.status, answer.lines, (*answer.faults, fault))
    return answer
