"""What the sources would make a careless reader believe: each such trap is a caveat of the case that it concerns."""

import pytest

from casebook.views.all_caveats import caveats_view
from tests.conftest import frozen

VIEW = caveats_view(frozen())
TOLD = {one.case.url.split("/")[1]: [caveat.text for caveat in one.caveats] for one in VIEW.cases}

# trap -> case -> words that one of its caveats holds together
TRAPS = {
    "1: interim and final figures of one action": {"jiujiang-food-safety": ["22场", "584人次", "25场", "约700人次", "不能相加"]},
    "2: 23 joined, 24 served, 27 villages": {"jiujiang-federation": ["27", "23", "24", "不是一回事"]},
    "2: four things that are eleven": {"jiujiang-federation": ["四个“11”"]},
    "3: donations are no donors, shops counted in persons": {"jiujiang-food-safety": ["116人次", "41名"]},
    "3: persons and attendances for one number": {"lishui-micro-venture-4": ["2161人", "2161人次"]},
    "3: elders counted again": {"zhoucun-love-farm": ["361"]},
    "4: a project lies inside its programme": {
        "lishui-micro-venture-4": ["不能再", "相加"],
        "tongsheng-ebike-parking": ["合计", "不能再加"],
        "zhoucun-love-farm": ["合计", "不能相加"],
        "ganjiao-guided-walk": ["合计", "不能再加"],
        "jiujiang-federation": ["一部分", "不要"],
    },
    "4: what is in the leveraged sum": {"lishui-micro-venture-4": ["489", "12000", "62619"]},
    "5: raised is not spent": {"jiujiang-food-safety": ["5020.86元", "不是花掉"]},
    "5: no total, no cost": {"lishui-micro-venture-4": ["种子资金总额", "支出"]},
    "6: two beginnings": {"lishui-micro-venture-4": ["2022年5月", "2022年7月"]},
    "6: the year of the exhibition": {"lishui-micro-venture-4": ["3月2日", "年份"]},
    "6: the matching projects are not named": {"lishui-micro-venture-4": ["3个项目", "最具成效奖"]},
    "6: a word is missing": {"ganjiao-guided-walk": ["组建支12人"]},
    "7: one thing with four names": {"xujiahui-three-group-linkage": ["三组联动", "三群体联动", "三社联动"]},
    "7: names that may be garbled": {"xujiahui-waste-sorting": ["尹家角", "惠东"], "xujiahui-neighbourhood-parlour": ["邻里交流"]},
    "8: the year is not stated": {
        "xujiahui-three-group-linkage": ["可能是2018年"],
        "xujiahui-waste-sorting": ["可能是2018年"],
        "xujiahui-neighbourhood-parlour": ["可能是2018年"],
    },
    "9: rates without a denominator": {"xujiahui-waste-sorting": ["100%", "70%"]},
    "10: intents are no projects": {"xujiahui-three-group-linkage": ["20个", "意向", "立项"]},
    "11: two names of one foundation": {"wuhou-community-foundation": ["武侯社区基金会", "武侯社区发展基金会"]},
    "11: the district is not stated": {"xiaojiahe-courtyard-troika": ["哪个区"]},
    "11: a fall without a date": {"nanan-three-matter-triage": ["251项", "62项", "哪一年"]},
    "11: now is about 2019": {"nanan-chuangkongjian": ["目前", "2019"]},
    "12: how a place is read": {"humen-jiangmen-3s": ["虎门镇", "镇江", "江门市"]},
    "12: one body with two names": {"jingmei-good-deeds": ["隔坑社区服务站", "隔坑村社区服务站"]},
    "12: no part of a whole": {"dongguan-top-ten-2020": ["2384", "4682"]},
    "12: two different 200": {"dalang-xiangtou-basketball": ["200"]},
    "13: a month without a year": {"jiujiang-food-safety": ["3月12日", "2022年"]},
    "13: a founding without a date": {"jiujiang-federation": ["成立会议", "没有写"]},
    "13: a name that nobody explains": {"jiujiang-federation": ["“1258”"]},
    "15: two orders": {"tongsheng-ebike-parking": ["顺序", "叙述"]},
}


@pytest.mark.parametrize(
    ("case", "signs"), [(case, signs) for cases in TRAPS.values() for case, signs in cases.items()],
    ids=[f"{trap} ({case})" for trap, cases in TRAPS.items() for case in cases],
)
def test_trap_is_a_caveat(case, signs):
    assert any(all(sign in text for sign in signs) for text in TOLD[case])


@pytest.mark.parametrize("case", sorted(frozen().cases))
def test_14_every_case_says_that_nobody_has_checked_it(case):
    doubts = [one.text for one in frozen().cases[case].front.caveats if one.kind in ("doubt", "not-reported")]
    assert doubts
    grades = {frozen().vocabulary["sources", name].grade for name in frozen().cases[case].front.sources}
    assert "a" not in grades


def test_no_case_is_silent():
    assert not VIEW.silent.count
