"""Names in Latin letters, for the file of a draft and the addresses of its steps."""

from collections.abc import Sequence

from casebook.drafting.found import FoundPlace, FoundTerm
from casebook.filenames import fault
from casebook.gazetteer import short
from casebook.model.values import is_slug
from casebook.reading.romanised import syllables

_LONGEST = 60  # characters of a name; a number may follow
_UNNAMED = "caogao"  # 草稿, where nothing gives a name


def spelt(words: str) -> str:
    """`words` in pinyin as one word of an address; empty if nothing of it can be spelt."""
    return "".join(syllables(words))


def slug(places: Sequence[FoundPlace], themes: Sequence[FoundTerm]) -> str:
    """A name for the file of a draft: its place and its theme."""
    words = [*map(_short, places[:1]), *(theme.zh for theme in themes[:1])]
    name = "-".join(filter(None, map(spelt, words)))[:_LONGEST].strip("-")
    return name if is_slug(name) and not fault(name) else _UNNAMED


def _short(place: FoundPlace) -> str:
    name = place.name.removeprefix("".join(place.above))
    return name if place.level == "community" else short(name, place.level) or name
