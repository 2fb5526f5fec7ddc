"""The strip at the head of a case: people, time and money, one figure each, and what its source does not tell."""

from collections.abc import Sequence
from decimal import Decimal
from typing import get_args

from casebook.extract.units import unit_kind
from casebook.library import Library, achieved
from casebook.model.records import Case, Metric
from casebook.model.terms import Indicator, Takes
from casebook.model.values import Struct
from casebook.once import once
from casebook.views.cards import HEAD_SCOPES
from casebook.views.figures import figure_link, plain_notes
from casebook.views.records import Link
from casebook.vocabulary import Vocabulary

BEFORE = "problem"  # the part whose figures tell what was there before, not what it took
PERSONS = "人"  # a kind of unit: 人次 are no people

# Days in a unit of time, to tell the longest: one where it is not named, and none in what is shorter than a day.
_DAYS = {"秒": 0, "分钟": 0, "小时": 0, "周": 7, "星期": 7, "个月": 30, "个季度": 90, "年": 365}


class StripCell(Struct):
    """One of people, time and money: a figure that leads to its sentence, and what it counts."""

    label: str
    figure: Link
    what: str


class StripView(Struct):
    """The cells that a case has, and the names of those that it does not report."""

    cells: tuple[StripCell, ...]
    lacking: tuple[str, ...]


def strip(library: Library, case: Case) -> StripView | None:
    """The strip of a case; None where no indicator of the collection says what it takes.

    Each cell has the first of its indicators that the case reports, inputs first, else in the order of the vocabulary.
    """
    asked = {kind: _indicators(library.vocabulary, kind) for kind in get_args(Takes)}
    own = [metric for metric in achieved(library, case) if not library.programme(case, metric)]
    found = {kind: _told(case, own, ids) for kind, ids in asked.items()}
    label = {kind: library.words[f"strip_{kind}"] for kind in asked}
    if not any(asked.values()):
        return None
    return StripView(
        cells=tuple(_cell(library, case, label[kind], metric) for kind, metric in found.items() if metric),
        lacking=tuple(label[kind] for kind, metric in found.items() if asked[kind] and not metric),
    )


@once
def _indicators(vocabulary: Vocabulary, kind: str) -> Sequence[str]:
    """The ids of the indicators that tell `kind` of what it took, in the order in which they are asked for."""
    terms = (term for term in vocabulary.terms("indicators") if isinstance(term, Indicator))
    return [term.id for term in sorted(terms, key=lambda term: term.kind != "input") if term.takes == kind]


def _told(case: Case, metrics: Sequence[Metric], indicators: Sequence[str]) -> Metric | None:
    """The figure that tells most of the first of `indicators` that a case reports; None if it reports none."""
    before = [part for part in case.sections if part.level == 2 and part.kind == BEFORE]
    known = [
        metric
        for metric in metrics
        if metric.indicator in indicators and not any(part.start <= metric.start < part.end for part in before)
    ]
    return min(known, key=lambda metric: _rank(case, metric, indicators), default=None)


def _rank(case: Case, metric: Metric, indicators: Sequence[str]) -> tuple[int, int, bool, bool, Decimal]:
    """The least is told: of the first indicator, of the whole, in a step, of persons, and then the largest."""
    return (
        indicators.index(metric.indicator),
        -HEAD_SCOPES.get(metric.scope, 0),
        not any(step.start <= metric.start < step.end for step in case.steps),
        unit_kind(metric.unit) != PERSONS,
        -metric.value * _DAYS.get(metric.unit, 1),
    )


def _cell(library: Library, case: Case, label: str, metric: Metric) -> StripCell:
    """The cell of a figure; a duration in a step is that of the step."""
    term = library.vocabulary["indicators", metric.indicator]
    assert isinstance(term, Indicator)
    step = next((step.title for step in case.steps if step.start <= metric.start < step.end), "")
    what = (step if term.vague and step else term.zh, *plain_notes(library, case, metric))
    return StripCell(label=label, figure=figure_link(case, metric), what=library.words.text_comma.join(what))
