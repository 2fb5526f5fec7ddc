"""The figures of entries as cards, words and links."""

from casebook.addresses import entry_url, figure_place
from casebook.dates import date_zh
from casebook.library import Library, lasting, original
from casebook.model.records import Case, Entry, Evidence, Metric
from casebook.model.values import Struct
from casebook.oral import has_oral
from casebook.reading.process import without_pointers
from casebook.views.addresses import term_link
from casebook.views.records import Link

_LEADS_ON = "；;，,：:"  # at the end of a sentence that is quoted alone


class EvidenceView(Struct):
    """The evidence of a figure: its source, the place in it, and the source's words."""

    source: Link
    locator: str
    quote: str


class FigureView(Struct):
    """A metric as a card: its indicator, its words, its sentence, and the anchor where it is marked.

    `text` includes the value before a change (251项 → 62项). `notes` are scope, date and kind of money, as far
    as its name does not say them.
    """

    anchor: str
    indicator: Link
    text: str
    sentence: str
    notes: tuple[str, ...] = ()
    evidence: EvidenceView | None = None


def figure(library: Library, entry: Entry, metric: Metric) -> FigureView:
    """The card of a metric; if it repeats the figure of a case, it has the indicator and evidence of that one."""
    source = original(library, entry, metric)
    return FigureView(
        anchor=figure_place(entry, metric),
        indicator=term_link("indicators", library.vocabulary["indicators", source.indicator]),
        text=written(metric),
        sentence=quoted(metric),
        notes=plain_notes(library, entry, metric),
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
    scope = library.vocabulary["scopes", metric.scope].zh if metric.scope else ""
    return tuple(filter(None, (scope, *_circumstances(library, entry, metric))))


def plain_notes(library: Library, entry: Entry, metric: Metric) -> tuple[str, ...]:
    """The notes on a figure where nothing is compared: what counts all needs none, nor what its date or name says."""
    known = {"final": "", "interim": "" if metric.as_of else library.words.figures_interim}
    scope = library.vocabulary["scopes", metric.scope].zh if metric.scope else ""
    name = library.vocabulary["indicators", metric.indicator].zh
    said = (known.get(metric.scope, scope), *_circumstances(library, entry, metric))
    return tuple(one for one in said if one and one not in name)


def _circumstances(library: Library, entry: Entry, metric: Metric) -> tuple[str, ...]:
    """The date and the kind of money of a figure, and the other case that it belongs to."""
    find, owner = library.vocabulary, library.entry(library.programme(entry, metric))
    is_told = not metric.evidence and has_oral(find, entry.front)
    return (
        library.words.figures_oral if is_told else "",
        library.words("figures_as_of", day=date_zh(metric.as_of)) if metric.as_of else "",
        find["money-kinds", metric.money].zh if metric.money else "",
        library.words("figures_of_case", case=owner.front.title) if owner else "",
    )


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


def figure_link(case: Case, metric: Metric) -> Link:
    """A link to a figure as written, whose note is its sentence."""
    return Link(text=written(metric), url=f"{entry_url(case)}#{figure_place(case, metric)}", note=quoted(metric))


def noted_link(library: Library, case: Case, metric: Metric) -> Link:
    """A link to a figure as written, whose note has its scope, date and kind of money."""
    place = f"{entry_url(case)}#{figure_place(case, metric)}"
    return Link(text=written(metric), url=place, note=library.words.text_comma.join(notes(library, case, metric)))
