"""The data files of one build stand in a folder named after their content; a manifest names the folder.

A page that was opened before a new build asks for files that are gone, and then reads the manifest again; so it never
mixes two builds. Every file names its build, too: one that a proxy, a cache or a host made up is known by that.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from operator import sub

import msgspec


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
