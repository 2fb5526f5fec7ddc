"""The figures of the real cases: each with its evidence."""

from casebook.library import UNREAD, coverage, original, series
from casebook.reading.figures import holds
from tests.conftest import frozen

LIBRARY = frozen()
FIGURES = [(case, metric) for case in LIBRARY.cases.values() for metric in case.metrics]


def test_every_written_number_is_a_figure_or_known_to_be_none(record_property):
    entries = (*LIBRARY.cases.values(), *LIBRARY.methods.values())
    found = [(entry.slug, number) for entry in entries for number in coverage(LIBRARY, entry)]
    record_property("figures", f"{len(found)} numbers in cases and methods, {len(FIGURES)} figures in cases")
    assert [(slug, number.context) for slug, number in found if number.kind == UNREAD] == []


def test_a_figure_has_evidence_with_its_value():
    assert FIGURES
    for case, metric in FIGURES:
        assert metric.evidence, f"{case.path}: {metric.sentence}"
        assert metric.evidence.source in case.front.sources
        assert holds(metric.evidence.quote, metric)


def reported(indicator: str, unit: str, scope: str = "") -> dict[str, tuple[str, str]]:
    """case -> (figure as written, case above) in one series."""
    found = [s for s in series(LIBRARY)[indicator] if (s.key.unit, s.key.scope) == (unit, scope) and not s.key.money]
    return {report.case: (report.metric.text, report.under) for one in found for report in one.reports}


def test_interim_and_final_figures_of_the_food_safety_case():
    assert reported("service-contacts", "人次")["jiujiang-food-safety"][0] == "约700人次"
    assert reported("service-contacts", "人次", "interim") == {"jiujiang-food-safety": ("584人次", "")}
    assert reported("activities-held", "场次", "interim") == {"jiujiang-food-safety": ("22场", "")}
    assert reported("activities-held", "场次")["jiujiang-food-safety"][0] == "25场"


def test_the_programme_and_its_children_in_one_series():
    found = reported("service-contacts", "人次")
    assert found["lishui-micro-venture-4"] == ("13903人次", "")
    assert found["ganjiao-guided-walk"] == ("超100人次", "lishui-micro-venture-4")


def test_a_method_takes_evidence_from_the_case_that_its_sentence_names():
    method = LIBRARY.methods["deliberation"]
    told = {(m.text, LIBRARY.programme(method, m)): original(LIBRARY, method, m).evidence for m in method.metrics}
    assert told["1份", "tongsheng-ebike-parking"].quote == "制定1份小区公约"
    assert told["三条", "ganjiao-guided-walk"].source == "nanhai-lishui-micro-venture"


def test_a_figure_told_again_measures_what_it_measures_in_its_case():
    method = LIBRARY.methods["three-way-linkage"]
    (told,) = [m for m in method.metrics if m.text == "23个"]
    assert original(LIBRARY, method, told).indicator == "organisations"


def test_what_the_triage_changed():
    changes = {
        (metric.before, metric.value, metric.unit)
        for metric in LIBRARY.cases["nanan-three-matter-triage"].metrics
        if metric.before is not None
    }
    assert changes == {(251, 62, "项")}
