"""What pages tell beside the words of their authors: steps, footnotes, neighbours, ways in."""

import re
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.files import read_site
from casebook.library import Library, fullest
from casebook.views.entries import case_view
from casebook.views.home import home_view
from casebook.views.method_page import method_view
from casebook.views.phrases import known_words, phrases
from casebook.views.terms import term_view
from tests.conftest import SITE, frozen, spec

REPORT, ARCHIVED = "heping-report", "https://web.archive.org/web/2022/https://example.org/heping"


@pytest.fixture(scope="module")
def library() -> Library:
    return read_site(SITE).library


def test_links_are_numbered_by_where_they_lead(content):
    path = content / "cases" / "taoyuan-parking.md"
    path.write_text(
        path.read_text().replace("没有停车前后的数字。", "没有数字，见[[taoyuan-garden]]、[[talk-it-over#score]]。")
    )
    library = read_site(content).library
    body = case_view(library, library.cases["taoyuan-parking"]).body
    html = body.intro + "".join(part.html + "".join(step.html for step in part.steps) for part in body.sections)
    urls = [note.url for note in body.footnotes]
    assert len(urls) == len(set(urls))
    numbers = re.findall(r'data-note="(\d+)" href="\.\./\.\./([^"]*)"', html)
    chips = [(chip.note, chip.url) for part in body.sections for step in part.steps for chip in step.methods]
    assert set(chips) < set(numbers)  # the chips of a step have the numbers of the text
    assert [urls[int(number) - 1] for number, _ in numbers] == [url for _, url in numbers]


def test_neighbours_are_of_the_first_theme(library):
    assert case_view(library, library.cases["taoyuan-parking"]).neighbours is None  # alone with its theme
    found = case_view(library, library.cases["taoyuan-garden"]).neighbours
    assert (found.theme.url, [link and link.url for link in (found.before, found.after)]) == (
        "themes/deliberation/",
        [None, "cases/taoyuan-parking/"],
    )


def test_the_head_tells_how_far_a_case_can_be_trusted(library):
    assert case_view(library, library.cases["taoyuan-parking"]).grades == ("B 级",)


def test_a_source_leads_to_its_original_and_its_archived_copy(content):
    path = content / "vocabulary" / "sources.yaml"
    page = term_view(read_site(content).library, "sources", read_site(content).library.vocabulary["sources", REPORT])
    assert ("原文", "没有留下网址，可以照标题和发布者去找。") in page.facts
    path.write_text(path.read_text().replace("grade: b", f"grade: b\n  archive: {ARCHIVED}"))
    library = read_site(content).library
    page = term_view(library, "sources", library.vocabulary["sources", REPORT])
    (shown,) = case_view(library, library.cases["taoyuan-parking"]).sources
    assert [(link.text, link.url) for link in page.kept] == [("存档", ARCHIVED)]
    assert shown.kept == page.kept
    assert "原文" not in dict(page.facts)


def test_a_method_tells_its_size(library):
    assert method_view(library, library.methods["talk-it-over"]).facts[1] == "1 个案例用到"


def test_problems_lead_in_where_a_case_tells_of_them(content):
    themes = content / "vocabulary" / "themes.yaml"
    text = themes.read_text()
    assert "{id: parking," in text
    themes.write_text(text.replace("{id: parking,", "{id: parking, problem: 车没处停,"))
    library = read_site(content).library
    home = home_view(library)
    assert [(link.text, link.url, link.note) for link in home.problems.first] == [
        ("车没处停", "themes/parking/", "1"),
        ("商量不拢", "themes/deliberation/", "2"),
    ]


WORDS = {"电动自行车停放", "电动自行车", "金沙半岛小区", "林飞公益", "居委会", "垃圾分类", "微创投大赛", "里水镇"}
WORDS |= {"院落自治", "社区动员", "居民", "虎门镇"}


@pytest.mark.parametrize("row", spec("phrases"), ids=lambda row: row["input"])
def test_titles_break_between_words(row):
    assert "|".join(phrases(row["input"], WORDS)) == row["expect"]


@given(st.text(alphabet="居民小区“”，。aB1+ 停车（）—", max_size=20))
def test_phrases_are_the_text(text):
    assert "".join(phrases(text, WORDS)) == text


def test_home_leads_to_the_cases_without_a_year(content):
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(re.sub("period: .*", "period: unknown", case.read_text()))
    library = read_site(content).library
    (years,) = (way.links for way in home_view(library).ways if way.label == "按年份")
    assert [(link.text, link.url, link.note) for link in years] == [
        ("2022年", "years/2022/", "1"),
        ("年份不详", "years/#site-yearless", "1"),
    ]


def test_home_begins_with_the_cases_told_most_fully():
    first = list(islice(fullest(frozen()), 3))
    assert len({case.front.themes[0] for case in first}) == 3
    assert [card.url for card in home_view(frozen()).first] == [f"cases/{case.slug}/" for case in first]
    assert not {case.title for case in home_view(frozen()).first} & {link.text for link in home_view(frozen()).newest}


def test_a_better_source_is_read_before_more_steps(content):
    assert next(fullest(read_site(content).library)).slug == "taoyuan-parking"
    sources, grades = (content / "vocabulary" / f"{name}.yaml" for name in ("sources", "grades"))
    grades.write_text("- {id: a, zh: A 级, en: Grade A, note: 有人核对过。}\n" + grades.read_text())
    case = content / "cases" / "taoyuan-garden.md"
    sources.write_text(
        sources.read_text() + "- {id: best, zh: 年鉴, en: Yearbook, publisher: 云城, date: 2022, grade: a}\n"
    )
    case.write_text(re.sub("sources: .*", "sources: [best]", case.read_text()))
    assert next(fullest(read_site(content).library)).slug == "taoyuan-garden"


def test_a_case_without_steps_is_not_read_first(content):
    case = content / "cases" / "taoyuan-garden.md"
    case.write_text(case.read_text().split("## ", 1)[0])
    assert [one.slug for one in fullest(read_site(content).library)] == ["taoyuan-parking"]


def test_names_of_every_kind_are_known(library):
    assert {"停车难", "桃园小区", "居民"} <= known_words(library.vocabulary)
