"""The target table as Parquet: small, typed, and quick to read."""

import hashlib
import io
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from helpers.table.columns import Column, columns_of
from helpers.table.schema import Targets

#: Key in the file's metadata under which the schema's digest stands. A file that carries the digest was checked when
#: it was written, so reading it need not check each cell again.
MARK = b"city_targets_schema"

#: Text columns with few different values, which are read as categories.
FEW = ("plan_id", "place", "place_en", "adcode", "province", "industry_code", "unit", "rule")


def schema_digest() -> str:
    """Changes whenever a column, a type or a code of the target table does."""
    content = repr([(column.name, column.kind, sorted(column.codes or ())) for column in columns_of(Targets)])
    return hashlib.sha256(content.encode()).hexdigest()


def categorical_columns() -> list[str]:
    """Columns that the loader gives as categories: those with codes, and those with few different values."""
    return [column.name for column in columns_of(Targets) if column.codes or column.name in FEW]


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """The checked frame as a Parquet file; the same frame gives the same bytes."""
    table = pa.Table.from_pandas(frame, schema=_arrow_schema(), preserve_index=False)
    table = table.replace_schema_metadata({MARK: schema_digest().encode()})
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def read_parquet(path: Path) -> tuple[pd.DataFrame, bool]:
    """A frame with categorical codes, and whether the file says that it was checked against this schema."""
    # From memory and in this thread alone: the table is small, and a process that has threads cannot be forked.
    file = pq.ParquetFile(pa.BufferReader(path.read_bytes()), read_dictionary=categorical_columns())
    marked = (file.schema_arrow.metadata or {}).get(MARK) == schema_digest().encode()
    table = file.read(use_threads=False)
    frame = table.to_pandas(
        types_mapper={pa.int64(): pd.Int64Dtype()}.get, strings_to_categorical=False, use_threads=False
    )
    return frame, marked


def _arrow_schema() -> pa.Schema:
    return pa.schema([(column.name, _arrow_type(column)) for column in columns_of(Targets)])


def _arrow_type(column: Column) -> pa.DataType:
    return {"text": pa.string(), "integer": pa.int64(), "number": pa.float64()}[column.kind]
