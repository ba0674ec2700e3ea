"""A broken table gives one error that lists every fault; a good one is read as it is."""

import pandas as pd
import pytest
from samples import PLAN, statement

from helpers.table.build import targets_csv
from helpers.table.check import check_frame, parse_table
from helpers.table.faults import TableError
from helpers.table.normalize import normalize_plan
from helpers.table.schema import Targets


@pytest.fixture
def good():
    rows = normalize_plan(PLAN, [statement(), statement(char_start=200, char_end=206, figure="3—5家", verb="引进")])
    return targets_csv(rows).decode()


def faults_of(content):
    with pytest.raises(TableError) as error:
        parse_table("targets.csv", content if isinstance(content, bytes) else content.encode(), Targets)
    return error.value.faults


def cell(text, line, column, value):
    """The text with one cell changed; lines count from 1, the header is line 1."""
    lines = text.splitlines()
    place = lines[0].split(",").index(column)
    cells = lines[line - 1].split(",")
    cells[place] = value
    lines[line - 1] = ",".join(cells)
    return "\n".join(lines) + "\n"


def test_a_good_table_is_read_with_its_types(good):
    frame = parse_table("targets.csv", good.encode(), Targets)
    assert list(frame["value"]) == [9_600_000_000.0, 3.0]
    assert frame["target_year"].dtype == "Int64"
    assert frame["value_max"].isna().tolist() == [True, False]
    assert frame["note"].tolist() == ["", ""]


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("measure", "levels", "one of level, increment"),
        ("indicator_code", "logistic_value_added", "did you mean logistics_value_added"),
        ("target_year", "20225", "a year from 1949 to 2100"),
        ("target_year", "2027.0", "a year from 1949 to 2100"),
        ("value", '"9,6"', "a plain number"),
        ("value", "9.6e9", "a plain number"),
        ("value", "", "a plain number"),
        ("adcode", "9999", "six digits"),
        ("indicator", "", "some text"),
        ("value_max", "9700000000", "given for a range, and only for one"),
        ("start_year", "2026", "for annual and cumulative figures only"),
        ("char_end", "90", "behind char_start"),
    ],
)
def test_a_wrong_cell_is_named_with_line_column_value_and_what_is_expected(good, column, value, expected):
    text = cell(good, 2, column, value)
    fault = next(fault for fault in faults_of(text) if fault.column == column)
    assert (fault.file, fault.line) == ("targets.csv", 2)
    assert fault.value == value.strip('"')
    assert expected in fault.expected


def test_all_faults_come_at_once(good):
    text = cell(cell(cell(good, 2, "measure", "levels"), 3, "target_year", "20225"), 3, "sector", "trades")
    assert [(fault.line, fault.column) for fault in faults_of(text)] == [
        (2, "measure"),
        (3, "sector"),
        (3, "target_year"),
    ]


def test_a_repeated_id_is_named_at_each_place(good):
    lines = good.splitlines()
    again = "\n".join([*lines, lines[1]]) + "\n"
    faults = [fault for fault in faults_of(again) if fault.column == "target_id"]
    assert [fault.line for fault in faults] == [2, 4]
    assert all("only once" in fault.expected for fault in faults)


def test_a_missing_and_an_unknown_column_are_named(good):
    faults = faults_of(good.replace("operator,", "operators,", 1))
    assert {(fault.column, fault.expected) for fault in faults} == {
        ("operator", "this column, which is missing"),
        ("operators", "no such column"),
    }


def test_columns_in_another_order_are_refused(good):
    assert "in the order" in faults_of(good.replace("measure,operator", "operator,measure", 1))[0].expected


def test_a_ragged_line_is_named(good):
    fault = faults_of(good + "one,two\n")[0]
    assert (fault.line, fault.value) == (4, "2 cells")


def test_an_open_quote_is_named(good):
    assert "quotes" in faults_of(good + '"open')[0].expected


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_empty_file_is_named(content):
    assert faults_of(content)[0].value == "an empty file"


def test_a_file_in_gb18030_is_named_with_what_to_do(good):
    fault = faults_of(good.encode("gb18030"))[0]
    assert "GB18030" in fault.value
    assert "city-targets repair" in fault.expected


def test_a_byte_order_mark_and_windows_line_ends_are_named(good):
    content = b"\xef\xbb\xbf" + good.replace("\n", "\r\n").encode()
    assert {fault.value for fault in faults_of(content)} == {"a byte-order mark", "Windows or old Macintosh line ends"}


def test_a_header_alone_is_an_empty_table(good):
    assert parse_table("targets.csv", (good.splitlines()[0] + "\n").encode(), Targets).empty


def test_a_line_break_inside_quotes_does_not_shift_the_line_numbers(good):
    text = cell(good, 2, "note", '"two\nlines"')
    lines = text.splitlines()
    wrong = "\n".join([*lines[:-1], lines[-1].replace("increment", "increments")]) + "\n"
    assert [fault.line for fault in faults_of(wrong)] == [4]


def test_a_frame_from_elsewhere_is_checked_too(good):
    frame = parse_table("targets.csv", good.encode(), Targets)
    assert check_frame("mine", frame, Targets) is frame
    with pytest.raises(TableError, match="mine, line 2, column measure"):
        check_frame("mine", frame.assign(measure=["level", "levels"]), Targets)
    with pytest.raises(TableError, match="column measure"):
        check_frame("mine", pd.DataFrame(frame).drop(columns="measure"), Targets)
