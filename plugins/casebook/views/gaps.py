"""The views of all gaps: the ten most wanted in words, then each kind as a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice, zip_longest

from casebook.addresses import entry_url, step_anchor
from casebook.facets import METHODS
from casebook.library import Gap, Library, backlinks, gaps, most_telling
from casebook.model.values import Struct
from casebook.once import once
from casebook.views.addresses import entry_link, facet_name, home_link, names_of, term_link
from casebook.views.cards import short_facts
from casebook.views.paging import Beginning, ListView, Row, beginning, list_url, listed
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

URL = "gaps/"
TERMS = "terms"  # the kind of gap that is told by the names of facets
WANTED = 10  # gaps that are told in words
NAMED = 3  # cases or steps that are named in a row


class GapGroup(Struct):
    """The gaps of one kind, a row each."""

    anchor: str
    title: str
    note: str
    gaps: Beginning[Row]


class Wanted(Struct):
    """A gap in words: the page with it, and the sentence that follows its name."""

    page: Link
    text: str


class GapsView(View):
    """The page of all gaps."""

    template: str = "gaps.html"
    wanted: tuple[Wanted, ...]
    groups: tuple[GapGroup, ...]


def gaps_description(library: Library) -> str:
    """What the page is, and how many gaps it tells of."""
    found, words = _found(library), library.words
    return words("gaps_description", count=sum(map(len, found.values()))) if found else words.gaps_all


def gaps_view(library: Library) -> GapsView:
    """The page of all gaps."""
    found, words = _ranked(library), library.words
    return GapsView(
        url=URL,
        title=words.gaps_title,
        description=gaps_description(library),
        crumbs=(home_link(library),),
        wanted=tuple(_wanted(library, kind, gap) for kind, gap in _first(found)),
        groups=tuple(
            GapGroup(
                anchor=f"gaps-{kind}",
                title=_title(library, kind),
                note=words[f"gaps_note_{kind}"],
                gaps=beginning(library, some, list_url(URL, kind)).map(partial(_row, library, kind)),
            )
            for kind, some in found.items()
        ),
    )


def gaps_lists(library: Library) -> Iterator[ListView]:
    """The pages of the kinds of gaps that the page of all has no room for."""
    above = (home_link(library), Link(text=library.words.gaps_title, url=URL))
    for kind, some in _ranked(library).items():
        row, note = partial(_row, library, kind), library.words[f"gaps_note_{kind}"]
        yield from listed(library, above, kind, _title(library, kind), some, row, note=note)


def _first(found: Mapping[str, list[Gap]]) -> Iterator[tuple[str, Gap]]:
    """The most wanted (kind, gap): the first of each kind, then the second of each, and so on; no page twice."""
    turns = zip_longest(*([(kind, gap) for gap in some] for kind, some in found.items()))
    pages: dict[tuple[str, str], tuple[str, Gap]] = {}
    for one in filter(None, chain.from_iterable(turns)):
        pages.setdefault((one[1].facet, one[1].id), one)
    return islice(pages.values(), WANTED)


@once
def _found(library: Library) -> Mapping[str, Sequence[Gap]]:
    """Kind -> its gaps; none at all in a collection without entries."""
    if not (library.cases or library.methods):
        return {}
    found = gaps(library)
    return {kind: found[kind] for kind in _TOLD if kind != TERMS or library.collection.facets("want")}


@once
def _ranked(library: Library) -> Mapping[str, list[Gap]]:
    """Kind -> its gaps, those first on whose pages most depends."""
    places = {case.slug: at for at, case in enumerate(most_telling(library, library.newest))}

    def depends(gap: Gap) -> tuple[int, int, int]:
        """Few cases of its own; then many pages that lead to it or have it; then the most telling cases."""
        key = (gap.facet, gap.id)
        uses = {use.case for use in library.uses_of(gap.id)} if gap.facet == METHODS else set()
        others = len(backlinks(library, key)) + len(library.tagged(*key)) + len(uses)
        return len(gap.cases), -others, places.get(gap.id, 0)

    return {kind: sorted(some, key=depends) for kind, some in _found(library).items()}


def _title(library: Library, kind: str) -> str:
    if kind != TERMS:
        return library.words[f"gaps_title_{kind}"]
    return library.words("gaps_title_terms", facets=names_of(library, library.collection.facets("want")))


def _wanted(library: Library, kind: str, gap: Gap) -> Wanted:
    return Wanted(page=_page(library, gap), text=_TOLD[kind](library, gap))


def _page(library: Library, gap: Gap) -> Link:
    entry = library.entry(gap.id) if gap.facet in ("cases", "methods") else None
    return entry_link(entry) if entry else term_link(gap.facet, library.vocabulary[gap.facet, gap.id])


def _row(library: Library, kind: str, gap: Gap) -> Row:
    """The row of a gap: its page, what it lacks in short, and the cases or steps in question, of many the first."""
    entry = library.entry(gap.id)
    cases = [entry_link(library.cases[slug]) for slug in gap.cases]
    steps = [
        Link(text=step.title, url=f"{entry_url(entry)}#{step_anchor(entry, step.id)}")
        for step in gap.steps
        if entry and step.id
    ]
    return Row(link=_page(library, gap), facts=_short(library, kind, gap), links=tuple((cases or steps)[:NAMED]))


def _short(library: Library, kind: str, gap: Gap) -> tuple[str, ...]:
    """What a row says of a page: how much it lacks, or else where it belongs."""
    entry = library.cases.get(gap.id) or library.methods.get(gap.id)
    if gap.steps and entry:
        return (library.words("gaps_steps_of", all=len(entry.steps), count=len(gap.steps)),)
    if kind == TERMS:
        return (facet_name(library, gap.facet),)
    return short_facts(library, entry)[-1:] if entry else (library.words.gaps_only,)


# --- in words ---


def _method(library: Library, gap: Gap) -> str:
    return library.words["gaps_second_case" if gap.cases else "gaps_first_case"]


def _report(library: Library, gap: Gap) -> str:
    return library.words("gaps_second_report", case=library.cases[gap.cases[0]].front.title)


def _evidence(library: Library, gap: Gap) -> str:
    steps, used = library.methods[gap.id].steps, len({use.case for use in library.uses_of(gap.id)})
    return library.words("gaps_step_in_case", all=len(steps), count=len(gap.steps), step=gap.steps[0].title, cases=used)


def _dates(library: Library, gap: Gap) -> str:
    return library.words("gaps_when", all=len(library.cases[gap.id].steps), count=len(gap.steps))


def _figures(library: Library, gap: Gap) -> str:
    return library.words.gaps_any_figure


def _case(library: Library, gap: Gap) -> str:
    return library.words("gaps_case_of_term", facet=facet_name(library, gap.facet))


def _summary(library: Library, gap: Gap) -> str:
    return library.words.gaps_summary


# Kind -> what is said of a gap after the name of its page. What only others can tell comes first.
_TOLD: Mapping[str, Callable[[Library, Gap], str]] = {
    TERMS: _case,
    "methods": _method,
    "evidence": _evidence,
    "indicators": _report,
    "figures": _figures,
    "dates": _dates,
    "english": _summary,
}


PAGES = (
    SitePage(
        URL,
        gaps_view,
        title="gaps_title",
        name="gaps_title",
        footer=80,
        overview=3,
        lists=gaps_lists,
        searched="gaps_searched",
        description=gaps_description,
    ),
)
