"""Which words of time govern a figure."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from helpers.reading import lexicon
from helpers.reading.baselines import read_baseline_words
from helpers.reading.clauses import REACH, Place
from helpers.reading.neighbouring_years import is_summed_since, reached_then, runs_to, span_of
from helpers.reading.patterns import any_of, has_any
from helpers.reading.periods import (
    FARTHEST,
    YEAR,
    lasting_pattern,
    printed_span,
    range_pattern,
    read_years,
    time_pattern,
    year_in_words,
    year_sign,
)
from helpers.reading.told_words import running_now
from helpers.reading.years_named import is_yearly, years_in


@dataclass(frozen=True)
class Periods:
    """Words of time that govern a figure, by where they stand, as a statement holds them."""

    clause: str = ""
    sentence: str = ""
    paragraph: str = ""
    baseline: str = ""


def read_periods(place: Place, first_year: int, rhythm: str) -> Periods:
    """The nearest words that name a year: in the clause, the sentence, the paragraph.

    In each the nearest before the figure goes before one behind it. Years before the plan's first and years compared
    with (较2020年) never govern. ``rhythm`` is the word of rhythm in the figure's own clause (每年, 年均, 累计).
    """
    figure, words = place.figure, read_baseline_words(place)
    near = [one for one in years_in(place.text, *place.clause, first_year) if not _is_of_aside(one, place)]
    if own := _nearest(place.text, near, figure.start, figure.end):
        return Periods(_join(span_of(own, place), rhythm), baseline=words)
    inside = [one for one in years_in(place.text, *place.sentence, first_year) if _reaches(one, place)]
    around = years_in(place.text, *place.surroundings, first_year)
    wider = _year_of_sentence(place, inside, rhythm, told=bool(around) and around[0][1] <= figure.start)
    if wider and _tells_nothing(wider, place, rhythm, first_year):
        return Periods(rhythm, baseline=words)
    if since := _afterwards(place, inside) if is_yearly(rhythm) else "":
        return Periods(rhythm, sentence=since, baseline=words)
    if wider and not (is_yearly(rhythm) and _is_farther_behind(wider, place)):
        spans = [one for one in inside if one[1] <= figure.start and runs_to(one, wider)] if is_yearly(rhythm) else []
        behind = wider[0] > figure.start and not is_yearly(rhythm)
        said = spans[-1][2] if spans else _year_alone(wider[2], behind=behind)
        return Periods(rhythm, sentence=said, baseline=words)
    if is_yearly(rhythm) and not rhythm.startswith(lexicon.signs("on_average")):
        return Periods(rhythm, sentence=reached_then(place), baseline=words)
    around = [one for one in around if _reaches(one, place) and _reaches_on(one, figure.start)]
    widest = _nearest(place.text, around, figure.start, figure.end)
    if widest and is_yearly(rhythm) and widest[0] > figure.start:
        widest = None
    wide = _year_alone(widest[2]) if widest else _headed(place, first_year) or _carried(place, first_year)
    return Periods(rhythm, paragraph=wide, baseline=words)


def _year_of_sentence(
    place: Place, inside: list[tuple[int, int, str]], rhythm: str, *, told: bool
) -> tuple[int, int, str] | None:
    """The nearest of a sentence's years; one behind a semicolon begins anew where one was ``told`` before, or where
    something is done each year.
    """
    year = _nearest(place.text, inside, place.figure.start, place.figure.end)
    if year and year[0] >= place.segment[1] and (is_yearly(rhythm) or told):
        return None
    return span_of(year, place) if year else None


def _tells_nothing(year: tuple[int, int, str], place: Place, rhythm: str, first_year: int) -> bool:
    """Whether the year is not the one of what a sum or something done each year goes on to."""
    told = _is_before_opening(year, place, rhythm) or _ends_nothing(year, place, rhythm, first_year)
    return told or is_summed_since(year, place, first_year)


def _is_farther_behind(year: tuple[int, int, str], place: Place) -> bool:
    """Whether a year behind the figure stands beyond the next clause, where it tells of something else."""
    return year[0] > place.figure.start and place.text.count(",", place.figure.end, year[0]) > 1


def _year_alone(words: str, *, behind: bool = False) -> str:
    """The one year that words name, without what is done each year up to it (到2027年每年); a span keeps it, but from
    behind a figure (新建冷库20座,2027年至2029年每年培训…) it tells no more than its end.
    """
    year, parted, _ = words.partition(";")
    period = read_years(year) if parted else None
    if period and behind:
        return f"{period.end}{lexicon.signs('year')[0]}"
    return year if period and period.start is None else words


def _is_of_aside(year: tuple[int, int, str], place: Place) -> bool:
    """Whether the year is that of an amount in brackets behind the figure: 100亿元(其中2027年30亿元)."""
    text, behind = place.text, place.text[place.figure.end : year[0]]
    if year[0] < place.figure.end or behind.count("(") <= behind.count(")"):
        return False
    rest = text[year[1] : place.clause[1]].partition(")")[0]
    return any(sign.isdigit() for sign in rest)


def _afterwards(place: Place, years: list[tuple[int, int, str]]) -> str:
    """The years from the one before to the one behind, where the figure's part of the sentence opens with 之后."""
    part = place.segment_so_far.lstrip()
    word = next((word for word in lexicon.signs("afterwards") if part.startswith(word)), "")
    before = [one[2] for one in years if one[1] <= place.segment[0] and read_years(one[2])]
    behind = [one[2] for one in years if one[0] >= place.figure.end and read_years(one[2])]
    return (
        f"{read_years(before[-1]).end}{lexicon.signs('year')[0]};{word};{behind[0]}"
        if word and before and behind
        else ""
    )


def _reaches(year: tuple[int, int, str], place: Place) -> bool:
    """Whether words of time may govern a figure of another clause: 明年 is said of what follows, 三年新增 of that up to
    the semicolon, and 三年累计 of none.
    """
    # 改造10万座,其中|2027年|2万座;新增…
    part = place.text[max(0, year[0] - 4) : year[0]].rstrip(" ,:").endswith(lexicon.signs("thereof"))
    part = part and not place.segment[0] <= year[0] < place.figure.start
    # 培训3万人次,其中2027年1万人次,|2028年|2万人次
    between = place.text[place.figure.end : year[0]]
    part = part or (year[0] < place.segment[1] and has_any(between, lexicon.signs("thereof")))
    if year[2].endswith(lexicon.signs("summed")) or part:
        return False
    later = (*lexicon.signs("within_year"), *(row["word"] for row in lexicon.relative_years() if int(row["years"]) > 0))
    near = place.segment[0] <= year[0] < place.figure.start or not year[2].endswith(lexicon.signs("anew"))
    return near and (year[1] <= place.figure.start or year[2] not in later)


def _reaches_on(year: tuple[int, int, str], start: int) -> bool:
    """Whether they may do so from another sentence: how long something lasts (三年内) is said of what follows."""
    return year[1] <= start or not re.match(lasting_pattern(), year[2])


def _is_title_before(place: Place, first_year: int) -> bool:
    """Whether the plan's own span stands in its title before the figure in the sentence: 《…方案(2027—2029年)》."""
    titled = re.finditer(f"\\({printed_span().pattern}\\)", place.sentence_before)
    return any(int(match[1]) == first_year for match in titled)


def _headed(place: Place, first_year: int) -> str:
    """The time that opens the innermost heading with one (2028年民生实事), which all below it is for, or that leads in
    the list which it stands in (“十五五”时期).
    """
    time = next(filter(None, map(_time_of_heading, reversed(place.paragraph.headings))), "")
    return time if time and read_years(time).end >= first_year else ""


@lru_cache(maxsize=256)
def _time_of_heading(term: str) -> str:
    year = _heading_year().match(term)
    return year["words"] if year else term if re.fullmatch(time_pattern(), term) else ""


@cache
def _heading_year() -> re.Pattern[str]:
    return re.compile(rf"[^\w“\"]{{0,3}}(?P<words>{YEAR}{year_sign()})(?!{range_pattern()})")


def _carried(place: Place, first_year: int) -> str:
    """The last of the near years that running text has aimed at (到2027年); it goes on into a paragraph without one."""
    if not place.paragraph.running:
        return ""
    start = place.paragraph.start
    earlier = years_in(place.text, max(0, start - REACH), start, first_year)
    aimed = [one[2] for one in earlier if one[2].startswith(lexicon.signs("up_to"))]
    if not aimed and not printed_span().search(place.text[:REACH]):
        # 用5年时间 is the time of all that is told behind it, where no span of years is named.
        lasting = [one for one in earlier if place.text.endswith(lexicon.signs("taking_time"), 0, one[0])]
        aimed = [one[2] for one in lasting if read_years(one[2], first_year)]
    near = [words for words in aimed if read_years(words, first_year).end - first_year <= FARTHEST]
    latest = max(near, key=lambda words: read_years(words, first_year).end, default="")
    return latest or (earlier[-1][2] if earlier and _is_this_year(place, earlier[-1]) else "")


def _is_this_year(place: Place, year: tuple[int, int, str]) -> bool:
    """Whether the paragraph just before ends with what is to be done this year: 今年,新建12个."""
    before = place.text[: place.paragraph.start].rstrip()
    told = re.split("[。\n]", place.text[year[1] : len(before)], maxsplit=1)[0]
    near = "\n" not in before[year[0] :] and bool(re.search("[0-9]", told))
    return near and year[2] in _this_year() and bool(running_now().match(place.text, year[0]))


@cache
def _this_year() -> tuple[str, ...]:
    return tuple(row["word"] for row in lexicon.relative_years() if row["years"] == "0")


def _join(found: tuple[int, int, str], rhythm: str) -> str:
    return f"{found[2]};{rhythm}" if rhythm and rhythm not in found[2] else found[2]


def _in_aside(text: str, end: int, start: int) -> bool:
    """Whether a bracket that closes before the figure at ``start`` holds the words that end at ``end``."""
    between = text[end:start]
    if between.count(")") <= between.count("("):
        return False
    # 启动阶段(2027年),…
    return not (re.match(r"\)[,:]", between) and _stage().search(text, max(0, end - REACH), end))


def _nearest(text: str, found: list[tuple[int, int, str]], start: int, end: int) -> tuple[int, int, str] | None:
    led = (entry for entry in reversed(found) if entry[1] <= start and not _in_aside(text, entry[1], start))
    return next(led, None) or next((entry for entry in found if entry[0] >= end), None)


def _is_before_opening(year: tuple[int, int, str], place: Place, rhythm: str) -> bool:
    """Whether what is done each year begins with a later year: 年内先建120处;从明年起,每年改造…."""
    before = is_yearly(rhythm) and year[0] < place.figure.start
    return before and bool(_opened().search(place.text, year[1], place.figure.start))


def _ends_nothing(year: tuple[int, int, str], place: Place, rhythm: str, first_year: int) -> bool:
    """Whether a year behind the figure is the plan's first (每年新建4000个,2026年率先…), or stands behind its title."""
    if year[0] < place.figure.start:
        return False
    return (is_yearly(rhythm) and year[2] in _first_years(first_year)) or _is_title_before(place, first_year)


@cache
def _opened() -> re.Pattern[str]:
    """A year with which what is done each year begins: 从明年起."""
    return re.compile(f"(?:{year_in_words()}){lexicon.signs('year')[0]}?(?:{any_of(lexicon.signs('since'))})")


@cache
def _first_years(first_year: int) -> tuple[str, ...]:
    """The plan's first year, as words name it."""
    return (f"{first_year}{lexicon.signs('year')[0]}", *_this_year())


@cache
def _stage() -> re.Pattern[str]:
    """The name of a part of a plan before the year in brackets that it is for."""
    return re.compile(f"(?:{any_of(lexicon.signs('stage'))})\\([^()]*$")
