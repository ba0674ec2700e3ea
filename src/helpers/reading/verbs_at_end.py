"""The verbs, bounds and adverbs that end a text before a figure."""

import re
from functools import cache, lru_cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns
from helpers.reading.clauses import Place
from helpers.reading.numerals import chinese_digits
from helpers.reading.patterns import any_of, ending, has_any
from helpers.reading.periods import lasting_pattern, time_pattern

#: No time, verb or adverb that ends a text is longer; looking only there keeps the time of reading down.
LONGEST_END = 32
#: What an amount of money is of is no longer: 交通基础设施固定资产投资.
LONGEST_NOUN = 14


def ends_with_delivery(text: str) -> bool:
    """Whether a verb of delivery stands at the end, bounds and adverbs aside."""
    return bool(noun_patterns.delivery_end().search(strip_right(text, bounds_only=True)[0]))


def ends_with_reach(text: str) -> bool:
    """Whether a verb that leads in what is reached stands at the end: 实现."""
    return text.endswith((*lexicon.verbs("lead_in"), *lexicon.verbs("reach")))


def is_mere_reach(verb: str) -> bool:
    """Whether a verb says what is reached and never what is delivered."""
    delivers = verb in lexicon.verbs("delivery") or verb in lexicon.verbs("before_figure")
    return verb in lexicon.verbs("reach") and not delivers


def is_linked(noun: str, verb: str) -> bool:
    """Whether 为 only links a measure with its value: 产业规模|为|100亿元等; but not 为10万户更换软管."""
    roles = ("measure_end", "rate_end", "share_end")
    measures = (*lexicon.dependents(), *(end for role in roles for end in lexicon.signs(role)))
    return verb in lexicon.signs("is") and noun.endswith(measures)


def is_size(place: Place) -> bool:
    """How much money one thing has: 总规模5亿元的基金."""
    before, bounded = strip_right(place.before, bounds_only=True)
    if bounded and place.next_start < place.clause[1]:
        return False  # 规模超百亿元的企业40户: what each of those has that are counted
    before = next((before.removesuffix(word) for word in lexicon.verbs("reach") if before.endswith(word)), before)
    sized = before.endswith(lexicon.signs("size_of")) and place.figure.quantity.kind == "money"
    return sized and place.after.startswith(lexicon.adjuncts("particle"))


def is_amount_of(place: Place) -> bool:
    """Whether nothing but what an amount of money is of closes its clause: 实现810亿元|产值, 完成30亿元|公路投资."""
    named, aside, _ = place.after.strip().partition("(")
    named = named if aside or place.next_start >= place.clause[1] else ""
    named = "" if named in lexicon.signs("level_word") or len(named) > LONGEST_NOUN else named
    aim = without_task(named)  # 实现600亿元产值目标
    if not aim.endswith(lexicon.signs("money_noun")) or has_any(aim, lexicon.adjuncts("particle")):
        return False
    before = strip_right(place.before, bounds_only=True)[0]
    alone = not before.strip() and place.clause[0] > place.segment[0]  # 加氢站10座,|100亿元|产业产值
    return aim != named or alone or ends_with_reach(before) or before.endswith(lexicon.signs("spending"))


def is_headed_for(place: Place) -> bool:
    """产业规模向|500亿元|迈进: a value that is made for."""
    toward = place.before.rstrip().endswith(lexicon.signs("toward_value"))
    return toward and place.after.lstrip().startswith(lexicon.signs("headed"))


def is_done_within(place: Place) -> bool:
    """不动产登记5个工作日内|办结: by when everybody's case is to be dealt with."""
    timed = place.figure.quantity.unit in lexicon.signs("case_time") and place.figure.quantity.operator == "le"
    return timed and place.after.startswith(lexicon.signs("case_done"))


def without_task(noun: str) -> str:
    """The noun without what says that it is to be completed: 产值目标, 建设任务."""
    for end in lexicon.signs("task_end"):
        noun = noun.removesuffix(end)
    return noun


@lru_cache(maxsize=256)
def strip_right(text: str, *, bounds_only: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text without the verbs, bounds and adverbs at its end, and those in order."""
    if text.strip(" ,、") in _deliveries():
        return text, ()  # 改造|提升 is one verb
    found: list[str] = []
    while True:
        text = text.rstrip(" ,、")
        start, ended, time = _find_end(text, bounds_only=bounds_only)
        kept = len(ended) == 1 and text.endswith(noun_patterns.kept_ends())
        kept = kept or text.endswith(lexicon.signs("each_year"))  # 标准每人每年|9600元
        kept = kept or (found and ended in lexicon.verbs("change_end"))  # 通航起降|达到3.2万架次
        # 专项规划3个: an adverb only before a verb (规划建设).
        if not ended or kept or (not found and start and ended in lexicon.signs("noun_too")):
            return text, tuple(reversed(found))
        ahead = _verb_into(text[:start], time)
        if ahead:
            found.append(ahead)
            text = text[:start].removesuffix(ahead[:-1])
            continue
        if time or not ended.endswith(lexicon.signs("year")):  # the rest of 年增长, 三年年均增长
            found.append(ended)
        text = _without_than(text[:start]) if time else text[:start]


def _find_end(text: str, *, bounds_only: bool) -> tuple[int, str, str]:
    """Where what ends the text begins, that itself, and the same again where it is a time; empty words for nothing.

    Most texts end with a sign that ends nothing of the kind, and few with one that ends a time: the longest of many
    words is looked up, and only a time is searched for.
    """
    last = text[-1:]
    if not bounds_only and last in _last_of_times():
        match = _ending().search(text, max(0, len(text) - LONGEST_END))
        return (match.start(), match.group(), match["time"] or "") if match else (0, "", "")
    for length in _lengths(bounds_only=bounds_only).get(last, ()):
        if text[-length:] in _closing(bounds_only=bounds_only):
            return max(0, len(text) - length), text[-length:], ""
    return 0, "", ""


@lru_cache(maxsize=1_024)
def is_time(verb: str) -> bool:
    """Words of time among the verbs: 其中2027年2万座."""
    return bool(re.fullmatch(time_pattern(), verb))


@cache
def _deliveries() -> frozenset[str]:
    """Verbs of delivery that may end with a shorter verb: 改造提升, but not 提升 itself."""
    reached = frozenset(lexicon.verbs("reach"))
    return frozenset(verb for verb in lexicon.verbs("delivery") if len(verb) > 2 and verb not in reached)


def _verb_into(text: str, time: str) -> str:
    """A verb whose last sign leads in a time: (增加|到2027年的)25万个; or nothing."""
    into = next((sign for sign in lexicon.signs("up_to") if time.startswith(sign)), "")
    if not into or not (text + into).endswith(lexicon.verbs("reach")):
        return ""
    return next((verb for verb in lexicon.verbs("reach") if (text + into).endswith(verb) and verb != into), "")


def _without_than(text: str) -> str:
    """The text without what leads in a year compared with (比2026年), told from a share's own name (占比)."""
    shares = lexicon.signs("share_end")
    than = ending(text, lexicon.signs("compared"))
    return text.removesuffix(than) if not text.endswith(shares) else text


@cache
def _ending() -> re.Pattern[str]:
    """A verb, a bound, an adverb or a time that ends a text."""
    verbs, particle = any_of(_closing(bounds_only=False)), any_of(lexicon.adjuncts("particle"))
    # 年增长: what is left of it is no date (2027年) and no word (今年, 青年).
    year, digits, not_few = lexicon.signs("year")[0], f"0-9{chinese_digits()}", lexicon.signs("ordinal")[0]
    yearly = f"(?<![{digits}{''.join(lexicon.signs('before_year'))}]){year}"
    yearly += f"|(?<![{digits}.{not_few}])[{digits}]{{1,2}}{year}"
    times = f"{time_pattern()}|{lasting_pattern()}"
    return re.compile(f"(?P<time>(?:{times})(?:{particle})?)$|(?:{verbs}|{yearly})$")


@cache
def _closing(*, bounds_only: bool) -> frozenset[str]:
    """The verbs, bounds and adverbs that may end a text; of ``bounds_only`` no verbs."""
    hows = (*vocabulary.bound_words("before"), *vocabulary.commitment())
    words = (*hows, *lexicon.adjuncts("adverb", "adverb_before_verb", "time"))
    verbs = [verb for role in ("reach", "change_end", "lead") for verb in lexicon.verbs(role)]
    return frozenset(words if bounds_only else (*words, *verbs))


@cache
def _lengths(*, bounds_only: bool) -> dict[str, tuple[int, ...]]:
    """How long the words are that end with a sign, the longest first."""
    found: dict[str, set[int]] = {}
    for word in _closing(bounds_only=bounds_only):
        found.setdefault(word[-1], set()).add(len(word))
    return {last: tuple(sorted(lengths, reverse=True)) for last, lengths in found.items()}


@cache
def _last_of_times() -> frozenset[str]:
    """What a time may end with."""
    roles = ("year", "month", "year_end", "month_part", "era_span", "era_end", "lasting", "summed")
    ends = (*(word for role in roles for word in lexicon.signs(role)), *'”“"', *lexicon.adjuncts("particle"))
    return frozenset(word[-1] for word in (*ends, *vocabulary.eras()))
