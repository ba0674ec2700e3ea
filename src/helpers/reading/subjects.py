"""The subject that a figure leaves out, in the words before its clause."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns
from helpers.reading.bare_nouns import noun_counted_in, noun_of, read_industry, read_subject
from helpers.reading.clauses import REACH, Place
from helpers.reading.criteria import more_criteria
from helpers.reading.expressions import find_amounts
from helpers.reading.nouns import Reading
from helpers.reading.numerals import range_pattern
from helpers.reading.patterns import any_of, ending, has_any
from helpers.reading.periods import relative_pattern, time_pattern
from helpers.reading.verbs_at_end import strip_right

#: A cell that names what is measured has no fewer signs: 续约率.
NAMED = re.compile(r"[\u4e00-\u9fff]{3}")
#: What parts the clauses of a sentence.
CLAUSE_END = re.compile("[,;]")
#: What opens a speech, and blanks.
QUOTING = " “‘\"'"
#: A subject that a figure leaves out stands no further before its clause.
SUBJECT_REACH = 240
#: The title of an item begins no further behind its number, is closed so, and names no thing with more signs.
TITLE_REACH, TITLE_ENDS, LONGEST_TITLE = 60, ("。", ":", ";"), 14


def first_cell(place: Place) -> Reading | None:
    """The noun of a table's first cell of words, which the cells behind it leave out."""
    start = max(place.paragraph.start, place.figure.start - REACH)
    cells = place.text[start : place.figure.start].split("\t")[:-1]
    named = (_without_amounts(cell) for cell in cells if NAMED.search(cell))
    nouns = (noun_of(cell.strip(), reached=True)[0] for cell in named)
    return next((Reading(noun) for noun in nouns if noun), None)


def _without_amounts(cell: str) -> str:
    """What stands before the first amount of a cell, without what leads in to it; the age of those who are measured
    is none, and neither is the number of an item right before it: 15.|5岁以下儿童死亡率.
    """
    cell = _numbered_age().sub("", cell)
    amounts = [one for one in find_amounts(cell) if one.quantity.kind != "age"]
    return strip_right(cell[: amounts[0].start])[0] if amounts else cell


def _is_of_first_cell(place: Place, clause: str) -> bool:
    """Whether a clause that opens a cell only says how the indicator of the first cell is to change: 续约率|只升不降,到
    2029年…; or that something else will do as well: 全覆盖或逐年扩大.
    """
    before = place.text[place.paragraph.start : place.figure.start]
    if "\t" not in before:
        return False
    ends = (*lexicon.signs("rate_end"), *lexicon.signs("share_end"))
    measured = before.partition("\t")[0].rstrip().endswith(ends) and f"\t{clause}" in before
    return measured or has_any(clause, lexicon.signs("or_else"))


@cache
def _numbered_age() -> re.Pattern[str]:
    """The number of an item before an age; nobody counts years of age by tenths."""
    years = any_of(unit for unit, row in vocabulary.units().items() if row["kind"] == "age")
    return re.compile(f"^\\s*[0-9]{{1,2}}\\.(?=[0-9]{{1,2}}(?:{range_pattern()}[0-9]{{1,2}})?(?:{years}))")


def changing_subject(place: Place) -> Reading | None:
    """The subject of the clause just before that has no figure of its own: 占比逐年上升,到2028年突破41%."""
    clauses = CLAUSE_END.split(place.text[max(place.sentence[0], place.last_end) : place.clause[0]].rstrip(" ,;"))
    if place.last_end > place.sentence[0]:
        clauses = clauses[1:]  # the rest of the clause of the figure before
    clause = clauses[-1].strip(QUOTING) if clauses else ""
    if not clause or clause.endswith(lexicon.signs("reporting")):
        return None
    if _is_of_first_cell(place, clause):
        return None
    ends = (*lexicon.signs("on_basis"), *lexicon.signs("level_of"))
    based = noun_patterns.comparison(equal=False) if clause.endswith(ends) else None
    # 产值由1.5万亿元,|发展到…; 产值要在2025年320亿元的基础上,|发展到…
    changed = based.search(clause) if based else noun_patterns.from_value().search(clause)
    named = changed and noun_of(strip_right(clause[: changed.start()])[0], reached=True)[0]
    if named or (changed and not based):
        return Reading(named)
    if clause.endswith((*lexicon.signs("rate_end"), *lexicon.signs("share_end"))):
        return Reading(noun_of(clause, reached=True)[0])  # 普及率,|将从11%增至60%
    if clause.endswith((*lexicon.dependents(), *lexicon.signs("measure_end"))) and not clause.endswith(
        lexicon.signs("pace")
    ):
        return Reading(noun_of(clause)[0])  # 服务业增加值,|到2027年突破300亿元
    subject = read_subject(clause) or read_industry(clause) or _delivered(clause, place)
    none = subject in ("", *lexicon.signs("goal")) or subject.startswith(lexicon.signs("compared"))  # 目标到2027年,…
    return None if none else Reading(subject)


def _delivered(clause: str, place: Place) -> str:
    """What a clause says is to be made, where the figure is a part or a size of it: 加快发展护理床位,占比要达到…."""
    noun, verbs = noun_of(clause)
    dependent = place.before.startswith(lexicon.dependents())
    return noun if dependent and verbs and verbs[-1] in lexicon.verbs("delivery") else ""


def maker_before(place: Place) -> Reading | None:
    """What is done with those of whom the clause before has a criterion: 培育税收超千万,收入超亿元的事务所|2家."""
    if place.figure.quantity.kind != "count" or not more_criteria().match(place.text, place.clause[0] - 1):
        return None
    before = CLAUSE_END.split(place.before_clause.rstrip(","))[-1]
    amounts = find_amounts(before)
    criterion = bool(amounts) and amounts[-1].quantity.kind == "money" and amounts[-1].end == len(before)
    made = noun_patterns.made().search(before) if criterion else None
    return Reading("", (made.group(),), led=True) if made else None


def subject_before(place: Place) -> Reading | None:
    """The noun of the clause before, which a bare figure may leave out."""
    start = max(place.sentence[0], place.clause[0] - SUBJECT_REACH)
    clauses = [part for part in CLAUSE_END.split(place.text[start : place.clause[0]]) if part]
    if not clauses:
        return None
    if clauses[-1].rstrip().endswith((*lexicon.signs("reporting"), *lexicon.signs("saying"))):
        return None  # 会上透露,… says who said it
    amounts = find_amounts(clauses[-1])
    if amounts:
        behind = noun_counted_in(clauses[-1], amounts[-1].end)
        return Reading(behind or noun_of(strip_right(clauses[-1][: amounts[-1].start])[0])[0])
    clause = clauses[-1].lstrip(QUOTING)
    if _tells_of_year().match(clause):
        return None  # 今年是关键一年,…
    return Reading(_aspect(clause) or noun_of(clause)[0])


@cache
def _tells_of_year() -> re.Pattern[str]:
    """What a clause says of the year alone: 今年是关键一年."""
    return re.compile(f"(?:{relative_pattern()}|{time_pattern()})(?:{any_of(lexicon.signs('copula'))})")


def _aspect(clause: str) -> str:
    """What a clause says that the sentence is about: 铁路|方面,…; 在港航投资|方面,…."""
    end = ending(clause, lexicon.signs("aspect"))
    named = clause.strip().removesuffix(end).removeprefix(lexicon.signs("where")[0]) if end else ""
    return noun_of(named, reached=True)[0]


def title_of_item(place: Place) -> Reading | None:
    """What the title of a numbered item names, where its sentence names nothing: 1.建设研学点。2029年建成30个."""
    title = place.paragraph.headings[-1] if place.paragraph.section and place.paragraph.headings else ""
    opened = place.text.find(title, place.paragraph.start, place.paragraph.start + TITLE_REACH) if title else -1
    if opened < 0 or place.text[opened + len(title) : opened + len(title) + 1] not in TITLE_ENDS:
        return None
    noun = noun_of(title)[0]
    made = next((verb for verb in noun_patterns.made_verbs() if noun.endswith(verb) and len(noun) > len(verb) + 1), "")
    noun = noun.removesuffix(made)  # 研学点|建设
    listed = any(join in noun for join in lexicon.signs("list_join"))
    return None if listed or not noun or len(noun) > LONGEST_TITLE else Reading(noun)
