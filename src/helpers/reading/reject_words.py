"""The words by which figures are rejected, as patterns."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.numerals import numeral_pattern, range_pattern
from helpers.reading.patterns import any_of
from helpers.reading.periods import YEAR, beside_pattern


@cache
def indefinites() -> tuple[str, ...]:
    return tuple(row["word"] for row in lexicon.reject_words() if row["place"] == "start")


@cache
def ends_before() -> tuple[str, ...]:
    """Words that lead in a count of what a document has: 提出14项措施."""
    return tuple(row["word"] for row in lexicon.reject_words() if row["place"] == "before")


@cache
def clause_words(reason: str) -> tuple[str, ...]:
    rows = lexicon.reject_words()
    return tuple(row["word"] for row in rows if row["place"] == "clause" and row["reason"] == reason)


@cache
def structure() -> re.Pattern[str]:
    # 3个特色产业 describe, and 3个特色产业集群 are to be made.
    return re.compile(f"(?:{any_of(lexicon.structure_words())})(?!{any_of(lexicon.signs('of_industry'))})")


@cache
def described_amount() -> re.Pattern[str]:
    signs = "".join(vocabulary.numerals())
    classifiers, ends = any_of(lexicon.signs("described_unit")), any_of(lexicon.signs("described_end"))
    return re.compile(f"[0-9{signs}]+(?:{structure().pattern}|(?:{classifiers})[^,;:。、()“”0-9]{{0,6}}?(?:{ends}))")


@cache
def comparison() -> re.Pattern[str]:
    """What a level is compared with, or starts from: 较2025年, 由目前的86个增加到."""
    led, ends = any_of(lexicon.signs("from")), any_of(lexicon.verbs_of_change())
    basis = f"{YEAR}.[^,;。]{{0,4}}?(?:{any_of(lexicon.signs('on_basis'))})"
    return re.compile(
        f"{beside_pattern()}|(?:{any_of(lexicon.signs('compared'))}){YEAR}.?|{basis}|(?:{led})[^,、;]{{1,16}}(?={ends})"
    )


@cache
def from_value() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(lexicon.signs('from'))})[^,、]*$")


@cache
def eras() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.eras()))


@cache
def where() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(lexicon.signs('where'))})$")


@cache
def circle() -> re.Pattern[str]:
    """What is named by how far it reaches: 15分钟|健身圈."""
    return re.compile(f"[^,、;:。0-9]{{0,6}}?(?:{any_of(lexicon.signs('circle'))})")


@cache
def no_aim() -> re.Pattern[str]:
    """Words that hold a word of aim and are none: 主要."""
    return re.compile(any_of(lexicon.signs("no_aim")))


@cache
def done() -> re.Pattern[str]:
    """What is done already, with nothing between that ends the clause: 已建成12个, but not 目标已经设定,…."""
    return re.compile(f"(?:{any_of(lexicon.signs('done'))})(?=[^,;:。]*$|[^,;:。]*[0-9])")


@cache
def existing() -> re.Pattern[str]:
    """What there is already: 现有幼儿园20所."""
    return re.compile(f"(?:{any_of(lexicon.signs('existing'))})[^,;:。、]{{1,12}}[0-9]")


@cache
def aimed() -> re.Pattern[str]:
    """What makes an amount of money an aim again: 3000亿元|的奋斗目标."""
    particles = any_of(lexicon.adjuncts("particle"))
    return re.compile(f"(?:{particles})[^,;。0-9]{{0,10}}?(?:{any_of(lexicon.signs('aim'))})")


@cache
def levelled() -> re.Pattern[str]:
    """What calls an amount a level, at the clause's end: 5000亿元|水平."""
    return re.compile(f"(?:{any_of(lexicon.signs('level_word'))})(?=[,;。、)\\s]|$)")


@cache
def aimed_year() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(lexicon.signs('up_to'))}){YEAR}")


@cache
def running_years() -> re.Pattern[str]:
    """Years that have gone by in a row: 连续13年."""
    running, year = any_of(lexicon.signs("running")), lexicon.signs("year")[0]
    return re.compile(f"(?:{running})(?:{numeral_pattern()}){year}")


@cache
def past_months() -> re.Pattern[str]:
    """Months of the year of issue that are over: 今年8月,…; 1月到8月,…. A deadline (8月底前) is none."""
    month, ranged = lexicon.signs("month")[0], range_pattern()
    this_year = any_of(word["word"] for word in lexicon.relative_years())
    return re.compile(f"(?:(?:{this_year})|[0-9]{{1,2}}{month}?{ranged})[0-9]{{1,2}}{month}(?=,)")
