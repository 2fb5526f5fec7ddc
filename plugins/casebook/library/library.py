"""The Library: all records by slug, linked in both directions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from casebook.collection import Collection
from casebook.dates import sort_key
from casebook.gazetteer import NO_DIVISIONS, Gazetteer
from casebook.library.directory import Directory
from casebook.library.grouping import grouped
from casebook.library.mentions import Mention
from casebook.library.usage import Deviation, Use, deviations, uses
from casebook.model.dated import DatedEdition
from casebook.model.history import History
from casebook.model.records import Case, Entry, Method, Metric, Page, WrittenLink
from casebook.model.values import Span
from casebook.once import Owner
from casebook.reading.structure import Body
from casebook.reading.written import Written
from casebook.vocabulary import Vocabulary
from casebook.words import Words, words_in

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, eq=False)  # one is equal to itself alone
class Library(Owner):
    """All records that were read; mappings go from slug to record, in the order of slugs.

    `bodies` has the body of each entry, which may be made anew each time, `prose` the spans in which automatic
    links may stand. `gazetteer` is the table of divisions that was used, `words` are the words of the interface for the
    views, `collection` is what the collection says of itself, `history` how its pages came to be what they are,
    `written` what cases write of terms that no vocabulary file has. `dated` has the dated editions by method, the
    newest first, also those of methods that are gone; `sources` the files of methods that have any.
    """

    vocabulary: Vocabulary
    cases: Mapping[str, Case]
    methods: Mapping[str, Method]
    pages: Mapping[str, Page]
    bodies: Mapping[str, Body]
    prose: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    gazetteer: Gazetteer = NO_DIVISIONS
    words: Words = field(default_factory=words_in)
    collection: Collection = field(default_factory=Collection)
    history: History = field(default_factory=History)
    written: tuple[Written, ...] = ()
    dated: Mapping[str, tuple[DatedEdition, ...]] = field(default_factory=dict)
    sources: Mapping[str, bytes] = field(default_factory=dict)

    def entry(self, slug: str) -> Entry | None:
        """The case, method or page of this slug."""
        return self.cases.get(slug) or self.methods.get(slug) or self.pages.get(slug)

    def has(self, facet: str) -> bool:
        """Whether the collection has a facet."""
        return facet not in self.collection.left_out

    @cached_property
    def published(self) -> "Library":
        """The Library without drafts, as the public site has it."""

        def kept(entries: Mapping[str, E]) -> dict[str, E]:
            return {slug: entry for slug, entry in entries.items() if entry.front.status == "published"}

        return replace(self, cases=kept(self.cases), methods=kept(self.methods), pages=kept(self.pages))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Cases, then methods, then pages."""
        return (*self.cases.values(), *self.methods.values(), *self.pages.values())

    @cached_property
    def _uses(self) -> tuple[Use, ...]:
        known = frozenset(self.methods)
        return tuple(use for case in self.cases.values() for use in uses(case, known))

    def uses_of(self, method: str) -> tuple[Use, ...]:
        """The uses of a method, by case and in the order of the steps."""
        return self._by_method.get(method, ())

    def uses_in(self, case: str) -> tuple[Use, ...]:
        """The uses of methods in a case, in the order of its steps."""
        return self._by_case.get(case, ())

    @cached_property
    def _deviations(self) -> Mapping[str, tuple[Deviation, ...]]:
        return grouped((one.method, one) for case in self.cases.values() for one in deviations(case))

    def deviations_from(self, method: str) -> tuple[Deviation, ...]:
        """The deviations of cases from the steps of a method, by case."""
        return self._deviations.get(method, ())

    @cached_property
    def _by_method(self) -> Mapping[str, tuple[Use, ...]]:
        return grouped((use.method, use) for use in self._uses)

    @cached_property
    def _by_case(self) -> Mapping[str, tuple[Use, ...]]:
        return grouped((use.case, use) for use in self._uses)

    @cached_property
    def _children(self) -> Mapping[str, tuple[Case, ...]]:
        return grouped((case.front.part_of, case) for case in self.cases.values() if case.front.part_of)

    def children(self, case: str) -> tuple[Case, ...]:
        """The cases that are part of this one."""
        return self._children.get(case, ())

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        directory = Directory(self.vocabulary, self.entries)
        return {entry.slug: tuple(_allowed(directory, entry, self.prose[entry.slug])) for entry in self.entries}

    def mentions(self, slug: str) -> tuple[Mention, ...]:
        """The first mentions in the body of a page that become automatic links, in the order of the text."""
        return self._mentions[slug]

    @cached_property
    def _tagged(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        pairs: dict[tuple[tuple[str, str], str], Entry] = {}
        for entry in (*self.cases.values(), *self.methods.values()):
            for facet, term in self.declared(entry):
                pairs[(facet, term), entry.slug] = entry
        return grouped((key, entry) for (key, _), entry in pairs.items())

    def tagged(self, facet: str, term: str) -> tuple[Entry, ...]:
        """The cases and methods with a term; a place includes those of the places inside it."""
        return self._tagged.get((facet, term), ())

    def declared(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        """The (facet, term) pairs that the author declared, with the places above them and the sources."""
        pairs = [(tag.facet, tag.term) for tag in entry.tags if tag.declared]
        above = [
            ("places", up.id) for facet, term in pairs if facet == "places" for up in self.vocabulary.lineage(term)
        ]
        sources = [("sources", source) for source in entry.front.sources] if isinstance(entry, Case) else []
        return tuple(dict.fromkeys([*pairs, *above, *sources]))

    def programme(self, entry: Entry, metric: Metric) -> str:
        """The slug of the other case that a figure belongs to; empty if it belongs to the page itself.

        The author names the case, or links to it earlier in the sentence: [[里水|lishui-…]]从25个主体里选出15个.
        """
        named = metric.programme or self._linked_before(entry, metric)
        return "" if named == entry.slug else named

    def _linked_before(self, entry: Entry, metric: Metric) -> str:
        """The case that a link earlier in the sentence of a figure leads to, the last of several; or empty."""
        links = self._to_cases.get(entry.slug, ())
        if not links:
            return ""
        start = entry.text.rfind(metric.sentence, 0, metric.start + len(metric.sentence))
        return next((link.target for link in reversed(links) if start <= link.start < metric.start), "")

    @cached_property
    def _to_cases(self) -> Mapping[str, tuple[WrittenLink, ...]]:
        """Slug -> the links of a page that lead to cases, in the order of its text."""
        return grouped(
            (entry.slug, link) for entry in self.entries for link in entry.links if link.target in self.cases
        )

    @cached_property
    def newest(self) -> tuple[Case, ...]:
        """The cases by the day they were added, the latest first; on one day the later period comes first."""
        return tuple(
            sorted(self.cases.values(), key=lambda c: (c.front.added, sort_key(c.front.period), c.slug), reverse=True)
        )


def _allowed(directory: Directory, entry: Entry, prose: Sequence[Span]) -> Iterator[Mention]:
    stopped = directory.stopped(entry.front)
    return (mention for mention in directory.mentions(entry, prose) if mention.target not in stopped)
