"""The words around a figure → what it measures, and the verbs that say how."""

from dataclasses import dataclass

from helpers import vocabulary
from helpers.reading import lexicon, noun_parts, noun_patterns
from helpers.reading.bare_nouns import cut, noun_after, noun_of, outside_brackets
from helpers.reading.clauses import Place
from helpers.reading.coordination import dealt_to, is_dealt
from helpers.reading.nouns_around import (
    behind_aside,
    behind_examples,
    covered_in,
    done_to_it,
    is_served,
    kept_before,
    names_members,
    of_size,
    scope_in,
    spent_on,
    without_average,
)
from helpers.reading.patterns import ending
from helpers.reading.shares import as_ratio, as_share, is_part_counted, is_part_reached
from helpers.reading.verbs_at_end import (
    is_amount_of,
    is_done_within,
    is_headed_for,
    is_linked,
    is_mere_reach,
    is_size,
    is_time,
    strip_right,
    without_task,
)
from helpers.reading.wording import read_denominator, read_measure

LONGEST_OWNER = 4
GROWTH = frozenset({"growth_rate", "cagr"})


@dataclass(frozen=True)
class Reading:
    """What the words around a figure say: the noun it measures, its verbs in order, and whether the noun follows.

    ``led`` says that a verb of delivery leads the noun in, so that later nouns of the sentence may share it.
    """

    noun: str
    verbs: tuple[str, ...] = ()
    noun_follows: bool = False
    led: bool = False


def read_words(place: Place, before: str, *, led: bool = False) -> Reading:
    """The noun and the verbs of one figure; ``before`` is the part of its clause that is its own, and ``led`` says that
    a verb of delivery leads in the list that it stands in.

    Three orders are told apart: noun, verb, figure (增加值达到96亿元); verb, figure, noun (建成6个中心);
    and verb, noun, figure (引进人才2万人).
    """
    after = outside_brackets(place, before)
    next_made = noun_patterns.next_made().search(after) if place.next_start < place.clause[1] else None
    after, tail = noun_after(after[: next_made.start()] if next_made else after)
    after = without_average(after, place)
    after = "" if after in lexicon.signs("level_word") else after  # 突破80亿元|大关
    served = is_served(place, before)
    if read := _read_paced(place, before) or ((after or served) and _read_delivered(place, before, after, tail)):
        return read
    rest, trailing = strip_right(before)
    if noun_patterns.where().fullmatch(rest):
        rest = ""
    if (after or is_done_within(place)) and (told := _read_behind(place, rest, trailing, after, tail)):
        return told
    reached, passed = _is_reached(place, trailing), _is_passed(place, rest, trailing)
    covered = covered_in(rest) if place.figure.quantity.measure == "rate" else None
    noun, leading = noun_of(covered["what"] if covered else rest, reached=reached, led=led)
    noun += covered["where"] if covered else ""
    noun = behind_examples(noun, dealt_to(place)[1] if is_dealt(place) else 0)
    listed = before.rstrip().endswith((*lexicon.signs("join"), *lexicon.signs("such_as")))
    if after and names_members(place, noun, leading) and not reached:
        return Reading(after, (*leading, *trailing, *tail), noun_follows=True, led=True)
    toward = bool(leading) and noun.startswith(lexicon.signs("toward_place"))  # 开通至周边机场|2条航线
    aside = listed or toward or noun.endswith(lexicon.signs("each")[0])  # 临川、云川各|2000个托位
    # 全市至少达到80家|标准胸痛救治单元; but not 跨上1.4万亿斤台阶
    counted = (
        reached and not noun and place.figure.quantity.kind == "count" and after not in lexicon.signs("level_word")
    )
    if after and (aside or counted or (not (reached or passed) and (not noun or scope_in(noun)))):
        scope = "" if aside else scope_in(noun)
        has = any(verb in lexicon.signs("having") for verb in trailing)  # 各区至少有1个商圈和1条步行街
        return Reading(scope + after, (*leading, *trailing, *tail), noun_follows=True, led=bool(leading or tail or has))
    kept = kept_before(noun, before, reached=reached) if after and place.figure.quantity.kind == "count" else ""
    if kept:
        return Reading(kept + after, (*leading, *trailing, *tail), noun_follows=True)
    if after.startswith(lexicon.signs("reaching")) and place.figure.quantity.kind == "percent":
        noun += after  # 全部达到国家标准: what the share is of, and what it reaches
    newly = any(verb in lexicon.verbs("delivery") for verb in trailing)  # 计划竣工3个,其中幼儿园2个
    return _read_subject_of(place, noun, leading, trailing, led=newly or (bool(leading) and not reached))


def _read_paced(place: Place, before: str) -> Reading | None:
    """A percentage that words behind it make a pace: 以年均15%的速度增长, 实现两位数增长."""
    paced = noun_patterns.paced().match(place.text, place.figure.end, place.clause[1])
    if not paced or place.figure.quantity.kind != "percent":
        return None
    rest, trailing = strip_right(before)
    by = ending(rest, lexicon.signs("by"))
    noun, leading = noun_of(rest.removesuffix(by), reached=True)
    return Reading(noun, (*leading, *trailing, paced["pace"]))


def _read_behind(
    place: Place, rest: str, trailing: tuple[str, ...], after: str, tail: tuple[str, ...]
) -> Reading | None:
    """What is said of the figure by the words behind it alone."""
    quantity = place.figure.quantity
    if is_done_within(place):
        case, leading = noun_of(rest, reached=True)
        done = place.after.strip().split(lexicon.signs("list_join")[0])[0]
        return Reading(case + done, (*leading, *trailing))  # 不动产登记5个工作日内|办结
    if quantity.unit in lexicon.signs("title_unit") and after.startswith(
        (*lexicon.signs("up_to"), *lexicon.signs("inward"))
    ):
        return Reading(after, (after[0],), noun_follows=True)  # 千兆到乡镇
    if is_headed_for(place):
        what, leading = noun_of(rest.removesuffix(ending(rest, lexicon.signs("toward_value"))), reached=True)
        what, hows = strip_right(what, bounds_only=True)
        return Reading(what, (*leading, *hows, *trailing, place.after.strip()))
    if is_amount_of(place):
        return Reading(after, (*trailing, *tail), noun_follows=True)
    if is_size(place):
        return Reading(of_size(rest, after), (*trailing, *tail), noun_follows=True)
    alone = place.next_start >= place.clause[1]  # 在39个村改造线路16公里 says where
    made = noun_patterns.made().search(after) if trailing and trailing[-1] in lexicon.signs("where") else None
    if alone and made:
        return Reading(after, (made.group(),), noun_follows=True)  # 在25座公园增设活动设施
    hows = (*vocabulary.commitment(), *noun_patterns.bounds())
    merely_urged = all(verb in hows or is_time(verb) for verb in trailing)  # 到2027年100%的县
    owner = noun_of(rest)[0]
    # 云岭60%以上的村建成服务点: a short name before a share that is given away to what follows it.
    given = len(owner) <= LONGEST_OWNER and noun_patterns.made().search(place.after)
    given = given or owner.startswith(lexicon.signs("each"))  # 各街(镇)40%的社区
    given = given and place.after.startswith(lexicon.adjuncts("particle"))
    if quantity.kind == "percent" and merely_urged and (not owner or given):
        # 90%以上的社区建成养老站: what the share is of, and what it comes to
        whole = place.after.lstrip("".join(lexicon.adjuncts("particle"))).rstrip("".join(lexicon.signs("join")))
        return Reading(whole, (*trailing, *tail), noun_follows=True)
    return None


def _read_delivered(place: Place, before: str, after: str, tail: tuple[str, ...]) -> Reading | None:
    """Verb, figure, noun: 建成6个中心."""
    bare, bounds = _without_scope(before.rstrip()), ()
    delivery = noun_patterns.delivery_end().search(bare)
    if not delivery:
        bare, bounds = strip_right(before, bounds_only=True)
        delivery = noun_patterns.delivery_end().search(bare)
    if not delivery or is_mere_reach(delivery.group()) or is_linked(bare[: delivery.start()], delivery.group()):
        return None
    if spent := spent_on(place, delivery.group(), after):
        return Reading(spent, (delivery.group(), *bounds, *tail), led=True)
    noun, leading = noun_of(bare[: delivery.start()], reached=True)
    noun, own_bounds = strip_right(noun, bounds_only=True)
    verbs = (*leading, *own_bounds, delivery.group(), *bounds, *tail)
    if delivery.group() in lexicon.signs("preposition"):
        behind = behind_aside(place)
        after += done_to_it(behind)
        # 为12万户家庭更换软管: what is done to them says what is counted.
        done = noun_patterns.made().search(behind)
        verbs = (*verbs, done.group()) if done else verbs
    per_head = noun_parts.per_head().search(noun) if place.figure.quantity.kind == "count" else None
    if per_head:  # 每千名老年人拥有|20张|床位
        return Reading(per_head.group() + delivery.group() + after, verbs, noun_follows=True, led=True)
    return Reading(scope_in(noun) + after, verbs, noun_follows=True, led=True)


def _read_subject_of(
    place: Place, noun: str, leading: tuple[str, ...], trailing: tuple[str, ...], *, led: bool
) -> Reading:
    """Noun, verb, figure: 增加值达到96亿元; and verb, noun, figure: 引进人才2万人."""
    quantity = place.figure.quantity
    noun = noun_parts.dated_owner().sub("", noun)
    aimed = without_task(noun)  # 云川港2027年|货物吞吐量|目标(3亿吨)
    noun = aimed if aimed.endswith(noun_parts.ends_of_measures()) else noun
    ahead = noun_parts.outdone().search(noun) if quantity.kind in ("points", "percent") else None
    if ahead and (quantity.kind == "points" or ahead["taller"]):
        return Reading(noun[: ahead.start()], (*leading, ahead["taller"] or ahead["word"], *trailing))
    services = quantity.kind == "percent" and noun.endswith(lexicon.signs("services_end"))
    if services and read_measure(";".join(trailing), noun, "percent", "") in GROWTH:
        noun += lexicon.signs("value_added")[0]
    passed = noun_patterns.passes_part().fullmatch(noun) if quantity.kind == "percent" else None
    if passed:  # 研发投入超过业务收入的10%
        noun = passed["part"] + lexicon.signs("part_of")[0] + passed["whole"]
        trailing = (*trailing, passed["bound"])
    noun = cut(noun, noun_patterns.comparison(equal=quantity.measure in ("gap", "growth_rate")))
    noun, leading = _last_of_list(noun, leading)
    if dealt := noun_parts.dealt_verb().search(noun):
        noun, trailing = noun[: dealt.start("verb")], (dealt["verb"], *trailing)  # 省级、市级企业分别|培育
    led_to = (*vocabulary.commitment(), *lexicon.signs("preposition"))  # 为独居老人|安装|报警器
    urged = all(verb in led_to for verb in leading) and not trailing
    alone = quantity.kind == "count" and urged and not read_denominator(noun)
    made = noun_parts.parted().match(noun) if alone else None
    noun, leading, led = (noun[made.end() :], (*leading, made["verb"]), True) if made else (noun, leading, led)
    graded = noun_parts.graded().fullmatch(noun) if quantity.kind == "count" else None
    noun = graded["grade"] + graded["noun"] if graded else noun  # 绿色工厂国家级5家
    per_head = noun_parts.per_head().search(noun) if quantity.kind in ("count", "money") else None
    if per_head and per_head.start():
        counted, reached = strip_right(noun[: per_head.start()])  # 专利拥有量达到每万人|12件
        noun, trailing = per_head.group() + counted, (*reached, *trailing)
    located = noun_parts.rate_in_area().fullmatch(noun) if quantity.kind == "percent" else None
    noun = located["area"] + (located["rate"] or "") if located else noun  # 覆盖率城市达到85%
    noun, bound = as_ratio(noun, place) if quantity.kind == "multiple" else as_share(noun, place)
    verbs = (*leading, *trailing)
    if quantity.kind == "percent" and (is_part_reached(noun, verbs) or is_part_counted(noun, verbs, place)):
        noun += lexicon.signs("share_end")[0]
    return Reading(noun, (*leading, *bound, *trailing), led=led)


def _last_of_list(noun: str, leading: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The last of several things that each have a verb: (打造)商圈、新增|碧道; 体系基本建成、|产业规模."""
    own = list(noun_parts.own_verb().finditer(noun))
    if not own or noun_patterns.whole().match(noun, own[-1].start("verb") if own[-1]["verb"] else own[-1].end()):
        return noun, leading
    return noun[own[-1].end() :].lstrip("、"), (*leading, own[-1]["verb"]) if own[-1]["verb"] else leading


def _without_scope(text: str) -> str:
    """The text without a scope at its end: 为全区|23000名老年人."""
    scope = ending(text, lexicon.adjuncts("scope"))
    return text.removesuffix(scope)


def _is_reached(place: Place, trailing: tuple[str, ...]) -> bool:
    """Whether the noun before is a subject that reaches the figure."""
    mere = (*noun_patterns.bounds(), *lexicon.signs("passing"))
    changed = lexicon.verbs("change_end")
    reached = any((verb in lexicon.verbs("reach") and verb not in mere) or verb in changed for verb in trailing)
    return reached or place.figure.quantity.kind in ("percent", "points")


def _is_passed(place: Place, rest: str, trailing: tuple[str, ...]) -> bool:
    """Whether a bound makes the noun before a subject; 突破|50项|技术瓶颈 has none before it."""
    overcome = trailing and trailing[-1] in lexicon.signs("breaks") and not noun_of(rest)[0]
    if overcome and place.figure.quantity.unit in lexicon.signs("broken_unit"):
        return False
    return any(verb in lexicon.signs("passing") for verb in trailing)
