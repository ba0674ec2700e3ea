"""Counts that only describe what there is, and state nothing that is to come."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_parts, noun_patterns, reject_words
from helpers.reading.bare_nouns import noun_of
from helpers.reading.clauses import Place
from helpers.reading.counted_places import acts_in_places, measures_together
from helpers.reading.grouping import is_grouped, is_model
from helpers.reading.numerals import range_pattern
from helpers.reading.patterns import ASIDE, CHINESE, any_of, has_any
from helpers.reading.tenses import aims, last_of
from helpers.reading.verbs_at_end import strip_right

FEW_SIGNS = 6
#: What says what things are to be like is no shorter: 具有影响力.
SUCH = 4
#: What a count counts, before the word for all of them: 15个|配送中心|全部建成.
NOUN_BETWEEN = re.compile(r"[\u4e00-\u9fff()]{2,16}")


def reject_described(place: Place) -> str:
    """Counts that only describe: 四个方面, 8项工程, A和B等5个行业, 针对…的2034种商品."""
    counted = place.figure.quantity.kind == "count"
    told = _is_described(place) or (counted and _is_of_document(place))
    told = told or (counted and (is_grouped(place) or is_model(place)))
    if told or has_any(place.clause_text, reject_words.clause_words("structure")):
        return "structure"
    before = place.before.rstrip()
    if before.endswith(lexicon.signs("pointing")) or _sized(place) or (counted and _divided(place)):
        return "structure"
    if counted and (reject_words.relied_on().search(before) or _made_into_one(place) or _names_all(place)):
        return "structure"
    if counted and _only_located(place):
        return "structure"
    if before.endswith(lexicon.signs("such_as")):
        # 举办音乐节、灯会等120场 counts what is held; 文旅、康养等5个产业 describes.
        closed = not place.after.strip() and place.next_start >= place.clause[1]
        # 培育集成电路等10条以上产业链: a bound counts on
        return "" if closed or place.figure.quantity.operator or _built(place) else "structure"
    # 以12个山区县为重点
    if counted and (_is_core(place) or _makes_up(place) or acts_in_places(place) or measures_together(place)):
        return "structure"
    if counted and (
        _per_range().search(before)
        or before.endswith(lexicon.signs("per_unit"))
        or _first_of_all(place)
        or _is_given_each(place)
    ):
        return "structure"  # 每2至3个乡镇组成一个片区
    described = counted and before.endswith(lexicon.adjuncts("particle"))
    return "structure" if described and not _is_met(place) and not noun_parts.due().search(place.after) else ""


def _is_core(place: Place) -> bool:
    return place.after.rstrip().endswith(lexicon.signs("as_core"))


def _is_of_document(place: Place) -> bool:
    """提出14项措施, 部署11项任务、|8项工程: what a document has, alone or in a list."""
    before = place.clause_so_far
    return before.endswith(reject_words.ends_before()) or bool(reject_words.listed_in_document().search(before))


def _is_described(place: Place) -> bool:
    """四个方面, 8项工程; but not 2个特色产业|园, 建成东港、西港等2个项目."""
    told = reject_words.described_amount().match(place.text, place.figure.start)
    if not told or place.text.startswith(lexicon.signs("placed"), told.end()):
        return False
    before = place.clause_so_far
    if not before.endswith(lexicon.signs("such_as")) or told.group().endswith(lexicon.signs("called_industry")):
        return True
    # 推动东港、西港等2项工程主体完工
    finished = place.next_start >= place.clause[1] and place.after.endswith(lexicon.signs("making"))
    return not (finished or has_any(before, lexicon.signs("built")))


def reject_project(place: Place) -> str:
    """全覆盖 and the like inside the name of a project, or beside another word for what one is: 全覆盖提质工程."""
    once_built = lexicon.signs("once_built")  # 项目全部|建成后
    if _sizes_projects(place) or has_any(place.segment_so_far, once_built) or place.after.startswith(once_built):
        return "project"  # 项目建成后,年产值可达5亿元
    if place.figure.quantity.measure == "share" and place.before.endswith(lexicon.signs("half_gone")):
        return "name"  # 时间过半、任务过半
    if place.figure.quantity.measure not in ("rate", "multiple") or place.figure.quantity.operator == "ge":
        return ""  # 一半以上|的幼儿园
    if place.after.startswith(lexicon.signs("of_wording")) or _is_aside(place):
        return "project"  # 全覆盖成果, 倍增机会
    if _is_all_of_count(place) or _names_a_share(place) or place.before.lstrip(" ,").startswith(lexicon.signs("some")):
        return "structure"
    beside = place.after.startswith(lexicon.signs("list_join")) and CHINESE.match(place.after[1:])
    if place.after.startswith(lexicon.adjuncts("particle")) or (beside and not noun_of(place.before)[0]):
        return "project"  # 全覆盖、一体化公路网
    named = any(word in place.after for word in lexicon.signs("project"))
    return "project" if named and CHINESE.match(place.after[:1]) else ""


def _names_a_share(place: Place) -> bool:
    """指标全部|达标的学校比例: the word for all is in the name of what the share is of."""
    printed = place.text[place.figure.start : place.figure.end]
    return printed in lexicon.signs("all") and bool(_of_share().match(place.after))


@cache
def _per_range() -> re.Pattern[str]:
    """每2至|5万人口: for how many there is to be one."""
    return re.compile(f"{lexicon.signs('for_each')[0]}[0-9.]+{range_pattern()}$")


@cache
def _of_share() -> re.Pattern[str]:
    ends = any_of((*lexicon.signs("share_end"), *lexicon.signs("rate_end")))
    return re.compile(f"[^,;。]{{1,12}}(?:{any_of(lexicon.adjuncts('particle'))})[^,;。]{{0,10}}(?:{ends})")


def _is_all_of_count(place: Place) -> bool:
    """15个配送中心|全部|建成: how many they are has been said, and nothing more of them follows."""
    text, figure = place.text, place.figure
    if text[figure.start : figure.end] not in lexicon.signs("all") or place.last_end <= place.clause[0]:
        return False
    counted = text[place.last_end - 1 : place.last_end] in lexicon.signs("member_unit")
    between = NOUN_BETWEEN.fullmatch(place.before)
    closing = noun_patterns.tail().match(place.after) if counted and between else None
    rest = noun_patterns.tail().sub("", place.after).strip()
    return bool(closing) and (not rest or rest.endswith(lexicon.signs("making")))  # 完成|升级改造


def _is_aside(place: Place) -> bool:
    """便捷的网络(航线通达全部|县城): brackets say what something is like."""
    opened = place.before.rpartition("(")[2] if place.before.count("(") > place.before.count(")") else ""
    printed = place.text[place.figure.start : place.figure.end]
    return bool(opened) and printed in lexicon.signs("all") and not has_any(opened, lexicon.verbs("lead_in"))


def _is_size_aside(place: Place) -> bool:
    """新院区(占地60亩,总投资2亿元): brackets that hold how large one thing is, and no aim."""
    closing = place.text.find(")", place.figure.end, place.sentence[1])
    opened = place.text.rfind("(", place.sentence[0], place.figure.start)
    aside = place.text[opened + 1 : closing] if opened >= 0 and closing >= 0 else ""
    if not aside or ")" in aside or aside.startswith((*lexicon.signs("thereof"), *lexicon.signs("including"))):
        return False
    return has_any(aside, lexicon.signs("size_aside")) and last_of(aside, aims()) < 0


def _sizes_projects(place: Place) -> bool:
    """How large each of some projects is that a list names: 抓好东江300万头生猪、西江25万头牛等项目."""
    if _is_size_aside(place):
        return True
    made = place.before.endswith(lexicon.signs("yearly_output")) and reject_words.of_works().match(place.after)
    if made:
        return True  # 年产60万吨|乙烯项目
    named = CHINESE.match(place.after) and CHINESE.match(place.before[-1:]) and not strip_right(place.before)[1]
    return bool(named and reject_words.listed_projects().match(place.text, place.figure.end))


def _is_met(place: Place) -> bool:
    """产值超过60亿元的|4家: what each of them has stands before the count, or what they are to be like, or by when."""
    before = place.before.rstrip()
    met = place.paragraph.start < place.last_end and place.before.strip() in lexicon.adjuncts("particle")
    return met or _makes_such(before) or bool(reject_words.dated_or_passed().search(before))


def _makes_such(before: str) -> bool:
    """打造具有影响力的|5个产业集群: a verb of making opens the clause, and says what they are to be like."""
    bare = noun_of(before.rstrip("".join(lexicon.adjuncts("particle"))))
    return bool(bare[1]) and bare[1][-1] in noun_patterns.made_verbs() and len(bare[0]) >= SUCH


def _first_of_all(place: Place) -> bool:
    """Those with the most, whom something else is said of: 收入前100家企业的研发投入; but not 年底前100家企业开工."""
    before = place.before.rstrip()
    ranked = before.endswith(lexicon.signs("rank")) and not before.endswith(lexicon.signs("until"))
    particles = lexicon.adjuncts("particle")
    return ranked and len(before) > 1 and any(sign in place.after for sign in particles)


def _is_given_each(place: Place) -> bool:
    """提供每人7天的|免费住宿: what each of those served gets."""
    each = place.before.rstrip().endswith(lexicon.signs("each_gets"))
    return each and place.after.startswith(lexicon.adjuncts("particle"))


def _makes_up(place: Place) -> bool:
    """One of the parts that something is made of: 由4个新兴产业、6个优势产业为核心的体系."""
    parts = reject_words.made_of().finditer(place.clause_text)
    at = place.figure.start - place.clause[0]
    return any(match.start() < at < match.end() for match in parts)


def _divided(place: Place) -> bool:
    """分三批|建设, 分5年|实施: into how many turns something is divided; but not 积分20个."""
    turns = place.figure.quantity.unit in lexicon.signs("turn_unit")
    return turns and place.before.rstrip().endswith(lexicon.signs("divides"))


def _sized(place: Place) -> bool:
    """How large one thing is: 全长约30公里的公园."""
    before = strip_right(place.before)[0]
    if not place.after and before.endswith(lexicon.signs("full_length")):
        return last_of(place.sentence_before, aims()) < 0  # 快速路|全长5.7公里
    return place.after.startswith(lexicon.adjuncts("particle")) and before.endswith(lexicon.signs("attribute"))


def _made_into_one(place: Place) -> bool:
    """把软件、芯片、智能3个产业打造为高地: what is made is the one thing."""
    if not has_any(place.after, lexicon.signs("made_into")):
        return False
    handled = [place.before.rfind(word) + len(word) for word in lexicon.signs("handled") if word in place.before]
    return bool(handled) and not noun_patterns.made().search(place.before[max(handled) :])


def _names_all(place: Place) -> bool:
    """发展冰雪、乡村、森林3个产业集群: the list before has named them all."""
    unit = place.figure.quantity.unit
    kinds = not place.after and place.before.rstrip().endswith(unit)  # 基础类、完善类、提升类3类
    if unit not in lexicon.signs("naming_unit") or not (kinds or CHINESE.match(place.after)):
        return False
    if place.figure.quantity.operator:
        return False  # 物流、港口、矿山等领域3个以上应用场景落地: a bound counts on
    spelled = place.text[place.figure.start] in vocabulary.numerals()
    if not spelled and has_any(place.before, (*lexicon.signs("new"), *lexicon.signs("built"))):
        return False  # 新增东城、西城2个示范区 makes what it names
    if place.before.rstrip().endswith(lexicon.signs("such_as")):
        return False
    # 每县(市、区)建设2个: what stands in brackets is no list of them
    bare, joins = ASIDE.sub("", place.before), lexicon.signs("list_join")
    # 软件和信息服务、芯片、智能3个; 母婴、居家、养老和护理4个
    lists = (bare.split(joins[0]), noun_parts.listed().split(bare))
    return any(len(one) > 1 and all(one) and len(one) == place.figure.quantity.value for one in lists)


def _only_located(place: Place) -> bool:
    """对全市12个县区,…: whom it concerns, with nothing done to them in the clause."""
    before, behind = place.before.lstrip(" .、0123456789"), place.text[place.figure.end : place.clause[1]]
    toward = before.startswith(lexicon.signs("toward")) and not noun_patterns.whole().match(before)  # 对接
    led = toward and len(before) <= FEW_SIGNS
    behind = noun_patterns.whole().sub("", behind)
    return led and not noun_patterns.made().search(behind) and not has_any(behind, lexicon.signs("takes_object"))


def _built(place: Place) -> bool:
    """Whether the clause says that what is counted is to be made."""
    behind = place.text[place.figure.end : min(place.clause[1], place.next_start)].rstrip()
    before = place.clause_so_far
    made = has_any(before, lexicon.signs("made")) or behind.endswith(lexicon.signs("making"))
    return made or bool(reject_words.made_in_number().search(place.segment_so_far[: -len(before) or None]))
