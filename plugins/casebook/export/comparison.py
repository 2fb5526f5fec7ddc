"""The data of the page that compares cases: facts, steps with their methods, figures with their series.

Each case has its own file, so that a browser fetches only the chosen ones. All files but the manifest stand in a folder
named after their content, as those of search do, so that an open page never mixes two builds.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from casebook.addresses import entry_url, step_anchor
from casebook.builds import build_files, json_text
from casebook.dates import period_zh
from casebook.export import openings
from casebook.export.compared import (
    ComparedCase,
    ComparedDeparture,
    ComparedFigure,
    ComparedManifest,
    ComparedMethod,
    ComparedStep,
    ComparedUse,
    Fact,
)
from casebook.export.names import compared_names
from casebook.library import Library, key_of, related
from casebook.library.grouping import grouped
from casebook.library.series import own_metrics, told
from casebook.library.usage import deviations
from casebook.model.records import Case, Metric
from casebook.model.terms import Indicator, Source, Term
from casebook.once import once
from casebook.views.addresses import entry_link, facet_name, term_link
from casebook.views.axes import series_title
from casebook.views.entry_lists import PARTS, children
from casebook.views.figures import figure_link, notes
from casebook.views.paging import beginning, list_url
from casebook.views.records import Link
from casebook.views.steps import circumstances, step_link
from casebook.vocabulary import Vocabulary

PICKED = 50  # cases to pick from


def comparison_files(library: Library) -> dict[str, str]:
    """Path below `compare/` -> content: the manifest, and the files in the folder that it names.

    There is a file for each case, and small ones with the names of all.
    """
    files = {f"{slug}.json": json_text(compared(library, case)) for slug, case in library.cases.items()}
    names = compared_names(library)
    files |= {f"names/{number}.json": json_text(some) for number, some in enumerate(names)}
    cases = tuple((case.slug, case.front.title) for case in library.newest[:PICKED])
    more = len(library.cases) - len(cases)
    return build_files(files, lambda build: ComparedManifest(build=build, names=len(names), cases=cases, more=more))


def compared(library: Library, case: Case) -> ComparedCase:
    """The data of one case."""
    return ComparedCase(
        slug=case.slug,
        link=entry_link(case),
        above=tuple(_above(library, case)),
        near=tuple((one.case, library.cases[one.case].front.title) for one in related(library, case.slug)),
        facts=tuple(_fact_rows(library, case)),
        basis=library.words[f"compare_basis_{case.steps[0].basis}"] if case.steps else "",
        steps=tuple(_steps(library, case)),
        methods=tuple(_methods(library, case)),
        departures=tuple(_departures(library, case)),
        figures=tuple(_figure(library, case, metric) for metric in own_metrics(library, case.slug)),
        told=tuple(sorted({_ranks(library.vocabulary)[key.indicator] for key in told(library, case.slug)})),
    )


def _departures(library: Library, case: Case) -> Iterator[ComparedDeparture]:
    for one in deviations(case):
        how = library.words[f"departure_{one.how}"]
        yield ComparedDeparture(method=one.method, step=one.method_step, how=how, text=one.text)


def _fact_rows(library: Library, case: Case) -> Iterator[Fact]:
    """The rows of the facts, the same for every case and in the same order."""
    front, find, words = case.front, library.vocabulary, library.words
    parent = library.cases.get(front.part_of or "")
    above = (entry_link(parent),) if parent else ()
    parts = beginning(library, children(library, case), list_url(entry_url(case), PARTS))
    below = (*parts.first, *([parts.all] if parts.all else []))
    untold = words.compare_untold
    for part, title in openings.parts(library):
        yield Fact(label=title, items=openings.opening(library, case, part), missing=untold)
    yield Fact(label=words.compare_summary, items=(_text(front.summary),), missing=untold)
    if library.has("places"):
        yield Fact(label=facet_name(library, "places"), items=_places(library, case), missing=untold)
    yield Fact(label=words.compare_when, items=(_text(period_zh(front.period)),), missing=untold)
    for role in find.terms("roles")[:1] if library.has("organisations") else ():  # the first is the leading one
        yield Fact(label=role.zh, items=tuple(_in_role(library, case, role)), missing=untold)
    for facet in library.collection.facets("compare"):
        yield Fact(label=facet_name(library, facet.id), items=tuple(_terms(library, case, facet.id)), missing=untold)
    yield Fact(label=words.case_part_of, items=above, missing=words.compare_no_parent)
    yield Fact(label=words.case_parts, items=below, missing=words.compare_no_parts)
    if library.has("sources"):
        sources = tuple(_source(library, slug) for slug in front.sources)
        yield Fact(label=facet_name(library, "sources"), items=sources, missing=untold)
    told = tuple(Link(text=one.text, url="", note=find["caveat-kinds", one.kind].zh) for one in front.caveats)
    yield Fact(label=words.caveats_title, items=told, missing=words.compare_no_caveats)


def _places(library: Library, case: Case) -> tuple[Link, ...]:
    """The places of a case, each after those that it lies in."""
    places = (up for place in case.front.places for up in reversed(library.vocabulary.lineage(place)))
    return tuple(dict.fromkeys(term_link("places", place) for place in places))


def _in_role(library: Library, case: Case, role: Term) -> Iterator[Link]:
    for one in case.front.organisations:
        if one.role == role.id:
            yield term_link("organisations", library.vocabulary["organisations", one.organisation])


def _text(text: str) -> Link:
    return Link(text=text, url="")


def _terms(library: Library, case: Case, facet: str) -> Iterator[Link]:
    for tag in case.tags:
        if tag.declared and tag.facet == facet:
            yield term_link(facet, library.vocabulary[facet, tag.term])


def _source(library: Library, slug: str) -> Link:
    """A link to a source, with its grade as the note."""
    source = library.vocabulary["sources", slug]
    assert isinstance(source, Source)
    return term_link("sources", source, note=library.vocabulary["grades", source.grade].zh)


def _above(library: Library, case: Case) -> Iterator[str]:
    """The cases that `case` is part of, the nearest first."""
    seen = {case.slug}
    parent = case.front.part_of
    while parent and parent in library.cases and parent not in seen:
        seen.add(parent)
        yield parent
        parent = library.cases[parent].front.part_of


def _steps(library: Library, case: Case) -> Iterator[ComparedStep]:
    uses = grouped((use.step.number, use) for use in library.uses_in(case.slug) if use.step)
    for step in case.steps:
        yield ComparedStep(
            number=step.number,
            link=step_link(case, step),
            facts=circumstances(step),
            uses=tuple(ComparedUse(method=use.method, step=use.method_step) for use in uses.get(step.number, ())),
        )


def _methods(library: Library, case: Case) -> Iterator[ComparedMethod]:
    """The methods of a case: first in the order of its steps, then those that it only declares or departs from."""
    departed = (one.method for one in deviations(case) if one.method in library.methods)
    for slug in dict.fromkeys((*(use.method for use in library.uses_in(case.slug)), *departed)):
        yield _method(library, slug)


@once
def _method(library: Library, slug: str) -> ComparedMethod:
    method = library.methods[slug]
    url = entry_url(method)
    return ComparedMethod(
        slug=slug,
        link=entry_link(method),
        steps=tuple(
            (step.id, Link(text=step.title, url=f"{url}#{step_anchor(method, step.id)}")) for step in method.steps
        ),
    )


def _figure(library: Library, case: Case, metric: Metric) -> ComparedFigure:
    find, key = library.vocabulary, key_of(metric)
    term = find["indicators", metric.indicator]
    assert isinstance(term, Indicator)
    return ComparedFigure(
        series=" ".join((key.indicator, key.unit, key.money, key.scope)),
        label=series_title(library, key),
        indicator=term_link("indicators", term),
        order=_ranks(find)[term.id],
        is_comparable=term.comparable,
        is_additive=term.additive,
        value=_number(metric.value),
        value_max=_number(metric.value_max),
        before=_number(metric.before),
        unit=metric.unit,
        qualifier="" if metric.qualifier == "exact" else library.words[f"qualifier_{metric.qualifier}"],
        notes=notes(library, case, metric),
        figure=figure_link(case, metric),
    )


@once
def _ranks(vocabulary: Vocabulary) -> Mapping[str, int]:
    """Indicator id -> its place in the vocabulary."""
    return {term.id: place for place, term in enumerate(vocabulary.terms("indicators"))}


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
