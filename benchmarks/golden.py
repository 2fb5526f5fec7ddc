"""How good a search is: the golden queries of tests/specs/golden.json, and what found pages are worth by graded ones.

Each query names pages by grade: 3 is what was looked for, 2 tells much of it, 1 something. Grades are given by reading
the pages, never by what a search brings, and a page without a grade counts as no help.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Literal, NamedTuple, TypeVar

from pydantic import Field, TypeAdapter

from benchmarks.tables import table
from casebook.model.values import Record

_PATH = Path(__file__).parent.parent / "tests" / "specs" / "golden.json"
_WANTED = 3  # the grade of what was looked for
_TOP = 3  # it must be among so many
SHOWN = 10  # what is measured: what a reader sees before asking for more

Grades = Mapping[str, int]
Answers = Mapping[str, Sequence[str]]  # query -> addresses found, best first


class Question(Record):
    """What a reader types, and the pages that help."""

    text: str = Field(alias="query")
    kind: str
    grades: dict[str, Literal[1, 2, 3]] = Field(alias="first")


class Query(Question):
    """A question with the pages that it must not bring."""

    never: tuple[str, ...] = Field(alias="not")
    needs: Literal["", "traditional", "pinyin", "initials", "synonyms", "sound", "question"]
    why: str
    open: str = ""  # what comes instead, as long as search does not pass


Q = TypeVar("Q", bound=Question)


class Scores(NamedTuple):
    """Means over queries."""

    recall: float
    precision: float
    mrr: float
    ndcg: float


def queries() -> tuple[Query, ...]:
    """All golden queries."""
    return TypeAdapter(tuple[Query, ...]).validate_json(_PATH.read_bytes())


def recall(found: Sequence[str], grades: Grades) -> float:
    """The share of graded pages that is shown, of as many as can be."""
    return _graded(found, grades) / min(len(grades), SHOWN)


def precision(found: Sequence[str], grades: Grades) -> float:
    """The share of shown pages that is graded; 0 when nothing is shown."""
    return _graded(found, grades) / max(1, len(found[:SHOWN]))


def _graded(found: Sequence[str], grades: Grades) -> int:
    return sum(address in grades for address in found[:SHOWN])


def reciprocal_rank(found: Sequence[str], grades: Grades) -> float:
    """1 when the first page is one that was looked for, 1/2 when the second is the first such one; 0 without any."""
    ranks = (rank for rank, address in enumerate(found, 1) if grades.get(address) == _WANTED)
    return 1 / next(ranks, math.inf)


def ndcg(found: Sequence[str], grades: Grades) -> float:
    """Discounted cumulative gain of the shown pages (gain 2^grade - 1), as a share of the best order's."""
    gained = _gain([grades.get(address, 0) for address in found])
    return gained / _gain(sorted(grades.values(), reverse=True))


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades[:SHOWN], 1))


def scores(asked: Sequence[Question], answers: Answers) -> Scores:
    """The four measures, each the mean over the queries."""
    measures = (recall, precision, reciprocal_rank, ndcg)
    return Scores(*(fmean(measure(answers[query.text], query.grades) for query in asked) for measure in measures))


def is_early(found: Sequence[str], grades: Grades) -> bool:
    """Whether a page that was looked for is among the first."""
    return any(grades.get(address) == _WANTED for address in found[:_TOP])


def fault(query: Query, found: Sequence[str]) -> str:
    """What is wrong with an answer, in words; empty when it passes."""
    wrong = [address for address in query.never if address in found[:SHOWN]]
    if wrong:
        return f"must not come: {' '.join(wrong)}"
    if is_early(found, query.grades):
        return ""
    return " ".join(found[:_TOP]) or "nothing"


def failing(asked: Sequence[Query], answers: Answers) -> list[str]:
    """A line for every query that does not pass, with what came instead."""
    faults = ((query, fault(query, answers[query.text])) for query in asked)
    return [f"{query.kind}: {query.text} -> {words}" for query, words in faults if words]


def surprises(asked: Sequence[Query], answers: Answers) -> list[str]:
    """A line for every query that fails and is not marked as open, or is and passes."""
    passing = [query for query in asked if query.open and not fault(query, answers[query.text])]
    return [
        *failing([query for query in asked if not query.open], answers),
        *(f"{query.kind}: {query.text} passes now: take its `open` away" for query in passing),
    ]


def report(asked: Sequence[Query], answers: Answers) -> str:
    """A table by kind of query."""
    kinds = by_kind(asked)
    rows = [_line(kind, some, answers) for kind, some in (*kinds.items(), ("all", asked))]
    return table(("kind", "queries", "passing", "recall@10", "precision@10", "MRR", "NDCG@10"), rows)


def side_by_side(asked: Sequence[Q], found: Mapping[str, Answers], told: Callable[[Sequence[Q], Answers], str]) -> str:
    """A table by kind of query: one figure of each search."""
    rows = [
        [kind, str(len(some)), *(told(some, answered) for answered in found.values())]
        for kind, some in by_kind(asked).items()
    ]
    return table(("kind", "queries", *found), rows)


def mrr(asked: Sequence[Question], answers: Answers) -> str:
    """The mean reciprocal rank, as tables show it."""
    return f"{scores(asked, answers).mrr:.3f}"


def by_kind(asked: Sequence[Q]) -> dict[str, list[Q]]:
    """Kind -> its queries, in the order of the file."""
    kinds: dict[str, list[Q]] = {}
    for query in asked:
        kinds.setdefault(query.kind, []).append(query)
    return kinds


def _line(name: str, asked: Sequence[Query], answers: Answers) -> list[str]:
    passing = sum(not fault(query, answers[query.text]) for query in asked)
    return [name, str(len(asked)), str(passing), *(f"{score:.3f}" for score in scores(asked, answers))]
