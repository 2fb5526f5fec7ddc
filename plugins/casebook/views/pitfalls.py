"""Views of what goes wrong: the most telling of each theme, and all of a theme."""

from collections.abc import Iterator, Sequence
from functools import partial

from casebook.library import Library, Pitfall, pitfalls
from casebook.model.terms import Term
from casebook.model.values import Record
from casebook.once import once
from casebook.views.addresses import entry_link, entry_url, home_link, section_anchor, term_link
from casebook.views.paging import Paging, cut, list_url, numbered
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

URL = "pitfalls/"
SHOWN = 2  # of a theme, on the page of all themes
OTHER = "other"  # the address of those without a theme


class PitfallView(Record):
    """One pitfall: of which kind it is, in the words of a page, and where it stands; `step` is what was left."""

    kind: str
    name: str
    text: str
    where: Link
    step: Link | None


class ThemePitfalls(Record):
    """The most telling pitfalls of a theme, how many it has, and the link to all if there are more."""

    anchor: str
    title: str
    count: int
    first: tuple[PitfallView, ...]
    all: Link | None


class PitfallsView(View):
    """The most telling pitfalls of each theme: none stands there twice, none only says that a source is silent."""

    template: str = "pitfalls.html"
    themes: tuple[ThemePitfalls, ...]


class ThemePitfallsView(View):
    """A page of all pitfalls of a theme."""

    template: str = "theme_pitfalls.html"
    of: Link
    theme: Link | None
    pitfalls: tuple[PitfallView, ...]
    paging: Paging


@once
def pitfalls_view(library: Library) -> PitfallsView:
    """The page of what goes wrong."""
    shown: set[Pitfall] = set()
    count = len({one for ones in pitfalls(library).values() for one in ones})
    return PitfallsView(
        url=URL,
        title=library.words.pitfalls_title,
        description=library.words("pitfalls_description", count=count),
        crumbs=(home_link(library),),
        themes=tuple(_theme(library, term, ones, shown) for term, ones in _by_theme(library)),
    )


def pitfalls_link(library: Library, theme: Term) -> Link | None:
    """A link to the pitfalls of a theme, with their count; None if it has none."""
    found = next((one for one in pitfalls_view(library).themes if one.anchor == _anchor(theme)), None)
    if found is None:
        return None
    url = found.all.url if found.all else f"{URL}#{found.anchor}"
    return Link(text=library.words("pitfalls_count", count=found.count), url=url)


def _anchor(theme: Term | None) -> str:
    return f"theme-{theme.id if theme else OTHER}"


def _by_theme(library: Library) -> Iterator[tuple[Term | None, Sequence[Pitfall]]]:
    """The themes that have pitfalls, in the order of the vocabulary; what has no theme comes last."""
    found = pitfalls(library)
    for term in library.vocabulary.terms("themes"):
        if term.id in found:
            yield term, found[term.id]
    if "" in found:
        yield None, found[""]


def _theme(library: Library, term: Term | None, found: Sequence[Pitfall], shown: set[Pitfall]) -> ThemePitfalls:
    first = [one for one in found if one not in shown and not one.is_silent][:SHOWN]
    shown.update(first)
    more = library.words("paging_all", count=len(found))
    return ThemePitfalls(
        anchor=_anchor(term),
        title=term.zh if term else library.words.pitfalls_other,
        count=len(found),
        first=tuple(_pitfall(library, one) for one in first),
        all=Link(text=more, url=list_url(URL, term.id if term else OTHER)) if len(found) > len(first) else None,
    )


def pitfall_lists(library: Library) -> Iterator[View]:
    """The pages of all pitfalls of each theme, where the page of all themes has no room for them."""
    words, above = library.words, Link(text=library.words.pitfalls_title, url=URL)
    for one, (term, found) in zip(pitfalls_view(library).themes, _by_theme(library), strict=True):
        if one.all is None:
            continue
        title = words("pitfalls_of", theme=one.title)
        for number, (some, paging) in enumerate(cut(library, found, one.all.url), 1):
            yield ThemePitfallsView(
                url=numbered(one.all.url, number),
                title=title if number == 1 else words("paging_title_numbered", title=title, number=number),
                description=words("pitfalls_of_description", theme=one.title, count=len(found)),
                crumbs=(home_link(library), above) + (() if number == 1 else (Link(text=one.title, url=one.all.url),)),
                of=above,
                theme=term_link("themes", term) if term else None,
                pitfalls=tuple(map(partial(_pitfall, library), some)),
                paging=paging,
            )


def _pitfall(library: Library, one: Pitfall) -> PitfallView:
    entry = library.entry(one.slug)
    assert entry
    where = entry_link(entry)
    return PitfallView(
        kind=one.kind,
        name=library.words[f"pitfalls_{one.kind}"],
        text=one.text,
        where=where.model_copy(update={"url": f"{where.url}#{one.anchor}"}) if one.anchor else where,
        step=_step(library, one),
    )


def _step(library: Library, one: Pitfall) -> Link | None:
    """The step of a method that a case changed or left out."""
    method = library.methods.get(one.method)
    step = next((step for step in method.steps if step.id == one.step), None) if method else None
    if method is None or step is None:
        return None
    text = library.words("pitfalls_step", method=method.front.title, step=step.title)
    return Link(text=text, url=f"{entry_url(method)}#{section_anchor(method, step.id)}")


PAGES = (
    SitePage(
        URL,
        pitfalls_view,
        title="pitfalls_title",
        name="pitfalls_title",
        footer=65,
        overview=8,
        searched="pitfalls_searched",
        lists=pitfall_lists,
    ),
)
