"""The figures of a proposed page: what each counts as, whether its evidence stands in the source, what was left out."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from casebook.extract import Extractor
from casebook.extract.units import unit_kind
from casebook.library import Library, lasting
from casebook.model.records import Entry, Metric
from casebook.oral import has_oral
from casebook.review.sources import SourceText

Proof = Literal["proven", "elsewhere", "missing", "unproven", "told", "unknown"]


class Checked(NamedTuple):
    """A figure of a page, and what the source says to it.

    `proven`: its words stand in the paragraph that it names; `elsewhere`: in those `found`; `missing`: nowhere;
    `unproven`: it gives no evidence; `told`: nor can it, from a source that was only told; `unknown`: the text of its
    source was not given.
    """

    metric: Metric
    proof: Proof
    found: tuple[int, ...] = ()


class LeftOut(NamedTuple):
    """A figure of a source that the page does not have, and the number of its paragraph."""

    metric: Metric
    source: str
    paragraph: int


def checked(library: Library, entry: Entry, sources: Sequence[SourceText]) -> Iterator[Checked]:
    """Every figure of a page in its order."""
    without: Proof = "told" if has_oral(library.vocabulary, entry.front) else "unproven"
    for metric in lasting(entry.metrics):
        evidence = metric.evidence
        if evidence is None:
            yield Checked(metric, without)
            continue
        places = [place for source in sources for place in source.places(evidence.quote)]
        if not sources:
            yield Checked(metric, "unknown")
        elif any(evidence.locator == f"第{place}段" for place in places):
            yield Checked(metric, "proven")
        else:
            yield Checked(metric, "elsewhere" if places else "missing", tuple(places))


def left_out(library: Library, entry: Entry, sources: Sequence[SourceText]) -> Iterator[LeftOut]:
    """The figures of the sources whose value the page nowhere has in a unit of that kind."""
    extractor = Extractor(library.vocabulary)
    there = {(metric.value, metric.value_max, unit_kind(metric.unit)) for metric in entry.metrics}
    for source in sources:
        for metric in extractor.metrics(source.text):
            key = (metric.value, metric.value_max, unit_kind(metric.unit))
            if key not in there:
                there.add(key)
                yield LeftOut(metric, source.name, source.page.paragraph(metric.start))
