"""What each number of a file counts as, with its sentence, and the row by which its author corrects it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from casebook.characters import shown
from casebook.library import CLASSES, FIGURE, UNREAD, Library, WrittenNumber
from casebook.library.coverage import UNDECIDED
from casebook.model.records import Entry, Metric

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]?")
_CLAUSE = re.compile(r"[，。！？；：、（）()“”\s\d０-９]")
_LONGEST = 12  # characters on each side of a number that a quote has


def text_numbers(library: Library, numbers: Mapping[str, Sequence[WrittenNumber]]) -> str:
    """Three lines for each number of each file: what it counts as, its sentence, what to write if that is wrong."""
    entries: tuple[Entry, ...] = (*library.cases.values(), *library.methods.values())
    lines: list[str] = []
    for entry in entries:
        for number in numbers.get(entry.path, ()):
            lines += _told(library, entry, number)
    return "\n".join(map(shown, lines))


def _told(library: Library, entry: Entry, number: WrittenNumber) -> Iterator[str]:
    written = entry.text[number.start : number.end]
    metric = next((one for one in entry.metrics if one.start < number.end and number.start < one.end), None)
    what = _figure(library, metric) if metric and number.kind == FIGURE else CLASSES[number.kind]
    why = f"({number.why})" if number.why else ""
    yield f"{entry.path}:{number.line} “{metric.text if metric else written}” {what}{why}"
    yield f"    {_sentence(entry.text, number.start)}"
    quote = _quote(entry.text, number)
    refused = f"就在 not_metrics 里写:- {{quote: {quote}, why: ……}}"
    if number.kind == FIGURE:
        yield f"    不对就在 metrics 里写:- {{quote: {quote}, indicator: ……}};不是指标{refused}"
    elif number.kind in (UNREAD, UNDECIDED):
        digits = re.sub(r"\D", "", written) or "……"
        yield f"    是指标就在 metrics 里写:- {{quote: {quote}, indicator: ……, value: {digits}, unit: ……}}"
        yield f"    不是{refused}"


def _figure(library: Library, metric: Metric) -> str:
    """`志愿者 20人(口径:最终)`."""
    value = f"{metric.value.normalize():f}" + (f"—{metric.value_max.normalize():f}" if metric.value_max else "")
    if metric.before is not None:
        value = f"{metric.before.normalize():f} → {value}"
    vocabulary = library.vocabulary
    rows = (
        ("口径", "scopes", metric.scope),
        ("钱的性质", "money-kinds", metric.money),
    )
    more = [f"{label}:{vocabulary[facet, name].zh}" for label, facet, name in rows if name]
    more += [f"截至 {metric.as_of}"] if metric.as_of else []
    more += [f"属于 {metric.programme}"] if metric.programme else []
    more += ["附了出处"] if metric.evidence else []
    told = f"({','.join(more)})" if more else ""
    return f"= {vocabulary['indicators', metric.indicator].zh} {value}{metric.unit}{told}"


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(sign, 0, at) for sign in "。！？；\n") + 1
    found = _SENTENCE.match(text, start)
    return found[0].strip() if found else ""


def _quote(text: str, number: WrittenNumber) -> str:
    """The number with the words beside it, up to the next sign or number."""
    ends = [m.end() for m in _CLAUSE.finditer(text, max(0, number.start - _LONGEST), number.start)]
    start = ends[-1] if ends else max(0, number.start - _LONGEST)
    before = "" if text[start - 1 : start].isdigit() else text[start : number.start]  # a unit is no beginning
    after = _CLAUSE.split(text[number.end : number.end + _LONGEST])[0]
    return f"{before}{text[number.start : number.end]}{after}"
