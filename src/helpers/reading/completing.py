"""What a figure's words leave out, taken from the figure before it."""

import re
from dataclasses import replace

from helpers import vocabulary
from helpers.reading import lexicon, noun_parts, noun_patterns
from helpers.reading.areas import is_area, without_area
from helpers.reading.clauses import Place
from helpers.reading.completing_counted import complete_counted, is_criterion
from helpers.reading.coordination import is_dealt, run_of
from helpers.reading.nouns import Reading
from helpers.reading.patterns import CHINESE, any_of, ending, opening
from helpers.reading.verbs_at_end import is_mere_reach, is_time

#: What leads in a part (其中) stands no further before its clause.
BEHIND = 200
TEN, HUNDRED = 10, 100


def complete(words: Reading, last: Reading, place: Place, *, unit: str = "", chained: bool = False) -> Reading:
    """The reading with its noun and its verbs completed from ``last``.

    ``unit`` is that of the figure before, and ``chained`` says that its noun was completed too.
    """
    counted = place.figure.quantity.kind == "count"
    if counted and words.noun_follows and _leads_part(place) and is_criterion(words.noun):
        # 集群达9个,其中4个营收超300亿元
        particle = lexicon.adjuncts("particle")[0]
        noun = words.noun + particle + last.noun.rpartition(particle)[2]
        return replace(words, noun=noun, verbs=last.verbs, noun_follows=False)
    noun = _grown(words, last, place) or _part(words, last, place, unit=unit, chained=chained)
    new = any(verb in lexicon.signs("new") for verb in words.verbs)  # 人均消费达到3500元,新增企业|3家
    noun = noun or ("" if new or not unit else _per_head(words, last, place, unit=unit))
    per = noun_parts.bare_divisor(words.noun)
    noun = noun or per + _complete_noun(words.noun.removeprefix(per), last, place)
    verbs, led = _complete_verbs(words, last, place, unit=unit)
    if counted and _leads_part(place):
        # 培训30万人次,其中高技能人才3万人次: a part is counted as the whole is
        verbs = (*verbs, *(word for word in lexicon.signs("part_too") if word in last.noun and word not in noun))
    if is_pace(words.noun, place) and noun == last.noun:
        verbs = (words.noun, *verbs)  # 收入达到36亿元、增速达到8%: the pace is said by the measure
    # “新三板”新增挂牌企业: that they are new is said by the measure.
    bare = noun_patterns.whole().sub("", noun)
    new = next((word for word in lexicon.signs("new") if counted and word in bare), "")
    if new:
        noun, verbs = noun.replace(new, ""), (*verbs, new)
    return replace(words, noun=noun, verbs=verbs, led=led)


def _grown(words: Reading, last: Reading, place: Place) -> str:
    """What grows by a rate where a share stands before: 业务收入占产业比重达到25%,|年均增长12%; empty elsewhere."""
    grows = any(verb in lexicon.signs("grows") for verb in words.verbs)
    if not grows or words.noun or place.figure.quantity.kind != "percent":
        return ""
    part, found, _ = last.noun.partition(lexicon.signs("part_of")[0])
    return part if found and part and last.noun.endswith(lexicon.signs("share_end")) else last.noun


def _part(words: Reading, last: Reading, place: Place, *, unit: str, chained: bool) -> str:
    """A part of what stands before in the same unit; empty where it is none."""
    bounds = {*noun_patterns.bounds(), *lexicon.signs("passing")}
    if unit != place.figure.quantity.unit or not bounds.issuperset(words.verbs):
        return ""  # 其中规上|超|300家 says how many, 其中规上|新增|30家 counts anew
    return _complete_part(words.noun, last, place, chained=chained, follows=words.noun_follows)


def _complete_noun(noun: str, last: Reading, place: Place) -> str:
    kind = place.figure.quantity.kind
    part = noun.startswith(lexicon.signs("part_of"))  # (约)占全市的58%
    if not noun or (not part and _is_part_of_area(noun, last, place)):
        return noun + (without_area(last.noun) if noun else last.noun)
    counted = complete_counted(noun, last, place) if kind == "count" else ""
    if counted:
        return counted
    if noun in lexicon.dependents() and last.noun and not _is_not_carried(noun, last, place):
        whole = last.noun if noun.endswith(lexicon.signs("pace")) else _base_of(last.noun)
        whole = whole.removesuffix(lexicon.signs("year")[0])  # 竹笋年(产量)
        doubled = whole.endswith(lexicon.signs("measure_end")) and whole[-1:] == noun[-1:]
        return whole if is_pace(noun, place) else (whole[:-1] if doubled else whole) + noun  # 床位(数)总数
    if part:
        whole = _base_of(last.noun) if last.noun.endswith(lexicon.signs("size")) else last.noun
        ends = lexicon.signs("share_end")
        return whole + noun + ("" if noun.endswith(ends) or kind != "percent" else ends[0])
    ahead = opening(noun, lexicon.dependents())
    if ahead and last.noun and noun[len(ahead) :].startswith(lexicon.signs("part_of")):
        return _base_of(last.noun) + noun
    value_added = lexicon.signs("value_added")[0]  # 矿山行业超标率下降3%、冶金行业|下降2%: not of its value added
    bare = noun if value_added in place.before else noun.removesuffix(value_added)
    if _lacks_end(bare, last, place):
        return bare + last.noun[len(_last_joined(bare)) :]
    if kind == "percent" and noun.startswith(lexicon.signs("reaching")):
        return re.split(any_of(lexicon.signs("reaching")), last.noun)[0] + noun
    return noun


def _per_head(words: Reading, last: Reading, place: Place, *, unit: str) -> str:
    """每千人口医师数达到3.2人,护士数|达到3.8人: nobody counts parts of persons, or so few in a city, but per head."""
    whose = opening(last.noun, lexicon.signs("place_people"))  # 常住人口|每千人床位数
    noun, per = words.noun, opening(last.noun.removeprefix(whose), noun_parts.divisors())
    if not per:
        return ""
    own = any(word in noun for word in (*vocabulary.denominators(), *lexicon.signs("averaged")))
    value = place.figure.quantity.value
    listed = place.before.lstrip().startswith(lexicon.signs("join")) or (words.noun_follows and _is_listed(place))
    few = value < TEN and unit == place.figure.quantity.unit and not words.led
    fits = place.figure.quantity.kind == "count" and (value % 1 or few or (value < HUNDRED and listed))
    return per + noun if noun and not own and fits else ""


def _complete_part(noun: str, last: Reading, place: Place, *, chained: bool, follows: bool) -> str:
    """A part of what was measured in the same unit: 粮食产量30万吨,其中小麦|12万吨; 床位1000张,其中护理型|600张."""
    part = _leads_part(place)
    if (
        not noun
        or is_area(noun)
        or not (part or (chained and place.clause[0] <= place.last_end + 1))
        or noun in last.noun
    ):
        return ""
    if part and follows and noun.startswith(lexicon.signs("comes_true")):
        return last.noun + noun  # 精品5部,其中2部获得奖项
    if noun.endswith(lexicon.signs("attribute_end")):
        return noun + last.noun
    ends = (*lexicon.signs("part_end"), *lexicon.dependents())
    end = ending(last.noun, ends)
    bare = not noun.endswith(end) if end else False
    bare = bare and not noun.endswith(noun_parts.ends_of_measures())
    return noun + end if end and bare and place.figure.quantity.kind != "percent" else ""


def _leads_part(place: Place) -> bool:
    """Whether its clause opens with what leads in a part, or stands behind that: 其中|小麦, 其中:|小麦, 其中,|小麦."""
    before = place.text[max(0, place.clause[0] - BEHIND) : place.clause[0]].rstrip(" :,")
    return place.opens_part or before.endswith(lexicon.signs("thereof"))


def _complete_verbs(words: Reading, last: Reading, place: Place, *, unit: str) -> tuple[tuple[str, ...], bool]:
    """A count shares the verb that led in the one before; of what 分别 deals out each has the first one's."""
    part = _leads_part(place) or _is_behind_join(place)
    part = part or words.noun_follows  # 建设10个甲和约|5个|乙
    own = [verb for verb in words.verbs if not (part and verb in noun_patterns.bounds())]
    elided = place.figure.quantity.kind == "count" and not words.noun
    if (elided or _is_part_of_area(words.noun, last, place)) and all(map(is_time, words.verbs)):
        return last.verbs, True  # 建成球场12块;东城区5块;西城区7块
    if _is_bounded_as(words, last, place, unit=unit):
        return last.verbs, True
    if elided and _is_again(words, last, place, unit=unit):
        # 帮扶企业400家,2028年|不少于500家; 加装电梯80部,力争达到100部
        bounds = {*noun_patterns.bounds(), *vocabulary.commitment(), *lexicon.signs("passing")}
        shared = [verb for verb in last.verbs if verb not in bounds and not is_time(verb)]
        return (*shared, *(verb for verb in words.verbs if verb not in lexicon.signs("reaching"))), True
    if words.noun.endswith(lexicon.signs("measured")) and not part and not is_dealt(place):
        return words.verbs, words.led  # 发展服务组织80家,托管面积20万亩: a measure of its own is not brought up
    if not own and last.led and place.figure.quantity.kind == "count":
        # A floor before a list is one for all of it: 举办不少于20场讲座、30场展览.
        bounds = {*noun_patterns.bounds(), *lexicon.signs("passing")}
        reach = {*lexicon.signs("promised"), *lexicon.signs("passing")} if _is_listed(place) else ()
        shared = [verb for verb in last.verbs if verb not in bounds or verb in reach]
        return (*shared, *words.verbs), True
    if words.verbs in ((), last.verbs[-1:]) and (is_dealt(place) or run_of(place)[0]):
        return last.verbs, words.led  # 分别保持20%和|15%的增速
    if not words.noun and place.figure.quantity.kind == "percent" and _only_urged(words.verbs):
        # 增长7%以上、力争达到8%: the second is growth as the first is
        return (*(verb for verb in last.verbs if verb in lexicon.signs("grows")), *words.verbs), words.led
    return words.verbs, words.led


def _is_bounded_as(words: Reading, last: Reading, place: Place, *, unit: str) -> bool:
    """新增企业不少于20家,临川市|不少于5家; 每年引进名企不少于5个,外资项目|不少于9个: only the bound is said again."""
    again = bool(words.verbs) and all(verb in noun_patterns.bounds() and verb in last.verbs for verb in words.verbs)
    measured = words.noun.endswith((*lexicon.signs("measured"), *lexicon.dependents()))
    alike = place.figure.quantity.kind == "count" and unit == place.figure.quantity.unit
    return again and last.led and alike and not measured


def _is_again(words: Reading, last: Reading, place: Place, *, unit: str) -> bool:
    """Whether nothing but a time, a bound or an urge says more of what the figure before counts as new."""
    mere = [verb for verb in words.verbs if not (is_time(verb) or verb in noun_patterns.bounds())]
    made = any(verb in lexicon.verbs("delivery") and not is_mere_reach(verb) for verb in last.verbs)
    return made and (not mere or _only_urged(tuple(mere))) and unit == place.figure.quantity.unit


def _only_urged(verbs: tuple[str, ...]) -> bool:
    urged = [verb for verb in verbs if verb in vocabulary.commitment()]
    mere = {*urged, *noun_patterns.bounds(), *(lexicon.signs("reaching") if urged else ())}
    return bool(verbs) and mere.issuperset(verbs)


def is_pace(noun: str, place: Place) -> bool:
    kind = place.figure.quantity.kind
    relative = kind == "percent" or (kind == "points" and noun in lexicon.signs("grows"))  # 增长高于全省平均1个百分点
    return relative and noun in lexicon.dependents() and noun.endswith(lexicon.signs("pace"))


def _is_behind_join(place: Place) -> bool:
    """Whether nothing but the sign of a list parts the figure before from the words of this one."""
    return place.text[place.last_end : place.last_end + 1] in lexicon.signs("list_join")


def _is_listed(place: Place) -> bool:
    """Whether the figure opens an item of a list behind the figure before it: 20场讲座、|30场展览."""
    return place.last_end > place.clause[0] and place.before.rstrip().endswith(lexicon.signs("join"))


def _is_part_of_area(noun: str, last: Reading, place: Place) -> bool:
    """入园率达到85%,东部地区达到95%; 学位4500个,其中主城区2600个: the second noun says only where."""
    behind = place.after.lstrip()
    closed = not CHINESE.match(behind) or behind.startswith(lexicon.signs("join"))
    each = noun.startswith(lexicon.signs("each")) and noun_patterns.actor().fullmatch(noun)  # 每个街道至少1个
    if closed and (is_area(noun) or each) and not is_area(last.noun):
        return bool(last.noun)
    rates = place.figure.quantity.kind == "percent" and last.noun.endswith(lexicon.signs("rate_end"))
    part = place.before.startswith(lexicon.signs("thereof"))
    return (rates or part) and noun.endswith(lexicon.signs("area_end"))


def _lacks_end(noun: str, last: Reading, place: Place) -> bool:
    """小学近视率下降1%、初中下降2%: the second noun lacks the rate of the first."""
    ends, one = lexicon.signs("rate_end"), _last_joined(noun)
    if not last.noun.endswith(ends) or len(one) >= len(last.noun) or noun.endswith((*ends, *lexicon.dependents())):
        return False
    # 小学生近视率降低1个百分点,初中生|降低2个百分点: what ends alike stands in the same place.
    alike = bool(one) and last.noun[: len(one)].endswith(one[-1:])
    points = place.figure.quantity.kind == "points" and alike
    return points or (place.figure.quantity.kind == "percent" and _is_behind_join(place))


def _last_joined(noun: str) -> str:
    """The last of nouns that are joined: 初中生和|高中生."""
    return noun_parts.listed().split(noun)[-1]


def _is_not_carried(noun: str, last: Reading, place: Place) -> bool:
    """航线达到15条,货邮吞吐量达到8万吨: that is not of routes, nor 投资 in 产值增长8%,投资增长12%."""
    if place.figure.quantity.kind == "percent" and noun in lexicon.signs("own_series"):
        return last.noun.endswith(lexicon.signs("measure_end"))
    return noun.endswith(lexicon.signs("carried")) and last.noun.endswith(lexicon.signs("no_carrier"))


def _base_of(noun: str) -> str:
    """The noun without a dependent one at its end: 服务业企业营业收入 → 服务业企业; nothing where it is one itself."""
    if noun in (*lexicon.dependents(), *lexicon.signs("no_base")):
        return ""
    base = next((noun.removesuffix(word) for word in lexicon.dependents() if noun.endswith(word)), noun)
    average = ending(base, lexicon.signs("on_average"))
    return base.removesuffix(average) or noun  # 服务业增加值年均|增速
