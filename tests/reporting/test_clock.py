"""The wall clock is set while reports run and between runs: times are told, and nothing depends on them.

A clock of its own is put before all that Python imports, in the runner, its workshop and the kernels alike; where it
stands is in a file, so that it can be set at any moment.
"""

import datetime as dt
import os
import re

import pytest
from reporting_samples import Project

from helpers.reporting.manifest import read_manifest

YEARS = 10 * 365 * 24 * 3600
CLOCK = """
import os, time
true_time = time.time
def time_as_set():
    with open(os.environ["CLOCK"]) as file:
        return true_time() + float(file.read() or 0)
time.time = time_as_set
"""
SETS = """
import os, pathlib, time
clock = pathlib.Path(os.environ["CLOCK"])
once = clock.with_name("was-set")
once.exists() or clock.write_text("{0}")
once.touch()
time.sleep(1)
print("set", "it")
"""


class Clock:
    """A project whose runs see a clock that can be set."""

    def __init__(self, folder):
        self.project, self.file = Project(folder / "project"), folder / "clock"
        (folder / "first").mkdir()
        (folder / "first" / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
        self.search = os.pathsep.join([str(folder / "first"), os.environ.get("PYTHONPATH", "")])
        self.set(0)

    def set(self, seconds):
        self.file.write_text(str(seconds), encoding="ascii")

    def run(self, *arguments):
        return self.project.run(*arguments, CLOCK=str(self.file), PYTHONPATH=self.search)

    def order(self):
        return re.findall(r'<h2><a href="([^"]+)"', self.project.page("index"))


def years_of(text):
    return [int(year) for year in re.findall(r"\b(20\d\d)-\d\d-\d\d \d\d:\d\d", text)]


@pytest.mark.parametrize("jump", [YEARS, -YEARS], ids=["forwards", "backwards"])
def test_a_clock_that_is_set_during_a_run_and_between_runs_changes_no_outcome(tmp_path, jump):
    clock = Clock(tmp_path)
    project, now = clock.project, dt.datetime.now(dt.UTC).year
    project.add("2-sets", SETS.format(jump))
    project.add("10-other", "import time\nprint('year', time.localtime(time.time()).tm_year)")
    first = clock.run("--jobs", 1, "--time-limit", 200)
    assert first.returncode == 0, first.stderr
    entries = read_manifest(project.pages)
    assert dt.datetime.fromisoformat(entries["2-sets"].started).year == now
    assert 1 <= entries["2-sets"].seconds < 200, "durations and limits are of the clock that nobody sets"
    then = int(re.search(r"year (\d{4})", project.page("10-other"))[1])
    assert abs(then - now) in (9, 10, 11), "the kernel of the second report saw the new time"
    assert clock.order() == ["2-sets.html", "10-other.html"]

    pages = {path: path.stat().st_mtime_ns for path in project.pages.glob("*.html")}
    for seconds in (jump, 0, -jump):
        clock.set(seconds)
        assert clock.run().returncode == 0
        assert pages == {path: path.stat().st_mtime_ns for path in pages}, "nothing changed but the time"

    clock.set(-jump)
    table = project.root / "data" / "processed" / "targets.csv"
    head, removed, *rest = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join([head, *rest]), encoding="utf-8")
    assert clock.run("--jobs", 1).returncode == 0
    assert removed.split(",")[0] in project.page("changes"), (
        "compared with the run before, and not with the latest date"
    )
    before, after = years_of(re.search(r'class="answer">(.*?)<br>', project.page("changes"))[1])
    assert (before - now) * jump > 0 > (after - now) * jump, "both times are told, in the order of the runs"
    assert clock.order() == ["2-sets.html", "10-other.html"]


def test_a_limit_of_time_holds_though_the_clock_is_set_back(tmp_path):
    clock = Clock(tmp_path)
    clock.project.add("endless", SETS.format(-YEARS), "time.sleep(300)")
    assert clock.run("--time-limit", 15).returncode == 1
    assert read_manifest(clock.project.pages)["endless"].reason == "timeout"
