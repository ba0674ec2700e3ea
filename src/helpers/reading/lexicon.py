"""The words that only the reading of texts needs, read from ``vocab/*.csv``."""

from collections.abc import Iterable
from functools import cache

from helpers import vocabulary
from helpers.vocabulary import Row, read_named


@cache
def _rows(name: str, *key: str) -> tuple[Row, ...]:
    """A vocabulary whose words have roles, read once for all of them."""
    return read_named(name, *key)


@cache
def signs(role: str) -> tuple[str, ...]:
    """Signs of one role in a pattern: what joins a range, marks a year, ends an era."""
    return tuple(row["sign"] for row in _rows("signs", "sign", "role") if row["role"] == role)


@cache
def table_words(role: str) -> tuple[str, ...]:
    """Words in the headers and margins of tables, by what they say of a column or a row."""
    return tuple(row["word"] for row in _rows("table_words", "word", "role") if row["role"] == role)


@cache
def responsibility(role: str) -> tuple[str, ...]:
    """Words that name bodies as responsible, by their part in the list, the longer ones first."""
    return tuple(row["word"] for row in _rows("responsibility", "word") if row["role"] == role)


@cache
def traditional() -> dict[str, str]:
    """Traditional form of a character → the plain one."""
    return {row["sign"]: row["plain"] for row in read_named("traditional", "sign")}


@cache
def verbs(role: str) -> tuple[str, ...]:
    """Verbs of one role, the longer ones first; those of delivery also with 新 before them (新引入), those of reaching
    also as changes that end there (提高到).
    """
    found = {row["verb"] for row in _rows("verbs", "verb", "role") if row["role"] == role}
    if role == "delivery":
        found |= {new + verb for new in signs("newly") for verb in found if len(verb) > 1 and not verb.startswith(new)}
    if role == "reach":
        found |= ends_of_change()
    return _longest_first(sorted(found))


@cache
def ends_of_change() -> frozenset[str]:
    """Verbs of change with the word that says where it ends: 提高到, 精简至, 调整为."""
    return frozenset(verb + end for verb in verbs("changing") for end in signs("where_it_ends"))


@cache
def verbs_of_change() -> tuple[str, ...]:
    """Verbs that say where a change ends (提高到); other verbs of reaching stand inside nouns too (增加值)."""
    ends, until = ends_of_change(), signs("up_to")
    return tuple(verb for verb in verbs("reach") if verb in ends or (len(verb) > 1 and verb.endswith(until)))


@cache
def verbs_of_staying() -> tuple[str, ...]:
    """Verbs that say where a value is held (稳定在)."""
    return tuple(verb for verb in verbs("reach") if len(verb) > 1 and verb.endswith(signs("where")))


@cache
def adjuncts(*kinds: str) -> tuple[str, ...]:
    """Words around an indicator that are not part of it, the longer ones first."""
    return _longest_first(row["word"] for row in _rows("adjuncts", "word", "kind") if row["kind"] in kinds)


@cache
def dependents() -> tuple[str, ...]:
    """Nouns that need another before them where they stand alone (营业收入)."""
    return _longest_first(row["word"] for row in read_named("dependents", "word"))


@cache
def past_words() -> tuple[str, ...]:
    """Words that tell of the past or the present."""
    return _longest_first(row["word"] for row in read_named("past_words", "word"))


@cache
def structure_words() -> tuple[str, ...]:
    """What stands behind a count that only describes a structure."""
    return _longest_first(row["word"] for row in read_named("structure_words", "word"))


@cache
def furniture_words() -> tuple[str, ...]:
    """Words of the page around a plan."""
    return tuple(row["word"] for row in read_named("furniture_words", "word"))


@cache
def reject_words() -> tuple[Row, ...]:
    """Words that make a figure something else than a target, and where they stand."""
    return read_named("reject_words", "word", "place")


@cache
def verb_nouns() -> tuple[str, ...]:
    """Nouns that begin like a verb, an adverb or a scope and are left whole."""
    return _longest_first(row["word"] for row in read_named("verb_nouns", "word"))


@cache
def yearly() -> tuple[str, ...]:
    """The words for what is done each year, or in a year: 每年, 年均, 年举办."""
    return tuple(row["word"] for row in vocabulary.periods() if row["period"] != "cumulative")


@cache
def relative_years() -> tuple[Row, ...]:
    """Words that name a year from the year of issue."""
    return read_named("relative_years", "word", optional=("since",))


@cache
def quarters() -> dict[str, int]:
    """A part of the year → its last month: 上半年 → 6."""
    return {row["word"]: int(row["last_month"]) for row in read_named("quarters", "word")}


@cache
def unit_nouns() -> dict[str, str]:
    """A noun → the unit of its figures where they print none: 收入 → 元."""
    return {row["noun"]: row["unit"] for row in read_named("unit_nouns", "noun")}


@cache
def head_nouns() -> tuple[str, ...]:
    """Nouns at the end of a list that belong to each of its items."""
    return _longest_first(row["word"] for row in read_named("head_nouns", "word"))


class Words(tuple[str, ...]):
    """Words in an order, a key among which one is found at once; each figure asks for its verbs among hundreds."""

    def __new__(cls, words: Iterable[str]) -> "Words":
        made = super().__new__(cls, words)
        made._known = frozenset(made)
        made._hash = hash(tuple(made))
        return made

    def __contains__(self, word: object) -> bool:
        return word in self._known

    def __hash__(self) -> int:
        return self._hash


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return Words(sorted(words, key=len, reverse=True))
