"""A percentage that tells what part of a whole its noun is."""

from helpers import vocabulary
from helpers.reading import lexicon, noun_parts
from helpers.reading.clauses import Place
from helpers.reading.wording import read_measure


def as_share(noun: str, place: Place) -> tuple[str, tuple[str, ...]]:
    """技能人才占从业人员 40% is short for its share, and so is 数量达到全省的40%; and the verb that reaches it."""
    if place.figure.quantity.kind != "percent":
        return noun, ()
    particles, reached = lexicon.adjuncts("particle"), None
    if noun.endswith(particles):
        noun = noun.rstrip("".join(particles))
        reached = noun_parts.reaching().search(noun)
    if reached:
        noun = noun[: reached.start()] + lexicon.signs("part_of")[0] + noun[reached.end() :]
    part = any(word in noun[1:] for word in lexicon.signs("part_of")) or (reached and reached.start() == 0)
    if part and not noun.endswith(lexicon.signs("share_end")):
        noun += lexicon.signs("share_end")[0]
    return noun, (*([reached["verb"]] if reached else ()), *_about(place))


def as_ratio(noun: str, place: Place) -> tuple[str, tuple[str, ...]]:
    """So many times another series: 年接待量不少于常住人口|的1.3倍 is a ratio of both; and the verb that reaches it."""
    particles = lexicon.adjuncts("particle")
    if not place.before.rstrip().endswith(particles):
        return noun, ()
    reached = noun_parts.reaching().search(noun, 1)
    if not reached or reached.end() == len(noun) or len(reached["verb"]) == 1:  # 入境过夜游客
        return noun, ()
    beside, ratio = lexicon.signs("ratio_to")
    other = noun[reached.end() :].rstrip("".join(particles))
    return f"{noun[: reached.start()]}{beside}{other}{ratio}", (reached["verb"],)


def _about(place: Place) -> tuple[str, ...]:
    """That a share is told by about so much: 约|占全市的58%."""
    of = lexicon.signs("part_of")[0]
    about = (row["word"] for row in vocabulary.bounds() if (row["position"], row["operator"]) == ("before", "approx"))
    return tuple(word for word in about if word + of in place.before) if of in place.before else ()


def is_part_reached(noun: str, verbs: tuple[str, ...]) -> bool:
    """Whether things are said to reach a percentage, which is their share of all: 护理型床位达到60%."""
    if not noun.endswith(lexicon.signs("part_thing")):
        return False
    reached = set(verbs) & (set(lexicon.verbs("reach")) - set(lexicon.verbs("delivery")))
    return bool(reached) and read_measure(";".join(verbs), noun, "percent", "") == "rate"


def is_part_counted(noun: str, verbs: tuple[str, ...], place: Place) -> bool:
    """Whether it is a part of those just counted: 培训4万人次,其中取得证书的不少于六成; but not 其中就业率."""
    if not noun or not place.opens_part:
        return False
    ends = (*noun_parts.ends_of_measures(), *lexicon.signs("share_end"))
    ends = (*ends, *lexicon.verbs("delivery"), *lexicon.verbs("tail"))
    return not noun.endswith(ends) and read_measure(";".join(verbs), noun, "percent", "") == "rate"
