"""How long loading takes, as ratios to plain readers in the same run. Run by ``make bench``; it judges nothing."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from helpers import load_targets, paths
from helpers.table.parquet import categorical_columns, parquet_bytes

ROUNDS = 9
ROWS = 1_000_000


def median_times(*calls: Callable[[], object]) -> list[float]:
    """Median seconds of each call, taken in turn so that a drifting machine touches all alike."""
    times = [[] for _ in calls]
    for _ in range(ROUNDS):
        for place, call in enumerate(calls):
            start = time.perf_counter()
            call()
            times[place].append(time.perf_counter() - start)
    return [statistics.median(entries) for entries in times]


def report(name: str, ours: float, peer_name: str, peer: float) -> None:
    print(f"{name:<38}{1000 * ours:9.1f} ms   {peer_name:<28}{1000 * peer:9.1f} ms   ratio {ours / peer:5.2f}")  # noqa: T201


def many_rows() -> pd.DataFrame:
    """The shipped rows over and over, with ids of their own."""
    frame = load_targets()
    frame = frame.astype(dict.fromkeys(categorical_columns(), "str"))
    big = pd.concat([frame] * (ROWS // len(frame) + 1), ignore_index=True).head(ROWS)
    return big.assign(target_id=[f"row-{number}" for number in range(ROWS)])


def main() -> None:
    table = paths.processed() / "targets.csv"
    load_targets()
    ours, peer = median_times(load_targets, lambda: pd.read_csv(table))
    report("load_targets(), the shipped table", ours, "pandas.read_csv", peer)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.parquet"
        path.write_bytes(parquet_bytes(many_rows()))
        ours, peer = median_times(lambda: load_targets(path=path), lambda: pd.read_parquet(path))
        report(f"load_targets(path), {ROWS:,} rows", ours, "pandas.read_parquet", peer)


if __name__ == "__main__":
    main()
