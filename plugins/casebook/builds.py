"""The data files of one build stand in a folder named after their content; a manifest names the folder.

A page that was opened before a new build asks for files that are gone, and then reads the manifest again; so it never
mixes two builds. Every file names its build, too: one that a proxy, a cache or a host made up is known by that.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from operator import sub
from typing import NamedTuple

import msgspec


class Marked(NamedTuple):
    """A file that says its name: a digest of it, and its text; None where it is that of the last site."""

    mark: str
    text: str | None


def marked(name: str, text: str) -> Marked:
    """A file of JSON, written as the pair of its name and itself."""
    whole = f"[{json_text(name)},{text}]"
    return Marked(hashlib.blake2b(whole.encode(), digest_size=16).hexdigest(), whole)


def folder_of(files: Mapping[str, Marked]) -> str:
    """The name of a folder for files by their names: a digest of all of them."""
    told = "".join(f"{name} {one.mark}\n" for name, one in files.items())
    return hashlib.sha256(told.encode()).hexdigest()[:10]


def build_files(files: Mapping[str, str], manifest: Callable[[str], object]) -> dict[str, str]:
    """Path -> content: `manifest.json`, which is made of the name of the build, and `files` below `<build>/`.

    Each of `files`, JSON as it is, is written as the pair of the build and itself.
    """
    digest = hashlib.sha256()
    for name, text in files.items():
        digest.update(f"{name} {text}\n".encode())
    build = digest.hexdigest()[:10]
    return {"manifest.json": json_text(manifest(build))} | {
        f"{build}/{name}": f"[{json_text(build)},{text}]" for name, text in files.items()
    }


def json_text(value: object) -> str:
    """JSON without spaces, Chinese as it is."""
    return msgspec.json.encode(value).decode()


def deltas(numbers: Iterable[int]) -> list[int]:
    """The difference of each number from the one before it; the first number stays."""
    found = list(numbers)
    return [*map(sub, found, (0, *found))]
