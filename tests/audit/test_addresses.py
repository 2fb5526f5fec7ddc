"""What is published is locked first."""

from casebook.files import read_site
from tests.conftest import CONTENT


def test_nothing_is_published_unlocked():
    assert [str(problem) for problem in read_site(CONTENT).problems if problem.path.endswith("addresses.lock")] == []
