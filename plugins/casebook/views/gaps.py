"""The view of all gaps, each with its page and what would help."""

from collections.abc import Callable, Mapping

from casebook.library import Gap, Library, gaps
from casebook.model.values import Record
from casebook.views.addresses import entry_link, entry_url, facet_name, home_link, names_of, step_anchor, term_link
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

URL = "gaps/"
TERMS = "terms"  # the kind of gap that is told by the names of facets


class GapView(Record):
    """A page with a gap: what would help, its cases, and the steps in question."""

    page: Link
    help: str
    cases: tuple[Link, ...]
    steps: tuple[Link, ...]


class GapGroup(Record):
    """The gaps of one kind."""

    anchor: str
    title: str
    note: str
    gaps: tuple[GapView, ...]


class GapsView(View):
    """The page of all gaps."""

    template: str = "gaps.html"
    groups: tuple[GapGroup, ...]


def gaps_view(library: Library) -> GapsView:
    """The page of all gaps."""
    found = gaps(library) if library.cases or library.methods else {}
    count = sum(map(len, found.values()))
    return GapsView(
        url=URL,
        title=library.words.gaps_title,
        description=library.words("gaps_description", count=count) if found else library.words.gaps_all,
        crumbs=(home_link(library),),
        groups=tuple(
            GapGroup(
                anchor=f"gaps-{kind}",
                title=_title(library, kind),
                note=library.words[f"gaps_note_{kind}"],
                gaps=tuple(_gap(library, kind, gap) for gap in found[kind]),
            )
            for kind in _HELP
            if kind in found and (kind != TERMS or library.collection.facets("want"))
        ),
    )


def _title(library: Library, kind: str) -> str:
    if kind != TERMS:
        return library.words[f"gaps_title_{kind}"]
    return library.words("gaps_title_terms", facets=names_of(library, library.collection.facets("want")))


def _gap(library: Library, kind: str, gap: Gap) -> GapView:
    entry = library.entry(gap.id) if gap.facet in ("cases", "methods") else None
    page = entry_link(entry) if entry else term_link(gap.facet, library.vocabulary[gap.facet, gap.id])
    return GapView(
        page=page,
        help=_HELP[kind](library, gap),
        cases=tuple(entry_link(library.cases[slug]) for slug in gap.cases),
        steps=tuple(
            Link(text=step.title, url=f"{entry_url(entry)}#{step_anchor(entry, step.id)}")
            for step in gap.steps
            if entry and step.id
        ),
    )


def _second_case(library: Library, gap: Gap) -> str:
    return library.words["gaps_second_case" if gap.cases else "gaps_first_case"]


def _second_report(library: Library, gap: Gap) -> str:
    return library.words.gaps_second_report


def _evidence(library: Library, gap: Gap) -> str:
    steps = library.methods[gap.id].steps
    return library.words("gaps_step_in_case", all=len(steps), count=len(gap.steps), method=gap.id)


def _dates(library: Library, gap: Gap) -> str:
    steps = library.cases[gap.id].steps
    return library.words("gaps_when", all=len(steps), count=len(gap.steps))


def _figures(library: Library, gap: Gap) -> str:
    return library.words.gaps_any_figure


def _case(library: Library, gap: Gap) -> str:
    return library.words("gaps_case_of_term", facet=facet_name(library, gap.facet))


def _summary(library: Library, gap: Gap) -> str:
    return library.words.gaps_summary


# What would help with a gap, by its kind.
_HELP: Mapping[str, Callable[[Library, Gap], str]] = {
    "methods": _second_case,
    "evidence": _evidence,
    "figures": _figures,
    "dates": _dates,
    "indicators": _second_report,
    TERMS: _case,
    "english": _summary,
}


PAGES = (SitePage(URL, gaps_view, title="gaps_title", name="gaps_title", footer=80, overview=3),)
