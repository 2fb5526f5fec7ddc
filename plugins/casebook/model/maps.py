"""The layouts of tile maps of a collection."""

from collections.abc import Mapping, Sequence

COUNTRY = "中国"  # the map of the provinces; every other is named as the place whose parts it shows
EMPTY = "·"  # a square without a place

Rows = Sequence[Sequence[str]]  # from north to south, and from west to east
Maps = Mapping[str, Rows]
