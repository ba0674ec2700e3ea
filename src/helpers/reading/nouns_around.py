"""A noun that stands elsewhere than right beside its figure, or that a part of stands there."""

import re
from functools import cache

from helpers.reading import lexicon, noun_parts, noun_patterns
from helpers.reading.clauses import Place
from helpers.reading.patterns import any_of, ending, opening

#: What a list of examples is named as is no shorter.
SHORTEST_NAME = 3


def kept_before(noun: str, before: str, *, reached: bool) -> str:
    """What stands before a figure and belongs to the noun behind it: 每千名老年人|20张|床位, 具有影响力的|5个|集群."""
    particle = lexicon.adjuncts("particle")[0]
    if noun and not reached and before.rstrip().endswith(particle):
        return noun.removesuffix(particle) + particle
    wide = ending(noun, lexicon.signs("range_of"))
    if wide and reached:
        return noun.removesuffix(wide)
    per_head = noun_parts.per_head().search(noun)
    return per_head.group() if per_head else ""


def names_members(place: Place, noun: str, leading: tuple[str, ...]) -> bool:
    """Whether the noun lists by name what the figure counts: 改扩建东庄、西庄3座水厂."""
    return place.figure.quantity.kind == "count" and bool(leading) and lexicon.signs("list_join")[0] in noun


def behind_examples(noun: str, dealt: int) -> str:
    """What a list of examples is named as: 法律、咨询、广告等商务服务机构; each of them, where as many figures are
    ``dealt`` out: 甲烷、乙烷等主要污染物排放量(分别下降12%、9%) → 甲烷排放量、乙烷排放量.
    """
    places = list(noun_parts.such_as().finditer(noun))
    found = places[-1] if places else None
    listed, named = (noun[: found.start()], noun[found.end() :]) if found else (noun, "")
    items = noun_parts.listed().split(listed)
    ends = (*lexicon.signs("shared_end"), *lexicon.dependents())
    if dealt and len(items) == dealt and (end := ending(named, ends)):
        return lexicon.signs("list_join")[0].join(item + end for item in items)
    return named if found and lexicon.signs("list_join")[0] in listed and len(named) >= SHORTEST_NAME else noun


def without_average(after: str, place: Place) -> str:
    """The noun without what the next figure says of each on average: 3万户|农户户均增收(2万元) → 农户."""
    words = lexicon.signs("averaged_over") if place.next_start < place.clause[1] else ()
    at = min((after.find(word) for word in words if after.find(word) > 0), default=len(after))
    return after[:at]


def spent_on(place: Place, verb: str, after: str) -> str:
    """What money is that a verb behind it spends on something: 投资|3亿元|建设幼儿园 → 投资; of 设立基金 the fund."""
    made = noun_patterns.made().match(after)
    spent = ending(verb, lexicon.signs("names_itself"))  # 将投资
    if place.figure.quantity.kind != "money" or not spent or not made:
        return ""
    fund = after[made.end() :]
    return fund if fund.endswith(lexicon.signs("fund")) else spent


def covered_in(text: str) -> re.Match[str] | None:
    """What covers all places of a kind, and which: 分馆|实现|乡镇|(全覆盖); nothing where the place is the subject."""
    return _covered_in().fullmatch(text)


@cache
def _covered_in() -> re.Pattern[str]:
    levels, grades = any_of(lexicon.signs("level")), any_of(lexicon.signs("grade"))
    where = f"[\\u4e00-\\u9fff]{{0,3}}(?:{levels}|{grades})(?:\\([^()]*\\))?"
    return re.compile(f"(?P<what>.{{3,}}?)(?:{any_of(lexicon.signs('covers'))})(?P<where>{where})")


def behind_aside(place: Place) -> str:
    """What stands behind a figure, without an aside that another figure parts it by: 148座桥梁(含6座)|进行改造."""
    text = place.text[place.figure.end : place.clause[1]]
    opened = "(" in place.after and ")" not in place.after
    return text.partition(")")[2] if opened else place.after


def done_to_it(after: str) -> str:
    """What is done to those that a figure counts: 对300户家庭实施|适老化改造."""
    for verb in lexicon.signs("takes_object"):
        if verb in after:
            done = after.split(verb, 1)[1]
            often = "" if done.startswith(lexicon.signs("one_off")) else opening(done, lexicon.signs("once"))
            return done.removeprefix(often)  # 提供一次|筛查
    return ""


def is_served(place: Place, before: str) -> bool:
    """Whether what a figure counts is said only by what is done to it: 为10万人次|提供就业服务."""
    return before.endswith(lexicon.signs("preposition")) and place.after.startswith(lexicon.signs("takes_object"))


def scope_in(noun: str) -> str:
    """The noun itself where it only names where or by whom (各区, 城南区); it goes before what is counted."""
    return noun if noun_patterns.actor().fullmatch(noun) or noun in lexicon.signs("area_word") else ""


def of_size(rest: str, after: str) -> str:
    """What a size is of: (设立)总规模5亿元的发展基金 → 发展基金总规模."""
    size = next(word for word in lexicon.signs("size_of") if rest.endswith(word))
    return after + size
