"""Words for readers in either language, from ``vocab/phrases/*.csv``."""

import re
from collections.abc import Sequence

from helpers import vocabulary

LANGUAGES = ("en", "zh")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]")
BETWEEN = " // "
LETTERS_A_CHARACTER = 4  # a sentence says the same in four times as many letters


def say(key: str, language: str, **values: object) -> str:
    """The phrase of that key with its gaps filled."""
    return vocabulary.phrases()[key][check_language(language)].format(**values)


def say_both(key: str, **values: object) -> list[str]:
    """The phrase in each language, for pages that readers of all languages share."""
    return [say(key, language, **values) for language in LANGUAGES]


def say_beside(key: str, **values: object) -> str:
    """The phrase in one language beside that in the other."""
    said = say_both(key, **values)
    return (" " if said[0].endswith(".") else " · ").join(said)


def say_or_keep(text: str, language: str) -> str:
    """The phrase of that key; the text itself where it is no key."""
    return say(text, language) if text in vocabulary.phrases() else text


def say_list(items: Sequence[str], language: str) -> str:
    """A list as a sentence holds it: ``a, b and c``, ``甲、乙和丙``."""
    if len(items) < 2:
        return "".join(items)
    comma, last = say("list_comma", language), say("list_and", language)
    return comma.join(items[:-1]) + last + items[-1]


def join_sentences(sentences: Sequence[str], language: str) -> str:
    """Sentences one behind the other; Chinese ones need no space between them."""
    return (" " if check_language(language) == "en" else "").join(sentences)


def name_of(row: vocabulary.Row, language: str) -> str:
    """The name of an indicator or a sector."""
    return row[f"name_{check_language(language)}"]


def indicator_name(code: str, language: str) -> str:
    return name_of(vocabulary.indicators()[code], language)


def sector_name(code: str, language: str) -> str:
    return name_of(vocabulary.sectors()[code], language)


def part_in(text: str, language: str) -> str:
    """Of a remark in both languages, with ``//`` between them, the one that is asked for; any other as it stands.

    >>> part_in("a mirror // 转载", "zh")
    '转载'
    """
    parts = text.split(BETWEEN)
    return parts[min(LANGUAGES.index(check_language(language)), len(parts) - 1)]


def language_of(text: str) -> str:
    """The language of a computed sentence: Chinese where its letters are, save a few that an English one quotes."""
    chinese, latin = len(CHINESE.findall(text)), len(LATIN.findall(text))
    return "zh" if chinese > latin / LETTERS_A_CHARACTER else "en"


def check_language(language: str) -> str:
    if language not in LANGUAGES:
        msg = f"unknown language {language!r}; there are {' and '.join(LANGUAGES)}"
        raise ValueError(msg)
    return language


def capital(text: str) -> str:
    """The same with a capital first letter, and nothing else changed."""
    return text[:1].upper() + text[1:]
