"""``city-targets extract``: documents in, drafts out, each failing alone; what a person reviewed is kept."""

import os
import signal

import pytest
from click.testing import CliRunner
from papers import as_html, as_pdf, as_word
from samples import read_rows

from helpers import extraction, load_targets
from helpers.__main__ import main
from helpers.reading.extract import extract

LOCK = "only for this test"
TEXT = """鄂尔多斯市推进服务业提质三年行动方案(2027—2029年)
一、总体要求
到2029年,全市服务业增加值达到418亿元以上,年均增长7%以上。
二、重点任务
(一)现代物流业。培育龙头企业12家。截至目前,全市共有企业320家。(牵头单位:市商务局;责任单位:各县区人民政府)
"""


def run(*arguments):
    return CliRunner().invoke(main, ["extract", *map(str, arguments)])


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "in" / "eerduosi-2027.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_document_becomes_statements_rejections_a_plan_and_a_table(paper, tmp_path):
    out = tmp_path / "out"
    result = run(paper, "--output", out)
    assert result.exit_code == 0, result.output
    assert "eerduosi-2027: 鄂尔多斯市, 2027–2029: 3 targets" in result.output
    plan = read_rows(out / "plans.csv")[0]
    assert (plan["place_en"], plan["adcode"], plan["province"]) == ("Ordos", "150600", "内蒙古自治区")
    assert (plan["start_year"], plan["end_year"]) == ("2027", "2029")
    targets = load_targets(path=out / "targets.csv")
    assert targets["figure"].tolist() == ["418亿元以上", "7%以上", "12家"]
    assert set(targets["review"]) == {"draft"}
    assert targets["departments"].tolist() == ["", "", "市商务局"]
    reasons = {row["figure"]: row["reason"] for row in read_rows(out / "rejected" / "eerduosi-2027.csv")}
    assert reasons["320家"] == "fact"
    assert reasons["2029年"] == "date"


def test_a_county_s_plan_is_not_its_city_s(tmp_path):
    """Of a county that no list has the place is as printed, and what is not known stays unknown."""
    (tmp_path / "listed.txt").write_text(TEXT.replace("鄂尔多斯市推进", "兰州市城关区推进"), encoding="utf-8")
    (tmp_path / "unlisted.txt").write_text(TEXT.replace("鄂尔多斯市推进", "青岚县推进"), encoding="utf-8")
    assert run(tmp_path, "--output", tmp_path / "out").exit_code == 0
    said = [
        (row["place"], row["adcode"], row["province"], row["note"]) for row in read_rows(tmp_path / "out/plans.csv")
    ]
    assert said[0][:3] == ("城关区", "620102", "甘肃省")
    assert said[1][:3] == ("青岚县", "000000", "?")
    assert said[1][3].endswith("place as printed; no code is known for it")


def test_the_same_document_gives_the_same_rows_in_every_format(tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.html").write_bytes(as_html(TEXT).encode("gb18030"))
    (folder / "c.docx").write_bytes(as_word(TEXT))
    (folder / "d.pdf").write_bytes(as_pdf(TEXT))
    assert run(folder, "--output", out, "--jobs", 2).exit_code == 0
    columns = ["section", "indicator", "measure", "operator", "value", "unit", "target_year", "departments"]
    found = {
        key: group[columns].astype("str").to_numpy().tolist()
        for key, group in load_targets(path=out / "targets.csv").groupby("plan_id")
    }
    assert set(found) == {"a", "b", "c", "d"}
    assert found["a"] == found["b"] == found["c"] == found["d"]


def test_a_broken_file_fails_alone_and_the_exit_status_says_so(paper, tmp_path):
    (paper.parent / "broken.docx").write_bytes(as_word(TEXT)[:150])
    (paper.parent / "empty.txt").write_bytes(b"")
    out = tmp_path / "out"
    result = run(paper.parent, "--output", out)
    assert result.exit_code == 1
    assert "broken.docx: the file is cut off or damaged" in result.output
    assert "empty.txt: the file is empty" in result.output
    assert len(load_targets(path=out / "targets.csv")) == 3
    assert not (out / "statements" / "broken.csv").exists()


def test_a_document_without_a_target_gives_an_empty_list(tmp_path):
    path = tmp_path / "notice.txt"
    path.write_text("关于召开会议的通知\n会议定于2027年3月5日召开,请各单位2人参会。\n", encoding="utf-8")
    result = run(path, "--output", tmp_path / "out")
    assert result.exit_code == 0
    assert not read_rows(tmp_path / "out" / "statements" / "notice.csv")
    assert read_rows(tmp_path / "out" / "rejected" / "notice.csv")


def test_a_second_run_changes_nothing(paper, tmp_path):
    out = tmp_path / "out"
    run(paper, "--output", out)
    before = {path: path.read_bytes() for path in out.rglob("*.csv")}
    run(paper, "--output", out)
    assert {path: path.read_bytes() for path in out.rglob("*.csv")} == before


def test_what_a_person_changed_is_kept_and_the_difference_is_said(paper, tmp_path):
    out = tmp_path / "out"
    run(paper, "--output", out)
    path = out / "statements" / "eerduosi-2027.csv"
    text = path.read_text(encoding="utf-8").replace(",龙头企业,", ",物流龙头企业,").replace(",draft,", ",reviewed,")
    path.write_text(text, encoding="utf-8")
    result = run(paper, "--output", out)
    assert path.read_text(encoding="utf-8") == text
    assert "物流龙头企业 (培育) is read as 龙头企业 (培育)" in result.output


def test_a_target_that_a_person_struck_out_does_not_come_back(paper, tmp_path):
    out = tmp_path / "out"
    run(paper, "--output", out)
    stated, refused = out / "statements" / "eerduosi-2027.csv", out / "rejected" / "eerduosi-2027.csv"
    lines = stated.read_text(encoding="utf-8").replace(",draft,", ",reviewed,").splitlines(keepends=True)
    struck = next(line for line in lines if "12家" in line)
    stated.write_text("".join(line for line in lines if line != struck), encoding="utf-8")
    place = ",".join(struck.split(",")[:2])
    refused.write_text(refused.read_text(encoding="utf-8") + f"{place},12家,structure,\n", encoding="utf-8")
    result = run(paper, "--output", out)
    assert "12家" not in stated.read_text(encoding="utf-8")
    assert "read as a target now: 12家" in result.output


def test_a_key_for_several_files_is_refused(paper, tmp_path):
    (paper.parent / "other.txt").write_text(TEXT, encoding="utf-8")
    result = run(paper.parent, "--plan-id", "mine", "--output", tmp_path / "out")
    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_a_very_long_line_is_read_in_a_time_that_grows_with_its_length():
    """No input makes the reader hang: a line of half a million characters with thousands of figures."""
    line = "到2029年,全市服务业增加值达到418亿元以上," * 2_000
    assert len(extract(line, 2027).statements) == 2_000


def test_bad_files_among_good_ones_are_named_and_cost_nothing_else(paper, tmp_path):
    folder = paper.parent
    (folder / "empty.txt").write_bytes(b"")
    (folder / "locked.pdf").write_bytes(as_pdf(TEXT, password=LOCK))
    (folder / "cut.docx").write_bytes(as_word(TEXT)[:300])
    (folder / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (folder / "named-wrongly.html").write_bytes(as_word(TEXT))
    (folder / "old.wps").write_bytes(b"x")
    result = run(folder, "--output", tmp_path / "out", "--jobs", 2)
    assert result.exit_code == 1
    for name in ("empty.txt", "locked.pdf", "cut.docx", "picture.pdf"):
        assert f"{name}: " in result.output
    assert "passed over in folders: 1 of .wps" in result.output
    assert {path.stem for path in (tmp_path / "out" / "statements").iterdir()} == {"eerduosi-2027", "named-wrongly"}
    assert {row["plan_id"] for row in read_rows(tmp_path / "out" / "plans.csv")} == {"eerduosi-2027", "named-wrongly"}


def test_two_files_that_would_be_one_plan_do_not_overwrite_each_other(paper, tmp_path):
    (paper.parent / "eerduosi-2027.html").write_bytes(as_html("别的内容,建成园区5个。").encode())
    result = run(paper.parent, "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert "eerduosi-2027.txt: would be the plan eerduosi-2027 like" in result.output
    assert len(read_rows(tmp_path / "out" / "statements" / "eerduosi-2027.csv")) == 1


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "plan.txt")
    result = run(tmp_path / "plan.txt", "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert "plan.txt: not a file that can be read to its end" in result.output


def test_a_reader_that_is_killed_costs_only_its_own_file(paper, tmp_path, monkeypatch):
    (paper.parent / "killer.txt").write_text("killer", encoding="utf-8")
    (paper.parent / "other.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(extraction, "draft_file", die_on_killer)
    result = run(paper.parent, "--output", tmp_path / "out", "--jobs", 2)
    assert result.exit_code == 1
    assert "killer.txt: its reading was killed" in result.output
    assert {path.stem for path in (tmp_path / "out" / "statements").iterdir()} == {"eerduosi-2027", "other"}


DRAFT_FILE = extraction.draft_file


def die_on_killer(path, plan_id, known):
    """What happens where memory runs out: the process is gone without a word."""
    if path.stem == "killer":
        os.kill(os.getpid(), signal.SIGKILL)
    return DRAFT_FILE(path, plan_id, known)
