"""Views of old addresses: pages that redirect to the present ones."""

from collections.abc import Iterator

from casebook.addresses import anchor_at, entry_url, former_url, section_anchor
from casebook.library import Library, former_steps, living
from casebook.model.records import Entry, Method
from casebook.model.terms import Term
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, home_link, papers, term_link
from casebook.views.records import Link, View


class FormerStep(Struct):
    """A step or part of the page at the new address, and its anchors at the old address."""

    link: Link
    anchors: tuple[str, ...]


class RedirectView(View):
    """The page at an old address: it leads to the page and the steps at the new address."""

    template: str = "redirect.html"
    target: Link
    steps: tuple[FormerStep, ...] = ()

    @property
    def canonical(self) -> str:
        """The canonical address: that of the page at the new address."""
        return self.target.url


def redirect_views(library: Library) -> Iterator[RedirectView]:
    """A view for every old address in the `redirect_from` of an entry or term."""
    for entry in library.entries:
        target = entry_link(entry)
        for former in entry.front.redirect_from:
            if former.page:
                url = former_url(target.url, former.page)
                yield _view(library, url, target, tuple(_steps(entry, url)))
                for paper in papers(library, entry) if isinstance(entry, Method) else ():  # they move with it
                    yield _view(library, f"{url}{paper.url.removeprefix(target.url)}", paper, ())
    for facet in library.collection.facets("search"):
        for term in library.vocabulary.terms(facet.id):
            yield from _of_term(library, facet.id, term)


def _of_term(library: Library, facet: str, term: Term) -> Iterator[RedirectView]:
    target = term_link(facet, term)
    return (_view(library, former_url(target.url, former), target, ()) for former in term.redirect_from)


def _view(library: Library, url: str, target: Link, steps: tuple[FormerStep, ...]) -> RedirectView:
    return RedirectView(
        url=url,
        title=target.text,
        description=library.words("redirect_description", page=target.text),
        crumbs=(home_link(library),),
        target=target,
        steps=steps,
    )


def _steps(entry: Entry, url: str) -> Iterator[FormerStep]:
    """The steps of a page, each with the anchors that it may have in links to the old address `url`."""
    former, steps = former_steps(entry), {step.id for step in entry.steps}
    for name, title in living(entry).items():
        if name in steps or name in former:
            ids = (*([name] if name in steps else []), *former.get(name, ()))
            link = Link(text=title, url=f"{entry_url(entry)}#{section_anchor(entry, name)}")
            yield FormerStep(link=link, anchors=tuple(anchor_at(url, old) for old in ids))
