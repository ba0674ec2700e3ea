"""A page's text: blocks on lines of their own, figures that tags cut apart joined again, furniture off."""

import re

from lxml import etree, html

from helpers.documents.encodings import DocumentError
from helpers.documents.grids import SPACE, Cell, lines_of

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
SKIPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "iframe",
        "button",
        "select",
        "option",
        "input",
        "textarea",
    ]
)
CELLS = frozenset(("td", "th"))
LARGEST_SPAN = 1000


def read_html(text: str) -> str:
    """The text of an HTML page.

    Inline tags join what they part (``34<span>4</span>``), blocks and line breaks end a line, and a table's row is a
    line with tabs between its cells, each in its own column whatever reaches over it.
    """
    # A depth beyond what is read must be an error; by itself the parser leaves out silently what lies deeper.
    parser = html.HTMLParser(huge_tree=True)
    try:
        tree = html.document_fromstring(_without_declaration(text), parser)
    except etree.ParserError as error:
        raise DocumentError("the page holds no text") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError("the page is damaged: its tags are nested deeper than those of any page")
    page = _Page()
    # Not by calls of itself: pages may be nested deeper than Python's stack.
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event in ("comment", "pi"):
            page.say(node.tail)
        elif event == "start" and node.tag in SKIPPED:
            walk.skip_subtree()
        elif event == "start":
            page.open(node)
        elif node.tag in SKIPPED:
            page.say(node.tail)
        else:
            page.close(node)
    lines = (line.strip(" ") for line in page.lines())
    return "\n".join(line for line in lines if line.strip()) + "\n"


class _Page:
    """The lines that a walk through a page leaves; a table inside a cell is part of what the cell holds."""

    def __init__(self) -> None:
        self._tables: list[_Table] = [_Table()]

    def open(self, node: html.HtmlElement) -> None:
        """Begin an element: a table, a row, a cell, a new line, or nothing but its text."""
        table = self._tables[-1]
        if node.tag == "table":
            self._tables.append(_Table())
        elif node.tag == "tr":
            table.rows.append([])
        elif node.tag in CELLS:
            table.add(Cell([], _span(node, "colspan"), _span(node, "rowspan")))
        elif node.tag in BLOCKS or node.tag == "br":
            table.say("\n")
        self.say(node.text)

    def close(self, node: html.HtmlElement) -> None:
        """End an element; a table's lines go to what holds it."""
        if node.tag == "table" and len(self._tables) > 1:
            inner = self._tables.pop()
            for line in inner.lines():
                self._tables[-1].say(f"\n{line}")
            self._tables[-1].say("\n")
        elif node.tag in CELLS:
            self._tables[-1].cell = None
        elif node.tag in BLOCKS and node.tag != "tr":
            self._tables[-1].say("\n")
        self.say(node.tail)

    def say(self, text: str | None) -> None:
        """Source lines are no lines of the page, and between Chinese characters they are no spaces either."""
        if text:
            spaced = SPACE.search(text)
            self._tables[-1].say(SPACE.sub(_space, text) if spaced else text)

    def lines(self) -> list[str]:
        """All lines of the page, in order."""
        return self._tables[0].lines()


class _Table:
    """A table in the making, and what stands outside its rows; the page itself is one, mostly without rows."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.cell: Cell | None = None
        self._loose = Cell()

    def add(self, cell: Cell) -> None:
        self.cell = cell
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)

    def say(self, text: str) -> None:
        (self.cell or self._loose).pieces.append(text)

    def lines(self) -> list[str]:
        return [*self._loose.paragraphs, *lines_of(self.rows)]


def _space(match: re.Match[str]) -> str:
    return "" if "\n" in match.group() else " "


def _span(node: html.HtmlElement, name: str) -> int:
    """How many columns or rows a cell reaches over; 1 where the page says nothing sensible."""
    said = node.get(name, "").strip()
    return min(int(said), LARGEST_SPAN) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def _without_declaration(text: str) -> str:
    """Lxml refuses text that declares an encoding of its own."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)
