"""Parameters, checked before a kernel starts.

Papermill only logs a parameter that the notebook does not have and runs with the default, so a slip of the pen would
give another city's page.
"""

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import papermill
import yaml

from helpers.names import nearest
from helpers.reporting.reports import ReportError


def read_parameters(pairs: tuple[str, ...]) -> dict[str, Any]:
    """``key=value`` pairs of the command line.

    A value is YAML, so ``2025`` is a number and ``[a, b]`` a list; so is ``a,b``, with commas of either width.
    """
    found = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not (key and equals):
            msg = f"{pair!r} is not key=value"
            raise ReportError(msg)
        try:
            read = yaml.safe_load(unicodedata.normalize("NFKC", value))
        except yaml.YAMLError as error:
            msg = f"the value of {key} cannot be read: {value!r}"
            raise ReportError(msg) from error
        found[key] = [part.strip() for part in read.split(",")] if isinstance(read, str) and "," in read else read
    return found


def check_parameters(notebook: Path, parameters: Mapping[str, Any]) -> None:
    """Raise ``ReportError`` for a parameter that the notebook does not have."""
    known = papermill.inspect_notebook(str(notebook))
    for name in parameters:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean {', '.join(near)}?" if near else f"it has {', '.join(known)}"
            msg = f"{notebook.name} has no parameter {name!r}; {hint}"
            raise ReportError(msg)
