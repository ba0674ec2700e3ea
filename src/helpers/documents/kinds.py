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
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML_SIGNS = ("<html", "<!doctype html", "<body", "<p>", "<p ", "<div", "<table", "<meta")


def read_document(content: bytes) -> str:
    """The text of a document in plain text, HTML, DOCX or PDF.

    Raises ``DocumentError`` with what is wrong and what to do, for empty, binary, encrypted, cut-off or scanned files.
    """
    if not content.strip():
        raise DocumentError("the file is empty")
    if len(content) > LARGEST:
        msg = f"the file has {len(content) // 2**20} MiB; a plan has less than {LARGEST // 2**20}: is it a scan?"
        raise DocumentError(msg)
    text = _reader(content)(content)
    if not text.strip():
        raise DocumentError("the file holds no text; if it is a scan, its text must be recognised first")
    return text


def _reader(content: bytes) -> Callable[[bytes], str]:
    if content.lstrip()[:5] == b"%PDF-":
        return read_pdf
    if content[:4] == b"PK\x03\x04":
        return _read_zip
    if content.startswith(OLD_OFFICE):
        raise DocumentError("an old or encrypted office file; save it as .docx without a password")
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
