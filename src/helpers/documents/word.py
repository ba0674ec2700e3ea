"""A DOCX file's text, with all that common readers lose: insertions, content controls, text boxes, nested tables."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from helpers.documents.encodings import DocumentError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Deleted text, and the second copy of a text box that old programs read.
SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}instrText", f"{COMPATIBILITY}Fallback"}
LARGEST = 64 * 1024 * 1024


def read_word(content: bytes) -> str:
    """The text of a DOCX file: a line a paragraph, a line a table row with tabs between cells."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if archive.getinfo("word/document.xml").file_size > LARGEST:
                raise DocumentError("the document's text is larger than any plan's")
            tree = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 - no entities outside
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError) as error:
        raise DocumentError("the document is cut off, damaged or protected by a password") from error
    except ElementTree.ParseError as error:
        raise DocumentError("the document's text is damaged") from error
    lines: list[str] = []
    _blocks(tree, lines)
    return "\n".join(line for line in lines if line.strip()) + "\n"


def _blocks(node: ElementTree.Element, lines: list[str]) -> None:
    for child in node:
        if child.tag in SKIPPED:
            continue
        if child.tag == f"{W}p":
            boxes: list[ElementTree.Element] = []
            lines.extend(_text(child, boxes).split("\n"))
            for box in boxes:
                _blocks(box, lines)
        elif child.tag == f"{W}tr":
            cells = list(_cells(child))
            lines.append("\t".join(_cell(cell) for cell in cells))
            for table in (inner for cell in cells for inner in cell if inner.tag == f"{W}tbl"):
                _blocks(table, lines)
        else:
            _blocks(child, lines)


def _text(paragraph: ElementTree.Element, boxes: list[ElementTree.Element]) -> str:
    """A paragraph's own text; text boxes anchored in it are put aside."""
    parts = []
    for child in paragraph:
        if child.tag in SKIPPED:
            continue
        if child.tag == f"{W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag == f"{W}tab":
            parts.append(" ")
        elif child.tag in (f"{W}br", f"{W}cr"):
            parts.append("\n")
        else:
            parts.append(_text(child, boxes))
    return "".join(parts)


def _cell(cell: ElementTree.Element) -> str:
    parts = [_text(child, []) for child in cell if child.tag in (f"{W}p", f"{W}sdt", f"{W}ins")]
    return "".join(parts).replace("\n", "").replace("\t", " ").strip()


def _cells(row: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The row's own cells, whatever wraps them, and none of a table inside one of them."""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        else:
            yield from _cells(child)
