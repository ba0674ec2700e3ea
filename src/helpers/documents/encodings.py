"""Bytes → text, whatever a page declares of itself."""

import codecs

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROLS = {*range(9), 11, 12, *range(14, 32)}
FEW = 0.02


class DocumentError(ValueError):
    """A document cannot be read; the message says what is wrong with it and what to do."""


def decode(content: bytes) -> str:
    """The text of some bytes.

    A byte-order mark says the encoding; without one it is UTF-8 if the bytes are strictly that, else GB18030, which
    covers GB2312 and GBK whatever a page calls them.
    """
    if content.startswith(UTF16):
        return _strictly(content, "utf-16")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = sum(ord(sign) in CONTROLS for sign in text[:10_000])
        if controls > FEW * len(text[:10_000]):
            raise DocumentError("the file is no text: it is full of control characters")
        return text
    raise DocumentError("the file is neither UTF-8 nor GB18030 nor UTF-16 text")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"the file begins as {encoding} and breaks off at byte {error.start}"
        raise DocumentError(msg) from error
