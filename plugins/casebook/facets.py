"""The facets that describe cases and methods, and the uses of each.

This is the only list of facets: filters, search, glossary, comparison, links and checks are made from it. A collection
chooses facets with pages, and names them, in its `site.yaml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from casebook.model.terms import Concept, Grade, Indicator, Organisation, Place, Source, Term, Theme

FacetUse = Literal[
    "page", "search", "named", "filter", "narrow", "home", "compare", "glossary", "text", "shadow", "want"
]
PlaceOrReason = int | str  # its place among the facets of a use, or the reason why it is left out of it

METHODS, YEARS = "methods", "years"


@dataclass(frozen=True)
class Facet:
    """A facet: `id` is its front-matter key, the name of its vocabulary file and the first part of its addresses.

    `model` is the record of its terms; a facet without one is read from something else than a vocabulary file.
    `key` is its name in the address of a filter; where it `joins` by `all`, a case must have every term that is chosen,
    where by `any`, one of them. `is_proper` is true of names of single things, which are translated but not explained,
    `is_kind` of words for a kind of thing, which are part of many names. `listed_at` is the facet on whose list the
    terms of this one are explained, where that is another one. `filter_name` and `way_name` are the ids of the words
    for a filter and for the way in from the home page, where they are not named as the facet is. Each use says its
    place in it, or why it is left out:

    page: its terms have pages at `<id>/<term>/`, listed at `<id>/`. search: its terms are
    found by search. named: their other names find them, too. filter: the page of all cases is filtered by it.
    narrow: results of search are narrowed down by it. home: the home page leads to its terms. compare: a comparison
    has a row for it. glossary: its terms stand in the glossary. text: its terms are found in a text by their names and
    signs. shadow: its names keep shorter names within them from linking. want: a term without a case is a gap.
    """

    id: str
    model: type[Term] | None
    page: PlaceOrReason
    search: PlaceOrReason
    named: PlaceOrReason
    filter: PlaceOrReason
    narrow: PlaceOrReason
    home: PlaceOrReason
    compare: PlaceOrReason
    glossary: PlaceOrReason
    text: PlaceOrReason
    shadow: PlaceOrReason
    want: PlaceOrReason
    key: str = ""
    joins: Literal["all", "any", ""] = ""
    is_proper: bool = False
    is_kind: bool = False
    listed_at: str = ""
    filter_name: str = ""
    way_name: str = ""


_FEW = "five lists are what a phone shows without scrolling; its terms are found by their words"
_SUPPLY = "contributors are asked for cases of a subject or a form, not for more of these"
_WORK = "the title of a work: cited, and told by its grade"
_TOLD = "tells how something is said, not what a case is about"
_CUES = "a text is known by its cues, not by its names"


def _structure(
    id: str,
    glossary: int,
    *,
    model: type[Term] = Term,
    filter: PlaceOrReason = _TOLD,
    key: str = "",
    listed_at: str = "",
    filter_name: str = "",
) -> Facet:
    """A facet that the engine itself tells things by, and that every collection has."""
    return Facet(
        id,
        model,
        page=_TOLD,
        search=_TOLD,
        named=_TOLD,
        filter=filter,
        narrow=_TOLD,
        home=_TOLD,
        compare=_TOLD,
        glossary=glossary,
        text=_CUES,
        shadow=_TOLD,
        want=_TOLD,
        key=key,
        joins="any" if key else "",
        listed_at=listed_at,
        filter_name=filter_name,
    )


# A case has several themes, methods and actors, so that asking for two of them asks something; most have one form,
# place, scale, year and grade, where two can only mean either.
# fmt: off
FACETS = (
    Facet(
        "themes", Theme, key="theme", joins="all",
        page=1, search=1, named=1, filter=1, narrow=1, home=4, compare=2, glossary=2, text=1, shadow=1, want=1,
    ),
    Facet(
        "forms", Concept, key="form", joins="any", is_kind=True,
        page=2, search=2, named=2, filter=4, narrow=2, home=3, compare=1, glossary=3, text=2, shadow=2, want=2,
    ),
    Facet(
        "actors", Concept, key="actor", joins="all", is_kind=True,
        page=3, search=3, named=3, filter=5, narrow=3, compare=3, glossary=4, text=3, shadow=3,
        home="nobody comes for a kind of actor; organisations have their pages", want=_SUPPLY,
    ),
    Facet(
        "beneficiaries", Concept, key="beneficiary", joins="all", is_kind=True,
        page=4, search=4, named=4, filter=6, home=5, compare=4, glossary=5, text=4, shadow=8,
        narrow=_FEW, want=_SUPPLY,
    ),
    Facet(
        "scales", Term, key="scale", joins="any",
        page=5, search=5, filter=8, compare=5, glossary=6, shadow=9,
        named="nobody calls a scale by another name", narrow=_FEW,
        home="derived from places, which the home page leads to", text="derived from the places of a case",
        want=_SUPPLY,
    ),
    Facet(
        "places", Place, key="place", joins="any", is_proper=True,
        page=6, search=6, named=7, filter=3, narrow=4, home=2, glossary=14, text=6, shadow=5,
        compare="a comparison tells the place with all above it, in a row of its own", want=_SUPPLY,
    ),
    Facet(
        "organisations", Organisation, key="organisation", joins="all", is_proper=True,
        page=7, search=7, named=6, filter=7, glossary=13, text=5, shadow=4,
        narrow=_FEW, home="there are too many, and few act in more than one case",
        compare="a comparison tells the leading ones, in a row of its own", want=_SUPPLY,
    ),
    Facet(
        "indicators", Indicator, way_name="home_way_figures",
        search=9, named=5, home=6, glossary=7, shadow=6,
        page="its pages are series of figures", filter="cases are filtered by the figures of a series",
        narrow="a figure is found by the words of its sentence", compare="figures have a part of their own",
        text=_CUES, want="told apart: of one that a single case reports nothing can be compared",
    ),
    Facet(
        "sources", Source,
        page=9, search=8, shadow=7,
        named="the title of a work has no other name", filter=_WORK, narrow=_WORK, home=_WORK,
        compare="a comparison tells sources with their grades, in a row of its own",
        glossary="the title of a work, which nobody translates", text=_WORK, want=_WORK,
    ),
    Facet(
        METHODS, None, key="method", joins="all", filter_name="explore_by_method",
        filter=2, narrow=5, home=1, glossary=1,
        page="a method is a page itself", search="a method is a page itself", named="a method is a page itself",
        compare="methods have a part of their own, with their steps", text="a text that names one links to it",
        shadow="its names link themselves", want="told apart, with its steps",
    ),
    Facet(
        YEARS, None, key="year", joins="any",
        filter=9, home=7,
        page="its pages tell what is stated and what is inferred",
        search="a year in the query finds the pages that say it", named="a year has no other name",
        narrow="a year in the query finds the pages that say it", compare="a comparison tells the period",
        glossary="needs no translation", text="read from the period that an author gives", shadow=_TOLD,
        want="no year needs a case",
    ),
    _structure("roles", 8),
    _structure("caveat-kinds", 9),
    _structure(
        "grades", 10, model=Grade, filter=10, key="grade", listed_at="sources", filter_name="explore_by_grade",
    ),
    _structure("scopes", 11),
    _structure("money-kinds", 12),
)
# fmt: on
BY_ID: Mapping[str, Facet] = {facet.id: facet for facet in FACETS}
MODELS: Mapping[str, type[Term]] = {facet.id: facet.model for facet in FACETS if facet.model}  # by vocabulary file


def taking_part(use: FacetUse) -> tuple[Facet, ...]:
    """The facets that take part in a use, in the order of that use."""
    places = ((place, facet) for facet in FACETS if isinstance(place := getattr(facet, use), int))
    return tuple(facet for _, facet in sorted(places, key=lambda pair: pair[0]))
