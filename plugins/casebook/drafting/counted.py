"""The figures of an article, each with its evidence, what it seems to measure, and where in a case it belongs."""

from collections.abc import Sequence

from casebook.drafting.found import FoundFigure
from casebook.drafting.parts import HOW
from casebook.drafting.reading import Reading
from casebook.drafting.sentences import quote, said, with_next, with_noun
from casebook.extract.numerals import CHINESE
from casebook.extract.rules import UNDECIDED
from casebook.extract.units import unit_kind
from casebook.model.records import Metric, Step
from casebook.reading.bounds import MOST_ITEMS
from casebook.vocabulary import Vocabulary

PROBLEM, RESULTS = "problem", "results"
_SMALL = 10  # what a number in words that measures nothing goes up to
_BESIDE = 2  # characters that tell what is counted
_LONGEST = 30  # characters of a figure; a longer one was no figure


def figures_of(reading: Reading, steps: Sequence[Step]) -> tuple[FoundFigure, ...]:
    """Every figure of an article, in its order; one that is told again in the same words stands once."""
    read = reading.extractor.scoped(reading.text, reading.extractor.metrics(reading.text))
    figures: dict[str, FoundFigure] = {}
    told: dict[str, str] = {}  # words -> the same with what follows them
    nouns = reading.library.vocabulary.cues.nouns
    for metric in read:
        span = (metric.start, metric.end)
        text = " ".join(reading.text[slice(*span)].split())
        if is_manner(text, metric, reading) or len(text) > _LONGEST:
            continue
        words, longer = with_noun(reading.text, *span, nouns), with_next(reading.text, *span)
        if words in figures and longer != told[words]:
            words = longer
        if words not in figures:
            figures[words], told[words] = _figure(reading, text, words, metric, steps), longer
    return tuple(figures.values())[:MOST_ITEMS]


def is_manner(text: str, metric: Metric, reading: Reading) -> bool:
    """Whether a small number in words counts nothing known: 悟出三句话."""
    is_small = metric.value <= _SMALL and metric.value_max is None and metric.qualifier == "exact"
    is_in_words = is_small and text[:1] in CHINESE and text[-1:] != "大"
    return is_in_words and metric.indicator == reading.library.vocabulary.cues.otherwise


def amount(metric: Metric) -> str:
    """What a figure says, whatever its words: 13000 元 of 约1.3万元, 一万三千元 and 13,000元."""
    values = (one for one in (metric.value, metric.value_max) if one is not None)
    return f"{'–'.join(f'{one.normalize():f}' for one in values)} {unit_kind(metric.unit)}"


def meaning(metric: Metric, text: str, vocabulary: Vocabulary) -> str:
    """What a figure of `text` counts, as told from other figures of the same amount; empty where nothing tells.

    What is known by no indicator is told by the characters beside it: 3个投放点 are no 3个小组.
    """
    if metric.indicator == UNDECIDED:
        return ""
    behind = text[metric.end : metric.end + _BESIDE]
    beside = behind if behind.isalpha() else text[max(0, metric.start - _BESIDE) : metric.start]
    told = beside.strip() if metric.indicator == vocabulary.cues.otherwise else ""
    return " ".join((metric.indicator, metric.scope, metric.money, told))


def _figure(reading: Reading, text: str, words: str, metric: Metric, steps: Sequence[Step]) -> FoundFigure:
    step = next((step.number for step in steps if step.start <= metric.start < step.end), 0)
    return FoundFigure(
        text=text,
        words=words,
        quote=quote(reading.text, metric.start, metric.end),
        indicator="" if metric.indicator == UNDECIDED else _zh(reading, "indicators", metric.indicator),
        scope=_zh(reading, "scopes", metric.scope),
        as_of=metric.as_of,
        part=HOW if step else PROBLEM if reading.parts.at(metric.start) == PROBLEM else RESULTS,
        step=step,
        said=said(reading.page, metric.start),
        amount=amount(metric),
        meaning=meaning(metric, reading.text, reading.library.vocabulary),
    )


def _zh(reading: Reading, facet: str, name: str) -> str:
    term = reading.library.vocabulary.find(facet, name) if name else None
    return term.zh if term else ""
