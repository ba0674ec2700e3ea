"""The words that tell of times that are over, and of what comes by itself, as patterns."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns, reject_words
from helpers.reading.numerals import numeral_pattern, numeral_signs, range_pattern
from helpers.reading.patterns import any_of, at_signs
from helpers.reading.periods import YEAR, relative_pattern, year_sign


@cache
def part_of_plan() -> re.Pattern[str]:
    """How much of what was planned is done: ,完成全年计划的|62.5%; a bound makes it an aim again."""
    return re.compile(f"[,、;(]?{_done_of_plan()}")


@cache
def parts_of_plan() -> re.Pattern[str]:
    """How much of what was planned is done of each figure of a list: (3.4万套、1.7万套),分别完成年度任务的|103%."""
    return re.compile(f"^[^;。]*?(?:{lexicon.signs('respectively')[0]}){_done_of_plan()}(?=[0-9])")


def _done_of_plan() -> str:
    planned, done = any_of(lexicon.signs("plan_noun")), any_of(lexicon.signs("share_done"))
    total = "(?:[0-9][0-9.]*[^,;。:0-9]{1,4}?)?"  # 完成年度30万人任务的62%
    return f"(?:{done})[^,;。:0-9]{{0,10}}?{total}(?:{planned})[^,;。:0-9]{{0,5}}"


@cache
def year_over() -> re.Pattern[str]:
    """A year that is told of as over: 截至2027年底,…; 2027年…,同比增长8.6%."""
    up_to, ends = any_of(lexicon.signs("day_up_to")), any_of(lexicon.signs("over_end"))
    year = lexicon.signs("year")[0]
    ended = f"(?:{up_to})(?P<ended>{YEAR}){year}(?:{ends})[^;。]*"
    part = any_of(lexicon.signs("part_of_year"))  # 2027年1-4月 is over before the year is
    told = f"(?P<told>{YEAR}){year}(?![0-9]|{part})[^;。]{{0,60}}?{reject_words.against_year().pattern}"
    return re.compile(f"{ended}|{told}")


@cache
def foretold() -> re.Pattern[str]:
    """What somebody else expects: 研究院预测,2027年…; but not 预测预警."""
    return re.compile(f"(?:{any_of(lexicon.signs('foretold'))})(?:[,:]|{any_of(lexicon.signs('up_to'))}|{YEAR})")


@cache
def held_against() -> re.Pattern[str]:
    """A clause that holds what there is against that of others: 是全国平均水平(140台)的两倍."""
    led, others = any_of(lexicon.signs("is")), any_of(lexicon.signs("level_of_others"))
    return re.compile(f",?(?:{led})[^,;。0-9]{{0,16}}(?:{others})")


@cache
def made_then() -> re.Pattern[str]:
    """What was made in an earlier year, as the attribute of a thing: 去年改造的|投放点, 2022年及以前建成的|小区."""
    when = f"(?:{any_of(lexicon.signs('year_before'))}|{YEAR}{year_sign()}(?:{any_of(lexicon.signs('or_earlier'))})?)"
    made, particle = any_of(noun_patterns.made_verbs()), any_of(lexicon.adjuncts("particle"))
    return re.compile(f"{when}[^,;。0-9]{{0,4}}?(?:{made})(?:{particle})")


@cache
def grows_by_itself() -> re.Pattern[str]:
    """What nobody aims at comes to a number: 老年人口(占比)将达到|150万人; but not 床位占老年人口比例, nor those who
    take part in something (参与教育活动的老年人口).
    """
    parts = "".join((*lexicon.signs("part_of")[:1], *lexicon.signs("per_unit")[:1]))
    share = f"(?:{lexicon.signs('part_of')[0]}[^,;。:0-9]{{2,14}}?)?"
    joins = any_of(lexicon.signs("takes_part"))
    return re.compile(
        f"^(?!.*(?:{joins}))[^{parts}]*(?:{any_of(lexicon.signs('by_itself'))}){share}[^,;。:0-9]{{1,12}}$"
    )


@cache
def running_years() -> re.Pattern[str]:
    """Years that have gone by: 连续13年, 过去5年, 10年间; but not 用近5年时间."""
    running, back = any_of(lexicon.signs("running")), any_of(lexicon.signs("years_back"))
    year = lexicon.signs("year")[0]
    gone, ahead = any_of(lexicon.signs("years_gone")), any_of(lexicon.signs("years_ahead"))
    few = f"(?:[0-9]{{1,2}}|[{''.join(vocabulary.numerals())}]{{1,3}})"  # 2026至2028年间 are to come
    to_come = "".join(f"(?<!{word})" for word in ("[0-9]", *lexicon.signs("no_years_gone")))
    planned = "".join(f"(?<!{word})" for word in lexicon.signs("runs_on"))  # 将连续三年每年安排
    gone_by = f"{planned}(?:{running})(?:{numeral_pattern()}){year}|(?:{back}){few}{year}(?!{ahead})"
    gone_by += f'|(?<![^,;。”"\\n])(?:{any_of(lexicon.signs("years_first"))}){few}{year}(?=,)'
    begun = (*lexicon.signs("years_first"), *lexicon.signs("running"), *lexicon.signs("years_back"), *numeral_signs())
    return re.compile(at_signs(f"{gone_by}|{to_come}{few}{year}(?:{gone})", begun))


@cache
def past_months() -> re.Pattern[str]:
    """Months of the year of issue that are over: 今年8月,…; 1月到8月; 前8个月. A deadline (8月底前) is none."""
    month, ranged = lexicon.signs("month")[0], range_pattern()
    this_year = relative_pattern()
    early = "".join(f"(?<!{word})" for word in lexicon.signs("no_months_back"))
    back, counted = any_of(lexicon.signs("months_back")), any_of(lexicon.signs("month_count"))
    first = f"{early}(?:{back})(?:{numeral_pattern()})(?:{counted})"
    named = f"(?:{this_year}|(?<=20[0-9]{{2}}{lexicon.signs('year')[0]}))"  # 2026年前5个月
    first += f"|{named}(?:{back})(?:{numeral_pattern()})(?:{counted})"
    begun = f"(?<![0-9])1{month}?{ranged}[0-9]{{1,2}}{month}(?!{any_of(lexicon.signs('year_end'))})"
    return re.compile(f"(?:(?:{this_year})|[0-9]{{1,2}}{month}?{ranged})[0-9]{{1,2}}{month}(?=,)|{begun}|{first}")


@cache
def month_of_year() -> re.Pattern[str]:
    """A month of the year of issue, which may be over or to come: 今年7月底,…; a deadline (7月底前) is none."""
    month, ends = lexicon.signs("month")[0], any_of(lexicon.signs("month_end"))
    this_year = relative_pattern()
    until = any_of(lexicon.signs("until"))
    return re.compile(f"(?:{this_year})(?P<month>[0-9]{{1,2}}){month}(?:{ends})?(?!{until})")


@cache
def dateline() -> re.Pattern[str]:
    """The day on which news was told: 8月12日,记者获悉; 2027-08-12."""
    month, day = lexicon.signs("month")[0], lexicon.signs("day")[0]
    return re.compile(f"(?:{YEAR}-|(?<![0-9]))(?P<month>[0-9]{{1,2}})(?:{month}[0-9]{{1,2}}{day}|-[0-9]{{1,2}})")


@cache
def months_named() -> re.Pattern[str]:
    """A span of months: 7月至9月, 10-12月."""
    month = lexicon.signs("month")[0]
    return re.compile(f"(?<![0-9])[0-9]{{1,2}}{month}?{range_pattern()}(?P<last>[0-9]{{1,2}}){month}")


@cache
def running_now() -> re.Pattern[str]:
    """The year of issue or a later one, with nothing that says it is told of: 今年,…; but not 今年以来."""
    this_year, over = relative_pattern(), any_of(lexicon.signs("over_already"))
    done = (*lexicon.signs("done"), *lexicon.signs("done_particle"))
    months = f"[0-9]{{1,2}}(?:{any_of(lexicon.signs('month'))}|{range_pattern()})"
    return re.compile(f"(?:{this_year})(?!{over}|{months}|[^,;。]{{0,12}}(?:{any_of(done)}))")


@cache
def aims_set() -> tuple[str, ...]:
    """That aims were set is no past: 提出了|3年新增50万千瓦的目标."""
    return tuple(word + done for word in lexicon.signs("announces") for done in lexicon.signs("done_particle"))


@cache
def announced() -> re.Pattern[str]:
    """What a plan says of itself: 《方案》明确, 规划提出; news of what was done ends there."""
    plan, says = any_of(lexicon.signs("document")), any_of(lexicon.signs("announces"))
    return re.compile(f"(?:{plan})[》”]?(?:{says})")


@cache
def told_year() -> re.Pattern[str]:
    """A report of what was done in a year: 2027年民生实事完成情况."""
    return re.compile(f"{YEAR}.[^,;。0-9]{{0,16}}?(?:{any_of(lexicon.signs('told_year'))})")


@cache
def ranked_behind() -> re.Pattern[str]:
    """What rank a figure holds is told of what is: 7项|,居全国第; but not ,增速居全省第一方阵."""
    ranked, ordinal = any_of(lexicon.signs("holds_rank")), any_of(lexicon.signs("ordinal"))
    among = f"(?!.(?:{any_of(lexicon.signs('rank_group'))}))"
    return re.compile(f"[,、(][^,;。0-9]{{0,4}}?(?:{ranked})[^,;。0-9]{{0,8}}?(?:{ordinal}){among}")


@cache
def hearsay() -> re.Pattern[str]:
    """Who says it is no past where this year's work follows: 据了解,今年新建…."""
    return re.compile(f"(?:{any_of(lexicon.signs('hearsay'))})(?=,?[^,;。0-9]{{0,6}}{running_now().pattern})")


@cache
def counted_up_to() -> re.Pattern[str]:
    """The day up to which something was counted: 截至2026年底; but not 截至2027年底前."""
    up_to, ends = any_of(lexicon.signs("day_up_to")), any_of(lexicon.signs("over_end"))
    until = any_of(lexicon.signs("until"))
    return re.compile(f"(?:{up_to}){YEAR}{lexicon.signs('year')[0]}(?!{until})[^,;。]{{0,4}}?(?:{ends}|,)(?!{until})")
