"""The ways of readers through the site: what they do on a page, and what they must then see on it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Locator, Page, expect


class Do(NamedTuple):
    """One interaction, a tap or what was typed and sent: what it is, for who reads a failure, and the doing."""

    what: str
    act: Callable[[Page], None]


class See(NamedTuple):
    """What must be visible: in one place of a kind (a selector), all of these words; `never` stands in none of them."""

    place: str
    words: tuple[str, ...]
    inside: str = ""
    never: str = ""


class Lists(NamedTuple):
    """What a part of the page lists: titles that must be among the links of its cards, rows or items."""

    inside: str
    titles: tuple[str, ...]
    links: str = ".card__link"
    only: bool = False


Way = tuple[Do | See | Lists, ...]


def named(name: str) -> re.Pattern[str]:
    """The accessible name of a link: as given, or with the count that chips carry, or an arrow."""
    return re.compile(rf"^\s*{re.escape(name)}(\s*\d+( 页)?| →)?\s*$")


def link(name: str, region: str = "main") -> Do:
    return Do(f"link {name}", lambda page: page.locator(region).get_by_role("link", name=named(name)).first.tap())


def footer(name: str) -> Do:
    return link(name, "footer")


def menu(name: str) -> Do:
    return link(name, "header nav")


def search(words: str) -> Do:
    def act(page: Page) -> None:
        field = page.locator("main form[role=search] input")
        field.fill(words)
        field.press("Enter")

    return Do(f"search {words}", act)


def unfold(name: str) -> Do:
    return Do(f"unfold {name}", lambda page: page.locator("main summary:visible").filter(has_text=name).first.tap())


def enter(label: str, words: str) -> Do:
    def act(page: Page) -> None:
        field = page.get_by_role("textbox", name=label)
        field.fill(words)
        field.press("Enter")

    return Do(f"enter {words} as {label}", act)


def titled(title: str) -> str:
    """The section of the page under a heading, which may unfold it."""
    heading = f":is(h2, h3):text-is('{title}')"
    return f"section:has(> {heading}, > details > summary > {heading})"


def under(words: str) -> str:
    """The section under a heading that says so beside a count, or marked by a search."""
    heading = f":is(h2, h3):has-text('{words}')"
    return f"section:has(> {heading}, > details > summary > {heading})"


def group(start: str) -> str:
    """The group of cases whose heading starts so."""
    return f".explore__group:has(h2:text-matches('^{start}'))"


def having(places: Locator, words: tuple[str, ...]) -> Locator:
    for word in words:
        places = places.filter(has_text=word)
    return places


def taps(way: Way) -> int:
    return sum(isinstance(one, Do) and bool(one.what) for one in way)


def follow(page: Page, way: Way, *, at_once: bool = False) -> None:
    """Go a way from the home page; if `at_once`, what must be seen is in sight where a page opens, without a swipe."""
    page.goto("")
    for one in way:
        if isinstance(one, Do):
            one.act(page)
        elif (found := look(page, one)) and at_once:
            expect(found).to_be_in_viewport(ratio=1)


def look(page: Page, wanted: See | Lists) -> Locator | None:
    """Hold the page against what must be seen; the place where it is seen, if that is one."""
    inside = page.locator("main").locator(wanted.inside or ":scope")
    if isinstance(wanted, See):
        found = having(inside.locator(wanted.place), wanted.words).first
        expect(found).to_be_visible()
        if wanted.never:
            expect(found).not_to_contain_text(wanted.never)
        return found
    titles = inside.locator(wanted.links)
    for title in wanted.titles:
        expect(titles.filter(has_text=title).first).to_be_visible()
    if wanted.only:
        expect(titles).to_have_count(len(wanted.titles))
    return None
