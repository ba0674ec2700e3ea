"""The bodies that a paragraph names as responsible."""

import re
from collections.abc import Iterator
from functools import cache

from helpers.reading import lexicon
from helpers.reading.brackets import CLOSING, Span, opening_of, spans_in_brackets
from helpers.reading.leading_bodies import leading_part
from helpers.reading.patterns import any_of

#: What parts two bodies outside brackets; a space does so only between two whole names.
PARTING = "、,;"
STOPS = "。;"
SHORTEST = 3
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def read_departments(line: str, order: str = "") -> tuple[str, ...]:
    """Bodies named as responsible at a paragraph's end: the leading ones, and where none leads, all.

    ``order`` is what the document says of its lists (see ``leading_bodies``).

    >>> read_departments("培育10家企业。(牵头单位:市商务局、市科技局;责任单位:各县区人民政府)")
    ('市商务局', '市科技局')
    """
    return bodies_of(line[slice(*named_at_end(line))], order)


def bodies_of(listed: str, order: str = "") -> tuple[str, ...]:
    """The bodies of a list without the persons beside them: the leading ones, and where none leads, all."""
    listed = listed[: _until("。", listed, 0, len(listed))] if order else listed  # what says how it is ordered
    text = _person().sub(lambda match: " " * len(match.group()), listed)
    text = text if _leading().search(text) or _labelled().search(text) else leading_part(text, order)
    found = tuple(_without_remark(text[slice(*one)]) for one in find_bodies(text))
    return found[:1] if order == "first" else found


def lists_within(line: str) -> Iterator[Span]:
    """Where brackets in a line, which close a sentence or its part, hold nothing but bodies, without the brackets."""
    if not _within_line().search(line):
        return
    for opened, closed in spans_in_brackets(line, 0, len(line)):
        parted = line[opened - 1 : opened] in ("", *STOPS) or line[closed + 1 : closed + 2] in ("", *STOPS)
        named = _said().search(line, opened, closed) or listed_bodies().fullmatch(line, opened + 1, closed)
        if parted and named:
            yield opened + 1, closed


@cache
def _within_line() -> re.Pattern[str]:
    """Brackets that end like a list of bodies, with more of the line behind them; few lines have any."""
    names = (*lexicon.signs("body_name_end"), *lexicon.signs("body_or_building_end"), *lexicon.signs("from_here_on"))
    ends = {word[-1] for word in (*names, *lexicon.responsibility("trailer"))}
    return re.compile(f"[{''.join(sorted(ends))}][{re.escape(CLOSING)}][{STOPS}]?\\s*[^\\s{STOPS}]")


def _without_remark(body: str) -> str:
    """A body without brackets that say what it stands for from there on: 各区政府(含管委会,下同)."""
    return _remark().sub("", body)


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(f"\\([^()]*(?:{any_of(lexicon.signs('from_here_on'))})\\)$")


def find_bodies(text: str) -> list[Span]:
    """The places of the bodies in what names them, such as a table's cell: the leading ones, where none leads, all.

    What shares its end with the next (各州、市人民政府) is one with it, and so is what brackets in a name hold.
    """
    named = _leading().search(text) or _labelled().search(text)
    start, end = named.span("bodies") if named else (0, len(text))
    end = _until("。", text, start, end)
    trailer = _trailer().search(text, start, end)
    end = trailer.start() if trailer else end
    found: list[Span] = []
    for part in _parts(text, start, end):
        if found and _shares_end(text[slice(*found[-1])], text[slice(*part)]):
            found[-1] = (found[-1][0], part[1])
        elif CHINESE.search(text, *part):
            found.append(part)
    if found and text[slice(*found[-1])].endswith(lexicon.signs("such_as")[0]):
        found[-1] = (found[-1][0], found[-1][1] - 1)
    return [one for one in found if one[0] < one[1]]


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands between the signs that part bodies, without blanks at its ends."""
    inside = spans_in_brackets(text, start, end)
    first = start
    for place in [*range(start, end), end]:
        while inside and inside[0][1] < place:
            inside.popleft()
        if place < end and (not _parts_at(text, place, first, end) or (inside and inside[0][0] < place)):
            continue
        part = text[first:place]
        left = first + len(part) - len(part.lstrip())
        yield left, max(left, first + len(part.rstrip()))
        first = place + 1


def _parts_at(text: str, place: int, first: int, end: int) -> bool:
    """Whether the sign at a place can part two bodies, of which the one before it begins at ``first``."""
    if text[place] != " ":
        return text[place] in PARTING
    following = text[place:end].lstrip()[:SHORTEST]
    behind = len(CHINESE.findall(following))
    return behind == SHORTEST and len(CHINESE.findall(text[max(first, place - SHORTEST) : place])) == SHORTEST


def _shares_end(last: str, following: str) -> bool:
    """Whether a body leaves out its end, which the next has too: 各州、市人民政府; not 各县、市商务局."""
    return bool(_levels().fullmatch(last) and _level_of_government().fullmatch(following))


def named_at_end(line: str) -> Span:
    """Where a line names bodies: in brackets that close it, or behind a label and a colon; an empty span if nowhere."""
    end = len(line.rstrip(" 。;"))
    if end and line[end - 1] in CLOSING:
        start = opening_of(line, end - 1)
        if start >= 0 and (_said().search(line, start, end - 1) or listed_bodies().fullmatch(line, start + 1, end - 1)):
            return start + 1, end - 1
    closed = end and (line[end - 1] in _last_signs() or ":" in line)
    match = (_bare().search(line) if closed else None) or _opening().match(line)
    return match.span("bare" if match["bare"] else "alone") if match else (0, 0)


@cache
def _last_signs() -> frozenset[str]:
    """What a list of bodies may end with; most lines end with other signs."""
    roles = ("body_name_end", "body_or_building_end", "bodies_at_large", "level", "government")
    ends = (*(word for role in roles for word in lexicon.signs(role)), *lexicon.responsibility("trailer"))
    return frozenset((*CLOSING, *(word[-1] for word in ends)))


def _until(sign: str, text: str, start: int, end: int) -> int:
    place = text.find(sign, start, end)
    return place if place >= 0 else end


def ends_of_items(line: str) -> list[int]:
    """Where in a line bodies in brackets or behind a label end, and another item may begin."""
    return sorted(match.end() for ending in (_closing(), _labelled_run()) for match in ending.finditer(line))


@cache
def _words(role: str) -> str:
    return any_of(lexicon.responsibility(role))


def _label(role: str) -> str:
    """What names the bodies behind it; a short word (牵头) does so only before a colon."""
    return f"{_words(role)}|(?:{any_of(lexicon.signs(f'{role}_label'))})(?=:)"


@cache
def _said() -> re.Pattern[str]:
    """What tells that brackets name bodies."""
    return re.compile(f"{_words('lead')}|{_words('other')}|{_words('trailer')}")


@cache
def _bare() -> re.Pattern[str]:
    """Bodies that close a line without brackets: behind a label and a colon, or a sentence of nothing but bodies."""
    labelled = rf"(?:^|(?<=[。;, ]))(?P<bare>(?:{_label('lead')}|{_label('other')}):[^。]*)"
    begin, ends = any_of(lexicon.signs("body_begin")), lexicon.signs("glued_behind")
    glued = "|".join(f"(?<={re.escape(end)})" for end in ends)  # …85%市数据局, …12月市住建局
    alone = rf"(?:(?<=[。;. ])\s*|(?:{glued})(?={begin}))(?P<alone>{listed_bodies().pattern})"
    return re.compile(rf"(?:{labelled}|{alone})。?\s*$")


@cache
def _opening() -> re.Pattern[str]:
    """Bodies that open a line of what they are to do, with a blank behind them: 市教育局 新增托幼一体园38所."""
    begin = any_of(lexicon.signs("body_begin"))  # 企业开办 is none
    return re.compile(rf"(?P<bare>)(?={begin})(?P<alone>{listed_bodies().pattern})\s+(?=[^0-9\s][^\n]*[0-9])")


@cache
def listed_bodies() -> re.Pattern[str]:
    """Nothing but bodies: who leads and who helps.

    What may be a building as well (市图书馆, 市大数据中心) is a body beside another.
    """
    begin, ends = any_of(lexicon.signs("body_begin")), any_of(lexicon.signs("body_or_building_end"))
    at_large = any_of(lexicon.signs("bodies_at_large"))
    beside = rf"(?:(?:{begin})[\u4e00-\u9fff]{{1,14}}?(?:{ends})|{at_large})"
    listed = rf"(?:{beside}、)*{_body()}(?:、(?:{_body()}|{beside}))*(?:{_words('trailer')})?"
    return re.compile(rf"{listed}(?:[,;]{listed})*")


def _body() -> str:
    """A body by its name, or those of all places of a level: 市商务局, 各县(市、区)人民政府; but not 成立办公室."""
    made, aside = any_of(lexicon.verbs("delivery")), r"(?:\([^()。]{1,60}\))?"
    named = rf"(?!{made})[\u4e00-\u9fff]{{1,18}}?(?:{any_of(lexicon.signs('body_name_end'))}){aside}"
    each, levels = lexicon.signs("each")[0], any_of(lexicon.signs("level"))
    return rf"(?:{named}|{each}(?:{levels}){aside}(?:{any_of(lexicon.signs('government'))})?)"


@cache
def _labelled_run() -> re.Pattern[str]:
    """Bodies behind a label up to the next number, which may be that of an item: 责任单位:市商务局 |2.深化…."""
    return re.compile(rf"(?:{_words('lead')}|{_words('other')}):[^。0-9]*")


@cache
def _person() -> re.Pattern[str]:
    """A person named beside the bodies: 责任领导:…;."""
    return re.compile(f"(?:{_words('person')}):[^,;。]*[,;。]?")


@cache
def _closing() -> re.Pattern[str]:
    within = r"(?:[^()【】]|\([^()【】]*\))*"  # which may hold brackets of their own: (市商务局、各县(市、区)人民政府)
    return re.compile(rf"[(【](?={within}(?:{_said().pattern})){within}[)】]\s*[。;]?\s*")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?:{_label('lead')}):?(?P<bodies>[^;。]*)")


@cache
def _labelled() -> re.Pattern[str]:
    """Bodies behind the label where none leads: 责任单位:…, alone or after a term (完成时限:2027年;责任单位:…)."""
    return re.compile(rf"(?:^(?:{_label('other')}):?|(?:{_label('other')}):)(?P<bodies>.*)")


@cache
def _trailer() -> re.Pattern[str]:
    """What ends a list of bodies; not inside the name of one (创业指导中心)."""
    return re.compile(rf"(?:{_words('trailer')})(?!{any_of(lexicon.signs('body_end'))})|[;。]?(?:{_words('other')})")


@cache
def _levels() -> re.Pattern[str]:
    """All of one level below or of several, before the next level of the same list: 各州、 各市、县、."""
    level = any_of(lexicon.signs("level"))
    return re.compile(f"(?:{lexicon.signs('each')[0]})(?:{level})(?:[、,](?:{level}))*")


@cache
def _level_of_government() -> re.Pattern[str]:
    """A level alone or the government of one: 区, 市人民政府(管委会)."""
    return re.compile(f"(?:{any_of(lexicon.signs('level'))})(?:(?:{any_of(lexicon.signs('government'))}).*|\\(.*)?")
