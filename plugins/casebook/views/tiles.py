"""Tile maps: the provinces of China or the towns of a district as equal squares, with their counts of cases.

Places and sizes are in percent, so that text keeps its size.
"""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import asdict

from casebook.addresses import term_url
from casebook.gazetteer import labels, short
from casebook.library import Library
from casebook.model.maps import COUNTRY, EMPTY, Rows
from casebook.model.records import Case
from casebook.model.terms import Place
from casebook.model.values import Level, Struct
from casebook.views.records import View
from casebook.views.terms import FacetView, TermView, facet_view, term_view

PLAIN = 6  # tiles a row where nobody has laid them out


class Tile(Struct):
    """A place as a square: its short name, its full name, and its count of cases.

    `place` is its id in the vocabulary and `url` its page; both are empty if the vocabulary does not have it.
    """

    name: str
    title: str
    place: str
    url: str
    count: int
    x: str
    y: str


class TileMap(Struct):
    """Places as equal squares, row by row; `width` and `height` are those of a square.

    `unit` says what a square is, `note` what its position means. `elsewhere` is the count of cases in no square, since
    their sources name no smaller place.
    """

    title: str
    unit: str
    note: str
    columns: int
    rows: int
    width: str
    height: str
    tiles: tuple[Tile, ...]
    elsewhere: int


class PlacesView(FacetView):
    """All places, and the map of the provinces if the collection has one."""

    template: str = "places.html"
    map: TileMap | None


class PlaceView(TermView):
    """A place, and the map of its towns if it has towns with cases."""

    template: str = "place.html"
    map: TileMap | None


def places_view(library: Library) -> PlacesView:
    """The list of places with the map of the provinces."""
    return PlacesView(**_fields(facet_view(library, "places")), map=province_map(library))


def place_view(library: Library, place: Place) -> PlaceView:
    """The page of a place, with the map of its towns."""
    return PlaceView(**_fields(term_view(library, "places", place)), map=town_map(library, place))


def _fields(view: View) -> dict[str, Any]:
    return {name: value for name, value in asdict(view).items() if name != "template"}


def province_map(library: Library) -> TileMap | None:
    """The map of the provinces; None if the collection has no layout for it."""
    rows = library.collection.maps.get(COUNTRY)
    full = tuple(division.name for division in library.gazetteer.divisions if division.parent < 0)
    return _map(library, None, "province", rows, full) if rows else None


def town_map(library: Library, place: Place) -> TileMap | None:
    """The map of the towns of a place; None without layouts of maps, towns, or cases in towns."""
    maps = library.collection.maps
    if not maps or not any(_cases(library, town) for town in _parts(library, place, "town")):
        return None
    full = _towns(library, place)
    rows = maps.get(place.zh) or _in_rows(tuple(labels(full, "town")))
    return _map(library, place, "town", rows, full) if rows else None


def _towns(library: Library, place: Place) -> tuple[str, ...]:
    """The names of the towns right below a place in the table of divisions."""
    known = library.gazetteer
    at = known.find([up.zh for up in library.vocabulary.lineage(place.id)])
    below = [known.divisions[part] for part in known.parts.get(at, ())] if at is not None else []
    return tuple(division.name for division in below if division.level == "town")


def _in_rows(names: Sequence[str]) -> Rows:
    return [names[at : at + PLAIN] for at in range(0, len(names), PLAIN)]


def _map(library: Library, of: Place | None, level: Level, rows: Rows, full: Sequence[str]) -> TileMap:
    """The map of the parts of a place; `full` has their names in the table of divisions."""
    columns = max(map(len, rows))
    places = _parts(library, of, level)
    named = {name: place for place in places for name in (short(place.zh, level), place.zh) if name}
    titles = {name: title for title in full for name in (short(title, level), title) if name}
    tiles = []
    for y, row in enumerate(rows):
        for x, name in enumerate(row):
            if name != EMPTY:
                place = named.get(name)
                tiles.append(
                    Tile(
                        name=name,
                        title=place.zh if place else titles.get(name, name),
                        place=place.id if place else "",
                        url=term_url("places", place.id) if place else "",
                        count=len(_cases(library, place)) if place else 0,
                        x=_percent(x, columns),
                        y=_percent(y, len(rows)),
                    )
                )
    words = library.words
    everywhere = _cases(library, of) if of else frozenset(library.cases)
    inside = frozenset[str]().union(*(_cases(library, place) for place in places))
    return TileMap(
        title=words("tiles_towns", place=of.zh) if of else words.tiles_provinces,
        unit=words[f"tiles_unit_{level}"],
        note=words["tiles_placed" if of is None or of.zh in library.collection.maps else "tiles_listed"],
        columns=columns,
        rows=len(rows),
        width=_percent(1, columns),
        height=_percent(1, len(rows)),
        tiles=tuple(tiles),
        elsewhere=len(everywhere - inside),
    )


def _percent(part: int, of: int) -> str:
    return f"{100 * part / of:.4f}".rstrip("0").rstrip(".") + "%"


def _parts(library: Library, of: Place | None, level: Level) -> list[Place]:
    """The places of one level right below a place, or in the whole country."""
    places = (place for place in library.vocabulary.terms("places") if isinstance(place, Place))
    return [place for place in places if place.level == level and (of is None or place.parent == of.id)]


def _cases(library: Library, place: Place) -> frozenset[str]:
    return frozenset(entry.slug for entry in library.tagged("places", place.id) if isinstance(entry, Case))
