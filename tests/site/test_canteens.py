"""A small collection of another subject: what is about one collection stands in its folder, and nowhere else."""

from casebook.files import read_site
from tests.conftest import ROOT

CANTEENS = ROOT / "tests" / "canteens"


def test_check_has_nothing_to_say():
    assert read_site(CANTEENS).problems == ()
