"""The reasons in words why pages lead to each other, and why cases are related."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice

from casebook.addresses import compare_url
from casebook.library import Backlink, Library, Nearness, Related, Why, related
from casebook.model.records import Case
from casebook.model.values import Struct
from casebook.once import once
from casebook.views.addresses import entry_link, facet_name, term_link
from casebook.views.figures import written
from casebook.views.paging import Row
from casebook.views.records import Link

SIDE_BY_SIDE = 4  # cases of one comparison (compare/state.js)
REASONS = 4  # that a related case is shown with, the heaviest

# The facet of the term that two cases share.
_FACETS: Mapping[str, str] = {
    "community": "places",
    "town": "places",
    "district": "places",
    "organisation": "organisations",
    "theme": "themes",
}


class Connection(Struct):
    """A page that leads here, or a related case, with the reasons why."""

    kind: str
    link: Link
    why: tuple[str, ...]


class Neighbours(Struct):
    """The cases before and after a case on the page of its first theme."""

    theme: Link
    before: Link | None
    after: Link | None


def connection(library: Library, one: Backlink) -> Connection:
    """A page that leads here, with all its reasons."""
    return Connection(kind=one.entry.kind, link=entry_link(one.entry), why=reasons(library, one))


def connection_row(library: Library, one: Backlink) -> Row:
    """The row of a page that leads here, in a long list."""
    return Row(link=entry_link(one.entry), kind=one.entry.kind, facts=reasons(library, one))


def reasons(library: Library, one: Backlink) -> tuple[str, ...]:
    """The reasons in words why a page leads here."""
    return tuple(_why(library, why) for why in one.why)


def near(library: Library, case: Case) -> tuple[Connection, ...]:
    """The cases nearest to `case`, those that stand side by side with it, each with its heaviest reasons."""
    return tuple(
        Connection(
            kind="case",
            link=entry_link(library.cases[one.case]),
            why=tuple(islice(_shared(library, one.reasons), REASONS)),
        )
        for one in _beside(library, case)
    )


def _beside(library: Library, case: Case) -> Sequence[Related]:
    """The nearest cases, as many as a comparison has beside `case`."""
    return related(library, case.slug)[: SIDE_BY_SIDE - 1]


def compared(library: Library, case: Case) -> Link | None:
    """A link to the comparison of a case with those nearest to it; None without any."""
    others = [one.case for one in _beside(library, case)]
    text = library.words("connections_compare", count=len(others))
    return Link(text=text, url=compare_url((case.slug, *others))) if others else None


def neighbours(library: Library, case: Case) -> Neighbours | None:
    """The cases before and after `case` in its first theme; None if it is the only one."""
    theme = next((term for facet, term in library.declared(case) if facet == "themes"), "")
    cases, places = _in_theme(library, theme)
    if len(cases) < 2:
        return None
    at = places[case.slug]
    before, after = cases[at - 1] if at else None, cases[at + 1] if at + 1 < len(cases) else None
    return Neighbours(
        theme=term_link("themes", library.vocabulary["themes", theme]),
        before=entry_link(before) if before else None,
        after=entry_link(after) if after else None,
    )


@once
def _in_theme(library: Library, theme: str) -> tuple[tuple[Case, ...], Mapping[str, int]]:
    """The cases of a theme, and the place of each among them by slug."""
    cases = tuple(entry for entry in library.tagged("themes", theme) if isinstance(entry, Case))
    return cases, {case.slug: at for at, case in enumerate(cases)}


def _why(library: Library, why: Why) -> str:
    match why.reason, why.of:
        case "role", role:
            return library.vocabulary["roles", role].zh
        case "within", place:
            return library.words("why_within", place=library.vocabulary["places", place].zh)
        case "source", count if count != "0":
            return library.words("why_figures", count=count)
    return library.words[f"why_{why.reason}"]


def _shared(library: Library, reasons: Iterable[Nearness]) -> Iterator[str]:
    """The reasons in words; all themes make one reason."""
    for (kind, *_), group in groupby(reasons, key=_told_together):
        names = library.words.text_comma.join(_name(library, one) for one in group)
        facet = {"facet": facet_name(library, "themes")} if kind == "theme" else {}
        yield library.words(f"shared_{kind}", names=names, **facet)


def _told_together(reason: Nearness) -> tuple[str, ...]:
    return reason.trait[:1] if reason.trait[0] == "theme" else reason.trait


def _name(library: Library, reason: Nearness) -> str:
    """The name of what two cases share."""
    find, (kind, first, *rest) = library.vocabulary, reason.trait
    if reason.figures:
        here, there = map(written, reason.figures)
        return library.words("shared_figures", indicator=find["indicators", first].zh, here=here, there=there)
    if kind == "step":
        method = library.methods[first]
        step = next(step.title for step in method.steps if [step.id] == rest)
        return library.words("shared_step_of", method=method.front.title, step=step)
    if kind == "method":
        return library.methods[first].front.title
    if kind == "programme":
        return library.cases[first].front.title
    return find[_FACETS[kind], first].zh
