"""The particulars of one collection: its name, facets, navigation, parts of pages, and tables of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from casebook.facets import Facet, FacetUse, taking_part
from casebook.model.everyday import Everyday
from casebook.model.maps import Maps
from casebook.model.packs import CoursePack
from casebook.model.parts import Sections
from casebook.model.queries import Query
from casebook.model.ratios import RatioRow
from casebook.model.site import NamedFacet, SiteDescription

# What a collection is taken for that does not say what it is: everything is there, under its id.
PLAIN = SiteDescription(
    name="casebook",
    description="casebook",
    facets=tuple(NamedFacet(facet=one.id, name=one.id, note=one.id) for one in taking_part("page")),
    navigation=("cases", "methods", "search"),
)


@dataclass(frozen=True)
class Collection:
    """The description of one collection, without its cases, methods, pages and terms.

    `path` is that of its `site.yaml`, `lines` has the line there of each entry of the navigation. `sections` are the
    parts of its pages, `ratios` its derived figures, `maps` its tile maps by place, `everyday` words for its words,
    `queries` questions to its data, `packs` its course packs.
    """

    site: SiteDescription = PLAIN
    path: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    sections: Sections = field(default_factory=Sections)
    ratios: tuple[RatioRow, ...] = ()
    maps: Maps = field(default_factory=dict)
    everyday: tuple[Everyday, ...] = ()
    queries: tuple[Query, ...] = ()
    packs: tuple[CoursePack, ...] = ()

    @cached_property
    def named(self) -> Mapping[str, NamedFacet]:
        """The facets that the collection chose, by id."""
        return {one.facet: one for one in self.site.facets}

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The facets with pages that the collection leaves out."""
        return frozenset(facet.id for facet in taking_part("page")) - frozenset(self.named)

    def facets(self, use: FacetUse) -> tuple[Facet, ...]:
        """The facets of the collection that take part in a use (`page`, `search` ...), in the order of that use."""
        return tuple(facet for facet in taking_part(use) if facet.id not in self.left_out)
