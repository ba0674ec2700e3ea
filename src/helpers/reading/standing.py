"""What there is already, and is told of without a past year: 在用机场3个, 该项目总投资5亿元."""

import re
from functools import cache

from helpers.reading import lexicon, noun_patterns, reject_words, told_words
from helpers.reading.bare_nouns import noun_of
from helpers.reading.clauses import Place
from helpers.reading.numerals import chinese_powers
from helpers.reading.patterns import any_of, has_any
from helpers.reading.tenses import aims, earlier_in_paragraph, last_of, years_of
from helpers.reading.verbs_at_end import is_time, strip_right
from helpers.reading.wording import read_operator

#: A count with as many digits, less the zeros at its end, was counted and not planned.
FINE = 5


def is_standing(place: Place, first_year: int) -> bool:
    """Whether its own words say that it is there: in use, owned, of one project, or picked out and announced."""
    return (
        _is_listed_as_existing(place)
        or _is_owned(place, first_year)
        or _is_in_use(place)
        or _is_of_project(place)
        or _is_of_place(place)
        or _is_counted_out(place, first_year)
        or _is_announced(place)
    )


def _is_listed_as_existing(place: Place) -> bool:
    """现有幼儿园20所、小学8所: nothing but that there are some leads in any of the list, and no aim follows."""
    existing = lexicon.signs("existing")
    segment = place.text[place.segment[0] : place.clause[1]]
    segment = _remade().sub("", segment) if has_any(segment, existing) else ""
    if not has_any(segment, existing):
        return False
    since = _existing().split(place.segment_so_far)[-1]
    if reject_words.aimed_year().search(since) or last_of(since, aims()) >= 0:
        return False  # 现有书屋20家,到2029年新建12家、|茶馆8家
    listed = reject_words.existing().search(reject_words.comparison().sub("", segment))
    own = _existing().split(place.before)[-1]
    return bool(listed) and set(noun_of(own)[1]) <= set(existing)


@cache
def _existing() -> re.Pattern[str]:
    return re.compile(any_of(lexicon.signs("existing")))


@cache
def _remade() -> re.Pattern[str]:
    """What is there and is to become better: 改造现有|茶园3万亩."""
    return re.compile(f"(?:{any_of(lexicon.signs('remakes'))})(?:{any_of(lexicon.signs('existing'))})")


def _is_owned(place: Place, first_year: int) -> bool:
    """拥有480公里海岸线, where neither headings nor paragraph name an aim or a year of the plan."""
    if place.before.strip() not in lexicon.signs("owning"):
        return False  # 拥有老字号52家 may be an aim
    headings = place.paragraph.headings if place.paragraph.section else ()
    said = ";".join([*headings, earlier_in_paragraph(place), place.sentence_before])
    return last_of(said, aims()) < 0 and not any(year >= first_year for _, year in years_of(said))


def _is_in_use(place: Place) -> bool:
    """在用机场3个,在建机场2个; and what is counted right before such a list: 取得运营证的机场5个,在用机场3个."""
    words = (*lexicon.signs("in_use"), *lexicon.signs("in_building"))
    if place.figure.quantity.operator or not has_any(place.text[slice(*place.sentence)], words):
        return False
    own = _in_use().match(place.before)
    if own and (strip_right(place.before)[1] or noun_patterns.made().search(place.before, own.end())):
        return False
    next_used = _in_use().match(place.text[place.figure.end : place.sentence[1]].removeprefix(","))
    return bool(own or (next_used and next_used["used"])) and not _is_ahead(place)


def _is_ahead(place: Place) -> bool:
    """Whether its sentence names an aim, this year or one to come."""
    said = place.sentence_before
    return (
        last_of(said, aims()) >= 0
        or bool(reject_words.aimed_year().search(said) or told_words.running_now().search(said))
        or bool(years_of(said))
    )


@cache
def _in_use() -> re.Pattern[str]:
    """What says at the beginning of a clause that things are used, or being built; but not 在用户侧, 在建设中."""
    used, none = any_of(lexicon.signs("in_use")), any_of(lexicon.signs("no_in_use"))
    building = any_of(lexicon.signs("in_building"))
    scopes = any_of((*lexicon.adjuncts("scope"), *lexicon.signs("thereof")))
    return re.compile(f"[ 、,]*(?:(?:{scopes}),?)*(?:(?P<used>{used})|{building})(?!{none})")


def _is_of_project(place: Place) -> bool:
    """How large the one project is that is told of: 该项目总投资5亿元,占地面积80亩; a bound makes it an aim."""
    if place.figure.quantity.operator in ("ge", "le"):
        return False
    if place.sentence_before.startswith(lexicon.signs("plan_area")) and place.figure.quantity.unit in lexicon.signs(
        "area_unit"
    ):
        return True  # 规划范围:全市域,面积1200平方公里
    sizes = _sizes()
    if place.figure.quantity.kind == "percent" or not has_any(place.before, sizes):
        return False
    named = strip_right(place.before, bounds_only=True)[0].lstrip(lexicon.signs("list_join")[0])
    size = max((word for word in sizes if named.endswith(word)), key=len, default="")
    owner = named.removesuffix(size)
    if not size or noun_patterns.made().search(owner) or last_of(owner, aims()) >= 0:
        return False  # 该市将设立总规模5亿元的基金
    works = any(owner.endswith(word) and owner != word for word in lexicon.signs("named_works"))
    bounded = read_operator(";".join(strip_right(place.before, bounds_only=True)[1])) not in ("", "approx")
    works = works and place.figure.quantity.kind == "money" and not bounded and not place.paragraph.section
    if works or named.endswith(lexicon.signs("planned_size")) or _of_one_project().search(named):
        return True
    return named in sizes and bool(_of_one_project().search(place.sentence_before[: -len(place.before)]))


@cache
def _sizes() -> tuple[str, ...]:
    return (*lexicon.signs("size_of"), *lexicon.signs("attribute"))


@cache
def _of_one_project() -> re.Pattern[str]:
    """What leads in the size of one project at the beginning of a clause: 该项目总投资, 工程计划总投资."""
    places = any_of((*lexicon.signs("level"), *lexicon.signs("province")))
    this, project = f"(?:{any_of(lexicon.signs('this_one'))})(?!{places})", any_of(lexicon.signs("works"))  # 该省
    sizes = any_of(_sizes())
    planned = any_of((*lexicon.signs("forecast"), *lexicon.signs("planning")))
    return re.compile(f"(?:^|(?<=[,;。(]))(?:(?:{this})[^,;。:0-9]{{1,8}}?|{project})(?:{planned})?(?:{sizes})")


def _is_of_place(place: Place) -> bool:
    """How large a place is, or how many live there, without a verb: 全域总面积5万平方公里, 城区总人口110万."""
    quantity = place.figure.quantity
    if has_any(place.sentence_before, lexicon.signs("geography")) and not _is_ahead(place):
        return True  # 地处东经100度,面积20万平方公里
    occupied = lexicon.signs("occupied")
    if has_any(place.before, occupied) and strip_right(place.before, bounds_only=True)[0].endswith(occupied):
        return True  # 占地约200亩
    by_size = quantity.unit in lexicon.signs("area_unit") and quantity.unit not in lexicon.signs("field_unit")
    ends = lexicon.signs("place_size") if by_size else lexicon.signs("place_people")
    if quantity.kind != "count" or quantity.operator or not place.before.endswith(ends):
        return False
    return not place.paragraph.section and not _is_ahead(place)


def _is_counted_out(place: Place, first_year: int) -> bool:
    """A count to the last digit (藏品1531877件), or a share or an amount to the hundredth (57.17%, 1.93亿元), where
    neither an aim nor a year to come is named: nobody plans so finely.
    """
    if place.figure.quantity.operator or place.paragraph.section or _is_ahead(place):
        return False
    headings = place.paragraph.headings
    if any(has_any(one, (*lexicon.signs("year_work"), *aims())) or is_time(one) for one in headings):
        return False
    printed = _digits().match(place.text, place.figure.start)
    counted = printed and len(printed.group().replace(",", "").rstrip("0")) >= FINE
    if counted and place.figure.quantity.kind == "count":
        return True
    if not _hundredths().match(place.text, place.figure.start):
        return False
    earlier = earlier_in_paragraph(place)
    return last_of(earlier, aims()) < 0 and all(year < first_year for _, year in years_of(earlier))


@cache
def _hundredths() -> re.Pattern[str]:
    """A percentage or hundreds of millions with two digits behind the point; small shares (2.85%) are aimed at so."""
    return re.compile(rf"[0-9]{{2,}}\.[0-9]{{2,}}%|[0-9]+\.[0-9]{{2,}}(?:{lexicon.signs('vast_power')[0]})")


@cache
def _digits() -> re.Pattern[str]:
    """A whole number in digits alone: not 1.25, 1250万."""
    powers = "".join(chinese_powers())
    return re.compile(f"[0-9][0-9,]*(?![0-9.,{powers}])")


def _is_announced(place: Place) -> bool:
    """A batch that was picked out: 公布了首批20个案例, 确定第二批重点项目30个; in a numbered item it may be an aim."""
    if place.figure.quantity.kind != "count" or place.figure.quantity.operator:
        return False
    before = place.clause_so_far
    batch = _batch().search(before) if has_any(before, lexicon.signs("batch")) else None
    if not batch or (place.paragraph.section and not batch["done"]):
        return False
    return last_of(before[batch.end() :] if batch["done"] else place.sentence_before, aims()) < 0


@cache
def _batch() -> re.Pattern[str]:
    said, done = any_of(lexicon.signs("announced")), any_of(lexicon.signs("done_out"))
    return re.compile(f"(?:{said})(?P<done>{done})?[^,;。:]{{0,24}}?(?:{any_of(lexicon.signs('batch'))})")
