"""Twice the text takes twice the work: counted in lines of Python, so that no clock decides."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from casebook.extract import Extractor
from casebook.extract.stated import ranked
from casebook.files import read_site
from casebook.library import Library, WrittenNumber, assemble, coverage, nearest
from casebook.model.terms import Place
from casebook.reading import draft, read
from casebook.vocabulary import Vocabulary
from tests.conftest import SITE
from tests.cues import extractor
from tests.work import lines_run

MOST = 2.3  # of 2n to n: 2 is linear, 4 quadratic
LEAST = 1_000  # lines; less than that is no work
EXTRACTOR = extractor(Vocabulary({"places": (Place(id="lishui", zh="里水镇", en="Lishui", level="town"),)}))
KNOWN = read_site(SITE).library
READER = Extractor(KNOWN.vocabulary)
FRONT = """\
title: 甲乙
title_en: Parking
summary: 里水镇的居民开了3场议事会，定下1份停车公约，20名志愿者巡查21天，电动自行车不再堵住消防通道；停车前后的数量没有统计。
added: 2026-11-20
period: 2022-05/2022-07
places: [桃园小区]
forms: [服务项目]
actors: [居民]
themes: [议事协商]
sources: [heping-report]
"""


@pytest.mark.no_cover  # it would count the lines of the tracer
@pytest.mark.parametrize("piece", ["志愿服务队", "社区志愿服务队", "由协会牵头"])
def test_names_within_names_are_read_in_proportion(piece: str) -> None:
    once, twice = (lines_run(partial(EXTRACTOR.tags, piece * times)) for times in (100, 200))
    assert once > LEAST
    assert twice < MOST * once


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece",
    [
        "先收集、再商议",
        "经过收集、商议、公开环节，",
        "从申请、到审核，",
        "即：提议，商议；",
        "（1）申请；",
        "|甲|乙|\n",
        "01\n申请\n",
        "一、申请\n",
        "评议：开会。\n",
    ],
)
def test_what_may_be_steps_is_read_in_proportion(piece: str) -> None:
    once, twice = (lines_run(partial(ranked, piece * times)) for times in (200, 400))
    assert once > LEAST
    assert twice < MOST * once


@pytest.mark.no_cover
@pytest.mark.parametrize("front", ["", "not_metrics:\n- {quote: 谈了, why: 甲}\n- {quote: 3场, why: 乙}\n"])
def test_written_numbers_are_told_in_proportion(front: str) -> None:
    once, twice = (lines_run(partial(list, written_numbers(front, times))) for times in (100, 200))
    assert once > LEAST
    assert twice < MOST * once


def written_numbers(front: str, times: int) -> Iterator[WrittenNumber]:
    """The numbers of a case, which is read before the counting begins."""
    text = f"---\n{FRONT}{front}---\n\n" + "谈了3场、谈了5场、有7。\n\n" * times
    reading = read(draft("content/cases/a.md", text.encode(), "case"), READER, {}, KNOWN.collection.sections)
    library, _ = assemble([reading], KNOWN.vocabulary)
    assert reading.entry
    return coverage(library, reading.entry)


@pytest.mark.no_cover
def test_what_lies_near_to_places_without_a_case_is_found_in_proportion() -> None:
    once, twice = (lines_run(partial(near_to_places, with_places(number))) for number in (200, 400))
    assert once > LEAST
    assert twice < MOST * once


def with_places(number: int) -> Library:
    """A Library with so many places without a case, beside one that has cases."""
    known = KNOWN.vocabulary
    beside = next(place for place in known.terms("places") if place.id == "taoyuan")
    bare = [beside.model_copy(update={"id": f"bare-{n}", "zh": f"空地{n}", "aliases": ()}) for n in range(number)]
    return replace(KNOWN, vocabulary=replace(known, facets={**known.facets, "places": (*known.terms("places"), *bare)}))


def near_to_places(library: Library) -> None:
    for place in library.vocabulary.terms("places"):
        if place.id.startswith("bare-"):
            assert nearest(library, "places", place).is_beside
