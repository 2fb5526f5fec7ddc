"""The directory of pages by name, and the first mentions of these names in other pages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from casebook.facets import FACETS, METHODS, taking_part
from casebook.library.mentions import Mention, Names, Target
from casebook.model.front import Described, Front
from casebook.model.records import Entry
from casebook.model.terms import Place
from casebook.model.values import Kind, Span
from casebook.vocabulary import Vocabulary

HOMES: Mapping[Kind, str] = {"case": "cases", "method": METHODS, "page": "pages"}  # kind -> facet of its targets
SHORTEST = 3  # characters of a name that links; shorter ones (总队, 众筹) are common words as well


def target_of(entry: Entry) -> Target:
    """The target of links to an entry."""
    return HOMES[entry.kind], entry.slug


class Directory:
    """Every case, method and organisation, by name."""

    def __init__(self, vocabulary: Vocabulary, entries: Iterable[Entry]) -> None:
        pages = dict(_pages(vocabulary, entries))
        words: dict[str, set[Target]] = defaultdict(set)
        for target, names in pages.items():
            for word in (target[1], *names):
                words[word].add(target)
        self._words = {word: frozenset(targets) for word, targets in words.items()}
        self._names = _names(vocabulary, pages)

    @property
    def words(self) -> Iterable[str]:
        """Every name, slug and id that leads to a page."""
        return self._words

    def targets(self, word: str) -> frozenset[Target]:
        """The targets of `word`, which is a title, an alias, a slug or an id."""
        return self._words.get(word, frozenset())

    def stopped(self, front: Front) -> frozenset[Target]:
        """The targets that the author excludes from automatic links."""
        return frozenset(target for word in front.no_links for target in self.targets(word))

    def mentions(self, entry: Entry, prose: Sequence[Span]) -> tuple[Mention, ...]:
        """The first mentions in `entry`, within its spans `prose`, of other pages that it does not link to."""
        linked = {(facet, link.target) for link in entry.links for facet in HOMES.values()}
        return self._names.mentions(entry.text, prose, {*linked, target_of(entry)})


def _pages(vocabulary: Vocabulary, entries: Iterable[Entry]) -> Iterator[tuple[Target, tuple[str, ...]]]:
    """Each target with its names, the title first."""
    for entry in entries:
        if isinstance(entry.front, Described):
            yield target_of(entry), (entry.front.title, *entry.front.aliases)
    for term in vocabulary.terms("organisations"):
        yield ("organisations", term.id), term.names


def _names(vocabulary: Vocabulary, pages: Mapping[Target, tuple[str, ...]]) -> Names:
    """All names, with the targets of those that link at their first mention."""
    # An alias that a kind of thing or a place has, too, tells too little: 联合会, 出租屋主联合会.
    kinds = [facet.id for facet in FACETS if facet.is_kind or facet.model is Place]
    common = {name for facet in kinds for term in vocabulary.terms(facet) for name in term.names}
    leading = [
        (name, target)
        for target, (title, *aliases) in pages.items()
        for name in (title, *(alias for alias in aliases if alias not in common))
        if len(name) >= SHORTEST
    ]
    terms = (name for facet in taking_part("shadow") for term in vocabulary.terms(facet.id) for name in term.names)
    others = (name for names in pages.values() for name in names)
    return Names(leading, [name for name in (*terms, *others) if len(name) > 1])
