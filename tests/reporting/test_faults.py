"""Whatever is killed, full or broken: every page is an old or a new good one, and the next run recovers by itself."""

import json
import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest
from reporting_samples import Project

from helpers.reporting import fleet, forking, run
from helpers.reporting.manifest import read_manifest
from helpers.reporting.reports import Report

PATIENCE = 120
SAYS_PID = "import os, pathlib, time\npathlib.Path(r'{path}').write_text(str(os.getpid()))\n"
ON_LINUX = pytest.mark.skipif(not forking.POSSIBLE, reason="only Linux forks kernels and has tmpfs")


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def wait_for(truth, what):
    until = time.monotonic() + PATIENCE
    while not truth():
        assert time.monotonic() < until, f"no {what}"
        time.sleep(0.05)


def is_alive(pid):
    try:
        # a zombie has ended; only its parent has not looked yet
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def pid_in(path):
    return path.exists() and path.read_text(encoding="ascii").isdigit() and int(path.read_text(encoding="ascii"))


def pages(project):
    """Pages of reports; the list of them is no report's."""
    return [path for path in project.pages.glob("*.html") if path.name not in ("index.html", "changes.html")]


def assert_good(project, *expected):
    """Every page is whole and says one of the expected things; nothing half-written lies beside it."""
    for path in pages(project):
        text = path.read_text(encoding="utf-8")
        assert text.rstrip().endswith("</html>")
        assert ".failed." in path.name or any(word in text for word in expected), path.name


def assert_clean(project):
    assert not [path.name for path in project.pages.glob(".*.html.*")]
    assert not [path.name for path in project.pages.glob("*.failed.html")]


def slow(project, name="slow", seconds=300):
    pid = project.root / f"{name}.pid"
    pid.unlink(missing_ok=True)
    project.add(name, SAYS_PID.format(path=pid) + f"print('it', 'was', 'slow')\ntime.sleep({seconds})")
    return pid


def assert_recovers(project):
    """The next run needs no help: it makes the page, and what told of the failure goes."""
    slow(project, seconds=0)
    result = project.run()
    assert result.returncode == 0, result.stderr
    assert_good(project, "it was slow")
    assert_clean(project)


@ON_LINUX
def test_sigkill_of_the_runner_leaves_good_pages_and_no_process(project):
    project.add("hello", "print('the', 'old', 'one')")
    assert project.run().returncode == 0
    project.add("hello", "print('the', 'new', 'one')")
    pid = slow(project)
    with project.start("--jobs", 2) as running:
        wait_for(lambda: pid_in(pid), "kernel")
        running.kill()
    kernel = pid_in(pid)
    wait_for(lambda: not is_alive(kernel), "end of the kernel")
    assert_good(project, "the old one", "the new one")
    slow(project, seconds=0)
    (project.pages / ".hello.html.a1b2c3d4").write_text("half", encoding="utf-8")
    result = project.run()
    assert result.returncode == 0, result.stderr
    assert_good(project, "the new one", "it was slow")
    assert_clean(project)


def test_a_kernel_that_dies_and_a_cell_that_fails_are_told_and_others_go_on(project):
    project.add("killed", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    project.add("error", "print('before')", "raise ValueError('<script>')", "print('behind')")
    project.add("leaves", "import os\nos._exit(3)")
    project.add("good", "print('the', 'good', 'one')")
    result = project.run()
    assert result.returncode == 1
    entries = read_manifest(project.pages)
    assert {name: entry.reason for name, entry in entries.items()} == {
        "killed": "dead",
        "error": "error",
        "leaves": "dead",
        "good": "",
    }
    assert {entry.attempts for entry in entries.values()} == {1}, "code that fails is not tried again"
    assert "&lt;script&gt;" in project.page("error.failed")
    assert "<script>'" not in project.page("error.failed")
    assert "the kernel died in code cell 2 of killed.ipynb" in result.stderr
    assert_good(project, "the good one")
    for name in ("killed", "error", "leaves"):
        project.add(name, "print('well', 'again')")
    again = project.run()
    assert (again.returncode, again.stderr) == (0, "")
    assert_good(project, "the good one", "well again")
    assert_clean(project)


def test_an_endless_cell_is_stopped_and_its_kernel_ends(project):
    pid = slow(project)
    result = project.run("--time-limit", 15)
    assert result.returncode == 1
    assert "slow: stopped after 15 seconds" in result.stderr
    assert read_manifest(project.pages)["slow"].reason == "timeout"
    kernel = pid_in(pid)
    assert not kernel or not is_alive(kernel)
    assert [path.name for path in pages(project)] == ["slow.failed.html"]
    assert_recovers(project)


@ON_LINUX
def test_a_second_run_says_so_and_ends_with_status_3_and_an_interrupt_ends_the_first(project):
    pid = slow(project)
    with project.start() as running:
        wait_for(lambda: pid_in(pid), "kernel")
        second = project.run()
        assert second.returncode == 3
        assert f"another run is at work in {project.pages}, process {running.pid} since" in second.stderr
        running.send_signal(signal.SIGTERM)
        _, told = running.communicate(timeout=PATIENCE)
    assert running.returncode == 128 + signal.SIGTERM
    assert "stopped by SIGTERM; 1 of 1 pages were not made" in told
    entry = read_manifest(project.pages)["slow"]
    assert (entry.outcome, entry.reason, entry.page) == ("failed", "interrupted", None)
    assert not is_alive(pid_in(pid))
    assert not pages(project)
    assert_recovers(project)


@ON_LINUX
def test_a_workshop_that_is_killed_is_done_without(project):
    pid = project.root / "first.pid"
    code = SAYS_PID.format(path=pid) + "open(r'{0}', 'a').write('x')\ntime.sleep(len(open(r'{0}').read()) == 1 and 300)"
    project.add("first", code.format(project.root / "times") + "\nprint('made', 'without')")
    with project.start() as running:
        wait_for(lambda: pid_in(pid), "kernel")
        found = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(running.pid)], capture_output=True, text=True, check=True
        )
        (workshop,) = [line.split()[0] for line in found.stdout.splitlines() if "helpers.reporting.workshop" in line]
        os.kill(int(workshop), signal.SIGKILL)
        _, told = running.communicate(timeout=PATIENCE)
    # its cell had begun, so it counts as code that died with its process
    assert running.returncode == 1, told
    assert read_manifest(project.pages)["first"].reason == "dead"
    assert project.run().returncode == 0
    assert_good(project, "made without")


@pytest.fixture
def small_disk(project):
    """The folder of pages on a disk of its own, of a few megabytes."""
    project.pages.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(project.pages)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this user may not mount a disk")
    yield project.pages
    subprocess.run(["umount", str(project.pages)], check=True)


def fill(folder):
    with (folder / "filler").open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass


@ON_LINUX
@pytest.mark.skipif(shutil.which("mount") is None, reason="there is no mount")
def test_a_full_and_a_closed_disk_keep_the_old_page(project, small_disk):
    project.add("hello", "print('the', 'old', 'one')")
    assert project.run().returncode == 0
    project.add("hello", "print('the', 'new', 'one')")
    fill(small_disk)
    full = project.run()
    assert full.returncode == 1
    assert "No space left" in full.stderr
    assert_good(project, "the old one")
    (small_disk / "filler").unlink()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    closed = project.run()
    assert closed.returncode == 1
    assert "nothing can be written to" in closed.stderr
    assert_good(project, "the old one")
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert project.run().returncode == 0
    assert_good(project, "the new one")
    assert_clean(project)


def test_a_corrupt_table_and_a_missing_font_keep_the_old_page(project, tmp_path):
    project.add("figures", "import helpers as h\nh.use_style()\nprint('rows:', len(h.load_targets()) > 0)")
    assert project.run().returncode == 0
    good = project.page("figures")
    table = project.root / "data" / "processed" / "targets.csv"
    whole = table.read_bytes()
    table.write_bytes(whole[:5000] + b"\xff\xff" + whole[5002:])
    result = project.run()
    assert result.returncode == 1
    assert "figures: cell 2 of figures.ipynb failed: TableError" in result.stderr
    assert project.page("figures") == good
    table.write_bytes(whole)
    # a package of the same name before the real one, without its fonts
    (tmp_path / "shadow" / "zhplot").mkdir(parents=True)
    (tmp_path / "shadow" / "zhplot" / "__init__.py").touch()
    search = os.pathsep.join([str(tmp_path / "shadow"), os.environ.get("PYTHONPATH", "")])
    result = project.run(PYTHONPATH=search)
    assert result.returncode == 1
    assert "no Chinese font" in result.stderr
    assert project.page("figures") == good
    assert project.run().returncode == 0
    assert_good(project, "rows: True")
    assert_clean(project)


class Stumbling:
    """A launcher whose processes end before the first cell so many times, then do what they should."""

    def __init__(self, times, outcome):
        self.times, self.outcome, self.begun, self.running = times, outcome, 0, []

    def start(self, folder):
        self.begun += 1
        self.running.append(folder)

    def wait(self, _seconds):
        folder = self.running.pop()
        if self.begun > self.times:
            (folder / run.CELL).write_text("1", encoding="ascii")
            (folder / run.OUTCOME).write_text(json.dumps(self.outcome), encoding="utf-8")
        return [(folder, 1)]

    def has_begun(self, _folder):
        return True

    def close(self):
        pass


@pytest.mark.parametrize(
    ("times", "outcome", "reason", "attempts"),
    [
        (0, {}, "", 1),
        (2, {}, "", 3),
        (3, {}, "start", 3),
        (0, {"reason": "error", "message": "its code failed"}, "error", 1),
        (1, {"reason": "error", "message": "its code failed"}, "error", 2),
    ],
)
def test_what_did_not_start_is_tried_again_and_code_that_failed_is_not(
    tmp_path, monkeypatch, times, outcome, reason, attempts
):
    launcher = Stumbling(times, outcome)
    monkeypatch.setattr(fleet.Fleet, "_open", lambda *_, **__: launcher)
    report = Report("hello", tmp_path / "hello.ipynb", "Hello")
    (result,) = fleet.Fleet([report], tmp_path, jobs=1, limit=60, warm=True).results()
    assert (result.outcome.reason, result.attempts) == (reason, attempts)
    assert (result.page is None) == bool(reason)
