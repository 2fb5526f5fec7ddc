"""`sitemap.xml`: the addresses of all pages that are kept, with the day of the last change where it is known."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from casebook.addresses import CHANGES, edition_url, entry_url
from casebook.dataset.package import version_day
from casebook.library import Library, changed_on
from casebook.views import outline

NAME = "sitemap.xml"
MOST = 40_000  # addresses in a file: a sitemap may have 50,000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(library: Library, address: str) -> dict[str, str]:
    """Path -> content: one file, or, where it would be too long, an index and the files that it names."""
    days, urls = _days(library), [url for url, _ in outline(library) if not url.endswith(".html")]
    urls += _editions(library)
    if len(urls) <= MOST:
        return {NAME: _sitemap(urls, days, address)}
    parts = {
        f"sitemap-{number}.xml": _sitemap(urls[start : start + MOST], days, address)
        for number, start in enumerate(range(0, len(urls), MOST), 1)
    }
    return {NAME: _xml("sitemapindex", "sitemap", ((f"{address}/{name}", "") for name in parts)), **parts}


def _editions(library: Library) -> dict[str, str]:
    """Address of a dated edition -> the day on which it was cut."""
    return {edition_url(one.slug, one.month): one.day for some in library.dated.values() for one in some}


def _days(library: Library) -> Mapping[str, str]:
    """Address -> the day of the last change."""
    days = _editions(library) | {
        entry_url(entry): day for entry in library.entries if (day := changed_on(library, entry.slug))
    }
    return days | dict.fromkeys(("", CHANGES), version_day(library)) if days else days


def _sitemap(urls: list[str], days: Mapping[str, str], address: str) -> str:
    return _xml("urlset", "url", ((f"{address}/{url}", days.get(url, "")) for url in urls))


def _xml(root: str, each: str, rows: Iterator[tuple[str, str]]) -> str:
    whole = Element(root, xmlns=_NAMESPACE)
    for url, day in rows:
        one = SubElement(whole, each)
        SubElement(one, "loc").text = url
        if day:
            SubElement(one, "lastmod").text = day
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(whole, encoding="unicode")}\n'
