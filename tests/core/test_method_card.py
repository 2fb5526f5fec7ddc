"""The card of a method: whole sentences of the method and of its most telling case, and what is not written."""

import shutil
from dataclasses import replace

import pytest

from casebook.extract.sentences import first_sentence
from casebook.files import read_site
from casebook.library import most_telling
from casebook.reading.labels import Labelled, labelled
from casebook.reading.markup import parse
from casebook.reading.structure import structure
from casebook.views import lists, redirect_views
from casebook.views.method_card import MethodCardView
from tests.conftest import CONTENT, frozen

NEEDS = """## 需要什么

- **人和时间**：九江用了3天。没有写几个人。
- **牵头的人：** 一位社工。
- **先有人气**：球场有人。
- 一间屋子。
- 钱：没有写。

## 别的

- **人**：不在这一节。
"""


@pytest.fixture(scope="module")
def cards() -> dict[str, MethodCardView]:
    return {view.of.url: view for view in lists(frozen()) if isinstance(view, MethodCardView)}


def items() -> list[Labelled]:
    part = structure(parse(NEEDS, {}), "method", frozen().collection.sections.method)
    return list(labelled(part.document, part.sections[0]))


def test_an_item_begins_with_its_name_in_bold():
    assert [(one.label, one.text) for one in items()] == [
        ("人和时间", "九江用了3天。没有写几个人。"),
        ("牵头的人", "一位社工。"),
        ("先有人气", "球场有人。"),
    ]


@pytest.mark.parametrize(("words", "about"), [(["人", "谁"], [True, True, False]), (["时间"], [True, False, False])])
def test_a_name_is_about_what_one_of_its_parts_begins_or_ends_with(words, about):
    assert [one.is_about(words) for one in items()] == about


def test_every_method_has_a_card_with_all_its_steps(cards):
    methods = frozen().methods.values()
    assert [view.title_en for view in cards.values()] == [method.front.title_en for method in methods]
    for view, method in zip(cards.values(), methods, strict=True):
        assert [(one.title, one.opening) for one in view.steps] == [(one.title, one.summary) for one in method.steps]
        assert view.url.startswith(view.of.url)
        assert view.canonical == view.of.url


def test_a_card_says_nothing_that_its_method_or_case_does_not_say(cards):
    for url, view in cards.items():
        method = frozen().methods[url.split("/")[1]]
        assert method.front.summary.startswith(view.what)
        assert [line.text for line in view.lines if line.text not in method.text] == []
        assert all(line.text[-1] in "。！？”）" for line in view.lines if line.text), view.lines
        if view.case:
            (slug,) = (case.slug for case in frozen().cases.values() if f"cases/{case.slug}/" == view.case.link.url)
            assert frozen().cases[slug].front.summary.startswith(view.case.text)


def test_its_case_is_the_most_telling_one(cards):
    using = [frozen().cases[slug] for slug in {use.case for use in frozen().uses_of("deliberation")}]
    case = cards["methods/deliberation/"].case
    assert case.link.text == most_telling(frozen(), using)[0].front.title
    assert case.text == first_sentence(case.text)
    assert cards["methods/time-bank/"].case is None


def test_what_is_not_written_is_named_once_and_never_invented(cards):
    untold = {url: [line.name for line in view.lines if not line.text] for url, view in cards.items()}
    assert untold["methods/time-bank/"] == ["人、时间"]
    assert untold["methods/deliberation/"] == []


def test_a_part_that_a_collection_has_not_is_not_asked_for():
    library = frozen()
    sections = library.collection.sections
    bare = sections.model_copy(update={"method": {"steps": sections.method["steps"]}})
    other = replace(library, collection=replace(library.collection, sections=bare))
    assert all(view.lines == () for view in lists(other) if isinstance(view, MethodCardView))


def test_the_card_of_a_method_moves_with_it(tmp_path):
    shutil.copytree(CONTENT, tmp_path / "content")
    path = tmp_path / "content" / "methods" / "time-bank.md"
    path.write_text(path.read_text().replace("---\n", "---\nredirect_from: [hours]\n", 1))
    moved = {view.url: view.canonical for view in redirect_views(read_site(tmp_path / "content").library)}
    assert moved["methods/hours/card/"] == "methods/time-bank/card/"
