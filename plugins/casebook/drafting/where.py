"""Where an article plays: the smallest places that it is about, written with all places above them."""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from casebook.drafting.found import FoundPlace
from casebook.drafting.reading import Reading
from casebook.drafting.sentences import said
from casebook.extract.places import PlaceMention
from casebook.extract.scenes import places as scenes
from casebook.hierarchy import MOST_ABOVE
from casebook.model.terms import Place

LEVELS = ("community", "town", "district", "city", "province")  # the smallest first
_MOST = 3  # places of a case; an article about more is told of what they lie in
_HOLDING = ("town", "district", "city", "province")


def places_of(reading: Reading) -> tuple[FoundPlace, ...]:
    """Where an article plays: first the places that a case would give, then the others that it is about."""
    about = [place for place in scenes(reading.evidence.places) if place.is_sure]
    about = about or [place for place in reading.places if place.is_sure]
    times = Counter(place.key for place in reading.places)
    ranked = sorted(_distinct(about), key=lambda place: (-times[place.key], place.start))
    holding = _holding(reading, times)
    chosen = _smallest(ranked)
    others = [one for one in ranked if one not in chosen and not _holds(one, chosen)]
    found = [_found(reading, place, holding, is_main=place in chosen) for place in (*chosen, *others)]
    return tuple({place.name: place for place in reversed(found)}.values())[::-1]


def _distinct(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """One mention of each place; of two with the same name in full, the first."""
    return [*{place.chain or place.name: place for place in reversed(places)}.values()][::-1]


def _smallest(ranked: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of the smallest level of which there are few, or the one that all of very many lie in."""
    for level in LEVELS:
        found = [place for place in ranked if place.level == level]
        if 0 < len(found) <= _MOST:
            return found
        shared = _shared([place.chain for place in found if place.chain])
        if around := [place for place in ranked if shared and place.chain == shared]:
            return around
    return [*ranked[:1]]


def _holds(place: PlaceMention, chosen: Sequence[PlaceMention]) -> bool:
    """Whether one of the chosen places lies in a place: 酒泉市 is no other place than 酒泉市肃州区."""
    return bool(place.chain) and any(one.chain[: len(place.chain)] == place.chain for one in chosen)


def _shared(chains: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What all chains begin with."""
    return tuple(names[0] for names in takewhile(lambda names: len(set(names)) == 1, zip(*chains, strict=False)))


def _holding(reading: Reading, times: Counter[object]) -> tuple[str, ...]:
    """The chain of the smallest division that the article names most, which a place lies in that nothing else tells."""
    for level in _HOLDING:
        named = [place for place in reading.places if place.level == level and place.is_sure and place.chain]
        if named:
            return max(named, key=lambda place: (times[place.key], -place.start)).chain
    return ()


def _found(reading: Reading, place: PlaceMention, holding: tuple[str, ...], *, is_main: bool) -> FoundPlace:
    term = reading.library.vocabulary.of_files.find("places", place.term) if place.term else None
    told = max((one.chain for one in reading.places if one.key == place.key), key=len, default=place.chain)
    chain = told or ((*holding, place.name) if place.level == "community" else (place.name,))
    name = "".join(chain)
    if isinstance(term, Place):
        name = term.zh
    return FoundPlace(
        name=name,
        level=place.level,
        above=chain[:-1][-MOST_ABOVE:],
        is_main=is_main,
        is_sure=bool(told),
        said=said(reading.page, place.start),
    )
