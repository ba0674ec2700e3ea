"""Why a numeral is no target: an ordered list of rules, each small, each with a name."""

import re
from collections.abc import Callable

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns, reject_words
from helpers.reading.bare_nouns import noun_of
from helpers.reading.clauses import Place
from helpers.reading.counties import is_place_name
from helpers.reading.criteria import adjoins_count, behind_quote, last_of_list, reject_criterion
from helpers.reading.describing import reject_described, reject_project
from helpers.reading.expressions import Expression, find_amounts, magnitude_end
from helpers.reading.labels import is_label
from helpers.reading.numerals import chinese_powers, range_pattern
from helpers.reading.patterns import CHINESE, has_any
from helpers.reading.ranks import is_rank, reject_rank
from helpers.reading.sayings import goes_on, is_of_made, is_saying
from helpers.reading.standards import is_standard
from helpers.reading.start_values import is_start_of_change, starting_values
from helpers.reading.subsidies import is_sum_given, reject_subsidy
from helpers.reading.verbs_at_end import ends_with_delivery, is_amount_of, is_size, strip_right

#: A rule looks at a figure in its place and gives the reason's code, or nothing.
Rule = Callable[[Place], str]

FEW = 20
TITLES = 2  # the outermost headings: what a document is about, and its title
NEXT = 48  # the figure behind a count stands no longer
NUMBERED = re.compile(r"[、.)]")


def reject_bare(text: str, figure: Expression) -> str:
    """The reason for a numeral that is no amount: a date, a number, a name."""
    if figure.is_date:
        return "date"
    printed = text[figure.start : figure.end]
    if text[figure.start - 1 : figure.start] in ("〔", "〕"):  # the number of a document: 〔2026〕16号
        return "number"
    if is_label(text, figure) or text[figure.end : figure.end + 1] in lexicon.signs("grade"):
        return "name"
    line = text.rfind("\n", max(0, figure.start - FEW), figure.start) + 1
    opens_line = (line or figure.start < FEW) and not text[line : figure.start].strip(" (-")
    behind = text[figure.end : figure.end + 1]
    if opens_line or NUMBERED.match(behind) or behind in lexicon.signs("enumerated"):
        return "number"
    if len(printed) > 4 and printed[-1].isdigit():
        return "number"
    if text.startswith(reject_words.indefinites(), figure.start):
        return "indefinite"
    return "structure" if reject_words.structure().match(text, figure.end) else "name"


def reject(place: Place) -> str:
    """The reason why an amount is no target by itself; empty where no rule finds one."""
    return next((reason for rule in RULES if (reason := rule(place))), "")


def _number_or_name(place: Place) -> str:
    text, figure = place.text, place.figure
    if is_rank(place):
        return ""
    if place.paragraph.furniture or text[figure.start - 1 : figure.start] in lexicon.signs("ordinal"):
        return "number"
    behind = text[figure.end : figure.end + 4]
    if behind.startswith(lexicon.signs("meeting")) or place.before.strip() in lexicon.signs("numbered"):
        return "number"  # 表1 分年度目标
    about = text[figure.start - 1 : figure.start] in lexicon.signs("plus_minus")  # ±800千伏
    graded = behind[:1] in lexicon.signs("grade") and not _is_magnitude(place)
    if is_label(text, figure) or about or graded or is_place_name(text, figure.start):
        return "name"
    if figure.quantity.unit in lexicon.signs("rating_unit") and CHINESE.match(behind):
        return "name"  # 500千伏变电站
    if figure.quantity.unit in lexicon.signs("circle_unit") and reject_words.circle().match(text, figure.end):
        return "name"
    # 千兆城市 is a title; 千兆到乡镇 is a bandwidth.
    powers_only = not re.match("[0-9]", text[figure.start])
    titled = figure.quantity.unit in lexicon.signs("title_unit") and powers_only and CHINESE.match(behind)
    return "name" if titled and behind[:1] not in lexicon.signs("up_to") + lexicon.signs("inward") else ""


def _is_magnitude(place: Place) -> bool:
    """An order of magnitude that is reached: 收入达到|万亿|级."""
    money = place.figure.quantity.kind == "money" and strip_right(place.before)[1]
    return bool(money and re.compile(magnitude_end()).match(place.text, place.figure.end))


def _indefinite(place: Place) -> str:
    """一批, 数百家, 几十人: how many is not said."""
    text, start = place.text, place.figure.start
    several = text[start] in chinese_powers() and text[start - 1 : start] in lexicon.signs("several")
    return "indefinite" if several or text.startswith(reject_words.indefinites(), start) else ""


def _start_of_change(place: Place) -> str:
    return "fact" if is_start_of_change(place) else ""


def _spelled(place: Place) -> str:
    """两个, 三家 count something that is to be made only right behind the verb that says so."""
    if place.text[place.figure.start] not in vocabulary.numerals():
        return ""
    if place.before.rstrip().endswith(lexicon.signs("promised")):
        return ""  # 至少一个
    if not place.after and place.before.endswith(lexicon.verbs_of_change()):
        return ""  # 数量达到十二个,…
    if is_saying(place):
        return "structure"
    quantity = place.figure.quantity
    if quantity.unit not in lexicon.signs("few_unit"):
        return ""
    ranged = re.search(range_pattern(), place.text[place.figure.start : place.figure.end])  # 两三家 is none
    small = quantity.value < FEW and not ranged and quantity.operator in ("", "between")
    if not small or ends_with_delivery(place.before) or is_of_made(place) or goes_on(place):
        return ""
    return "structure"


def _threshold(place: Place) -> str:
    """A criterion inside a noun phrase: 产值10亿元以上企业15家, 50人以下的企业."""
    last = last_of_list(place)
    if last is not place:
        return _threshold(last)
    quantity = place.figure.quantity
    behind = behind_quote(place)
    named = has_any(place.before, reject_words.clause_words("threshold"))
    if named or _of_members(place) or _of_those_counted(place) or adjoins_count(place) or is_standard(place):
        return "threshold"
    listed = behind[:1] in lexicon.signs("list_join") and place.next_start == place.figure.end + 1
    if listed or not CHINESE.match(behind[:1]) or reject_words.levelled().match(place.text, place.figure.end):
        return ""
    counted_off = quantity.operator and place.last_end == place.figure.start > place.paragraph.start
    if _is_reached(place, behind) or _is_magnitude(place):
        return ""
    if place.before.endswith(lexicon.signs("short_of")):
        return "threshold"
    if quantity.kind == "age" or counted_off or _sizes_next(place) or place.before.endswith(lexicon.signs("full")):
        return "threshold"  # 4场5000人以上演唱会; 每满100列的班列
    particles = lexicon.adjuncts("particle")
    costs = strip_right(place.before, bounds_only=True)[0].endswith(lexicon.signs("project_cost"))
    if quantity.kind == "money" and costs and place.after.startswith(particles):
        return "threshold"  # 加快总投资25亿元的|快线建设
    if quantity.kind == "money":
        return (
            ""
            if _verb_behind(place)
            or is_amount_of(place)
            or is_size(place)
            or is_sum_given(place)
            or reject_words.aimed().match(place.text, place.figure.end)
            else "threshold"
        )
    if quantity.kind == "count" and place.after.startswith(particles) and _is_attribute(place):
        return "threshold"
    return "threshold" if quantity.operator == "le" and quantity.kind == "count" else ""


def _is_attribute(place: Place) -> bool:
    """续航里程500公里以上的|客车: how much of something those have that are to be made."""
    noun, verbs = noun_of(strip_right(place.before, bounds_only=True)[0])
    aimed = reject_words.aimed().match(place.text, place.figure.end)
    return place.figure.quantity.operator in ("ge", "le") and bool(noun and verbs) and not aimed


def _is_reached(place: Place, behind: str) -> bool:
    """A subject reaches it, and more follows: 规模超过7200亿元|和面积达到5平方米; 效率控制在1.2以下|等要求."""
    joined = behind.startswith((*lexicon.signs("join"), *lexicon.signs("such_as")))
    rest = place.text[place.figure.end : place.clause[1]]
    return bool(joined and strip_right(place.before)[1]) and not has_any(rest, lexicon.adjuncts("particle"))


def _of_those_counted(place: Place) -> bool:
    """年接待游客超过100万人次的景区达到5家: what each of those has that the next figure counts."""
    quantity = place.figure.quantity
    bounded = quantity.operator or strip_right(place.before)[1]
    led = place.after.startswith(lexicon.adjuncts("particle")) and bounded and quantity.kind != "percent"
    between = place.text[place.figure.end : place.next_start]
    return led and place.next_start < place.clause[1] and not has_any(between, lexicon.signs("join"))


def _sizes_next(place: Place) -> bool:
    """举办5000人以上演唱会4场: how large each of those is that the next figure counts."""
    if place.figure.quantity.kind != "count" or place.figure.quantity.operator not in ("ge", "le"):
        return False
    between = place.text[place.figure.end : place.next_start]
    parted = has_any(between, lexicon.signs("join")) or noun_patterns.made().search(between)
    # 10个以上营业收入超过千亿元的城市: the next figure is what each of those has
    had = strip_right(between)[1] and not has_any(between, lexicon.adjuncts("particle"))
    bare = not parted and not re.search("[,;。:()\\s]", between) and not had
    if not (place.next_start < place.clause[1] and bare and len(between) > 1):
        return False
    # 10家以上年收入超10亿元的企业: an amount of money behind a count counts nothing.
    following = find_amounts(place.text[place.next_start : place.clause[1]][:NEXT])
    return not following or following[0].quantity.kind != "money"


def _summoned(place: Place) -> str:
    """A call to a meeting states no target."""
    outermost = place.paragraph.headings[:TITLES]
    return "procedure" if any(one.endswith(lexicon.signs("summons")) for one in outermost) else ""


def _procedure_or_grading(place: Place) -> str:
    if place.figure.quantity.unit in lexicon.signs("time_count") and has_any(
        place.clause_text, reject_words.clause_words("procedure")
    ):
        return "procedure"
    return "grading" if has_any(place.clause_text, reject_words.clause_words("grading")) else ""


def _located(place: Place) -> str:
    """在37个社区中完成…: where, not what."""
    behind = place.text[place.figure.end : min(place.clause[1], place.figure.end + 16)]
    before = place.before.rstrip()
    if before.startswith(lexicon.signs("exists")) or before.endswith(lexicon.signs("exists")):
        return "fact"
    between = place.text[place.figure.end : place.next_start]
    if place.next_start < place.clause[1] and before in lexicon.signs("where") and noun_patterns.made().search(between):
        return "structure"  # 在14个乡镇建设56个示范园
    located = reject_words.where().search(before) and not before.endswith(lexicon.verbs_of_staying())
    return "fact" if located and has_any(behind, lexicon.signs("inside")) else ""


RULES: tuple[Rule, ...] = (
    _summoned,
    _start_of_change,
    reject_rank,
    _number_or_name,
    _indefinite,
    reject_subsidy,
    _procedure_or_grading,
    _located,
    reject_project,
    reject_criterion,
    reject_described,
    _spelled,
    _threshold,
)


def _of_members(place: Place) -> bool:
    """What each of those just counted has: 3家营业收入过百亿、5家营业收入过十亿的企业, 3万人口以上乡镇."""
    printed = place.text[place.figure.start : place.figure.end]
    if place.figure.quantity.operator and any(word in printed for word in lexicon.signs("inhabitants")):
        return True
    if place.figure.quantity.kind == "percent" and noun_patterns.paced().match(place.after):
        return False  # 3个产业收入保持年均15%的增长
    last = place.text[max(place.last_end - 3, 0) : place.last_end]
    last = last.removesuffix(next((word for word in vocabulary.bound_words("after") if last.endswith(word)), ""))
    behind = place.text[place.figure.end : place.figure.end + 1]
    listed = place.next_start == place.figure.end + 1 or has_any(place.after, lexicon.adjuncts("particle"))
    closed = behind in lexicon.adjuncts("particle") or (behind == "、" and listed)
    if not closed or last[-1:] not in lexicon.signs("member_unit"):
        return False
    before = place.text[place.last_end : place.figure.start]
    changed = starting_values(place.text, place.clause)[1] == place.last_end
    opened = place.last_end > place.sentence[0] and not changed and before and not re.search("[,;。、:()\\s]", before)
    bounded = (strip_right(before)[1] or place.figure.quantity.operator) and CHINESE.match(before[:1])
    return bool(opened and bounded)


def _verb_behind(place: Place) -> bool:
    behind = place.text[place.figure.end : place.figure.end + 6]
    return behind.startswith((*lexicon.verbs("delivery"), *lexicon.verbs("tail")))
