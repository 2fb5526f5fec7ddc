"""The views of the caveats of all cases: of each kind the most telling, then case by case."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from casebook.addresses import CAVEATS, caveat_anchor
from casebook.library import Library, most_telling
from casebook.library.grouping import grouped
from casebook.model.front import Caveat
from casebook.model.records import Case
from casebook.model.terms import Source, Term
from casebook.model.values import Struct
from casebook.once import once
from casebook.views.addresses import entry_link, home_link, term_link
from casebook.views.cards import short_facts
from casebook.views.caveats import CaveatView, caveats
from casebook.views.paging import Beginning, Paging, Row, beginning, cut, link_row, list_url, listed, numbered
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

SILENT = "silent"  # the list of the cases without caveats
CASES = 24  # cases on a page
ANCHORS = 50  # anchors in a file of them


class KindView(Struct):
    """One kind of caveat: how many there are in how many cases, one of them in words, and the way to all."""

    name: str
    note: str
    count: int
    cases: int
    example: Row | None
    all: Link | None


class CaseCaveats(Struct):
    """The caveats of one case, and how many of each kind; the note of a source is its grade."""

    anchor: str
    case: Link
    facts: tuple[str, ...]
    counts: tuple[str, ...]
    sources: tuple[Link, ...]
    caveats: tuple[CaveatView, ...]


class CaveatsView(View):
    """A page of the caveats by case. The first has an index by kind; `silent` are the cases whose authors gave none.

    `anchors` is how many files tell on which of the other pages an anchor is.
    """

    template: str = "caveats.html"
    kinds: tuple[KindView, ...] = ()
    cases: tuple[CaseCaveats, ...]
    silent: Beginning[Link] | None = None
    paging: Paging
    anchors: int = 0


def caveats_view(library: Library) -> CaveatsView:
    """The first page of all caveats."""
    return next(_pages(library))


def caveats_lists(library: Library) -> Iterator[View]:
    """The other pages of all caveats, those of each kind, and those of the cases without any."""
    yield from list(_pages(library))[1:]
    words, above = library.words, (home_link(library), Link(text=library.words.caveats_title, url=CAVEATS))
    row, note = partial(_row, library), words.caveats_order
    for kind in library.vocabulary.terms("caveat-kinds"):
        yield from listed(library, above, kind.id, kind.zh, _of_kind(library, kind), row, 1, note)
    yield from listed(library, above, SILENT, words.caveats_silent, _silent(library), link_row)


def caveats_link(library: Library, case: Case) -> Link:
    """A link to the caveats of a case on the pages of all caveats."""
    return Link(text=case.front.title, url=_place(library, case, _anchor(case)))


def anchors(library: Library) -> Mapping[str, int]:
    """Anchor -> the number of the page that it is on, for all that are not on the first."""
    pages = {slug: number for slug, number in _numbers(library).items() if number > 1}
    cases = {_anchor(library.cases[slug]): number for slug, number in pages.items()}
    return cases | {
        caveat_anchor(library.cases[slug], one.text): number
        for slug, number in pages.items()
        for one in library.cases[slug].front.caveats
    }


def _pages(library: Library) -> Iterator[CaveatsView]:
    words, told = library.words, _told(library)
    count = sum(len(case.front.caveats) for case in told)
    described = words("caveats_description", kinds=_kinds(library), cases=len(told), count=count)
    for number, (cases, paging) in enumerate(cut(library, told, CAVEATS, CASES), 1):
        is_first, title = number == 1, words.caveats_title
        yield CaveatsView(
            url=numbered(CAVEATS, number),
            title=title if is_first else words("paging_title_numbered", title=title, number=number),
            description=described,
            crumbs=(home_link(library),) if is_first else (home_link(library), Link(text=title, url=CAVEATS)),
            kinds=tuple(_kind_views(library)) if is_first else (),
            cases=tuple(_case(library, case) for case in cases),
            silent=beginning(library, _silent(library), list_url(CAVEATS, SILENT)) if is_first else None,
            paging=paging,
            anchors=-(-len(anchors(library)) // ANCHORS) if is_first else 0,
        )


@once
def _told(library: Library) -> tuple[Case, ...]:
    """The cases with caveats: those with most of the first kind come first, of as many those with most of the next."""
    kinds = [kind.id for kind in library.vocabulary.terms("caveat-kinds")]

    def weight(case: Case) -> tuple[int, ...]:
        found = Counter(one.kind for one in case.front.caveats)
        return tuple(-found[kind] for kind in kinds)

    told = (case for case in library.cases.values() if case.front.caveats)
    return tuple(sorted(most_telling(library, told), key=weight))


@once
def _numbers(library: Library) -> Mapping[str, int]:
    """Slug of a case with caveats -> the number of the page that it is on."""
    pages = enumerate(cut(library, _told(library), CAVEATS, CASES), 1)
    return {case.slug: number for number, (cases, _) in pages for case in cases}


def _silent(library: Library) -> list[Link]:
    return [entry_link(case) for case in library.newest if not case.front.caveats]


def _kinds(library: Library) -> str:
    return library.words.text_comma.join(kind.zh for kind in library.vocabulary.terms("caveat-kinds"))


def _kind_views(library: Library) -> Iterator[KindView]:
    """Each kind with the first caveat of it that is not of a case that stands for another kind."""
    seen: set[str] = set()
    for kind in library.vocabulary.terms("caveat-kinds"):
        found = _of_kind(library, kind)
        example = next((one for one in found if one[0].slug not in seen), found[0] if found else None)
        seen |= {example[0].slug} if example else set()
        yield KindView(
            name=kind.zh,
            note=kind.note,
            count=len(found),
            cases=len({case.slug for case, _ in found}),
            example=_row(library, example) if example else None,
            all=beginning(library, found, list_url(CAVEATS, kind.id), 1).all,
        )


def _of_kind(library: Library, kind: Term) -> Sequence[tuple[Case, Caveat]]:
    """The caveats of a kind with their cases, in the order of the cases."""
    return _by_kind(library).get(kind.id, ())


@once
def _by_kind(library: Library) -> Mapping[str, tuple[tuple[Case, Caveat], ...]]:
    return grouped((one.kind, (case, one)) for case in _told(library) for one in case.front.caveats)


def _row(library: Library, told: tuple[Case, Caveat]) -> Row:
    case, one = told
    place = _place(library, case, caveat_anchor(case, one.text))
    return Row(link=Link(text=case.front.title, url=place), text=one.text)


def _place(library: Library, case: Case, anchor: str) -> str:
    return f"{numbered(CAVEATS, _numbers(library).get(case.slug, 1))}#{anchor}"


def _anchor(case: Case) -> str:
    return f"case-{case.slug}"


def _case(library: Library, case: Case) -> CaseCaveats:
    found = Counter(one.kind for one in case.front.caveats)
    kinds = library.vocabulary.terms("caveat-kinds")
    return CaseCaveats(
        anchor=_anchor(case),
        case=entry_link(case),
        facts=short_facts(library, case),
        counts=tuple(f"{kind.zh} {found[kind.id]}" for kind in kinds if found[kind.id]),
        sources=tuple(_source(library, slug) for slug in case.front.sources),
        caveats=caveats(library, case),
    )


def _source(library: Library, name: str) -> Link:
    source = library.vocabulary["sources", name]
    assert isinstance(source, Source)
    return term_link("sources", source, note=library.vocabulary["grades", source.grade].zh)


PAGES = (
    SitePage(
        CAVEATS,
        caveats_view,
        title="caveats_title",
        name="caveats_title",
        footer=70,
        overview=2,
        lists=caveats_lists,
    ),
)
