"""Cards of entries for lists, with their figures and short facts."""

from decimal import Decimal

from casebook.addresses import entry_url
from casebook.dates import period_zh
from casebook.library import Library, trusted
from casebook.model.records import Case, Entry, Method, Metric
from casebook.model.terms import Indicator
from casebook.model.values import Struct
from casebook.once import once
from casebook.oral import all_oral
from casebook.views.addresses import entry_link, term_link
from casebook.views.figures import FigureView, figure
from casebook.views.paging import Row
from casebook.views.records import Link

HEAD_FIGURES = 4
HEAD_KINDS = ("outcome", "reach", "output", "input")  # which kinds of figures make a head, the best first
HEAD_SCOPES = {"final": 3, "": 2, "interim": 1}  # of two figures of one indicator the one with more stands in the head


class Card(Struct):
    """A page in a list; `why` has the reasons why it is in the list, if they are not obvious."""

    kind: str
    url: str
    title: str
    summary: str
    facts: tuple[str, ...] = ()
    themes: tuple[Link, ...] = ()
    figures: tuple[FigureView, ...] = ()
    why: tuple[str, ...] = ()


def short_facts(library: Library, entry: Entry) -> tuple[str, ...]:
    """The facts after the title in a list: place and time of a case, whether it was only told; counts of a method."""
    return _facts(library, entry.slug)


@once
def _facts(library: Library, slug: str) -> tuple[str, ...]:
    entry = library.entry(slug)
    if isinstance(entry, Case):
        told = library.words.figures_oral if all_oral(library.vocabulary, entry.front) else ""
        return tuple(filter(None, (where(library, entry), period_zh(entry.front.period), told)))
    if isinstance(entry, Method):
        count = len({use.case for use in library.uses_of(entry.slug)})
        return (
            library.words("facts_steps", count=len(entry.steps)),
            library.words("facts_used", count=count) if count else library.words.facts_unused,
        )
    return ()


def where(library: Library, case: Case) -> str:
    """The place of a case and the one above it; empty in a collection without places."""
    around = library.vocabulary.lineage(case.front.places[0]) if case.front.places else ()
    return " ".join(place.zh for place in reversed(around[:2]))


def card(library: Library, entry: Entry, why: tuple[str, ...] = ()) -> Card:
    """The card of an entry; `why` has the reasons why it is in the list."""
    plain = _card(library, entry.slug)
    return plain.but(why=why) if why else plain


@once
def _card(library: Library, slug: str) -> Card:
    entry = library.entry(slug)
    assert entry
    themes = [tag.term for tag in entry.tags if tag.declared and tag.facet == "themes"]
    return Card(
        kind=entry.kind,
        url=entry_url(entry),
        title=entry.front.title,
        summary=entry.front.summary,
        facts=short_facts(library, entry),
        themes=tuple(term_link("themes", library.vocabulary["themes", theme]) for theme in themes),
        figures=key_figures(library, entry)[:2] if isinstance(entry, Case) else (),
    )


def entry_row(library: Library, entry: Entry, why: tuple[str, ...] = ()) -> Row:
    """The row of an entry in a long list of its kind."""
    return Row(link=entry_link(entry), facts=(*short_facts(library, entry), *why), text=entry.front.summary)


def key_figures(library: Library, case: Case) -> tuple[FigureView, ...]:
    """The figures for the head of a case: one for each indicator that its author names, else by kind, outcomes first.

    Of one indicator a final figure is preferred, then one without a scope, then an interim one; then the larger.
    """
    return _key_figures(library, case.slug)


@once
def _key_figures(library: Library, slug: str) -> tuple[FigureView, ...]:
    case = library.cases[slug]
    best: dict[str, Metric] = {}
    for metric in trusted(library, case):
        known = best.get(metric.indicator)
        if not library.programme(case, metric) and (known is None or _weight(metric) > _weight(known)):
            best[metric.indicator] = metric
    named = case.front.key_figures or sorted(
        (name for name in best if _rank(library, name) < len(HEAD_KINDS)), key=lambda name: _rank(library, name)
    )
    chosen = [best[name] for name in named if name in best][:HEAD_FIGURES]
    return tuple(figure(library, case, metric) for metric in chosen)


def _weight(metric: Metric) -> tuple[int, Decimal]:
    return HEAD_SCOPES.get(metric.scope, 0), metric.value


def _rank(library: Library, indicator: str) -> int:
    term = library.vocabulary["indicators", indicator]
    assert isinstance(term, Indicator)
    known = term.kind in HEAD_KINDS and term.comparable
    return HEAD_KINDS.index(term.kind) if known else len(HEAD_KINDS)
