"""The figures of a page with their proof: each stands once, under the source whose words say it."""

from casebook.library import Library, reporting, series
from casebook.library.grouping import grouped
from casebook.model.records import Entry
from casebook.model.terms import Indicator
from casebook.model.values import Record
from casebook.once import once
from casebook.views.addresses import term_url
from casebook.views.figures import FigureView, figures
from casebook.views.records import Link


class Proof(Record):
    """Figures with the source whose words prove them; without one, figures that nothing proves."""

    source: Link | None
    figures: tuple[FigureView, ...]


class ProofsView(Record):
    """The figures of a page by source, and their count; `leading` are the addresses of the indicators that lead on."""

    count: int
    groups: tuple[Proof, ...]
    leading: tuple[str, ...]


def proofs(library: Library, entry: Entry) -> ProofsView:
    """The figures by source, in the order in which the sources are first named; those without one come last."""
    shown = figures(library, entry)
    found = grouped((one.evidence.source if one.evidence else None, one) for one in shown)
    ordered = sorted(found, key=lambda source: source is None)
    told = dict.fromkeys(one.indicator.url for one in shown)
    return ProofsView(
        count=len(shown),
        groups=tuple(Proof(source=one, figures=found[one]) for one in ordered),
        leading=tuple(url for url in told if url in _compared(library)),
    )


@once
def _compared(library: Library) -> frozenset[str]:
    """The addresses of the indicators that more than one case reports, and that can be compared."""
    several = {indicator for indicator, cases in reporting(series(library)).items() if len(cases) > 1}
    terms = (term for term in library.vocabulary.terms("indicators") if isinstance(term, Indicator))
    return frozenset(term_url("indicators", term.id) for term in terms if term.comparable and term.id in several)
