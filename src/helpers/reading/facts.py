"""Whether a figure tells of what was, not of what is promised."""

from helpers.reading import lexicon, noun_patterns, reject_words, told_words
from helpers.reading.baselines import multiplied_by
from helpers.reading.clauses import Place
from helpers.reading.fulfilment import is_part_of_plan
from helpers.reading.months_told import is_month_over, without_months_ahead
from helpers.reading.patterns import ASIDE, has_any, opening
from helpers.reading.periods import printed_span
from helpers.reading.standing import is_standing
from helpers.reading.tenses import (
    aims,
    aims_but_forecasts,
    earlier_in_paragraph,
    is_reviewed,
    last_done,
    last_of,
    last_past,
    years_of,
)
from helpers.reading.verbs_at_end import strip_right
from helpers.reading.years_compared import multiplied_year

#: Running text that is looked through for a later year is no longer.
REPORT = 5_000


def reject_fact(place: Place, first_year: int) -> str:
    """What was reported: governed by a past year, or told by a word of the past with no aim behind it."""
    first, last = place.paragraph.reported
    if (
        first <= place.figure.start < last
        or is_reviewed(place)
        or _is_done(place)
        or is_standing(place, first_year)
        or is_month_over(place)
        or _is_of_the_land(place)
        or told_words.grows_by_itself().search(place.before)
        or told_words.foretold().search(place.sentence_before)
        or _is_ranked(place)
        or _is_held_against(place)
        or _is_told_aside(place)
        or place.before.rstrip().endswith(lexicon.signs("merely"))
    ):
        return "fact"
    towards = has_any(place.clause_so_far, lexicon.signs("toward_goal"))
    if towards and reject_words.goal_behind().match(place.text, place.figure.end):
        return ""  # 围绕新增就业50万人的目标,…: whatever others have done so far
    # What brackets hold (扣除2026年专项支出) puts nothing behind them in the past.
    before = place.sentence_before
    if multiplied_by(place):
        before = multiplied_year().sub("", before)
    before = without_months_ahead(ASIDE.sub("", reject_words.comparison().sub("", before)), place)
    years = [one for one in years_of(before) if one[1] >= first_year or not _of_the_object(before, one[0])]
    if years:
        past = _is_past_year(before, *years[-1], first_year) or _goes_on_past(before, years[-1][0])
        return "fact" if past or _is_counted_up_to(place, before, years[-1][1]) else ""
    if place.before.rstrip().endswith(lexicon.signs("promised")):
        return ""
    going_on = last_of(before, lexicon.signs("going_on"))
    if going_on >= 0 and told_words.running_now().search(before, going_on):
        going_on = -1  # 正在召开的会议上,…今年…
    past = max(last_past(before), going_on, last_done(before))
    # A forecast beside words of the past is one of the year that is ending.
    aim = last_of(before, aims() if past < 0 else aims_but_forecasts())
    if past >= 0 or aim >= 0:
        forecast = past < 0 and last_of(before, aims_but_forecasts()) < 0
        return "fact" if past > aim or (forecast and _is_year_over(earlier_in_paragraph(place), first_year)) else ""
    return "fact" if _is_told_before(place, first_year) else ""


def _is_past_year(before: str, end: int, year: int, first_year: int) -> bool:
    """Whether the last year that a sentence names, which ends at ``end``, is one that it reports of."""
    past = last_past(before)
    # A forecast beside words of the past is one of the year that is ending.
    words = aims() if past < 0 else aims_but_forecasts()
    aim = last_of(before, words)
    aimed = [*reject_words.aimed_year().finditer(before)][-1:] if year >= first_year else []
    if year == first_year:
        if aim < 0 and (_ends_span(before, end, first_year) or _is_base_aside(before, end, first_year)):
            return True
        opens = (",", ":", *lexicon.signs("therefore"))
        if aimed and past < aimed[0].end() <= end and before[: aimed[0].start()].endswith(opens):
            return False  # 5月印发的方案提出,到2027年底,…
        return past > max(aim, -1) and last_of(before[end:], words) <= last_past(before[end:])
    if year > first_year:
        half = opening(before[end:], lexicon.signs("part_of_year"))
        if half and past <= end + len(half) + 1:
            past = last_past(before[:end])  # 2029年|上半年, is no half that is over
        # 到2029年共建成… is aimed at, whatever else tells of the past.
        led = bool(aimed) and aimed[0].end() <= end
        done = max((match.end() for match in reject_words.done().finditer(before)), default=-1)
        return (done > end and done > aim) or (not led and past > max(end, aim))
    # A forecast of a year that is over was one of how it would end.
    return last_of(before[end:], aims_but_forecasts()) <= last_past(before[end:])


def _is_counted_up_to(place: Place, before: str, year: int) -> bool:
    """截至2026年底,全市有72所, in running text that aims at a later year."""
    counted = told_words.counted_up_to().search(before)
    if not counted or not place.paragraph.running or last_of(before[counted.end() :], aims()) >= 0:
        return False
    return any(int(one["year"]) > year for one in reject_words.aimed_year().finditer(place.text[:REPORT]))


def _goes_on_past(before: str, end: int) -> bool:
    """Whether what is told goes on behind an aside on a year to come: 目前83家,2027年建成300家;床位达到2.8万张."""
    opened, _, rest = before.rpartition(";")
    told = opened[opened.rfind(";", 0, end) + 1 : end]
    for word in lexicon.signs("hearsay"):
        told = told.replace(word, "")
    aimed = reject_words.aimed_year().search(told) or last_of(rest, aims()) >= 0
    return end <= len(opened) and last_past(told) >= 0 and not aimed


def _is_told_aside(place: Place) -> bool:
    """签约率达到83%(上半年|79%): how much it was in a part of the year, right behind what is aimed at."""
    opened, told = place.before[:1], place.before[1:].rstrip(":")
    return opened == "(" and place.after.startswith(")") and told in lexicon.signs("part_of_year")


def _is_base_aside(text: str, end: int, first_year: int) -> bool:
    """Whether brackets tell what there was in the first year, behind what is to be: 达到80个(2026年为|50个)."""
    ahead, opened, aside = text.rpartition("(")
    said = text[end:].strip()
    told = bool(opened) and ")" not in aside and end > len(ahead) and said in ("", *lexicon.signs("base_is"))
    return told and any(year > first_year for _, year in years_of(ahead))


def _ends_span(text: str, end: int, first_year: int) -> bool:
    """Whether the year that ends here closes a span of years that began before the plan: 2023—2025年 in 2025."""
    spans = [match for match in printed_span().finditer(text) if match.end() >= end]
    return bool(spans) and int(spans[-1][1]) < first_year


def _is_told_before(place: Place, first_year: int) -> bool:
    """Whether what stands before the figure's sentence in its paragraph puts it in the past."""
    earlier = ASIDE.sub("", earlier_in_paragraph(place))
    if told_words.running_now().search(place.sentence_before) or told_words.announced().search(place.sentence_before):
        return False  # 今年,…; 方案明确,… begin anew
    if told := [*told_words.announced().finditer(earlier)]:
        earlier = earlier[told[-1].end() :]
        if last_past(earlier) < 0:
            return False
    if years_of(earlier):
        return _is_year_over(earlier, first_year) or _is_first_year_told(place, earlier, first_year)
    # A paragraph that opens with the past (近年来,…) tells of it until it names an aim; so does running text, which has
    # no numbered items, from any word of the past on.
    opened = earlier.lstrip().startswith(lexicon.past_words())
    past, aim = last_past(earlier), last_of(earlier, aims())
    if past < 0 and aim < 0:
        return place.paragraph.told
    return past > aim and (opened or not place.paragraph.section)


def _is_first_year_told(place: Place, earlier: str, first_year: int) -> bool:
    """Whether running text told of the plan's first year as of the past, with no aim since: 数据显示,2027年,…."""
    last, year = years_of(earlier)[-1]
    past = last_past(earlier)
    if place.paragraph.section or year != first_year or past < 0 or last_of(earlier, aims()) >= 0:
        return False
    return past > last or lexicon.signs("full_stop")[0] not in earlier[past:last]


def _is_done(place: Place) -> bool:
    """Whether its own clause says that it is done: 建设了30个, 举办了超过30场, 30个项目已开工."""
    bare = strip_right(place.before)[0] if place.before else ""
    particle = lexicon.signs("done_particle")
    if place.before.endswith(particle) or (bare.endswith(particle) and not bare.endswith(told_words.aims_set())):
        return True
    rest = place.text[place.figure.end : min(place.sentence[1], place.next_start)]
    reported = lexicon.signs("completion_rate")
    if any(part.lstrip(" ,;、(").startswith(reported) for part in (place.before, rest)):
        return True  # 完成330个,完成率101.5%
    if reject_words.missed().match(rest) or is_part_of_plan(place, rest):
        return True
    if reject_words.done_behind().match(rest):
        return last_of(place.clause_so_far, aims()) < 0
    return _made_of_part(place, rest) or _is_against_year(place)


def _made_of_part(place: Place, rest: str) -> bool:
    """以全市0.6%的国土面积,创造了…: with how small a part something was done."""
    part = place.figure.quantity.kind == "percent" and place.after.startswith(lexicon.adjuncts("particle"))
    return bool(part and reject_words.by_means().search(place.before) and last_done(rest) >= 0)


def _is_against_year(place: Place) -> bool:
    """Whether running text tells what was by a change against the year before, without bound, aim or deadline.

    Facts have decimals (同比下降8.6%); the level before such a change is one as well.
    """
    if place.paragraph.section:
        return False
    exact = "." in place.text[place.figure.start : place.figure.end] and not place.figure.quantity.operator
    compared = exact and any(word in place.before for word in lexicon.signs("on_year"))
    # 同比增长32.7%,较2019年增长15.9%
    against = reject_words.against_year()
    further = not compared and exact and against.search(place.segment_so_far)
    compared = compared or (bool(further) and last_of(place.segment_so_far, aims()) < 0)
    behind = place.text[place.figure.end : place.sentence[1]]
    if not compared and not against.match(behind) and not (exact and against.search(behind)):
        return False
    said = "".join([*place.paragraph.headings, earlier_in_paragraph(place), place.sentence_before])
    # A report of the year before may stand in news about a plan that began earlier.
    if reject_words.aimed_year().search(place.sentence_before):
        return False
    # A forecast with decimals (预计全年同比增长17.6%) is of the year that is ending.
    return last_of(said, (*aims_but_forecasts(), *lexicon.signs("year_work"))) < 0


def _is_ranked(place: Place) -> bool:
    """增至7项,居全国第3位, in running text with no word of aim and no deadline."""
    if place.paragraph.section or not told_words.ranked_behind().match(place.text, place.figure.end):
        return False
    said = place.sentence_before
    return (
        last_of(said, aims()) < 0
        and not reject_words.aimed_year().search(said)
        and not told_words.running_now().search(said)
    )


def _is_held_against(place: Place) -> bool:
    """机器人密度280台/万人,是全国平均水平(140台/万人)的两倍, with no word of aim and no deadline."""
    held, said = told_words.held_against(), place.sentence_before
    if place.paragraph.section or not any(held.match(place.text, at) for at in (place.clause[0], place.figure.end)):
        return False
    return last_of(said, aims()) < 0 and not reject_words.aimed_year().search(said)


def _is_of_the_land(place: Place) -> bool:
    """距离临川|28公里, 在海拔|3300米的工地: how far and how high is what it is."""
    if place.figure.quantity.unit not in lexicon.signs("length_unit"):
        return False
    return place.before.lstrip().removeprefix(lexicon.signs("where")[0]).startswith(lexicon.signs("distance"))


def _is_year_over(text: str, first_year: int) -> bool:
    """Whether the last year that a text names lies before the plan's first, and nothing of this year follows."""
    years = years_of(text)
    return bool(years) and years[-1][1] < first_year and not told_words.running_now().search(text, years[-1][0])


def _of_the_object(text: str, end: int) -> bool:
    """Whether the year that ends here is part of what a verb right before it makes: 完工2024年续建项目."""
    return text[:end].rstrip(lexicon.signs("year")[0]).rstrip("0123456789 ").endswith(noun_patterns.made_verbs())
