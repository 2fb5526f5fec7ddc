"""The body of an entry: its sections and steps as HTML."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial

from casebook.library import Library
from casebook.model.records import Case, Entry, Metric, Section, Step
from casebook.model.values import Record
from casebook.reading.answers import Answer, are_general, beginning
from casebook.reading.render import Anchor, Mark, Rendered, html_of, render
from casebook.reading.structure import STEP_PARTS
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
from casebook.views.evidence import StepCases
from casebook.views.records import Link
from casebook.views.steps import StepFigure
from casebook.words import Words

StepExtras = Callable[[Step], Mapping[str, object]]  # fields of StepView beside its words


class StepView(Record):
    """One step of a case or method.

    A case's step has `facts`, `figures` and `actors`, a method's step the `cases` in which it was done. Of what its
    collection wants of each step, `opening` is the first sentence and `answers` are the answers; `html` is the rest.
    """

    number: int
    anchor: str
    title: str
    opening: str = ""
    answers: tuple[Answer, ...] = ()
    html: str
    facts: tuple[str, ...] = ()
    figures: tuple[StepFigure, ...] = ()
    actors: tuple[Link, ...] = ()
    methods: tuple[Link, ...] = ()
    cases: StepCases | None = None
    former: tuple[str, ...] = ()  # anchors that the step had before


class OrderView(Record):
    """The order of the steps of a case and its basis.

    `basis` is a sentence about it; `stated` has a different order that the text states; `read` has steps that were read
    from the text and not confirmed by an author.
    """

    basis: str = ""
    stated: tuple[str, ...] = ()
    read: tuple[str, ...] = ()


class SectionView(Record):
    """One part of the body: its text as `html`, then its `steps`; `is_general` if no word is from a case."""

    anchor: str
    kind: str
    title: str
    html: str
    is_general: bool = False
    order: OrderView | None = None
    steps: tuple[StepView, ...] = ()
    former: tuple[str, ...] = ()  # anchors of steps that are no more, for which the part stands in


class BodyView(Record):
    """The text of an entry: the HTML before the first heading, the sections, and the targets of its links."""

    intro: str
    sections: tuple[SectionView, ...]
    footnotes: tuple[Link, ...]


def body(
    library: Library, entry: Entry, extras: StepExtras = lambda step: {}, unlinked: Collection[int] = ()
) -> BodyView:
    """The text of an entry; `extras` gives the fields of a step besides its text, `unlinked` are links without need."""
    url = entry_url(entry)
    anchors = (Anchor(m.start, m.end, from_page(url, term_url(*m.target))) for m in library.mentions(entry.slug))
    rendered = render(
        library.structures[entry.slug].document,
        _marks(entry.metrics),
        partial(address, library, url),
        anchors,
        unlinked,
    )
    tops = [section for section in entry.sections if section.level == 2]
    former = former_anchors(entry)
    return BodyView(
        intro=rendered.html(0, tops[0].start if tops else len(entry.text) + 1),
        sections=tuple(_section(library, entry, section, rendered, extras, former) for section in tops),
        footnotes=tuple(Link(text=text, url=to_root(url, href)) for text, href in rendered.notes),
    )


def _marks(metrics: Iterable[Metric]) -> Iterator[Mark]:
    """A mark for each figure; if a sentence repeats the same words, only the first mark has the anchor."""
    seen: set[str] = {""}
    for metric in metrics:
        anchor = figure_anchor(metric)
        yield Mark(metric.start, metric.end, "" if anchor in seen else anchor, format(metric.value.normalize(), "f"))
        seen.add(anchor)


def _section(
    library: Library,
    entry: Entry,
    section: Section,
    rendered: Rendered,
    extras: StepExtras,
    former: Mapping[str, tuple[str, ...]],
) -> SectionView:
    inside = [step for step in entry.steps if step.id and section.start < step.start < section.end]
    before_steps = inside[0].start if inside else section.end
    blocks = rendered.blocks(section.start + len(section.title), before_steps)
    return SectionView(
        anchor=section.id,
        kind=section.kind,
        title=section.title,
        html=html_of(blocks),
        is_general=are_general(blocks),
        order=_order(library.words, entry, inside) if section.kind == "how" else None,
        steps=tuple(_step(library, entry, step, rendered, extras, former.get(step.id, ())) for step in inside),
        former=former.get(section.id, ()),
    )


def _step(
    library: Library, entry: Entry, step: Step, rendered: Rendered, extras: StepExtras, former: tuple[str, ...]
) -> StepView:
    part = library.structures[entry.slug].parts[STEP_PARTS[entry.kind]]
    begun = beginning(rendered.blocks(step.start + len(step.title), step.end), part)
    return StepView.model_validate(
        {
            "number": step.number,
            "anchor": step_anchor(entry, step.id),
            "title": step.title,
            "opening": begun.opening,
            "answers": begun.answers,
            "html": begun.rest,
            "former": former,
            **extras(step),
        }
    )


def _order(words: Words, entry: Entry, inside: list[Step]) -> OrderView | None:
    """The OrderView of a case; None for other entries."""
    if not isinstance(entry, Case) or not entry.steps:
        return None
    if not inside:
        return OrderView(read=tuple(step.title for step in entry.steps))
    return OrderView(basis=words[f"steps_basis_{inside[0].basis}"], stated=entry.stated_order)
