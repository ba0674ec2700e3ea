"""A table of a page: heads that are heads, cells that sort as what they mean, and ids that lead to their source."""

import re
from collections.abc import Collection

from lxml import html

from helpers.telling.ordering import is_column_of_numbers, section_keys, sort_keys

#: What ids look like: at least two parts of letters and digits with hyphens between.
ID = re.compile(r"(?<![a-z0-9])[a-z0-9]+(?:-[a-z0-9]+)+")
#: A column of short words or dates is not broken: Chinese would be after any character, a date at its hyphens.
SHORT = 7
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
LONG = 25  # rows from which on a table has its own frame that scrolls, with the head in sight


def finish_table(table: html.HtmlElement, download: str, known: Collection[str]) -> list[str]:
    """Finish a table in place; the ids of its cells that are ``known`` become links and are given back.

    ``download`` is the name of its file of comma-separated values.
    """
    for element in table.iter():
        element.attrib.pop("style", None)
        if element.tag in ("table", "thead", "tbody", "tr"):
            _drop_blanks(element)
    table.set("data-name", download)
    table.set("class", " ".join(dict.fromkeys([*table.get("class", "").split(), "rows"])))
    for head in table.iterfind("./thead/tr/th"):
        head.set("scope", "col")
    rows = table.findall("./tbody/tr")
    if len(rows) >= LONG:
        table.getparent().set("class", f"{table.getparent().get('class', '')} long".strip())
    columns = zip(*(row.findall("./td") for row in rows), strict=False)
    for place, cells in enumerate(columns, start=1):
        _prepare_column(cells, table.find(f"./thead/tr/th[{place}]"))
    return [found for row in rows for cell in row.findall("./td") for found in _link_ids(cell, known)]


def name_frame(table: html.HtmlElement, label: str) -> None:
    """A frame that scrolls is a part of the page to a screen reader, which lists it by its name."""
    frame = table.getparent()
    if "scroll" in frame.get("class", "").split():
        frame.set("role", "region")
        frame.set("aria-label", label)


def _prepare_column(cells: tuple[html.HtmlElement, ...], head: html.HtmlElement | None) -> None:
    texts = [cell.text_content() for cell in cells]
    sections = section_keys(texts)
    keys = sections or sort_keys(texts)
    if head is None:
        return
    if keys:
        head.set("data-kind", "text" if sections else "number")
        for cell, key in zip(cells, keys, strict=True):
            cell.set("data-key", key)
    if is_column_of_numbers(texts):
        for cell in (head, *cells):
            cell.set("class", "number")
    elif all(len(text) <= SHORT or DATE.fullmatch(text) for text in texts):
        for cell in cells:
            cell.set("class", "whole")


def _link_ids(cell: html.HtmlElement, known: Collection[str]) -> list[str]:
    """Make each known id in a cell of plain text a link to the row that says where it comes from."""
    text = cell.text or ""
    found = [match for match in ID.finditer(text) if match[0] in known]
    if not found or len(cell):
        return []
    cell.text = text[: found[0].start()]
    for place, match in enumerate(found):
        stop = found[place + 1].start() if place + 1 < len(found) else len(text)
        link = html.Element("a", {"class": "id", "href": f"#{match[0]}"})
        link.text, link.tail = match[0], text[match.end() : stop]
        cell.append(link)
    return [match[0] for match in found]


def _drop_blanks(element: html.HtmlElement) -> None:
    """Line ends between rows and cells: a tenth of a long table's bytes."""
    element.text = None
    for part in element:
        part.tail = None
