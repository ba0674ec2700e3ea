"""The years that a document is about."""

import re
from functools import cache
from operator import itemgetter

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.issue import DATELINE, HEAD, find_year_of_issue, is_on_short_line
from helpers.reading.numerals import (
    chinese_digits,
    chinese_powers,
    numeral_pattern,
    range_pattern,
    read_most,
    read_numeral,
)
from helpers.reading.patterns import any_of, has_any
from helpers.reading.periods import FARTHEST, YEAR, printed_year, relative_pattern
from helpers.reading.structure import HEADLINE_LONGEST, read_headline
from helpers.reading.years_compared import compared_pattern

#: The first five-year plan ran from 1953, but since the third they lie in a grid of five years: the 14th from 2021.
BEFORE_THE_FIRST, FIVE = 1951, 5
TITLES = re.compile("《([^》]+)》")


def read_horizon(plain: str, named: int | None = None) -> tuple[int, int] | None:
    """First and last year of a plain text: the span in its title or head, else the year of issue and the last year to
    come that it names. ``None`` where it names no year at all.

    ``named`` is a year in the document's name; it stands for the year of issue in a text without a date, unless the
    text aims at earlier years.
    """
    plain = _place_in_era().sub("", without_cited(plain))
    dated = find_year_of_issue(plain, named)
    running = re.search(relative_pattern(), plain)
    span = _spans().search(plain[:HEAD])
    if span:
        first, last = int(span[1]), int(span[2])
        # News that tells of a plan in its midst, or speaks of this year, counts from its own day.
        own = running or not (span.start() < DATELINE or is_on_short_line(plain, span))
        day = (dated or named or first) if own else first
        return day if first < day <= last else first, last
    lines = [line for line in plain[:HEAD].split("\n") if len(line) <= HEADLINE_LONGEST]
    # News that speaks of this year counts from its own day, whatever plan it tells of.
    told = [] if running else TITLES.findall(plain[:HEAD])
    era = _era_plans().search("\n".join([*lines, *told])) or (None if running else _era_issued().search(plain[:HEAD]))
    if era:
        return vocabulary.eras()[next(filter(None, era.groups()))]
    counted = _five_years().search(plain[:HEAD])
    if counted:
        first = BEFORE_THE_FIRST + FIVE * int(read_numeral(counted[1]))
        return first, first + FIVE - 1
    return _horizon_of_aims(plain, dated, named, running=bool(running))


def _horizon_of_aims(plain: str, dated: int | None, named: int | None, *, running: bool) -> tuple[int, int] | None:
    """The horizon of a text whose head prints no span: its date and the last year that it aims at."""
    issued = dated
    eras = [(vocabulary.eras()[match[1] or match[2]][1], match.end()) for match in _ends_of_eras().finditer(plain)]
    years = [*_years_in(_without_compared(plain)), *(year for year, _ in eras)]
    # A title with a year that is over tells of that year's work, not of this one's plan.
    titled = [int(match[1] or match[2]) for match in _titled().finditer(_titles(plain))]
    titled = [year for year in titled if year >= (dated or 0)]
    if titled:
        return titled[0], titled[0]
    if not dated and not years:
        return (named, named + (0 if running else _years_to_come(plain))) if named else None
    aiming = list(_aims().finditer(plain))
    found = sorted([*((int(match[1] or match[2]), match.end()) for match in aiming), *eras], key=itemgetter(1))
    aims = [year for year, _ in found]
    if not dated:
        aimed = _years_aimed_at(plain) or [int(match[1]) for match in aiming if match[1]]
        aims.append(min(aimed or _years_in(_without_compared(plain)) or years))
        # Who only tells of earlier years, or of the last one beside this one, writes in the year of the name.
        latest = max([*years, *aims, *(end for name, (_, end) in vocabulary.eras().items() if name in plain)])
        later = named and (not aimed or latest >= named or (running and latest == named - 1))
        dated = named if later else min(aims[-1], named or aims[-1])
    # A view of what is far away and has no figures is not what a document is about that aims at nearer years too.
    counted = [year for year, end in found if year - dated <= FARTHEST or _has_figures(plain, end)]
    last = max([dated, *(counted if max(counted, default=0) > dated else aims)])
    alone = dated == last and not issued and not named
    return (last + 1 - _years_of_title(plain) if alone else dated), last


def _years_of_title(plain: str) -> int:
    """For how many years a title says that the plan is (三年行动计划), or 1."""
    lasting = re.compile(
        f"(?<![0-9])({numeral_pattern()}){_year()}[^,;。\\n]{{0,6}}?(?:{any_of(lexicon.signs('document'))})"
    ).search(_titles(plain))
    years = int(read_most(lasting[1])) if lasting else 1
    return years if 1 < years <= FARTHEST else 1


def _has_figures(plain: str, start: int) -> bool:
    """Whether the rest of the sentence has digits that are no year."""
    rest = re.split("[。\\n]", plain[start : start + HEAD], maxsplit=1)[0]
    return bool(re.search("[0-9]", printed_year().sub("", rest)))


def _years_to_come(plain: str) -> int:
    """How many years a text that names none looks ahead in its head: 未来五年."""
    ahead = re.search(f"(?:{any_of(lexicon.signs('to_come'))})({numeral_pattern()}){_year()}", plain[:HEAD])
    return int(read_most(ahead[1])) if ahead else 0


def without_cited(plain: str) -> str:
    """The text without the names and numbers of other documents that it carries out: 贯彻落实《…规划(2021—2025年)》."""
    plain = _numbered().sub("", plain)

    def cut(match: re.Match[str]) -> str:
        before = re.split("[。\\n]", plain[max(0, match.start() - HEAD) : match.start()])[-1]
        cited, own = (
            max((before.rfind(word) for word in lexicon.signs(role)), default=-1) for role in ("cited", "own_title")
        )
        # 贯彻落实国务院出台的《…》: who issued it stands in its name's attribute.
        other = before.endswith(lexicon.adjuncts("particle")) and "," not in before[cited:]
        return "" if cited > own or (cited >= 0 and other) else match.group()

    return TITLES.sub(cut, plain[:HEAD]) + plain[HEAD:]


def _titles(plain: str) -> str:
    """The titles in the head of a document, and its first line of words if it is a short one."""
    return "\n".join([read_headline(plain[:HEAD]), *TITLES.findall(plain[:HEAD])])


def _years_in(text: str) -> list[int]:
    return [int(match[1]) for match in printed_year().finditer(text)]


def _years_aimed_at(plain: str) -> list[int]:
    """The years that sentences with an aim name, but for what is done and what is compared with."""
    words = (*lexicon.signs("aim"), *vocabulary.commitment())
    bare = re.compile(any_of(lexicon.signs("no_aim"))).sub("", plain)
    done = lexicon.signs("done")
    told = [_without_clauses(sentence, done) for sentence in re.split("[。\\n]", bare)]
    aimed = [sentence for sentence in told if has_any(sentence, words)]
    years = [year for sentence in aimed for year in _years_in(_without_compared(sentence))]
    # 到2027年底,覆盖率达到45%: an aim without a word for it, not long before those that have one.
    bare_aims = [int(match[1]) for sentence in told for match in _aims().finditer(sentence) if match[1]]
    first = min(years, default=0)
    return [*years, *(year for year in bare_aims if first - FARTHEST <= year < first)]


def _without_clauses(sentence: str, words: tuple[str, ...]) -> str:
    """The sentence without the clauses that hold one of the words."""
    return ",".join(clause for clause in sentence.split(",") if not has_any(clause, words))


def _without_compared(sentence: str) -> str:
    return re.sub(compared_pattern(), "", sentence)


@cache
def _place_in_era() -> re.Pattern[str]:
    """What a year is in a five-year plan that the text is not about: 2026年是“十五五”规划的开局之年."""
    eras, ends = any_of(vocabulary.eras()), any_of(lexicon.signs("year_in_era"))
    return re.compile(f'[“"]?(?:{eras})[”"]?[^,;。0-9]{{0,14}}?(?:{ends})')


def _year() -> str:
    return lexicon.signs("year")[0]


@cache
def _numbered() -> re.Pattern[str]:
    """The number of a document behind its title: 《…》(云政发〔2025〕7号)."""
    return re.compile(f"(?<=》)\\([^()]{{0,20}}〔{YEAR}〕[^()]{{0,8}}\\)")


@cache
def _spans() -> re.Pattern[str]:
    """A span in brackets or before the word for a plan; but “十四五”(2021—2025年)期间 tells the years of an era."""
    plan, era_ends = any_of(lexicon.signs("document")), any_of(lexicon.signs("era_span"))
    end = f"\\)(?!{era_ends})|[^,;。]{{0,12}}?(?:{plan})"
    return re.compile(f"\\(?({YEAR}){_year()}?{range_pattern()}({YEAR}){_year()}?(?:{end})")


@cache
def _era_plans() -> re.Pattern[str]:
    """A plan that bears the name of its span: “十五五”服务业发展规划, or the short 十五五规划."""
    plan = any_of(lexicon.signs("document"))
    others = (*lexicon.signs("fulfilling"), *lexicon.signs("cited"))
    met = "".join(f'(?<!{word})(?<!{word}[“"])' for word in others)
    return re.compile(
        f'^[^\\n,;。]{{0,24}}?{met}["“]?({any_of(vocabulary.eras())})["”]?[^\\n,;。]{{0,20}}?(?:{plan})', re.MULTILINE
    )


@cache
def _era_issued() -> re.Pattern[str]:
    """News of such a plan: 省政府发布“十五五”促进就业规划, 制造业“十五五”规划新闻发布会."""
    own, plan = any_of(lexicon.signs("issued_as")), any_of(lexicon.signs("document"))
    era = f'["“]?({any_of(vocabulary.eras())})["”]?'
    shown = any_of(lexicon.signs("presented"))
    issued = f"(?:{own})[^,;。《》]{{0,10}}?{era}[^,;。》]{{0,20}}?(?:{plan})"
    return re.compile(f"{issued}|{era}[^,;。》]{{0,20}}?(?:{plan})[》”]?(?:{shown})")


@cache
def _ends_of_eras() -> re.Pattern[str]:
    """到“十五五”末; and the span that opens a clause: “十五五”期间,…."""
    led, ends = any_of((*lexicon.signs("up_to"), *lexicon.signs("label"))), any_of(lexicon.signs("era_end"))
    era = f'["“]?({any_of(vocabulary.eras())})["”]?'
    spanned = f"(?:^|(?<=[。;,:])){era}(?:{any_of(lexicon.signs('era_span'))})(?=,)"
    return re.compile(f"(?:{led}){era}(?:{ends})|{spanned}", re.MULTILINE)


@cache
def _five_years() -> re.Pattern[str]:
    """第十五个五年规划."""
    number = f"[{chinese_digits()}{chinese_powers()[:1]}]+"
    return re.compile(f"{lexicon.signs('ordinal')[0]}({number})(?:{any_of(lexicon.signs('five_year'))})")


@cache
def _titled() -> re.Pattern[str]:
    """The one year of a year's plan: 2024年行动计划, 2024年民生实事."""
    works = any_of((*lexicon.signs("document"), *lexicon.signs("year_work")))
    aside = f"(?<=\\()({YEAR}){_year()}[^0-9()]{{0,3}}\\)"  # 考核细则(2027年度), 监测指标(2027年修订)
    return re.compile(f"({YEAR}){_year()}[^,;。\\n]{{0,14}}?(?:{works})|{aside}")


@cache
def _aims() -> re.Pattern[str]:
    """A year to come: after a word for it, or at the head of a clause (2030年,…)."""
    led, year, ends = (
        any_of((*lexicon.signs("up_to"), *lexicon.signs("label"))),
        _year(),
        any_of(lexicon.signs("year_end")),
    )
    # 2027年至2029年 leads up to nothing.
    return re.compile(
        f"(?<!{year})(?:{led})({YEAR}){year}|(?:^|(?<=[。;,:“])) *({YEAR}){year}(?:{ends})?(?=,)", re.MULTILINE
    )
