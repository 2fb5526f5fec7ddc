"""JSON-LD as pages carry it: whole addresses, and no sign that could end the element around it."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from markupsafe import Markup

from casebook.views import View
from casebook.views.linked import breadcrumbs

_ADDRESSES = frozenset(("@id", "url", "item", "contentUrl", "urlTemplate"))
_ROOT = "\ue005"  # no text may have it
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def linked_data(root: str) -> Callable[[View], Markup]:
    """What writes the nodes of a page; `root` is the address of the site, or a mark that stands for it.

    The mark of templates is a sign that JSON escapes: another one stands in its place until all is written.
    """

    def whole(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: _address(one) if key in _ADDRESSES else whole(one) for key, one in value.items()}
        return [whole(one) for one in value] if isinstance(value, list | tuple) else value

    def written(view: View) -> Markup:
        crumbs = (breadcrumbs(view.crumbs, view.title, view.canonical),) if view.crumbs else ()
        nodes = [whole(node) for node in (*msgspec.json.decode(view.linked or "[]"), *crumbs)]
        if not nodes:
            return Markup("")
        text = msgspec.json.encode({"@context": "https://schema.org", "@graph": nodes}).decode().replace(_ROOT, root)
        for sign, escape in _ESCAPES.items():
            text = text.replace(sign, escape)
        return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - escaped above

    return written


def _address(url: str) -> str:
    return url if "://" in url else f"{_ROOT}/{url}"
