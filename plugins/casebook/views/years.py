"""Views of years: the cases of each year, and the list of years."""

from collections.abc import Iterator, Sequence
from functools import partial

from casebook.addresses import YEARS
from casebook.facets import YEARS as FACET
from casebook.library import Library, Year, by_year, most_telling, yearless
from casebook.model.records import Case
from casebook.model.values import Struct
from casebook.views.addresses import facet_link, facet_name, home_link, year_link
from casebook.views.cards import Card, card, entry_row
from casebook.views.paging import CARDS, Beginning, ListView, beginning, list_url, listed
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage
from casebook.views.timeline import TimeLine, time_line

UNKNOWN = "unknown"  # the list of the cases without a year


class YearsView(View):
    """Every year, and the cases without a known year."""

    template: str = "years.html"
    years: tuple[Link, ...]
    line: TimeLine
    yearless: Beginning[Card]


class YearGroup(Struct):
    """A group of the cases of one year, with a note on what they have in common."""

    title: str
    note: str
    cards: Beginning[Card]


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
        yearless=_cards(library, _yearless(library), list_url(YEARS, UNKNOWN)),
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
            groups=tuple(
                YearGroup(title=title, note=note, cards=_cards(library, cases, list_url(link.url, name)))
                for name, title, note, cases in _groups(library, one)
                if cases
            ),
        )


def year_lists(library: Library) -> Iterator[ListView]:
    """The pages of what the pages of years have no room for."""
    words, row = library.words, partial(entry_row, library)
    above = (home_link(library), facet_link(library, FACET))
    shown, note = CARDS, words.paging_telling
    yield from listed(library, above, UNKNOWN, words.years_unknown, _yearless(library), row, shown, note)
    for one in by_year(library):
        for name, title, _, cases in _groups(library, one):
            yield from listed(library, (*above, year_link(one.year)), name, title, cases, row, shown, note)


def _groups(library: Library, one: Year) -> Iterator[tuple[str, str, str, list[Case]]]:
    """(name in addresses, title, note, cases) of the groups of a year, the most telling cases first."""
    words = library.words
    for name, title, note, slugs in (
        ("stated", words.years_stated, "", one.stated),
        ("inferred", words.years_inferred, words.years_inferred_note, one.inferred),
        ("open", words.years_open, words.years_open_note, one.open),
    ):
        yield name, title, note, most_telling(library, (library.cases[slug] for slug in slugs))


def _yearless(library: Library) -> list[Case]:
    return most_telling(library, (library.cases[slug] for slug in yearless(library)))


def _cards(library: Library, cases: Sequence[Case], url: str) -> Beginning[Card]:
    return beginning(library, cases, url, CARDS).map(partial(card, library))


PAGES = (SitePage(YEARS, name="facet_years", footer=40, lists=year_lists),)
