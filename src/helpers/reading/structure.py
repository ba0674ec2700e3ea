"""A plan's text → its paragraphs, each with its place in the plan's numbering and the bodies named for it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from helpers.reading import lexicon
from helpers.reading.leading_bodies import read_order
from helpers.reading.numerals import chinese_digits, chinese_powers
from helpers.reading.patterns import any_of
from helpers.reading.periods import YEAR, time_pattern
from helpers.reading.responsible import bodies_of, ends_of_items, lists_within, read_departments
from helpers.reading.shared_bodies import share_departments

#: Levels of the numbering that plans use, outermost first: 第一章 第一节 一、 (一) 1. (1)
LEVELS = ("part", "division", "chapter", "section", "item", "point")
HEADING_LONGEST, HEADLINE_LONGEST = 40, 60
#: Words, told from a date or a number.
WORDS = re.compile(r"[\u4e00-\u9fff]{4}")
#: What stands inside the words of a page's record.
BLANKS = re.compile(r"[\s-]")
#: A record of the page is no longer, all of those in one line together.
RECORD_LONGEST = 160
TOPIC_LONGEST, TOPIC = 16, re.compile(r"[\u4e00-\u9fff“”\" ]{3,}")


@dataclass(frozen=True)
class Paragraph:
    """One line of the text: its span, its number path (二(一)3), the headings above it, and its bodies.

    ``furniture`` marks lines of the page around the plan: records, links, addresses; ``reported`` is the span of a
    table's cell that tells what has been done; ``told`` says that the running text before tells of the past, and
    ``running`` that nothing in the text is numbered; ``inner`` are the bodies named within it, with where.
    """

    start: int
    end: int
    section: str
    headings: tuple[str, ...]
    departments: tuple[str, ...] = ()
    furniture: bool = False
    reported: tuple[int, int] = (0, 0)
    told: bool = False
    running: bool = False
    inner: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def departments_at(self, place: int) -> tuple[str, ...]:
        """The bodies named next behind a place of the line, else those of the whole of it."""
        return next((bodies for start, bodies in self.inner if start >= place), self.departments)


def read_paragraphs(text: str, tables: Sequence[tuple[int, int]] = ()) -> list[Paragraph]:
    """All lines that are not empty, in order. ``text`` is plain (see ``characters``).

    What stands in one of the ``tables`` is numbered by the table, not by the plan.
    """
    found, path, topic, order = [], {}, "", read_order(text)
    lines = list(_lines(text))
    for (start, line), time in zip(lines, _times_of_lists(line for _, line in lines), strict=True):
        table = bisect_right(tables, start, key=lambda one: one[0]) - 1
        inside = table >= 0 and start < tables[table][1]
        numbered = None if inside else _numbering().match(line)
        if _is_topic_line(line) and not numbered and not inside:
            topic = line if found else ""  # the first line is a title
        if numbered:
            level = next(name for name in LEVELS if numbered[name])
            path = {name: path[name] for name in LEVELS[: LEVELS.index(level)] if name in path}
            path[level] = (_label(level, numbered), _heading(line[numbered.end() :]))
            topic = topic if level in ("item", "point") else ""
        terms = [topic, *(heading for _, heading in path.values()), time]
        terms += ([] if numbered else [_run_in(line)]) + _cells(line)
        found.append(
            Paragraph(
                start=start,
                end=start + len(line),
                section="".join(label for label, _ in path.values()),
                headings=tuple(filter(None, terms)),
                departments=read_departments(line, order),
                inner=_bodies_within(start, line, order),
                furniture=_is_furniture(line),
            )
        )
    return share_departments(text, found)


def _bodies_within(start: int, line: str, order: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The lists of bodies in a line, each with its place in the text."""
    return tuple((start + first, bodies_of(line[first:last], order)) for first, last in lists_within(line))


def _times_of_lists(lines: Iterable[str]) -> Iterator[str]:
    """For each line the time that leads in the list which it stands in (到2027年,主要目标是:), or nothing."""
    time = kind = ""
    for line in lines:
        following = _kind_of_item(line) if time else ""
        time = time if _goes_on(kind, following) else ""
        yield time
        kind = kind or following
        if leading := _time_of_list(line):
            time, kind = leading, ""


def _kind_of_item(line: str) -> str:
    """How a line of a list is marked: the level of its number, or ``listed`` for a bullet or 一是; empty for none."""
    numbered = _numbering().match(line)
    level = next((name for name in LEVELS if numbered[name]), "") if numbered else ""
    return level or ("listed" if _listed().match(line) else "")


def _goes_on(kind: str, following: str) -> bool:
    """Whether a list whose items are of a kind, so far of none, goes on with one that is marked so, or below one."""
    kinds = (*LEVELS, "listed")
    return bool(following) and (not kind or kinds.index(following) >= kinds.index(kind))


def _time_of_list(line: str) -> str:
    """The time that a line opens with which leads in a list: 到2027年,主要目标是:; empty where it does not."""
    timed = _timed().match(line) if line.endswith(":") else None
    return timed["time"] if timed else ""


def read_headline(text: str) -> str:
    """The first line of words of a document's head, if it is a short one; lines of dates and numbers are none, and
    neither is the heading of a section that opens a part of one (一、总体目标).
    """
    lines = (line.strip() for line in text.split("\n"))
    first = next((line for line in lines if WORDS.search(line)), "")
    return first if len(first) <= HEADLINE_LONGEST and not _numbering().match(first) else ""


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            for place, item in _items(stripped):
                yield start + line.index(stripped) + place, item
        start += len(line) + 1


def _items(line: str) -> Iterator[tuple[int, str]]:
    """A line, parted where bodies close a numbered item and the next one follows on the same line."""
    start = 0
    for end in ends_of_items(line):
        if end < len(line) and _numbering().match(line, end):
            yield start, line[start:end].rstrip()
            start = end
    yield start, line[start:]


def _label(level: str, numbered: re.Match[str]) -> str:
    if level in ("part", "division"):
        return numbered.group().strip()
    return f"({numbered[level]})" if level in ("section", "point") else numbered[level]


def _heading(text: str) -> str:
    """The heading's term: what stands before the first stop."""
    term = re.split("[。;:,]", text, maxsplit=1)[0].strip()
    return term if len(term) <= HEADING_LONGEST else ""


def _cells(line: str) -> list[str]:
    """The cells of a table's row that name what the row is about: short ones without a figure."""
    cells = [cell.strip() for cell in line.split("\t")]
    return [cell for cell in cells if len(cells) > 1 and TOPIC.fullmatch(cell) and len(cell) <= TOPIC_LONGEST]


def _is_topic_line(line: str) -> bool:
    """A short line of nothing but words, which heads the lines below it: 老有所享."""
    return len(line) <= TOPIC_LONGEST and bool(TOPIC.fullmatch(_year_before().sub("", line)))


def _run_in(line: str) -> str:
    """The topic that opens a paragraph without a number: 教育方面,…; 发展普惠养老。…; 一是实施农村公路项目,…."""
    match = _topic().match(line)
    return (match["term"] or match["item"]) if match else ""


def _is_furniture(line: str) -> bool:
    """A record of the page (发文字号:…) or its foot (邮编:…): such words open the line or stand before a colon."""
    bare = BLANKS.sub("", line)
    if len(bare) > RECORD_LONGEST:
        return False  # 来源:日报 may open a paragraph of text
    words = lexicon.furniture_words()
    # Few lines have a colon, and the search for all words at all places is the slow part.
    return bare.startswith(words) or ((":" in bare or "|" in bare) and bool(_record().search(bare)))


@cache
def _year_before() -> re.Pattern[str]:
    """The year of a topic (2027年工作回顾), and a bullet before it."""
    return re.compile(rf"^[^\w“\"]{{0,3}}(?:{YEAR}{lexicon.signs('year')[0]})?")


@cache
def _listed() -> re.Pattern[str]:
    counted = f"[{chinese_digits()}{chinese_powers()[:1]}]+(?:{any_of(lexicon.signs('enumerated'))})"
    return re.compile(f"{counted}|{any_of((*lexicon.signs('bullet'), *lexicon.signs('range')))}")


@cache
def _timed() -> re.Pattern[str]:
    return re.compile(f"(?P<time>{time_pattern()})(?:,|[^0-9]{{0,40}}:$)")


@cache
def _record() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(lexicon.furniture_words())})[:|]")


@cache
def _numbering() -> re.Pattern[str]:
    chinese = f"[{chinese_digits()}{chinese_powers()[:2]}]+"
    first, part, division = (lexicon.signs(role)[0] for role in ("ordinal", "part", "division"))
    return re.compile(
        rf"{first}(?:(?P<part>{chinese}){part}|(?P<division>{chinese}){division})\s*|(?P<chapter>{chinese})、|\((?P<section>{chinese})\)、?|(?P<item>[0-9]{{1,3}})(?:[、]|\.(?![0-9]))|\((?P<point>[0-9]{{1,2}})\)"
    )


@cache
def _topic() -> re.Pattern[str]:
    ends = any_of(lexicon.signs("topic"))
    counted = f"[{chinese_digits()}{chinese_powers()[:1]}]+(?:{any_of(lexicon.signs('enumerated'))})"
    term = "[^,。:;!?0-9]{3,24}"
    return re.compile(f"(?P<term>{term}?)(?:[。:]|(?:{ends})(?=[,:]))|(?:{counted})(?P<item>{term}),")
