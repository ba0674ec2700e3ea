"""What a plan says, as stated: the shape of ``data/raw/statements/<plan>.csv``."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Statement:
    """One target as its plan states it: words and places in the text, nothing computed.

    The ``period_*`` words govern the figure from its own clause, from elsewhere in its sentence (up to 。) and from
    elsewhere in its paragraph; ``baseline`` are the words that name a year compared with (较2020年, 上年度).
    ``unit`` is the figure's unit where it stands elsewhere, in a table's header or column of units.
    ``heading`` is the path of headings it stands under, ``;``-joined from the outermost.
    """

    char_start: int | None
    char_end: int | None
    section: str
    heading: str
    indicator: str
    figure: str
    unit: str
    verb: str
    period_clause: str
    period_sentence: str
    period_paragraph: str
    baseline: str
    departments: str
    rule: str
    review: str
    note: str


@dataclass(frozen=True)
class Rejection:
    """One numeral of a plan that is no target, with the reason's code of ``rejections.csv``."""

    char_start: int
    char_end: int
    figure: str
    reason: str
    note: str


STATEMENT_COLUMNS = tuple(field.name for field in fields(Statement))
REJECTION_COLUMNS = tuple(field.name for field in fields(Rejection))
