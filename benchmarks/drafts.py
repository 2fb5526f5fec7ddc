"""What drafts hold of what finished pages or annotations hold, and what is left to a person.

`python -m benchmarks.drafts FOLDER` reads `FOLDER/sources/*.txt`, of which the cases of this collection were made, and
annotated texts below `FOLDER/gold` (`--gold NAME …` names them). Of the pages made from one source everything counts
together: an article is about several cases, and its draft has all that it tells.
"""

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring import likeness, pairs
from casebook.articles import article
from casebook.documents import read_document
from casebook.drafting import DraftText, Found, drafted
from casebook.extract.organisations import is_own
from casebook.files import read_gazetteer, read_site
from casebook.library import Library
from casebook.model.records import Case
from casebook.reading.todos import TODO
from casebook.wrong import Wrong

KINDS = ("places", "organisations", "figures", "steps")
_ALIKE = 0.6  # likeness of two names of a step, or of an organisation
_CONTENT = Path(__file__).parent.parent / "content"
_TODAY = datetime.date(2026, 11, 30)


@dataclass(frozen=True)
class Told:
    """What a text tells by one reading: names of places, organisations and steps, (paragraph, words) of figures."""

    places: Sequence[str] = ()
    organisations: Sequence[str] = ()
    figures: Sequence[tuple[int, str]] = ()
    steps: Sequence[str] = ()


def of_draft(found: Found) -> Told:
    """What a draft holds."""
    places = [name for place in found.places for name in (*place.above, place.name.removeprefix("".join(place.above)))]
    return Told(
        places=[*dict.fromkeys(places)],
        organisations=[body.name for body in found.bodies],
        figures=[(one.said.paragraph, one.text) for one in (*found.figures, *found.left)],
        steps=[step.title for step in found.steps],
    )


def of_pages(cases: Iterable[Case], library: Library) -> Told:
    """What the pages made from one source hold together."""
    cases, vocabulary = [*cases], library.vocabulary
    places = [up.zh for case in cases for name in case.front.places for up in vocabulary.lineage(name)]
    bodies = [vocabulary["organisations", one.organisation].zh for case in cases for one in case.front.organisations]
    proven = [one.evidence for case in cases for one in case.metrics if one.evidence]
    return Told(
        places=[*dict.fromkeys(places)],
        organisations=[*dict.fromkeys(bodies)],
        figures=[*dict.fromkeys((int(one.locator[1:-1]), one.quote) for one in proven)],
        steps=[*dict.fromkeys(step.title for case in cases for step in case.steps)],
    )


def of_gold(row: Mapping[str, Any]) -> Told:
    """What an annotation holds; of those who act, the organisations by name."""
    lines = Lines(row["text"])
    return Told(
        places=[place["name"] for place in row["tags"]["places"]],
        organisations=[name for name in row["tags"]["actors"] if is_own(name)],
        figures=[(lines.paragraph(one["span"][0]), one["text"]) for one in row["metrics"]],
        steps=[step["title"] for step in row["steps"]],
    )


class Lines:
    """The paragraphs of a text by offset."""

    def __init__(self, text: str) -> None:
        self._text = text

    def paragraph(self, offset: int) -> int:
        """How many lines that are not empty begin up to an offset."""
        return sum(1 for line in self._text[: offset + 1].split("\n") if line.strip()) or 1


def compared(read: Told, gold: Told) -> Counter[str]:
    """How many of each kind were read, are gold, and are both."""
    counts: Counter[str] = Counter()
    for kind in KINDS:
        one, other = getattr(read, kind), getattr(gold, kind)
        same = _same_figure if kind == "figures" else likeness
        counts[f"{kind} hit"] = len(pairs(other, one, same, 0.8 if kind == "places" else _ALIKE))
        counts[f"{kind} read"], counts[f"{kind} gold"] = len(one), len(other)
    return counts


def _same_figure(gold: tuple[int, str], read: tuple[int, str]) -> float:
    plain = ["".join(words.split()) for _, words in (gold, read)]
    return float(gold[0] == read[0] and (plain[0] in plain[1] or plain[1] in plain[0]))


def questions(draft: DraftText) -> Counter[str]:
    """What a draft asks, by where it asks."""
    head, _, body = draft.text.partition("\n---\n")
    asked = Counter(_asked_in(head))
    asked["正文"] = len(TODO.findall(body)) - len(draft.found.steps)
    asked["步骤名"] = len(draft.found.steps)
    return asked


def _asked_in(head: str) -> Iterator[str]:
    key = ""
    for line in head.split("\n"):
        key = line.split(":")[0] if line[:1].isalpha() else key
        yield from (key for _ in TODO.findall(line))


def main() -> None:
    """Print a row for each text, and what its draft asks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gold", nargs="*", default=())
    args = parser.parse_args()
    library = read_site(_CONTENT, gazetteer=read_gazetteer()).library
    total: Counter[str] = Counter()
    for name, draft, gold in (*_sources(args.folder, library), *_golds(args.folder, args.gold, library)):
        counts = compared(of_draft(draft.found), gold)
        total += counts
        print(name, _row(counts), "待办", sum(questions(draft).values()), dict(questions(draft)))
    print("together", _row(total))


def _sources(folder: Path, library: Library) -> Iterator[tuple[str, DraftText, Told]]:
    for path in sorted((folder / "sources").glob("*.txt")):
        read = read_document(str(path))
        assert not isinstance(read, Wrong)
        ids = [source.id for source in library.vocabulary.terms("sources") if _words(source.zh) in _words(read.text)]
        cases = [case for case in library.cases.values() if set(ids) & set(case.front.sources)]
        draft = drafted(read, library, _TODAY)
        assert isinstance(draft, DraftText)
        yield path.stem[:3], draft, of_pages(cases, library)


def _words(text: str) -> str:
    """A text without its marks, which pages and those who copied them write differently."""
    return "".join(filter(str.isalnum, text))


def _golds(folder: Path, names: Sequence[str], library: Library) -> Iterator[tuple[str, DraftText, Told]]:
    for path in sorted((folder / "gold").glob("*/*.json")):
        if path.stem in names or path.parent.name in names:
            row = json.loads(path.read_text(encoding="utf-8"))
            draft = drafted(article(row["text"], ".txt"), library, _TODAY)
            if isinstance(draft, DraftText):
                yield path.stem, draft, of_gold(row)


def _row(counts: Mapping[str, int]) -> str:
    return "  ".join(f"{kind} {_share(counts, kind, 'read')} {_share(counts, kind, 'gold')}" for kind in KINDS)


def _share(counts: Mapping[str, int], kind: str, of: str) -> str:
    hit, every = counts[f"{kind} hit"], counts[f"{kind} {of}"]
    return f"{'P' if of == 'read' else 'R'} {hit}/{every}"


if __name__ == "__main__":
    main()
