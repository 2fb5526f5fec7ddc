"""The figures of a page with their proof: each stands once, under the source whose words say it."""

from collections.abc import Collection, Sequence

from casebook.addresses import term_url
from casebook.library import Library, reporting, series
from casebook.library.grouping import grouped
from casebook.model.records import Case, Entry
from casebook.model.terms import Indicator
from casebook.model.values import Struct
from casebook.once import once
from casebook.oral import has_oral
from casebook.views.cards import key_figures
from casebook.views.figures import FigureView, figures
from casebook.views.records import Link

LEADING_ON = 3  # indicators of a page that lead to what other cases report


class Proof(Struct):
    """Figures with the source whose words prove them; without one, figures that nothing proves."""

    source: Link | None
    figures: tuple[FigureView, ...]


class ProofsView(Struct):
    """The figures of a page by source, and their count; `leading` are the addresses of the indicators that lead on.

    A source that the page lists has no address here. `unproven` heads the figures without one.
    """

    count: int
    groups: tuple[Proof, ...]
    leading: tuple[str, ...]
    unproven: str


def proofs(library: Library, entry: Entry, told: Collection[str] = ()) -> ProofsView:
    """The figures by source, in the order in which the sources are first named; those without one come last.

    `told` are addresses of indicators to which the page leads elsewhere.
    """
    shown, words = figures(library, entry), library.words
    found = grouped((one.evidence.source if one.evidence else None, one) for one in shown)
    ordered = sorted(found, key=lambda source: source is None)
    return ProofsView(
        count=len(shown),
        groups=tuple(Proof(source=_source(entry, one), figures=found[one]) for one in ordered),
        leading=_leading(library, entry, shown, told),
        unproven=words.oral_figures if has_oral(library.vocabulary, entry.front) else words.figures_without_source,
    )


def _source(entry: Entry, source: Link | None) -> Link | None:
    listed = {term_url("sources", one) for one in entry.front.sources} if isinstance(entry, Case) else set()
    return source.but(url="") if source and source.url in listed else source


def _leading(library: Library, entry: Entry, shown: Sequence[FigureView], told: Collection[str]) -> tuple[str, ...]:
    """The addresses of indicators that other cases report, too, those of the main figures first; so many lead on."""
    main = key_figures(library, entry) if isinstance(entry, Case) else ()
    found = dict.fromkeys(one.indicator.url for one in (*main, *shown))
    return tuple(url for url in found if url in _compared(library) and url not in told)[:LEADING_ON]


@once
def _compared(library: Library) -> frozenset[str]:
    """The addresses of the indicators that more than one case reports, and that can be compared."""
    several = {indicator for indicator, cases in reporting(series(library)).items() if len(cases) > 1}
    terms = (term for term in library.vocabulary.terms("indicators") if isinstance(term, Indicator))
    return frozenset(term_url("indicators", term.id) for term in terms if term.comparable and term.id in several)
