"""What is made in a year, said before the figure or around it, as the noun that is measured."""

from dataclasses import replace

from helpers.reading import lexicon
from helpers.reading.bare_nouns import noun_after
from helpers.reading.clauses import Place
from helpers.reading.nouns import Reading


def with_yearly_output(words: Reading, place: Place) -> Reading:
    """形成年产|50万辆|客车的能力 → 客车年生产能力; 年产茶叶|24万吨 → 茶叶年产量; 年加工茶油|3万吨 → 茶油年加工量.

    All else stays as it is.
    """
    yearly = next((word for word in lexicon.signs("yearly_output") if words.noun.startswith(word)), "")
    if words.noun_follows or not yearly or place.figure.quantity.kind != "count":
        return words
    made = words.noun.removeprefix(yearly)
    follows = not made
    made = made or noun_after(place.after)[0]
    if not made or made.startswith(lexicon.signs("no_output")):
        return words
    ability = lexicon.signs("ability")
    able = any(verb in ability for verb in words.verbs) or any(word in place.after for word in ability)
    end = lexicon.signs("capacity" if able else "output")[0]
    if yearly in lexicon.signs("yearly_work"):
        end = yearly + lexicon.signs("amount_done")[0]
    return replace(words, noun=made + end, noun_follows=follows)
