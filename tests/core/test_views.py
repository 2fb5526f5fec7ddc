"""What pages tell beside the words of their authors: steps, footnotes, neighbours, ways in."""

import re

import pytest

from casebook.files import read_site
from casebook.library import Library
from casebook.views.entries import case_view, method_view
from casebook.views.terms import home_view, list_views
from tests.conftest import SITE


@pytest.fixture(scope="module")
def library() -> Library:
    return read_site(SITE).library


def _steps(library: Library, slug: str):
    return [step for part in case_view(library, library.cases[slug]).body.sections for step in part.steps]


def test_a_step_tells_its_figures(library):
    talk, patrol = _steps(library, "taoyuan-parking")
    assert [(told.indicator, told.figure.text) for told in talk.figures] == [("议事场次", "3场")]
    told = {one.indicator: one.figure for one in patrol.figures}
    assert (told["志愿者"].text, told["募集资金"].text) == ("约20名", "5020.86元")
    assert told["募集资金"].url.startswith("cases/taoyuan-parking/#figure-funds-raised-yuan-")


def test_a_figure_said_twice_in_a_step_stands_there_once(content):
    case = content / "cases" / "taoyuan-parking.md"
    case.write_text(case.read_text().replace("募得5020.86元买车锁。", "募得5020.86元买车锁。募得5020.86元，贴出来给大家看。"))
    patrol = _steps(read_site(content).library, "taoyuan-parking")[1]
    assert [one.figure.text for one in patrol.figures].count("5020.86元") == 1


def test_links_are_numbered_by_where_they_lead(library):
    body = case_view(library, library.cases["taoyuan-parking"]).body
    html = body.intro + "".join(part.html + "".join(step.html for step in part.steps) for part in body.sections)
    urls = [note.url for note in body.footnotes]
    assert ("打分", "methods/talk-it-over/#score") in [(note.text, note.url) for note in body.footnotes]
    assert len(urls) == len(set(urls))
    numbers = re.findall(r'data-note="(\d+)" href="\.\./\.\./([^"]*)"', html)
    assert numbers
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


def test_a_method_tells_its_size(library):
    assert method_view(library, library.methods["talk-it-over"]).facts[1] == "1 个案例用到"


def test_problems_lead_in_where_a_case_tells_of_them(content):
    themes = content / "vocabulary" / "themes.yaml"
    text = themes.read_text()
    assert "{id: parking," in text
    themes.write_text(text.replace("{id: parking,", "{id: parking, problem: 车没处停,"))
    library = read_site(content).library
    home = home_view(library, *list_views(library), "名", "话")
    assert [(link.text, link.url, link.note) for link in home.problems] == [("车没处停", "themes/parking/", "1")]
