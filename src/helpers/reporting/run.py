"""A report's notebook, run with its parameters; a page of it, if it ran to its end.

Run as a program with a folder, which holds an order, it leaves page and outcome there: `fleet.py` starts it so.
"""

import json
import os
import re
import sys
import traceback
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from helpers.reporting.reports import Report

ORDER, OUTCOME, PAGE, CELL = "order.json", "outcome.json", "page.html", "cell"
START_SECONDS = 60
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class RunError(RuntimeError):
    """A notebook did not run to its end; ``reason`` is one of the manifest's, ``details`` the traceback."""

    def __init__(self, reason: str, message: str, details: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        self.details = details


@dataclass(frozen=True)
class Outcome:
    """What became of a run: no reason means that the page is there and good."""

    reason: str = ""
    message: str = ""
    details: str = ""


def write_order(folder: Path, report: Report, made: datetime) -> None:
    order = {**asdict(report), "notebook": str(report.notebook.absolute()), "made": made.isoformat()}
    (folder / ORDER).write_text(json.dumps(order, ensure_ascii=False), encoding="utf-8")


def carry_out(folder: Path) -> None:
    """Do what the folder's order says and leave page and outcome in it. The folder becomes the current one."""
    order = json.loads((folder / ORDER).read_text(encoding="utf-8"))
    made = datetime.fromisoformat(order.pop("made"))
    report = Report(**{**order, "notebook": Path(order["notebook"])})
    os.chdir(folder)
    try:
        notebook = run_notebook(report)
        # nbconvert is not needed where the notebook fails
        from helpers.reporting.export import export_page

        (folder / PAGE).write_text(export_page(notebook, report, made), encoding="utf-8")
        outcome = Outcome()
    except RunError as error:
        outcome = Outcome(error.reason, str(error), error.details)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is told, not lost with this process
        message = f"no page could be made of {report.notebook.name}: {type(error).__name__}: {error}"
        outcome = Outcome("error", message, traceback.format_exc())
    (folder / OUTCOME).write_text(json.dumps(asdict(outcome), ensure_ascii=False), encoding="utf-8")


def run_notebook(report: Report) -> Any:
    """The executed notebook. The one in ``notebooks/`` stays as it is; what a run writes goes to the current folder.

    Raises ``RunError`` unless every cell ran and none failed.
    """
    import papermill
    from nbclient.exceptions import DeadKernelError
    from traitlets.config import Config

    # A kernel of the same name in the user's own folder would run another Python than this one; a profile of
    # the user's could change what a report says.
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    os.environ["IPYTHONDIR"] = str(Path.cwd() / "ipython")
    try:
        notebook = papermill.execute_notebook(
            str(report.notebook),
            "executed.ipynb",
            report.parameters,
            kernel_name="python3",
            progress_bar=False,
            request_save_on_cell_execute=False,
            start_timeout=START_SECONDS,
            # Sockets in a folder instead of open ports: no clash between runs, and nobody on the machine can listen.
            config=Config({"KernelManager": {"transport": "ipc"}}),
            extra_arguments=["--HistoryManager.enabled=False"],
            shutdown_kernel="immediate",
            on_cell_start=_note_cell,
        )
    except papermill.PapermillExecutionError as error:
        where = f"cell {error.exec_count} of {report.notebook.name}"
        details = COLOURS.sub("", "\n".join(error.traceback))
        raise RunError("error", f"{where} failed: {error.ename}: {error.evalue}", details) from error
    except DeadKernelError as error:
        raise RunError("dead", f"the kernel died {where_it_stood(Path())} of {report.notebook.name}") from error
    except Exception as error:
        if Path(CELL).exists():
            raise
        message = f"no kernel started for {report.notebook.name}: {type(error).__name__}: {error}"
        raise RunError("start", message, traceback.format_exc()) from error
    _refuse_unfinished(report, notebook)
    return notebook


def where_it_stood(folder: Path) -> str:
    """The cell that a run was in when it last said so."""
    try:
        return f"in code cell {(folder / CELL).read_text(encoding='ascii')}"
    except OSError:
        return "before the first cell"


def _note_cell(cell: Any, cell_index: int) -> None:  # noqa: ARG001 - nbclient names both
    if cell.cell_type == "code" and cell.source:
        note = Path(CELL)
        before = int(note.read_text(encoding="ascii")) if note.exists() else 0
        note.write_text(str(before + 1), encoding="ascii")


def _refuse_unfinished(report: Report, notebook: Any) -> None:
    """Papermill marks all cells completed when a kernel dies; only execution counts tell which ones ran."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source]
    skipped = [cell for cell in cells if not cell.execution_count]
    failed = [cell for cell in cells if any(output.output_type == "error" for output in cell.outputs)]
    if skipped:
        raise RunError("unfinished", f"{len(skipped)} cells of {report.notebook.name} never ran")
    if failed:
        raise RunError("error", f"{len(failed)} cells of {report.notebook.name} failed")


if __name__ == "__main__":
    carry_out(Path(sys.argv[1]))
