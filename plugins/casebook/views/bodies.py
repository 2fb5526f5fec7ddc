"""The body of an entry: its sections and steps as HTML, its figures as marks and cards."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from casebook.library import Library
from casebook.model.records import Case, Entry, Metric, Section, Step
from casebook.model.values import Record
from casebook.reading.render import Anchor, Mark, Rendered, render
from casebook.views.addresses import (
    address,
    entry_url,
    figure_anchor,
    former_anchors,
    from_page,
    step_anchor,
    term_url,
    to_root,
)
from casebook.views.records import Link
from casebook.views.steps import DeviationView, StepEvidence, StepFigure
from casebook.words import Words

StepExtras = Callable[[Step], Mapping[str, object]]  # fields of StepView beside its words


class StepView(Record):
    """One step of a case or method.

    `facts`, `figures` and `actors` are told in a case's step. On a method, `count` says how many of the cases that tell
    its steps tell of this one, and `silent` which do not.
    """

    number: int
    anchor: str
    title: str
    html: str
    facts: tuple[str, ...] = ()
    figures: tuple[StepFigure, ...] = ()
    actors: tuple[Link, ...] = ()
    methods: tuple[Link, ...] = ()
    evidence: tuple[StepEvidence, ...] = ()
    deviations: tuple[DeviationView, ...] = ()
    silent: tuple[Link, ...] = ()
    count: str = ""
    former: tuple[str, ...] = ()  # anchors that the step had before


class OrderView(Record):
    """What the order of a case's steps rests on.

    `basis` is a sentence on it; `stated` has another order that the text states, `read` the steps that were read out
    of the words and that no author has confirmed.
    """

    basis: str = ""
    stated: tuple[str, ...] = ()
    read: tuple[str, ...] = ()


class SectionView(Record):
    """One part of the body; `steps` come after `html`."""

    anchor: str
    kind: str
    title: str
    html: str
    order: OrderView | None = None
    steps: tuple[StepView, ...] = ()
    former: tuple[str, ...] = ()  # anchors of steps that are no more, for which the part stands in


class BodyView(Record):
    """The text of an entry: what stands before the first heading as HTML, the sections, where its links lead."""

    intro: str
    sections: tuple[SectionView, ...]
    footnotes: tuple[Link, ...]


def body(library: Library, entry: Entry, extras: StepExtras = lambda step: {}) -> BodyView:
    """The text of an entry; `extras` tells what stands beside the words of a step."""
    url = entry_url(entry)
    anchors = (Anchor(m.start, m.end, from_page(url, term_url(*m.target))) for m in library.mentions(entry.slug))
    rendered = render(
        library.structures[entry.slug].document, _marks(entry.metrics), partial(address, library, url), anchors
    )
    tops = [section for section in entry.sections if section.level == 2]
    former = former_anchors(entry)
    return BodyView(
        intro=rendered.html(0, tops[0].start if tops else len(entry.text) + 1),
        sections=tuple(_section(library.words, entry, section, rendered, extras, former) for section in tops),
        footnotes=tuple(Link(text=text, url=to_root(url, href)) for text, href in rendered.notes),
    )


def _marks(metrics: Iterable[Metric]) -> Iterator[Mark]:
    """A mark for each figure; the same words twice in a sentence share an anchor, which the first has."""
    seen: set[str] = {""}
    for metric in metrics:
        anchor = figure_anchor(metric)
        yield Mark(metric.start, metric.end, "" if anchor in seen else anchor, format(metric.value.normalize(), "f"))
        seen.add(anchor)


def _section(
    words: Words,
    entry: Entry,
    section: Section,
    rendered: Rendered,
    extras: StepExtras,
    former: Mapping[str, tuple[str, ...]],
) -> SectionView:
    inside = [step for step in entry.steps if step.id and section.start < step.start < section.end]
    before_steps = inside[0].start if inside else section.end
    return SectionView(
        anchor=section.id,
        kind=section.kind,
        title=section.title,
        html=rendered.html(section.start + len(section.title), before_steps),
        order=_order(words, entry, inside) if section.kind == "how" else None,
        steps=tuple(_step(entry, step, rendered, extras, former.get(step.id, ())) for step in inside),
        former=former.get(section.id, ()),
    )


def _step(entry: Entry, step: Step, rendered: Rendered, extras: StepExtras, former: tuple[str, ...]) -> StepView:
    return StepView.model_validate(
        {
            "number": step.number,
            "anchor": step_anchor(entry, step.id),
            "title": step.title,
            "html": rendered.html(step.start + len(step.title), step.end),
            "former": former,
            **extras(step),
        }
    )


def _order(words: Words, entry: Entry, inside: list[Step]) -> OrderView | None:
    """What the order of the steps of a case rests on."""
    if not isinstance(entry, Case) or not entry.steps:
        return None
    if not inside:
        return OrderView(read=tuple(step.title for step in entry.steps))
    return OrderView(basis=words[f"steps_basis_{inside[0].basis}"], stated=entry.stated_order)
