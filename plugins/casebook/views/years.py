"""Views of years: the cases of each year, and the list of years."""

from collections.abc import Iterator

from casebook.facets import YEARS as FACET
from casebook.library import Library, Year, by_year, yearless
from casebook.model.values import Record
from casebook.views.addresses import YEARS, facet_name, home_link, year_link
from casebook.views.cards import Card, card
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage
from casebook.views.timeline import TimeLine, time_line


class YearsView(View):
    """Every year, and the cases without a known year."""

    template: str = "years.html"
    years: tuple[Link, ...]
    line: TimeLine
    yearless: tuple[Card, ...]


class YearGroup(Record):
    """A group of the cases of one year, with a note on what they have in common."""

    title: str
    note: str
    cards: tuple[Card, ...]


class YearView(View):
    """The cases of one year."""

    template: str = "year.html"
    groups: tuple[YearGroup, ...]


def year_links(library: Library) -> tuple[Link, ...]:
    """A link to each year, the latest first, with its count of cases."""
    return tuple(year_link(one.year, note=str(len(one.stated) + len(one.inferred))) for one in by_year(library))


def yearless_links(library: Library) -> tuple[Link, ...]:
    """A link to the cases without a known year, if there are any."""
    count = len(yearless(library))
    return (Link(text=library.words.years_unknown, url=f"{YEARS}#site-yearless", note=str(count)),) if count else ()


def year_urls(library: Library) -> Iterator[str]:
    """The addresses of the views of years."""
    yield YEARS
    yield from (link.url for link in year_links(library))


def year_views(library: Library) -> Iterator[YearsView | YearView]:
    """The view of the list of years, then of each year."""
    parent = YearsView(
        url=YEARS,
        title=facet_name(library, FACET),
        description=library.words.years_description,
        crumbs=(home_link(library),),
        years=year_links(library),
        line=time_line(library),
        yearless=_cards(library, yearless(library)),
    )
    yield parent
    crumbs = (home_link(library), Link(text=parent.title, url=parent.url))
    for one in by_year(library):
        link = year_link(one.year)
        yield YearView(
            url=link.url,
            title=link.text,
            description=library.words("years_of", year=link.text),
            crumbs=crumbs,
            groups=tuple(group for group in _groups(library, one) if group.cards),
        )


def _groups(library: Library, one: Year) -> Iterator[YearGroup]:
    words = library.words
    yield YearGroup(title=words.years_stated, note="", cards=_cards(library, one.stated))
    yield YearGroup(
        title=words.years_inferred,
        note=words.years_inferred_note,
        cards=_cards(library, one.inferred),
    )
    yield YearGroup(
        title=words.years_open,
        note=words.years_open_note,
        cards=_cards(library, one.open),
    )


def _cards(library: Library, slugs: tuple[str, ...]) -> tuple[Card, ...]:
    return tuple(card(library, library.cases[slug]) for slug in slugs)


PAGES = (SitePage(YEARS, name="facet_years", footer=40),)
