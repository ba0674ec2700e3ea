"""What stands in `scheduling/` runs, or is checked by its own scheduler's validator where that is installed."""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time

import pytest
import yaml
from reporting_samples import Project

from helpers import paths

FOLDER = paths.root() / "scheduling"
FOREIGN = "/srv/city-targets"
COMMAND = ".venv/bin/city-targets report"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
#: What Airflow's documentation gives for the two calls of the DAG.
DAG_TAKES = {"dag_id", "description", "schedule", "start_date", "catchup", "max_active_runs", "tags"}
TASK_TAKES = {"task_id", "bash_command", "cwd", "append_env", "skip_on_exit_code", "retries", "execution_timeout"}


@pytest.fixture
def installed(tmp_path):
    """A project as if it were set up in a folder of its own, with the command where `make setup` puts it."""
    project = Project(tmp_path / "city-targets")
    project.add("hello", "print('made', 'by', 'cron')")
    script = project.root / ".venv" / "bin" / "city-targets"
    script.parent.mkdir(parents=True)
    search = os.environ.get("PYTHONPATH", "")
    script.write_text(
        f"#!/bin/sh\nexport CITY_TARGETS_ROOT='{project.root}' PYTHONPATH='{search}'\n"
        f"exec '{sys.executable}' -m helpers \"$@\"\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    return project


def test_every_file_is_explained_and_runs_the_same_command():
    for path in FOLDER.iterdir():
        if path.name == "README.md":
            continue
        assert f"]({path.name})" in README
        assert COMMAND in path.read_text(encoding="utf-8") or path.suffix == ".timer"


def test_the_statuses_that_are_explained_are_those_that_there_are():
    from helpers.reporting import command  # noqa: PLC0415

    said = set(re.findall(r"^\| (\d)", README, re.MULTILINE))
    assert said == {str(status) for status in (command.DONE, command.FAILED, command.MISUSED, command.BUSY)} | {"1"}


def cron_line():
    (line,) = [line for line in (FOLDER / "crontab").read_text().splitlines() if re.match(r"\d", line)]
    return line


@pytest.mark.skipif(shutil.which("cron") is None, reason="Debian's cron is not installed")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can start a cron of its own")
def test_a_real_cron_makes_the_pages_with_the_line_that_is_documented(installed, tmp_path):
    schedule, command = re.fullmatch(r"((?:\S+ ){4}\S+)  (.+)", cron_line()).groups()
    assert schedule == "17 3 * * *"
    table = tmp_path / "cron.d"
    table.mkdir()
    job = f"* * * * * root {command.replace(FOREIGN, str(installed.root))}\n"
    (table / "reports").write_text(job, encoding="utf-8")
    # in a namespace of its own: it sees this table and no other, and leaves nothing behind
    script = f"mount --bind '{table}' /etc/cron.d && mount -t tmpfs tmpfs /run && mount -t tmpfs tmpfs /var/spool/cron"
    script += " && mkdir /var/spool/cron/crontabs && exec cron -f"
    inside = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c"]
    if subprocess.run([*inside, "mount -t tmpfs tmpfs /run"], capture_output=True, check=False).returncode:
        pytest.skip("this machine allows no namespaces")
    page = installed.root / "reports" / "hello.html"
    with subprocess.Popen([*inside, script], stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as cron:
        until = time.monotonic() + 180
        while not page.exists() and time.monotonic() < until and cron.poll() is None:
            time.sleep(0.2)
        cron.kill()
    assert page.exists(), cron.stdout
    assert "made by cron" in page.read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_finds_no_fault_in_the_units(installed, tmp_path):
    for path in FOLDER.glob("city-targets-report.*"):
        text = path.read_text(encoding="utf-8").replace(FOREIGN, str(installed.root))
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    (installed.root / "reports").mkdir()
    units = [str(path) for path in tmp_path.glob("city-targets-report.*")]
    result = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    ours = [line for line in (result.stdout + result.stderr).splitlines() if "city-targets" in line]
    assert not ours
    assert result.returncode == 0
    calendar = re.search(r"OnCalendar=(.*)", (FOLDER / "city-targets-report.timer").read_text())[1]
    subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, check=True)


def test_the_workflow_makes_and_publishes_the_pages_also_when_one_failed():
    text = (FOLDER / "github-pages.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert set(workflow) == {"name", True, "permissions", "concurrency", "jobs"}  # YAML reads `on` as true
    assert set(workflow["permissions"]) == {"contents", "pages", "id-token"}
    steps = workflow["jobs"]["reports"]["steps"]
    said = [step.get("uses", step.get("run", "")).split("@")[0] for step in steps]
    assert said.index("make setup") < said.index(COMMAND) < said.index("actions/upload-pages-artifact")
    assert said[-1] == "actions/deploy-pages"
    assert all(step["if"] == "${{ !cancelled() }}" for step in steps[said.index(COMMAND) + 1 :])
    make = (paths.root() / "Makefile").read_text(encoding="utf-8")
    assert re.search("^setup:", make, re.MULTILINE)


CHECKERS = {"actionlint": [], "check-jsonschema": ["--builtin-schema", "vendor.github-workflows"]}
SPOILED = {"actionlint": ("cancelled()", "cancled()"), "check-jsonschema": ("runs-on:", "runs_on:")}


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_validator_finds_no_fault_in_the_workflow_and_one_that_is_put_in(checker, tmp_path):
    search = os.pathsep.join([str(paths.root() / "build" / "checkers" / "bin"), os.environ["PATH"]])
    program = shutil.which(checker, path=search)
    if program is None:
        pytest.skip(f"{checker} is not installed")
    text = (FOLDER / "github-pages.yml").read_text(encoding="utf-8")
    path = tmp_path / ".github" / "workflows" / "reports.yml"
    path.parent.mkdir(parents=True)
    for written, status in ((text, 0), (text.replace(*SPOILED[checker]), 1)):
        path.write_text(written, encoding="utf-8")
        result = subprocess.run([program, *CHECKERS[checker], str(path)], capture_output=True, text=True, check=False)
        assert result.returncode == status, result.stdout + result.stderr


def test_the_dag_says_only_what_airflow_takes():
    tree = ast.parse((FOLDER / "airflow_dag.py").read_text(encoding="utf-8"))
    calls = {
        node.func.id: node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    said = {name: {word.arg: word.value for word in call.keywords} for name, call in calls.items()}
    assert set(said["DAG"]) <= DAG_TAKES
    assert set(said["BashOperator"]) <= TASK_TAKES
    assert ast.literal_eval(said["BashOperator"]["bash_command"]) == COMMAND
    assert ast.literal_eval(said["BashOperator"]["skip_on_exit_code"]) == 3
    assert ast.literal_eval(said["DAG"]["schedule"]) == "17 3 * * *"


@pytest.mark.skipif(importlib.util.find_spec("airflow") is None, reason="Airflow is not installed")
def test_airflow_imports_the_dag():
    specification = importlib.util.spec_from_file_location("airflow_dag", FOLDER / "airflow_dag.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    assert [task.task_id for task in module.dag.tasks] == ["report"]
