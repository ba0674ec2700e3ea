"""Places among others: 进入全国前10位, 稳居全省第1位."""

from helpers import vocabulary
from helpers.reading import lexicon, reject_words
from helpers.reading.clauses import Place
from helpers.reading.patterns import ending
from helpers.reading.tenses import earlier_in_paragraph, last_past


def is_rank(place: Place) -> bool:
    """A place among others: (进入全国前)10位, (稳居第)1位."""
    ranked = place.text[place.figure.start - 1 : place.figure.start] in lexicon.signs("rank")
    return ranked and place.figure.quantity.unit in lexicon.signs("rank_unit")


def reject_rank(place: Place) -> str:
    """A rank that is held; one is aimed at where the sentence commits, or it or those before it name a year to come."""
    if not is_rank(place):
        return ""
    earlier = earlier_in_paragraph(place)
    aimed = [*reject_words.aimed_year().finditer(earlier)][-1:]
    aimed = reject_words.aimed_year().search(place.sentence_before) or (aimed and last_past(earlier) < aimed[0].end())
    return "" if aimed or any(word in place.sentence_before for word in vocabulary.commitment()) else "fact"


def without_rank(place: Place, before: str) -> tuple[str, tuple[str, ...]]:
    """The words before a rank without the sign of ranks and where it is one: 进入|全国前(10位); and the sign."""
    if not is_rank(place):
        return before, ()
    before, sign = before.rstrip()[:-1], before.rstrip()[-1]
    where = ending(before, lexicon.signs("rank_scope"))
    return before.removesuffix(where), (sign,)
