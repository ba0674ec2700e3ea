"""The command as a scheduler sees it: exit statuses, what is written, and what is not run again."""

import json
import os

import pytest
from click.testing import CliRunner
from reporting_samples import Project

from helpers.__main__ import main
from helpers.reporting import command
from helpers.reporting.manifest import read_manifest

HELLO = 'print("hello", word, places)'


@pytest.fixture(scope="module")
def run_once(tmp_path_factory):
    """A project whose reports were run once: two that are good, one that fails, and one of other parameters."""
    project = Project(tmp_path_factory.mktemp("project"))
    project.add("hello", HELLO)
    project.add("other", "print(2 + 2)", title={"en": "Other", "zh": "另一份"})
    project.add("broken", "1 / 0", parameters={"word": "<b>"})
    told = project.root / "told"
    hook = f"sh -c 'cat > {told}; echo $CITY_TARGETS_STATUS $CITY_TARGETS_OUTPUT >> {told}'"
    result = project.run("--on-failure", hook)
    return project, result, told.read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path, monkeypatch):
    made = Project(tmp_path)
    made.add("hello", HELLO)
    monkeypatch.setenv("CITY_TARGETS_ROOT", str(made.root))
    return made


def invoke(project, *arguments):
    return CliRunner().invoke(main, ["report", "--output", str(project.pages), *arguments])


def test_a_failure_has_status_1_and_stops_no_other_report(run_once):
    project, result, _ = run_once
    assert result.returncode == 1
    assert project.names() == ["broken.failed.html", "hello.html", "other.html", "other.zh.html"]
    assert "hello a None" in project.page("hello")


def test_without_a_terminal_it_says_nothing_but_failures_and_keeps_a_log(run_once):
    project, result, _ = run_once
    assert result.stdout == ""
    assert result.stderr.splitlines() == ["broken: cell 3 of broken.ipynb failed: ZeroDivisionError: division by zero"]
    log = (project.pages / "report.log").read_text(encoding="utf-8")
    assert "made hello in" in log
    assert "3 pages made, 0 as before, 1 not made" in log


def test_the_command_for_failures_reads_what_failed(run_once):
    project, _, told = run_once
    assert told.startswith("broken: cell 3 of broken.ipynb failed: ZeroDivisionError")
    assert told.endswith(f"1 {project.pages}\n")


def test_a_failure_is_told_on_a_page_of_its_own_with_traceback_and_parameters(run_once):
    page = run_once[0].page("broken.failed")
    assert "ZeroDivisionError" in page
    assert "There is no earlier page." in page
    assert "&lt;b&gt;" in page
    assert "<td><b></td>" not in page


def test_the_manifest_says_what_was_made_from_what(run_once):
    held = json.loads((run_once[0].pages / "manifest.json").read_text(encoding="utf-8"))
    assert held["format"] == 1
    entry = held["reports"]["other.zh"]
    assert (entry["entry"], entry["title"], entry["language"]) == ("other", "另一份", "zh")
    assert (entry["outcome"], entry["reason"], entry["listed"], entry["failure"]) == ("made", "", True, None)
    assert entry["page"]["file"] == "other.zh.html"
    assert set(entry["inputs"]) == {"data", "targets", "package", "versions", "method", "notebook", "parameters"}
    assert {"python", "pandas", "papermill"} <= set(entry["versions"])
    assert entry["seconds"] > 0
    failed = held["reports"]["broken"]
    assert (failed["outcome"], failed["reason"], failed["page"]) == ("failed", "error", None)
    assert failed["failure"] == "broken.failed.html"


def test_a_list_of_reports_and_a_page_of_changes_stand_beside_the_pages(run_once):
    project = run_once[0]
    listed = project.page("index")
    assert all(f'href="{name}.html"' in listed for name in ("hello", "other", "other.zh", "broken.failed"))
    assert "Failed" in listed
    assert "This is the first run" in project.page("changes")


@pytest.mark.parametrize("stale", [True, False])
def test_printing_without_a_browser_is_refused_before_anything_runs(run_once, tmp_path, monkeypatch, stale):
    project = run_once[0]
    monkeypatch.setenv("CITY_TARGETS_ROOT", str(project.root))
    monkeypatch.setenv("CITY_TARGETS_CHROMIUM", str(tmp_path / "none"))
    monkeypatch.setattr(command, "_run_alone", lambda *_: pytest.fail("it ran"))
    result = invoke(project, "hello", "--pdf", *(["--force"] if stale else []))
    assert result.exit_code == 2
    assert "install Chromium" in result.output


def test_each_page_is_printed_once(run_once, tmp_path, monkeypatch):
    """With a stand-in for the browser, which writes what it is asked for."""
    project = run_once[0]
    browser = tmp_path / "browser"
    browser.write_text(
        '#!/bin/sh\nfor part; do case "$part" in --print-to-pdf=*) echo "%PDF" > "${part#*=}";; esac; done\n',
        encoding="utf-8",
    )
    browser.chmod(0o755)
    monkeypatch.setenv("CITY_TARGETS_ROOT", str(project.root))
    monkeypatch.setenv("CITY_TARGETS_CHROMIUM", str(browser))
    for _ in range(2):
        assert invoke(project, "hello", "other*", "--pdf").exit_code == 0
    printed = sorted(path.name for path in project.pages.glob("*.pdf"))
    assert printed == ["hello.pdf", "other.pdf", "other.zh.pdf"]
    browser.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert invoke(project, "hello", "--pdf").exit_code == 0, "it is printed already"
    os.utime(project.pages / "hello.html", (0, 0))
    assert invoke(project, "hello", "--pdf").exit_code == 1, "another page's, whatever the clock said"
    (project.pages / "hello.pdf").unlink()
    result = invoke(project, "hello", "--pdf")
    assert result.exit_code == 1
    assert "hello: not printed" in result.output


def test_what_has_not_changed_is_not_run_again(run_once, monkeypatch):
    """In this process, so that a kernel that started all the same would be seen."""
    project = run_once[0]
    monkeypatch.setenv("CITY_TARGETS_ROOT", str(project.root))
    monkeypatch.setattr(command, "_run_alone", lambda *_: pytest.fail("it ran"))
    before = {path.name: path.stat().st_mtime_ns for path in project.pages.iterdir()}
    assert invoke(project, "hello", "other*").exit_code == 0
    assert before == {path.name: path.stat().st_mtime_ns for path in project.pages.iterdir()}


def test_a_failure_keeps_the_last_good_page_and_goes_when_all_is_well(run_once):
    project = run_once[0]
    good, first = project.page("hello"), read_manifest(project.pages)["hello"]
    project.add("hello", "import nothing_of_that_name", title="Hello")
    project.add("broken", "print('well again')", title="Broken")
    assert project.run("--force", "hello", "broken", "other").returncode == 1
    entries = read_manifest(project.pages)
    assert project.page("hello") == good
    assert "The last good page is kept: hello.html." in project.page("hello.failed")
    assert (entries["hello"].outcome, entries["hello"].page) == ("failed", first.page)
    assert "well again" in project.page("broken")
    assert entries["broken"].failure is None
    assert entries["other"].previous is not None, "it was forced"
    assert "broken.failed.html" not in project.names()


def change_data(project):
    path = project.root / "data" / "raw" / "actuals.csv"
    path.write_bytes(path.read_bytes() + b"\n")


def change_notebook(project):
    project.add("hello", HELLO + "  # changed")


def change_title(project):
    project.add("hello", HELLO, title="Another")


def change_parameter(project):
    project.add("hello", HELLO, parameters={"word": "b"})


def remove_page(project):
    (project.pages / "hello.html").unlink()


def spoil_page(project):
    (project.pages / "hello.html").write_text("spoiled", encoding="utf-8")


def spoil_manifest(project):
    (project.pages / "manifest.json").write_text('{"format": 1, "reports": [', encoding="utf-8")


CHANGES = [change_data, change_notebook, change_title, change_parameter, remove_page, spoil_page, spoil_manifest]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_a_page_depends_on_has_it_made_anew(project, pretend, change):
    assert invoke(project).exit_code == 0
    assert pretend == ["hello"]
    assert invoke(project).exit_code == 0
    assert pretend == ["hello"]
    change(project)
    assert invoke(project).exit_code == 0
    assert pretend == ["hello", "hello"]


def test_a_clock_that_was_set_changes_nothing(project, pretend):
    """Times are told and never compared: not for what is fresh, nor for what is last."""
    invoke(project)
    manifest = project.pages / "manifest.json"
    held = json.loads(manifest.read_text(encoding="utf-8"))
    held["written"] = held["reports"]["hello"]["started"] = held["reports"]["hello"]["page"]["made"] = (
        "2099-01-01T00:00"
    )
    manifest.write_text(json.dumps(held), encoding="utf-8")
    for time in (0, 4_000_000_000):
        os.utime(project.pages / "hello.html", (time, time))
        assert invoke(project).exit_code == 0
        assert pretend == ["hello"]
    change_notebook(project)
    os.utime(project.root / "notebooks" / "hello.ipynb", (0, 0))
    assert invoke(project).exit_code == 0
    assert pretend == ["hello", "hello"]


@pytest.fixture
def pretend(monkeypatch):
    """Pages are written without running anything; the names of those that would have run."""
    import datetime as dt  # noqa: PLC0415

    from helpers.reporting import fleet, run  # noqa: PLC0415

    names = []

    def results(self):
        for report, _ in self._waiting:
            page = self._base / "page.html"
            page.write_text(f"page {len(names)}", encoding="utf-8")
            names.append(report.name)
            yield fleet.Result(report, run.Outcome(), dt.datetime.now(dt.UTC), 0.1, 1, page)

    monkeypatch.setattr(fleet.Fleet, "results", results)
    monkeypatch.setattr(fleet.Fleet, "_open", lambda *_, **__: None)
    return names


def test_a_machine_without_room_for_temporary_files_is_told_so(project, monkeypatch):
    def full(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(command.tempfile, "mkdtemp", full)
    result = invoke(project)
    assert result.exit_code == 1
    assert "there is no room for temporary files: [Errno 28]" in result.output
    assert not project.pages.exists()


def test_a_run_looks_again_once_the_lock_is_its_own(project, pretend, monkeypatch):
    """Another run may have made the page while this one hashed."""
    invoke(project)
    stale = command._stale
    answers = iter([[1], None])
    monkeypatch.setattr(command, "_check", lambda *_: None)
    monkeypatch.setattr(command, "_stale", lambda *given: next(answers) or stale(*given))
    assert invoke(project).exit_code == 0
    assert pretend == ["hello"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["helo"], "no report is called helo; did you mean hello?"),
        (["-p", "wrd=a"], "no parameter 'wrd'; did you mean word?"),
        (["-p", "word=2"], "word is a text such as 'a', not 2"),
        (["-p", "places=Lanzhuo"], "did you mean 兰州市 / Lanzhou"),
        (["-p", "language=cn"], "language is one of en, zh, not 'cn'"),
        (["--places", "Lanzhuo"], "did you mean 兰州市 / Lanzhou"),
        (["-p", "word"], "'word' is not key=value"),
    ],
)
def test_a_slip_ends_with_status_2_and_writes_nothing(project, arguments, message):
    result = invoke(project, *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert not project.pages.exists()


def test_an_entry_can_give_a_page_for_each_place(project, pretend):
    title = {"en": "{place_en} in short", "zh": "{place}概览"}
    project.add("city", HELLO, title=title, for_each={"places": "all"})
    assert invoke(project, "city", "--places", "兰州,Wuhai").exit_code == 0
    assert sorted(pretend) == ["city.lanzhou", "city.lanzhou.zh", "city.wuhai", "city.wuhai.zh"]
    entry = read_manifest(project.pages)["city.wuhai.zh"]
    assert (entry.place, entry.title, entry.parameters) == (
        "乌海市",
        "乌海市概览",
        {"places": "乌海市", "language": "zh"},
    )


def test_a_table_that_cannot_be_read_stops_those_who_need_its_places(project):
    project.add("city", HELLO, for_each={"places": "all"})
    (project.root / "data" / "processed" / "targets.csv").write_bytes(b"\xff\xfe\x00")
    result = invoke(project)
    assert result.exit_code == 1
    assert "targets.csv cannot be read" in result.output
    assert not project.pages.exists()
