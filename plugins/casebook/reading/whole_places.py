"""Makes terms of the places that cases write: divisions as the table has them, communities as they are written."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from casebook.gazetteer import Gazetteer, short
from casebook.model.terms import Place
from casebook.reading.place_ids import PlaceIds
from casebook.reading.place_names import PlaceName, beginning, read_place, rows_of
from casebook.reading.romanised import english, mark
from casebook.vocabulary import Vocabulary

_BRIEF = ("province", "city")  # whose short names stand alone


class WholePlaces:
    """The places that cases write; `made` has those that the vocabulary files lack, by id."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self._vocabulary, self._gazetteer = vocabulary, gazetteer
        self._known = rows_of(vocabulary, gazetteer)
        self._ids = PlaceIds(gazetteer, self._known, [term.id for term in vocabulary.terms("places")])
        self.made: dict[str, Place] = {}

    def meant(self, text: str) -> Place | None:
        """The place that words mean; None if they mean none, or more than one."""
        known = self._vocabulary.find("places", text)
        if known is not None or self._vocabulary.is_broken("places", text):
            return known if isinstance(known, Place) else None
        found = read_place(text, self._vocabulary, self._gazetteer)
        return self._place(found) if isinstance(found, PlaceName) else None

    def home(self, name: str) -> Place | None:
        """The place that the name of an organisation begins with: a community that is written, or a division."""
        communities = [place for place in self.made.values() if place.level == "community"]
        begun = [place for place in communities if len(place.zh) > 2 and name.startswith(place.zh) and name != place.zh]
        if len(begun) == 1:
            return begun[0]
        found = beginning(name, self._vocabulary, self._gazetteer)
        return self._place(found) if found else None

    def lineage(self, place: Place) -> Iterator[Place]:
        """A place and the places above it."""
        at: Place | None = place
        while at is not None:
            yield at
            if at.id not in self.made:
                yield from self._vocabulary.lineage(at.id)[1:]
                return
            at = self.at(at.parent)

    def at(self, id: str | None) -> Place | None:
        """The place with an id."""
        found = self.made.get(id or "") or self._vocabulary.find("places", id or "")
        return found if isinstance(found, Place) else None

    def _place(self, found: PlaceName) -> Place:
        place = found.term or self._division(found.row)
        for name in found.communities:
            place = self._community(name, place)
        return place

    def _division(self, row: int) -> Place:
        """The term of a division; those above it are made, too."""
        if row in self._known:
            return self._known[row]
        made = self._ids.of_division(row)
        if made not in self.made:
            name, level, parent = self._gazetteer.divisions[row]
            above = self._division(parent).id if parent >= 0 else None
            brief = short(name, level) if level in _BRIEF else ""
            aliases = (brief,) if brief and not self._vocabulary.find("places", brief) else ()
            self.made[made] = Place(
                id=made, zh=name, en=english(name, level), level=level, parent=above, aliases=aliases
            )
        return self.made[made]

    def _community(self, name: str, above: Place) -> Place:
        """The term of a community in a place: one of the vocabulary files that lies there, or one of its own."""
        if known := self._beside.get((name, above.id)) or self._within(name, above):
            return known
        own = self._ids.of_community(name, above.id)
        if own in self.made and self.made[own].zh != name:  # two that are read alike
            own = f"{own}-{mark(name)}"
        made = Place(id=own, zh=name, en=english(name, "community"), level="community", parent=above.id)
        return self.made.setdefault(own, made)

    @cached_property
    def _beside(self) -> Mapping[tuple[str, str], Place]:
        return {
            (name, place.parent or ""): place
            for place in self._vocabulary.terms("places")
            if isinstance(place, Place)
            for name in place.names
        }

    def _within(self, name: str, above: Place) -> Place | None:
        """A place of the vocabulary files with this name somewhere in `above`, or whose own parent lies there."""
        known = self._vocabulary.find("places", name)
        if not isinstance(known, Place):
            return None
        over = {up.id for up in self._vocabulary.lineage(known.id)[1:]}
        around = {up.id for up in self.lineage(above)}
        return known if above.id in over or known.parent in around else None
