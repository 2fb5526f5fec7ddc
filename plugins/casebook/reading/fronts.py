"""The front matter of a collection: that of the engine without the facets that the collection leaves out."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, create_model

from casebook.model.front import FRONTS, Front
from casebook.model.values import Kind
from casebook.wrong import Wrong

NOTHING = frozenset[str]()


@cache
def front_model(kind: Kind, left_out: frozenset[str] = NOTHING, asked: frozenset[str] = NOTHING) -> type[Front]:
    """The model of the front matter of a file of `kind`; the key of a facet is its id.

    The values of facets that are left out are always empty, so that other code need not know which these are; those
    that a draft only asks are empty until they are answered.
    """
    model = FRONTS[kind]
    fields = model.model_fields
    absent = {name: (fields[name].annotation, Field(())) for name in asked & fields.keys()}
    absent |= {name: _absent(name) for name in left_out & fields.keys()}
    made: type[Front] = create_model(model.__name__, __base__=model, **absent) if absent else model  # type: ignore[call-overload]
    return made


def of_engine(front: Front, kind: Kind) -> Front:
    """Front matter of such a model as a record of the engine's own, which every process knows by its name."""
    model = FRONTS[kind]
    return front if type(front) is model else model.model_construct(front.model_fields_set, **dict(front))


def _absent(name: str) -> tuple[Any, Any]:
    """A field that is always empty; a value for it is an error."""

    def refused(_: object) -> object:
        raise Wrong(f"这个案例库没有 {name} 这种标签", "删去这一项;要用它,就加进 site.yaml 的 facets")

    return Annotated[tuple[()], BeforeValidator(refused)], Field(())


def schemas(left_out: frozenset[str] = NOTHING) -> Mapping[Kind, dict[str, Any]]:
    """Kind -> JSON Schema of its front matter, without the keys that are left out."""
    found = {kind: front_model(kind, left_out).model_json_schema() for kind in FRONTS}
    for schema in found.values():
        for name in left_out:
            schema["properties"].pop(name, None)
    return found
