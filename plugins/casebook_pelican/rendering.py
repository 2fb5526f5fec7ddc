"""Renders views: each through its template of the theme, with what all pages of a site share."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from casebook.addresses import contribute_url
from casebook.library import Library
from casebook.model.values import Struct
from casebook.store import KEPT, digest, digest_of
from casebook.views import View, footer, navigation, phrases
from casebook.views.addresses import facet_names
from casebook.views.plain import NOT_FOUND
from casebook_pelican.assets import Asset
from casebook_pelican.citing import citing
from casebook_pelican.linked import linked_data
from casebook_pelican.templates import ROOT, environment

_COMPILED = KEPT / "templates"
_REFERENCE = re.compile(r'\{%[-+]?\s*(?:extends|include|from|import)\s+"([^"]+)"')
_PACKAGES = ("jinja2", "markupsafe", "segno")


class Renderer:
    """Templates with the shared values of one site."""

    def __init__(self, library: Library, settings: Mapping[str, Any]) -> None:
        self._templates = Path(settings["THEME"]) / "templates"
        self._env = environment(self._templates, _COMPILED, settings["JINJA_ENVIRONMENT"])
        site = library.collection.site
        self._pictures: Mapping[str, str] = settings["PICTURES"]
        self._assets: Mapping[str, Asset] = settings["ASSETS"]
        self._shared = {
            "SITE_ADDRESS": settings["SITE_ADDRESS"],
            "PARQUET": settings["PARQUET"],
            "NAME": site.name,
            "LICENCE": site.licence,
            "NAVIGATION": navigation(library),
            "FOOTER": footer(library),
            "CONTRIBUTE": contribute_url(library),
        }
        self._env.filters |= settings["JINJA_FILTERS"]
        self._env.filters["phrases"] = cache(self._env.filters["phrases"])  # a title stands on many pages
        self._env.globals |= settings["JINJA_GLOBALS"] | self._shared
        self._env.globals |= {
            "PICTURES": self._pictures,
            "asset": lambda name: self._assets[name].address,
            "imports": lambda name: [*self._assets[name].imports],
            "citations": citing(library, settings["SITE_ADDRESS"]),
            "linked": linked_data(settings["SITE_ADDRESS"] or ROOT),
        }
        known = sorted(phrases.known_words(library.vocabulary))
        self._said = (facet_names(library), library.words.texts, known, sorted(settings["JINJA_ENVIRONMENT"].items()))
        self._root = urlsplit(settings["SITE_ADDRESS"]).path.rstrip("/")

    def load(self) -> None:
        """Load all templates: what becomes of their files later changes nothing. TemplateError: one is wrong."""
        for path in self._templates.rglob("*.html"):
            self._env.get_template(path.relative_to(self._templates).as_posix())

    def html(self, view: View) -> str:
        """The page of a view; its links are relative to it, so that the site works below any path."""
        root = self._root if view.path == NOT_FOUND else _root(view.path)
        return self._env.get_template(view.template).render(view=view).replace(ROOT, root)

    def macro(self, template: str, name: str, url: str) -> Callable[[Struct], str]:
        """A macro as a function of its view, with links as seen from the page at `url`."""
        macro = getattr(self._env.get_template(template).module, name)
        return lambda view: str(macro(view)).replace(ROOT, _root(url))

    def mark(self, view: View) -> str:
        """A digest of all that the page of a view is made of: two pages with the same mark are the same."""
        kind = type(view)
        written = msgspec.json.encode(view)  # all fields of what stands in it, also those that a field's type lacks
        pictures = (self._pictures.get(url, "") for url in (view.canonical, ""))
        rest = f"{kind.__module__}.{kind.__name__} {view.path} {[*pictures]}"
        return digest(self._mark, self._sources[view.template], rest.encode(), written).hex()

    @cached_property
    def _mark(self) -> bytes:
        """A digest of all that pages share, besides templates."""
        return digest(code_mark(), repr((self._shared, self._said)).encode())

    @cached_property
    def _sources(self) -> Mapping[str, bytes]:
        """Template -> a digest of it, of all that it extends, imports and includes, and of the assets they name."""
        paths = {path.relative_to(self._templates).as_posix(): path for path in self._templates.rglob("*.html")}
        texts = {name: path.read_text(encoding="utf-8") for name, path in paths.items()}
        leading = {name: references(text) for name, text in texts.items()}
        return {name: self._of(texts[one] for one in sorted(_reached(name, leading))) for name in texts}

    def _of(self, texts: Iterable[str]) -> bytes:
        whole = "\0".join(texts)
        used = [(name, asset) for name, asset in self._assets.items() if f'"{name}"' in whole]
        return digest(whole.encode(), repr(used).encode())


def references(text: str) -> set[str]:
    """The templates that a template names, as Jinja reads it, which takes four hundred times as long."""
    return set(_REFERENCE.findall(text))


def _reached(name: str, leading: Mapping[str, set[str]]) -> set[str]:
    """A template, and all that it leads to."""
    found, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += leading[one]
    return found


@cache
def code_mark() -> bytes:
    """A digest of the code by which a page is made of a view: its records say some things when they are asked alone."""
    here = Path(__file__).parent
    return digest(*(version(name).encode() for name in _PACKAGES), digest_of(here, here.with_name("casebook")).encode())


def _root(path: str) -> str:
    """The way from a page to the root of the site: `.` at the root itself."""
    return "/".join([".."] * path.count("/")) or "."
