"""Every numeric expression of a text: amounts with unit and bound, dates, and bare numerals."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.durations import clause_before, read_duration
from helpers.reading.figures import find_numerals
from helpers.reading.numerals import chinese_powers, numeral_pattern, range_pattern
from helpers.reading.patterns import CHINESE, any_of, has_any
from helpers.reading.periods import YEAR, year_sign
from helpers.reading.quantities import (
    FigureError,
    Quantity,
    figure_pattern,
    fraction_pattern,
    hundredths_pattern,
    is_lonely,
    read_figure,
    tenths_pattern,
    wording_pattern,
)

LONGEST = 48
SPACES = (" ", "\u00a0")
#: Spaces between two numbers, of which the second is no group of thousands (2 400).
PARTED = re.compile(r"(?<=[0-9])[ \u00a0]+(?=[0-9])(?![0-9]{3}(?![0-9]))")


@dataclass(frozen=True)
class Expression:
    """One numeric expression: where it stands, and what it says if it is an amount.

    ``unit`` is the unit as printed where it stands elsewhere: behind the last of a list (20万和10万标箱), or in the
    noun that is counted (20万贫困人口).
    """

    start: int
    end: int
    quantity: Quantity | None = None
    is_date: bool = False
    unit: str = ""


def find_expressions(text: str) -> list[Expression]:
    """All numeric expressions of plain text, left to right, none within another.

    >>> [text[one.start : one.end] for text in ["到2027年达到1.3亿人次以上"] for one in find_expressions(text)]
    ['2027年', '1.3亿人次以上']
    """
    found, reached = [], 0
    for start, end in find_numerals(text):
        if start < reached:
            continue
        alone = text[start] in chinese_powers()
        first = start - 1 if alone and _over().match(text, max(0, start - 2), end) else start  # 上|万家
        expression = _lasting(text, start) or _date(text, start) or _amount(text, first) or Expression(start, end)
        found.append(expression)
        reached = expression.end
    for place in reversed(range(len(found))):
        if place + 1 < len(found) and _is_of_points(text, *found[place : place + 2]):
            found[place] = _in_points(text, found[place])
        elif not found[place].quantity and not found[place].is_date:
            following = found[place + 1] if place + 1 < len(found) else None
            found[place] = (
                _with_unit_of_list(text, found[place], following)
                or _of_people(text, found[place])
                or _of_noun(text, found[place])
                or found[place]
            )
    return found


@lru_cache(maxsize=256)  # each figure of a clause asks for all of them
def find_amounts(text: str) -> tuple[Expression, ...]:
    """The expressions of a text that are amounts."""
    return tuple(one for one in find_expressions(text) if one.quantity)


def _with_unit_of_list(text: str, bare: Expression, following: Expression | None) -> Expression | None:
    """A numeral of a list with the unit that only the last of the list prints."""
    if not following or not following.quantity or text[bare.end : following.start] not in lexicon.signs("list_join"):
        return None
    dealt = lexicon.signs("respectively")[0] in text[max(0, bare.start - LONGEST) : bare.start]
    if not dealt and not text[bare.start : bare.end].endswith(tuple(chinese_powers())):
        return None
    printed = figure_pattern().match(text[following.start : following.end])
    unit = following.unit or (printed["unit"] if printed else "")
    return _amount_in(text, bare, bare.end, unit) if unit else None


def _is_of_points(text: str, one: Expression, following: Expression) -> bool:
    """Whether a count joined to percentage points is of points as well: 分别降低|0.8个、0.6个百分点."""
    if not (following.quantity and following.quantity.kind == "points" and one.quantity) or one.quantity.operator:
        return False
    joined = text[one.end : following.start] in lexicon.signs("list_join")
    return joined and one.quantity.unit == lexicon.signs("points_unit")[0][:1]


def _in_points(text: str, one: Expression) -> Expression:
    unit = lexicon.signs("points_unit")[0]
    printed = text[one.start : one.end].removesuffix(unit[:1])
    return Expression(one.start, one.end, read_figure(printed + unit), unit=unit)


def _of_people(text: str, bare: Expression) -> Expression | None:
    """A large number of people, counted without a classifier: 20万贫困人口, 3万以上农民."""
    counted = _people().match(text, bare.end) if text[bare.end - 1] in chinese_powers() else None
    if not counted:
        return None
    return _amount_in(text, bare, counted.end("bound"), lexicon.signs("person")[0])


def _of_noun(text: str, bare: Expression) -> Expression | None:
    """A number whose unit the noun before it says: 营业收入突破3万亿, 接待人次7300万; or none: 系数达到0.58."""
    closed = _amount_end().match(text, bare.end)
    if text[bare.start - 1 : bare.start] in lexicon.signs("ratio_sign"):
        return None  # 系数达到1:|9
    printed = text[bare.start : bare.end]
    large = printed.endswith(tuple(chinese_powers()))
    if not closed or not (large or printed[0].isdigit()):
        return None
    clause = clause_before(text, bare.start)
    nouns = [noun for noun in lexicon.unit_nouns() if noun in clause]
    nearest = max(nouns, key=lambda noun: (clause.rfind(noun) + len(noun), len(noun)), default="")
    # A scale in tens of thousands may be of anything (算力规模达到5万); one in hundreds of millions is money.
    unsaid = nearest in lexicon.signs("vast") and not printed.endswith(lexicon.signs("vast_power"))
    unit = "" if unsaid else lexicon.unit_nouns().get(nearest, "")
    # Only a pure number and one per head go without a power: 营业收入2 may be the number of anything.
    per_head = nearest.endswith(lexicon.signs("measure_end")) and has_any(clause, tuple(vocabulary.denominators()))
    small = unit in lexicon.signs("no_unit") or (unit and per_head)
    return _amount_in(text, bare, closed.end("bound"), unit) if large or small else None


def _amount_in(text: str, bare: Expression, end: int, unit: str) -> Expression | None:
    try:
        quantity = read_figure(text[bare.start : bare.end] + unit + text[bare.end : end])
    except FigureError:
        return None
    return Expression(bare.start, end, quantity, unit=unit)


def _lasting(text: str, start: int) -> Expression | None:
    printed = read_duration(text, start)
    return Expression(start, start + len(printed), read_figure(printed)) if printed else None


def _date(text: str, start: int) -> Expression | None:
    # No date is longer; a run of numerals without end would be tried at each of its places.
    match = _dates().match(text, start, start + LONGEST)
    return Expression(start, match.end(), is_date=True) if match else None


def _amount(text: str, start: int) -> Expression | None:
    # Plans print spaces inside a figure now and then; they are skipped for the match and counted for the place.
    squeezed = window = text[start : start + LONGEST]
    kept = range(LONGEST)
    if has_any(window, SPACES):
        window = PARTED.split(window, maxsplit=1)[0]
        kept = [place for place, sign in enumerate(window) if sign not in SPACES]
        squeezed = "".join(window[place] for place in kept)
    match = counted = figure_pattern().match(squeezed)
    for pattern in _worded_patterns() if _worded_start().match(squeezed) else ():
        worded = pattern.match(squeezed)
        if worded and (not match or worded.end() >= match.end()):
            match = worded
    lonely = match and match is counted and is_lonely(match)
    if not match or (lonely and not text.endswith(lexicon.signs("passes_power"), 0, start)):
        return None
    try:
        quantity = read_figure(match.group())
    except FigureError:
        return None
    behind = squeezed[match.end() : match.end() + 1]
    if quantity.unit in lexicon.signs("phase_unit") and (not squeezed[0].isascii() or CHINESE.match(behind)):
        return None  # 二期, 3期|工程
    return Expression(start, start + kept[match.end() - 1] + 1, quantity)


@cache
def _worded_patterns() -> tuple[re.Pattern[str], ...]:
    return wording_pattern(), hundredths_pattern(), tenths_pattern(), fraction_pattern()


@cache
def _worded_start() -> re.Pattern[str]:
    """What an amount in words may begin with; most figures begin with a digit and are none (翻番, 百分之六, 1/3)."""
    printed = [word for word in vocabulary.wordings() if word[0].isdigit()]
    return re.compile(f"[^0-9]|{any_of(printed)}|[0-9]{{1,3}}(?:{any_of(lexicon.signs('part_in_words'))})")


@cache
def _over() -> re.Pattern[str]:
    """What says that a power alone is exceeded: 企业|上|万家; but not 线上百家, 以上百家."""
    others = "".join(lexicon.signs("before_over"))
    return re.compile(f"(?:^|[^{others}])(?:{any_of(lexicon.signs('over'))})[{chinese_powers()}]")


@cache
def _people() -> re.Pattern[str]:
    """A noun for people, after at most one bound and a few words that say which."""
    bounds, people = any_of(vocabulary.bound_words("after")), any_of(lexicon.signs("people"))
    aged = f"(?:[0-9]{{1,3}}(?:{any_of(lexicon.signs('age'))})(?:{bounds})?)?"
    return re.compile(f"(?P<bound>(?:{bounds})?){aged}[^,;:。、()|0-9\\s]{{0,6}}?(?:{people})")


@cache
def _amount_end() -> re.Pattern[str]:
    """What may stand behind an amount whose unit is left out: a bound, 大关, 级, and what ends its part of a clause."""
    bounds, levels = any_of(vocabulary.bound_words("after")), any_of(lexicon.signs("level_word"))
    particle, goals = lexicon.adjuncts("particle")[0], any_of(lexicon.signs("goal"))
    ended = f"(?=[,;。、)\\s]|{lexicon.signs('such_as')[0]}|{particle}[^,;。0-9]{{0,4}}?(?:{goals})|$)"
    return re.compile(f"(?P<bound>(?:{bounds})?)(?:(?:{levels})?{ended}|{magnitude_end()})")


@cache
def magnitude_end() -> str:
    """What makes an amount an order of magnitude, at the clause's end: 收入达到万亿级; but not 万亿级、千亿级产业."""
    return f"(?:{any_of(lexicon.signs('magnitude'))})(?=[,;。\\s]|$)"


@cache
def _dates() -> re.Pattern[str]:
    year, (month, day) = year_sign(), (lexicon.signs(role)[0] for role in ("month", "day"))
    lasts = any_of(lexicon.signs("duration"))
    number, dash = numeral_pattern(), range_pattern()
    few = rf"(?:{number})(?:{dash}(?:{number}))?"
    return re.compile(
        rf"{YEAR}(?:{year})?{dash}{YEAR}{year}|{YEAR}{year}(?:[0-9]{{1,2}}{month}(?:[0-9]{{1,2}}{day})?)?"
        rf"|[0-9]{{1,2}}(?:{any_of(lexicon.signs('hour'))})(?:[0-9]{{1,2}}(?:{any_of(lexicon.signs('minute'))}))?"
        rf"|{YEAR}-[0-9]{{1,2}}-[0-9]{{1,2}}|[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?"
        rf"|[0-9]{{1,2}}{month}(?:[0-9]{{1,2}}{day})?|[0-9]{{1,2}}{day}(?![a-z])|{few}(?:{lasts}|{year})"
    )
