"""Bytes of a CSV file → a typed frame, or every fault at once."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pandera.errors
import pandera.pandas as pa

from helpers.names import nearest
from helpers.table.columns import Column, columns_of
from helpers.table.faults import Fault, TableError

DTYPES = {"text": "str", "integer": "Int64", "number": "float64"}
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
INTEGER = re.compile(r"-?[0-9]+")
MOST_CODES_NAMED = 30
BOM = b"\xef\xbb\xbf"
AS_UTF8 = "UTF-8 without a byte-order mark and with plain line ends; `city-targets repair FILE` rewrites the file so"


def read_table(path: Path, model: type[pa.DataFrameModel]) -> pd.DataFrame:
    """Read and check one CSV file; raises ``TableError`` with every fault it has.

    Text cells are never missing (empty is ``""``), whole numbers are ``Int64``, numbers ``float64``.
    """
    try:
        return parse_table(path.name, path.read_bytes(), model)
    except TableError as error:
        raise TableError(str(path), error.faults) from None


def parse_table(name: str, content: bytes, model: type[pa.DataFrameModel]) -> pd.DataFrame:
    """The same for the bytes of a file of that name."""
    text = _decode(name, content)
    lines, faults = _split(name, text, columns_of(model))
    frame, unread = _to_frame(name, lines, columns_of(model))
    faults += unread
    faults += _validate(name, frame, model, [line for line, _ in lines], unread)
    if faults:
        raise TableError(name, faults)
    return frame


def check_frame(name: str, frame: pd.DataFrame, model: type[pa.DataFrameModel]) -> pd.DataFrame:
    """A frame from elsewhere, checked like a file; the line of a fault is its row, from 1."""
    columns = columns_of(model)
    _check_header(name, list(frame.columns), [column.name for column in columns])
    typed = frame.reset_index(drop=True).astype({column.name: DTYPES[column.kind] for column in columns})
    faults = _validate(name, typed, model, list(range(1, len(typed) + 1)), [])
    if faults:
        raise TableError(name, faults)
    return frame


def _decode(name: str, content: bytes) -> str:
    faults = []
    if not content.strip():
        raise TableError(name, [Fault(name, 0, "", "an empty file", "a header and rows")])
    if content.startswith(BOM):
        faults.append(Fault(name, 1, "", "a byte-order mark", AS_UTF8))
    if b"\r" in content:
        line = content[: content.index(b"\r")].count(b"\n") + 1
        faults.append(Fault(name, line, "", "Windows or old Macintosh line ends", AS_UTF8))
    try:
        text = content.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        faults.append(Fault(name, line, "", f"bytes that are {_guess(content)}", AS_UTF8))
    if faults:
        raise TableError(name, faults)
    return text


def _guess(content: bytes) -> str:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "not text in UTF-8"
    return "not UTF-8 and look like GB18030"


def _split(name: str, text: str, columns: tuple[Column, ...]) -> tuple[list[tuple[int, list[str]]], list[Fault]]:
    """Rows with the line each starts in. A wrong header is raised at once, since no cell can be placed without it."""
    reader = csv.reader(io.StringIO(text), strict=True)
    rows, faults, start = [], [], 1
    try:
        header = next(reader)
        _check_header(name, header, [column.name for column in columns])
        start = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(header):
                rows.append((start, cells))
            else:
                faults.append(Fault(name, start, "", f"{len(cells)} cells", f"{len(header)} cells, as in the header"))
            start = reader.line_num + 1
    except csv.Error as error:
        raise TableError(name, [*faults, Fault(name, start, "", str(error), "quotes that open and close")]) from error
    return rows, faults


def _check_header(name: str, header: list[str], expected: list[str]) -> None:
    faults = [
        Fault(name, 1, column, "", "this column, which is missing") for column in expected if column not in header
    ]
    faults += [Fault(name, 1, column, "", "no such column") for column in header if column not in expected]
    if not faults and header != expected:
        faults = [Fault(name, 1, "", ",".join(header), f"the columns in the order {','.join(expected)}")]
    if faults:
        raise TableError(name, faults)


def _to_frame(
    name: str, lines: list[tuple[int, list[str]]], columns: tuple[Column, ...]
) -> tuple[pd.DataFrame, list[Fault]]:
    frame, faults = {}, []
    for place, column in enumerate(columns):
        cells = [cells[place] for _, cells in lines]
        if column.kind == "text":
            frame[column.name] = pd.Series(cells, dtype=DTYPES["text"])
            continue
        shape = INTEGER if column.kind == "integer" else NUMBER
        values = []
        for (line, _), cell in zip(lines, cells, strict=True):
            good = bool(shape.fullmatch(cell))
            if not good and (cell or column.required):
                faults.append(Fault(name, line, column.name, cell, column.expected))
            values.append((int(cell) if column.kind == "integer" else float(cell)) if good else None)
        frame[column.name] = pd.Series(values, dtype=DTYPES[column.kind])
    return pd.DataFrame(frame), faults


def _validate(
    name: str, frame: pd.DataFrame, model: type[pa.DataFrameModel], lines: list[int], unread: list[Fault]
) -> list[Fault]:
    known = {(fault.line, fault.column) for fault in unread}
    try:
        model.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        found = dict.fromkeys(_explain(name, frame, model, lines, error.failure_cases))
        return [fault for fault in found if (fault.line, fault.column) not in known]
    return []


def _explain(
    name: str, frame: pd.DataFrame, model: type[pa.DataFrameModel], lines: list[int], cases: pd.DataFrame
) -> Iterator[Fault]:
    declared = {column.name: column for column in columns_of(model)}
    for case in cases.itertuples():
        rule = str(case.check)
        if case.schema_context == "Column":
            column = str(case.column)
            wanted = "a value that stands only once" if rule == "field_uniqueness" else ""
        else:
            column, _, wanted = rule.partition(": ")
        row = int(case.index)
        found = _as_typed(frame.at[row, column])
        yield Fault(name, lines[row], column, found, wanted or _expectation(declared[column], found))


def _as_typed(value: object) -> str:
    """A cell as a person would have typed it: 9700000000 and not 9700000000.0."""
    if pd.isna(value):
        return ""
    return f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _expectation(column: Column, found: str) -> str:
    """What a cell should hold; of a long list of codes only the nearest are named."""
    if column.codes and len(column.codes) > MOST_CODES_NAMED:
        near = nearest(found, column.codes)
        return "a known code" + (f"; did you mean {', '.join(near)}?" if near else "")
    return column.expected
