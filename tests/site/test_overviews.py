"""Pages about many cases at once: their figures, caveats, gaps, words and years, and what search knows of every page."""

import json
from pathlib import Path

from casebook.files import read_site
from casebook.views import lists
from tests.conftest import CANTEENS
from tests.site.test_site import html_files, page, words


def search_pages(site: Path) -> list[dict]:
    """What search knows of each page."""
    return [json.loads(path.read_text())[1] for path in sorted((site / "search").glob("*/pages/*.json"))]


def test_search_files(tiny):
    manifest = json.loads((tiny / "search" / "manifest.json").read_text())
    assert len(list((tiny / "search" / manifest["builds"]["terms"] / "terms").iterdir())) == sum(manifest["shards"])
    pages = search_pages(tiny)
    assert len(pages) == sum(count for _, count, _ in manifest["kinds"])
    portions = next(one for one in pages if one["url"] == "cases/fanglin-small-portions/")
    assert (portions["title"], portions["kind"]) == ("芳林小学的小份窗口", "案例")
    assert portions["facts"] == "2024年9月起"
    for one in pages:
        html = page(tiny, f"{one['url']}index.html")
        assert one["title"] in one["text"]
        assert all(html.find(id=anchor) for *_, anchor in [*one["parts"], *one["figures"]])
        for start, end, sentence_start, sentence_end, indicator, _ in one["figures"]:
            assert one["text"][start:end] in one["text"][sentence_start:sentence_end]
            assert indicator
    assert any(one["figures"] for one in pages)


def test_page_of_an_indicator(tiny):
    found = page(tiny, "indicators/leftovers/index.html")
    assert words(found.h1) == "剩饭"
    link = found.find("a", string="41克")
    assert link["href"].startswith("../../cases/fanglin-small-portions/#figure-leftovers-")
    anchor = link["href"].partition("#")[2]
    mark = page(tiny, "cases/fanglin-small-portions/index.html").find(id=anchor)
    assert words(mark) == "41克"
    assert "另有 1 个案例没有这个口径的数字。其中同话题的： 云禾中学请学生试菜" in words(found.main)
    assert "没有附出处" in words(found.main)


def test_a_ratio_of_two_figures_of_a_case(tiny):
    ratios = page(tiny, "indicators/kitchen-waste/index.html").find(id="site-ratios").find_parent("section")
    assert "每名就餐者的厨余" in words(ratios)
    assert "芳林小学先称剩饭再改菜单 46公斤 ÷ 812名 ≈ 0.057公斤" in words(ratios)


def test_a_term_without_a_case_has_a_page_that_says_so(faceted):
    unused = page(faceted, "indicators/teams/index.html")
    assert "2 个案例都没有报告这个数字；没有报告不等于零。" in words(unused.main)
    assert unused.main.find("a", href="../../contribute/")
    listed = page(faceted, "indicators/index.html").find("a", href="../indicators/teams/")
    assert words(listed).endswith(("0 页", "0 个案例"))


def test_indicators_that_no_case_reports_are_no_results_of_search(faceted):
    assert not [one["url"] for one in search_pages(faceted) if "teams" in one["url"]]


def test_caveats_page(tiny):
    found = page(tiny, "caveats/index.html")
    assert found.find("p", string="每个案例自己写明的说不清、没有写，1 个案例共 2 条。")
    case = found.find(id="case-fanglin-leftovers")
    assert "称的时候有没有把汤倒掉，两处说法不同。" in words(case)
    assert "出处： 芳林小学食堂工作记录 （自己写的）" in words(case)
    assert "说不清 1 没有写 1" in words(case.summary).replace(" · ", " ")
    first, _ = [a for a in found.main.find_all("a") if "#caveat-" in a["href"]]
    assert "称的时候有没有把汤倒掉，两处说法不同。" in words(first.parent)
    assert "称的时候有没有把汤倒掉，两处说法不同。" in words(found.find(id=first["href"].partition("#")[2]))
    silent = found.find(id="site-silent").parent.find_all("a")
    assert [words(one) for one in silent] == ["云禾中学请学生试菜", "芳林小学的小份窗口"]
    assert page(tiny, "cases/fanglin-leftovers/index.html").find("a", href="../../caveats/#case-fanglin-leftovers")


def test_gaps_page(faceted):
    groups = {group["id"]: words(group) for group in page(faceted, "gaps/index.html").find_all("section", id=True)}
    assert list(groups) == [
        "gaps-terms",
        "gaps-methods",
        "gaps-evidence",
        "gaps-indicators",
        "gaps-figures",
        "gaps-dates",
        "gaps-english",
    ]
    assert "坐下来谈 1 个案例用到" in groups["gaps-methods"]
    assert "坐下来谈 2 步里的 1 步" in groups["gaps-evidence"]
    assert "没有缺" in groups["gaps-figures"]
    assert "桃园小菜园" in groups["gaps-dates"]


def test_gaps_of_a_collection_without_a_page_on_contributing(tiny):
    gaps = page(tiny, "gaps/index.html")
    assert words(gaps.find(id="gaps-terms")).startswith("还没有案例的话题 0")
    assert "4 步里的 2 步" in words(gaps.find(id="gaps-evidence"))
    assert not gaps.main.find("a", string="怎样投稿")


def test_the_most_wanted_are_told_in_words_each_page_once(faceted):
    wanted = page(faceted, "gaps/index.html").find("section", attrs={"aria-labelledby": "site-wanted"})
    items = [words(one) for one in wanted.find_all("li")]
    assert any("坐下来谈 只有一个案例用到。再补一个别处的" in one for one in items)
    pages = [one.a["href"] for one in wanted.find_all("li")]
    assert 3 < len(pages) <= 10
    assert len(set(pages)) == len(pages)
    assert "[[" not in words(wanted)


def test_glossary_page(tiny, faceted):
    found = page(tiny, "glossary/index.html")
    methods = found.find(id="words-methods")
    assert words(methods.li).startswith("摆一张试菜桌 Set Up a Tasting Table")
    assert methods.a["href"] == "../methods/tasting-table/"
    assert found.find(id="words-actors").find("a", href="../actors/cooks/").find_next("p", lang="en").text == "Cooks"
    assert not found.find(id="words-grades").find("a"), "a grade has no page"
    assert not found.find(id="words-roles"), "there are none"
    alphabet = found.find("section", attrs={"aria-labelledby": "site-alphabet"})
    assert "Cooks 厨师 谁在做" in words(alphabet)
    assert "从英文找中文。" in words(alphabet)
    folded = page(faceted, "glossary/index.html")
    assert folded.find(id="words-places").details, "names are folded away"
    alphabet = words(folded.find("section", attrs={"aria-labelledby": "site-alphabet"}))
    assert "从英文找中文，不含机构和地点。" in alphabet
    assert "和平镇" not in alphabet


def test_english_page(tiny):
    found = page(tiny, "english/index.html").main
    assert [words(one) for one in found.find_all("h3")] == [
        "A Counter for Small Portions at Fanglin School",
        "Fanglin School Weighs Leftovers, Then Changes the Menu",
        "Pupils Taste New Dishes at Yunhe School",
        "Set Up a Tasting Table",
        "Weigh the Leftovers",
    ]
    assert "3 cases and 2 methods from school canteens, summed up in English." in words(found)
    assert "No English summary yet." in words(found)
    assert found.div["lang"] == "en"
    assert found.find("a", hreflang="zh-Hans")["href"] == "../cases/fanglin-small-portions/"


def test_the_page_of_all_pages_has_them_all(tiny):
    found = page(tiny, "all/index.html").main
    linked = {link["href"].removeprefix("../") for link in found.find_all("a")}
    written = {path.relative_to(tiny).as_posix().removesuffix("index.html") for path in html_files(tiny)}
    of_pages = {view.url for view in lists(read_site(CANTEENS).library)}  # each page leads to its own lists
    assert written - linked - of_pages == {"", "404.html", "offline.html", "all/", "search/"}
    assert words(found.find(id="all-cases")).startswith("案例 3 ")
    assert "芳林小学的小份窗口 2024年9月起" in words(found.find(id="all-cases"))
    contents = [link["href"].removeprefix("#") for link in found.nav.find_all("a")]
    assert contents == [section["id"] for section in found.find_all("section")]


def test_pages_of_years(tiny):
    assert page(tiny, "cases/fanglin-leftovers/index.html").find("a", href="../../years/2024/")
    year = words(page(tiny, "years/2024/index.html").main)
    assert "芳林小学先称剩饭再改菜单" in year
    assert "芳林小学的小份窗口" in year
