"""What views are made of is what their fields say, though nobody looks at it when it is made."""

from decimal import Decimal

import msgspec
import pytest

from casebook.model.records import Metric, Section, Step, Tag, WrittenLink
from casebook.model.values import Struct
from casebook.views import views
from casebook.views.records import Link, PageLink
from tests.conftest import frozen


def test_views_are_frozen_to_the_ground_and_have_what_their_fields_say():
    for view in views(frozen()):
        hash(view)  # TypeError: there is a list in it, or a mapping
        msgspec.convert(msgspec.to_builtins(view), type(view))  # ValidationError: it has something else


@pytest.mark.parametrize("entry", frozen().entries, ids=lambda entry: entry.slug)
def test_what_is_found_in_a_text_is_what_its_fields_say(entry):
    found = {
        Section: entry.sections,
        Step: entry.steps,
        WrittenLink: entry.links,
        Metric: entry.metrics,
        Tag: entry.tags,
    }
    for kind, every in found.items():
        hash(every)
        bare = msgspec.to_builtins(every, builtin_types=(Decimal,))
        assert msgspec.convert(bare, tuple[kind, ...]) == every


def test_a_struct_is_made_by_name_and_never_changed():
    class Named(Struct):
        note: str = ""
        name: str

    one = Named(name="a")
    with pytest.raises(AttributeError):
        one.name = "b"
    with pytest.raises(TypeError):
        Named("a")
    assert (one.but(name="b"), one) == (Named(name="b"), Named(name="a"))


def test_fields_of_a_kind_are_written_wherever_it_stands():
    class Holder(Struct):
        link: Link

    def written(lang):
        return msgspec.json.encode(Holder(link=PageLink(text="a", url="b", lang=lang)))

    assert written("en") != written("")
