"""A PDF's text, with the lines of a paragraph joined again."""

from itertools import pairwise

import pypdfium2

from helpers.documents.encodings import DocumentError

#: A line that reaches to within this part of the widest one goes on in the next line.
FULL = 0.94
STOPS = "。！？"
BRACKETS = ("()", "（）", "《》", "“”")


def read_pdf(content: bytes) -> str:
    """The text of all pages. Raises ``DocumentError`` for protected, damaged and scanned files."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        reason = "is protected by a password" if "assword" in str(error) else "is damaged or cut off"
        msg = f"the PDF {reason}"
        raise DocumentError(msg) from error
    lines = [line for page in document for line in _lines(page.get_textpage())]
    document.close()
    if not lines:
        raise DocumentError("the PDF holds pictures and no text; its text must be recognised first")
    return "\n".join(_joined(lines)) + "\n"


def _lines(page: pypdfium2.PdfTextPage) -> list[tuple[str, float, float]]:
    """Each line of a page with its left and right edges."""
    found, text, edges = [], "", []
    for place in range(page.count_chars()):
        sign = page.get_text_range(place, 1)
        if sign in ("\r", "\n", "\r\n", "\ufffe"):
            found.append((text, edges))
            text, edges = "", []
            continue
        text += sign
        if sign.strip():
            left, _, right, _ = page.get_charbox(place, loose=True)
            edges += [left, right]
    found.append((text, edges))
    return [(line.strip(), min(marks), max(marks)) for line, marks in found if line.strip() and marks]


def _is_open(text: str) -> bool:
    """Whether a bracket waits for its end."""
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in BRACKETS)


def _joined(lines: list[tuple[str, float, float]]) -> list[str]:
    """Lines joined where one is full and the next is not indented; without indents, where no sentence ends."""
    left, right = min(line[1] for line in lines), max(line[2] for line in lines)
    indent, edge = left + (right - left) * (1 - FULL) / 2, left + (right - left) * FULL
    # Behind a short line a paragraph begins, so these lines show how the document begins its paragraphs.
    first = [after[1] > indent for line, after in pairwise(lines) if line[2] < edge]
    indents = sum(first) * 2 > len(first)
    paragraphs: list[str] = []
    goes_on = False
    for text, start, end in lines:
        if goes_on and not start > indent:
            paragraphs[-1] += text
        else:
            paragraphs.append(text)
        goes_on = end >= edge and (indents or text[-1] not in STOPS or _is_open(paragraphs[-1]))
    return paragraphs
