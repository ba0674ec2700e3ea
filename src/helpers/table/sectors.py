"""What a target measures and where it stands → its sector."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpers import vocabulary
from helpers.reading.lexicon import signs
from helpers.table.parts import behind_particle, divide, list_parts
from helpers.table.sector_words import GENERAL, telling, weight, words_in

#: The rows of a plan that tell their sector settle that of the others when so large a part of them agrees.
PREVAILS, FEWEST = 2 / 3, 3
NONE, JOBS = "other", "hr"
#: Sectors of those who work in another and learn for it, of what is spent on it or sold, and of what is carried.
BELONGING = frozenset({JOBS, "trade", "logistics"})
#: Words of a noun that tell its sector, and words of what it may be for or stand at (老年, 厕所), which tell it only
#: where none of the former stands beside them.
NOUN = ("indicator", "yielding")
#: Words of what a thing is (充电站, 免税店), which tell its sector whatever stands beside or above them.
DECIDING = "deciding"
#: Totals of the whole economy, or of all services, which may be told of one sector (信息|服务业从业人员).
TOTAL = "total"
#: Words of nearly every sector (技术, 设计), which tell theirs where nothing else does, and of no heading or document.
VAGUE = "vague"
HEADING = ("heading", *NOUN, TOTAL)
#: Words that hold another (健康发展) and tell no sector themselves.
HIDES = "hides"
#: Quotation marks, which stand in the midst of a noun (“四上”企业).
QUOTES = str.maketrans("", "", "“”‘’\"'「」『』")


@dataclass(frozen=True)
class Named:
    """The words of one row that may tell its sector: canonical code, plain indicator, headings and verbs, section."""

    code: str
    indicator: str
    heading: str
    section: str
    verb: str = ""


def find_sectors(rows: Sequence[Named]) -> list[str]:
    """The sectors of one plan's rows, in the order of its text.

    A noun that says nothing (满意度) under headings that tell nothing takes the sector of the row just before, and so
    do the jobs that what stands there brings (家政企业50家,带动就业3万人) and those whom it reaches; any other row that
    nothing tells of takes the one that prevails in the plan, and where none does it is ``other``.
    """
    told = [find_sector(row.code, row.indicator, row.heading) for row in rows]
    prevailing, found = _prevailing(told), []
    for number, (row, sector) in enumerate(zip(rows, told, strict=True)):
        beside = number > 0 and rows[number - 1].section == row.section
        silent = row.indicator.endswith(signs("silent")) and not _tells(row.heading)
        # (改造老旧小区310个,)惠及|居民6万户 counts whom the thing before it reaches.
        brought = _is_of_jobs_brought(row) or _does(row, "benefits")
        if beside and (silent or (brought and found[-1] not in (GENERAL, NONE))):
            found.append(found[-1])
        else:
            paired = found[-1] if beside and found[-1] in _pair_of(row.heading.split(";", 1)[0]) else ""
            vague = next(iter(_told_by_noun(row.indicator, VAGUE)), NONE)
            found.append(sector or paired or prevailing or vague)
    return found


def find_sector(code: str, indicator: str, heading: str) -> str:
    """What the figure measures: the noun's sector, else the innermost heading's, else that of a word in the noun that
    touches many sectors, else that of a heading of many things, else that of a vague word; empty where nothing tells.

    A word that says what the thing is (公交|充换电站) decides alone. The canonical indicator's sector is the noun's,
    unless neither noun nor heading says a word of it (重点项目); one without a sector leaves it to the heading. Of a
    noun that tells several (低空旅游项目) it is the one that a heading tells too, else the first.
    """
    indicator, heading = indicator.translate(QUOTES), heading.translate(QUOTES)
    decided = _told_by_noun(indicator, DECIDING)
    if decided:
        return decided[0]
    own, coded = _told_by_itself(indicator), vocabulary.indicators()[code]["sector"] if code else ""
    shared = _told_by_noun(indicator, *NOUN, "last")
    named = {sector for word, sector in words_in(heading).get("heading", ())}  # of 养老托育家政 each
    told, broad = _told_by_headings(heading)
    # One that tells of services as a whole gives way to one further out, and so does one of no service (工业) to a
    # service that the plan is about.
    narrow = sorted((sector for sector in told if sector != GENERAL), key=NONE.__eq__)
    if coded and (own or coded in named or (coded in shared and not narrow)):
        return coded
    if own and not code:
        heads = {*own, *_told_behind(indicator)}
        return next((sector for sector in narrow if sector in heads), own[0])
    if not code and (industry := _industry_named(indicator)):
        return industry
    vague = _told_by_noun(indicator, VAGUE) if told and not _told_by_total(heading) else []
    return next((sector for sector in (*narrow, *shared[:1], *broad, coded, *vague, *told) if sector), "")


@lru_cache(maxsize=4_096)
def _industry_named(indicator: str) -> str:
    """The sector of an industry that the noun names as one (光伏|产业规模), or of the goods that it turns out
    (发动机|产量); empty where it names none.
    """
    for word, sector in (*telling(indicator, "last"), *telling(indicator, "heading")):
        industry = signs("called_industry")  # 工业 alone names none
        behind = indicator[indicator.find(word) + len(word) :]
        goods = sector == NONE and not word.endswith(signs("called_no_goods"))  # 产业链|产值 is of whatever
        called = behind.startswith(industry) or (goods and behind.startswith(signs("turned_out")))
        if sector != GENERAL and (called or (word.endswith(industry) and word not in industry)):
            return sector
    return ""


def _is_of_jobs_brought(row: Named) -> bool:
    return _does(row, "brings_jobs") and JOBS in _told_by_noun(row.indicator, *NOUN, "last")


def _does(row: Named, role: str) -> bool:
    """Whether one of its verbs is of that role in the signs."""
    return any(word in signs(role) for word in row.verb.split(";"))


def _told_by_headings(heading: str) -> tuple[list[str], list[str]]:
    """The sectors of the headings that tell one or name an industry, the innermost first, and of those with words of
    many things alone.
    """
    terms = heading.split(";")[::-1]
    told = {term: "" if _pair_of(term) else _told_by(term, *HEADING) or _industry_named(term) for term in terms}
    broad = [_told_by(term, "broad", "last") for term in terms if not told[term]]
    return [*filter(None, told.values())], [*filter(None, broad)]


@lru_cache(maxsize=4_096)
def _pair_of(title: str) -> frozenset[str]:
    """The sectors of a title that names several (高端制造与数字经济行动计划), and so tells none; else none."""
    named = next((title.split(word, 1)[0] for word in signs("document") if word in title), "")
    parts = [part for part in re.split("|".join(map(re.escape, signs("join"))), named) if part]
    told = {_told_by(part, *HEADING, "broad", "last") for part in parts} - {""}
    return frozenset(told) if len(told) > 1 else frozenset()


def _told_by_total(heading: str) -> bool:
    """Whether a heading is of the whole of services or of the economy, not of aims alone."""
    return any(_told_by(term, TOTAL) for term in heading.split(";"))


def _told_by_itself(indicator: str) -> list[str]:
    """The noun's sectors: of a total of the whole economy (农业生产总值) that of any word before it."""
    own = _told_by_noun(indicator, *NOUN)
    if _is_joint(indicator):
        return [GENERAL]
    if own or not _told_by_noun(indicator, TOTAL):
        return own
    if indicator.endswith(signs("silent")):
        return []
    end = min(indicator.find(word) + len(word) for word, _ in telling(indicator, TOTAL))
    told = {sector for sector in _told_by_noun(behind_particle(indicator[:end]), "last") if sector != GENERAL}
    return [*told] if len(told) == 1 else [GENERAL]


def _is_joint(indicator: str) -> bool:
    """Whether it is a total of several services (贸易服务业、金融服务业、商务服务业规模)."""
    parts = indicator.split(signs("list_join")[0])
    if len(parts) < FEWEST or not all(word in part for part in parts for word in signs("services")):
        return False
    return len({sector for part in parts for sector in _told_by_noun(part, *NOUN, "last")[:1]}) == len(parts)


def _told_behind(indicator: str) -> set[str]:
    """The sectors of words behind those that tell the noun's: what it is, where they say of what (物流配送航线)."""
    ends = ([indicator.rfind(word) + len(word) for word, _ in words_in(indicator).get(place, ())] for place in NOUN)
    rest = indicator[max(next(filter(None, ends), [0])) :]
    for word in signs("of_any_sector"):
        rest = rest.replace(word, "")
    return {sector for place in (*NOUN, "last") for sector in _sectors_in(rest, place)} - BELONGING


def _told_by_noun(indicator: str, *places: str) -> list[str]:
    """The sectors that the words of these places tell.

    What is in brackets tells only where the noun beside it does not, and of a share (旅游业增加值占GDP比重) or a ratio
    the part, unless that is of the whole economy and what it is a part of is not (服务业增加值占体育产业增加值比重).
    """
    for text in list_parts(indicator):
        part, whole = divide(text)
        told = _sectors_in(part, *places)
        if told:
            return ({*told} == {GENERAL} and _sectors_in(whole, *NOUN, TOTAL)) or told
    return []


def _sectors_in(noun: str, *places: str) -> list[str]:
    """The sectors that the noun's words of the first of these places tell, in the order of the words' vocabulary.

    A word inside a longer one says nothing, whether the longer one tells a sector (营商环境) or not (健康发展), and the
    whole economy (税收) nothing beside a sector.
    """
    for place in places:
        told = [sector for _, sector in telling(noun, place)]
        if told:
            return sorted(told, key=GENERAL.__eq__) if place in NOUN else told
    return []


def _prevailing(told: Sequence[str]) -> str:
    """The one sector of a short text about one thing."""
    counts = Counter(sector for sector in told if sector)
    if not counts:
        return ""
    sector, count = counts.most_common(1)[0]
    return sector if count >= max(FEWEST, PREVAILS * counts.total()) else ""


def _tells(heading: str) -> bool:
    return any(sector != GENERAL for told in _told_by_headings(heading) for sector in told)


@lru_cache(maxsize=4_096)
def _told_by(term: str, *places: str) -> str:
    """The sector that a heading tells: of its last word, which is the head of a Chinese noun (体育旅游), or of the last
    before a word of support (金融支持科技创新); what a particle parts from the head (数字赋能的|服务业平台) tells where
    the head does not. Words that touch many sectors yield to others (旅游消费).
    """
    head = next((term.split(word, 1)[0] for word in signs("supports") if word in term), "")
    return next(filter(None, (_last_told(text, *places) for text in (behind_particle(term), head, term) if text)), "")


def _last_told(text: str, *places: str) -> str:
    told = [
        (weight(word, sector), text.rfind(word), sector)
        for place in places
        for word, sector in telling(text, place)
        # 主要目标 is a heading of the overall aims; a title that holds such words is not.
        if place != "heading" or sector != GENERAL or text.endswith(word)
    ]
    return max(told, default=(0, 0, ""))[-1]
