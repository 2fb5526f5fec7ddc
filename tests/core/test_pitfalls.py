"""What goes wrong: what methods warn of, what cases admit, where they left a method; by theme, the most telling first."""

import re

import pytest

from benchmarks.multiplied import multiply
from casebook.files import read_site
from casebook.library import pitfalls
from casebook.tables import load
from casebook.views import lists
from casebook.views.paging import LINES
from casebook.views.pitfalls import SHOWN, pitfalls_view
from casebook.views.terms import term_view
from tests.conftest import SITE, frozen

MISTAKES = """
## 常见错误

有几样常常做错。

- 只请熟人。
- 议完不公布。
- 来源没有写有没有人反对。
"""


@pytest.fixture
def told(content):
    method = content / "methods" / "talk-it-over.md"
    method.write_text(method.read_text() + MISTAKES)
    case = content / "cases" / "taoyuan-parking.md"
    departure = "departures:\n  - {step: talk-it-over#score, how: 略去, text: 没有打分，直接举手。}\n"
    case.write_text(
        case.read_text()
        .replace("sources:", f"{departure}sources:", 1)
        .replace("## 局限\n", "## 局限\n\n巡查的人会累。\n")
    )
    return read_site(content).library


def test_each_kind_in_turn_and_silence_last(told):
    texts = [one.text for one in pitfalls(told)["deliberation"]]
    assert texts[:3] == ["有几样常常做错。", "没有打分，直接举手。", "巡查的人会累。"]
    assert texts[3:5] == ["只请熟人。", "议完不公布。"]
    assert set(texts[5:]) == {"来源没有写有没有人反对。", "没有停车前后的数字。", "钱从哪里来没有写。"}


def test_a_pitfall_leads_to_where_it_stands(told):
    shown = {one.text: one for theme in pitfalls_view(told).themes.first for one in theme.first}
    assert shown["有几样常常做错。"].where.url == "methods/talk-it-over/#section-mistakes"
    departure = shown["没有打分，直接举手。"]
    assert (departure.where.url, departure.step.url) == ("cases/taoyuan-parking/", "methods/talk-it-over/#score")


def test_of_a_theme_all_stand_on_its_own_pages(told):
    pages = [view for view in lists(told) if view.url.startswith("pitfalls/")]
    (page,) = [view for view in pages if view.url == "pitfalls/deliberation/"]
    assert [one.text for one in page.pitfalls] == [one.text for one in pitfalls(told)["deliberation"]]


def test_the_page_of_a_theme_leads_there(told):
    theme = told.vocabulary["themes", "deliberation"]
    link = term_view(told, "themes", theme).pitfalls
    assert (link.text, link.url) == (f"{len(pitfalls(told)['deliberation'])} 条踩过的坑", "pitfalls/deliberation/")
    assert term_view(told, "forms", told.vocabulary.terms("forms")[0]).pitfalls is None


def test_none_stands_twice_on_the_first_page_and_none_is_mere_silence():
    view = pitfalls_view(frozen())
    shown = [(one.text, one.where.url) for theme in view.themes.first for one in theme.first]
    assert len(shown) == len(set(shown))
    silent = {one.text for ones in pitfalls(frozen()).values() for one in ones if one.is_silent}
    assert not silent & {text for text, _ in shown}
    assert max(len(theme.first) for theme in view.themes.first) == SHOWN


def test_what_has_no_theme_is_told_apart(content):
    for file in (content / "site.yaml", *content.glob("cases/*.md"), *content.glob("methods/*.md")):
        file.write_text(re.sub(r"(?m)^( *- \{facet: )?themes[:,].*\n", "", file.read_text()))
    (content / "vocabulary" / "themes.yaml").unlink()
    (only,) = pitfalls_view(read_site(content).library).themes.first
    assert only.title == "其他"


@pytest.mark.parametrize("row", load("silences"), ids=lambda row: row["example"])
def test_a_silence_is_known_by_its_words(row):
    assert any(word in row["example"] for word in row["words"])


def test_of_very_many_themes_those_with_most_stand_first_and_all_on_a_list(tmp_path):
    multiply(SITE, tmp_path, cases=180, terms=180)
    library = read_site(tmp_path).library
    themes = pitfalls_view(library).themes
    counts = [theme.count for theme in themes.first]
    assert (len(themes.first), themes.count) == (LINES, 2 + 2 * 60 - 60)
    assert counts == sorted(counts, reverse=True)
    pages = {view.url: view for view in lists(library)}
    rows = [row for url, page in pages.items() if url.startswith(themes.all.url) for row in page.rows]
    assert len(rows) == themes.count
    assert all(row.link.url in pages for row in rows)
