"""A hundred random edits, each followed by a build of what has changed and compared with one from nothing."""

import pytest

from tests.site.test_incremental import Desk, desk, follow

__all__ = ["desk"]  # the fixture


@pytest.mark.parametrize("desk", range(10, 16), indirect=True)
def test_after_each_of_a_hundred_edits_the_site_is_the_one_made_from_nothing(desk: Desk) -> None:
    follow(desk, 25)
