"""The texts that extraction is timed on."""

from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

CONTENT = Path("content")
_FOLDERS = ("cases", "methods")


def documents(files: Iterable[Path], size: int) -> list[str]:
    """The bodies of all cases and methods, then `files`, over and over, each as it is, up to `size` bytes of UTF-8."""
    bodies = [_body(path) for folder in _FOLDERS for path in sorted((CONTENT / folder).glob("*.md"))]
    found: list[str] = []
    total = 0
    for text in cycle([*bodies, *(path.read_text(encoding="utf-8") for path in files)]):
        if total >= size:
            break
        found.append(_copy(text))
        total += len(text.encode())
    return found


def _body(path: Path) -> str:
    """The Markdown of a content file without its front matter."""
    return path.read_text(encoding="utf-8").split("\n---\n", 1)[1]


def _copy(text: str) -> str:
    """The same characters as a string of its own, as if it came from a file of its own."""
    return text.encode().decode()


def largest() -> Path:
    """The largest file of the cases and methods."""
    return max(
        (path for folder in _FOLDERS for path in (CONTENT / folder).glob("*.md")), key=lambda path: path.stat().st_size
    )


def megabytes(texts: Iterable[str]) -> float:
    """How much UTF-8 the texts are, in millions of bytes."""
    return sum(len(text.encode()) for text in texts) / 1e6
