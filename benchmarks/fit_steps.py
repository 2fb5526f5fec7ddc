"""Fits what speaks for stated steps and for told ones, on annotated texts and on the rows of tests/specs/steps.json."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from benchmarks.annotated import Annotated, folds, snippets, told
from benchmarks.fitting import Row, fitted, using
from benchmarks.scoring import likeness, overlap, pairs
from casebook.extract.clauses import Deed, deeds
from casebook.extract.lines import lines_of
from casebook.extract.narrative import narrative
from casebook.extract.sentences import with_full_stops
from casebook.extract.stated import candidates
from casebook.extract.told import Candidate
from casebook.extract.weights import Weights

_ROWS = Path(__file__).parent.parent / "tests" / "specs" / "steps.json"
_STRENGTH, _DEED_STRENGTH, _STORY_STRENGTH = 0.3, 0.8, 0.1
_ELSEWHERE = 0.5  # a clause of a text that tells no story
_NO_STORY = 4.0  # most pages tell none
_PASSAGE = 0.5  # a passage beside a whole text
_TOLD = 1.0  # a passage of a story
_INNER = 4  # folds within the texts that are fitted on
_MATCH, _SHARE = 0.6, 0.6  # likeness of titles, and of a candidate's steps with the annotated ones
_ROW_WEIGHT, _PARTLY, _RIGHT = 0.6, 0.3, 3.0  # a row of the specification; what shares some steps; what has them


def fit(texts: Sequence[Annotated]) -> dict[str, Weights]:
    """The weights of stated steps, of told deeds, and of the stories that these make."""
    return {
        "stated": fitted([*_stated_rows(texts), *_short_rows()], _STRENGTH),
        "deeds": _deeds(texts),
        "story": fitted([*_story_rows(texts)], _STORY_STRENGTH),
    }


def _deeds(texts: Sequence[Annotated]) -> Weights:
    """Fitted on texts that tell a story, and, with less weight, on those that tell none."""
    rows = [
        row._replace(weight=weight if _tells(text) else weight * _ELSEWHERE)
        for weight, some in ((1.0, (*texts, *_spec())), (_TOLD, told()))
        for text in some
        if _tells(text) or not text.steps
        for row in _deed_rows(text)
    ]
    return fitted(rows, _DEED_STRENGTH)


def _tells(text: Annotated) -> bool:
    return any(step["kind"] == "narrative" for step in text.steps)


def _deed_rows(text: Annotated) -> Iterator[Row]:
    """Every clause that may tell a deed; those that are annotated as optional are left out."""
    shown = [span for step in text.steps if (span := _span(text, step["title"], step.get("span")))]
    spare = [span for title in text.steps_optional if (span := _span(text, title))]
    plain = with_full_stops(text.text)
    for deed in deeds(plain, lines_of(plain)):
        if any(_holds(deed, span) for span in shown):
            yield Row(deed.evidence, True)
        elif not any(_holds(deed, span) for span in spare):
            yield Row(deed.evidence, False)


def _span(text: Annotated, title: str, given: Sequence[int] | None = None) -> Sequence[int] | None:
    at = text.text.find(title)
    return given or ((at, at + len(title)) if at >= 0 else None)


def _holds(deed: Deed, span: Sequence[int]) -> bool:
    return overlap((deed.start, deed.end), span) * 2 >= span[1] - span[0]


def _story_rows(texts: Sequence[Annotated]) -> Iterator[Row]:
    """Texts that state no steps: whether they tell a story; read with weights of deeds that did not see the text."""
    for others, part in folds(texts, _INNER):
        with using({"deeds": _deeds(others)}):
            for text in part:
                yield from _story_row(text)
    with using({"deeds": _deeds(texts)}):
        for text in _spec():
            yield from _story_row(text)


def _story_row(text: Annotated) -> Iterator[Row]:
    if not text.steps or _tells(text):
        weight = 1.0 if _tells(text) else _NO_STORY
        yield from (Row(story.evidence, _tells(text), weight) for story in narrative(with_full_stops(text.text)))


def _stated_rows(texts: Sequence[Annotated]) -> Iterator[Row]:
    for text in texts:
        gold = [step["title"] for step in text.steps if step["kind"] == "explicit"]
        for one in candidates(with_full_stops(text.text)):
            yield from _row(one, gold, text.steps_optional)


def _row(one: Candidate, gold: Sequence[str], optional: Sequence[str]) -> Iterator[Row]:
    """Right, when most of its steps are those that were annotated; one that only shares some counts little."""
    titles = [step.title for step in one.steps]
    hits = len(pairs(gold, titles, likeness, _MATCH))
    is_right = hits >= _SHARE * len(titles) and hits >= _SHARE * len(gold) and hits > 0
    spare = len(pairs(optional, titles, likeness, _MATCH))
    is_partly = hits > 0 or spare >= _SHARE * len(titles)
    yield Row(one.evidence, is_right, _RIGHT if is_right else _PARTLY if is_partly else 1.0)


def _short_rows() -> Iterator[Row]:
    """Passages and the rows of the specification, each a short text of its own."""
    yield from (row._replace(weight=row.weight * _PASSAGE) for row in _stated_rows(snippets()))
    yield from (row._replace(weight=row.weight * _ROW_WEIGHT) for row in _stated_rows(_spec()))


@cache
def _spec() -> tuple[Annotated, ...]:
    """The rows of the specification that are read right, as annotated texts."""
    kinds = {"stated": "explicit", "narrative": "narrative"}
    return tuple(
        Annotated(
            id=row["why"],
            text=row["input"],
            steps=[{"title": step["title"], "kind": kinds[step["basis"]]} for step in row["expect"]],
        )
        for row in json.loads(_ROWS.read_text(encoding="utf-8"))
        if "open" not in row
    )
