"""The methods that no case has used."""

from casebook.library import gaps
from tests.conftest import frozen

LIBRARY = frozen()


def test_methods_without_a_case_are_on_the_wanted_list():
    unused = {slug for slug in LIBRARY.methods if not LIBRARY.uses_of(slug)}
    assert unused == {"self-organisation-stages", "time-bank"}, "the sources mention these and tell of no case"
    assert unused <= {gap.id for gap in gaps(LIBRARY)["methods"] if not gap.cases}
