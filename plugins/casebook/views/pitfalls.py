"""Views of what goes wrong: the most telling of each theme, and all of a theme."""

from collections.abc import Iterator, Sequence
from functools import partial

from casebook.addresses import entry_url, section_anchor
from casebook.library import Library, Pitfall, pitfalls
from casebook.model.terms import Term
from casebook.model.values import Struct
from casebook.once import once
from casebook.views.addresses import facet_name, home_link, term_link
from casebook.views.paging import LINES, Beginning, Paging, Row, beginning, cut, is_long, list_url, listed, numbered
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

URL = "pitfalls/"
SHOWN = 2  # of a theme, on the page of all themes
OTHER, ALL = "other", "all"  # the addresses of those without a theme, and of the list of all themes


class PitfallView(Struct):
    """One pitfall: of which kind it is, in the words of a page, and where it stands; `step` is what was left."""

    kind: str
    name: str
    text: str
    where: Link
    step: Link | None


class ThemePitfalls(Struct):
    """The most telling pitfalls of a theme, how many it has, and the link to all if there are more."""

    anchor: str
    title: str
    count: int
    first: tuple[PitfallView, ...]
    all: Link | None


class PitfallsView(View):
    """The most telling pitfalls of each theme: none stands there twice, none only says that a source is silent.

    Of very many themes these are the ones with most pitfalls.
    """

    template: str = "pitfalls.html"
    themes: Beginning[ThemePitfalls]


class ThemePitfallsView(View):
    """A page of all pitfalls of a theme."""

    template: str = "theme_pitfalls.html"
    of: Link
    theme: Link | None
    pitfalls: tuple[PitfallView, ...]
    paging: Paging


def pitfalls_description(library: Library) -> str:
    """What the page is, and how much stands there."""
    count = len({one for ones in pitfalls(library).values() for one in ones})
    return library.words("pitfalls_description", count=count)


def pitfalls_view(library: Library) -> PitfallsView:
    """The page of what goes wrong."""
    return PitfallsView(
        url=URL,
        title=library.words.pitfalls_title,
        description=pitfalls_description(library),
        crumbs=(home_link(library),),
        themes=beginning(library, _themes(library), list_url(URL, ALL)),
    )


def pitfalls_link(library: Library, theme: Term) -> Link | None:
    """A link to the pitfalls of a theme, with their count; None if it has none."""
    found = next((one for one in _themes(library) if one.anchor == _anchor(theme)), None)
    if found is None:
        return None
    url = found.all.url if found.all else f"{URL}#{found.anchor}"
    return Link(text=library.words("pitfalls_count", count=found.count), url=url)


def _anchor(theme: Term | None) -> str:
    return f"theme-{theme.id if theme else OTHER}"


@once
def _themes(library: Library) -> tuple[ThemePitfalls, ...]:
    """All themes that have pitfalls; those beyond the beginning of the list show none of them."""
    found, shown = _by_theme(library), set[Pitfall]()
    room = LINES if is_long(len(found)) else len(found)
    return tuple(_theme(library, term, ones, shown, SHOWN if at < room else 0) for at, (term, ones) in enumerate(found))


@once
def _by_theme(library: Library) -> Sequence[tuple[Term | None, Sequence[Pitfall]]]:
    """The themes that have pitfalls, in the order of the vocabulary; what has no theme comes last.

    If there are more than one page has room for, those with most come first.
    """
    found = pitfalls(library)
    terms = [*library.vocabulary.terms("themes"), None]
    themes = [(term, found[slug]) for term in terms if (slug := term.id if term else "") in found]
    return sorted(themes, key=lambda pair: -len(pair[1])) if is_long(len(themes)) else themes


def _theme(
    library: Library, term: Term | None, found: Sequence[Pitfall], shown: set[Pitfall], room: int
) -> ThemePitfalls:
    """A theme with so many of its pitfalls; those that are `shown` before stand there, and these are added to them."""
    first = [one for one in found if one not in shown and not one.is_silent][:room]
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
    """The pages of all pitfalls of each theme, and of all themes, where the page of all has no room for them."""
    words, home, above = library.words, home_link(library), Link(text=library.words.pitfalls_title, url=URL)
    if is_long(len(_themes(library))):
        title, row = facet_name(library, "themes"), partial(_row, library)
        yield from listed(library, (home, above), ALL, title, _themes(library), row, note=words.paging_most)
    for one, (term, found) in zip(_themes(library), _by_theme(library), strict=True):
        if one.all is None:
            continue
        title = words("pitfalls_of", theme=one.title)
        for number, (some, paging) in enumerate(cut(library, found, one.all.url), 1):
            yield ThemePitfallsView(
                url=numbered(one.all.url, number),
                title=title if number == 1 else words("paging_title_numbered", title=title, number=number),
                description=words("pitfalls_of_description", theme=one.title, count=len(found)),
                crumbs=(home, above) + (() if number == 1 else (Link(text=one.title, url=one.all.url),)),
                of=above,
                theme=term_link("themes", term) if term else None,
                pitfalls=tuple(map(partial(_pitfall, library), some)),
                paging=paging,
            )


def _row(library: Library, one: ThemePitfalls) -> Row:
    link = Link(text=one.title, url=one.all.url if one.all else f"{URL}#{one.anchor}")
    return Row(link=link, facts=(library.words("pitfalls_count", count=one.count),))


def _pitfall(library: Library, one: Pitfall) -> PitfallView:
    entry = library.entry(one.slug)
    assert entry
    anchor = f"#{one.anchor}" if one.anchor else ""
    return PitfallView(
        kind=one.kind,
        name=library.words[f"pitfalls_{one.kind}"],
        text=one.text,
        where=Link(text=entry.front.title, url=f"{entry_url(entry)}{anchor}"),
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
        description=pitfalls_description,
        lists=pitfall_lists,
    ),
)
