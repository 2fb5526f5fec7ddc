"""The view of all caveats by case: contradictions, inferences, doubts, and what is not reported."""

from collections.abc import Iterator

from casebook.library import Library
from casebook.model.records import Case
from casebook.model.terms import Source, Term
from casebook.model.values import Record
from casebook.views.addresses import CAVEATS, caveat_anchor, caveats_link, entry_link, home_link, term_link
from casebook.views.cards import short_facts
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage


class CaveatView(Record):
    """A caveat with its label, and its anchor on the page of all caveats."""

    kind: str
    text: str
    anchor: str


class KindView(Record):
    """One kind of caveat: its count, and a link to the first one of each case, with the count in that case."""

    name: str
    note: str
    count: int
    cases: tuple[Link, ...]


class CaseCaveats(Record):
    """The caveats of one case; the note of a source is its grade."""

    anchor: str
    case: Link
    facts: tuple[str, ...]
    sources: tuple[Link, ...]
    caveats: tuple[CaveatView, ...]


class CaveatsView(View):
    """Every caveat of every case, with an index by kind; `silent` are the cases whose authors gave none."""

    template: str = "caveats.html"
    kinds: tuple[KindView, ...]
    cases: tuple[CaseCaveats, ...]
    silent: tuple[Link, ...]


def caveats_view(library: Library) -> CaveatsView:
    """The page of all caveats."""
    told = [case for case in library.newest if case.front.caveats]
    count = sum(len(case.front.caveats) for case in told)
    return CaveatsView(
        url=CAVEATS,
        title=library.words.caveats_title,
        description=library.words("caveats_description", kinds=_kinds(library), cases=len(told), count=count),
        crumbs=(home_link(library),),
        kinds=tuple(_kind(told, kind) for kind in library.vocabulary.terms("caveat-kinds")),
        cases=tuple(_case(library, case) for case in told),
        silent=tuple(entry_link(case) for case in library.newest if not case.front.caveats),
    )


def caveats(library: Library, case: Case) -> tuple[CaveatView, ...]:
    """The caveats of a case, in the order of its author."""
    return tuple(
        CaveatView(
            kind=library.vocabulary["caveat-kinds", one.kind].zh, text=one.text, anchor=caveat_anchor(case, one.text)
        )
        for one in case.front.caveats
    )


def _kinds(library: Library) -> str:
    return library.words.text_comma.join(kind.zh for kind in library.vocabulary.terms("caveat-kinds"))


def _kind(cases: list[Case], kind: Term) -> KindView:
    links = tuple(link for case in cases for link in _first(case, kind))
    return KindView(name=kind.zh, note=kind.note, count=sum(int(link.note) for link in links), cases=links)


def _first(case: Case, kind: Term) -> Iterator[Link]:
    """A link to the first caveat of this kind in a case, if it has one; the note is their count."""
    texts = [one.text for one in case.front.caveats if one.kind == kind.id]
    if texts:
        url = f"{CAVEATS}#{caveat_anchor(case, texts[0])}"
        yield Link(text=case.front.title, url=url, note=str(len(texts)))


def _case(library: Library, case: Case) -> CaseCaveats:
    return CaseCaveats(
        anchor=caveats_link(case).url.partition("#")[2],
        case=entry_link(case),
        facts=short_facts(library, case),
        sources=tuple(_source(library, slug) for slug in case.front.sources),
        caveats=caveats(library, case),
    )


def _source(library: Library, name: str) -> Link:
    source = library.vocabulary["sources", name]
    assert isinstance(source, Source)
    return term_link("sources", source, note=library.vocabulary["grades", source.grade].zh)


PAGES = (SitePage(CAVEATS, caveats_view, title="caveats_title", name="caveats_title", footer=70, overview=2),)
