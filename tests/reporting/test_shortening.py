"""Pages, manifest and log name no folder of the machine that made them."""

import sysconfig
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting_samples import Project

import helpers
from helpers import paths
from helpers.reporting.shortening import shorten_paths, shorten_warnings

PACKAGES = sysconfig.get_path("purelib")
PYTHON = sysconfig.get_path("stdlib")
FOLDERS = st.lists(st.text("abcxyz._-0123456789", min_size=1, max_size=8), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (f"File {Path(helpers.__file__).parent}/load.py:46, in load", "load.py:46, in load"),
        (f"{paths.root()}/data/raw/plans.csv is not there", "data/raw/plans.csv is not there"),
        (f'File "{PACKAGES}/pandas/io/common.py", line 954', 'File "pandas/io/common.py", line 954'),
        (f"{paths.root()}/.venv/lib/python3.12/site-packages/pandas/core.py:3", "pandas/core.py:3"),
        (f"{PYTHON}/json/decoder.py:355", "json/decoder.py:355"),
        ("/opt/some one/.venv/lib/python3.12/site-packages/pandas/core.py:3", "pandas/core.py:3"),
        ("C:\\Users\\one\\venv\\Lib\\site-packages\\pandas\\core.py", "pandas\\core.py"),
        ("No such file: '/srv/secret/none.csv'", "No such file: '…/none.csv'"),
        ("C:\\Users\\one\\table.csv is open", "…\\table.csv is open"),
        ("/scratch/city-targets-a1b2/3/page.html: no space", "…/page.html: no space"),
        ("see https://stats.example/a/b.html", "see https://stats.example/a/b.html"),
        ("3/4 of 12/31, 亿元/年, and/or", "3/4 of 12/31, 亿元/年, and/or"),
    ],
)
def test_a_path_is_cut_to_what_a_stranger_may_read(text, short):
    assert shorten_paths(text).endswith(short)
    assert ".venv" not in shorten_paths(text)
    assert "/opt" not in shorten_paths(text)


@given(FOLDERS, st.sampled_from(["", "'", '"', "(", " "]))
def test_no_folder_stays_before_a_file_and_nothing_is_cut_twice(folders, before):
    folders = [f"secret{folder}" for folder in folders]
    short = shorten_paths(f"cannot read {before}/{'/'.join(folders)}/table.csv now")
    assert "secret" not in short
    assert short.endswith("/table.csv now")
    assert shorten_paths(short) == short


def test_a_failure_names_no_folder_where_others_read_and_whole_paths_to_its_operator(tmp_path):
    project = Project(tmp_path)
    project.add("lacks", "import pandas as pd\npd.read_csv('/some/where/secret/none.csv')")
    project.add("asks", "import helpers as h\nh.load_targets(path=h.__file__ + '.csv')")
    result = project.run()
    assert "'/some/where/secret/none.csv'" in result.stderr
    published = [path.read_text(encoding="utf-8") for path in project.pages.iterdir() if path.name != ".lock"]
    folders = ("/some/where", str(tmp_path), PACKAGES, PYTHON, str(Path(helpers.__file__).parents[2]))
    for folder in folders:
        assert not any(folder in text for text in published), folder
    assert "pandas/io/common.py" in project.page("lacks.failed")
    assert "helpers/load.py" in project.page("asks.failed")


def test_a_warning_is_its_message_on_a_page():
    printed = "/kernel_7/12.py:4: UserWarning: targets.csv has changed\n  every = h.load_targets()\nprinted by hand\n"
    assert shorten_warnings(printed) == "targets.csv has changed\nprinted by hand\n"
    assert shorten_warnings("12:30: all is well\n") == "12:30: all is well\n"
