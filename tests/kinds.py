"""One page of every kind, for what is tried on each: the largest one, where there are several."""

from pathlib import Path

from casebook.library import Library
from casebook.views import View, outline

# What a page shows besides, when its address asks for it: template -> word for it -> end of the address.
STATES = {
    "explore.html": {"filtered": "?theme=elder-care&indicator=service-contacts&view=table"},
    "compare.html": {"two": "?cases=jiujiang-federation,tongsheng-ebike-parking"},
    "search.html": {"found": "?q=停车", "nothing": "?q=查无此词啊"},
}


def kinds(library: Library, folder: Path) -> dict[str, str]:
    """Name of a kind, fit for a file -> address of the largest page of it in `folder`, the built site.

    A kind is a template in one part of the site, so what is added to the outline is there by itself.
    """
    largest: dict[str, View] = {}
    for view in (make() for _, make in outline(library)):
        name = _name(view)
        if name not in largest or _size(folder, view) > _size(folder, largest[name]):
            largest[name] = view
    return {
        f"{name}-{state}".rstrip("-"): view.url + end
        for name, view in largest.items()
        for state, end in [("", ""), *STATES.get(view.template, {}).items()]
    }


def _name(view: View) -> str:
    """`term-places`, or the template alone where it says the part of the site."""
    template = view.template.removesuffix(".html")
    part = view.url.partition("/")[0]
    return f"{template}-{part}" if part and not part.startswith(template) else template


def _size(folder: Path, view: View) -> int:
    return (folder / view.path).stat().st_size
