"""What a person should look at first."""

from decimal import Decimal

from samples import PLAN, statement

from helpers.table.doubts import find_doubts
from helpers.table.normalize import normalize_plan

TEXT = "到2028年,物流业增加值达到96亿元以上。"


def rows(*statements):
    return normalize_plan(PLAN, statements)


def test_a_plain_row_raises_no_doubt():
    [row] = rows(statement())
    assert find_doubts(row, [row], TEXT) == []


def test_each_doubt_is_raised_by_what_it_names():
    [row] = rows(statement(period_clause=""))
    assert find_doubts(row, [row], TEXT) == ["year"]
    assert find_doubts(row, [row], TEXT, one_year=True) == []
    [row] = rows(statement())
    assert find_doubts({**row, "indicator": "业"}, [row], TEXT) == ["length"]
    assert find_doubts({**row, "indicator": "提高到2027年的比重"}, [row], "提高到2027年的比重") == [
        "numeral",
        "verb",
    ]
    share = {**row, "measure": "share", "unit": "%", "value": Decimal(120)}
    assert find_doubts(share, [share], TEXT) == ["above_all"]


def test_two_values_for_the_same_are_doubtful_and_two_years_are_not():
    first, second, later = rows(
        statement(), statement(char_start=200, char_end=206, figure="90亿元"),
        statement(char_start=300, char_end=306, figure="80亿元", period_clause="到2027年"),
    )  # fmt: skip
    assert find_doubts(first, [first, second, later], TEXT) == ["contradicted"]
    assert find_doubts(later, [first, second, later], TEXT) == []
