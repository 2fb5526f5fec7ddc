"""The body of an entry: its sections and steps as HTML, its figures as marks and cards."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from casebook.library import Library
from casebook.model import Entry, Metric, Section, Step
from casebook.reading.render import Mark, Rendered, render
from casebook.views.addresses import address, entry_url, figure_anchor, step_anchor
from casebook.views.records import Evidence, Figure, Link, SectionView, StepView

StepExtras = Callable[[Step], tuple[tuple[Link, ...], tuple[Evidence, ...]]]


def body(
    library: Library, entry: Entry, extras: StepExtras = lambda step: ((), ())
) -> tuple[str, tuple[SectionView, ...]]:
    """What stands before the first heading as HTML, and the sections after it."""
    rendered = render(library.documents[entry.slug], _marks(entry.metrics), partial(address, library, entry_url(entry)))
    tops = [section for section in entry.sections if section.level == 2]
    intro = rendered.html(0, tops[0].start if tops else len(entry.text) + 1)
    return intro, tuple(_section(entry, section, rendered, extras) for section in tops)


def _marks(metrics: Iterable[Metric]) -> Iterator[Mark]:
    """A mark for each figure; the same words twice in a sentence share an anchor, which the first has."""
    seen: set[str] = {""}
    for metric in metrics:
        anchor = figure_anchor(metric)
        yield Mark(metric.start, metric.end, "" if anchor in seen else anchor, format(metric.value.normalize(), "f"))
        seen.add(anchor)


def _section(entry: Entry, section: Section, rendered: Rendered, extras: StepExtras) -> SectionView:
    inside = [step for step in entry.steps if step.id and section.start < step.start < section.end]
    before_steps = inside[0].start if inside else section.end
    return SectionView(
        anchor=section.id,
        kind=section.kind,
        title=section.title,
        html=rendered.html(section.start + len(section.title), before_steps),
        steps=tuple(_step(entry, step, rendered, extras) for step in inside),
    )


def _step(entry: Entry, step: Step, rendered: Rendered, extras: StepExtras) -> StepView:
    methods, evidence = extras(step)
    return StepView(
        number=step.number,
        anchor=step_anchor(entry, step.id),
        title=step.title,
        html=rendered.html(step.start + len(step.title), step.end),
        methods=methods,
        evidence=evidence,
    )


def figure(library: Library, entry: Entry, metric: Metric) -> Figure:
    """A metric as a card. One that stands in a heading leads to that: templates write headings, without marks."""
    return Figure(
        anchor=_heading_anchor(entry, metric) or figure_anchor(metric),
        indicator=library.vocabulary["indicators", metric.indicator].zh,
        text=metric.text,
        sentence=metric.sentence,
    )


def figures(library: Library, entry: Entry) -> tuple[Figure, ...]:
    """The metrics of an entry as cards, in the order of the text; one said twice in the same words stands once."""
    found: dict[tuple[str, str], Metric] = {}
    for metric in entry.metrics:
        found.setdefault((metric.indicator, metric.text), metric)
    return tuple(figure(library, entry, metric) for metric in found.values())


def _heading_anchor(entry: Entry, metric: Metric) -> str:
    at = bisect_right(entry.sections, metric.start, key=lambda section: section.start) - 1
    section = entry.sections[at] if at >= 0 else None
    if section is None or metric.start >= section.start + len(section.title):
        return ""
    step = next((step for step in entry.steps if step.start == section.start), None)
    return step_anchor(entry, step.id) if step else section.id
