"""How much of a plan is done: 完成全年计划的62.5%."""

from helpers.reading import lexicon, told_words
from helpers.reading.clauses import Place
from helpers.reading.patterns import has_any
from helpers.reading.tenses import aims, last_of


def is_part_of_plan(place: Place, rest: str) -> bool:
    """完成330个,完成全年计划的62.5%: both are done, where no numbered item and no word of aim says otherwise."""
    if place.paragraph.section or not _tells_part_of_plan(place, rest):
        return False
    before = told_words.part_of_plan().sub("", place.sentence_before)  # whose 目标 is no word of aim
    return last_of(before, aims()) < 0


def _tells_part_of_plan(place: Place, rest: str) -> bool:
    """Whether words for a part of a plan stand before a percentage, around a figure, or right behind it."""
    plans = lexicon.signs("plan_noun")
    before = place.clause_so_far if place.figure.quantity.kind == "percent" else ""
    if has_any(before, plans) and not place.figure.quantity.operator and told_words.part_of_plan().search(before):
        return True
    if place.next_start < place.clause[1] and has_any(place.after, plans):
        around = told_words.part_of_plan().search(place.text, place.clause[0], place.next_start)
        if around and around.start() < place.figure.start and around.end() == place.next_start:
            return True  # 完成年度|30万人|任务的62%
    list_behind = place.text[place.figure.end : place.sentence[1]]
    if has_any(list_behind, lexicon.signs("respectively")) and told_words.parts_of_plan().match(list_behind):
        return True
    behind = told_words.part_of_plan().match(rest) if has_any(rest, plans) else None
    return bool(behind) and place.figure.end + behind.end() == place.next_start
