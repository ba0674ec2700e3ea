"""Bytes → text, whatever a page declares of itself."""

import codecs

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROLS = {*range(9), 11, 12, *range(14, 32)}
FEW = 0.02
#: So many signs tell what a text is.
SAMPLE = 10_000
#: The first bytes of the punctuation and the everyday characters in each standard's own table, and of what else a
#: Chinese text prints: GB 2312 rows 1, 3 and 16 to 55, Big5 levels 0 and 1 with the level of signs.
EVERYDAY = {"gb2312": frozenset((0xA1, 0xA3, *range(0xB0, 0xD8))), "big5": frozenset(range(0xA1, 0xC7))}
#: A text has at least so many everyday signs in its own encoding, in traditional characters at least so many in
#: GB18030, and by chance about a third; a handful of signs tells nothing.
MOSTLY, HARDLY, HANDFUL = 0.9, 0.5, 20


class DocumentError(ValueError):
    """A document cannot be read; the message says what is wrong with it and what to do."""


def decode(content: bytes) -> str:
    """The text of some bytes.

    A byte-order mark says the encoding; without one it is UTF-8 if the bytes are strictly that, else GB18030, which
    covers GB2312 and GBK whatever a page calls them, or Big5 where its characters are everyday ones and those of
    GB18030 are not. Nearly all bytes are signs in GB18030, so a text of rare ones is refused.
    """
    if content.startswith(UTF16):
        return _strictly(content, "utf-16")
    text = _decoded(content, "utf-8-sig")
    if text is None:
        text = _in_chinese(content)
    controls = sum(ord(sign) in CONTROLS for sign in text[:SAMPLE])
    if controls > FEW * len(text[:SAMPLE]):
        raise DocumentError("the file is no text: it is full of control characters")
    return text


def _in_chinese(content: bytes) -> str:
    """The text of bytes that are no UTF-8, in the one of the Chinese encodings that makes sense of them."""
    text = _decoded(content, "gb18030")
    everyday = 0.0 if text is None else _everyday(text, "gb2312")
    if everyday < MOSTLY:
        for encoding in ("cp950", "big5hkscs"):
            other = _decoded(content, encoding)
            if other is not None and _everyday(other, "big5") > max(MOSTLY, everyday):
                return other
    if text is None:
        raise DocumentError("the file is neither UTF-8 nor GB18030 nor Big5 nor UTF-16 text; save it as UTF-8")
    if everyday < HARDLY and sum(not sign.isascii() for sign in text[:SAMPLE]) >= HANDFUL:
        raise DocumentError(
            "the file's encoding is not known: as GB18030 it has hardly a Chinese word; save it as UTF-8"
        )
    return text


def _everyday(text: str, standard: str) -> float:
    """The share of a standard's everyday signs among all that are no ASCII; 1 where there are none."""
    signs = [sign for sign in text[:SAMPLE] if not sign.isascii()]
    codes = (sign.encode(standard, "ignore") for sign in signs)
    return sum(code[:1] != b"" and code[0] in EVERYDAY[standard] for code in codes) / len(signs) if signs else 1.0


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"the file begins as {encoding} and breaks off at byte {error.start}"
        raise DocumentError(msg) from error
