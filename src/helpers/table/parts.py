"""The parts of a noun, of which one tells what is measured before the others."""

from collections.abc import Sequence

from helpers.reading.lexicon import adjuncts, signs
from helpers.reading.patterns import ASIDE


def list_parts(noun: str) -> tuple[str, str]:
    """The noun without what is in brackets, and all of it.

    >>> list_parts("领军企业(物流)")
    ('领军企业', '领军企业(物流)')
    """
    return ASIDE.sub("", noun), noun


def behind_particle(text: str) -> str:
    """What stands behind the last particle, which joins to a noun what describes it.

    >>> behind_particle("数字赋能的服务业平台"), behind_particle("服务业平台")
    ('服务业平台', '服务业平台')
    """
    return next((text.rpartition(word)[2] for word in adjuncts("particle") if word in text), text)


def divide(text: str) -> Sequence[str]:
    """A share or a ratio in the part and what it is measured by, which is empty for others.

    >>> divide("网络零售额与社零额比例"), divide("网络零售额"), divide("市场占有率")
    (['网络零售额', '社零额比例'], ('网络零售额', ''), ('市场占有率', ''))
    """
    if any(word in text for word in signs("owned")):
        return text, ""
    beside = signs("beside") if text.endswith(signs("share_end")) else ()
    return next((text.split(word, 1) for word in (*signs("part_of"), *beside) if word in text[1:]), (text, ""))
