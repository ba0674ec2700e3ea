"""A text → its tables of indicators: a header that names years, and the rows below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpers.reading import lexicon
from helpers.reading.table_columns import (
    NAMED,
    Columns,
    continues_header,
    opens_header,
    read_columns,
    role_of,
)
from helpers.reading.table_rows import (
    MOST_CELLS,
    Line,
    Row,
    carry_down,
    is_rule,
    lines_of,
    split_line,
    ways_to_split,
)
from helpers.reading.table_stacks import read_stack
from helpers.reading.table_turning import read_turned
from helpers.reading.table_units import known_unit, unit_in

#: A line between two rows that is no row: a group's name, a page's number.
BETWEEN = 24
#: Lines above and below a table that may say something of all of it.
ABOVE, BELOW = 2, 4
FEWEST_SPACED = 3


@dataclass(frozen=True)
class Table:
    """A table of indicators; ``unit`` is said above it for all of it, ``summed`` that brackets hold sums over years,
    ``turned`` that its rows are columns of the print.
    """

    start: int
    end: int
    columns: Columns
    rows: tuple[Row, ...]
    unit: str = ""
    summed: bool = False
    turned: bool = False


def find_tables(plain: str) -> list[Table]:
    """All tables of indicators of a plain text, in order."""
    lines, found, place = lines_of(plain), [], 0
    while place < len(lines):
        table, behind = _read_table(lines, place) or _read_stacked(lines, place) or (None, place + 1)
        found += [table] if table else []
        place = behind
    return found


def _read_table(lines: Sequence[Line], first: int) -> tuple[Table, int] | None:
    """The table whose header begins with a line, and the number of the first line behind it."""
    for how in ways_to_split(lines[first]):
        if turned := read_turned(lines, first, how):
            columns, rows, behind = turned
            return replace(_table(lines, first, behind, columns, rows), turned=True), behind
        header, place = [split_line(lines[first], how)], first + 1
        cells = len(header[0].texts)
        spaced = how in ("wide", "narrow")
        if cells > MOST_CELLS or (spaced and cells < FEWEST_SPACED) or not opens_header(header[0]):
            continue
        while place < len(lines) and place < first + 4 and continues_header(row := split_line(lines[place], how)):
            header.append(row)
            place += 1
        columns = read_columns(header)
        if not columns or (spaced and len(columns.values) < 2 and not any(map(columns.place_of, NAMED))):
            continue  # 临溪市 2026年 工作报告 is a title
        rows, behind = _read_rows(lines, place, how, columns.width)
        if spaced and not any(len(row.filled) > 1 for row in rows):
            continue
        return _table(lines, first, behind, columns, rows), behind
    return None


def _read_rows(lines: Sequence[Line], place: int, how: str, width: int) -> tuple[list[Row], int]:
    """The rows up to the next header or to running text, and the number of the first line behind them."""
    rows: list[Row] = []
    while place < len(lines):
        row = split_line(lines[place], how)
        if len(row.texts) > 1 or (how == "tab" and "\t" in lines[place].text):
            if is_rule(row):
                place += 1
                continue
            if how in ("wide", "narrow") and len(row.texts) != width:
                break
            if opens_header(row) and any(role_of(text) not in ("", "value") for text in row.texts):
                break
            rows.append(row)
        elif _is_between(lines, place, how, width):
            rows.append(row)
        else:
            break
        place += 1
    return rows, place


def _is_between(lines: Sequence[Line], place: int, how: str, width: int) -> bool:
    """Whether a line without cells stands between two rows of one table."""
    text = lines[place].text.strip()
    following = lines[place + 1] if place + 1 < len(lines) else None
    if len(text) > BETWEEN or re.search("[。;:,]", text) or not following or len(following.text) > BETWEEN * width:
        return False
    return len(split_line(following, how).texts) == width


def _read_stacked(lines: Sequence[Line], first: int) -> tuple[Table | None, int] | None:
    """The table whose cells stand on a line each, and the number of the first line behind it or its header."""
    found = read_stack(lines, first)
    if not found:
        return None
    columns, rows, behind = found
    return (_table(lines, first, behind, columns, rows) if rows else None), behind


def _table(lines: Sequence[Line], first: int, behind: int, columns: Columns, rows: Sequence[Row]) -> Table:
    columns = _named_by_units(columns, rows)
    above = [line.text.strip() for line in lines[max(0, first - ABOVE) : first]]
    inside = [row.texts[0] for row in rows if len(row.filled) == 1]
    below = [line.text.strip() for line in lines[behind : behind + BELOW]]
    words = set(range(columns.width)) - set(columns.values)
    return Table(
        start=lines[first].start,
        end=lines[behind - 1].end,
        columns=columns,
        rows=tuple(carry_down(rows, lexicon.table_words("ditto"), words)),
        unit=next(filter(None, map(_unit_for_all, reversed(above))), ""),
        summed=any(map(_tells_of_sums, [*above, *inside, *below])),
    )


def _named_by_units(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns of a header that names no indicators; a column of words with units behind them does: 新增床位(张)."""
    if columns.place_of("indicator") is not None:
        return columns
    first, last = columns.names[0], min(columns.values)
    for place in (place for place in range(first + 1, last) if columns.roles[place] is None):
        cells = [row.texts[place] for row in rows if len(row.texts) == columns.width and row.texts[place]]
        if cells and all(map(unit_in, cells)):
            return replace(columns, names=(*columns.names, place))
    return columns


def _unit_for_all(text: str) -> str:
    """The one unit that a line above a table names for all of it: 单位:亿元."""
    words = "|".join(lexicon.table_words("unit"))
    match = re.search(f"(?:{words}):([^():]+)\\)?$", text)
    return known_unit(match[1].strip()) if match and not re.search("[,、;]", match[1]) else ""


def _tells_of_sums(text: str) -> bool:
    """A remark that what stands in brackets is a sum: 注:〔〕内为五年累计数."""
    return bool(re.search(r"[\[〔【]\s*[\]〕】]", text)) and any(word in text for word in lexicon.table_words("sum"))
