"""What a comparison is given of each case, and that its files change with their content."""

import json

import pytest

from casebook.export.comparison import compared, comparison_files
from casebook.files import read_site
from casebook.library import Library
from casebook.views import views
from tests.conftest import SITE, frozen


@pytest.fixture(scope="module")
def library() -> Library:
    return frozen()


def facts(library: Library, slug: str) -> dict[str, list[str]]:
    return {
        fact.label: [item.text for item in fact.items] or [fact.missing]
        for fact in compared(library, library.cases[slug]).facts
    }


def test_facts_of_a_case_and_what_its_author_left_out():
    tiny = read_site(SITE).library
    parking, garden = facts(tiny, "taoyuan-parking"), facts(tiny, "taoyuan-garden")
    assert list(parking) == list(garden)
    assert parking["地点"][-1] == "桃园小区"
    assert parking["牵头"] == ["和平社区服务中心"]
    assert garden["牵头"] == garden["受益者"] == ["没有写"]
    assert garden["时间"] == ["2022年8月起"]
    assert (parking["包括"], garden["属于"]) == (["桃园小菜园"], ["桃园小区把车停顺了"])
    assert parking["读之前要知道"] == ["停车前后的数量没有统计。"]
    assert garden["读之前要知道"] == ["作者没有写"]


def test_problem_results_and_limits_come_first_in_a_few_sentences(library):
    case = compared(library, library.cases["jiujiang-food-safety"])
    problem, results, limits = case.facts[:3]
    assert [one.label for one in case.facts[:3]] == ["问题", "结果", "局限"]
    assert [item.url for item in problem.items] == ["", "cases/jiujiang-food-safety/#section-problem"]
    assert [item.text for item in results.items][1:4] == [
        "活动25场，服务居民约700人次；",
        "志愿者参与64人次；",
        "派发宣传册约800份。",
    ]
    assert limits.items[0].text == "只数了做了多少，没有量孩子懂了多少、吃法变了没有。"
    garden = facts(read_site(SITE).library, "taoyuan-garden")
    assert garden["结果"] == ["没有写"]


def test_steps_keep_their_number_link_and_methods(library):
    case = compared(library, library.cases["jiujiang-food-safety"])
    first = case.steps[0]
    assert (first.number, first.link.text, first.facts) == (1, "开议事会", ("2021年8月",))
    assert first.link.url.startswith("cases/jiujiang-food-safety/#step-")
    assert [(use.method, use.step) for use in first.uses] == [("deliberation", "convene")]
    assert [step.number for step in case.steps] == list(range(1, 9))
    methods = {method.slug: [step for step, _ in method.steps] for method in case.methods}
    assert methods["deliberation"] == ["convene", "score", "examine", "decide", "plan"]
    assert "three-way-linkage" in methods  # declared, at no step


def test_a_departure_from_a_method_is_told(library):
    told = compared(library, library.cases["tongsheng-ebike-parking"]).departures
    assert ("deliberation", "plan", "改动") in [(one.method, one.step, one.how) for one in told]


def test_figures_have_their_series_value_and_words(library):
    case = compared(library, library.cases["jiujiang-food-safety"])
    raised = next(figure for figure in case.figures if figure.value == "5020.86")
    assert raised.series == "funds-raised-yuan 元 raised "
    assert (raised.label, raised.unit, raised.qualifier) == ("按元计 · 募集", "元", "")
    assert raised.figure.text == "5020.86元"
    assert raised.figure.url.startswith("cases/jiujiang-food-safety/#figure-funds-raised-yuan-")
    about = next(figure for figure in case.figures if figure.figure.text == "约700人次")
    assert (about.value, about.qualifier) == ("700", "约")


def test_a_case_knows_those_above_it(library):
    assert compared(library, library.cases["tongsheng-ebike-parking"]).above == ("lishui-micro-venture-4",)
    assert compared(library, library.cases["lishui-micro-venture-4"]).above == ()


def test_a_file_a_case_in_a_folder_that_changes_with_its_content(content):
    files = comparison_files(read_site(content).library)
    manifest = json.loads(files["manifest.json"])
    assert set(files) == {
        "manifest.json",
        *(f"{manifest['build']}/{name}.json" for name in ("taoyuan-garden", "taoyuan-parking", "names/0")),
    }
    assert manifest["cases"][0] == ["taoyuan-garden", "桃园小菜园"]
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().replace("12块地，见", "13块地，见"))
    assert json.loads(comparison_files(read_site(content).library)["manifest.json"])["build"] != manifest["build"]


def test_old_names_of_cases_lead_to_those_of_today(content):
    case = content / "cases" / "taoyuan-garden.md"
    former = "redirect_from: [old-garden, cases/older/, methods/other/, dig: plant]"
    case.write_text(case.read_text().replace("added:", f"{former}\nadded:"))
    files = comparison_files(read_site(content).library)
    names = dict(pair for path, text in files.items() if "/names/" in path for pair in json.loads(text)[1].items())
    here = ["taoyuan-garden", "桃园小菜园"]
    assert names == {
        "taoyuan-garden": here,
        "taoyuan-parking": ["taoyuan-parking", "桃园小区把车停顺了"],
        "old-garden": here,
        "older": here,
    }


def test_the_page_lists_all_cases_and_offers_pairs(library):
    page = next(view for view in views(library) if view.url == "compare/")
    assert page.cases.count == len(library.cases)
    for link in page.examples:
        first, second = link.url.removeprefix("compare/?cases=").split(",")
        assert {first, second} < set(library.cases)
