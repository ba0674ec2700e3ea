"""What nbconvert makes of a notebook, made safe and finished: headings to list, tables to sort, ids that lead on."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree, html

from helpers.reporting.tables import finish_table, name_frame
from helpers.telling.phrases import say

#: Elements that run, fetch, send or restyle; a page has its own script and style, and nothing else may bring any.
UNWANTED = (
    *("script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "textarea"),
    *("select", "link", "meta", "base", "svg", "math", "template", "dialog", "audio", "video"),
)
SAFE_ADDRESS = re.compile(r"(https?:|mailto:|#)", re.IGNORECASE)
SAFE_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,")
UNSAFE_KEYS = ("style", "srcset", "formaction", "action", "ping", "xlink:href", "background", "poster", "srcdoc")
BLANKS = re.compile(r"[\x00-\x20]")


@dataclass(frozen=True)
class Heading:
    """A line of the contents list."""

    anchor: str
    text: str


@dataclass(frozen=True)
class Body:
    """The finished inside of a page, with its headings, the ids that its tables name, and its answer."""

    html: str
    headings: list[Heading]
    ids: list[str]
    answer: str = ""


def finish_body(text: str, language: str, name: str, known: Collection[str], *, title: str = "") -> Body:
    """``text`` without anything that runs or fetches, with anchors, sortable tables and links from ``known`` ids.

    ``name`` is the page's, for the names of downloads; ``title`` takes the place of the notebook's own, which asks
    for no place by name.
    """
    root = html.fragment_fromstring(text, create_parent="div")
    _make_safe(root, say("page_undescribed", language))
    _set_title(root, title)
    _hold_together(root)
    headings: list[Heading] = []
    ids: list[str] = []
    tables = 0
    for element in list(root.iter("h2", "table")):
        if element.tag == "h2":
            headings.append(_anchor(element, len(headings) + 1))
            continue
        tables += 1
        ids += finish_table(element, f"{name}-{tables}.csv", known)
        part = headings[-1].text if headings else ""
        name_frame(element, say("table_region", language, number=tables, part=part).strip())
    inside = etree.tostring(root, method="html", encoding="unicode")
    answers = root.find_class("answer")
    answer = " ".join(answers[0].text_content().split()) if answers else ""
    return Body(inside, headings, list(dict.fromkeys(ids)), answer)


def _make_safe(root: html.HtmlElement, undescribed: str) -> None:
    for element in list(root.iter(*UNWANTED, etree.Comment, etree.ProcessingInstruction)):
        element.drop_tree()
    for element in root.iter():
        for key, value in element.attrib.items():
            if not _is_safe(key.lower(), BLANKS.sub("", value)):
                del element.attrib[key]
        if element.tag == "img" and "alt" not in element.attrib:
            element.set("alt", undescribed)


def _is_safe(key: str, value: str) -> bool:
    if key in ("href", "cite"):
        return bool(SAFE_ADDRESS.match(value))
    if key == "src":
        return bool(SAFE_PICTURE.match(value))
    return not key.startswith("on") and key not in UNSAFE_KEYS


def _set_title(root: html.HtmlElement, title: str) -> None:
    heading = root.find(".//h1")
    if title and heading is not None:
        heading[:] = []
        heading.text = title


def _hold_together(root: html.HtmlElement) -> None:
    """Mark the cells from each heading to what it heads, so that no sheet of paper ends between them."""
    leading = False
    for cell in root.iterchildren("div"):
        heads = cell.find(".//h2") is not None or cell.find(".//h3") is not None
        leading = heads or (leading and not cell.find_class("output"))
        if leading:
            cell.set("class", f"{cell.get('class', '')} leads".strip())


def _anchor(heading: html.HtmlElement, number: int) -> Heading:
    heading.set("id", f"part-{number}")
    return Heading(f"part-{number}", " ".join(heading.text_content().split()))
