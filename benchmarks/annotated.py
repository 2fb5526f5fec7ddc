"""Annotated texts as the gold standard of this field writes them: one JSON file a text."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "tests" / "gold"
OPEN, KEPT, STORIES, SNIPPETS, TOLD = (FOLDER / name for name in ("open", "kept", "stories", "snippets", "told"))


@dataclass(frozen=True)
class Annotated:
    """A text with its figures, the numbers that are none, its steps and tags; the keys are those of the files."""

    id: str
    text: str
    metrics: Sequence[dict[str, Any]] = ()
    not_metrics: Sequence[dict[str, Any]] = ()
    steps: Sequence[dict[str, Any]] = ()
    steps_optional: Sequence[str] = ()
    tags: dict[str, list[Any]] = field(default_factory=dict)


def annotated(*folders: Path) -> tuple[Annotated, ...]:
    """The annotated texts of folders, in the order of their names."""
    paths = sorted(path for folder in folders for path in folder.glob("*.json"))
    return tuple(_one(json.loads(path.read_text(encoding="utf-8"))) for path in paths)


def snippets() -> tuple[Annotated, ...]:
    """Short passages with a chain or a list, and which of its items are steps: a JSON object a line."""
    return _passages(SNIPPETS, "explicit")


def told() -> tuple[Annotated, ...]:
    """Passages of stories, and which of their deeds are steps."""
    return _passages(TOLD, "narrative")


def _passages(folder: Path, kind: str) -> tuple[Annotated, ...]:
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(_passage(json.loads(line), kind) for line in lines)


def _passage(row: dict[str, Any], kind: str) -> Annotated:
    steps = [{"title": title, "kind": kind} for title in row["steps"]]
    return Annotated(id=row["id"], text=row["text"], steps=steps, steps_optional=row["optional"])


def _one(row: dict[str, Any]) -> Annotated:
    return Annotated(**{key: row[key] for key in Annotated.__dataclass_fields__ if key in row})


def folds(texts: Iterable[Annotated], count: int = 5) -> list[tuple[list[Annotated], list[Annotated]]]:
    """`count` pairs of (texts to fit on, texts to judge by); each is judged once, dealt out in the order of names."""
    ordered = sorted(texts, key=lambda text: text.id)
    parts = [ordered[at::count] for at in range(count)]
    return [([text for other in parts if other is not part for text in other], part) for part in parts]
