import pytest
from click.testing import CliRunner
from samples import copy_raw

from helpers import paths
from helpers.__main__ import main
from helpers.files import repair_text, replace_file


def test_a_file_is_replaced_whole_and_an_unchanged_one_is_left_alone(tmp_path):
    path = tmp_path / "new" / "table.csv"
    assert replace_file(path, b"one")
    before = path.stat().st_mtime_ns
    assert not replace_file(path, b"one")
    assert path.stat().st_mtime_ns == before
    assert replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["table.csv"]


def test_a_write_that_fails_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch):
    path = tmp_path / "table.csv"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["table.csv"]


@pytest.mark.parametrize(
    "content",
    [
        "地区,值\n兰州,1\n".encode("gb18030"),
        b"\xef\xbb\xbf" + "地区,值\r\n兰州,1\r\n".encode(),
        "地区,值\r兰州,1\r".encode(),
        "地区,值\n兰州,1\n".encode("utf-16"),
    ],
)
def test_text_of_other_encodings_and_line_ends_is_repaired(content):
    assert repair_text(content).decode() == "地区,值\n兰州,1\n"


def test_the_repair_command_keeps_the_file_as_it_was_beside_it(tmp_path):
    path = tmp_path / "actuals.csv"
    path.write_bytes("地区\r\n兰州\r\n".encode("gb18030"))
    result = CliRunner().invoke(main, ["repair", str(path)])
    assert result.exit_code == 0
    assert path.read_bytes().decode() == "地区\n兰州\n"
    assert (tmp_path / "actuals.csv.bak").read_bytes() == "地区\r\n兰州\r\n".encode("gb18030")


def test_a_second_repair_keeps_the_first_original_too(tmp_path):
    path = tmp_path / "actuals.csv"
    for content in (b"one\r\n", b"two\r\n"):
        path.write_bytes(content)
        CliRunner().invoke(main, ["repair", str(path)])
    assert (tmp_path / "actuals.csv.bak").read_bytes() == b"one\r\n"
    assert (tmp_path / "actuals.csv.bak2").read_bytes() == b"two\r\n"


def test_what_is_no_text_is_not_repaired(tmp_path):
    path = tmp_path / "actuals.csv"
    path.write_bytes(b"\xff\xff\xff\x00")
    result = CliRunner().invoke(main, ["repair", str(path)])
    assert result.exit_code == 1
    assert "nothing was changed" in result.output
    assert path.read_bytes() == b"\xff\xff\xff\x00"


def test_the_data_command_says_what_it_did():
    result = CliRunner().invoke(main, ["data"])
    assert result.exit_code == 0
    assert result.output.count("as before") == 5
    assert str(paths.processed() / "targets.csv") in result.output


def test_the_data_command_explains_broken_raw_data(tmp_path, monkeypatch):
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "plans.csv").write_bytes(b"")
    monkeypatch.setenv("CITY_TARGETS_ROOT", str(tmp_path))
    result = CliRunner().invoke(main, ["data"])
    assert result.exit_code == 1
    assert "plans.csv" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("name", ["actuals.csv", "upper_targets.csv", "rejected/heze-2024.csv"])
def test_the_data_command_checks_what_the_table_is_not_made_of_too(name, tmp_path, monkeypatch):
    raw = copy_raw(tmp_path / "data" / "raw")
    (raw / name).write_bytes((raw / name).read_bytes() + b"rubbish\n")
    monkeypatch.setenv("CITY_TARGETS_ROOT", str(tmp_path))
    result = CliRunner().invoke(main, ["data"])
    assert result.exit_code == 1
    assert "1 cells" in result.output
    assert not (tmp_path / "data" / "processed").exists()


def test_the_data_command_names_indicators_that_no_code_covers(tmp_path, monkeypatch):
    raw = copy_raw(tmp_path / "data" / "raw")
    plan = raw / "statements" / "heze-2024.csv"
    plan.write_text(plan.read_text(encoding="utf-8").replace("服务业增加值", "服务业增加额", 1), encoding="utf-8")
    monkeypatch.setenv("CITY_TARGETS_ROOT", str(tmp_path))
    result = CliRunner().invoke(main, ["data"])
    assert result.exit_code == 0
    assert "heze-2024: 服务业增加额" in result.output
