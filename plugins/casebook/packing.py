"""Values of ours as bytes: kept in a fraction of the room until they are asked for, and from one build to the next.

Bytes that lay in a file may be anybody's. What they name is looked at before it is called: our own classes, and what
their values are made of.
"""

import io
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

V = TypeVar("V")
_PROTOCOL = 5
_OURS = "casebook."
_OTHERS = frozenset(
    (
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("datetime", "date"),
        ("decimal", "Decimal"),
        ("xml.etree.ElementTree", "Element"),
    )
)


class PackingError(ValueError):
    """Bytes that are no value of ours."""


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """A class of ours, or one of the few that their values are made of."""
        if (module, name) in _OTHERS:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith(_OURS) else None
        if not (isinstance(found, type) and found.__module__.startswith(_OURS)):  # others stand in our modules, too
            raise PackingError(f"{module}.{name} is no class of ours")
        return found


def packed(value: object) -> bytes:
    """A value as bytes."""
    return pickle.dumps(value, _PROTOCOL)


_PICKLER: Any = pickle._Pickler  # the one in Python, which can be told how


class _Steady(_PICKLER):  # type: ignore[misc]
    """Packs equal values to equal bytes: sets in order, and what is said twice told apart by its words alone."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, _PROTOCOL)
        self._texts: dict[str, str] = {}

    def save(self, value: Any, save_persistent_id: bool = True) -> None:
        """Save a value; the same text is always the same object, a set is made of its values in order."""
        if type(value) is str:
            value = self._texts.setdefault(value, value)
        if isinstance(value, frozenset):
            self.save_reduce(frozenset, (tuple(sorted(value)),))
        else:
            super().save(value, save_persistent_id)

    def memoize(self, value: Any) -> None:
        """Remember texts and classes alone: whether two equal values are one differs from build to build."""
        if isinstance(value, (str, type)):
            super().memoize(value)


def steadily_packed(value: object) -> bytes:
    """A value as bytes, which are the same whenever it is; it takes ten times as long as `packed`."""
    made = io.BytesIO()
    _Steady(made).dump(value)
    return made.getvalue()


def unpacked(data: bytes) -> Any:
    """The value of `packed` bytes; PackingError if they are no such bytes."""
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError) as error:
        raise PackingError(str(error)) from error


class Packed(Generic[V]):
    """A value as bytes."""

    def __init__(self, value: V) -> None:
        self._bytes = packed(value)

    @property
    def value(self) -> V:
        """The value, made anew each time."""
        value: V = unpacked(self._bytes)
        return value


class Carried(Generic[V]):
    """A value that goes from process to process as bytes, packed once, and unpacked only where it is asked for."""

    def __init__(self, value: V) -> None:
        self._values, self._bytes = [value], b""

    @property
    def value(self) -> V:
        """The value, the same each time."""
        if not self._values:
            self._values = [unpacked(self._bytes)]
        return self._values[0]

    def __getstate__(self) -> bytes:
        self._bytes = self._bytes or packed(self._values[0])
        return self._bytes

    def __setstate__(self, state: bytes) -> None:
        self._values, self._bytes = [], state


@dataclass(frozen=True)
class Unpacking(Mapping[str, V]):
    """A mapping of packed values, which gives the values."""

    packed: Mapping[str, Packed[V]]

    def __getitem__(self, name: str) -> V:
        return self.packed[name].value

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)
