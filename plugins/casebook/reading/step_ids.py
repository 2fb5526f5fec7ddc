"""Ids that advice offers for steps: how their titles are read, since who follows it has that address for ever."""

from collections.abc import Collection
from itertools import chain, count

from casebook.reading.structure import offered_id
from casebook.sounds import sound

_SYLLABLES = 4  # of an id: xian-tan


def offered_name(title: str, taken: Collection[str]) -> str:
    """An id for the step of this title which none of `taken` has; of characters that nobody can read, a digest."""
    sounds = [sound(character) for character in title if "\u3400" <= character <= "\u9fff"][:_SYLLABLES]
    name = "-".join(sounds) if sounds and all(sounds) else offered_id(title)
    names = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(one for one in names if one not in taken)
