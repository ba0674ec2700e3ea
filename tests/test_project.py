"""The project's own files agree with each other and with what the README says."""

import re
import subprocess
import tomllib

import pytest
import yaml
from click.testing import CliRunner

from helpers import paths
from helpers.__main__ import main

ROOT = paths.root()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def locked():
    """Package → versions in requirements.txt; a package may have one for each range of Python versions."""
    found = {}
    for name, version in re.findall(
        r"^([a-z0-9._-]+)==([^\s;\\]+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE
    ):
        found.setdefault(name, set()).add(version)
    return found


def tracked():
    result = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in result.stdout.splitlines()]


def test_the_conda_twin_has_the_same_packages_in_the_same_versions():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    conda = [entry for entry in environment["dependencies"] if isinstance(entry, str)]
    (by_pip,) = [entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict)]
    pinned = dict(entry.split("=") for entry in conda if "=" in entry and ">" not in entry)
    pinned |= dict(entry.split("==") for entry in by_pip if "==" in entry)
    assert set(pinned) == set(DECLARED)
    assert all(version in locked()[name] for name, version in pinned.items())
    assert f"python{PROJECT['requires-python']}" in conda
    assert environment["channels"][0] == "conda-forge"


def test_every_declared_package_is_locked_with_hashes_and_without_an_address():
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert set(DECLARED) <= set(locked())
    assert text.count("--hash=sha256:") >= len(locked())
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


TARGETS = ["report", "test", "setup", "lab", "data", "lint", "evaluate", "bench", "clean", "help", "lock"]


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_exists_and_is_explained(target):
    assert re.search(rf"^{target}:.*## \w", MAKEFILE, re.MULTILINE)
    assert f"`make {target}`" in README


def test_the_readme_names_no_make_target_that_does_not_exist():
    for target in re.findall(r"`make ([a-z]+)`", README):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_the_readme_explains_every_command_and_names_no_other():
    result = CliRunner().invoke(main, ["--help"])
    commands = set(re.findall(r"^  ([a-z-]+)  ", result.output, re.MULTILINE))
    assert commands == set(main.commands)
    for command in commands:
        assert f"city-targets {command}" in README
    assert set(re.findall(r"city-targets ([a-z]+)", README)) <= commands


def test_the_python_of_the_readme_runs():
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own text


def test_paths_named_in_the_readme_exist():
    for name in re.findall(r"`((?:data|notebooks|src|tests)/[\w./-]*)`", README):
        assert (ROOT / name).exists(), name


def test_the_change_log_knows_the_version():
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_file_holds_a_path_of_somebody_s_machine():
    # an address on the web may have such a folder too; there a host stands before it
    path_of_a_machine = re.compile(r"(?<![\w.:/-])/(?:home|Users|root|work)/\w")
    texts = [path for path in tracked() if path.suffix != ".parquet" and path.exists()]
    found = [path.name for path in texts if path_of_a_machine.search(path.read_text(encoding="utf-8"))]
    assert not found


def test_no_plan_document_is_committed():
    documents = [path for path in tracked() if path.parent.parts[-3:] == ("data", "raw", "documents")]
    assert [path.name for path in documents] == ["README.md"]


def test_the_two_commands_are_what_ci_runs():
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert all(f"make {target}" in run for target in ("lint", "test", "report"))
