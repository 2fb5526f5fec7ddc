"""What is made once of a Library or a Vocabulary: it is held by what it was made of, and gone with it."""

from collections.abc import Callable
from functools import cached_property, update_wrapper
from typing import Any, TypeVar, TypeVarTuple


class Owner:
    """Something that holds what was made of it by functions that are `once`."""

    @cached_property
    def made(self) -> dict[tuple[Any, ...], Any]:
        """(function, what else it was given) -> what it returned."""
        return {}


OwnerT = TypeVar("OwnerT", bound=Owner)
MadeT = TypeVar("MadeT")
Others = TypeVarTuple("Others")


def once(make: Callable[[OwnerT, *Others], MadeT]) -> Callable[[OwnerT, *Others], MadeT]:
    """`make`, run once for an owner (and the other arguments, which are hashable); the owner holds the result."""

    def asked(owner: OwnerT, *others: *Others) -> MadeT:
        key = (make, *others)
        if key not in owner.made:
            owner.made[key] = make(owner, *others)
        made: MadeT = owner.made[key]
        return made

    return update_wrapper(asked, make)
