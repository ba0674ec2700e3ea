"""Words around a figure → bound, commitment and measure."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.expressions import find_amounts

#: A noun that says what is counted is no shorter.
SHORTEST = 2


def read_operator(words: str) -> str:
    """The bound that words before a figure set (突破, 不少于); empty where they set none."""
    said = words.split(";")
    # a bound that closes a list of figures and belongs to each of them (分别达到3万吨、50亿元以上)
    shared = [row["operator"] for row in vocabulary.bounds() if row["position"] == "after" and row["word"] in said]
    if shared and shared[0] == "approx":
        return "approx"  # 控制在3万吨、5万吨左右
    for row in vocabulary.bounds():
        if row["position"] == "before" and _says(words, row["word"]):
            return row["operator"]
    ranked = any(sign in said for sign in lexicon.signs("rank_among"))
    return shared[0] if shared else "le" if ranked else ""


def _says(words: str, word: str) -> bool:
    """A bound of one character is one only by itself: 约, but not 签约."""
    return word in (words if len(word) > 1 else words.split(";"))


def read_modality(words: str) -> str:
    """How firmly the issuer commits; ``plain`` unless a word says otherwise; to hold a value (保持70%左右) binds."""
    modalities = [modality for word, modality in vocabulary.commitment().items() if word in words]
    held = any(verb in lexicon.signs("held") for verb in words.split(";"))
    return modalities[0] if modalities else "binding" if held else "plain"


def read_measure(verb: str, indicator: str, kind: str, unit: str) -> str:
    """What a figure measures, from verb, indicator and kind of unit, by the first matching line of ``measures.csv``.

    A line matches when its kind is the unit's or ``any``, its units, where it names some, have ``unit`` among them, and
    its word stands in a verb or is one (``own_verb``), or stands in the indicator or at its start or end, or a verb
    says where a change ends (``end_of_change``); ``*`` matches all else and closes each kind.
    """
    said, indicator = verb.split(";"), _counted(indicator) if kind == "count" else indicator
    verbs = _without_changes(said)
    verb, ended = ";".join(verbs), len(verbs) < len(said)
    for units, place, word, measure in _lines(kind):
        fits = ended if place == "end_of_change" else _matches(place, word, verb, verbs, indicator)
        if fits and (not units or unit in units):
            return measure
    msg = f"no line of measures.csv covers a unit of kind {kind!r}"
    raise LookupError(msg)


def _counted(indicator: str) -> str:
    """The noun of a count without what each of those has: 年客运量超百万人次的|渡口."""
    amounts = [one for one in find_amounts(indicator) if one.quantity.kind in ("count", "money")]
    if amounts and indicator[: amounts[-1].start].endswith(lexicon.signs("for_each")):
        return indicator  # 每百张床位配备护理员
    noun = indicator[amounts[-1].end :].lstrip("".join(lexicon.adjuncts("particle"))) if amounts else ""
    return noun if len(noun) >= SHORTEST else indicator


@cache
def _lines(kind: str) -> tuple[tuple[frozenset[str], str, str, str], ...]:
    """The lines of a kind of unit, each with its units, place, word and measure."""
    rows = (row for row in vocabulary.measure_words() if row["kind"] in (kind, "any"))
    return tuple(
        (frozenset(filter(None, row["units"].split(";"))), row["place"], row["word"], row["measure"]) for row in rows
    )


def _matches(place: str, word: str, verb: str, verbs: Sequence[str], indicator: str) -> bool:
    if word == "*":
        return True
    # A verb of one sign is one only by itself: 建, but not 建成.
    if place == "verb":
        return word in (verb if len(word) > 1 else verbs)
    if place == "own_verb":
        return word in verbs
    if place == "start":
        return indicator.startswith(word)
    return indicator.endswith(word) if place == "end" else word in indicator


def _without_changes(verbs: list[str]) -> list[str]:
    """The verbs without those of a change that ends at the figure, one word (增长到) or two around a time (增长|到)."""
    parted = {at for at, pair in enumerate(pairwise(verbs)) if "".join(pair) in lexicon.ends_of_change()}
    gone = {*parted, *(at + 1 for at in parted)}
    return [one for at, one in enumerate(verbs) if at not in gone and one not in lexicon.ends_of_change()]


def read_denominator(indicator: str) -> str:
    """What a figure per head is divided by (每千人口 → 千人); empty where it is not one."""
    for word, per in vocabulary.denominators().items():
        if word in indicator:
            return per
    return ""
