"""The patterns by which a noun is freed of what stands inside it and at its end, and of the next item of a list."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.noun_patterns import bounds, made_verbs, whole
from helpers.reading.patterns import any_of, at_signs, opening
from helpers.reading.periods import (
    YEAR,
    lasting_pattern,
    month_pattern,
    relative_pattern,
    time_pattern,
    within_year_pattern,
    year_sign,
)


@cache
def within() -> re.Pattern[str]:
    """Words of striving, and of money spent, inside a noun: 油料|力争|新增面积, 工业|计划完成|投资."""
    spent, done = any_of(lexicon.signs("summed_up")), any_of(lexicon.signs("spending"))
    pattern = f"(?<=..)(?:(?:{any_of(lexicon.signs('striving'))})(?=..)|(?:{done})+(?=(?:{spent})$))"
    return re.compile(at_signs(pattern, (*lexicon.signs("striving"), *lexicon.signs("spending"))))


@cache
def such_as() -> re.Pattern[str]:
    """等 behind examples, told from 等级."""
    return re.compile(f"(?:{any_of(lexicon.signs('such_as'))})(?!{any_of(lexicon.signs('not_such_as'))})")


@cache
def timed_lead() -> re.Pattern[str]:
    """Who takes how long to bring a subject to a value: 该市将用三年时间|把|签约率(提升到60%)."""
    return re.compile(f"[^,、]{{0,10}}?{lasting_pattern()}(?P<verb>{any_of(lexicon.signs('handled'))})(?=..)")


@cache
def dated_owner() -> re.Pattern[str]:
    """Whose it is and in which year, before what is measured: 云川港2027年|货物吞吐量."""
    others = "".join(f"(?<!{word})" for role in ("compared", "from", "where") for word in lexicon.signs(role))
    chinese = "[\\u4e00-\\u9fff]"
    return re.compile(f"^{chinese}{{2,8}}{others}{YEAR}{year_sign()}(?={chinese}{{2}})")


@cache
def rate_in_area() -> re.Pattern[str]:
    """The kind of area that a rate or a share holds for, with or without it before: 覆盖率|(在)农村."""
    ends = any_of((*lexicon.signs("rate_end"), *lexicon.signs("share_end")))
    areas = any_of((*lexicon.signs("area_word"), *lexicon.signs("area_end")))
    return re.compile(f"(?P<rate>.*(?:{ends}))?(?:{any_of(lexicon.signs('where'))})?(?P<area>{areas})")


@cache
def done_each_year() -> re.Pattern[str]:
    """What something is done to each year, or this year, before the verb that says what: 讲座每年|举办(150场)."""
    rhythm = any_of(lexicon.yearly())
    adverb, verbs = any_of(lexicon.adjuncts("adverb")), {*made_verbs()} - {*lexicon.signs("names_itself")}
    return re.compile(f"(?P<what>[^,、]{{2,24}}?)(?:{rhythm})(?:{adverb})*(?P<verb>{any_of(verbs)})$")


@cache
def adverbial() -> re.Pattern[str]:
    """Where, with whom or how something is made, up to the verb: 依托企业、高校|建设, 采取政府主导的方式|新建."""
    makes = any_of((*lexicon.signs("made"), *lexicon.signs("parts")))
    leads, further = any_of(lexicon.signs("adverbial")), any_of(lexicon.signs("up_to"))
    return re.compile(f"(?:{leads})[^,;。]{{2,30}}?(?!{whole().pattern})(?P<verb>{makes})(?!{further})(?=..)")


@cache
def reached_aside() -> re.Pattern[str]:
    """What brackets behind a share say that those reach whose share it is: 水质优良比例|(达到或优于三类)."""
    shares = "".join(f"(?!{end})" for end in lexicon.signs("share_end"))
    return re.compile(rf"\((?:{any_of(lexicon.signs('grade_reached'))})[^()0-9]*\){shares}")


@cache
def graded() -> re.Pattern[str]:
    """A noun with its grade behind it: 绿色工厂|国家级."""
    return re.compile(f"(?P<noun>[^,、]{{2,}}?)(?P<grade>{any_of(lexicon.signs('grade_word'))})")


@cache
def reaching() -> re.Pattern[str]:
    """The verb with which a part reaches its share of the whole: 数量|达到|全省的, 占比要|达到|总数的."""
    share, adverb = any_of(lexicon.signs("share_end")), any_of(lexicon.adjuncts("adverb"))
    reached = (*lexicon.signs("reaching"), *lexicon.signs("reaching_short"), *lexicon.verbs_of_change())
    verbs = any_of((*reached, *bounds(), *lexicon.signs("passing")))
    return re.compile(f"(?:{share})?(?:{adverb})*(?P<verb>{verbs})")


@cache
def next_toward() -> re.Pattern[str]:
    """What leads in the next figure of a list: (7万名)妇女筛查|、为全州(6万名)."""
    joins, toward = any_of(lexicon.signs("list_join")), any_of(lexicon.signs("preposition"))
    each, scope = any_of(lexicon.signs("each")), any_of(lexicon.adjuncts("scope"))
    return re.compile(f"(?:{joins})(?:(?:{toward})(?:{scope})?|(?:{each})[^,、]{{0,6}})$")


@cache
def next_made_of() -> re.Pattern[str]:
    """The verb that leads in the next figure of a list: (3个)研学区|、打造(10条)."""
    return re.compile(f"(?:{any_of(lexicon.signs('list_join'))})(?:{any_of(made_verbs())})$")


@cache
def dealt_verb() -> re.Pattern[str]:
    """The verb by which the items of a list are made, each as many as its figure says: (企业)分别|培育(8家、20家)."""
    return re.compile(f"(?:{any_of(lexicon.signs('respectively'))})(?P<verb>{any_of(made_verbs())})$")


@cache
def per_head() -> re.Pattern[str]:
    """A noun that says no more than whom a figure is divided by: (平均)每千名老年人|20张床位."""
    per, people = any_of(vocabulary.denominators()), any_of(lexicon.signs("people"))
    return re.compile(f"(?:{per})(?:{people})?$")


@cache
def ends_of_measures() -> tuple[str, ...]:
    """Ends of nouns of which a figure tells how much or how many: 增加值, 收入, 率."""
    return (*lexicon.dependents(), *lexicon.signs("measure_end"), *lexicon.signs("rate_end"))


@cache
def divisors() -> tuple[str, ...]:
    """All that a figure can be divided by, the longer ones first: 每千名老人 before 每千名."""
    return tuple(sorted(vocabulary.denominators(), key=len, reverse=True))


def bare_divisor(noun: str) -> str:
    """What a figure is divided by, where its noun says no more or leans on another: (密度)达到每万人|5个."""
    if not noun.startswith(lexicon.signs("to_each")):
        return ""
    per = opening(noun, divisors())
    return per if noun == per or noun[len(per) :] in lexicon.dependents() else ""


@cache
def spent() -> re.Pattern[str]:
    """What is spent at the end of a noun: 完成投资, 投资."""
    done, what = any_of(lexicon.signs("spending")), any_of(lexicon.signs("summed_up"))
    return re.compile(f"(?P<done>{done})?(?P<what>{what})")


def _times() -> str:
    return f"{time_pattern()}|{month_pattern()}|{relative_pattern()}|{within_year_pattern()}"


@cache
def planned_for() -> re.Pattern[str]:
    """What says that something is planned for a time, before its verb at the end: (2个中心)计划明年5月|投用."""
    return re.compile(
        f"(?:{any_of((*lexicon.signs('planning'), *lexicon.signs('forecast')))})(?:{_times()})+(?=[^,;。0-9]{{0,6}}$)"
    )


@cache
def due() -> re.Pattern[str]:
    """By when what is counted is to be done, at the end of its clause: (3个中心)今年11月底前|完工."""
    return re.compile(f"(?:{_times()})(?:{any_of((*lexicon.verbs('tail'), *lexicon.verbs('tail_end')))})$")


@cache
def by_when() -> re.Pattern[str]:
    """What is counted, by when, and what becomes of it: (18家)托育机构|年底前|开门收托."""
    urged = any_of((*lexicon.signs("urging"), *lexicon.adjuncts("adverb")))
    noun, last = "(?P<noun>[\\u4e00-\\u9fff]{2,14}?)", "(?P<rest>[\\u4e00-\\u9fff]{2,10})"
    return re.compile(f"{noun}(?:{urged})?(?P<when>{_times()}){last}")


@cache
def own_verb() -> re.Pattern[str]:
    """What leads in the last item of a list: a verb of its own, or what has become of the item before."""
    nouns = lexicon.signs("also_noun")
    verb = any_of(word for word in lexicon.verbs("delivery") if len(word) > 1 and word not in nouns)
    join, adverb = lexicon.signs("list_join")[0], any_of(lexicon.signs("how_far"))
    return re.compile(f"{join}(?P<verb>{verb})(?=..)|(?:{adverb})(?:{verb}){join}(?=..)")


@cache
def parted() -> re.Pattern[str]:
    """Who makes what, or what for, with the verb between that no noun holds: 国有企业|招录|毕业生."""
    measured = any_of((*lexicon.dependents(), *lexicon.signs("measured")))  # 老旧小区改造户数
    verb = f"(?!{whole().pattern})(?P<verb>{any_of(lexicon.signs('parts'))})"
    acts = any_of(made_verbs())  # 老旧管网更新改造
    return re.compile(f"[^,]{{2,}}?{verb}(?=..)(?!(?:{measured}|{acts})$)")


@cache
def listed() -> re.Pattern[str]:
    return re.compile(any_of(lexicon.signs("list_join")))


@cache
def industry() -> re.Pattern[str]:
    """The name of an industry before what becomes of it: 体育产业|融合发展."""
    ends, particles = any_of(lexicon.signs("industry_end")), "".join(lexicon.adjuncts("particle"))
    others = any_of(lexicon.signs("no_industry"))  # 组织业务轮训 is of no 组织业
    return re.compile(f"[^,、;:{particles}]{{2,8}}?(?:{ends})(?=..)(?!{ends}|{others})")


@cache
def praised() -> re.Pattern[str]:
    """What says how good a noun is to be: 规模大、影响力强的…, 具有引领性的…."""
    return re.compile(f"^[^,]{{1,20}}(?:{any_of(lexicon.signs('quality'))})(?=..)")


@cache
def outdone() -> re.Pattern[str]:
    """The series that a growth rate is to be ahead of: 增速高于全省平均水平, 增速比全省平均高; but not 比2026年高."""
    above, taller = any_of(lexicon.signs("above")), any_of(lexicon.signs("taller"))
    compared, before = any_of(lexicon.signs("compared")), any_of(lexicon.signs("year_before"))
    other = f"(?:{compared})(?!{before})[^,、0-9]{{1,14}}?"
    return re.compile(f"(?P<word>{above})[^,、]{{1,14}}$|{other}(?P<taller>{taller})$")
