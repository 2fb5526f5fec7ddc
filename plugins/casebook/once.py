"""Functions of a Library or Vocabulary that run once; the Library or Vocabulary holds their results."""

from collections.abc import Callable
from functools import cached_property, update_wrapper
from typing import Any, TypeVar, TypeVarTuple


class Fields:
    """A dataclass that goes to another process as its fields alone, without what was made of them here."""

    def __getstate__(self) -> dict[str, Any]:
        """The fields by name."""
        return {name: self.__dict__[name] for name in getattr(self, "__dataclass_fields__", ())}


class Owner(Fields):
    """A holder of the results of `once` functions."""

    @cached_property
    def made(self) -> dict[tuple[Any, ...], Any]:
        """(function, its other arguments) -> result."""
        return {}


OwnerT = TypeVar("OwnerT", bound=Owner)
MadeT = TypeVar("MadeT")
Others = TypeVarTuple("Others")


def once(make: Callable[[OwnerT, *Others], MadeT]) -> Callable[[OwnerT, *Others], MadeT]:
    """Make a function run only once for each owner and set of other (hashable) arguments."""

    def asked(owner: OwnerT, *others: *Others) -> MadeT:
        key = (make, *others)
        if key not in owner.made:
            owner.made[key] = make(owner, *others)
        made: MadeT = owner.made[key]
        return made

    return update_wrapper(asked, make)
