"""Data files of one build: in a folder named after their content, which a manifest names.

A page that was opened before the site was published anew asks for files that are no more, and then for the manifest
again; it never mixes two builds.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from itertools import pairwise


def build_files(files: Mapping[str, str], manifest: Mapping[str, object]) -> dict[str, str]:
    """`manifest.json`, which has `build` besides what is given, and the files below `<build>/`."""
    digest = hashlib.sha256()
    for name, text in files.items():
        digest.update(f"{name} {text}\n".encode())
    build = digest.hexdigest()[:10]
    return {"manifest.json": json_text({"build": build, **manifest})} | {
        f"{build}/{name}": text for name, text in files.items()
    }


def json_text(value: object) -> str:
    """JSON without spaces, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def deltas(numbers: Iterable[int]) -> list[int]:
    """Each number less the one before it, the first less 0."""
    return [after - before for before, after in pairwise((0, *numbers))]
