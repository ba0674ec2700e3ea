"""A page's text: blocks on lines of their own, figures that tags cut apart joined again, furniture off."""

import re

from lxml import html

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
SPACE = re.compile(r"[ \t\r\n\u00a0\u3000\u200b\ufeff]+")


def read_html(text: str) -> str:
    """The text of an HTML page.

    Inline tags join what they part (``34<span>4</span>``), blocks and line breaks end a line, the cells of a table's
    row stand on one line with tabs between them, and a cell's own blocks are joined.
    """
    tree = html.document_fromstring(_without_declaration(text))
    parts: list[str] = []
    _walk(tree, parts, in_cell=False)
    rows = "".join(parts).split("\n")
    lines = ("\t".join(SPACE.sub(" ", cell).strip() for cell in row.rstrip("\t").split("\t")) for row in rows)
    return "\n".join(line for line in lines if line.strip()) + "\n"


def _without_declaration(text: str) -> str:
    """Lxml refuses text that declares an encoding of its own."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)


def _walk(node: html.HtmlElement, parts: list[str], *, in_cell: bool) -> None:
    tag = node.tag if isinstance(node.tag, str) else ""
    if tag and tag not in SKIPPED:
        cell = tag in CELLS
        ends_line = not in_cell and (tag in BLOCKS or tag == "br")
        if ends_line:
            parts.append("\n")
        parts.append(_inline(node.text))
        for child in node:
            _walk(child, parts, in_cell=in_cell or cell)
        if cell:
            parts.append("\t")
        elif ends_line:
            parts.append("\n")
    parts.append(_inline(node.tail))


def _inline(text: str | None) -> str:
    """Source lines are no lines of the page, and between Chinese characters they are no spaces either."""
    return SPACE.sub(lambda match: "" if "\n" in match.group() else " ", text) if text else ""
