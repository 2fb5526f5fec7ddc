"""The fifteen questions that the collection must answer: each with what it answers from, and where the answer stands."""

from casebook.library import gaps, ratios, series
from casebook.views import outline
from casebook.addresses import CAVEATS, term_url
from tests.conftest import frozen

LIBRARY = frozen()
ADDRESSES = {url for url, _ in outline(LIBRARY)}


def using(method: str) -> set[str]:
    return {use.case for use in LIBRARY.uses_of(method)}


def reporting(indicator: str, **key: str) -> set[str]:
    """The cases with a figure of this indicator, of one kind of money, unit or scope where it is given."""
    found = (s for s in series(LIBRARY).get(indicator, ()) if all(getattr(s.key, name) == value for name, value in key.items()))
    return {case for one in found for case in one.cases}


def tagged(facet: str, term: str) -> set[str]:
    assert term_url(facet, term) in ADDRESSES
    return {entry.slug for entry in LIBRARY.tagged(facet, term) if entry.slug in LIBRARY.cases}


def words(slug: str) -> str:
    return LIBRARY.methods[slug].text


def test_1_who_deliberated_and_got_money():
    assert using("deliberation") & reporting("funds-raised-yuan") == {"jiujiang-food-safety", "zhoucun-love-farm"}


def test_2_nobody_reports_what_a_contact_cost():
    assert not reporting("funds-invested-yuan") | reporting("price-yuan")
    (raised,) = [ratio for ratio in ratios(LIBRARY) if ratio.row.id == "money-per-contact"]
    assert (raised.case, str(raised.value)) == ("jiujiang-food-safety", "7.17")
    assert "不是花费" in raised.row.zh


def test_3_steps_and_durations_of_a_federation():
    told = {use.method_step: use.step.when for use in LIBRARY.uses_of("federation") if use.step and use.step.when}
    assert told["convene"].startswith("2021-05")
    assert using("federation") == {"jiujiang-federation", "jiujiang-food-safety", "xujiahui-three-group-linkage"}
    crowdfunding = [use.step for use in LIBRARY.uses_of("crowdfunding") if use.case == "jiujiang-food-safety"]
    assert "2个月" in {step.lasting for step in crowdfunding if step}


def test_4_who_raised_less_than_ten_thousand():
    less = {
        report.case
        for one in series(LIBRARY)["funds-raised-yuan"]
        if one.key.money in ("raised", "linked")
        for report in one.reports
        if report.metric.value < 10_000
    }
    assert less == {"jiujiang-food-safety", "zhoucun-love-farm"}


def test_5_what_each_case_means_by_three_way():
    told = words("three-way-linkage")
    assert all(party in told for party in ("居委会自治组织", "社会组织", "居民志愿组织", "政府", "社工", "商家"))
    assert {"juzhou-civility-points", "xujiahui-three-group-linkage"} <= using("three-way-linkage")


def test_6_who_has_a_compact_and_when():
    assert using("residents-compact") == {"xiaojiahe-yard-7-farm", "tongsheng-ebike-parking", "juzhou-civility-points"}
    order = {case: [step.id for step in LIBRARY.cases[case].steps].index("compact") for case in using("residents-compact")}
    assert order["juzhou-civility-points"] == 0
    assert order["xiaojiahe-yard-7-farm"] > 0
    steps = [step.id for step in LIBRARY.cases["tongsheng-ebike-parking"].steps]
    assert steps.index("roundtable") < steps.index("compact") < steps.index("patrol")


def test_7_a_parking_problem():
    assert tagged("themes", "parking") == {"tongsheng-ebike-parking"}
    assert len(LIBRARY.cases["tongsheng-ebike-parking"].steps) >= 5


def test_8_for_whom():
    assert tagged("beneficiaries", "elders") >= {
        "xidatan-elders-association",
        "zhoucun-love-farm",
        "xujiahui-neighbourhood-parlour",
        "jingmei-good-deeds",
        "yuanwuwei-foundation",
    }
    newcomers = tagged("beneficiaries", "newcomers") | tagged("actors", "newcomers")
    assert newcomers >= {"ganjiao-guided-walk", "humen-jiangmen-3s", "lishui-micro-venture-4"}
    young = tagged("beneficiaries", "youth") | tagged("beneficiaries", "children") | tagged("actors", "youth")
    assert young >= {
        "dalang-xiangtou-basketball",
        "changping-fledgling",
        "lishui-micro-venture-4",
        "jiujiang-food-safety",
    }


def test_9_hours_of_volunteers():
    assert reporting("volunteer-hours") == {"jiujiang-federation", "jingmei-good-deeds"}
    assert "jingmei-good-deeds" in reporting("volunteers", unit="人次")
    assert "jiujiang-federation" not in reporting("volunteers", unit="人次")


def test_10_persons_and_attendances_are_apart():
    persons, attendances = reporting("volunteers", unit="人"), reporting("volunteers", unit="人次")
    assert {"tongsheng-ebike-parking", "zhoucun-love-farm"} <= persons
    assert attendances == {"jiujiang-food-safety", "jingmei-good-deeds"}
    assert not persons & attendances


def test_11_how_merchants_take_part():
    cases = {"jiujiang-food-safety", "juzhou-civility-points", "wuhou-community-foundation"}
    assert cases <= tagged("actors", "shops")
    assert cases <= {link.target for link in LIBRARY.methods["points-scheme"].links}


def test_12_from_a_donation_to_a_foundation():
    rungs = {"crowdfunding", "micro-venture", "matching-fund", "designated-fund"}
    assert rungs <= {link.target for link in LIBRARY.methods["community-foundation"].links}


def test_13_what_is_inferred_disputed_or_contradicted():
    assert CAVEATS in ADDRESSES
    kinds = {one.kind for case in LIBRARY.cases.values() for one in case.front.caveats}
    assert kinds == {"contradiction", "inference", "doubt", "scope", "not-reported"}


def test_14_all_of_one_district():
    assert tagged("places", "nanhai") == {
        "jiujiang-federation",
        "jiujiang-food-safety",
        "lishui-micro-venture-4",
        "tongsheng-ebike-parking",
        "zhoucun-love-farm",
        "ganjiao-guided-walk",
    }


def test_15_methods_with_one_case():
    assert "gaps/" in ADDRESSES
    once = {gap.id for gap in gaps(LIBRARY)["methods"] if gap.cases}
    assert once >= {
        "mentor-pool",
        "activity-pool",
        "three-matter-triage",
        "workload-list",
        "needs-list",
        "matching-fair",
        "matching-fund",
        "accompanying-supervision",
        "designated-fund",
        "safety-patrol",
        "five-step-path",
        "culture-walk",
        "public-parlour",
        "results-publication",
        "building-leader",
        "points-scheme",
        "government-purchase",
    }
