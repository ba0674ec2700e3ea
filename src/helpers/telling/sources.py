"""Where a number comes from: the rows of targets and facts as a reader wants to look them up."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.telling.numbers import say_target, say_value
from helpers.telling.phrases import capital, indicator_name, part_in, say

Row = Mapping[str, object]

TARGET_COLUMNS = (
    *("id", "place", "indicator", "from_as_stated", "target", "figure", "from_words", "commitment"),
    *("from_year_source", "section", "from_offsets", "departments", "from_reading", "remark", "plan"),
)
PLAN_COLUMNS = ("id", "place", "title", "number", "from_issuer", "issued", "years", "remark", "from_text_hash", "url")
FACT_COLUMNS = (
    *("id", "place", "indicator", "from_as_stated", "from_value", "from_year", "basis", "from_status"),
    *("remark", "from_source", "url"),
)


def table_of_target_sources(targets: Sequence[Row], language: str) -> pd.DataFrame:
    """Each target with the place of its figure in the plan and the words it was read from."""
    return _table([_of_target(row, language) for row in targets], language)


def table_of_plan_sources(plans: Sequence[Row], language: str) -> pd.DataFrame:
    """Each plan with what identifies its text."""
    return _table([_of_plan(row, language) for row in plans], language, PLAN_COLUMNS)


def table_of_fact_sources(facts: Sequence[Row], language: str) -> pd.DataFrame:
    """Each reported value with its source and how far that is to be trusted."""
    return _table([_of_fact(row, language) for row in facts], language, FACT_COLUMNS)


def table_of_upper_sources(uppers: Sequence[Row], language: str) -> pd.DataFrame:
    """Each target of an upper level with the document it stands in."""
    return _table([_of_upper(row, language) for row in uppers], language, FACT_COLUMNS)


def _of_target(row: Row, language: str) -> tuple[object, ...]:
    comma = say("list_comma", language)
    code = str(row["indicator_code"])
    offsets = f"{row['char_start']}–{row['char_end']}" if row["char_start"] else ""
    return (
        row["target_id"],
        row["place_en" if language == "en" else "place"],
        capital(indicator_name(code, language)) if code else "",
        row["indicator"],
        say_target(row, language),
        row["figure"],
        str(row["verb"]).replace(";", comma),
        say(str(row["modality"]), language),
        say(f"from_year_in_{row['year_source']}", language),
        row["section"],
        offsets,
        str(row["departments"]).replace(";", comma),
        say("from_read_by", language, rule=row["rule"], review=say(f"from_review_{row['review']}", language)),
        part_in(str(row["note"]), language),
        row["plan_id"],
    )


def _of_plan(row: Row, language: str) -> tuple[object, ...]:
    return (
        row["plan_id"],
        row["place_en" if language == "en" else "place"],
        row["title"] or say("untitled", language),
        row["number"],
        row["issuer"],
        row["issued"],
        "–".join(dict.fromkeys(f"{row[name]:.0f}" for name in ("start_year", "end_year") if row[name])),
        part_in(str(row["note"]), language),
        row["sha256"],
        row["url"],
    )


def _of_fact(row: Row, language: str) -> tuple[object, ...]:
    graded = say(f"from_grade_{row['source_grade']}", language)
    return (
        row["fact_id"],
        row["place"],
        capital(indicator_name(str(row["indicator_code"]), language)),
        row["indicator"],
        say_value(row["value"], str(row["unit"]), language),
        str(row["year"]),
        say(f"basis_{row['price_basis'] or 'none'}", language),
        say("from_status_graded", language, status=say(f"from_status_{row['status']}", language), grade=graded),
        part_in(str(row["note"]), language),
        row["source_title"],
        row["source_url"],
    )


def _of_upper(row: Row, language: str) -> tuple[object, ...]:
    graded = say(f"from_grade_{row['source_grade']}", language)
    title = " ".join(filter(None, (str(row["document_title"]), str(row["document_number"]))))
    return (
        row["upper_id"],
        row["issuer"],
        capital(indicator_name(str(row["indicator_code"]), language)),
        row["indicator"],
        say_target(row, language),
        f"{row['target_year']:.0f}",
        say(f"basis_{row['price_basis'] or 'none'}", language),
        say("from_status_graded", language, status=say(f"from_status_{row['status']}", language), grade=graded),
        part_in(str(row["note"]), language),
        title,
        row["source_url"],
    )


def _table(rows: list[tuple[object, ...]], language: str, keys: Sequence[str] = TARGET_COLUMNS) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])
