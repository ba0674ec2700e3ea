"""The tables for analysts: typed frames, filtered by names as people type them."""

import hashlib
import json
import warnings
from functools import lru_cache
from pathlib import Path

import pandas as pd

from helpers import paths
from helpers.names import find_codes, find_places, find_years
from helpers.table.check import check_frame, read_table
from helpers.table.columns import columns_of
from helpers.table.identities import identity_table
from helpers.table.parquet import categorical_columns, read_parquet
from helpers.table.schema import Actuals, Plans, Targets, UpperTargets


def load_targets(
    places: object = None,
    sectors: object = None,
    indicators: object = None,
    years: object = None,
    *,
    reviewed_only: bool = False,
    path: Path | str | None = None,
) -> pd.DataFrame:
    """The target table, one row a target, with the columns of ``codebook.md``.

    Parameters
    ----------
    places : one or several places: 兰州市, 兰州, Lanzhou or 620100.
    sectors, indicators : one or several codes, such as ``"finance"`` or ``"retail_sales"``.
    years : one or several target years; ``range(2024, 2027)`` works.
    reviewed_only : leave out rows that no person has agreed to.
    path : another table, ``.csv`` or ``.parquet``; default is the shipped one.

    Codes and places are categories, years and offsets ``Int64``, values ``float64`` in ``unit``. Names that no table
    knows raise ``UnknownNameError`` with the nearest ones; a broken table raises ``TableError`` with all its faults.
    """
    frame = _read_targets(Path(path) if path else None)
    keep = pd.Series(data=True, index=frame.index)
    if places is not None:
        keep &= frame["place"].isin(find_places(places, frame))
    if sectors is not None:
        keep &= frame["sector"].isin(find_codes("sector", sectors, _codes("sector")))
    if indicators is not None:
        keep &= frame["indicator_code"].isin(find_codes("indicator", indicators, _codes("indicator_code")))
    if years is not None:
        keep &= frame["target_year"].isin(find_years(years))
    if reviewed_only:
        keep &= frame["review"] == "reviewed"
    return frame if keep.all() else frame[keep].reset_index(drop=True)


def find_sectors(asked: object) -> list[str] | None:
    """The asked sectors as a list of codes, each of them known; ``None``, which asks for all, stays ``None``."""
    return None if asked is None else find_codes("sector", asked, _codes("sector"))


def load_plans() -> pd.DataFrame:
    """The plans that were read, one row a plan."""
    return read_table(paths.raw() / "plans.csv", Plans)


def load_identities() -> pd.DataFrame:
    """What should hold between which indicators, as ``identity_table`` describes it; declared in ``identities.csv``."""
    return identity_table()


def load_actuals(
    places: object = None, indicators: object = None, years: object = None, *, all_statuses: bool = False
) -> pd.DataFrame:
    """Reported values with their sources, one row a value.

    By default only rows of status ``preferred``: the best source for each quantity. ``all_statuses`` gives the
    others too, marked in ``status``.
    """
    frame = _read_facts("actuals.csv", Actuals)
    keep = frame["status"].isin(["preferred"]) | all_statuses
    return _filter_facts(frame[keep], "place", "year", places, indicators, years)


def load_upper_targets(
    places: object = None, indicators: object = None, years: object = None, *, all_statuses: bool = False
) -> pd.DataFrame:
    """Targets of nation, provinces and the places' other documents, one row a target.

    By default only rows of status ``usable``; ``all_statuses`` gives the doubtful ones too.
    """
    frame = _read_facts("upper_targets.csv", UpperTargets)
    keep = frame["status"].isin(["usable"]) | all_statuses
    return _filter_facts(frame[keep], "issuer", "target_year", places, indicators, years)


def _read_facts(name: str, schema: type) -> pd.DataFrame:
    """The checked table; read again only where its file has changed, since a notebook asks for it in two choices."""
    path = paths.raw() / name
    if not path.exists():
        return read_table(path, schema)
    now = path.stat()
    return _keep_read(path, now.st_mtime_ns, now.st_size, schema)


@lru_cache(maxsize=4)
def _keep_read(path: Path, changed: int, size: int, schema: type) -> pd.DataFrame:  # noqa: ARG001 - they make the key
    return read_table(path, schema)


def _filter_facts(
    frame: pd.DataFrame, place: str, year: str, places: object, indicators: object, years: object
) -> pd.DataFrame:
    if places is not None:
        frame = frame[frame[place].isin(find_places(places))]
    if indicators is not None:
        frame = frame[frame["indicator_code"].isin(find_codes("indicator", indicators, _codes("indicator_code")))]
    if years is not None:
        frame = frame[frame[year].isin(find_years(years))]
    return frame.reset_index(drop=True)


def _codes(column: str) -> list[str]:
    found = next(entry for entry in columns_of(Targets) if entry.name == column)
    return [word for word in found.codes or () if word]


def _read_targets(path: Path | None) -> pd.DataFrame:
    if path is None:
        folder = paths.processed()
        # The Parquet twin is quicker, but only as long as both are the files that were checked when they were made.
        if _untouched(folder):
            return _read_one(folder / "targets.parquet")
        if (folder / "targets.csv").exists():
            warnings.warn("targets.csv is not the file that `make data` made; it is read as it stands", stacklevel=3)
        path = folder / "targets.csv"
    if not path.exists():
        msg = f"{path} is not there; `make data` computes it from data/raw"
        raise FileNotFoundError(msg)
    return _read_one(path)


def _read_one(path: Path) -> pd.DataFrame:
    if path.suffix == ".parquet":
        frame, checked = read_parquet(path)
        return frame if checked else check_frame(path.name, frame, Targets)
    frame = read_table(path, Targets)
    return frame.astype(dict.fromkeys(categorical_columns(), "category"))


def _untouched(folder: Path) -> bool:
    try:
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        expected = {"targets.csv": package["resources"][0]["hash"], **package["twins"]}
        return all(f"sha256:{_digest(folder / name)}" == known for name, known in expected.items())
    except (OSError, ValueError, KeyError, IndexError):
        return False


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
