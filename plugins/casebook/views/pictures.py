"""What pictures are drawn from. Places in a picture (`x`, `y`, `width` …) are in percent: text keeps its size."""

from casebook.model import Record
from casebook.views.records import FacetView, TermView


class Tile(Record):
    """A place as a square: its name in short, its name in full, and how many cases are there.

    `place` is its id in the vocabulary and `url` its page; both are empty where the vocabulary does not have it.
    """

    name: str
    title: str
    place: str
    url: str
    count: int
    x: str
    y: str


class TileMap(Record):
    """Places as equal squares, row by row; `width` and `height` are those of a square.

    `unit` says what a square is, `note` what its position means, `elsewhere` how many cases are in none of the squares,
    since their sources name no smaller place.
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
    """All places, and the map of the provinces."""

    template: str = "places.html"
    map: TileMap


class PlaceView(TermView):
    """A place; one whose parts are towns has a map of them when cases are known in any."""

    template: str = "place.html"
    map: TileMap | None
