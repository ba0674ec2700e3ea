"""A noun freed of what leads it in and of what closes it."""

import re
from functools import cache, lru_cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_parts, noun_patterns
from helpers.reading.areas import is_area
from helpers.reading.clauses import Place
from helpers.reading.numerals import chinese_digits, chinese_powers
from helpers.reading.patterns import any_of, has_any
from helpers.reading.periods import YEAR, year_sign
from helpers.reading.verbs_at_end import strip_right, without_task

#: What stands in brackets behind a noun; a short name for it (农家乐(乡村酒店)) belongs to the noun.
ASIDE = re.compile(r"(\([^()0-9]{1,6}\))?(?:\([^()]*\)?)?$", re.DOTALL)
#: Behind a mark that closes a quotation from before the figure.
UNOPENED = re.compile(r"^([^“”]*)”.*$", re.DOTALL)


@cache
def _numbering() -> re.Pattern[str]:
    """The number of an item: 3., (2), 06, 14 , 五、, (三)."""
    chinese = f"[{chinese_digits()}{chinese_powers()[:1]}]{{1,3}}"
    bare = r"(?:0[1-9]\s*|[0-9]{1,2}\s+)(?=[\u4e00-\u9fff])"
    return re.compile(rf"^(?:(?:\*?\(?[0-9]+\s*[.、)])+|{bare}|(?:\({chinese}\)、?|{chinese}、)(?=..))")


@lru_cache(maxsize=256)
def noun_of(text: str, *, reached: bool = False, led: bool = False) -> tuple[str, tuple[str, ...]]:
    """A noun freed of what leads it in: time, scope, adverbs, delivery verbs; and those verbs in order.

    Where a verb of reaching follows (``reached``) the noun is a subject, and only verbs that lead in a subject go.
    """
    text = _behind_deadline().sub("", _untold(_counted_off().sub("", _behind_open_bracket(text))))
    text = _behind_blank().sub("", text) if " " in text else text
    verbs: list[str] = []
    while True:
        text = _numbering().sub("", _trimmed(text))
        match = _lead(text, reached=reached)
        if match and match.group() in lexicon.signs("grade_scope") and (led or _makes(verbs)):
            match = None  # 创建全省示范县: a grade, not where the plan holds
        if not match:
            kept = reached or noun_patterns.whole().match(text)
            acted = None if kept else _acted(text)
            if acted:
                return acted[0], (*verbs, *acted[1])
            urged = noun_patterns.urged().match(text) if verbs and verbs[-1] in lexicon.signs("urging") else None
            if urged:
                return text[urged.end() :], (*verbs, urged["verb"])
            changed = noun_patterns.from_value().search(text) if reached else None
            text = _changed(text, changed) if changed else text
            return noun_parts.within().sub("", text), tuple(verbs)
        kept = _verbs_if_kept(match["verb"], verbs, text[match.end() :], reached=reached)
        if kept is not None:
            return text, kept
        verbs += filter(None, [match["verb"]])
        text = text[match.end() :]


def _acted(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The noun behind who acts and the verb, or before when and the verb where none follows; ``None`` elsewhere."""
    made = text[-2:] in _made_ends() and text.endswith(noun_patterns.made_verbs())
    yearly = noun_parts.done_each_year().fullmatch(text) if made else None
    if yearly:
        return yearly["what"], (yearly["verb"],)
    acted = noun_patterns.acted().match(text)
    if not acted:
        return None
    if acted["who"] and (spent := noun_parts.spent().fullmatch(text, acted.start("verb"))):
        who = "" if acted["who"] in lexicon.signs("spending") else acted["who"]
        return who + spent["what"], tuple(filter(None, [spent["done"]]))  # 公路建设计划完成投资
    return (acted["actor"] or acted["every"] or "") + text[acted.end() :], (acted["verb"],)


@cache
def _made_ends() -> frozenset[str]:
    """The last two signs of each verb of delivery; most texts end with others."""
    return frozenset(verb[-2:] for verb in noun_patterns.made_verbs())


def _verbs_if_kept(verb: str | None, verbs: list[str], rest: str, *, reached: bool) -> tuple[str, ...] | None:
    """The verbs of a noun that keeps the ``verb`` it begins with; ``None`` where the verb leads in the ``rest``."""
    if verb in lexicon.signs("with_measure") and rest in (*lexicon.dependents(), *lexicon.signs("bare_measure")):
        return tuple(verbs)  # 维修|收入, 通车|里程
    held = verbs and verbs[-1] in lexicon.signs("holding") and verb in lexicon.verbs("delivery")
    if (verb in lexicon.signs("kept_verb") and not reached) or held:
        return tuple(verbs)  # 举办|招聘活动: what is held is named by what is done there
    return (*verbs, verb) if verb and verb in lexicon.signs("kept_and_said") else None  # 入库瞪羚企业


def _changed(text: str, start: re.Match[str]) -> str:
    """The noun without the value that it starts from, but with whom that divides by: 托位由每千人3个|增加到4个."""
    noun = strip_right(text[: start.start()], bounds_only=True)[0]
    per = next((word for word in vocabulary.denominators() if word in start.group()), "")
    return noun if not noun or per in noun else per + noun


def _lead(text: str, *, reached: bool) -> re.Match[str] | None:
    """What leads in the noun of a text, or nothing."""
    found = None if reached else noun_parts.adverbial().match(text) or noun_patterns.located().match(text)
    if found is None and not noun_patterns.whole().match(text):
        found = noun_patterns.left(reached=reached).match(text)
    if found or not reached:
        return found
    return noun_patterns.led_in().search(text) or noun_parts.timed_lead().match(text)


def noun_after(text: str) -> tuple[str, tuple[str, ...]]:
    """The noun that a figure counts, where it stands behind it, and the verb that closes it."""
    if not text or text[0] in ",;。:)、(|\t ":
        return "", ()
    particles = lexicon.adjuncts("particle")
    text = ASIDE.sub(r"\1", UNOPENED.sub(r"\1", text)).lstrip("".join(particles))
    text = noun_parts.within().sub("", noun_parts.planned_for().sub("", text))
    verbs = {*lexicon.verbs("tail"), *lexicon.verbs("tail_end")}
    if when := noun_parts.by_when().fullmatch(text):
        closing = [word for word in noun_patterns.tail().findall(when["rest"]) if word in verbs]
        return when["noun"], (*closing, when["when"])  # (5座)档案馆|今年10月底|将封顶交付
    match = noun_patterns.tail().search(text)
    closing = noun_patterns.tail().findall(text[match.start() :]) if match else []
    text = noun_parts.praised().sub("", text[: match.start()] if match else text)
    joins = "".join((*lexicon.signs("join"), *particles)) + " "
    if text.endswith(lexicon.signs("each")[0]):
        text = noun_parts.listed().split(text)[0]  # (18个)托育园、临溪、云川各(建成)
    text = without_task(noun_parts.next_made_of().sub("", noun_parts.next_toward().sub("", text)))
    counted, _, where = text.rpartition("、")
    text = counted if counted and is_area(where) else text  # (14所)学校、高新区|(30所)
    bare, bounds = strip_right(text, bounds_only=True)
    if bounds and bare[-1:] in joins:
        text = bare  # (30个)基地和约(20个)中心
    text = text.removesuffix(lexicon.signs("all")[0]) if closing else text  # (15个)中心全部(建成)
    return text.rstrip(joins), tuple(verb for verb in closing if verb in verbs)


def noun_counted_in(clause: str, end_of_amount: int) -> str:
    """The noun that an amount inside a clause counts; ``end_of_amount`` is where the amount ends in it."""
    return noun_after(clause[end_of_amount:])[0]


def outside_brackets(place: Place, before: str) -> str:
    """What stands behind brackets that open or close right at the figure: 2400户(累计约3600户)餐饮单位."""
    after = place.after
    if after.startswith("("):
        # A figure inside the brackets ends what is the first one's own, and the noun still is.
        behind = after if ")" in after else place.text[place.figure.end : place.clause[1]]
        return behind.partition(")")[2]
    return after[1:] if after.startswith(")") and before.count("(") > before.count(")") else after


def read_subject(clause: str) -> str:
    """The subject of a clause without a figure that says how it changes (占比逐年上升), or nothing."""
    stays = noun_patterns.stays().search(clause)
    if stays and clause[: stays.start()].endswith(lexicon.dependents()):
        clause = clause[: stays.end()].replace(stays["more"], "")  # 增加值增速保持|全省前列
    rest, verbs = strip_right(clause)
    noun = cut(noun_of(rest, reached=True)[0], noun_patterns.comparison(equal=False)) if verbs else ""
    return "" if noun.lstrip("".join(lexicon.signs("join"))) in lexicon.dependents() else noun


def read_industry(clause: str) -> str:
    """The industry that a clause without a figure opens with (体育产业融合发展), or nothing."""
    match = noun_parts.industry().match(clause)
    return match.group() if match else ""


def cut(noun: str, pattern: re.Pattern[str]) -> str:
    """The noun without what it is compared with; nothing where it is only that (产量达到3万吨,比上年|增长5%)."""
    match = pattern.search(noun)
    return noun[: match.start()] if match else noun


def _makes(verbs: list[str]) -> bool:
    """Whether the last verb says that something is made, not only that a subject reaches a figure."""
    return bool(verbs) and verbs[-1] in lexicon.verbs("delivery") and verbs[-1] not in lexicon.verbs("lead")


def _behind_open_bracket(text: str) -> str:
    opened, closed = text.rfind("("), text.rfind(")")
    if opened < 0 <= closed and text[closed + 2 :]:
        return text[closed + 1 :]  # (会议300人以上,展览5000平方米以上)|活动
    return text[opened + 1 :] if opened > closed else text


def _trimmed(text: str) -> str:
    """The text without signs and brackets around it; brackets that belong to it stay: 起降场(点)."""
    bare = text.strip(" ,、()-—").lstrip("”").rstrip("“")
    opened = bare.count("(") - bare.count(")")
    if opened > 0 and text.rstrip(" ,、-").endswith(")"):
        return bare + ")"
    return "(" + bare if opened < 0 and text.lstrip(" ,、-").startswith("(") else bare


def _untold(text: str) -> str:
    """The text without who says it."""
    return _told_by().sub("", text) if has_any(text, _telling()) else text


@cache
def _telling() -> tuple[str, ...]:
    """Few nouns have one of these, and the search for who says it is slow."""
    return (*lexicon.signs("reporting"), *lexicon.signs("aim_is"), "》")


@cache
def _told_by() -> re.Pattern[str]:
    """Who or what says it: 《规划》要求…, 方案明确…."""
    documents, says = any_of(lexicon.signs("document")), any_of(lexicon.signs("reporting"))
    aims = any_of(lexicon.signs("aim_is"))
    said = f"[^,]{{0,40}}?(?:》|{documents})[^,]{{0,4}}?(?:{says})(?=..)"
    return re.compile(
        f"^(?:{said}|(?:{says})(?=.?{YEAR})|[^,]{{0,30}}?(?:{aims})(?=..)|《[^》]*(?:{documents})》(?=..))"
    )


@cache
def _behind_deadline() -> re.Pattern[str]:
    """What leads up to a deadline inside a clause: 经过五年的发展到2030年|增加值."""
    until, ends, level = (any_of(lexicon.signs(role)) for role in ("up_to", "year_end", "level_of"))
    return re.compile(f"^[^,;:、0-9]{{2,16}}(?:{until}){YEAR}{year_sign()}(?:{ends})?(?!{level})(?=..)")


@cache
def _behind_blank() -> re.Pattern[str]:
    """A label of words that a blank parts from the verb behind it: 网络更强 |建成(基站)."""
    return re.compile(f"^(?:[^,、0-9 ]{{2,12}} +)+(?={any_of(noun_patterns.made_verbs())})")


@cache
def _counted_off() -> re.Pattern[str]:
    """What counts off a sentence: 一是, 七是; and an aside in brackets that says what is counted in."""
    one = f"^[{chinese_digits()}{chinese_powers()[:1]}]+(?:{any_of(lexicon.signs('enumerated'))})"
    including = any_of(lexicon.signs("including"))
    return re.compile(rf"{one}|^(?:{including})(?=..)|\((?:{including})[^()]*\)")


def closed(noun: str) -> str:
    """The noun without a mark that opens a quotation and leaves it open: 充电站“区县(全覆盖”); a number is none."""
    if noun.isdigit():
        return ""  # 12月底前再完成13个
    return noun.lstrip("、").replace("“", "") if noun.count("“") > noun.count("”") else noun


def behind_label(noun: str) -> str:
    """The noun without the label that a colon parts from it: 主要目标:|货运量; a label alone is it (球场:30块)."""
    label, colon, named = noun.rpartition(":")
    return named or label if colon and named.count("(") == named.count(")") else noun
