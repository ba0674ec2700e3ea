"""How long reports take, as ratios to the plain loop of papermill and nbconvert in the same run; it judges nothing.

Run by ``make bench``. Of the fleet the plain loop, which would take an hour, runs on every tenth report only, and its
time is taken times ten; ``--every 1`` runs it on all, ``--places 20`` makes a smaller fleet.
"""

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from helpers import paths
from helpers.reporting.places import read_known
from helpers.reporting.reports import read_reports

BINARIES = Path(sys.executable).parent
FLEET = "city-profile"


def seconds_of(*commands: list[str], **environment: str) -> float:
    start = time.perf_counter()
    for command in commands:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def plain_loop(report: object, folder: Path) -> list[list[str]]:
    """The two commands that a report takes by hand."""
    executed = str(folder / "executed.ipynb")
    given = [part for name, value in report.parameters.items() for part in ("-p", name, str(value))]
    run = [str(BINARIES / "papermill"), "-k", "python3", str(report.notebook), executed, *given]
    return [run, [str(BINARIES / "jupyter"), "nbconvert", "--to", "html", "--no-input", executed]]


def compare(title: str, root: Path, names: list[str], every: int) -> None:
    """Print cold and unchanged runs of the reports against the plain loop, taken in turn with it."""
    environment = {**os.environ, "CITY_TARGETS_ROOT": str(root)}
    known = read_known(root / "data" / "processed" / "targets.csv")
    reports = read_reports(root / "notebooks" / "reports.yml", known.places)
    reports = [report for report in reports if not names or report.entry in names]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "pages"
        ours = [sys.executable, "-m", "helpers", "report", "--output", str(output), *names]
        sample = reports[::every]
        half = len(sample) // 2
        plain = sum(seconds_of(*plain_loop(report, Path(folder)), **environment) for report in sample[:half])
        cold = seconds_of(ours, **environment)
        plain += sum(seconds_of(*plain_loop(report, Path(folder)), **environment) for report in sample[half:])
        plain *= len(reports) / len(sample)
        again = seconds_of(ours, **environment)
        pages = len(list(output.glob("*.html")))
    line = f"{title}: {len(reports)} reports, {pages} pages; plain loop {plain:.1f} s"
    line += f" (from {len(sample)} of them)" if every > 1 else ""
    print(f"{line}; cold {cold:.1f} s, ratio {cold / plain:.3f}; nothing changed {again:.2f} s")  # noqa: T201


def invented_project(root: Path, places: int) -> None:
    """A project with the shipped notebooks and a table of invented places, each with the targets of a real one."""
    shutil.copytree(paths.root() / "notebooks", root / "notebooks")
    shutil.copytree(paths.raw(), root / "data" / "raw", ignore=shutil.ignore_patterns("documents"))
    (root / "data" / "processed").mkdir()
    with (paths.processed() / "targets.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    real = list(dict.fromkeys(row["place"] for row in rows))
    with (root / "data" / "processed" / "targets.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        for number in range(places):
            new = {"place": f"虚构{number:03d}市", "place_en": f"Invented {number:03d}", "adcode": f"99{number:04d}"}
            for row in rows:
                if row["place"] == real[number % len(real)]:
                    writer.writerow({**row, **new, "target_id": f"{row['target_id'][:-4]}{number:04d}"})
    if not (root / "notebooks" / f"{FLEET}.ipynb").exists():
        entry = {"notebook": "1-what-is-promised.ipynb", "title": "{place_en}", "for_each": {"places": "all"}}
        text = json.dumps([{"name": FLEET, **entry}])  # JSON is YAML too
        (root / "notebooks" / "reports.yml").write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=100, help="places of the fleet; 0 for none")
    parser.add_argument("--every", type=int, default=10, help="run the plain loop on each so many-th page of the fleet")
    parser.add_argument("--skip-default", action="store_true", help="only the fleet")
    asked = parser.parse_args()
    if not asked.skip_default:
        compare("all default reports", paths.root(), [], every=1)
    if asked.places:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "project"
            root.mkdir()
            invented_project(root, asked.places)
            compare("fleet of city profiles", root, [FLEET], every=asked.every)


if __name__ == "__main__":
    main()
