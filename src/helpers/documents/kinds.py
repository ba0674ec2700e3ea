"""Which kind of document some bytes are, told by the bytes and not by the file's name."""

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

from helpers.documents.encodings import DocumentError, decode
from helpers.documents.html import read_html
from helpers.documents.pdf import read_pdf
from helpers.documents.word import read_word

LARGEST = 100 * 1024 * 1024
#: What other kinds of files begin with, and what to do about them.
PICTURE = "a picture; its text must be recognised first"
ARCHIVE = "an archive; unpack it and give the documents in it"
OTHERS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old or encrypted office file; save it as .docx without a password",
    b"{\\rtf": "a file in rich text format; save it as .docx",
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"II*\0": PICTURE,
    b"MM\0*": PICTURE,
    b"Rar!": ARCHIVE,
    b"7z\xbc\xaf": ARCHIVE,
    b"\x1f\x8b": ARCHIVE,
    b"PK\5\6": "a zip file with nothing in it",
}
HTML_SIGNS = ("<html", "<!doctype html", "<body", "<p>", "<p ", "<div", "<table", "<meta")


def read_document(content: bytes) -> str:
    """The text of a document in plain text, HTML, DOCX or PDF.

    Raises ``DocumentError`` with what is wrong and what to do, for empty, binary, encrypted, cut-off or scanned files.
    """
    if not content.strip():
        raise DocumentError("the file is empty")
    refuse_size(len(content))
    text = _reader(content)(content)
    if not text.strip():
        raise DocumentError("the file holds no text; if it is a scan, its text must be recognised first")
    return text


def refuse_size(size: int) -> None:
    """Raise ``DocumentError`` for a file of more bytes than any plan has, best before it is read."""
    if size > LARGEST:
        msg = f"the file has {size // 2**20} MiB; a plan has less than {LARGEST // 2**20}: is it a scan?"
        raise DocumentError(msg)


def _reader(content: bytes) -> Callable[[bytes], str]:
    if content.lstrip()[:5] == b"%PDF-":
        return read_pdf
    if content[:4] == b"PK\x03\x04":
        return _read_zip
    for sign, fault in OTHERS.items():
        if content.startswith(sign):
            raise DocumentError(fault)
    return _read_text


def _read_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, struct.error, RuntimeError, ValueError, OSError) as error:
        raise DocumentError("the file is cut off or damaged: its list of parts cannot be read") from error
    if "word/document.xml" not in names:
        raise DocumentError("a zip file, but no text document (.docx) in it")
    return read_word(content)


def _read_text(content: bytes) -> str:
    text = decode(content)
    head = text[:4000].lower()
    return read_html(text) if any(sign in head for sign in HTML_SIGNS) else text
