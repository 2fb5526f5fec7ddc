"""The view of cases by methods, as one table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from casebook.library import Library, Use
from casebook.model.records import Case, Method
from casebook.model.values import Record
from casebook.views.addresses import entry_link, entry_url, home_link
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage
from casebook.views.steps import step_link

URL = "matrix/"
MOST = 100  # rows: beyond that nobody sees a pattern, and the page grows heavy


class MatrixMark(Record):
    """A use of a method in a case: the count of steps (0 if unknown), and the address of the first."""

    url: str
    steps: int


class MatrixColumn(Record):
    """A method and the count of cases that use it."""

    method: Link
    cases: int


class MatrixRow(Record):
    """A case with a mark or None for each method."""

    case: Link
    marks: tuple[MatrixMark | None, ...]


class MatrixView(View):
    """Cases by methods, the most used methods first.

    `single` are methods that one case uses, `unused` those that none does; `left_out` is the count of cases not shown.
    """

    template: str = "matrix.html"
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    single: tuple[Link, ...]
    unused: tuple[Link, ...]
    left_out: int


def matrix_view(library: Library) -> MatrixView:
    """The matrix, ordered so that similar cases are neighbours.

    Methods are in order of their count of cases. Cases are in order of their use of the first method, then of the
    second, and so on. If there are too many cases, those with the most methods are shown.
    """
    used = {case.slug: _by_method(library.uses_in(case.slug)) for case in library.cases.values()}
    counts = {slug: sum(slug in methods for methods in used.values()) for slug in library.methods}
    methods = sorted(library.methods.values(), key=lambda method: (-counts[method.slug], method.slug))
    shown = sorted(library.cases.values(), key=lambda case: (-len(used[case.slug]), case.slug))[:MOST]
    shown.sort(key=lambda case: ([method.slug not in used[case.slug] for method in methods], case.slug))
    return MatrixView(
        url=URL,
        title=library.words.matrix_title,
        description=library.words.matrix_description,
        crumbs=(home_link(library),),
        columns=tuple(MatrixColumn(method=entry_link(one), cases=counts[one.slug]) for one in methods),
        rows=tuple(_row(case, methods, used[case.slug]) for case in shown),
        single=tuple(entry_link(method) for method in methods if counts[method.slug] == 1),
        unused=tuple(entry_link(method) for method in methods if not counts[method.slug]),
        left_out=len(library.cases) - len(shown),
    )


def _by_method(uses: Sequence[Use]) -> Mapping[str, Sequence[Use]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.method].append(use)
    return dict(found)


def _row(case: Case, methods: Sequence[Method], used: Mapping[str, Sequence[Use]]) -> MatrixRow:
    return MatrixRow(
        case=entry_link(case),
        marks=tuple(_mark(case, used[method.slug]) if method.slug in used else None for method in methods),
    )


def _mark(case: Case, uses: Sequence[Use]) -> MatrixMark:
    steps = {use.step.number: use.step for use in uses if use.step}
    first = next(iter(steps.values()), None)
    return MatrixMark(url=step_link(case, first).url if first else entry_url(case), steps=len(steps))


PAGES = (SitePage(URL, matrix_view, title="matrix_title", name="matrix_title", footer=50, overview=1),)
