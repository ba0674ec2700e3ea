"""A project of its own for tests of the runner: small notebooks, the words and tables of the real one, no pages."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import yaml

from helpers import paths
from helpers.reporting.overview import CHANGES, INDEX

HOME = paths.root()
HELLO = 'print("hello", word, places)\n'
PARAMETERS = 'word = "a"  # a word\nplaces = None  # None for all, or one or several\nlanguage = "en"  # "en" or "zh"\n'


def notebook(*cells, parameters=PARAMETERS):
    """A notebook with a cell of parameters and the given code cells."""
    new = nbformat.v4
    first = new.new_code_cell(parameters, metadata={"tags": ["parameters"]})
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return new.new_notebook(cells=[first, *map(new.new_code_cell, cells)], metadata=kernel)


class Project:
    """A root folder with notebooks and tables, and the command that makes its pages."""

    def __init__(self, root):
        self.root, self.pages = root, root / "reports"
        (root / "notebooks").mkdir(parents=True)
        for part in ("raw", "processed"):
            shutil.copytree(HOME / "data" / part, root / "data" / part, ignore=shutil.ignore_patterns("documents"))
        self.reports = []

    def add(self, name, *cells, **entry):
        """A report with a notebook of its own."""
        nbformat.write(notebook(*cells), self.root / "notebooks" / f"{name}.ipynb")
        self.reports = [old for old in self.reports if old["name"] != name]
        self.reports.append({"name": name, "notebook": f"{name}.ipynb", "title": name.capitalize(), **entry})
        text = yaml.safe_dump(self.reports, allow_unicode=True)
        (self.root / "notebooks" / "reports.yml").write_text(text, encoding="utf-8")

    def environment(self, **added):
        return {**os.environ, "CITY_TARGETS_ROOT": str(self.root), **added}

    def command(self, *arguments):
        return [sys.executable, "-m", "helpers", "report", "--output", str(self.pages), *map(str, arguments)]

    def run(self, *arguments, **environment):
        return subprocess.run(
            self.command(*arguments),
            env=self.environment(**environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def start(self, *arguments, **environment):
        return subprocess.Popen(
            self.command(*arguments),
            env=self.environment(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def page(self, name):
        return (self.pages / f"{name}.html").read_text(encoding="utf-8")

    def names(self):
        """Files of pages and of failures, without the list of reports and the page of changes."""
        return sorted(path.name for path in Path(self.pages).glob("*.html") if path.name not in (INDEX, CHANGES))
