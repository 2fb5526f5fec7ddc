"""The records of what the form loads to check a case in the browser."""

from collections.abc import Mapping

from casebook.model.values import Struct


class Archive(Struct):
    """A file of bytes: its path below the root of the site, and how many they are."""

    path: str
    size: int


class FormManifest(Struct):
    """The archives by name, each named after its content."""

    archives: Mapping[str, Archive]
