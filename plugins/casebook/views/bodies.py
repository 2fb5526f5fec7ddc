"""The body of an entry: its sections and steps as HTML."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from casebook.addresses import (
    address,
    entry_url,
    figure_anchor,
    former_anchors,
    from_page,
    step_anchor,
    term_url,
    to_root,
)
from casebook.library import Library
from casebook.model.parts import Part
from casebook.model.records import Case, Entry, Metric, Section, Step
from casebook.model.values import Span, Struct
from casebook.reading.answers import Answer, are_general, beginning
from casebook.reading.render import Anchor, Mark, Rendered, html_of, render
from casebook.reading.structure import STEP_PARTS
from casebook.views.evidence import StepCases
from casebook.views.footnotes import Footnotes
from casebook.views.records import Link
from casebook.views.steps import MethodLink
from casebook.words import Words

StepExtras = Callable[[Step], Mapping[str, Any]]  # fields of StepView beside its words


class StepView(Struct):
    """One step of a case or method.

    A case's step has `facts`, `actors` and `methods`, whose notes are the numbers of their footnotes; a method's step
    has the `cases` in which it was done. Of what its collection wants of each step, `opening` is the first sentence and
    `answers` are the answers; `html` is the rest.
    """

    number: int
    anchor: str
    title: str
    opening: str = ""
    answers: tuple[Answer, ...] = ()
    html: str
    facts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    methods: tuple[MethodLink, ...] = ()
    cases: StepCases | None = None
    former: tuple[str, ...] = ()  # anchors that the step had before


class OrderView(Struct):
    """The order of the steps of a case and its basis.

    `basis` is a sentence about it; `stated` has a different order that the text states; `read` has steps that were read
    from the text and not confirmed by an author.
    """

    basis: str = ""
    stated: tuple[str, ...] = ()
    read: tuple[str, ...] = ()


class SectionView(Struct):
    """One part of the body: its text as `html`, then its `steps`; `is_general` if no word is from a case.

    `folded` is how many characters a folded one has, 0 for one in sight.
    """

    anchor: str
    kind: str
    title: str
    html: str
    is_general: bool = False
    order: OrderView | None = None
    steps: tuple[StepView, ...] = ()
    former: tuple[str, ...] = ()  # anchors of steps that are no more, for which the part stands in
    folded: int = 0


class BodyView(Struct):
    """The text of an entry: the HTML before the first heading, the sections, and the targets of its links."""

    intro: str
    sections: tuple[SectionView, ...]
    footnotes: tuple[Link, ...]


def body(
    library: Library,
    entry: Entry,
    extras: StepExtras = lambda step: {},
    unlinked: Collection[int] = (),
    cuts: Iterable[Span] = (),
    *,
    is_marked: bool = True,
) -> BodyView:
    """The text of an entry, the parts that are folded last; `extras` gives the fields of a step besides its text.

    `unlinked` are links without need, `cuts` is what the text need not say, since the page says it elsewhere.
    Where `is_marked` is false its figures are not marked: another page shows it, which may show it twice.
    """
    url = entry_url(entry)
    mentions = (mention for mention in library.mentions(entry.slug) if mention.start not in unlinked)
    anchors = (Anchor(m.start, m.end, from_page(url, term_url(*m.target))) for m in mentions)
    rendered = render(
        library.bodies[entry.slug].document,
        _marks(entry.metrics) if is_marked else (),
        partial(address, library, url),
        anchors,
        cuts,
        unlinked,
    )
    tops = [section for section in entry.sections if section.level == 2]
    notes = Footnotes(Link(text=text, url=to_root(url, href)) for text, href in rendered.notes)
    text = _Text(
        library.words, entry, library.collection.sections.of(entry.kind), rendered, extras, former_anchors(entry), notes
    )
    return BodyView(
        intro=rendered.html(0, tops[0].start if tops else len(entry.text) + 1),
        sections=tuple(sorted((_section(text, section) for section in tops), key=lambda part: part.folded > 0)),
        footnotes=tuple(notes.links.values()),
    )


@dataclass(frozen=True)
class _Text:
    """What the parts of a body are made of; they add to the footnotes."""

    words: Words
    entry: Entry
    parts: Mapping[str, Part]
    rendered: Rendered
    extras: StepExtras
    former: Mapping[str, tuple[str, ...]]
    notes: Footnotes


def _marks(metrics: Iterable[Metric]) -> Iterator[Mark]:
    """A mark for each figure; if a sentence repeats the same words, only the first mark has the anchor."""
    seen: set[str] = {""}
    for metric in metrics:
        anchor = figure_anchor(metric)
        yield Mark(metric.start, metric.end, "" if anchor in seen else anchor, format(metric.value.normalize(), "f"))
        seen.add(anchor)


def _section(text: _Text, section: Section) -> SectionView:
    inside = [step for step in text.entry.steps if step.id and section.start < step.start < section.end]
    before_steps = inside[0].start if inside else section.end
    blocks = text.rendered.blocks(section.start + len(section.title), before_steps)
    return SectionView(
        anchor=section.id,
        kind=section.kind,
        title=section.title,
        html=html_of(blocks),
        is_general=are_general(blocks),
        order=_order(text.words, text.entry, inside) if section.kind == "how" else None,
        steps=tuple(_step(text, step) for step in inside),
        former=text.former.get(section.id, ()),
        folded=_folded(text, section),
    )


def _folded(text: _Text, section: Section) -> int:
    """The characters of a part that is folded, 0 for one in sight.

    That is what its collection does not need at once, or does not know; what tells no steps shows all of its text.
    """
    part = text.parts.get(section.kind)
    is_folded = text.entry.steps and (part is None or part.folded)
    return section.end - section.start - len(section.title) if is_folded else 0


def _step(text: _Text, step: Step) -> StepView:
    blocks = text.rendered.blocks(step.start + len(step.title), step.end)
    begun = beginning(blocks, text.parts[STEP_PARTS[text.entry.kind]])
    fields = dict(text.extras(step))
    fields["methods"] = text.notes.numbered(fields.get("methods", ()))
    return StepView(
        number=step.number,
        anchor=step_anchor(text.entry, step.id),
        title=step.title,
        opening=begun.opening,
        answers=begun.answers,
        html=begun.rest,
        former=text.former.get(step.id, ()),
        **fields,
    )


def _order(words: Words, entry: Entry, inside: list[Step]) -> OrderView | None:
    """The OrderView of a case; None for other entries."""
    if not isinstance(entry, Case) or not entry.steps:
        return None
    if not inside:
        return OrderView(read=tuple(step.title for step in entry.steps))
    return OrderView(basis=words[f"steps_basis_{inside[0].basis}"], stated=entry.stated_order)
