"""The signs of a PDF's page with their places on it."""

import ctypes
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

LINE_ENDS = ("\r", "\n", "\ufffe")
SURROGATES = range(0xD800, 0xE000)


class Sign(NamedTuple):
    """One sign and the box that it is printed in, in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def ends_line(self) -> bool:
        """Whether it only says that a line ends."""
        return self.text in LINE_ENDS

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """How high its box is."""
        return self.top - self.bottom


def signs_of(page: pypdfium2.PdfTextPage) -> list[Sign]:
    """All signs of a page, in the order of its text."""
    box, found = pdfium.FS_RECTF(), []
    count = pdfium.FPDFText_CountChars(page)
    for place in range(count):
        code = pdfium.FPDFText_GetUnicode(page, place)
        if not code or code in SURROGATES:
            continue
        pdfium.FPDFText_GetLooseCharBox(page, place, ctypes.byref(box))
        found.append(Sign(chr(code), box.left, box.bottom, box.right, box.top))
    return found
