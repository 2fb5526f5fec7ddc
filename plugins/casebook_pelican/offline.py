"""A page of the site as it stands in a folder of somebody's disk: without scripts, with links that lead to files."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

_ROOT = "http://offline.invalid/"  # stands for the root of the site while addresses are resolved
# What a page in a folder cannot do: what scripts do, searching, and leading through a site that is not there.
_NEEDLESS = (
    "script, form, .nav, .crumbs, .footer__nav, .copy, .pack__take, [hidden], [data-report], link[rel~=modulepreload], "
    "link[rel~=manifest], link[rel~=search], link[rel~=alternate]"
)


class Offline(NamedTuple):
    """A page as it stands in the folder, and the paths of its style sheets and pictures, below the root of the site."""

    html: str
    assets: frozenset[str]


def offline(html: str, path: str, paths: Mapping[str, str], address: str) -> Offline:
    """The page at `path` of the site; `paths` are those of the pages in the folder, by their addresses.

    Links to other pages lead to the site at `address`; where it does not know its own, they are plain text.
    """
    page = BeautifulSoup(html, "html.parser")
    here = paths[path.removesuffix("index.html")]
    for one in page.select(_NEEDLESS):
        one.decompose()
    assets = frozenset(_asset(one, key, path, here) for one, key in _loading(page))
    for link in page.find_all("a", href=True):
        _lead(link, path, here, paths, address)
    return Offline(str(page), assets)


def _loading(page: BeautifulSoup) -> list[tuple[Tag, str]]:
    """The elements that load files, each with the attribute that names it."""
    return [(one, "href") for one in page.select("link[rel~=stylesheet], link[rel~=icon]")] + [
        (one, "src") for one in page.select("img[src]")
    ]


def _asset(element: Tag, key: str, path: str, here: str) -> str:
    """The path of what an element loads, which it names from now on as seen from `here`."""
    found = urlsplit(urljoin(_ROOT + path, str(element[key]))).path.lstrip("/")
    element[key] = _from(here, found)
    return found


def _lead(link: Tag, path: str, here: str, paths: Mapping[str, str], address: str) -> None:
    """Let a link lead to where it can be followed."""
    href = str(link["href"])
    whole = urljoin(_ROOT + path, href)
    if href.startswith("#") or not whole.startswith(_ROOT):
        return
    parts = urlsplit(whole)
    url, rest = parts.path.lstrip("/"), whole.removeprefix(_ROOT)
    if url in paths:
        link["href"] = _from(here, paths[url]) + (f"#{parts.fragment}" if parts.fragment else "")
    elif address:
        link["href"] = f"{address}/{rest}"
    else:
        link.unwrap()


def _from(here: str, there: str) -> str:
    """The way from one file to another."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")
