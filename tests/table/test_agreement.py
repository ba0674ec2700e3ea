from samples import PLAN, statement

from helpers.table.agreement import compare, describe, describe_rules
from helpers.table.normalize import normalize_plan


def rows(*statements):
    return normalize_plan(PLAN, statements)


def test_equal_rows_agree_wholly():
    result = compare(rows(statement()), rows(statement()))
    assert (result.recall, result.precision, result.f1, result.row_exact) == (1, 1, 1, 1)


def test_missed_and_made_up_rows_and_wrong_cells_are_told_apart():
    reviewed = rows(statement(), statement(char_start=200, char_end=206))
    drafted = rows(statement(indicator="现代物流业增加值"), statement(char_start=400, char_end=406))
    result = compare(reviewed, drafted)
    assert (result.found, result.missed, result.extra, result.exact) == (1, 1, 1, 0)
    assert result.share_right("value") == 1
    assert result.share_right("indicator") == 0
    assert len(result.faults) == 3
    assert "row-exact 0.000" in describe("plan", result)


def test_rows_that_share_a_figure_are_matched_by_their_indicators():
    reviewed = rows(statement(indicator="甲中心"), statement(indicator="乙中心"))
    assert compare(reviewed, list(reversed(reviewed))).row_exact == 1


def test_each_rule_is_scored_by_the_rows_it_made():
    reviewed = rows(statement())
    drafted = rows(statement(rule="first"), statement(char_start=400, char_end=406, rule="second"))
    assert describe_rules(compare(reviewed, drafted)).split("\n") == [
        "    first      1 rows, precision 1.000, row-exact 1.000",
        "    second     1 rows, precision 0.000, row-exact 0.000",
    ]
