"""The tables of the project: each column is declared here and nowhere else.

Types, checks, column order, codebook and ``datapackage.json`` are derived from these models.
"""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from helpers.table import codes
from helpers.table import columns as col

Whole = pd.Int64Dtype

PLAN_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PLAN_ID_EXPECTED = "lower-case letters, digits and hyphens, such as linxi-2026"
INDUSTRY = r"^[A-T](;[A-T])*$"


class _Table(pa.DataFrameModel):
    class Config:
        strict = True
        ordered = True


class Targets(_Table):
    """One row is one quantified target that a plan's issuer commits to."""

    target_id: Series[str] = col.text("stable id from plan, place in the text and figure", unique=True)
    plan_id: Series[str] = col.text("key of plans.csv", pattern=PLAN_ID, expected=PLAN_ID_EXPECTED)
    place: Series[str] = col.text("the place that the plan is for")
    place_en: Series[str] = col.text("its name in English")
    adcode: Series[str] = col.text("its code of GB/T 2260", pattern=col.ADCODE, expected="six digits")
    province: Series[str] = col.text("the province it lies in")
    section: Series[str] = col.text("number path of the heading or item, as the plan numbers it", empty=True)
    indicator: Series[str] = col.text("the noun that the figure measures, as the plan states it")
    indicator_code: Series[str] = col.code(
        "canonical indicator, which makes rows of different places comparable", codes.indicator_codes(), empty=True
    )
    sector: Series[str] = col.code(
        "what the figure measures; where that does not tell, its heading", codes.sector_codes()
    )
    industry_code: Series[str] = col.text(
        "sections of GB/T 4754-2017 of the sector, joined by ;",
        pattern=INDUSTRY,
        expected="letters such as F;H",
        empty=True,
    )
    measure: Series[str] = col.code("what kind of quantity it is", codes.MEASURES)
    operator: Series[str] = col.code("which side of the figure counts", codes.OPERATORS)
    value: Series[float] = col.number("the figure in unit, computed without binary rounding")
    value_max: Series[float] = col.number("upper end of a range, in unit", empty=True)
    unit: Series[str] = col.text(
        "base unit; 万 and 亿 are inside value, percent stays percent; empty for a coefficient",
        empty=True,
    )
    figure: Series[str] = col.text("the expression as the plan prints it")
    price_basis: Series[str] = col.code(
        "prices it is measured in; empty where they play no part", codes.PRICE_BASES, empty=True
    )
    period: Series[str] = col.code("how it runs through the years", codes.PERIODS)
    start_year: Series[Whole] = col.year("first year, of annual and cumulative figures only", empty=True)
    target_year: Series[Whole] = col.year("year in or by which it is to be reached", empty=True)
    baseline_year: Series[Whole] = col.year("year compared with, where printed or named", empty=True)
    year_source: Series[str] = col.code("where target_year was read", codes.YEAR_SOURCES)
    modality: Series[str] = col.code("how firmly the issuer commits", codes.MODALITIES)
    verb: Series[str] = col.text("words that modality, operator and measure were read from, joined by ;", empty=True)
    departments: Series[str] = col.text("bodies named as responsible, joined by ;", empty=True)
    char_start: Series[Whole] = col.count("offset of figure in the plan's text, in code points", empty=True)
    char_end: Series[Whole] = col.count("offset behind it", empty=True)
    rule: Series[str] = col.text("name of the rule that read it; reader where a person did")
    review: Series[str] = col.code("whether a person has agreed", codes.REVIEWS)
    note: Series[str] = col.text("anything arguable", empty=True)

    @pa.dataframe_check(name="value_max: given for a range, and only for one")
    def range_has_two_ends(cls, frame: pd.DataFrame) -> Series[bool]:
        return (frame["operator"] == "between") == frame["value_max"].notna()

    @pa.dataframe_check(name="value_max: not below value")
    def range_runs_upwards(cls, frame: pd.DataFrame) -> Series[bool]:
        return frame["value_max"].isna() | (frame["value_max"] >= frame["value"])

    @pa.dataframe_check(name="start_year: for annual and cumulative figures only, and not after target_year")
    def start_belongs_to_span(cls, frame: pd.DataFrame) -> Series[bool]:
        start, end = frame["start_year"], frame["target_year"]
        orderly = (start <= end).fillna(value=True).astype(bool)
        return start.isna() | ((frame["period"] != "by") & orderly)

    @pa.dataframe_check(name="char_end: behind char_start, and both or neither")
    def offsets_enclose_figure(cls, frame: pd.DataFrame) -> Series[bool]:
        start, end = frame["char_start"], frame["char_end"]
        ahead = (start < end).fillna(value=False).astype(bool)
        return ahead | (start.isna() & end.isna())


class Plans(_Table):
    """One row is one plan that was read."""

    plan_id: Series[str] = col.text("key", pattern=PLAN_ID, expected=PLAN_ID_EXPECTED, unique=True)
    place: Series[str] = col.text("the place that the plan is for")
    place_en: Series[str] = col.text("its name in English")
    adcode: Series[str] = col.text("its code of GB/T 2260", pattern=col.ADCODE, expected="six digits")
    province: Series[str] = col.text("the province it lies in")
    title: Series[str] = col.text("title as printed; empty where the text has none", empty=True)
    number: Series[str] = col.text("document number as printed", empty=True)
    issuer: Series[str] = col.text("issuing body", empty=True)
    issued: Series[str] = col.text(
        "date of issue", pattern=r"^\d{4}-\d\d-\d\d$", expected="a date such as 2025-05-31", empty=True
    )
    published: Series[str] = col.text(
        "date of publication", pattern=r"^\d{4}-\d\d-\d\d$", expected="a date", empty=True
    )
    start_year: Series[Whole] = col.year("first year of the plan; empty where the text names no year", empty=True)
    end_year: Series[Whole] = col.year("last year of the plan", empty=True)
    url: Series[str] = col.text("where the text was found", empty=True)
    note: Series[str] = col.text("what a reader should know of the text", empty=True)
    sha256: Series[str] = col.text(
        "hash of the text that offsets point into", pattern="^[0-9a-f]{64}$", expected="64 hex digits", empty=True
    )


class Statements(_Table):
    """One row is one target as its plan states it: words and places in the text, nothing computed."""

    char_start: Series[Whole] = col.count("offset of figure in the plan's text, in code points", empty=True)
    char_end: Series[Whole] = col.count("offset behind it", empty=True)
    section: Series[str] = col.text("number path of the heading or item", empty=True)
    heading: Series[str] = col.text("path of headings it stands under, outermost first, joined by ;", empty=True)
    indicator: Series[str] = col.text("the noun that the figure measures, completed where the plan elides it")
    figure: Series[str] = col.text("number, unit and attached bound as printed")
    unit: Series[str] = col.text("the unit where it stands elsewhere, as in a table's header", empty=True)
    verb: Series[str] = col.text(
        "words outside the figure that say bound, commitment and measure, joined by ;", empty=True
    )
    period_clause: Series[str] = col.text("words of time that govern it from its own clause", empty=True)
    period_sentence: Series[str] = col.text("words of time that govern it from elsewhere in its sentence", empty=True)
    period_paragraph: Series[str] = col.text("words of time that govern it from elsewhere in its paragraph", empty=True)
    baseline: Series[str] = col.text("words that name the year compared with", empty=True)
    departments: Series[str] = col.text("bodies named as responsible, joined by ;", empty=True)
    rule: Series[str] = col.text("name of the rule that read it; reader where a person did")
    review: Series[str] = col.code("whether a person has agreed", codes.REVIEWS)
    note: Series[str] = col.text("anything arguable", empty=True)


class Rejections(_Table):
    """One row is one numeral of a plan that is no target."""

    char_start: Series[Whole] = col.count("offset of the figure in the plan's text, in code points")
    char_end: Series[Whole] = col.count("offset behind it")
    figure: Series[str] = col.text("the expression as printed")
    reason: Series[str] = col.code("why it is no target", codes.rejection_codes())
    note: Series[str] = col.text("anything arguable", empty=True)


class Corrections(_Table):
    """One row mends one cell that the rules compute otherwise; it fails when the rules no longer give ``expected``."""

    target_id: Series[str] = col.text("the row to mend")
    column: Series[str] = col.text("the cell to mend")
    expected: Series[str] = col.text("what the rules give, as the table prints it", empty=True)
    value: Series[str] = col.text("what is right", empty=True)
    reason: Series[str] = col.text("why the rules are wrong here")
    source: Series[str] = col.text("where the right value is read")


class Actuals(_Table):
    """One row is one reported value with its source."""

    fact_id: Series[str] = col.text("stable id from content", unique=True)
    place: Series[str] = col.text("the place")
    adcode: Series[str] = col.text("its code of GB/T 2260", pattern=col.ADCODE, expected="six digits")
    level: Series[str] = col.code("its administrative level", codes.LEVELS)
    indicator: Series[str] = col.text("the term of the source")
    indicator_code: Series[str] = col.code("canonical indicator", codes.indicator_codes())
    measure: Series[str] = col.code("what kind of quantity it is", codes.MEASURES)
    year: Series[Whole] = col.year("the year reported on")
    start_year: Series[Whole] = col.year("first year of an average over several", empty=True)
    value: Series[float] = col.number("in unit")
    unit: Series[str] = col.text("base unit")
    price_basis: Series[str] = col.code("prices it is measured in", codes.PRICE_BASES, empty=True)
    estimate: Series[str] = col.truth("whether the source gives it as an estimate")
    status: Series[str] = col.code("whether to use it", codes.FACT_STATUSES)
    source_title: Series[str] = col.text("title of the source", empty=True)
    source_url: Series[str] = col.text("address of the source", empty=True)
    source_grade: Series[str] = col.code("how far the source is to be trusted", codes.SOURCE_GRADES)
    note: Series[str] = col.text("cautions", empty=True)


class UpperTargets(_Table):
    """One row is one quantified target of a nation, a province, or another document of the place itself."""

    upper_id: Series[str] = col.text("stable id from content", unique=True)
    issuer: Series[str] = col.text("the place whose target it is")
    adcode: Series[str] = col.text("its code of GB/T 2260", pattern=col.ADCODE, expected="six digits")
    level: Series[str] = col.code("its administrative level", codes.LEVELS)
    document_title: Series[str] = col.text("the document it stands in")
    document_number: Series[str] = col.text("its number", empty=True)
    issued: Series[str] = col.text("date of issue, as far as known", empty=True)
    indicator: Series[str] = col.text("the term of the source")
    indicator_code: Series[str] = col.code("canonical indicator", codes.indicator_codes())
    measure: Series[str] = col.code("what kind of quantity it is", codes.MEASURES)
    operator: Series[str] = col.code("which side of the figure counts", codes.OPERATORS)
    value: Series[float] = col.number("in unit")
    value_max: Series[float] = col.number("upper end of a range, in unit", empty=True)
    unit: Series[str] = col.text("base unit")
    price_basis: Series[str] = col.code("prices it is measured in", codes.PRICE_BASES, empty=True)
    period: Series[str] = col.code("how it runs through the years", codes.PERIODS)
    start_year: Series[Whole] = col.year("first year, of annual and cumulative figures only", empty=True)
    target_year: Series[Whole] = col.year("year in or by which it is to be reached")
    status: Series[str] = col.code("whether to compare with it", codes.UPPER_STATUSES)
    source_url: Series[str] = col.text("address of the source", empty=True)
    source_grade: Series[str] = col.code("how far the source is to be trusted", codes.SOURCE_GRADES)
    note: Series[str] = col.text("cautions", empty=True)
