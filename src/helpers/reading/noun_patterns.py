"""The patterns by which the words around a figure are taken apart."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.numerals import chinese_digits, numeral_pattern
from helpers.reading.patterns import any_of, at_signs
from helpers.reading.periods import (
    YEAR,
    lasting_pattern,
    month_pattern,
    relative_pattern,
    time_pattern,
    year_in_words,
    year_sign,
)
from helpers.reading.years_compared import basis_pattern, compared_words


@cache
def bounds() -> frozenset[str]:
    """Bounds said as verbs that make no subject of the noun before them (建设不少于3个…)."""
    return frozenset(vocabulary.bound_words("before")) - set(lexicon.signs("passing"))


@cache
def whole() -> re.Pattern[str]:
    return re.compile(at_signs(any_of(lexicon.verb_nouns()), lexicon.verb_nouns()))


@cache
def left(*, reached: bool) -> re.Pattern[str]:
    periods = (row["word"] for row in vocabulary.periods())
    hows = (*vocabulary.commitment(), *periods, *lexicon.signs("promised"))
    skipped = lexicon.adjuncts("scope", "time", "adverb", "conjunction", "particle")
    long, short = ([word for word in skipped if (len(word) > 1) == many] for many in (True, False))
    short += lexicon.adjuncts("adverb_before_verb")
    verbs = lexicon.verbs("lead") if reached else (*lexicon.verbs("delivery"), *lexicon.verbs("lead"))
    action = (*lexicon.verbs("delivery"), *lexicon.verbs("reach"), *lexicon.verbs("lead"), *hows)
    # Some words, and all of a single character, are adverbs only before a verb: 重点培育, but not 重点景区.
    placed = f"(?:{any_of(lexicon.signs('preposition'))})(?:{any_of(lexicon.adjuncts('scope'))})"
    single = f"(?:{any_of(short)})(?={any_of(action)}|{any_of(lexicon.adjuncts('scope'))}|$)"
    than, ends = compared_words(), any_of(lexicon.signs("year_end"))
    taking, effort = any_of(lexicon.signs("taking_time")), any_of(lexicon.signs("effort"))
    lasting = f"(?:{taking})?{lasting_pattern()}(?:{effort})?"  # 用三年时间, 经过三年的努力
    begun = f"(?:{any_of(lexicon.signs('from'))}){YEAR}{year_sign()}(?:{any_of(lexicon.signs('since'))})"
    on = f"(?:{any_of(lexicon.signs('running'))})(?:{numeral_pattern()}){year_sign()}"  # 从2027年起|连续三年
    phase, ends_of_year = any_of(lexicon.signs("phase")), any_of(lexicon.signs("year_end"))
    aside = f"(?:{phase})?\\({time_pattern()}\\)"  # 近期(2027年), (2025—2027年)
    until = any_of(lexicon.signs("up_to"))
    to_end = f"(?:{until})(?:{year_in_words()})(?:{ends_of_year})?"  # 到明年底, 到年底
    goal = f"(?:{any_of(lexicon.signs('goal'))})(?={time_pattern()})"  # 目标|到2027年
    times = (
        f"{goal}|{time_pattern()}|{aside}|{to_end}|{lasting}|{month_pattern()}|(?:{than}){YEAR}{year_sign()}(?:{ends})?"
    )
    based = any_of((*lexicon.signs("referred"), *lexicon.signs("taken_as")))
    # What is left of 五年累计 is no noun, nor are the years in 三年培育.
    then = "$" if reached else f"(?:$|(?={any_of(made_verbs())}))"
    times = f"(?:{based}){YEAR}{year_sign()}|(?:{numeral_pattern()}){year_sign()}{then}|{times}"
    joined = f"(?:{any_of(lexicon.signs('list_join'))})(?={time_pattern()})"  # (2027年)和|2029年
    joined += f"|{lexicon.signs('each')[0]}(?={any_of(made_verbs())})"  # (2028年、2029年)各|新建
    times = f"{begun}|{on}|{times}"
    return re.compile(
        f"(?P<verb>{any_of((*hows, *verbs))})|{times}|{joined}|{placed}|{any_of(long)}|{single}|{city()}|{province()}"
    )


def province() -> str:
    """The short name of a province before its noun (云岭工业增加值), but not inside one (云岭籍人员)."""
    inside = any_of(lexicon.signs("not_place"))
    return f"(?:{any_of(vocabulary.province_names())})(?!{inside})(?=..)"


def city() -> str:
    """The name of a province or a city before its noun (临溪市服务业增加值)."""
    none = "".join(f"(?<!{re.escape(sign)})" for sign in lexicon.signs("not_area"))
    part, ends = any_of(lexicon.signs("part_of")), any_of(lexicon.signs("province"))
    word = any_of(lexicon.signs("not_city"))  # 实有市|场主体
    return f"(?!{part})[\\u4e00-\\u9fff]{{2,3}}{none}(?:{ends})(?!{word})(?=..)"


@cache
def delivery_end() -> re.Pattern[str]:
    verb = any_of((*lexicon.verbs("delivery"), *lexicon.verbs("before_figure")))
    join = any_of(lexicon.signs("join"))
    adverb = any_of(lexicon.adjuncts("adverb", "adverb_before_verb"))
    return re.compile(f"(?:{verb})(?:(?:{join})*(?:{adverb})*(?:{verb}))*$")


@cache
def verb_between() -> re.Pattern[str]:
    """Between two figures of one noun a join and a verb of delivery: 新增6个|、提升|9个."""
    verb, join = any_of((*lexicon.verbs("delivery"), *lexicon.verbs("before_figure"))), any_of(lexicon.signs("join"))
    return re.compile(f"(?:{join})(?:{verb})")


@cache
def made_verbs() -> tuple[str, ...]:
    """Verbs of delivery; those of a single sign stand inside other words too."""
    return tuple(verb for verb in lexicon.verbs("delivery") if len(verb) > 1)


@cache
def made() -> re.Pattern[str]:
    """A verb that says what is to be made where: (在25座公园)增设…."""
    return re.compile(any_of(made_verbs()))


@cache
def next_made() -> re.Pattern[str]:
    """What parts a noun from the next thing that is made: 机场|、|改扩建…."""
    return re.compile(f"[,、](?=(?:{any_of(lexicon.signs('built'))})..)")


@cache
def paced() -> re.Pattern[str]:
    """What makes a percentage the pace of growth: (以年均15%)的速度增长, (保持20%左右)的增速, (实现10%)的增长."""
    particles = any_of(lexicon.adjuncts("particle"))
    grows = f"(?:{any_of(lexicon.signs('growing'))})(?=[,;。、)\\s]|$)"
    rhythm = any_of(lexicon.yearly())
    joins, bounds = any_of(lexicon.signs("join")), any_of(vocabulary.bound_words("after"))
    others = f"(?:(?:{joins})[0-9.]+%(?:{bounds})?)*"  # (分别保持20%)和15%的增速
    pace = f"(?:{rhythm})?(?:{any_of(lexicon.signs('pace'))}|{grows})"
    return re.compile(f"{others}(?:{particles})?(?P<pace>{pace})")


@cache
def grade() -> re.Pattern[str]:
    """A grade in front of what it is the grade of: 国家级, 省级以上, 四星级以上."""
    ends, bounds = any_of(lexicon.signs("grade")), any_of(vocabulary.bound_words("after"))
    return re.compile(f"^[^,、]{{1,4}}?(?:{ends})(?:{bounds})?")


@cache
def located() -> re.Pattern[str]:
    where, inside = any_of(lexicon.signs("preposition")), any_of(lexicon.signs("inside"))
    around = any_of(lexicon.signs("around"))  # 围绕新兴产业|建立; but not 聚焦服务业
    about = f"(?:{around})[^,、]{{2,12}}?(?!{whole().pattern})(?=(?:{any_of(made_verbs())})..)"
    verb, fields = any_of(lexicon.verbs("delivery")), any_of(lexicon.signs("field"))
    listed = f"(?:{where})[^,]{{2,40}}?(?:{fields})"  # 在工业、交通等领域|形成
    return re.compile(f"(?:{listed}|(?:{where})[^,、]{{1,12}}?(?:{inside})?|{about})(?P<verb>{verb})")


@cache
def actor() -> re.Pattern[str]:
    each, ends = any_of(lexicon.signs("each")), any_of(lexicon.signs("area"))
    level = f"(?:{any_of(lexicon.signs('level'))})"
    levels = f"(?:{each}){level}(?:、?{level}(?:\\({level}(?:、{level})*\\))?)+"  # 各区、县(市)
    toward = any_of(lexicon.signs("preposition"))
    kinds = "".join(f"(?<!{kind})" for kind in lexicon.signs("no_actor"))  # 老旧小区 acts in nothing
    several = any_of(word for word in lexicon.signs("each") if len(word) > 1)
    return re.compile(f"{levels}|{several}|(?:{each})[^,、]{{1,4}}?|(?!{toward})[^,、]{{1,4}}(?:{ends}){kinds}")


@cache
def acted() -> re.Pattern[str]:
    """Who acts, with how or when, up to the verb: 各区将建成…, 市级财政三年共安排…."""
    adverb = any_of([*lexicon.adjuncts("adverb"), *(row["word"] for row in vocabulary.bounds())])
    verb, modal, strives = (any_of(words) for words in _acting())
    years = f"[0-9{chinese_digits()}]{{1,2}}{lexicon.signs('year')[0]}"
    would = f"(?:(?:{modal})(?:{years}|{relative_pattern()})?|(?:{strives}){years})"
    rhythm = any_of(lexicon.yearly())
    when = f"[^,、]{{1,8}}?(?:{rhythm}|{lasting_pattern()})"
    dated = f"[0-9]{{1,4}}{year_sign()}(?:{any_of(lexicon.signs('year_end'))})?"
    then = f"(?:{modal})?(?:{any_of(lexicon.signs('where'))})?{time_pattern()},?"  # 临川将在“十五五”期间举办
    each, let = any_of(lexicon.signs("each")), any_of(lexicon.signs("let"))
    every = f"(?:{let})?(?P<every>(?:{each})[^,、]{{1,24}}?)(?:{any_of(lexicon.signs('each_of'))})(?:{adverb})*"
    return re.compile(
        f"(?:(?P<actor>{actor().pattern})(?:{adverb})*(?:{dated}(?:{adverb})*)?|{every}|(?:(?P<who>[^,、]{{1,12}}?)(?:{would}|{then})|{when})(?:{adverb})*)"
        f"(?!{whole().pattern})(?P<verb>{verb})"
    )


def _acting() -> tuple[tuple[str, ...], ...]:
    return lexicon.verbs("delivery"), lexicon.signs("modal"), lexicon.signs("striving")


@cache
def led_in() -> re.Pattern[str]:
    """The last verb that leads in a subject, with all before it: 通过努力实现…, 将努力使…."""
    within = "".join(f"(?<!{sign})" for sign in lexicon.signs("not_led_in"))
    return re.compile(f".*(?!{whole().pattern}){within}(?P<verb>{any_of(lexicon.verbs('lead_in'))})(?=..)")


@cache
def urged() -> re.Pattern[str]:
    """Who is to act, and what is to be done: (支持)物流企业设立…."""
    who, what = any_of(lexicon.signs("acting")), any_of(lexicon.signs("act"))
    return re.compile(f"[^,、]{{0,8}}?(?:{who})(?P<verb>{what})(?=..)")


@cache
def led_from() -> str:
    """What leads in the value that a change starts from; but not the first sign of 从业人员."""
    return f"(?:{any_of(lexicon.signs('from'))})(?!{any_of(lexicon.signs('no_from'))})"


@cache
def from_value() -> re.Pattern[str]:
    """What a change starts from: 由260亿元, 从现有的31个, 从80家、90家."""
    return re.compile(f"{led_from()}[^,、]*[0-9][^,、]*(?:、[0-9][^,、]*)*$")


@cache
def kept_ends() -> tuple[str, ...]:
    """Words that end like an adverb, a bound or a verb and are none (功能, 签约, 商超)."""
    return (*lexicon.signs("kept_end"), *(word for word in lexicon.verb_nouns() if len(word) == 2))


@cache
def where() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of((*lexicon.signs('where'), *lexicon.signs('exists')))})")


@cache
def comparison(*, equal: bool) -> re.Pattern[str]:
    """The year, or where a noun is to be ``equal`` the series, that it is compared with: 增速与全省."""
    compared = compared_words()
    level = f"(?:{any_of(lexicon.signs('level_word'))})?(?:{any_of(lexicon.adjuncts('particle'))})?"
    eras, spans = any_of(vocabulary.eras()), any_of((*lexicon.signs("era_span"), *lexicon.signs("era_end")))
    then = f'(?:{YEAR}.?|{any_of(lexicon.signs("year_before"))}|[“"]?(?:{eras})[”"]?(?:{spans})?){level}'
    year = f"(?:{compared}){then}(?:{any_of(lexicon.signs('taller'))})?$|(?:{any_of(lexicon.signs('than'))})$"
    there, basis = any_of(lexicon.signs("earlier")), any_of(lexicon.signs("on_basis"))
    year += f"|(?:{any_of(lexicon.signs('where'))})?(?:{basis_pattern()}|(?:{there})[^,;。]{{0,8}}(?:{basis}))$"
    # 旅游人数逐步|恢复到2019年水平
    adverb, back = any_of(lexicon.adjuncts("adverb")), any_of(lexicon.signs("back_to"))
    year += f"|(?:{adverb})*(?:{back}){YEAR}.[^,;。0-9]{{0,6}}?(?:{any_of(lexicon.signs('level_of'))})$"
    return re.compile(f"{year}|(?:{any_of(lexicon.signs('beside'))})[^,、]{{1,8}}$" if equal else year)


@cache
def passes_part() -> re.Pattern[str]:
    """A share with the bound between part and whole: 研发投入|超过|业务收入的."""
    bound, particles = any_of((*lexicon.signs("passing"), *lexicon.signs("promised"))), lexicon.adjuncts("particle")
    return re.compile(f"(?P<part>..+?)(?P<bound>{bound})(?P<whole>[^,]{{2,}})(?:{any_of(particles)})")


@cache
def stays() -> re.Pattern[str]:
    """What a subject keeps to, with where it stands: (增速)保持全省前列."""
    return re.compile(f"(?:{any_of(lexicon.signs('held'))}|{any_of(lexicon.signs('ranked'))})(?P<more>.*)$")


@cache
def tail() -> re.Pattern[str]:
    """A verb that closes a noun after its figure; some of them do so only at the very end (企业上市, but 上市企业)."""
    anywhere, at_end = any_of(lexicon.verbs("tail")), any_of(lexicon.verbs("tail_end"))
    return re.compile(f"{anywhere}|(?:{at_end})(?=(?:{anywhere}|{at_end})*$)|{time_pattern()}")
