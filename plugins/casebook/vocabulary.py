"""The controlled vocabulary: every term by facet, found by id, label or alias."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from casebook.hierarchy import MOST_ABOVE
from casebook.model.cues import Cues
from casebook.model.terms import Place, Term
from casebook.once import Owner


@dataclass(frozen=True)
class Extension:
    """What cases write of terms that no vocabulary file has: terms by facet, with (path, line) by facet and id.

    `spoken` leads from a facet and the words of a front matter to the id that they mean; `shared` are the terms that
    several cases write.
    """

    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    origins: Mapping[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    spoken: Mapping[tuple[str, str], str] = field(default_factory=dict)
    shared: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, eq=False)  # one is equal to itself alone
class Vocabulary(Owner):
    """All terms; `facets` maps a facet to its terms in file order.

    `broken` has, by facet, the names of entries that could not be read, or `*` if the whole file could not: a use of
    one is no error. `origins` has the (path, line) of each entry by facet and id. `cues` are the words that
    choose some of the terms. `left_out` are the facets that the collection does without. `of_cases` has the facet and
    id of each term that stands in no vocabulary file but in a case, `spoken` what words of a front matter mean.
    """

    facets: Mapping[str, tuple[Term, ...]]
    broken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    origins: Mapping[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    cues: Cues = field(default_factory=Cues)
    left_out: frozenset[str] = frozenset()
    of_cases: frozenset[tuple[str, str]] = frozenset()
    spoken: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def extended(self, more: Extension) -> "Vocabulary":
        """The same with the terms that cases write."""
        return replace(
            self,
            facets={facet: (*terms, *more.terms.get(facet, ())) for facet, terms in self.facets.items()},
            origins={**self.origins, **more.origins},
            of_cases=self.of_cases | {(facet, term.id) for facet, terms in more.terms.items() for term in terms},
            spoken={**self.spoken, **more.spoken},
        )

    @cached_property
    def of_files(self) -> "Vocabulary":
        """The same without the terms that cases write."""
        facets = {
            facet: tuple(term for term in terms if (facet, term.id) not in self.of_cases)
            for facet, terms in self.facets.items()
        }
        return replace(self, facets=facets, of_cases=frozenset(), spoken={}) if self.of_cases or self.spoken else self

    def terms(self, facet: str) -> tuple[Term, ...]:
        """The terms of one facet, in file order; none when it has no file."""
        return self.facets.get(facet, ())

    @cached_property
    def _by_name(self) -> dict[str, dict[str, Term]]:
        return {facet: self._names(facet, terms) for facet, terms in self.facets.items()}

    def _names(self, facet: str, terms: tuple[Term, ...]) -> dict[str, Term]:
        """Name -> term; what two terms of cases are called alike (鼓楼区) leads to neither."""
        files = [term for term in terms if (facet, term.id) not in self.of_cases]
        found = {name: term for term in files for name in (*term.aliases, term.zh, term.id)}
        cases = [term for term in terms if (facet, term.id) in self.of_cases]
        counts = Counter(name for term in cases for name in {*term.names})
        found |= {name: term for term in cases for name in term.names if counts[name] == 1 and name not in found}
        return found | {term.id: term for term in cases}

    def find(self, facet: str, name: str) -> Term | None:
        """The term that `name` (id, label or alias) leads to, or None."""
        found = self._by_name.get(facet, {})
        return found.get(name) or found.get(self.spoken.get((facet, name), ""))

    def is_broken(self, facet: str, name: str) -> bool:
        """Whether `name` may belong to an entry that could not be read."""
        broken = self.broken.get(facet, frozenset())
        return name in broken or "*" in broken

    def __getitem__(self, key: tuple[str, str]) -> Term:
        """The term of `facet, id`; KeyError if there is none, which is a bug: ids in records are resolved."""
        facet, name = key
        return self._by_name[facet][name]

    def names(self, facet: str) -> Collection[str]:
        """The ids, labels and aliases of one facet."""
        return self._by_name.get(facet, {}).keys()

    def has(self, facet: str, name: str) -> bool:
        """Whether `name` is the id of a term."""
        return name in self._ids.get(facet, ())

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {facet: frozenset(term.id for term in terms) for facet, terms in self.facets.items()}

    def lineage(self, place: str) -> tuple[Place, ...]:
        """A place and the places above it, the smallest first."""
        term = self.find("places", place)
        return self._lineages.get(term.id, ()) if term else ()

    @cached_property
    def _lineages(self) -> dict[str, tuple[Place, ...]]:
        return {place.id: tuple(self._upwards(place)) for place in self.terms("places") if isinstance(place, Place)}

    def of_chain(self, names: tuple[str, ...]) -> Place | None:
        """The place of a case with these names, the largest first: 北京市, 朝阳区, of which there are two."""
        return self._by_chain.get(names)

    @cached_property
    def _by_chain(self) -> dict[tuple[str, ...], Place]:
        return {
            tuple(up.zh for up in reversed(lineage)): lineage[0]
            for name, lineage in self._lineages.items()
            if ("places", name) in self.of_cases
        }

    def _upwards(self, place: Place) -> Iterator[Place]:
        seen: set[str] = set()
        term: Term | None = place
        # a circle or an endless chain is reported elsewhere; here it just ends
        while isinstance(term, Place) and term.id not in seen and len(seen) <= MOST_ABOVE:
            seen.add(term.id)
            yield term
            term = self.find("places", term.parent or "")
