"""What a page fetches before a reader does anything does not grow: as many files, of which each is bounded.

What each weighs is tested in tests/site/test_long_lists.py.
"""

import json
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import SIZES, settling
from tests.weight import loaded, weight

FIRST = 60_000  # bytes compressed
SEEN = 12  # cards of a list that a filter found: as many as come near on a phone


def addresses(site: Path) -> list[str]:
    """Pages that are fetched from, and what their addresses may ask for: of each filter the term of most cases."""
    (columns,) = (path for path in (site / "explore").iterdir() if path.is_dir())

    def rows(name: str) -> list[list]:
        found = json.loads((columns / f"{name}.json").read_text())[1]
        return found["terms"] if isinstance(found, dict) else found

    filters = {path.stem: rows(f"facets/{path.stem}") for path in sorted((columns / "facets").iterdir())}
    chosen = {key: max(terms, key=lambda row: row[2])[0] for key, terms in filters.items() if terms}
    theme, indicator = f"theme={chosen['theme']}", f"indicator={max(rows('indicators'), key=lambda row: row[3])[0]}"
    cases = sorted(path.name for path in (site / "cases").iterdir() if path.is_dir())[:2]
    return [
        "",
        "cases/",
        *(f"cases/?{key}={term}" for key, term in chosen.items()),
        f"cases/?{indicator}&view=table",
        f"cases/?{theme}&{indicator}&sort=most",
        "cases/?sort=title",
        "cases/?view=map",
        *(f"cases/?view=map&place={place}" for place, *_ in rows("maps")),
        f"cases/?view=map&{theme}&{indicator}",
        f"cases/?pick={cases[0]}",
        "compare/",
        f"compare/?cases={','.join(cases)}",
        "search/",
    ]


def fetched(browser: Browser, site: Path, host: str, asked: list[str]) -> dict[str, list[Path]]:
    """Address -> the files that are fetched on a phone."""
    found = {}
    for address in asked:
        context = browser.new_context(viewport=SIZES["phone"], service_workers="block")
        page = context.new_page()
        with settling(page):
            page.goto(host + address)
        found[address] = list(dict.fromkeys(loaded(page, site, host)))
        context.close()
    return found


def kinds(files: list[Path], site: Path) -> dict[str, int]:
    """Folder of data -> how many of its files are fetched."""
    data = (path.relative_to(site).parts for path in files if path.suffix == ".json")
    return Counter("/".join((parts[0], *parts[2:-1])) for parts in data)


def test_no_page_fetches_more_first_for_twice_as_many_cases(browser, many, twice, serve):
    asked = addresses(many)
    few, more = (fetched(browser, site, serve(site), asked) for site in (many, twice))
    assert {one: weight(files) for one, files in more.items() if weight(files) > FIRST} == {}
    found = {one: (kinds(few[one], many), kinds(more[one], twice)) for one in asked}
    assert {one: grown for one, grown in found.items() if not grown[1] <= grown[0]} == {}
    assert {
        *("explore/terms", "explore/figures", "explore/slugs", "explore/orders", "explore/maps", "explore/tiles"),
        *("compare/names", "search"),
    } <= set().union(*(told for _, told in found.values()))
    cards = {one: told["explore/cards"] for one, (_, told) in found.items()}
    assert max(cards.values()) > 0
    assert {one: count for one, count in cards.items() if count > SEEN} == {}
