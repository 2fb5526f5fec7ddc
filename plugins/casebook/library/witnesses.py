"""Which of the cases that use a step of a method tell the most of it: a reader with ten minutes reads those."""

from collections import Counter
from collections.abc import Iterable

from casebook.extract.moments import when
from casebook.library.library import Library
from casebook.library.usage import Use


def witnesses(library: Library, uses: Iterable[Use]) -> list[Use]:
    """`uses` with a step, the most telling first.

    A case whose source states the order of its steps comes before one that only tells a story; a sentence with a figure
    or date before one without; a short one before a long one. Each case comes once before any comes again.
    """
    ranked = sorted(uses, key=lambda use: _rank(library, use))
    seen: Counter[str] = Counter()
    again = {id(use): _counted(seen, use.case) for use in ranked}
    return sorted(ranked, key=lambda use: again[id(use)])


def _counted(seen: Counter[str], case: str) -> int:
    """How often `case` was seen before."""
    seen[case] += 1
    return seen[case]


def _rank(library: Library, use: Use) -> tuple[bool, bool, bool, int, str, int]:
    step, words = use.step, use.sentence
    assert step is not None
    is_exact = _has_figure(library, use) or bool(when(words))
    return not words, step.basis != "stated", not is_exact, len(words), use.case, step.number


def _has_figure(library: Library, use: Use) -> bool:
    step = use.step
    assert step is not None
    inside = (metric for metric in library.cases[use.case].metrics if step.start <= metric.start < step.end)
    return any(metric.text in use.sentence for metric in inside)
