"""Years near the one that would govern a figure, and what they change of it."""

import re
from functools import cache

from helpers.reading import lexicon
from helpers.reading.clauses import Place
from helpers.reading.numerals import read_most
from helpers.reading.patterns import any_of
from helpers.reading.periods import YEAR, lasting_pattern, printed_span, read_years, year_sign
from helpers.reading.years_named import years_in

#: Where words of time stand, and those words.
Named = tuple[int, int, str]


def reached_then(place: Place) -> str:
    """The year by which the next sentence says what is reached, without a noun: 每年提高2个百分点。2028年达到|75%."""
    reached = _then().match(place.text, place.sentence[1])
    return reached["year"] if reached else ""


@cache
def _then() -> re.Pattern[str]:
    reached = any_of((*lexicon.signs("reaching"), *lexicon.signs("reaching_short"), *lexicon.verbs_of_change()))
    until = any_of(lexicon.signs("up_to"))
    return re.compile(f"[。]\\s?(?:{until})?(?P<year>{YEAR}{year_sign()})(?:{reached})[0-9]")


def span_of(year: Named, place: Place) -> Named:
    """The span of years just before that lasts as long as the clause says: 2026—2028年,|三年新建…."""
    lasting = _lasting().match(year[2])
    spans = [*printed_span().finditer(place.text, place.sentence[0], year[0])] if lasting else []
    same = spans and int(spans[-1][2]) - int(spans[-1][1]) + 1 == read_most(lasting["longest"] or lasting["years"])
    return (*spans[-1].span(), spans[-1].group()) if same else year


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(lasting_pattern())


def is_summed_since(year: Named, place: Place, first_year: int) -> bool:
    """2027年培训2万人次,三年累计培训8万人次,新增|4万人: what a sum over years behind the year goes on to."""
    between = years_in(place.text, year[1], place.clause[0], first_year) if year[1] < place.clause[0] else []
    return any(one[2].endswith(lexicon.signs("summed")) and _lasting().match(one[2]) for one in between)


def runs_to(span: Named, year: Named) -> bool:
    """Whether the words name a span of years that ends with the year: 2027年至2030年,…,到2030年."""
    long, single = read_years(span[2]), read_years(year[2])
    return bool(long and single and long.start and single.start is None and long.end == single.end)
