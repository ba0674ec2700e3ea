"""What a document says of itself; all names are invented but for the places of GB/T 2260."""

import pytest

from helpers import vocabulary
from helpers.reading.characters import to_plain
from helpers.reading.counties import parent_of
from helpers.reading.front import read_front
from helpers.reading.horizon import read_horizon

HORIZONS = [
    ("临溪市推进服务业提质三年行动方案（2027—2029年）", (2027, 2029), "a span in the title"),
    ("临溪市2026年服务业稳增长行动计划", (2026, 2026), "the one year of a year's plan"),
    ("临溪市“十五五”现代物流业发展规划", (2026, 2030), "the name of a five-year plan"),
    ("临溪市国民经济和社会发展第十四个五年规划纲要", (2021, 2025), "the number of a five-year plan"),
    (
        "关于加快服务业发展的实施意见\n临政发〔2024〕3号\n到2026年达到90家,到2028年达到120家。",
        (2024, 2028),
        "issue and aims",
    ),
    ("没有年份的文字", None, "no year at all"),
    (
        "临政发〔2024〕3号\n2027年，入园率达到96%。\n2029年，每个乡镇都有1所幼儿园。",
        (2024, 2029),
        "years to come at the head of their clauses",
    ),
    (
        "临政发〔2024〕3号\n到2027年，新增学位3万个。到2035年，布局科学合理。",
        (2024, 2027),
        "a far view without figures",
    ),
    (
        "临政发〔2024〕3号\n到2027年，覆盖率达到60%。到2035年，覆盖率达到75%。",
        (2024, 2035),
        "a far year with figures",
    ),
    (
        "22.02.2026 09:39\n今年是三年行动计划（2024—2026年）收官之年。全省计划新建210所小学。",
        (2026, 2026),
        "news in the midst of a plan counts from its own day",
    ),
    (
        "日前，省政府发布我省“十五五”促进就业规划，到2030年新增就业50万人。",
        (2026, 2030),
        "news of a plan that bears the name of its span",
    ),
    (
        "临政发〔2026〕3号\n全市圆满完成“十四五”规划目标任务。\n到2030年，入园率达到98%。",
        (2026, 2030),
        "a plan whose aims were met is not the document's own",
    ),
    (
        "《临溪市“十五五”卫生规划》发布。“十四五”（2021年至2025年）期间，床位增加到3万张。到2030年，床位达到4万张。",
        (2026, 2030),
        "the years of an era told in brackets are not the plan's span",
    ),
    (
        "临溪市会展业三年行动计划\n到2029年，展览面积达到20万平方米。",
        (2027, 2029),
        "a title says how many years it is for",
    ),
    (
        "临溪市家庭医生工作方案\n到2027年底，覆盖率达到45%。此后每年提升2个百分点，力争到2030年达到60%。",
        (2027, 2030),
        "an aim without a word for it begins a document that has one for a later aim",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[:2] for case in HORIZONS], ids=[case[2] for case in HORIZONS])
def test_reads_the_years_that_a_document_is_about(text, expected):
    assert read_horizon(to_plain(text)) == expected


NEWS = [
    (
        "据统计，2026年茶产业产值达到9亿元。未来五年内，产值达到20亿元。",
        (2027, 2027),
        "years before that of the name are past",
    ),
    ("到2026年，产值达到20亿元。", (2026, 2026), "a year to come before that of the name"),
    ("未来五年，临溪将建设智慧港口，打造50个工业互联网平台。", (2027, 2032), "years to come from the name's year on"),
    ("2027年，新增学位3000个。科学编制“十五五”教育规划。", (2027, 2027), "a plan that is still to be drawn up"),
    ("今年，临溪将打造50个平台；未来五年，再上台阶。", (2027, 2027), "this year's work, whatever lies ahead"),
    (
        "《临溪市软件业“繁星”行动计划（2026—2029年）》实施一年来成效明显，今年力争营收达到350亿元。",
        (2027, 2029),
        "news of a plan that began the year before",
    ),
    (
        "2026年，新增就业8万人，低于9万人的控制目标。今年，计划新增就业9万人。",
        (2027, 2027),
        "this year's work after the last one's, whatever was aimed at then",
    ),
    (
        "为贯彻落实国务院出台的《茶业发展纲要（2026—2040年）》，临溪制定方案，到2030年，茶园达到30万亩。",
        (2027, 2030),
        "a plan that another body has issued",
    ),
    (
        "临溪编制完成了《临溪市“十四五”茶业规划》。今后五年，新建茶园40处。",
        (2027, 2032),
        "a plan that was drawn up before",
    ),
    ("到“十五五”末，产值达到20亿元。2024年，产值为9亿元。", (2027, 2030), "the end of an era aimed at"),
]


@pytest.mark.parametrize(("text", "expected"), [case[:2] for case in NEWS], ids=[case[2] for case in NEWS])
def test_news_without_a_date_counts_from_the_year_in_its_name(text, expected):
    assert read_horizon(to_plain(text), 2027) == expected


def test_who_only_tells_of_earlier_years_writes_in_the_year_of_the_name():
    assert read_horizon("2025年,全市接待游客300万人次。", 2026) == (2026, 2026)
    assert read_horizon("2025年,全市力争接待游客300万人次。", 2026) == (2025, 2025)


def test_reads_title_number_issuer_and_date():
    front = read_front(
        to_plain(
            "鄂尔多斯市人民政府办公室关于印发服务业提质行动方案的通知\n鄂府办发〔2027〕5号\n各区县人民政府：\n"
            "会议定于2027年3月20日召开。\n鄂尔多斯市服务业提质行动方案（2027—2029年）\n鄂尔多斯市人民政府办公室\n2027年4月2日"
        )
    )
    assert front.title == "鄂尔多斯市服务业提质行动方案(2027—2029年)"
    assert (front.number, front.issuer, front.issued) == (
        "鄂府办发〔2027〕5号",
        "鄂尔多斯市人民政府办公室",
        "2027-04-02",
    )
    assert front.place == "鄂尔多斯市"


def test_a_document_that_says_nothing_of_itself_leaves_all_empty():
    assert read_front("到2029年,服务业增加值达到418亿元。").place == ""


COUNTIES = [
    ("文昌市推进服务业提质行动方案（2026—2028年）", ("文昌市", "469005", "海南省"), "one name in the whole country"),
    ("拉萨市城关区服务业行动计划（2026—2028年）", ("城关区", "540102", "西藏自治区"), "the city stands before it"),
    (
        "兰州市城关区人民政府办公室关于印发城关区服务业行动方案的通知",
        ("城关区", "620102", "甘肃省"),
        "the issuer tells",
    ),
    ("城关区服务业行动计划（2026—2028年）", ("城关区", "", ""), "two cities have one, and neither is named"),
    ("鼓楼区服务业行动计划（2026—2028年）\n鼓楼区人民政府\n南京", ("鼓楼区", "320106", "江苏省"), "named at the end"),
    ("济南市市中区服务业发展规划（2026—2030年）", ("市中区", "370103", "山东省"), "a name that holds another's sign"),
    ("青岚县服务业行动计划（2026—2027年）", ("青岚县", "", ""), "in no list: as printed"),
    ("临溪市人民政府办公室关于印发服务业行动方案的通知", ("临溪市", "", ""), "in no list: as the issuer prints it"),
    (
        "兰州高新技术产业开发区管委会关于印发行动计划的通知",
        ("兰州高新技术产业开发区", "", "甘肃省"),
        "a zone, not its city",
    ),
    ("推进县域商业体系建设三年行动方案", None, "a word that begins like a county"),
    ("兰州市推进县域商业体系建设三年行动方案", None, "a city's plan for its counties"),
    ("长治市服务业实施意见\n潞州区、上党区人民政府：", None, "the bodies addressed do not issue it"),
    ("鄂尔多斯市服务业行动方案（2026—2028年）", None, "a prefecture"),
]


@pytest.mark.parametrize(("text", "expected"), [case[:2] for case in COUNTIES], ids=[case[2] for case in COUNTIES])
def test_a_county_is_known_by_its_own_name_and_the_parents_that_are_named(text, expected):
    county = read_front(to_plain(text)).county
    assert (county and (county.name, county.adcode, county.province)) == expected


def test_every_county_lies_in_a_place_of_the_lists():
    assert all(parent_of(row["adcode"]) for row in vocabulary.counties())
    assert len(vocabulary.counties()) > 2_800


def test_a_text_counts_from_the_year_it_opens_with_not_from_the_plan_that_this_begins():
    assert read_horizon(to_plain("2026年是“十五五”规划的开局之年。全省新增就业20万人。")) == (2026, 2026)
