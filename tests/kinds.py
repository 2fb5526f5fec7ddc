"""One page of every kind, for what is tried on each: the largest one, where there are several."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

from casebook.library import Library
from casebook.views import View, lists, outline

# What a page shows besides, when its address asks for it: template -> word for it -> end of the address.
STATES = {
    "explore.html": {"filtered": "?theme=elder-care&indicator=service-contacts&view=table"},
    "compare.html": {"two": "?cases=jiujiang-federation,tongsheng-ebike-parking"},
    "search.html": {
        "found": "?q=停车",
        "topic": "?q=加装电梯",
        "english": "?q=volunteer patrol",
        "tagged": "?q=长者",
        "nothing": "?q=查无此词啊",
    },
}


def kinds(library: Library, folder: Path) -> dict[str, str]:
    """Name of a kind, fit for a file -> address of the largest page of it in `folder`, the built site.

    A kind is a template in one part of the site, so what is added to the outline is there by itself.
    """
    return _shown(library, folder, _name)


def templates(library: Library, folder: Path) -> dict[str, str]:
    """The same of each template alone, whatever part of the site it is of."""
    return _shown(library, folder, _template)


def _shown(library: Library, folder: Path, name_of: Callable[[View], str]) -> dict[str, str]:
    largest: dict[str, View] = {}
    for view in chain((make() for _, make in outline(library)), lists(library)):
        name = name_of(view)
        if name not in largest or _size(folder, view) > _size(folder, largest[name]):
            largest[name] = view
    return {
        f"{name}-{state}".rstrip("-"): view.url + end
        for name, view in largest.items()
        for state, end in [("", ""), *STATES.get(view.template, {}).items()]
    }


def _name(view: View) -> str:
    """`term-places`, or the template alone where it says the part of the site."""
    template = _template(view)
    part = view.url.partition("/")[0]
    return f"{template}-{part}" if part and not part.startswith(template) else template


def _template(view: View) -> str:
    return view.template.removesuffix(".html")


def _size(folder: Path, view: View) -> int:
    return (folder / view.path).stat().st_size
