"""The figures of entries as cards, words and links."""

from collections.abc import Sequence

from casebook.dates import date_zh
from casebook.library import Library, lasting, original
from casebook.model.records import Case, Entry, Evidence, Metric
from casebook.model.values import Record
from casebook.reading.process import without_pointers
from casebook.views.addresses import entry_url, figure_place, term_link
from casebook.views.records import Link

_LEADS_ON = "；;，,：:"  # at the end of a sentence that is quoted alone


class EvidenceView(Record):
    """The evidence of a figure: its source, the place in it, and the source's words."""

    source: Link
    locator: str
    quote: str


class FigureView(Record):
    """A metric as a card: its indicator, its words, its sentence, and the anchor where it is marked.

    `text` includes the value before a change (251项 → 62项). `notes` are scope, date and kind of money.
    """

    anchor: str
    indicator: Link
    text: str
    sentence: str
    notes: tuple[str, ...] = ()
    evidence: EvidenceView | None = None


class SourceFigures(Record):
    """The figures of a page whose evidence is from one source; those without evidence have none."""

    source: Link | None
    figures: tuple[FigureView, ...]


def figure(library: Library, entry: Entry, metric: Metric) -> FigureView:
    """The card of a metric; if it repeats the figure of a case, it has the indicator and evidence of that one."""
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
    """The sentence of a figure as a quotation: without pointers to other pages and without a final comma."""
    return without_pointers(metric.sentence).rstrip(_LEADS_ON)


def written(metric: Metric) -> str:
    """The words of a figure, with the value before a change: 251项 → 62项."""
    return metric.text if metric.before is None else f"{metric.before:f}{metric.unit} → {metric.text}"


def notes(library: Library, entry: Entry, metric: Metric) -> tuple[str, ...]:
    """The notes on a figure: scope, date, kind of money, the other case that it belongs to."""
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
    """The cards of an entry's metrics in the order of the text, without repetitions in the same words."""
    found: dict[tuple[str, ...], Metric] = {}
    for metric in lasting(entry.metrics):
        found.setdefault((metric.indicator, metric.text, metric.scope, metric.programme), metric)
    return tuple(figure(library, entry, metric) for metric in found.values())


def by_source(figures: Sequence[FigureView]) -> tuple[SourceFigures, ...]:
    """Figures by the source of their evidence, in the order of the text."""
    found: dict[str, list[FigureView]] = {}
    for one in figures:
        found.setdefault(one.evidence.source.url if one.evidence else "", []).append(one)
    return tuple(
        SourceFigures(source=some[0].evidence.source if some[0].evidence else None, figures=tuple(some))
        for some in found.values()
    )


def figure_link(case: Case, metric: Metric) -> Link:
    """A link to a figure as written, whose note is its sentence."""
    return Link(text=written(metric), url=f"{entry_url(case)}#{figure_place(case, metric)}", note=quoted(metric))


def noted_link(library: Library, case: Case, metric: Metric) -> Link:
    """A link to a figure as written, whose note has its scope, date and kind of money."""
    place = f"{entry_url(case)}#{figure_place(case, metric)}"
    return Link(text=written(metric), url=place, note=library.words.text_comma.join(notes(library, case, metric)))
