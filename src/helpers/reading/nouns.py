"""The words around a figure → what it measures, and the verbs that say how."""

import re
from dataclasses import dataclass
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns
from helpers.reading.clauses import Place
from helpers.reading.numerals import chinese_digits, chinese_powers
from helpers.reading.patterns import any_of
from helpers.reading.verbs_at_end import strip_right
from helpers.reading.wording import read_measure

#: What stands in brackets behind a noun; a short name for it (农家乐(乡村酒店)) belongs to the noun.
ASIDE = re.compile(r"(\([^()0-9]{1,6}\))?(?:\(.*)?$", re.DOTALL)
SHORTEST_NAME = 3
GROWTH = frozenset({"growth_rate", "cagr"})
NUMBERING = re.compile(r"^(?:[0-9]+\s*[.、])+")


@cache
def _counted_off() -> re.Pattern[str]:
    """What counts off a sentence: 一是, 七是; and an aside in brackets that says what is counted in."""
    one = f"^[{chinese_digits()}{chinese_powers()[:1]}]+(?:{any_of(lexicon.signs('enumerated'))})"
    including = any_of(lexicon.signs("including"))
    return re.compile(rf"{one}|^(?:{including})(?=..)|\((?:{including})[^()]*\)")


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
    after, tail = _noun_after(_outside_brackets(place, before))
    if after and (delivered := _read_delivered(place, before, after, tail)):
        return delivered
    rest, trailing = strip_right(before)
    if noun_patterns.where().fullmatch(rest):
        rest = ""
    if after and trailing and trailing[-1] in lexicon.signs("where") and (made := noun_patterns.made().search(after)):
        return Reading(after, (made.group(),), noun_follows=True)  # 在25座公园增设活动设施
    merely_urged = all(verb in vocabulary.commitment() for verb in trailing)
    if after and place.figure.quantity.kind == "percent" and not noun_of(rest)[0] and merely_urged:
        # 90%以上的社区建成养老站: what the share is of, and what it comes to
        whole = place.after.lstrip("".join(lexicon.adjuncts("particle")))
        return Reading(whole, (*trailing, *tail), noun_follows=True)
    reached, passed = _is_reached(place, trailing), any(verb in lexicon.signs("passing") for verb in trailing)
    noun, leading = noun_of(rest, reached=reached, led=led)
    noun = _behind_examples(noun)
    listed = before.rstrip().endswith((*lexicon.signs("join"), *lexicon.signs("such_as")))
    if after and _names_members(place, noun, leading) and not reached:
        return Reading(after, (*leading, *trailing, *tail), noun_follows=True, led=True)
    if after and (listed or (not (reached or passed) and (not noun or _scope(noun)))):
        scope = "" if listed else _scope(noun)
        return Reading(scope + after, (*leading, *trailing, *tail), noun_follows=True, led=bool(leading or tail))
    if after.startswith(lexicon.signs("reaching")) and place.figure.quantity.kind == "percent":
        noun += after  # 全部达到国家标准: what the share is of, and what it reaches
    return _read_subject_of(place, noun, leading, trailing, led=bool(leading) and not reached)


def _read_delivered(place: Place, before: str, after: str, tail: tuple[str, ...]) -> Reading | None:
    """Verb, figure, noun: 建成6个中心."""
    bare, bounds = before.rstrip(), ()
    delivery = noun_patterns.delivery_end().search(bare)
    if not delivery:
        bare, bounds = strip_right(before, bounds_only=True)
        delivery = noun_patterns.delivery_end().search(bare)
    if not delivery or _is_mere_reach(delivery.group()):
        return None
    noun, leading = noun_of(bare[: delivery.start()], reached=True)
    noun, own_bounds = strip_right(noun, bounds_only=True)
    verbs = (*leading, *own_bounds, delivery.group(), *bounds, *tail)
    if delivery.group() in lexicon.signs("preposition"):
        after += _done_to_it(place.after)
    return Reading(_scope(noun) + after, verbs, noun_follows=True, led=True)


def _read_subject_of(
    place: Place, noun: str, leading: tuple[str, ...], trailing: tuple[str, ...], *, led: bool
) -> Reading:
    """Noun, verb, figure: 增加值达到96亿元; and verb, noun, figure: 引进人才2万人."""
    quantity = place.figure.quantity
    ahead = noun_patterns.outdone().search(noun) if quantity.kind == "points" else None
    if ahead:
        return Reading(noun[: ahead.start()], (*leading, ahead["word"], *trailing))
    grows = quantity.kind == "percent" and read_measure(";".join(trailing), noun, "percent", "") in GROWTH
    if grows and noun.endswith(lexicon.signs("services_end")):
        noun += lexicon.signs("value_added")[0]
    noun = _cut(noun, noun_patterns.comparison(equal=quantity.measure in ("gap", "growth_rate")))
    return Reading(_as_share(noun, place), (*leading, *trailing), led=led)


def _is_reached(place: Place, trailing: tuple[str, ...]) -> bool:
    """Whether the noun before is a subject that reaches the figure."""
    mere = (*noun_patterns.bounds(), *lexicon.signs("passing"))
    reached = any(verb in lexicon.verbs("reach") and verb not in mere for verb in trailing)
    return reached or place.figure.quantity.kind in ("percent", "points")


def _names_members(place: Place, noun: str, leading: tuple[str, ...]) -> bool:
    """Whether the noun lists by name what the figure counts: 改扩建东庄、西庄3座水厂."""
    return place.figure.quantity.kind == "count" and bool(leading) and lexicon.signs("list_join")[0] in noun


def _behind_examples(noun: str) -> str:
    """What a list of examples is named as: 法律、咨询、广告等商务服务机构."""
    such_as = lexicon.signs("such_as")[0]
    listed, found, named = noun.rpartition(such_as)
    return named if found and lexicon.signs("list_join")[0] in listed and len(named) >= SHORTEST_NAME else noun


def _done_to_it(after: str) -> str:
    """What is done to those that a figure counts: 对300户家庭实施|适老化改造."""
    for verb in lexicon.signs("takes_object"):
        if verb in after:
            return after.split(verb, 1)[1]
    return ""


def noun_of(text: str, *, reached: bool = False, led: bool = False) -> tuple[str, tuple[str, ...]]:
    """A noun freed of what leads it in: time, scope, adverbs, delivery verbs; and those verbs in order.

    Where a verb of reaching follows (``reached``) the noun is a subject, and only verbs that lead in a subject go.
    """
    text = _counted_off().sub("", _behind_open_bracket(text))
    verbs: list[str] = []
    while True:
        text = text.strip(" ,、()-")
        text = NUMBERING.sub("", text)
        match = None if noun_patterns.whole().match(text) else noun_patterns.left(reached=reached).match(text)
        if match is None:
            match = noun_patterns.led_in().search(text) if reached else noun_patterns.located().match(text)
        if match and match.group() in lexicon.signs("grade_scope") and (led or _makes(verbs)):
            match = None  # 创建全省示范县: a grade, not where the plan holds
        if not match:
            kept = reached or noun_patterns.whole().match(text)
            acted = None if kept else noun_patterns.acted().match(text)
            if acted:
                return (acted["actor"] or "") + text[acted.end() :], (*verbs, acted["verb"])
            urged = noun_patterns.urged().match(text) if verbs and verbs[-1] in lexicon.signs("urging") else None
            if urged:
                return text[urged.end() :], (*verbs, urged["verb"])
            changed = noun_patterns.from_value().search(text) if reached else None
            return text[: changed.start()] if changed else text, tuple(verbs)
        if match["verb"] in lexicon.signs("kept_verb") and not reached:
            return text, tuple(verbs)
        verbs += filter(None, [match["verb"]])
        text = text[match.end() :]


def _makes(verbs: list[str]) -> bool:
    """Whether the last verb says that something is made, not only that a subject reaches a figure."""
    return bool(verbs) and verbs[-1] in lexicon.verbs("delivery") and verbs[-1] not in lexicon.verbs("lead")


def _cut(noun: str, pattern: re.Pattern[str]) -> str:
    """The noun without what it is compared with or changes from; all of it where nothing would be left."""
    match = pattern.search(noun)
    return noun[: match.start()] if match and match.start() else noun


def _behind_open_bracket(text: str) -> str:
    opened = text.rfind("(")
    return text[opened + 1 :] if opened > text.rfind(")") else text


def noun_counted_in(clause: str, end_of_amount: int) -> str:
    """The noun that an amount inside a clause counts; ``end_of_amount`` is where the amount ends in it."""
    return _noun_after(clause[end_of_amount:])[0]


def read_subject(clause: str) -> str:
    """The subject of a clause without a figure that says how it changes (收入占比逐年提高), or nothing."""
    rest, verbs = strip_right(clause)
    return noun_of(rest, reached=True)[0] if verbs else ""


def read_industry(clause: str) -> str:
    """The industry that a clause without a figure opens with (体育产业融合发展), or nothing."""
    match = noun_patterns.industry().match(clause)
    return match.group() if match else ""


def _as_share(noun: str, place: Place) -> str:
    """技能人才占从业人员 40% is short for its share, and so is 数量达到全省的40%."""
    if place.figure.quantity.kind != "percent":
        return noun
    particles, (reaching, *_), (part_of, *_) = (
        lexicon.adjuncts("particle"),
        lexicon.signs("reaching"),
        lexicon.signs("part_of"),
    )
    if noun.endswith(particles):
        noun = noun.rstrip("".join(particles)).replace(reaching, part_of)
    part = any(word in noun[1:] for word in lexicon.signs("part_of"))
    if part and not noun.endswith(lexicon.signs("share_end")):
        return noun + lexicon.signs("share_end")[0]
    return noun


def _is_mere_reach(verb: str) -> bool:
    return verb in lexicon.verbs("reach") and verb not in (*lexicon.verbs("delivery"), *lexicon.verbs("before_figure"))


def _scope(noun: str) -> str:
    """The noun itself where it only names where or by whom (各区, 城南区); it goes before what is counted."""
    return noun if noun_patterns.actor().fullmatch(noun) else ""


def _noun_after(text: str) -> tuple[str, tuple[str, ...]]:
    """The noun that a figure counts, where it stands behind it, and the verb that closes it."""
    if not text or text[0] in ",;。:)、(|\t ":
        return "", ()
    particles = lexicon.adjuncts("particle")
    text = ASIDE.sub(r"\1", text).lstrip("".join(particles))
    match = noun_patterns.tail().search(text)
    closing = noun_patterns.tail().findall(text[match.start() :]) if match else []
    text = noun_patterns.praised().sub("", text[: match.start()] if match else text)
    joins = "".join((*lexicon.signs("join"), *particles)) + " "
    verbs = {*lexicon.verbs("tail"), *lexicon.verbs("tail_end")}
    for end in lexicon.signs("task_end"):
        text = text.removesuffix(end)
    return text.rstrip(joins), tuple(verb for verb in closing if verb in verbs)


def _outside_brackets(place: Place, before: str) -> str:
    """What stands behind brackets that open or close right at the figure: 2400户(累计约3600户)餐饮单位."""
    after = place.after
    if after.startswith("("):
        # A figure inside the brackets ends what is the first one's own, and the noun still is.
        return (
            place.text[place.figure.end : place.clause[1]].partition(")")[2]
            if ")" not in after
            else after.partition(")")[2]
        )
    return after[1:] if after.startswith(")") and before.count("(") > before.count(")") else after
