"""Why pages lead to each other, and why cases are near to each other, in words."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from casebook.library import Library, Nearness, Why, backlinks, related
from casebook.library.mentions import Target
from casebook.model.records import Case
from casebook.views.addresses import compare_url, entry_link, term_link
from casebook.views.bodies import written
from casebook.views.records import Connection, Neighbours

REASONS = 4  # that a related case is shown with, the heaviest

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
# What two cases share; {} is the names of it.
_SHARED: Mapping[str, str] = {
    "step": "都用到{}",
    "method": "都用到{}",
    "community": "都在{}",
    "town": "都在{}",
    "district": "都在{}",
    "organisation": "都有{}",
    "figure": "都报告了{}",
    "programme": "都属于{}",
    "theme": "主题都有{}",
}
# The facet of the term that a reason is of.
_FACETS: Mapping[str, str] = {
    "role": "roles",
    "within": "places",
    "community": "places",
    "town": "places",
    "district": "places",
    "organisation": "organisations",
    "theme": "themes",
}


def leading_here(library: Library, target: Target) -> tuple[Connection, ...]:
    """The pages that lead to `target`, with every reason why."""
    return tuple(
        Connection(
            kind=one.entry.kind,
            link=entry_link(one.entry),
            why=tuple(_why(library, why) for why in one.why),
        )
        for one in backlinks(library, target)
    )


def near(library: Library, case: Case) -> tuple[Connection, ...]:
    """The cases near to `case`, with the heaviest reasons why."""
    return tuple(
        Connection(
            kind="case",
            link=entry_link(library.cases[one.case]),
            why=tuple(_shared(library, one.reasons))[:REASONS],
            compare=compare_url((case.slug, one.case)),
        )
        for one in related(library, case.slug)
    )


def neighbours(library: Library, case: Case) -> Neighbours | None:
    """The cases before and after `case` in its first theme; None where it is the only one."""
    theme = next((term for facet, term in library.declared(case) if facet == "themes"), "")
    cases = [entry for entry in library.tagged("themes", theme) if isinstance(entry, Case)]
    if len(cases) < 2:
        return None
    at = cases.index(case)
    before, after = cases[at - 1] if at else None, cases[at + 1] if at + 1 < len(cases) else None
    return Neighbours(
        theme=term_link("themes", library.vocabulary["themes", theme]),
        before=entry_link(before) if before else None,
        after=entry_link(after) if after else None,
    )


def _why(library: Library, why: Why) -> str:
    if why == Why(reason="source", of="0"):
        return _NO_FIGURE
    facet = _FACETS.get(why.reason)
    return _WHY[why.reason].format(library.vocabulary[facet, why.of].zh if facet else why.of)


def _shared(library: Library, reasons: Iterable[Nearness]) -> Iterator[str]:
    """The reasons in words; all themes in one."""
    for (kind, *_), group in groupby(reasons, key=_told_together):
        yield _SHARED[kind].format("、".join(_name(library, reason) for reason in group))


def _told_together(reason: Nearness) -> tuple[str, ...]:
    return reason.trait[:1] if reason.trait[0] == "theme" else reason.trait


def _name(library: Library, reason: Nearness) -> str:
    """What two cases share, by its name."""
    kind, first, *rest = reason.trait
    if reason.figures:
        here, there = map(written, reason.figures)
        return f"{library.vocabulary['indicators', first].zh}：这里 {here}，那里 {there}"
    if kind == "step":
        method = library.methods[first]
        return f"{method.front.title}的“{next(step.title for step in method.steps if [step.id] == rest)}”"
    if kind == "method":
        return library.methods[first].front.title
    if kind == "programme":
        return library.cases[first].front.title
    return library.vocabulary[_FACETS[kind], first].zh
