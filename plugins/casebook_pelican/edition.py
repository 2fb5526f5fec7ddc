"""An edition of the site at home: a file of it is made when a browser asks for it, and none is written.

What it gives is what a build writes, but for two files: no page is kept in browsers while it is being written, so the
worker is the one that takes away what is kept, and the page is told of changes by the server, not by `edition.json`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from pelican import Pelican
from pelican.settings import read_settings

from casebook.addresses import entry_url, term_url
from casebook.builds import json_text
from casebook.library import Library
from casebook.views import below, outline
from casebook.views.records import View, file_path
from casebook_pelican.building import Build, encoded
from casebook_pelican.last_site import EDITION
from casebook_pelican.making import build_of
from casebook_pelican.worker import WORKER, farewell


def settings_of(path: Path, **more: object) -> dict[str, Any]:
    """The settings of a site, with what the adapters of its `PLUGINS` put into them if there is a `LIBRARY`."""
    settings: dict[str, Any] = read_settings(str(path), override=more)
    return Pelican(settings).settings if "LIBRARY" in more else settings


class Edition:
    """The site of a Library; `name` tells editions of one run of the server apart.

    TemplateError: a template cannot be used. OSError: the theme is not bundled.
    """

    def __init__(self, settings: Path, content: Path, library: Library, name: str) -> None:
        self.name = name
        self._library = library
        given = settings_of(settings, PATH=str(content), LIBRARY=library)
        self._build = build_of(given, {}, None)
        self._build.renderer.load()
        self._pages = {file_path(url): make for url, make in outline(library)}
        self._parts = {part.below: number for number, part in enumerate(given["PARTS"]) if part.below}
        self._data: dict[int, Mapping[str, bytes]] = {}
        self._files = dict(_files(given))

    def file(self, path: str) -> bytes | None:
        """The content of a file of the site; None if the site has no such file."""
        if path in self._files:
            return self._files[path]
        views = (self._pages[path](),) if path in self._pages else self._below(path)
        for view in views:
            if view.path == path:
                return self._build.renderer.html(view).encode()
        return self._of_part(path)

    def source(self, address: str) -> str:
        """The path of the file that a page is written in, or the page above it; empty if there is none."""
        return next((self._sources[one] for one in _above(address) if one in self._sources), "")

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        terms = {term_url(*term): path for term, (path, _) in self._library.vocabulary.origins.items()}
        return terms | {entry_url(entry): entry.path for entry in self._library.entries}

    @cached_property
    def _lists(self) -> Mapping[str, Sequence[Any]]:
        found = defaultdict(list)
        for url, make in below(self._library):
            found[url].append(make)
        return found

    def _below(self, path: str) -> Iterator[View]:
        """Views among which that of a page must be that is not in the outline."""
        if path.endswith(".html"):
            for above in _above(path):
                for make in self._lists.get(above, ()):
                    yield from make()

    def _of_part(self, path: str) -> bytes | None:
        number = self._parts.get(path.partition("/")[0])
        if number is None:
            return None
        if number not in self._data:
            self._data[number] = dict(_made(self._build, number))
        return self._data[number].get(path)


def _above(address: str) -> Iterator[str]:
    """The addresses of the pages above an address, the nearest first: itself, if it ends with a slash."""
    names = address.split("/")[:-1]
    return ("".join(f"{name}/" for name in names[:count]) for count in range(len(names), -1, -1))


def _made(build: Build, number: int) -> Iterable[tuple[str, bytes]]:
    """The files of a part, all of them."""
    part = build.parts[number]
    for unit in range(part.count(build)):
        yield from ((product.path, encoded(product.text())) for product in part.files(build, unit))


def _files(settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """(path, content) of what the site has besides its parts: the theme, the icon, the worker."""
    folder = PurePosixPath(settings["THEME_STATIC_DIR"])
    for root in (Path(settings["THEME"], name) for name in settings["THEME_STATIC_PATHS"]):
        for path in root.rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                yield str(folder / path.relative_to(root).as_posix()), path.read_bytes()
    yield str(folder / settings["ICON"].name), settings["ICON"].content
    yield WORKER, farewell(settings).encode()
    yield EDITION, json_text({"edition": "home"}).encode()
