"""What pictures are drawn from. Places in a picture (`x`, `y`, `width` …) are in percent: text keeps its size."""

from casebook.model.values import Record
from casebook.views.records import FacetView, Link, TermView, Tick, View


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
    """All places, and the map of the provinces where the collection has one."""

    template: str = "places.html"
    map: TileMap | None


class PlaceView(TermView):
    """A place; one whose parts are towns has a map of them when cases are known in any."""

    template: str = "place.html"
    map: TileMap | None


class IndicatorsView(FacetView):
    """All indicators, each with a bar: how many of all cases report it."""

    template: str = "indicators.html"
    cases: int


class BarPart(Record):
    """A part of a bar, from `x` on: `sure` is within what is written, `maybe` is where it may have begun or ended,
    `open` leads to an end of the axis, as nobody wrote when it ended or began. `is_about` when that rests on a date
    that is rough or inferred.
    """

    kind: str
    is_about: bool
    x: str
    width: str


class TimeRow(Record):
    """A case on the time line."""

    case: Link
    period: str
    spans: tuple[BarPart, ...]


class TimeLine(Record):
    """The cases by the day they began; `earlier` is how many began earlier and are not shown."""

    first: int
    last: int
    ticks: tuple[Tick, ...]
    rows: tuple[TimeRow, ...]
    earlier: int
    yearless: int


class MatrixMark(Record):
    """A case uses a method: at how many of its steps (0: it does not say at which), and where that is told."""

    url: str
    steps: int


class MatrixColumn(Record):
    """A method and how many cases use it."""

    method: Link
    cases: int


class MatrixRow(Record):
    """A case, with a mark or nothing for each method."""

    case: Link
    marks: tuple[MatrixMark | None, ...]


class MatrixView(View):
    """Cases by methods. `columns` go from the methods of most cases down; `single` and `unused` lead to the methods
    that one case uses and that none does; `left_out` is how many cases are not shown.
    """

    template: str = "matrix.html"
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    single: tuple[Link, ...]
    unused: tuple[Link, ...]
    left_out: int
