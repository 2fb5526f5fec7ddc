"""Twice the text takes twice the work: counted in lines of Python, so that no clock decides."""

from functools import partial

import pytest

from casebook.model.terms import Place
from casebook.vocabulary import Vocabulary
from tests.cues import extractor
from tests.work import lines_run

MOST = 2.3  # of 2n to n: 2 is linear, 4 quadratic
EXTRACTOR = extractor(Vocabulary({"places": (Place(id="lishui", zh="里水镇", en="Lishui", level="town"),)}))


@pytest.mark.no_cover  # it would count the lines of the tracer
@pytest.mark.parametrize("piece", ["志愿服务队", "社区志愿服务队", "由协会牵头"])
def test_names_within_names_are_read_in_proportion(piece: str) -> None:
    once, twice = (lines_run(partial(EXTRACTOR.tags, piece * times)) for times in (100, 200))
    assert once > 100  # it does read them
    assert twice < MOST * once
