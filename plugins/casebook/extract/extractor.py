"""Reads figures, names and terms from plain texts with the words of one collection."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebook.extract.communities import communities_of
from casebook.extract.corners import corners_of
from casebook.extract.divisions import divisions_of
from casebook.extract.metrics import Explained, Indicators
from casebook.extract.names import Found, Pieces
from casebook.extract.organisations import OrganisationMention, organisations_of
from casebook.extract.places import PlaceMention
from casebook.extract.scopes import scoped
from casebook.extract.tags import TermNames, longer, tags_of, tags_of_terms
from casebook.gazetteer import NO_DIVISIONS, Gazetteer
from casebook.model.records import Metric, Tag
from casebook.once import once
from casebook.vocabulary import Vocabulary

if TYPE_CHECKING:
    from casebook.extract.about import Evidence, Words


@dataclass(frozen=True, eq=False)
class Extractor:
    """Reads texts with a vocabulary and a table of divisions; what is compiled of these the vocabulary holds."""

    vocabulary: Vocabulary
    gazetteer: Gazetteer = NO_DIVISIONS

    def metrics(self, text: str) -> tuple[Metric, ...]:
        """Every quantity of `text` with its sentence and its indicator, `UNDECIDED` if no cue applies."""
        return self._indicators.metrics(text)

    def explained(self, text: str) -> tuple[Explained, ...]:
        """Every metric of `text` with what decided its indicator."""
        return self._indicators.explained(text)

    def scoped(self, text: str, metrics: Iterable[Metric]) -> Iterator[Metric]:
        """`metrics` with the scope, date and kind of money that their sentences state."""
        return scoped(text, metrics, self.vocabulary.cues)

    def tags(self, text: str) -> tuple[Tag, ...]:
        """One tag for every term, place and organisation at its first mention, in the order of the text."""
        found = self._pieces.of(text)
        places = self._places(text, found)
        return tags_of(text, places, organisations_of(text, found, places), self._names)

    def taking_part(self, text: str, unnamed: str) -> tuple[Tag, ...]:
        """The actors that `unnamed` mentions, and then the organisations of the vocabulary in `text`, each once.

        `unnamed` is `text` with blanks for what takes no part, as the names of things. Organisations stand also inside
        longer names, which are not read.
        """
        found = self._pieces.of(unnamed)
        places = self._places(unnamed, found)
        actors = self._names.mentions(unnamed, longer(places, organisations_of(unnamed, found, places)))
        organisations = actors if text == unnamed else self._names.mentions(text, ())
        return (
            *tags_of_terms(unnamed, actors, "actors"),
            *tags_of_terms(text, organisations, "organisations"),
        )

    def evidence(self, text: str) -> "Evidence":
        """What may be a theme, form, actor or place of an article, with what speaks for it."""
        from casebook.extract.about import evidence  # for articles alone, and a tenth of what is loaded at the start

        found = self._pieces.of(text)
        every = self._every_place(text, found)
        sure = tuple(place for place in every if place.is_sure)
        every = tuple(sorted((*every, *corners_of(text, every, self.gazetteer)), key=lambda place: place.start))
        return evidence(text, every, organisations_of(text, found, sure), self._words, self.gazetteer.characters)

    def places(self, text: str) -> tuple[PlaceMention, ...]:
        """Every mention of a place, in the order of the text."""
        return self._places(text, self._pieces.of(text))

    def organisations(self, text: str) -> tuple[OrganisationMention, ...]:
        """Every mention of an organisation by name, in the order of the text, without those inside longer names."""
        found = self._pieces.of(text)
        return organisations_of(text, found, self._places(text, found))

    @property
    def without_divisions(self) -> "Extractor":
        """An Extractor with the same vocabulary and no table of divisions."""
        return Extractor(self.vocabulary)

    def _places(self, text: str, found: Found) -> tuple[PlaceMention, ...]:
        return tuple(place for place in self._every_place(text, found) if place.is_sure)

    def _every_place(self, text: str, found: Found) -> tuple[PlaceMention, ...]:
        if not found.divisions and not found.communities:
            return ()
        divisions = divisions_of(text, found, self.vocabulary, self.gazetteer)
        mentions = (*divisions, *communities_of(text, found, divisions))
        return tuple(sorted(mentions, key=lambda mention: mention.start))

    @property
    def _indicators(self) -> Indicators:
        return _indicators(self.vocabulary)

    @property
    def _pieces(self) -> Pieces:
        return _pieces(self.vocabulary, self.gazetteer)

    @property
    def _words(self) -> "Words":
        return _words(self.vocabulary)

    @property
    def _names(self) -> TermNames:
        return _names(self.vocabulary)


@once
def _indicators(vocabulary: Vocabulary) -> Indicators:
    return Indicators(vocabulary.cues)


@once
def _pieces(vocabulary: Vocabulary, gazetteer: Gazetteer) -> Pieces:
    return Pieces(vocabulary, gazetteer)


@once
def _words(vocabulary: Vocabulary) -> "Words":
    from casebook.extract.about import Words

    return Words(vocabulary)


@once
def _names(vocabulary: Vocabulary) -> TermNames:
    return TermNames(vocabulary)
