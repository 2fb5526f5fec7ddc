"""Links to pages and their parts, and the names by which pages call them."""

from collections.abc import Iterable, Mapping

from casebook.addresses import CARD, CASES, HANDOUT, METHODS, POCKET, YEARS, entry_url, facet_url, term_url
from casebook.dates import date_zh
from casebook.facets import FACETS, Facet
from casebook.library import Library
from casebook.model.records import Entry, Method
from casebook.model.terms import Term
from casebook.views.records import Link


def home_link(library: Library) -> Link:
    """A link to the home page."""
    return Link(text=library.words.page_home, url="")


def kind_name(library: Library, kind: str) -> str:
    """The word for a kind of entry."""
    return library.words[f"kind_{kind}"]


def cases_link(library: Library) -> Link:
    """A link to the page of all cases."""
    return Link(text=kind_name(library, "case"), url=CASES)


def methods_link(library: Library) -> Link:
    """A link to the page of all methods."""
    return Link(text=kind_name(library, "method"), url=METHODS)


def facet_name(library: Library, facet: str) -> str:
    """The name of a facet: from the collection, or for facets of every collection from the words."""
    named = library.collection.named.get(facet)
    return named.name if named else library.words[f"facet_{_word(facet)}"]


def facet_names(library: Library) -> Mapping[str, str]:
    """The name of each facet that the collection has, by id."""
    known = (facet.id for facet in FACETS if library.has(facet.id))
    return {facet: facet_name(library, facet) for facet in known}


def names_of(library: Library, facets: Iterable[Facet]) -> str:
    """The names of some facets, as a sentence has them."""
    return library.words.text_and.join(facet_name(library, facet.id) for facet in facets)


def facet_note(library: Library, facet: str) -> str:
    """One sentence that explains the terms of a facet."""
    named = library.collection.named.get(facet)
    return named.note if named else library.words[f"facet_{_word(facet)}_note"]


def _word(facet: str) -> str:
    return facet.replace("-", "_")


def facet_link(library: Library, facet: str) -> Link:
    """A link to the list of the terms of a facet."""
    return Link(text=facet_name(library, facet), url=facet_url(facet))


def entry_link(entry: Entry, note: str = "") -> Link:
    """A link to a case, method or page."""
    return Link(text=entry.front.title, url=entry_url(entry), note=note)


def papers(library: Library, method: Method) -> tuple[Link, Link, Link]:
    """Links to what a method is printed as: card, handout, pocket card; the note is what readers call it."""
    words, url, title = library.words, entry_url(method), method.front.title
    return (
        Link(text=words("method_card_title", method=title), url=f"{url}{CARD}", note=words.method_card_open),
        Link(text=words("handout_title", method=title), url=f"{url}{HANDOUT}", note=words.handout_open),
        Link(text=words("pocket_title", method=title), url=f"{url}{POCKET}", note=words.pocket_open),
    )


def papers_link(library: Library, method: Method) -> Link:
    """A link to the first of the papers of a method, which leads to the others."""
    return papers(library, method)[0].but(text=library.words.papers_open)


def other_papers(library: Library, method: Method, url: str) -> tuple[Link, ...]:
    """Links to the papers of a method but that at `url`, by what readers call them."""
    return tuple(one.but(text=one.note, note="") for one in papers(library, method) if one.url != url)


def term_link(facet: str, term: Term, note: str = "") -> Link:
    """A link to a term."""
    return Link(text=term.zh, url=term_url(facet, term.id), note=note)


def year_link(year: int, note: str = "") -> Link:
    """A link to the page of a year."""
    return Link(text=date_zh(str(year)), url=f"{YEARS}{year}/", note=note)
