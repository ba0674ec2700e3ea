"""The header of a table of indicators → what stands in which column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from helpers.reading import lexicon
from helpers.reading.patterns import ASIDE, has_any
from helpers.reading.periods import YEAR
from helpers.reading.table_rows import Row
from helpers.reading.table_times import time_in, when_pattern, year_of
from helpers.reading.table_units import unit_in
from helpers.reading.years_compared import compared_pattern

#: Roles of columns that hold words, told by the whole of a header's cell.
NAMED = ("number", "group", "place", "indicator", "unit", "kind", "bodies", "reported", "deadline", "remark")
LONGEST_HEADER = 30


@dataclass(frozen=True)
class Column:
    """What a column holds: words in a ``role``, or figures (``value``) with what its header says of them.

    ``when`` are the words of time, ``year`` their year; ``change`` is the word by which figures are growth, ``mean``
    the word by which they are yearly, ``summed`` says that they are sums over years (of 年均/累计 those in brackets
    are), ``total`` that they are of all that stands beside them, ``actual`` that they tell what was reached;
    ``added`` is the word by which they are newly there (2027年新增).
    """

    role: str
    when: str = ""
    year: int | None = None
    unit: str = ""
    change: str = ""
    mean: str = ""
    summed: bool = False
    total: bool = False
    actual: bool = False
    added: str = ""
    baseline: str = ""


@dataclass(frozen=True)
class Columns:
    """All columns of a table, by place; ``names`` are the places of its indicators and of their groups before them."""

    roles: tuple[Column | None, ...]
    names: tuple[int, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.roles)

    @property
    def values(self) -> dict[int, Column]:
        """The columns of figures."""
        return {place: one for place, one in enumerate(self.roles) if one and one.role == "value"}

    def place_of(self, role: str) -> int | None:
        """Where the words in a role stand."""
        return next((place for place, one in enumerate(self.roles) if one and one.role == role), None)


def opens_header(row: Row) -> bool:
    """Whether a row can be a header's first: short cells without amounts, one of them in a known role."""
    texts = row.filled
    if len(texts) < 2 or max(map(len, texts)) > LONGEST_HEADER or any(re.search("[。;!?]", text) for text in texts):
        return False
    return any(map(role_of, texts)) and not any(_is_number(text) for text in texts)


def continues_header(row: Row) -> bool:
    """Whether all that a row says can stand in a header below another row of it."""
    ditto = lexicon.table_words("ditto")
    return bool(row.filled) and all(
        text in ditto or (len(text) <= LONGEST_HEADER and role_of(text)) for text in row.filled
    )


@lru_cache(maxsize=4096)
def role_of(text: str) -> str:
    """The role of a header's cell: one of words, or ``value``; empty where it has none that is known."""
    bare = ASIDE.sub("", text).replace(" ", "")
    for role in NAMED:
        words = lexicon.table_words(role)
        if bare in words or (role in ("bodies", "reported") and bare.startswith(words)):
            return role
    known = when_pattern().search(text) or has_any(text, _figure_words()) or bare in lexicon.table_words("amount")
    return "value" if known else ""


def read_columns(rows: Sequence[Row]) -> Columns | None:
    """The columns of a header of one or more rows; ``None`` where it has none of figures, or names no indicators.

    A column of figures needs a year, unless the header says by its words that it is one of indicators.
    """
    parts = _spread(_aligned(rows))
    roles = tuple(_dated(_column(one) for one in parts))
    first = next((place for place, one in enumerate(roles) if one and one.role == "indicator"), 0)
    roles = tuple(
        replace(one, role="group") if one and one.role == "kind" and place < first else one
        for place, one in enumerate(roles)
    )
    named = any(one and one.role == "indicator" for one in roles)
    dated = any(one and one.when for one in roles)
    # A total without years beside it may be that of anything.
    kept = [one for one in roles if one and (one.role != "value" or one.when or (named and (dated or not one.total)))]
    roles = tuple(one if one in kept else None for one in roles)
    names = _names(roles, parts)
    found = Columns(roles, names)
    return found if found.values and names and min(found.values) > names[0] else None


def label_columns(labels: Iterable[str]) -> tuple[Column | None, ...]:
    """What each of several labels says of the figures beside it, as the header of a column would."""
    return tuple(_dated(_column([label]) for label in labels))


def _dated(columns: Iterable[Column | None]) -> Iterator[Column | None]:
    """The columns, those of growth on the year before with the time of the column at their left: 2026年目标 | 增长."""
    last: Column | None = None
    for column in columns:
        found = column
        if column and last and column.change and not (column.when or column.mean or column.summed):
            found = replace(column, when=last.when, year=last.year, actual=last.actual)
        elif column and last and column.total and last.added and not column.when:
            # 2026年新增 | 2027年新增 | 合计: a sum up to the last year
            found = replace(column, when=last.when, year=last.year, added=last.added)
        last = found if found and found.role == "value" else last
        yield found


def _names(roles: Sequence[Column | None], parts: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Where names stand: under the words for indicators and the empty cells that these reach over, else first."""
    named = [place for place, one in enumerate(roles) if one and one.role == "indicator"]
    if not named:
        free = (place for place, one in enumerate(roles) if one is None or one.role not in ("number", "value"))
        return tuple(free)[:1]
    last = named[-1] + 1
    while last < len(roles) and not parts[last]:
        last += 1
    grouped = [place for place, one in enumerate(roles) if one and one.role in ("group", "place") and place < last]
    return (*grouped, *range(named[0], last))


def _aligned(rows: Sequence[Row]) -> list[list[str]]:
    """The texts of a header's rows in columns of one count; a row below that lacks the others' places is put under
    the cells above it that have no role of their own.
    """
    first = list(rows[0].texts)
    found = [first]
    for row in rows[1:]:
        texts = list(row.texts)
        if len(texts) < len(first) and "" not in first:
            words = [place for place, text in enumerate(first) if role_of(text) in ("value", "")]
            if words and words[-1] - words[0] < len(texts):
                behind = len(first) - words[-1] - 1
                first[words[0] + 1 : words[-1] + 1] = [
                    *first[words[0] + 1 : words[-1] + 1],
                    *[""] * (len(texts) - (words[-1] - words[0] + 1)),
                ]
                texts = [*[""] * words[0], *texts, *[""] * behind]
        found.append(texts)
    width = max(map(len, found))
    return [[*texts, *[""] * (width - len(texts))] for texts in found]


def _spread(rows: Sequence[list[str]]) -> list[list[str]]:
    """What stands above each column, from the top; a cell reaches over the empty ones behind it with words below."""
    ditto = lexicon.table_words("ditto")
    found: list[list[str]] = []
    for place in range(len(rows[0])):
        parts = []
        for number, texts in enumerate(rows):
            text, left = texts[place], place
            below = any(row[place] and row[place] not in ditto for row in rows[number + 1 :])
            while not text and below and left:
                left -= 1
                text = texts[left]
            if text and text not in ditto and text not in parts:
                parts.append(text)
        found.append(parts)
    return found


def _column(parts: Sequence[str]) -> Column | None:
    roles = [role_of(part) for part in parts]
    named = next((role for role in roles if role in NAMED), "")
    if named:
        return Column(named)
    if "value" not in roles:
        return None
    text = "".join(parts)
    compared = re.search(compared_pattern(), text)
    own = text.replace(compared.group(), "") if compared else text
    # Of several years the last counts: a column of 2030年 below one of 2026—2030年.
    words = time_in(own)
    if not (words or has_any(own, _figure_words())):
        return None  # 总量 without a year may be that of anything
    mean, change = _pace(text)
    return Column(
        "value",
        when=words,
        year=year_of(words),
        unit=next(filter(None, map(unit_in, reversed(parts))), ""),
        change=change,
        mean=mean,
        summed=has_any(text, (*lexicon.table_words("sum"), *lexicon.table_words("total"))),
        total=has_any(text, lexicon.table_words("total")),
        actual=has_any(text, lexicon.table_words("actual")) and not has_any(text, lexicon.table_words("goal")),
        added=next((word for word in lexicon.signs("new") if word in text), ""),
        baseline=compared.group() if compared else "",
    )


def _pace(text: str) -> tuple[str, str]:
    """The words of a header by which figures are yearly, and by which they are growth.

    年均 alone is that of growth, unless sums stand in the same column: there it is what each indicator itself does.
    """
    yearly = has_any(text, lexicon.table_words("growth"))
    change = next((word for word in lexicon.table_words("change") if word in text), "")
    if yearly and not change and has_any(text, lexicon.table_words("sum")):
        return lexicon.signs("on_average")[0], ""
    growth = lexicon.table_words("growth")[0]
    return (growth, growth) if yearly else ("", change)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9][0-9.,%]*", text)) and not re.fullmatch(YEAR, text)


@cache
def _figure_words() -> tuple[str, ...]:
    roles = ("growth", "change", "goal", "actual", "sum", "total")
    return tuple(word for role in roles for word in lexicon.table_words(role))
