"""The words the program knows, read from ``vocab/*.csv``.

Each table has a header, one word a line and a reason in its ``note`` column. A ragged line, a missing or a repeated
key, or a word without a reason is refused with file and line, because a silent slip in a vocabulary is a wrong number
in every table made with it.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).parent / "vocab"

Row = Mapping[str, str]


class VocabularyError(ValueError):
    """A vocabulary file is not fit to be used; the message names file, line and fault."""


def read_vocabulary(
    path: Path, key: tuple[str, ...], *, optional: Iterable[str] = (), spaced: Iterable[str] = ()
) -> tuple[Row, ...]:
    """The rows of one vocabulary, checked.

    ``key`` names the columns that together must be unique; columns in ``optional`` may be empty, all others may not;
    columns in ``spaced`` may begin or end with a space.
    """
    optional, spaced = set(optional), set(spaced)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        msg = f"{path.name} is not in UTF-8; `city-targets repair {path}` rewrites it so"
        raise VocabularyError(msg) from error
    with io.StringIO(text, newline="") as file:
        lines = csv.reader(file, strict=True)
        header = next(lines, [])
        for name in (*key, "note"):
            if name not in header:
                msg = f"{path.name}: the header has no column {name!r}; it has {header}"
                raise VocabularyError(msg)
        rows, seen = [], {}
        for cells in lines:
            where = f"{path.name}, line {lines.line_num}"
            if len(cells) != len(header):
                msg = f"{where}: {len(cells)} cells where the header has {len(header)}"
                raise VocabularyError(msg)
            row = dict(zip(header, cells, strict=True))
            _refuse_gaps(row, where, optional, spaced)
            identity = tuple(row[name] for name in key)
            if identity in seen:
                msg = f"{where}: {'/'.join(identity)} stands in line {seen[identity]} already"
                raise VocabularyError(msg)
            seen[identity] = lines.line_num
            rows.append(MappingProxyType(row))
    return tuple(rows)


def _refuse_gaps(row: Row, where: str, optional: set[str], spaced: set[str]) -> None:
    for name, cell in row.items():
        if cell != cell.strip() and name not in spaced:
            msg = f"{where}: {name} has space around {cell!r}"
            raise VocabularyError(msg)
        if not cell and name not in optional:
            msg = f"{where}: {name} is empty"
            raise VocabularyError(msg)


def read_named(name: str, *key: str, optional: Iterable[str] = ()) -> tuple[Row, ...]:
    """The rows of one table of ``vocab/``, checked."""
    return read_vocabulary(FOLDER / f"{name}.csv", key, optional=optional)


@cache
def numerals() -> dict[str, Decimal]:
    """Value of each character that writes a number: digits below ten, powers from ten on."""
    return {row["numeral"]: Decimal(row["value"]) for row in read_named("numerals", "numeral")}


@cache
def not_numerals() -> frozenset[str]:
    """Everyday words with a numeral's character in them that count nothing."""
    return frozenset(row["word"] for row in read_named("not_numerals", "word"))


@cache
def wordings() -> dict[str, Row]:
    """Figures without a numeral: the measure and value that the closed list gives each of them."""
    return {row["word"]: row for row in read_named("wordings", "word")}


@cache
def units() -> dict[str, Row]:
    """Unit as printed without its power of ten → base unit, factor and kind."""
    return {row["unit"]: row for row in read_named("units", "unit", optional=("unit_en", "base_unit"))}


def percent() -> str:
    """The unit of shares, rates and growth."""
    return next(unit for unit, row in units().items() if row["kind"] == "percent")


@cache
def denominators() -> dict[str, str]:
    """Word in an indicator that makes it a figure per head → what the unit is divided by."""
    return {row["word"]: row["per"] for row in read_named("denominators", "word")}


@cache
def denominators_en() -> dict[str, str]:
    """What a unit is divided by → the same in English."""
    return {row["per"]: row["per_en"] for row in read_named("denominators", "word")}


@cache
def bounds() -> tuple[Row, ...]:
    """Words that say which side of the figure counts, and whether they stand before or after it."""
    return read_named("bounds", "word", "position")


@cache
def bound_words(position: str) -> tuple[str, ...]:
    """The bounds that stand ``before`` or ``after`` a figure, in the order of the file."""
    return tuple(row["word"] for row in bounds() if row["position"] == position)


@cache
def commitment() -> dict[str, str]:
    """Word → modality."""
    return {row["word"]: row["modality"] for row in read_named("commitment", "word")}


@cache
def measure_words() -> tuple[Row, ...]:
    """Words, in order of precedence, by which a figure of some kind of unit is a measure."""
    return read_named("measures", "word", "place", "kind", "units", optional=("units",))


@cache
def periods() -> tuple[Row, ...]:
    """Words that say how a figure runs through the years."""
    return read_named("periods", "word")


@cache
def eras() -> dict[str, tuple[int, int]]:
    """Named spans of years."""
    return {row["era"]: (int(row["start_year"]), int(row["end_year"])) for row in read_named("eras", "era")}


@cache
def indicators() -> dict[str, Row]:
    """Canonical indicators by code."""
    rows = read_named(
        "indicators", "indicator_code", optional=("sector", "price_basis", "growth_price_basis", "better")
    )
    return {row["indicator_code"]: row for row in rows}


@cache
def indicator_names() -> dict[str, str]:
    """Indicator as a plan states it → canonical code."""
    return {row["indicator"]: row["indicator_code"] for row in read_named("indicator_names", "indicator")}


@cache
def sectors() -> dict[str, Row]:
    """Sectors by code, with their sections of GB/T 4754-2017 and their side of the producer/consumer divide."""
    return {row["sector"]: row for row in read_named("sectors", "sector", optional=("industry_code",))}


@cache
def sector_words() -> tuple[Row, ...]:
    """Words of an indicator or of a heading that tell the sector, the more telling ones first."""
    return read_named("sector_words", "word", "place", optional=("sector",))


@cache
def places() -> tuple[Row, ...]:
    """Places with their codes of GB/T 2260."""
    return read_named("places", "place", optional=("province",))


@cache
def counties() -> tuple[Row, ...]:
    """Counties, districts and cities below the prefectures with their codes of GB/T 2260; names recur."""
    return read_named("counties", "adcode")


@cache
def province_names() -> tuple[str, ...]:
    """Provinces without their endings, as people call them."""
    endings = [row["word"] for row in place_endings()]
    codes = [row["place"] for row in places() if row["adcode"].endswith("0000") and row["adcode"] != "000000"]
    return tuple(next((name.removesuffix(end) for end in endings if name.endswith(end)), name) for name in codes)


@cache
def rejection_reasons() -> dict[str, str]:
    """Why a numeral is no target: code → meaning."""
    return {row["reason"]: row["note"] for row in read_named("rejections", "reason")}


@cache
def place_endings() -> tuple[Row, ...]:
    """Endings of place names that people leave out, the longer ones first."""
    return read_named("place_endings", "word")


@cache
def phrases() -> dict[str, Row]:
    """What is said to readers, by key, in both languages, one file a question.

    Spaces at the ends are part of a phrase.
    """
    found: dict[str, Row] = {}
    for path in sorted((FOLDER / "phrases").glob("*.csv")):
        for row in read_vocabulary(path, ("key",), spaced=("en", "zh")):
            if row["key"] in found:
                msg = f"{path.name}: {row['key']} stands in another file of phrases already"
                raise VocabularyError(msg)
            found[row["key"]] = row
    return found


@cache
def scales() -> tuple[Row, ...]:
    """Powers that large numbers are said in, by language, the largest first."""
    return read_vocabulary(FOLDER / "scales.csv", ("language", "size"), spaced=("word",))
