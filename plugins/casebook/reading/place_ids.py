"""The ids of places that the vocabulary files do not have: the same whatever other cases write."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

from casebook.filenames import LONGEST
from casebook.gazetteer import LEVELS, Gazetteer, short
from casebook.model.terms import Place
from casebook.reading.romanised import joined, mark, suffixed

_UPPER = LEVELS[:3]  # of which most have a name that is read as no other


class PlaceIds:
    """Gives ids in pinyin.

    A province, city or district has its own name, unless one of its rank or above is read alike: then the one above it
    stands before (朝阳区: beijing-chaoyang). Streets, towns and communities, half of which have namesakes, have always
    the one above before them. `known` has the places of the vocabulary files by row, `taken` all their ids.
    """

    def __init__(self, gazetteer: Gazetteer, known: Mapping[int, Place], taken: Collection[str]) -> None:
        self._gazetteer, self._known, self._taken = gazetteer, known, frozenset(taken)

    def of_division(self, row: int) -> str:
        """The id of a division."""
        if row in self._known:
            return self._known[row].id
        division = self._gazetteer.divisions[row]
        above = self.of_division(division.parent) if division.parent >= 0 else ""
        own = self._own(row)
        if division.level in _UPPER and own not in self._taken and not self._has_namesake(row):
            return own
        return self._free("-".join(filter(None, (above, own))), division.name)

    def of_community(self, name: str, above: str) -> str:
        """The id of what lies in the place with the id `above`."""
        return self._free(f"{above}-{suffixed(name)}", f"{above} {name}")

    def _free(self, id: str, name: str) -> str:
        is_free = id not in self._taken and len(id) <= LONGEST
        return id if is_free else f"{id[: LONGEST - 5].rstrip('-')}-{mark(name)}"

    def _own(self, row: int) -> str:
        """The short name of a division; with its suffix where another right beside it is read alike."""
        division = self._gazetteer.divisions[row]
        own = joined(short(division.name, division.level) or division.name)
        beside = (self._gazetteer.divisions[one] for one in self._gazetteer.parts.get(division.parent, ()))
        alike = [one for one in beside if joined(short(one.name, one.level) or one.name) == own]
        if len(alike) < 2:
            return own
        full = suffixed(division.name)
        return full if sum(suffixed(one.name) == full for one in alike) == 1 else f"{full}-{mark(division.name)}"

    def _has_namesake(self, row: int) -> bool:
        """Whether another division of its rank or above is read alike."""
        rank = LEVELS.index(self._gazetteer.divisions[row].level)
        alike = self._upper[joined(self._short(row))]
        return any(one != row and LEVELS.index(self._gazetteer.divisions[one].level) <= rank for one in alike)

    def _short(self, row: int) -> str:
        division = self._gazetteer.divisions[row]
        return short(division.name, division.level) or division.name

    @cached_property
    def _upper(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for row, division in enumerate(self._gazetteer.divisions):
            if division.level in _UPPER:
                found[joined(self._short(row))].append(row)
        return found
