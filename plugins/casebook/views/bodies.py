"""The body of an entry: its sections and steps as HTML, its figures as marks and cards."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from casebook.dates import date_zh
from casebook.library import Library, lasting, original
from casebook.model.records import Case, Entry, Evidence, Metric, Section, Step
from casebook.reading.process import without_pointers
from casebook.reading.render import Anchor, Mark, Rendered, render
from casebook.views.addresses import (
    address,
    entry_url,
    figure_anchor,
    figure_place,
    former_anchors,
    from_page,
    step_anchor,
    term_link,
    term_url,
    to_root,
)
from casebook.views.records import BodyView, EvidenceView, FigureView, Link, OrderView, SectionView, StepView
from casebook.words import Words

_LEADS_ON = "；;，,：:"  # at the end of a sentence that is quoted alone

StepExtras = Callable[[Step], Mapping[str, object]]  # fields of StepView beside its words


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


def figure(library: Library, entry: Entry, metric: Metric) -> FigureView:
    """A metric as a card; what it measures and its evidence are those of the figure that it tells again."""
    source = original(library, entry, metric)
    return FigureView(
        anchor=figure_place(entry, metric),
        indicator=term_link("indicators", library.vocabulary["indicators", source.indicator]),
        text=written(metric),
        sentence=quoted(metric),
        notes=notes(library, entry, metric),
        evidence=_evidence(library, source.evidence),
    )


def quoted(metric: Metric) -> str:
    """The sentence of a figure as it stands alone: without pointers to other pages, and without what leads on."""
    return without_pointers(metric.sentence).rstrip(_LEADS_ON)


def written(metric: Metric) -> str:
    """The words of a figure; with what it was before, where it changed: 251项 → 62项."""
    return metric.text if metric.before is None else f"{metric.before:f}{metric.unit} → {metric.text}"


def notes(library: Library, entry: Entry, metric: Metric) -> tuple[str, ...]:
    """What is known of a figure beside its value: scope, date, kind of money, the case it belongs to."""
    find, owner = library.vocabulary, library.entry(library.programme(entry, metric))
    said = (
        find["scopes", metric.scope].zh if metric.scope else "",
        library.words("figures_as_of", day=date_zh(metric.as_of)) if metric.as_of else "",
        find["money-kinds", metric.money].zh if metric.money else "",
        library.words("figures_of_case", case=owner.front.title) if owner else "",
    )
    return tuple(filter(None, said))


def _evidence(library: Library, found: Evidence | None) -> EvidenceView | None:
    if found is None:
        return None
    source = library.vocabulary["sources", found.source]
    return EvidenceView(source=term_link("sources", source), locator=found.locator, quote=found.quote)


def figures(library: Library, entry: Entry) -> tuple[FigureView, ...]:
    """The metrics of an entry as cards, in the order of the text; one said twice in the same words stands once."""
    found: dict[tuple[str, ...], Metric] = {}
    for metric in lasting(entry.metrics):
        found.setdefault((metric.indicator, metric.text, metric.scope, metric.programme), metric)
    return tuple(figure(library, entry, metric) for metric in found.values())
