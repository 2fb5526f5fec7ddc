"""What else the thing of a page is called, and the fields of a page that weigh more than its body."""

from functools import cache

import pytest

from casebook.search import SearchDocument, documents
from tests.conftest import frozen


@cache
def found() -> dict[str, SearchDocument]:
    return {document.ref: document for document in documents(frozen())}


@pytest.mark.parametrize(
    ("page", "others"),
    [
        (
            "methods/three-way-linkage/",
            [("same", "三群体联动"), ("same", "三群联动"), ("same", "三方联动"), ("before", "三社联动")],
        ),
        ("forms/three-society-linkage/", [("after", "五社联动"), ("after", "三组联动")]),
        # 三社联动 and 三组联动, which the theme lists too, name things of their own
        ("themes/multi-party-linkage/", [("near", "多元联动"), ("near", "三方联动"), ("near", "供需对接")]),
        ("organisations/suoyi/", [("same", "索益公益")]),
        ("about/", []),
    ],
)
def test_other_names(page, others):
    assert list(found()[page].others) == others
    assert found()[page].page.others == tuple(others)


def test_a_place_is_found_by_what_it_lies_in():
    assert found()["places/nanhai/"].labels == "佛山市 广东省"
    assert "佛山市" in found()["places/nanhai/"].text


def test_the_fields_of_a_case():
    parking = found()["cases/tongsheng-ebike-parking/"]
    assert "停车五步走" in parking.names.split()
    assert {"停车治理", "物业", "佛山市"} <= set(parking.labels.split())
    assert "开圆桌会" in parking.steps.split()
    assert parking.text[parking.page.prose :].startswith(parking.summary)


def test_the_figures_of_the_head_stand_with_what_they_measure():
    elders = found()["cases/xidatan-elders-association/"]
    assert elders.head == "资助资金 23万多元"
    assert elders.head in elders.text


def test_what_tells_something_weighs_more_than_what_lists():
    method, theme, indicator = (
        found()[page].weight for page in ("methods/points-scheme/", "themes/parking/", "indicators/points/")
    )
    assert method > theme > indicator
