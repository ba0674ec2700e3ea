"""What a document is about."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from operator import add

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.patterns import any_of, has_any, opening
from helpers.reading.structure import WORDS, read_headline

TITLE = re.compile("《([^》]+)》")
TITLE_WITHIN, TITLE_SHORTEST = 600, 6
STOP, OPENING_CLAUSES = "。", 6
#: What is no topic: all things together, and none.
GENERAL = "overall"
NO_TOPIC = frozenset({GENERAL, ""})
#: Places of words for what is of many things, and for documents about all things.
BROAD, WHOLE = "broad", "whole"
#: Words of headings alone, and of nearly every sector.
NO_TOPIC_PLACES = frozenset({"heading", BROAD, WHOLE, "vague"})
#: A document is about a sector when so many of its words tell it, so many times as many as tell of any other, and so
#: large a part of all that tell one.
FEWEST, AHEAD, SHARE, BODY = 4, 2, 0.4, 3_000


def find_themes(plain: str) -> tuple[str, ...]:
    """What the document is about, the outermost headings of all its figures: the word for a sector that it uses most,
    its first line of words, and the first title in it; where it has neither of these, what it is said to be made for.
    Where no word prevails, or the title is of the whole economy (民营经济), what its first sentence says before its
    first figure.
    """
    head = plain[:TITLE_WITHIN]
    headline, titled = read_headline(head), TITLE.search(head)
    headline = "" if STOP in headline else headline  # a first line of sentences is no title
    title = titled[1] if titled and len(titled[1]) >= TITLE_SHORTEST else ""
    purpose = None if headline or title else _purpose().search(head)
    named = (purpose["what"],) if purpose else (headline, title if title != headline else "")
    topic = "" if any(has_any(term, _whole()) or _is_of_all(term) for term in named) else find_topic(plain)
    return tuple(term for term in (topic or _opening(head), *named) if term)


def _is_of_all(title: str) -> bool:
    """Whether all that a title tells is of services as a whole (服务业高质量发展), of none by its name (家政服务业)."""
    pairs = {*map(add, title, title[1:])} & _all_begun().keys()
    found = {word: _all_told()[word] for pair in pairs for word in _all_begun()[pair] if word in title}
    outer = {word for word in found if not any(word in other and word != other for other in found)}
    return bool(outer) and {found[word] for word in outer} == {GENERAL}


@cache
def _all_told() -> dict[str, str]:
    """The words that tell a sector anywhere, in headings too; of two lines for one word the first."""
    return {row["word"]: row["sector"] for row in reversed(vocabulary.sector_words()) if row["sector"]}


@cache
def _all_begun() -> dict[str, tuple[str, ...]]:
    return _by_beginning(_all_told())


@cache
def _whole() -> tuple[str, ...]:
    """The words of titles that are of the whole economy or all of society, whatever the text speaks of most."""
    rows = vocabulary.sector_words()
    general = {row["word"] for row in rows if row["place"] == BROAD and row["sector"] in NO_TOPIC}
    return tuple(general | {row["word"] for row in rows if row["place"] == WHOLE})


def _opening(head: str) -> str:
    """The clause of the first sentence, up to its first figure, that names a sector and tells nothing of the past; who
    reports it goes last: 记者从商务厅获悉,我省下发预制菜产业行动方案,….
    """
    line = next((line for line in head.split("\n") if WORDS.search(line)), "")
    sentence = re.split("[。;:!?]", line, maxsplit=1)[0] if STOP in line else ""
    clauses = sentence.split(",")[:OPENING_CLAUSES]
    free = [*takewhile(lambda clause: not _figure().search(clause), clauses)]
    counting = [_before_predicate().split(clause)[0] for clause in clauses[len(free) : len(free) + 1]]
    telling = [clause for clause in (*free, *counting) if _tells(clause) and not has_any(clause, lexicon.past_words())]
    return min(telling, key=lambda clause: clause.endswith(lexicon.signs("reporting")), default="")


def find_topic(plain: str) -> str:
    """The word for a sector that a document uses most, where most such words in it tell of the same sector; one that
    tells it whatever stands beside it counts double.

    It helps where neither title nor headings say what a text is about; a plan for many sectors has no topic.
    """
    counts = _count_words(plain[:BODY])
    found = {word: count for word, count in counts.items() if _sector_of()[word] not in NO_TOPIC}
    sectors = Counter()
    for word, count in found.items():
        sectors[_sector_of()[word]] += count
    (sector, count), (_, second) = [*sectors.most_common(2), ("", 0), ("", 0)][:2]
    if count < max(FEWEST, AHEAD * second, SHARE * sectors.total()):
        return ""
    telling = {word: count for word, count in found.items() if _sector_of()[word] == sector}
    return max(telling, key=lambda word: telling[word] * (AHEAD if word in _by_itself() else 1))


def _count_words(body: str) -> Counter[str]:
    """How often each word that tells a sector stands in the text by itself, not inside a longer one of them."""
    told_by = _told_by()
    begun = [(at, told_by[pair]) for at, pair in enumerate(map(add, body, body[1:])) if pair in told_by]
    counts: Counter[str] = Counter()
    end = 0
    for at, words in begun:
        word = opening(body, words, at)
        if word and at + len(word) > end:
            counts[word] += 1
            end = at + len(word)
    return counts


@cache
def _sector_of() -> dict[str, str]:
    """The words of nouns that tell a sector, alone or where no heading does; of two lines for one word the first."""
    nouns = [row for row in reversed(vocabulary.sector_words()) if row["place"] not in NO_TOPIC_PLACES]
    return {row["word"]: row["sector"] for row in nouns}


@cache
def _figure() -> re.Pattern[str]:
    """A number that is no year and no part of a date."""
    dated = "".join(sign for role in ("year", "month", "day") for sign in lexicon.signs(role))
    return re.compile(f"(?<![0-9])(?!20[0-9]{{2}}(?![0-9]))[0-9](?![0-9-]*[{dated}])")


@cache
def _before_predicate() -> re.Pattern[str]:
    """What ends the subject of a clause: 市图书馆|2028年计划接待, 海关|推出18条措施; 新建幼儿园3所 has none."""
    return re.compile(f"[0-9]|{any_of((*lexicon.adjuncts('time'), *lexicon.verbs('delivery')))}")


def _tells(clause: str) -> bool:
    pairs = {*map(add, clause, clause[1:])} & _begun_by().keys()
    return any(word in clause and word in _telling() for pair in pairs for word in _begun_by()[pair])


@cache
def _telling() -> frozenset[str]:
    silent = ("vague", WHOLE)
    return frozenset(row["word"] for row in vocabulary.sector_words() if row["sector"] and row["place"] not in silent)


@cache
def _begun_by() -> dict[str, tuple[str, ...]]:
    return _by_beginning({row["word"] for row in vocabulary.sector_words()})


@cache
def _told_by() -> dict[str, tuple[str, ...]]:
    return _by_beginning(_sector_of())


def _by_beginning(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """All words of two signs and more by their first two, the longer ones first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if len(word) > 1:
            found.setdefault(word[:2], []).append(word)
    return {pair: tuple(group) for pair, group in found.items()}


@cache
def _by_itself() -> frozenset[str]:
    """The words that tell their sector whatever stands beside them."""
    return frozenset(row["word"] for row in vocabulary.sector_words() if row["place"] == "indicator")


@cache
def _purpose() -> re.Pattern[str]:
    """What a document without a title is made for: 为加快低空经济发展,|制定本方案."""
    return re.compile(f"(?P<what>[^,;。\\n]{{4,40}}),(?:{any_of(lexicon.signs('made_for'))})")
