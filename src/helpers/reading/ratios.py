"""Ratios: the three sectors' shares of the whole (5:35:60), and what is no amount of one unit (3:2, 1:15)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, reject_words
from helpers.reading.bare_nouns import noun_of
from helpers.reading.expressions import Expression
from helpers.reading.numerals import chinese_digits, plain, read_numeral
from helpers.reading.patterns import any_of, has_any
from helpers.reading.periods import time_pattern
from helpers.reading.quantities import Quantity
from helpers.reading.shared_heads import complete_items

NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"
RATIO = re.compile(rf"(?<![0-9.:∶]){NUMBER}(?:[:∶]{NUMBER}){{1,3}}(?![0-9:∶]|\.[0-9])")
#: How far before a ratio its noun stands, and by how much rounded shares may miss the whole.
REACH, ROUNDING = 60, 1
CLAUSE = re.compile(r"[^,;。!?\n]*$")
WHOLE = 100
#: A list of named parts has no fewer.
FEWEST = 3


@dataclass(frozen=True)
class Parts:
    """The figures of a text with the parts of its ratios among them; of each part its ``nouns``, or else ``reasons``
    why it or the whole ratio is no target, by the places where they start.
    """

    figures: list[Expression]
    nouns: Mapping[int, str]
    reasons: Mapping[int, str]


def part_ratios(text: str, figures: Iterable[Expression]) -> Parts:
    """The figures with those of a ratio replaced: by its parts, where they are shares of a known order, else by all of
    it.
    """
    found: list[Expression] = []
    nouns: dict[int, str] = {}
    reasons: dict[int, str] = {}
    ratios = [match for match in RATIO.finditer(text) if _is_ratio(text, match)]
    for match in ratios:
        names, reason = _named(text, match), _reason(text, match)
        spans = [(match.start() + one.start(), match.start() + one.end()) for one in re.finditer(NUMBER, match.group())]
        if names and len(names) == len(spans) and _is_whole(match.group()) and reason != "cost_split":
            found += [_share(text, *span) for span in spans]
            nouns |= {start: name for (start, _), name in zip(spans, names, strict=True)}
            reasons |= {start: reason for start, _ in spans if reason}
        else:
            found.append(Expression(match.start(), match.end()))
            reasons[match.start()] = reason or "ratio"
    inside = {place for match in ratios for place in range(match.start(), match.end())}
    rest = [one for one in figures if one.start not in inside]
    return Parts(sorted([*rest, *found], key=lambda one: one.start), nouns, reasons)


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    """Whether it is no time of day: a word for a ratio stands before it or right behind it."""
    words, behind = lexicon.signs("ratio"), (*lexicon.signs("ratio"), *lexicon.signs("cost_split"))
    return has_any(_before(text, match), words) or text.startswith(behind, match.end())


def _before(text: str, match: re.Match[str]) -> str:
    return CLAUSE.search(text[max(0, match.start() - REACH) : match.start()]).group()


def _named(text: str, match: re.Match[str]) -> tuple[str, ...]:
    """What the parts are called, if the words before tell their order: of the whole economy, or of an own whole."""
    order = _orders().search(_before(text, match))
    if not order:
        return _listed(_before(text, match))
    rest = re.sub(time_pattern(), "", order["before"])
    own = noun_of(rest)[0].removesuffix(lexicon.adjuncts("particle")[0])
    if own and own not in lexicon.adjuncts("scope"):
        return tuple(f"{own}{sector}{lexicon.signs('ratio')[0]}" for sector in lexicon.signs("sector_name"))
    return lexicon.signs("sector_share")


def _listed(before: str) -> tuple[str, ...]:
    """The parts that are named one by one: 种植、加工、流通环节产值比例|55:25:20, 制作、展销三个环节的收入比例."""
    words = re.sub(time_pattern(), "", before)
    end, word = max((words.rfind(word), word) for word in lexicon.signs("ratio"))
    items = words[: max(end, 0)].split(lexicon.signs("list_join")[0])
    if len(items) < FEWEST:
        return ()
    parts = [noun_of(items[0])[0] or items[0], *items[1:]]
    counted = _counted().search(parts[-1])
    if counted:
        tail = parts[-1][counted.end() :].replace(lexicon.adjuncts("particle")[0], "")
        parts = [part + tail for part in (*parts[:-1], parts[-1][: counted.start()])]
    else:
        parts = complete_items(parts)
    share = word if word in lexicon.signs("share_end") else lexicon.signs("ratio")[0]
    return tuple(part + share for part in parts)


@cache
def _counted() -> re.Pattern[str]:
    """How many parts a list has, said behind its last: (制作、展销、服务)三个|环节."""
    return re.compile(f"[{chinese_digits()}](?:{any_of(lexicon.signs('of_list'))})")


def _reason(text: str, match: re.Match[str]) -> str:
    clause = _before(text, match) + re.split("[,;。!?\n]", text[match.end() : match.end() + REACH])[0]
    if has_any(clause, lexicon.signs("cost_split")):
        return "cost_split"
    # Where a change starts is none of its aims: 由8:45:47调整为6:42:52.
    led = reject_words.from_value().search(_before(text, match))
    return "fact" if led and RATIO.search(re.split("[,;。!?\n]", text[match.end() : match.end() + REACH])[0]) else ""


def _is_whole(ratio: str) -> bool:
    return abs(sum(read_numeral(part) for part in re.findall(NUMBER, ratio)) - WHOLE) <= ROUNDING


def _share(text: str, start: int, end: int) -> Expression:
    unit = vocabulary.percent()
    quantity = Quantity(plain(read_numeral(text[start:end])), None, unit, vocabulary.units()[unit]["kind"])
    return Expression(start, end, quantity, unit=unit)


@cache
def _orders() -> re.Pattern[str]:
    return re.compile(f"(?P<before>.*?)(?:{any_of(lexicon.signs('sectors_in_order'))})")
