"""A report's notebook, run with its parameters."""

import os
import tempfile
from pathlib import Path

import nbformat
import papermill
from traitlets.config import Config

from helpers.reporting.reports import Report

#: Sockets in a folder instead of open ports: no clash between runs, and nobody on the machine can listen.
PRIVATE = Config({"KernelManager": {"transport": "ipc"}})


class RunError(RuntimeError):
    """A notebook did not run to its end; the message holds the failing cell's error."""


def run_notebook(report: Report) -> nbformat.NotebookNode:
    """The executed notebook; the one in ``notebooks/`` stays as it is."""
    # A kernel of the same name in the user's own folder would run another Python than this one.
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / report.notebook.name
        try:
            papermill.execute_notebook(
                str(report.notebook),
                str(output),
                report.parameters,
                kernel_name="python3",
                progress_bar=False,
                config=PRIVATE,
            )
        except papermill.PapermillExecutionError as error:
            where = f"{report.name}: cell {error.exec_count} of {report.notebook.name}"
            msg = f"{where} failed: {error.ename}: {error.evalue}"
            raise RunError(msg) from error
        notebook = nbformat.read(output, as_version=4)
    _refuse_unfinished(report, notebook)
    return notebook


def _refuse_unfinished(report: Report, notebook: nbformat.NotebookNode) -> None:
    """Papermill marks all cells completed when a kernel dies; only execution counts tell which ones ran."""
    skipped = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source and not cell.execution_count]
    if skipped:
        msg = f"{report.name}: {len(skipped)} cells of {report.notebook.name} never ran"
        raise RunError(msg)
