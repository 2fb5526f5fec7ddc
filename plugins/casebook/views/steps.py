"""What stands beside the words of a step: its circumstances in a case; how it went in cases, for a method."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from casebook.dates import period_zh
from casebook.library import CaseFigures, Deviation, Library, Spread, Use, above, key_of, lasting, spread
from casebook.model.ratios import SeriesKey
from casebook.model.records import Case, Method, Metric, Step
from casebook.model.terms import Indicator
from casebook.views.addresses import entry_link, entry_url, figure_place, step_anchor, term_link
from casebook.views.axes import Axis, series_title
from casebook.views.bodies import notes, written
from casebook.views.records import DeviationView, Link, SpreadRow, SpreadView, StepEvidence, StepFigure

TAKEN = ("人", "小时", "天", "元")  # units of what it takes, in the order in which people ask
FEWEST = 2  # cases with a figure before there is something to compare
HEAD_SENTENCE = 120  # characters of a case's own words under a method's step


def circumstances(step: Step) -> tuple[str, ...]:
    """When a step was done and how long it took, as far as its words tell."""
    return tuple(filter(None, (period_zh(step.when) if step.when else "", step.lasting)))


def case_step(library: Library, case: Case, uses: Sequence[Use], step: Step) -> Mapping[str, object]:
    """Beside a case's step: when, how long, its figures, who, and the methods that it says it is."""
    return {
        "facts": circumstances(step),
        "figures": tuple(_told(library, case, step)),
        "actors": tuple(
            term_link(tag.facet, library.vocabulary[tag.facet, tag.term])
            for tag in {(tag.facet, tag.term): tag for tag in step.actors}.values()
        ),
        "methods": tuple(_method_link(library, use) for use in uses if use.step == step),
    }


def _told(library: Library, case: Case, step: Step) -> Iterator[StepFigure]:
    """The figures of its own case that a step tells, each once."""
    inside = (metric for metric in lasting(case.metrics) if step.start <= metric.start < step.end)
    own = {(one.indicator, one.text): one for one in inside if not library.programme(case, one)}
    for (indicator, _), metric in own.items():
        yield StepFigure(
            indicator=library.vocabulary["indicators", indicator].zh, figure=_figure(library, case, metric)
        )


def method_step(
    library: Library, uses: Sequence[Use], deviations: Sequence[Deviation], step: Step
) -> Mapping[str, object]:
    """Beside a method's step: how it went in cases, which did otherwise, and which have no such step.

    A case and the cases inside it count as one: what a project did, its programme need not tell again.
    """
    here = [use for use in uses if use.step and use.method_step == step.id]
    otherwise = [one for one in deviations if one.method_step == step.id]
    linked = _linked(uses)
    at_steps = _apart(library, linked)
    doing = {above(library, use.case, linked) or use.case for use in here}
    told = doing | {above(library, one.case, linked) or one.case for one in otherwise}
    return {
        "evidence": tuple(_evidence(library, use) for use in here),
        "deviations": tuple(
            DeviationView(case=entry_link(library.cases[one.case]), how=one.how, text=one.text) for one in otherwise
        ),
        "silent": tuple(entry_link(library.cases[slug]) for slug in sorted(at_steps - told)),
        "count": library.words("steps_count", all=len(at_steps), count=len(doing)) if at_steps else "",
    }


def counting(library: Library, uses: Sequence[Use]) -> str:
    """Why fewer cases are counted at the steps of a method than use it; nothing when none is left out."""
    cases = {use.case for use in uses}
    linked = _linked(uses)
    apart = _apart(library, linked)
    if not linked or cases == apart:
        return ""
    words, unlinked, inside = library.words, len(cases - linked), len(linked - apart)
    why = (
        words("steps_unlinked", count=unlinked) if unlinked else "",
        words("steps_inside", count=inside) if inside else "",
    )
    told = words.text_clause.join(filter(None, why))
    return words("steps_counting", all=len(cases), why=told, count=len(apart))


def _linked(uses: Sequence[Use]) -> set[str]:
    """The cases that name a step of the method."""
    return {use.case for use in uses if use.method_step}


def _apart(library: Library, linked: set[str]) -> set[str]:
    """Those of the cases that stand for themselves, and not inside another one of them."""
    return {above(library, slug, linked) or slug for slug in linked}


def _evidence(library: Library, use: Use) -> StepEvidence:
    assert use.step is not None
    case = library.cases[use.case]
    sentence = use.sentence
    return StepEvidence(
        case=entry_link(case),
        step=step_link(case, use.step),
        sentence=sentence if len(sentence) <= HEAD_SENTENCE else sentence[: HEAD_SENTENCE - 1] + "…",
        facts=circumstances(use.step),
    )


def _method_link(library: Library, use: Use) -> Link:
    method = library.methods[use.method]
    step = next((s for s in method.steps if s.id == use.method_step), None)
    if step is None:
        return entry_link(method)
    return Link(
        text=library.words("steps_of", method=method.front.title, step=step.title),
        url=f"{entry_url(method)}#{step_anchor(method, step.id)}",
    )


def step_link(case: Case, step: Step) -> Link:
    """A link to a step of a case; to the case where nobody has given the step an address."""
    anchor = f"#{step_anchor(case, step.id)}" if step.id else ""
    return Link(text=step.title, url=f"{entry_url(case)}{anchor}")


def spread_view(library: Library, method: Method) -> tuple[SpreadView, ...]:
    """What the cases of a method report, an indicator a row: people, time and money that it took first."""
    found = sorted(spread(library, method.slug), key=lambda one: _taking(library, one))
    return tuple(_spread(library, one) for one in found)


def _taking(library: Library, one: Spread) -> int:
    """What an indicator is about: whom, how long and how much it took, what else it took, what came of it."""
    term = library.vocabulary["indicators", one.indicator]
    assert isinstance(term, Indicator)
    if term.kind != "input":
        return len(TAKEN) + 1
    return TAKEN.index(term.unit) if term.unit in TAKEN else len(TAKEN)


def _spread(library: Library, one: Spread) -> SpreadView:
    """One indicator. Of its figures those are drawn that may be compared and of which most cases have one."""
    key, drawn = _most_told(one.told)
    axis = Axis([metric for metrics in drawn.values() for metric in metrics])
    told = sorted(one.told, key=lambda told: -max((m.value for m in drawn.get(told.case, ())), default=Decimal(-1)))
    return SpreadView(
        indicator=term_link("indicators", library.vocabulary["indicators", one.indicator]),
        series=series_title(library, key) if drawn else "",
        ticks=axis.ticks if drawn else (),
        is_log=axis.is_log,
        rows=tuple(
            SpreadRow(
                case=entry_link(library.cases[case.case]),
                figures=tuple(_figure(library, library.cases[case.case], metric) for metric in case.metrics),
                dots=tuple(axis.reach(metric) for metric in drawn.get(case.case, ())),
                is_child=bool(case.under),
            )
            for case in told
        ),
        silent=tuple(entry_link(library.cases[slug]) for slug in one.silent),
    )


def _most_told(told: Sequence[CaseFigures]) -> tuple[SeriesKey, Mapping[str, Sequence[Metric]]]:
    """The series that most of the cases report in, and their figures in it; none where only one does."""
    found: dict[SeriesKey, dict[str, list[Metric]]] = {}
    for case in told:
        for metric in case.metrics:
            found.setdefault(key_of(metric), {}).setdefault(case.case, []).append(metric)
    key, drawn = max(found.items(), key=lambda pair: len(pair[1]))
    return key, drawn if len(drawn) >= FEWEST else {}


def _figure(library: Library, case: Case, metric: Metric) -> Link:
    place = f"{entry_url(case)}#{figure_place(case, metric)}"
    return Link(text=written(metric), url=place, note=library.words.text_comma.join(notes(library, case, metric)))
