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
from helpers.reading.patterns import ASIDE, CHINESE, has_any
from helpers.reading.tenses import aims, last_of
from helpers.reading.verbs_at_end import strip_right

FEW_SIGNS = 6
#: What says what things are to be like is no shorter: 具有影响力.
SUCH = 4


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
    described = counted and before.endswith(lexicon.adjuncts("particle")) and not _counts_part(place)
    worked_on = place.after.rstrip().endswith(lexicon.signs("worked_on"))  # 早年建成的3万户|厕所改造工程
    due = worked_on or noun_parts.due().search(place.after)
    return "structure" if described and not _is_met(place) and not due else ""


def _counts_part(place: Place) -> bool:
    """(培训350名,)其中取得证书的|120名: how many of those just counted are so."""
    return place.opens_part and not place.after.strip(" )")


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


@cache
def _per_range() -> re.Pattern[str]:
    """每2至|5万人口: for how many there is to be one."""
    return re.compile(f"{lexicon.signs('for_each')[0]}[0-9.]+{range_pattern()}$")


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
    if place.figure.quantity.unit in (*lexicon.signs("length_unit"), *lexicon.signs("area_unit")):
        made = made or has_any(before, lexicon.signs("mended"))  # 治理南溪、北溪等36公里溪流
    return made or bool(reject_words.made_in_number().search(place.segment_so_far[: -len(before) or None]))
