"""What a document is about: its title, else what it speaks of most, else what its first sentence says."""

import pytest

from helpers.reading.themes import find_themes


@pytest.mark.parametrize(
    ("text", "innermost"),
    [
        ("近日,临溪市商务局印发《临溪市预制菜产业发展方案》,提出到2027年引进企业30家。", "临溪市预制菜产业发展方案"),
        ("临溪市商务局印发《临溪市预制菜产业发展方案》\n到2027年引进企业30家。", "临溪市预制菜产业发展方案"),
        (
            "2027年3月2日,记者从临溪市商务局获悉,我市将大力发展氢能产业,引进企业30家,带动2000人,同时完善各类配套设施建设,力争两年内全部建成投用。",
            "我市将大力发展氢能产业",
        ),
        (
            "全市招商引资大会提出,今年引进企业30家,投产20家,组织推介活动12场,并对已签约的每个项目逐一落实专人负责,每月通报一次进度。",
            "全市招商引资大会提出",
        ),
    ],
)
def test_what_a_document_is_about_is_told_by_its_title_or_its_first_sentence(text, innermost):
    assert find_themes(text)[-1] == innermost


@pytest.mark.parametrize(
    ("title", "themes"),
    [
        ("临溪市扩大有效投资行动方案", ("临溪市扩大有效投资行动方案",)),
        ("2028年临溪市政府工作报告", ("2028年临溪市政府工作报告",)),
        ("临溪市三年行动方案", ("物流", "临溪市三年行动方案")),
    ],
)
def test_what_a_text_speaks_of_most_is_no_theme_under_a_title_of_the_whole_economy(title, themes):
    assert find_themes(f"{title}\n支持物流园区建设。\n培育物流企业30家。\n新增物流枢纽2个。\n降低物流费用。") == themes


def test_a_title_of_all_services_goes_before_what_the_text_speaks_of_most():
    text = "岩溪市服务业高质量发展行动计划\n" + "进出口额增长8%,进出口额再增9%,进出口额稳住。" * 3
    assert find_themes(text) == ("岩溪市服务业高质量发展行动计划",)
    assert find_themes(text.replace("服务业", "家政服务业"))[0] == "进出口"


def test_a_sentence_that_opens_with_figures_tells_no_theme():
    assert (
        find_themes(
            "今年将改造街巷25条,新建幼儿园3所,建成公园8座,完成各类民生实事共计36件,所有项目实行清单管理,逐一明确责任人,按月通报进度,年底前全部完成。"
        )
        == ()
    )
