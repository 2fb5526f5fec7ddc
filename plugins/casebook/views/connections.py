"""Why pages lead to each other, in words."""

from collections.abc import Mapping

from casebook.library import Library, Why, backlinks
from casebook.library.mentions import Target
from casebook.views.addresses import KIND_NAMES, entry_link
from casebook.views.records import Connection

# Why a page leads here; {} is what the reason is of.
_WHY: Mapping[str, str] = {
    "part": "是它的一部分",
    "whole": "包括它",
    "role": "{}",
    "source": "{} 个数字的出处在这里",
    "place": "发生在这里",
    "within": "发生在{}",
    "related": "把它列为相关方法",
    "text": "正文提到它",
}
_NO_FIGURE = "取材于它"  # of a source in which no figure has its evidence
# The facet of the term that a reason is of.
_FACETS: Mapping[str, str] = {
    "role": "roles",
    "within": "places",
}


def leading_here(library: Library, target: Target) -> tuple[Connection, ...]:
    """The pages that lead to `target`, with every reason why."""
    return tuple(
        Connection(
            kind=KIND_NAMES[one.entry.kind],
            link=entry_link(one.entry),
            why=tuple(_why(library, why) for why in one.why),
        )
        for one in backlinks(library, target)
    )


def _why(library: Library, why: Why) -> str:
    if why == Why(reason="source", of="0"):
        return _NO_FIGURE
    facet = _FACETS.get(why.reason)
    return _WHY[why.reason].format(library.vocabulary[facet, why.of].zh if facet else why.of)
