"""Which word of commitment governs a figure."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.clauses import Place
from helpers.reading.numerals import chinese_digits
from helpers.reading.patterns import any_of, at_signs, has_any
from helpers.reading.periods import time_pattern
from helpers.reading.rhythm_words import without_nouns

#: A noun that stands before a word of striving is no shorter.
SHORTEST = 2


def read_commitment(place: Place) -> str:
    """The word that commits, if any: a binding one from the figure's own clause, a striving or guaranteeing one from
    anywhere before in the sentence part, up to another in a clause between or a value that is held (增长率保持10%以上).
    """
    if place.figure.quantity.measure == "rate" and (striven := _striven_behind().match(place.after)):
        return striven["word"]  # 全部|文化站力争达到标准
    before = without_nouns(place.segment_so_far)
    own = without_nouns(place.clause_so_far)
    words = [(match.start(), match.group()) for match in _commitment().finditer(before)]
    held = max((match.end() for match in _held().finditer(before)), default=-1)
    # A level that is kept (保持在) ends it in its own clause, as does any binding word in a clause before.
    ended = [held, *(start for start, word in words if _is_binding(word) and _ends(word, start, before, own))]
    # 力争面积稳定在3万亩左右,产量达到6万吨 strives for both.
    striving = [
        word
        for start, word in words
        if not _is_binding(word)
        and not _parts(before[start : max(start, *ended)])
        and not _is_of_one(before, start + len(word))
        and not _urged_anew().search(before, start + len(word))
    ]
    binding = [match.group() for match in _commitment().finditer(own) if _is_binding(match.group())]
    binding = [*binding, *_held_apart(own), *_coded(place)]
    if binding and (not striving or (words[-1][1] in binding and words[-1][1] in _guarantees())):
        return binding[-1]
    # 确保新增就业52万人,帮助再就业12万人 guarantees both.
    based = words and has_any(before[words[-1][0] :], lexicon.signs("on_basis"))  # 在确保…的基础上,…
    guaranteed = words[-1][1] if words and held < 0 and not based and words[-1][1] in _guarantees() else ""
    return striving[-1] if striving else guaranteed


def _held_apart(own: str) -> list[str]:
    """A word that holds a value, parted by what is held: 稳定播种面积在700万亩以上."""
    found = _apart().search(own)
    return [found["held"] + found["at"]] if found else []


@cache
def _apart() -> re.Pattern[str]:
    at = lexicon.signs("where")[0]
    held = any_of(word.removesuffix(at) for word, _ in vocabulary.commitment().items() if word.endswith(at))
    return re.compile(f"(?:^|(?<=[,;。:]))(?P<held>{held})[^,;。:0-9]{{2,12}}(?P<at>{at})$")


def _coded(place: Place) -> list[str]:
    """A binding word behind the figures of a clause: …为约束性指标."""
    found = _coding().search(place.text, place.figure.end, place.clause[1])
    return [found.group("word")] if found else []


@cache
def _coding() -> re.Pattern[str]:
    words = any_of(word for word in vocabulary.commitment() if _is_binding(word))
    return re.compile(f"(?P<word>{words})(?:{any_of(lexicon.signs('coded'))})")


def _parts(between: str) -> bool:
    """Whether a comma parts what is striven for; one behind a time (力争2029年,…) parts nothing."""
    return "," in re.sub(f"(?:{time_pattern()}),", "", between, count=1)


def _is_of_one(before: str, end: int) -> bool:
    """Whether a word of striving that ends there stands between one noun and its verb, and the next clause has a verb
    of its own: 收集率|力争|达到75%,处理率|达到(80%). Before a whole list (力争建成站点20个,覆盖率达到80%) it is of all.
    """
    if before.startswith(",", end):
        return False  # 有关部门预计|,2029年产量将增至3200万件: it is of all that follows
    clause = re.split("[,:]", before[:end])[-1]
    noun = re.sub(time_pattern(), "", clause[: -len(next(word for word in _striving() if clause.endswith(word)))])
    if clause.endswith(lexicon.signs("forecast")) and len(noun) >= SHORTEST:
        # 首年销售额预计3亿元,经营面积到2028年扩大到(5000平方米): what has a year of its own is told anew.
        return bool(re.search(f",[^,]*(?:{time_pattern()})", before[end:]))
    verb = _reached().match(before, end)
    return bool(verb and len(noun) >= SHORTEST and _plain_later().search(before, verb.end()))


@cache
def _urged_anew() -> re.Pattern[str]:
    """A later clause that begins with a word of urging, which commits plainly: 争创中心,|加快建设9个园区."""
    return re.compile(f",(?:{any_of(lexicon.signs('urges_anew'))})")


@cache
def _striven_behind() -> re.Pattern[str]:
    return re.compile(f"[^,;。:0-9]{{1,12}}?(?P<word>{any_of(_striving())})")


@cache
def _striving() -> tuple[str, ...]:
    return tuple(word for word, modality in vocabulary.commitment().items() if modality == "aspirational")


@cache
def _reached() -> re.Pattern[str]:
    """A plain verb right behind the word of striving, which another one can stand against."""
    return re.compile(any_of((*lexicon.signs("plainly"), *lexicon.signs("held_to"))))


@cache
def _plain_later() -> re.Pattern[str]:
    """A later clause with a verb that commits plainly."""
    return re.compile(f",.*?{any_of(lexicon.signs('plainly'))}")


def _ends(word: str, start: int, before: str, own: str) -> bool:
    return start < len(before) - len(own) or word.startswith(lexicon.signs("held"))


def _is_binding(word: str) -> bool:
    return vocabulary.commitment()[word] == "binding"


@cache
def _commitment() -> re.Pattern[str]:
    # In 三年努力 and 5年努力 the words tell how long; in 2027年力争 the year is a date.
    year, halves = lexicon.signs("year")[0], lexicon.signs("before_year")  # 下半年力争
    digits = "".join(sign for sign in chinese_digits() if sign not in halves)
    words = vocabulary.commitment()
    return re.compile(at_signs(f"(?<![{digits}]{year})(?<![^0-9][0-9]{year})(?:{any_of(words)})", words))


@cache
def _held() -> re.Pattern[str]:
    """A word that holds a value, right before the value."""
    return re.compile(f"(?:{any_of(lexicon.signs('held'))})(?=[0-9]|$)")


@cache
def _guarantees() -> frozenset[str]:
    """Binding words that are said of the whole clause, not of a level that is held."""
    return frozenset(
        word for word, modality in vocabulary.commitment().items() if modality == "binding" and len(word) == 2
    )
