"""Words of time → years."""

import re
from dataclasses import dataclass
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.numerals import numeral_pattern, numeral_signs, range_pattern, read_most
from helpers.reading.patterns import any_of, at_signs

#: What lies farther ahead than so many years is a view, not what a text is about.
FARTHEST = 7
#: A longer word that begins with 年 says that something is done each year; shorter ones (年均) say so anywhere.
SHORTEST_YEARLY = 2
YEAR = "(?<![0-9])(?:19|20)[0-9]{2}"


@dataclass(frozen=True)
class Period:
    """Years that words name: ``start`` only where a span is printed; ``end`` is ``None`` where nothing names a year."""

    end: int | None
    start: int | None = None


def read_years(words: str, issued: int | None = None) -> Period | None:
    """The years in words as printed; of several, the last one. ``None`` where none is named.

    ``issued`` is the year that 今年 and 用3年时间 are counted from; without it they name no year.

    >>> read_years("2025—2027年每年"), read_years("到2027年"), read_years("年底前")
    (Period(end=2027, start=2025), Period(end=2027, start=None), None)
    """
    spans = [(match.end(), Period(int(match[2]), int(match[1]))) for match in printed_span().finditer(words)]
    spans += [(match.end(), Period(int(match[2]), int(match[1]) + 1)) for match in _after().finditer(words)]
    singles = [(match.end(), Period(int(match[1]))) for match in printed_year().finditer(words)]
    eras = [(match.end(), _era(match)) for match in _eras().finditer(words)]
    # A span's last year is found as a single year too; at the same place the span says more, so it is put later.
    relative = _relative(words, issued) if issued else []
    found = sorted([*singles, *eras, *spans, *relative], key=lambda pair: (pair[0], pair[1].start is not None))
    return found[-1][1] if found else None


def read_deadline(words: str, issued: int | None) -> Period | None:
    """The year of issue, where words name a deadline and no year: 年底前."""
    return Period(issued) if issued and re.search(within_year_pattern(), words) else None


def read_rhythm(words: str) -> str:
    """The period code that words such as 每年, 年均 and 累计 stand for; empty where there are none."""
    for row in vocabulary.periods():
        if row["word"] in words and rhythm_pattern(row["word"]).search(words):
            return row["period"]
    return ""


@cache
def rhythm_pattern(word: str) -> re.Pattern[str]:
    """The word, and not the end of a year that is printed before it: 年完成, but not 2027年完成."""
    year, digits = lexicon.signs("year")[0], "".join(numeral_signs())
    yearly = word.startswith(year) and len(word) > SHORTEST_YEARLY
    others = "".join(lexicon.signs("before_year"))
    return re.compile((f"(?<![{digits}{others} ])" if yearly else "") + re.escape(word))


def read_baseline(words: str, target_year: int | None) -> int | None:
    """The year compared with: printed (较2020年), or named from the target year (上年度)."""
    years = read_years(words)
    if years:
        return years.end
    return target_year - 1 if words and target_year else None


def _relative(words: str, issued: int) -> list[tuple[int, Period]]:
    named = {row["word"]: row for row in lexicon.relative_years()}
    found = []
    for match in re.finditer(relative_pattern(), words):
        row = named[match.group()]
        found.append(
            (match.end(), Period(issued + int(row["years"]), issued + int(row["since"]) if row["since"] else None))
        )
    for match in re.finditer(lasting_pattern(), words):
        years = int(read_most(match["longest"] or match["years"]))
        # 三年累计, 三年新增: what is summed over the years begins with them; 三年内|新增 names a deadline.
        due = match.group().endswith(lexicon.signs("within_year")) and not words.endswith(lexicon.signs("summed"))
        over = match.group().endswith(lexicon.signs("over_years"))  # 三年间,…
        summed = over or (None if due else summed_up().match(words, match.end()))
        found.append((match.end(), Period(issued + years, issued if summed else None)))
    return found


def year_sign() -> str:
    """The sign behind a year, which some prints set apart: 2027 年."""
    return f" ?{lexicon.signs('year')[0]}"


@cache
def time_pattern() -> str:
    """A year, a span of years or an era, with the words around it: 到2027年底前, 2025—2027年, “十四五”期间."""
    year, month = year_sign(), lexicon.signs("month")[0]
    lead, ends = any_of(lexicon.signs("up_to")), any_of(lexicon.signs("year_end"))
    era_ends = any_of((*lexicon.signs("era_span"), *lexicon.signs("era_end")))
    span = f"{YEAR}(?:{year})?{range_pattern()}{YEAR}{year}(?:{era_ends})?"
    parts = f"(?:{any_of(lexicon.signs('month_part'))})*"
    single = f"{YEAR}{year}(?:[0-9]{{1,2}}{month}{parts})?(?:{ends})?"
    era = f'[“"”]?(?:{any_of(vocabulary.eras())})[”"“]?(?:{era_ends})'
    # An era in quotation marks that opens a clause is its span, unless it names a plan: “十四五”全市新建….
    documents = any_of(lexicon.signs("document"))
    quoted = f'[“"](?:{any_of(vocabulary.eras())})[”"]'
    bare = f"(?<![\\u4e00-\\u9fff]){quoted}(?![^,;。0-9]{{0,14}}?(?:{documents}))"
    goals = any_of(lexicon.signs("goal"))
    bare += f"|{quoted}(?=[^,;。0-9]{{0,16}}?(?:{goals})[^,;。0-9]{{0,2}}[0-9])"  # 确定的“十五五”…目标为58万套
    return f"(?:{lead})?(?:{span}|{single}|{era}|{bare})"


@cache
def relative_pattern() -> str:
    """A year named from the year of issue (今年)."""
    return any_of(row["word"] for row in lexicon.relative_years())


@cache
def within_year_pattern() -> str:
    """A deadline in the year of issue that names no year: 年底前, 年内; but not 2027年底, 三年内, 每年年底."""
    year, others = lexicon.signs("year")[0], "".join(lexicon.signs("before_year"))
    return f"(?<![ {''.join(numeral_signs())}{others}{year}])(?:{any_of(lexicon.signs('within_year'))})"


@cache
def year_in_words() -> str:
    """A year without its sign, or one named from the year of issue."""
    return f"{YEAR}|{relative_pattern()}|{within_year_pattern()}"


@cache
def month_pattern() -> str:
    """A month or a deadline without a year of its own: 6月底前, 11月份, 1—9月, 明年底前."""
    month, ends = lexicon.signs("month")[0], any_of(lexicon.signs("year_end"))
    few = f"[0-9]{{1,2}}(?:{month})?(?:{range_pattern()}[0-9]{{1,2}})?{month}(?:{any_of(lexicon.signs('month_part'))})*"
    return f"(?:{relative_pattern()})?{few}(?:{ends})?|(?:{relative_pattern()})(?:{ends})"


@cache
def anew_pattern() -> str:
    """What is new in the years just named: (五年内)全市新增."""
    return f"(?:{any_of(lexicon.adjuncts('scope'))})?(?:{any_of(lexicon.signs('anew'))})"


@cache
def summed_up() -> re.Pattern[str]:
    """What says that all of the years just named is summed up: (三年)累计, (三年内)新增."""
    return re.compile(f"{any_of(lexicon.signs('summed'))}|{anew_pattern()}")


@cache
def lasting_pattern() -> str:
    """A time named by its length (用3至5年时间, 三年内); groups ``years`` and ``longest``."""
    number, year = numeral_pattern(), lexicon.signs("year")[0]
    ends = f"(?:{any_of(lexicon.signs('lasting'))}|{year}(?={any_of(lexicon.signs('summed'))}))"
    halves = "".join(f"(?<!{sign})" for sign in lexicon.signs("before_year"))
    ends = f"(?:{ends}|(?<![0-9]{{2}}){halves}{year}(?={anew_pattern()}))"
    # The years to come are said before their number as well: 未来三年, 再用3到5年.
    lead = any_of(lexicon.signs("to_come"))
    few = f"(?P<years>{number})(?:{range_pattern()}(?P<longest>{number}))?"
    others = "".join(f"(?<!{word})" for word in lexicon.signs("no_lasting"))  # 离校2年内未就业高校毕业生
    # 2027年内 is within a year, not within so many.
    return f"{others}(?:(?<![0-9])|(?P<lead>{lead}))(?!{YEAR}){few}(?(lead){year}|{ends})"


@cache
def first_signs() -> tuple[str, ...]:
    """What words of time begin with: the patterns of a time, of a relative one and of one named by its length."""
    led = (*lexicon.signs("up_to"), *lexicon.signs("to_come"), *(row["word"] for row in lexicon.relative_years()))
    return (*led, *lexicon.signs("within_year"), *vocabulary.eras(), *numeral_signs(), "“", '"')


@cache
def printed_year() -> re.Pattern[str]:
    """A year in digits, as its first group."""
    return re.compile(at_signs(f"({YEAR}){year_sign()}", "12"))


@cache
def printed_span() -> re.Pattern[str]:
    """Two years in digits, as its first and second group."""
    sign = year_sign()
    return re.compile(f"({YEAR})(?:{sign})?{range_pattern()}({YEAR}){sign}")


@cache
def _after() -> re.Pattern[str]:
    """From the year after one to another, as a statement holds it: 2026年;之后;到2029年."""
    words, lead = any_of(lexicon.signs("afterwards")), any_of(lexicon.signs("up_to"))
    return re.compile(f"({YEAR}){year_sign()};(?:{words});(?:{lead})?({YEAR}){year_sign()}")


@cache
def _eras() -> re.Pattern[str]:
    names, spans, ends = map(any_of, (vocabulary.eras(), lexicon.signs("era_span"), lexicon.signs("era_end")))
    return re.compile(f'[“"]?({names})[”"]?(?:{spans})?(?P<end>{ends})?')


def _era(match: re.Match[str]) -> Period:
    start, end = vocabulary.eras()[match[1]]
    return Period(end) if match["end"] else Period(end, start)


def start_of_era(words: str) -> int | None:
    """The first year of the era whose end the words name (到“十五五”末): growth on average up to it began with it."""
    ended = [match for match in _eras().finditer(words) if match["end"]]
    return vocabulary.eras()[ended[-1][1]][0] if ended else None
