"""The view of cases by methods, as one table."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from casebook.addresses import ALL, entry_url
from casebook.library import Library, Use
from casebook.model.records import Case, Method
from casebook.model.values import Struct
from casebook.views.addresses import entry_link, home_link
from casebook.views.paging import Beginning, Paging, beginning, cut, is_long, list_url, numbered
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage
from casebook.views.steps import step_link

URL = "matrix/"
ROWS, COLUMNS = 50, 40  # of a table: beyond that nobody sees a pattern, and the page grows heavy


class MatrixMark(Struct):
    """A use of a method in a case: the count of steps (0 if unknown), and the address of the first."""

    url: str
    steps: int


class MatrixColumn(Struct):
    """A method and the count of cases that use it."""

    method: Link
    cases: int


class MatrixRow(Struct):
    """A case with a mark or None for each method."""

    case: Link
    marks: tuple[MatrixMark | None, ...]


class MatrixView(View):
    """Cases by methods, the most used methods first.

    `single` are methods that one case uses, `unused` those that none does; the columns end with those of them that are
    shown. `left_out` is the count of methods without a column.
    """

    template: str = "matrix.html"
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    single: Beginning[Link]
    unused: Beginning[Link]
    left_out: int
    paging: Paging


def matrix_view(library: Library) -> MatrixView:
    """The first page of the matrix."""
    return next(_pages(library))


def matrix_lists(library: Library) -> Iterator[MatrixView]:
    """The other pages of the matrix."""
    yield from list(_pages(library))[1:]


def _pages(library: Library) -> Iterator[MatrixView]:
    """The pages of the matrix, each ordered so that similar cases are neighbours.

    Methods are in order of their count of cases. The cases with the most methods are on the first page; on a page they
    are in order of their use of the first method, then of the second, and so on.
    """
    used = {case.slug: _by_method(library.uses_in(case.slug)) for case in library.cases.values()}
    counts = Counter(method for methods in used.values() for method in methods)
    methods = sorted(library.methods.values(), key=lambda method: (-counts[method.slug], method.slug))
    shown = methods if not is_long(len(methods), COLUMNS) else methods[:COLUMNS]
    ranked = sorted(library.cases.values(), key=lambda case: (-len(used[case.slug]), case.slug))
    words, all_methods = library.words, list_url(ALL, "methods")
    for number, (cases, paging) in enumerate(cut(library, ranked, URL, ROWS), 1):
        near = sorted(cases, key=lambda case: ([method.slug not in used[case.slug] for method in shown], case.slug))
        is_first, title = number == 1, words.matrix_title
        yield MatrixView(
            url=numbered(URL, number),
            title=title if is_first else words("paging_title_numbered", title=title, number=number),
            description=words.matrix_description,
            crumbs=(home_link(library),) if is_first else (home_link(library), Link(text=title, url=URL)),
            columns=tuple(MatrixColumn(method=entry_link(one), cases=counts[one.slug]) for one in shown),
            rows=tuple(_row(case, shown, used[case.slug]) for case in near),
            single=beginning(library, [entry_link(one) for one in methods if counts[one.slug] == 1], all_methods),
            unused=beginning(library, [entry_link(one) for one in methods if not counts[one.slug]], all_methods),
            left_out=len(methods) - len(shown),
            paging=paging,
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


PAGES = (
    SitePage(URL, matrix_view, title="matrix_title", name="matrix_title", footer=50, overview=1, lists=matrix_lists),
)
