"""The words of a text that tell a sector, by their places in the vocabulary."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from helpers import vocabulary

GENERAL = "overall"
#: Sectors whose words name in a heading what every sector does: it is researched, digitized, checked.
FUNCTIONS = frozenset({"science", "ict", "inspection"})


def telling(text: str, place: str) -> list[tuple[str, str]]:
    """The words of a place in a text with their sectors, without those inside a longer one."""
    found = words_in(text)
    words = {word for one in found.values() for word, _ in one}
    return [(word, sector) for word, sector in found.get(place, ()) if words.isdisjoint(_longer(word, sector))]


@lru_cache(maxsize=8_192)
def words_in(text: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The words in a text by their places, in the order of the vocabulary."""
    found = defaultdict(list)
    begun = {entry for sign in {*text} for entry in _begun_by().get(sign, ())}
    for _, place, word, sector in sorted(begun):
        if word in text:
            found[place].append((word, sector))
    return found


@cache
def _begun_by() -> Mapping[str, Sequence[tuple[int, str, str, str]]]:
    """All words by their first sign, with their ranks in the vocabulary: few of them begin with a sign of a noun."""
    found = defaultdict(list)
    for rank, row in enumerate(vocabulary.sector_words()):
        found[row["word"][0]].append((rank, row["place"], row["word"], row["sector"]))
    return found


@cache
def _words() -> Mapping[str, Sequence[tuple[str, str]]]:
    found = defaultdict(list)
    for row in vocabulary.sector_words():
        found[row["place"]].append((row["word"], row["sector"]))
    return found


@cache
def _longer(word: str, sector: str) -> frozenset[str]:
    """The words of any place that hold this one and do not tell its sector: 工业 tells nothing in 工业设计."""
    return frozenset(one for one, told in _holding().get(word, ()) if told != sector)


@cache
def _holding() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The words that hold others, by those, with the sector of each of their lines."""
    words = {row["word"] for row in vocabulary.sector_words()}
    found = defaultdict(list)
    for row in vocabulary.sector_words():
        whole = row["word"]
        parts = {whole[at:end] for at in range(len(whole)) for end in range(at + 1, len(whole) + 1)} - {whole}
        for part in parts & words:
            found[part].append((whole, row["sector"]))
    return found


@cache
def weight(word: str, sector: str) -> int:
    """How much less a word tells of a heading than others: the whole of services least (健康服务业), then what a thing
    is for, what is done in every sector (农业科技创新), and what touches many.
    """
    places = {place for place, words in _words().items() if (word, sector) in words}
    by_itself = "indicator" in places
    ranks = (sector == GENERAL, "yielding" in places, sector in FUNCTIONS and not by_itself, "last" in places)
    return -next((len(ranks) - rank for rank, less in enumerate(ranks) if less), 0)
