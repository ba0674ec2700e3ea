"""Several nouns and several figures in one clause: 产量和产值分别达到3万吨、50亿元以上."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns
from helpers.reading.areas import is_area
from helpers.reading.clauses import Place
from helpers.reading.expressions import find_amounts
from helpers.reading.numerals import numeral_pattern, read_numeral
from helpers.reading.patterns import any_of, at_signs, has_any
from helpers.reading.periods import YEAR, first_signs, printed_span, time_pattern, year_in_words
from helpers.reading.quantities import Quantity
from helpers.reading.shared_heads import complete_items, measured_ends
from helpers.reading.start_values import starting_values
from helpers.reading.verbs_at_end import strip_right

#: A list of figures reaches no further than this on either side of one of them.
NEAR = 240
#: An item of a list that needs the head noun of the last (牛、羊、兔|出栏量) is no longer.
BARE = 3


def share_out(noun: str, place: Place) -> list[str]:
    """The nouns that a figure is stated for.

    分别 deals the nouns of a list out to the figures, or gives each of them the only figure; a list of nouns that each
    end as a rate are several rates. Every other coordination has one total and stays one noun.
    """
    each = lexicon.signs("each")[0]
    if noun.endswith(each) and not is_area(noun) and _stands_before(each, place.before):
        named = [part for part in _joins().split(noun.removesuffix(each)) if part]
        return complete_items(named) if named else [noun]  # 甲、乙各20个
    listed, _, shared = noun.partition(lexicon.signs("respectively")[0])
    parts = [part + shared for part in _joins().split(listed) if part]
    if len(parts) < 2:
        return [noun]
    whole = listed.split(lexicon.signs("list_join")[0])
    if len(whole) > 1 and gives_each(place) and all(part.endswith(measured_ends()) for part in whole):
        parts = [part + shared for part in whole]  # 感染者和病人发现率、治疗率
    if is_dealt(place):
        parts = _as_many(parts, [part + shared for part in listed.split(lexicon.signs("list_join")[0])], place)
    if gives_each(place):
        # 牛、羊出栏量均增长1% has one head noun.
        bare = all(len(part) <= BARE and not part.endswith(measured_ends()) for part in parts[:-1])
        return [noun] if bare and parts[-1].endswith(measured_ends()) else complete_items(parts)
    if dealt := _dealt_out(noun, parts, place) if is_dealt(place) else _dealt_by_order(parts, place):
        return dealt
    ends = lexicon.signs("rate_end")
    changed = place.figure.quantity.kind in ("percent", "multiple")
    if changed and not any(part.endswith(ends) for part in parts):
        paces = lexicon.signs("pace")  # one pace at the end is that of the whole list
        measured = (*lexicon.dependents(), *lexicon.unit_nouns(), *lexicon.signs("measure_end"))
        ends = tuple(end for end in measured if not end.endswith(paces))
    return parts if all(part.endswith(ends) for part in parts) else [noun]


def _stands_before(each: str, before: str) -> bool:
    """Whether the word for each stands before the figure, or before the verb there: 甲和乙各|新增5家."""
    return noun_patterns.delivery_end().sub("", before.rstrip()).rstrip().endswith(each)


def _dealt_out(noun: str, parts: list[str], place: Place) -> list[str]:
    """The noun of a figure of those that 分别 deals out; all nouns where it gives each the only figure."""
    nouns, starts = complete_items(parts), [start for start, _, _ in _figures_of(place)]
    if len(starts) == len(nouns) and place.figure.start in starts:
        number = starts.index(place.figure.start)
        return [parts[number] if _is_counted_apart(nouns[number], place) else nouns[number]]
    return nouns if len(starts) == 1 else [noun]


def _is_counted_apart(noun: str, place: Place) -> bool:
    """经营主体和海外仓面积分别达到|2800家、45万平方米: no count of firms has the last one's area."""
    if not noun.endswith(lexicon.signs("extent")):
        return False
    behind = find_amounts(place.text[place.figure.end : min(place.clause[1], place.figure.end + NEAR)])
    return bool(behind) and place.figure.quantity.unit != behind[-1].quantity.unit


def _dealt_by_order(parts: list[str], place: Place) -> list[str]:
    """The noun of a figure where as many stand one behind another without 分别: 煤炭、原油产量7亿吨、2400万吨."""
    number, count = run_of(place, kind="")
    bare = not place.after or place.after in lexicon.signs("list_join")
    if count != len(parts) or not bare:
        return []
    whole = complete_items(parts)[number]
    return [parts[number] if _is_counted_apart(whole, place) else whole]


def _as_many(parts: list[str], wider: list[str], place: Place) -> list[str]:
    """The items of a list, parted so that there are as many as figures: A及周边、B浓度分别下降20%、15%."""
    count = len(_figures_of(place))
    return wider if len(parts) != count == len(wider) > 1 else parts


def gives_each(place: Place) -> bool:
    """吞吐量、吞吐能力均突破12亿吨: each of the list has the figure; 人均 and 年均 give nothing."""
    return any(word in lexicon.signs("each_of") for word in strip_right(place.before)[1])


def dealt_year(place: Place) -> str:
    """The year that 分别 deals out to the figure (2027年、2028年分别达到90家、105家), or nothing."""
    if not is_dealt(place):
        return ""
    before = place.text[place.clause[0] : _dealing(place)]
    years = [match.group() for match in re.finditer(time_pattern(), before)]
    dealt, count = dealt_to(place)
    if len(years) == count > 1:
        return years[dealt]
    listed = _listed_years(place.text[place.sentence[0] : _dealing(place)])
    if len(listed) == count > 1:
        return listed[dealt]
    span = list(printed_span().finditer(place.sentence_before))
    each = span and _in_each_year().search(before)
    if not each or count < 2 or int(read_numeral(each[1])) != count or int(span[-1][2]) - int(span[-1][1]) + 1 != count:
        return ""
    return f"{int(span[-1][1]) + dealt}{lexicon.signs('year')[0]}"


def years_of_each(place: Place) -> list[str]:
    """The years of a list that each have the figure (2028年、2029年各|新建驿站9个), or nothing."""
    before = place.clause_so_far
    lists = [*_list_of_years().finditer(before)]
    each = lists and before.startswith((lexicon.signs("each")[0], *lexicon.signs("each_of")), lists[-1].end())
    return _listed_years(before) if each else []


def _listed_years(before: str) -> list[str]:
    """The years of a list that no other year stands behind: 2027、2028年|…分别达到20%、30%; 今年和2028年|…."""
    lists = [*_list_of_years().finditer(before)]
    alone = lists and not re.search(YEAR, before[lists[-1].end() :])
    found = re.findall(year_in_words(), lists[-1].group()) if alone else []
    return [one + lexicon.signs("year")[0] if one.isdigit() else one for one in found]


@cache
def _list_of_years() -> re.Pattern[str]:
    one = f"(?:{year_in_words()}){lexicon.signs('year')[0]}?"
    return re.compile(at_signs(f"{one}(?:(?:{any_of(lexicon.signs('list_join'))}){one})+", first_signs()))


@cache
def _in_each_year() -> re.Pattern[str]:
    """The number of years right before 分别, which has one figure for each: 三年分别推广."""
    return re.compile(f"(?<![0-9])({numeral_pattern()}){lexicon.signs('year')[0]}$")


def dealt_to(place: Place) -> tuple[int, int]:
    """Which of the figures behind 分别 this one is, and how many there are."""
    starts = [start for start, _, _ in _figures_of(place)]
    return (starts.index(place.figure.start), len(starts)) if place.figure.start in starts else (0, 0)


def run_of(place: Place, kind: str = "percent") -> tuple[int, int]:
    """Which of a run of amounts (同比增长14%、|16%; of any kind without one) it is, and how many; none for one."""
    joins = lexicon.signs("list_join")
    if not (place.text.endswith(joins, 0, place.figure.start) or place.text.startswith(joins, place.figure.end)):
        return 0, 0
    start = max(place.clause[0], place.figure.start - NEAR)
    clause = place.text[start : min(place.clause[1], place.figure.end + NEAR)]
    amounts = find_amounts(clause)
    runs: list[list[int]] = [[]]
    for number, one in enumerate(amounts):
        between = clause[amounts[number - 1].end : one.start] if number else ""
        if between not in joins or (kind and one.quantity.kind != kind):
            runs.append([])
        runs[-1].append(start + one.start)
    run = next((run for run in runs if place.figure.start in run), [])
    return (run.index(place.figure.start), len(run)) if len(run) > 1 else (0, 0)


def shared_bound(place: Place) -> list[str]:
    """The bound behind the last figure of a list that 分别 deals out, for those that have none of their own."""
    if behind := _behind_aside().match(place.text, place.figure.end):
        return [behind["bound"]]  # 24万吨(3亿瓶)以上
    if around := _around_list(place):
        return [around]
    figures = [] if place.figure.quantity.operator else _figures_of(place)
    if place.figure.start not in [start for start, _, _ in figures]:
        return []  # 分别 stands behind the figure and deals out others, or none
    if sum(bool(quantity.operator) for _, _, quantity in figures) > 1:
        return []  # 41%、13%以下和6次以下: each that has a bound prints it
    last_end, last = figures[-1][1], figures[-1][2]
    printed = place.text[figures[-1][0] : last_end]
    return [word for word in vocabulary.bound_words("after") if last.operator and printed.endswith(word)][:1]


def _around_list(place: Place) -> str:
    """The word behind the last of a list of values that are held to about so much: 控制在|3万吨、5万吨左右."""
    clause = place.text[slice(*place.clause)]
    if place.figure.quantity.operator or not has_any(clause, lexicon.signs("held_about")):
        return ""
    at, count = run_of(place, kind=place.figure.quantity.kind)
    if not count or at == count - 1:
        return ""
    behind = find_amounts(place.text[place.figure.start : place.clause[1]])[count - 1 - at :]
    start = place.figure.start
    printed = place.text[start + behind[0].start : start + behind[0].end] if behind else ""
    words = (row["word"] for row in vocabulary.bounds() if row["operator"] == "approx" and row["position"] == "after")
    return next((word for word in words if printed.endswith(word)), "")


@cache
def _behind_aside() -> re.Pattern[str]:
    return re.compile(rf"\([^(),;。]{{1,16}}\)(?P<bound>{any_of(vocabulary.bound_words('after'))})")


def is_dealt(place: Place) -> bool:
    return _dealing(place) >= 0


def _dealing(place: Place) -> int:
    """Where in the text 分别 stands in the clause, or -1."""
    return place.text.find(lexicon.signs("respectively")[0], *place.clause)


def _figures_of(place: Place) -> list[tuple[int, int, Quantity]]:
    """The amounts of the clause behind 分别, with their places in the whole text; none where it does not say 分别."""
    start = _dealing(place)
    if start < 0:
        return []
    start = max(start, starting_values(place.text, place.clause)[1])
    text = place.text[start : min(place.clause[1], start + 2 * NEAR)]
    return [(start + one.start, start + one.end, one.quantity) for one in find_amounts(text)]


@cache
def _joins() -> re.Pattern[str]:
    # what brackets hold is one with the noun before them: 县(市、区)
    return re.compile(rf"(?:{any_of(lexicon.signs('list_join'))})(?![^()]*\))")
