"""The files by which programs find their way: `robots.txt`, `llms.txt`, a description of the search, a manifest."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from casebook.addresses import CASES, METHODS, entry_url
from casebook.as_markdown import as_markdown
from casebook.builds import json_text
from casebook.export.sitemap import NAME as SITEMAP
from casebook.library import Library, fullest
from casebook.model.records import Entry

MANIFEST, SEARCH = "manifest.webmanifest", "opensearch.xml"
_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_LONGEST, _MOST = 16, 1024  # characters of the name and of the text of a search, as its description allows
_PAPER, _SEAL = "#faf6ed", "#a2301d"  # theme/static/css/tokens.css


def discovery_files(library: Library, address: str) -> dict[str, str]:
    """Path -> content of what needs whole addresses."""
    return {
        "robots.txt": _robots(address),
        "llms.txt": _llms(library, address),
        SEARCH: _search(library, address),
    }


def manifest(library: Library, icon: str) -> str:
    """The web app manifest; `icon` is the address of the icon below the root."""
    site = library.collection.site
    return json_text(
        {
            "name": site.name,
            "short_name": site.name,
            "description": site.description,
            "lang": library.words.lang,
            "start_url": "./",
            "scope": "./",
            "display": "browser",
            "background_color": _PAPER,
            "theme_color": _SEAL,
            "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml"}],
        }
    )


def _robots(address: str) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}/{SITEMAP}\n"


def _search(library: Library, address: str) -> str:
    """So that browsers offer the search of the site."""
    site = library.collection.site
    whole = Element("OpenSearchDescription", xmlns=_OPENSEARCH)
    for name, text in (
        ("ShortName", site.name[:_LONGEST]),
        ("Description", site.description[:_MOST]),
        ("InputEncoding", "UTF-8"),
        ("Language", library.words.lang),
    ):
        SubElement(whole, name).text = text
    SubElement(whole, "Url", type="text/html", template=f"{address}/search/?q={{searchTerms}}")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(whole, encoding="unicode")}\n'


def _llms(library: Library, address: str) -> str:
    """What the site is, and where its data and its fullest pages are, for programs that read texts."""
    site, words = library.collection.site, library.words

    def line(entry: Entry) -> str:
        title, summary = as_markdown(entry.front.title), as_markdown(entry.front.summary)
        return f"- [{title}]({address}/{entry_url(entry)}): {summary}"

    def lines() -> Iterator[str]:
        yield f"# {as_markdown(site.name)}\n\n> {as_markdown(site.description)}\n"
        yield f"## {words.data_title}\n"
        yield f"- [{words.data_title}]({address}/data/): {words.llms_data}"
        yield f"- [cases.json]({address}/data/cases.json)\n- [methods.json]({address}/data/methods.json)\n"
        yield f"## {words.kind_case}\n\n- [{words.kind_case}]({address}/{CASES})"
        yield from (line(case) for case in fullest(library))
        yield f"\n## {words.kind_method}\n\n- [{words.kind_method}]({address}/{METHODS})"
        yield from (line(method) for method in library.methods.values())

    return "\n".join(lines()) + "\n"
