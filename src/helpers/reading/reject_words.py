"""The words by which figures are rejected, as patterns."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns
from helpers.reading.numerals import numeral_pattern, numeral_signs
from helpers.reading.patterns import any_of, at_signs
from helpers.reading.periods import YEAR, time_pattern
from helpers.reading.years_compared import basis_pattern, beside_pattern, compared_pattern, compared_words


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
    levels = any_of(lexicon.signs("level_word"))  # 突破500亿|大关
    return re.compile(
        f"[0-9{signs}]+(?!{levels})(?:{structure().pattern}|(?:{classifiers})[^,;:。、()“”0-9]{{0,6}}?(?:{ends}))"
    )


@cache
def grouped() -> re.Pattern[str]:
    """A count of groups right before what they hold: 10大类|50个, 10方面、|50项."""
    return re.compile(f"(?:{numeral_pattern()})(?P<unit>{any_of(lexicon.signs('grouping_unit'))})、?$")


@cache
def comparison() -> re.Pattern[str]:
    """What a level is compared with, or starts from: 较2025年, 由目前的86个增加到."""
    ends = any_of(lexicon.verbs_of_change())
    level = f"(?:{any_of(lexicon.signs('back_to'))}){YEAR}.[^,;。0-9]{{0,6}}?(?:{any_of(lexicon.signs('level_of'))})"
    past = any_of(lexicon.signs("earlier"))
    started = f"(?:{past})[^,;。]{{0,30}}?(?:{any_of(lexicon.signs('on_basis'))})"
    earlier = f"{YEAR}.(?:{any_of(lexicon.signs('or_earlier'))})"  # 2022年及以前改造的小区
    referred = f"(?:{any_of(lexicon.signs('referred'))}){YEAR}.[^,;。]{{0,30}}(?=,)"
    compared = f"{beside_pattern()}|{compared_pattern()}|{compared_words()}{YEAR}.?"
    roles = ("beside", "taken_as", "compared", "from", "back_to", "earlier", "referred")
    begun = ("1", "2", *(word for role in roles for word in lexicon.signs(role)))
    changed = f"{noun_patterns.led_from()}[^,、;]{{1,16}}(?={ends})"
    # A word of the past that is compared with (比去年|增长) tells of none.
    compared += f"|{any_of(word for word in lexicon.signs('on_year') if word.endswith(lexicon.past_words()))}"
    return re.compile(at_signs(f"{compared}|{level}|{started}|{referred}|{earlier}|{basis_pattern()}|{changed}", begun))


@cache
def from_value() -> re.Pattern[str]:
    return re.compile(f"{noun_patterns.led_from()}[^,、]*$")


@cache
def eras() -> re.Pattern[str]:
    """Named spans of years; one that is looked back on ("十四五"以来) says nothing of its end."""
    return re.compile(f'(?:{any_of(vocabulary.eras())})(?!["”]?(?:{any_of(lexicon.signs("over_already")[:1])}))')


@cache
def where() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(lexicon.signs('where'))})$")


@cache
def circle() -> re.Pattern[str]:
    """What is named by how far it reaches: 15分钟|健身圈."""
    return re.compile(f"[^,、;:。0-9]{{0,6}}?(?:{any_of(lexicon.signs('circle'))})")


@cache
def no_past() -> re.Pattern[str]:
    """Words that hold a word of the past and are none: 项目前期; and what those have (首次突破5000万元的|企业)."""
    first, particle = any_of(lexicon.signs("first_time")), any_of(lexicon.adjuncts("particle"))
    return re.compile(f"{any_of(lexicon.signs('no_past'))}|(?:{first})[^,;。]{{2,16}}?(?:{particle})(?=[^,;。]*[0-9])")


@cache
def no_aim() -> re.Pattern[str]:
    """Words that hold a word of aim and are none: 主要, 完成年度目标, 目标任务圆满完成."""
    aimed, reached = any_of(lexicon.signs("aim_noun")), any_of(lexicon.signs("reached"))
    met = f"(?:{any_of(lexicon.signs('fulfilling'))})[^,;。:0-9]{{0,14}}?(?:{aimed})"
    # 建设计划 names a plan; in 建设计划完成投资3亿元 the building is planned.
    planned = tuple(word for word in lexicon.signs("no_aim") if word.endswith(lexicon.signs("planning")))
    others = any_of(word for word in lexicon.signs("no_aim") if word not in planned)
    acted = any_of(verb for verb in lexicon.verbs("delivery") if len(verb) > 1)
    particles = any_of(lexicon.adjuncts("particle"))
    named = f"(?:{any_of(planned)})(?!(?:{acted})(?!{particles})[^,;。:0-9]{{0,8}}[0-9])"
    return re.compile(f"{others}|{named}|{met}|(?:{aimed})[^,;。:0-9]{{0,6}}?(?:{reached})")


@cache
def done_behind() -> re.Pattern[str]:
    """What was counted is done: 15所幼儿园已竣工; but not 50家已备案机构."""
    done, each = any_of(lexicon.signs("done")), any_of(lexicon.signs("all_done"))
    particle, reached = lexicon.adjuncts("particle")[0], any_of(lexicon.signs("surpassed"))
    own = f"[^,;。:0-9]{{1,16}}?(?:(?:{done})[^,;。:0-9]{{2,12}}(?<!{particle})|{reached})(?=[,;。)]|$)"
    told = any_of(lexicon.signs("told_year"))
    return re.compile(f"{own}|[^;。:0-9]{{1,40}}?(?:{each})|[^,;。:0-9]{{0,16}}?(?:{told})")


@cache
def missed() -> re.Pattern[str]:
    """What was aimed at and did not come: 120公里的目标未能完成."""
    return re.compile(f"[^,;。:0-9]{{1,16}}?(?:{any_of(lexicon.signs('missed'))})")


@cache
def dated_or_passed() -> re.Pattern[str]:
    """What a count has before it that is no description: (增加到)2027年的|25万个, 超亿元的|30家."""
    particle, passing = lexicon.adjuncts("particle")[0], any_of(lexicon.signs("passing"))
    return re.compile(f"(?:{time_pattern()}|(?:{passing})[{''.join(numeral_signs())}][^,;。]{{0,3}}){particle}$")


@cache
def against_year() -> re.Pattern[str]:
    """A change against the year before, without a bound, behind a level: ,同比增长8.6%, 比上年提高0.7个百分点."""
    year = any_of(lexicon.signs("on_year"))
    points = any_of(lexicon.signs("change_unit"))
    return re.compile(f"[,、(](?:{year})[^,;。0-9]{{0,4}}[0-9]+[.][0-9]+(?:%|{points})?(?=[,;。)]|$)")


@cache
def has_done() -> re.Pattern[str]:
    """A verb with the particle of what is done (建设了…); a document that 明确了 its aims has done nothing yet."""
    said = "".join(f"(?<!{word})" for word in lexicon.signs("no_done"))
    return re.compile(
        f"[\\u4e00-\\u9fff]{said}(?:{any_of(lexicon.signs('done_particle')[:1])})(?!{any_of(lexicon.signs('no_particle'))})"
    )


@cache
def done() -> re.Pattern[str]:
    """What is done already, with nothing between that ends the clause: 已建成12个; but not 目标已设定, 已建成小区."""
    places = any_of(lexicon.signs("built_place"))
    verbs = any_of((*lexicon.signs("reaching"), *lexicon.signs("promised")))
    rates = any_of((*lexicon.signs("rate_end"), *lexicon.signs("share_end")))
    measured = f"[^,;:。0-9]{{2,16}}(?:{rates})(?:{verbs})"  # 已改造小区|物业服务覆盖率达到
    return re.compile(f"(?:{any_of(lexicon.signs('done'))})(?!{places}|{measured})(?=[^,;:。]*$|[^,;:。]*[0-9])")


@cache
def existing() -> re.Pattern[str]:
    """What there is already: 现有幼儿园20所, 现有书店、书吧300家."""
    return re.compile(f"(?:{any_of(lexicon.signs('existing'))})[^,;:。、]{{0,12}}(?:、[^,;:。、0-9]{{1,8}})?[0-9]")


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
def goal_behind() -> re.Pattern[str]:
    """What closes a list of aims: 50万人|、就业60万人的目标,."""
    particle, goal = any_of(lexicon.adjuncts("particle")), any_of(lexicon.signs("goal"))
    return re.compile(f"[^,;。:]{{0,40}}?(?:{particle})(?:{goal})(?=[,;。]|$)")


@cache
def aimed_year() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(lexicon.signs('up_to'))})(?P<year>{YEAR})")


@cache
def listed_projects() -> re.Pattern[str]:
    """The end of a list of projects, behind one of them: 生猪、西江25万头牛等一批|项目."""
    projects = any_of(lexicon.signs("project"))
    return re.compile(f"[^,;。:]{{1,60}}?(?:{any_of(lexicon.signs('such_as'))})[^,;。:]{{0,20}}?(?:{projects})")


@cache
def of_works() -> re.Pattern[str]:
    """The works that make so much in a year: (年产60万吨)乙烯|项目, (年产100万辆)新能源汽车|基地."""
    return re.compile(f"[^,;。:、0-9]{{1,16}}?(?:{any_of((*lexicon.signs('project'), *lexicon.signs('plant')))})")


@cache
def relied_on() -> re.Pattern[str]:
    """What there is and is made use of: 依托全国|165个综试区."""
    opening = any_of(lexicon.signs("relied_on_first"))  # 结合5个园区, but not 医养结合机构5家
    return re.compile(f"(?:{any_of(lexicon.signs('relied_on'))}|^[ ,、]*(?:{opening}))[^,;。:、0-9]{{0,4}}$")


@cache
def by_means() -> re.Pattern[str]:
    """With what something is done: 以全市|0.6%."""
    return re.compile(f"(?:{any_of(lexicon.signs('by_means'))})[^,;]{{0,6}}$")


@cache
def made_of() -> re.Pattern[str]:
    """What something is made of, with what the parts come to: 由4个新兴产业、6个优势产业为核心|的体系."""
    first, parts = any_of(lexicon.signs("made_of")), "[^,;。]{1,40}?"
    ends = any_of((*lexicon.signs("as_core"), *lexicon.signs("making_up")))
    return re.compile(f"(?:{first})[0-9]{parts}(?:{ends})")


@cache
def listed_in_document() -> re.Pattern[str]:
    """The items before one of a list of what a document has (部署11项主要任务、|8项工程), or its noun: 任务|20项."""
    units, joins = any_of(lexicon.signs("naming_unit")), any_of(lexicon.signs("list_join"))
    items = any_of((*lexicon.signs("described_end"), *lexicon.signs("task_end")))
    listed = f"(?:[0-9]+(?:{units})[^,;。、0-9]{{1,8}}(?:{joins}))+"
    told = f"(?:{any_of(ends_before())})(?:{listed}|[^,;。、0-9]{{0,6}}(?:{items}))"
    said, done = any_of(lexicon.signs("document_has")), lexicon.signs("done_particle")[0]
    told += f"|(?:{said}){done}[^,;。、0-9]{{2,24}}{lexicon.adjuncts('particle')[0]}"  # 部署了未来发展的|15项重点工程
    return re.compile(f"(?:{told}|(?:{items})(?:{any_of(lexicon.signs('counted_together'))}))$")


@cache
def made_in_number() -> re.Pattern[str]:
    """The clause before that makes so many of what it gives examples of: 打造甲、乙等4个产业群,|丙等15个产业群."""
    made, units = any_of(lexicon.signs("made")), any_of(lexicon.signs("naming_unit"))
    return re.compile(
        f"(?:{made})[^,;。0-9]*(?:{any_of(lexicon.signs('such_as'))})[0-9]+(?:{units})[^,;。0-9]{{2,12}},$"
    )
