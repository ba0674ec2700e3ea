"""A DOCX file's text, with all that common readers lose: insertions, content controls, text boxes, nested tables."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from helpers.documents.encodings import DocumentError
from helpers.documents.grids import Cell, lines_of

MAIN = "word/document.xml"
#: Deleted text, and the second copy of a text box that old programs read.
SKIPPED = frozenset(("del", "moveFrom", "delText", "instrText", "Fallback"))
#: What stands for a sign of its own: 3‑5家 must not become 35家.
SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
LARGEST, MOST_ELEMENTS, DEEPEST = 64 * 1024 * 1024, 3_000_000, 200


def read_word(content: bytes) -> str:
    """The text of a DOCX file: a line a paragraph, a line a table row with tabs between cells in their own columns."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if archive.getinfo(MAIN).file_size > LARGEST:
                raise DocumentError("the document's text is larger than any plan's")
            tree = _parse(archive)
    except (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, EOFError, OSError) as error:
        raise DocumentError("the document is cut off, damaged or protected by a password") from error
    except ElementTree.ParseError as error:
        raise DocumentError("the document's text is damaged") from error
    return "\n".join(line for line in _lines(tree) if line.strip()) + "\n"


def _parse(archive: zipfile.ZipFile) -> ElementTree.Element:
    """The document's tree; read piece by piece, so that one made to fill the memory is found out before it does."""
    depth = elements = 0
    with archive.open(MAIN) as file:
        events = ElementTree.iterparse(file, events=("start", "end"))  # noqa: S314 - no entities outside
        for event, _ in events:
            depth += 1 if event == "start" else -1
            elements += event == "start"
            if depth > DEEPEST or elements > MOST_ELEMENTS:
                raise DocumentError("the document's text has more parts, or deeper ones, than any plan's")
    return events.root


def _name(node: ElementTree.Element) -> str:
    """The element's name, whichever of its two namespaces the standard's edition uses."""
    return node.tag.rpartition("}")[2]


def _lines(node: ElementTree.Element) -> Iterator[str]:
    """The lines of all paragraphs and tables inside, whatever wraps them."""
    for child in node:
        name = _name(child)
        if name == "p":
            boxes: list[ElementTree.Element] = []
            yield from _text(child, boxes).split("\n")
            for box in boxes:
                yield from _lines(box)
        elif name == "tbl":
            yield from lines_of([list(_cells(row)) for row in _inside(child, "tr")])
        elif name not in SKIPPED:
            yield from _lines(child)


def _text(paragraph: ElementTree.Element, boxes: list[ElementTree.Element]) -> str:
    """A paragraph's own text; text boxes anchored in it are put aside."""
    parts = []
    for child in paragraph:
        name = _name(child)
        if name == "txbxContent":
            boxes.append(child)
        elif name == "t":
            parts.append(child.text or "")
        elif name in SIGNS:
            parts.append(SIGNS[name])
        elif name not in SKIPPED and name != "pPr":
            parts.append(_text(child, boxes))
    return "".join(parts)


def _cells(row: ElementTree.Element) -> Iterator[Cell]:
    """The row's cells; the places that it leaves free before them, and those a cell above reaches into, say nothing."""
    before = _number(row, "trPr", "gridBefore")
    if before:
        yield Cell(columns=before)
    for cell in _inside(row, "tc"):
        merged = _property(cell, "tcPr", "vMerge")
        goes_on = merged is not None and _value(merged) != "restart"
        lines = [] if goes_on else ["\n".join(_lines(cell))]
        yield Cell(lines, _number(cell, "tcPr", "gridSpan") or 1, goes_on=goes_on)


def _inside(node: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """A table's own rows or a row's own cells, whatever wraps them, and none of a table inside one of them."""
    for child in node:
        if _name(child) == name:
            yield child
        elif _name(child) not in SKIPPED:
            yield from _inside(child, name)


def _property(node: ElementTree.Element, group: str, name: str) -> ElementTree.Element | None:
    groups = (child for child in node if _name(child) == group)
    return next((child for one in groups for child in one if _name(child) == name), None)


def _value(node: ElementTree.Element) -> str:
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == "val"), "")


def _number(node: ElementTree.Element, group: str, name: str) -> int:
    found = _property(node, group, name)
    value = "" if found is None else _value(found)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 0
