"""Library to views: the record of every page of the site."""

from collections.abc import Iterator

from casebook.library import Library
from casebook.views.addresses import FACETS
from casebook.views.caveats import caveats_view
from casebook.views.entries import HOME, case_view, method_view, page_view
from casebook.views.gaps import gaps_view
from casebook.views.indicators import indicator_views
from casebook.views.records import PlainView, View
from casebook.views.terms import facet_view, home_view, list_views, term_view
from casebook.views.years import year_views

NAME = "街坊案例库"
DESCRIPTION = "看看中国的街坊邻里怎样一起把事办成：真实的案例、可以照做的方法、查得到出处的数字。"


def views(library: Library) -> Iterator[View]:
    """The view of every page of the site, addresses being unique."""
    cases, methods = list_views(library)
    yield home_view(library, cases, methods, NAME, DESCRIPTION)
    yield from (cases, methods)
    yield from (case_view(library, case) for case in library.cases.values())
    yield from (method_view(library, method) for method in library.methods.values())
    yield from (page_view(library, page) for page in library.pages.values())
    for facet in FACETS:
        yield facet_view(library, facet)
        yield from (term_view(library, facet, term) for term in library.vocabulary.terms(facet))
    yield from indicator_views(library)
    yield from year_views(library)
    yield caveats_view(library)
    yield gaps_view(library)
    yield PlainView(
        template="search.html", url="search/", title="搜索", description="在全部案例和方法里搜索。", crumbs=(HOME,)
    )
    yield PlainView(template="404.html", url="404.html", title="没有这一页", description="这个地址没有内容。")


__all__ = ["DESCRIPTION", "NAME", "View", "views"]
