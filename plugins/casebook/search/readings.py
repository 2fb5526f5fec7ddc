"""How characters and names are read: pinyin without tones, as `theme/static/js/query/readings.js` has it, too."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, groupby
from typing import TypeAlias

HAN = range(0x4E00, 0xA000)
_HAN_RUN_OR_ONE = re.compile(r"[\u4e00-\u9fff]+|.", re.DOTALL)

Read: TypeAlias = Callable[[Collection[str]], Mapping[str, Sequence[str]]]  # names -> of each, how it is read


def read(names: Collection[str]) -> dict[str, list[str]]:
    """Name -> a reading for each of its characters; one without a reading stands for itself."""
    from pypinyin import lazy_pinyin  # only here: to import it takes as long as to read a thousand names
    from pypinyin.seg.simpleseg import seg

    of_word = cache(lazy_pinyin)  # names have most of their words in common

    def words(name: str) -> Iterator[str]:
        return (word for run in _HAN_RUN_OR_ONE.findall(name) for word in (seg(run) if len(run) > 1 else run))

    return {name: list(chain.from_iterable(map(of_word, words(name)))) for name in names}


class Readings:
    """The readings of characters and of some names.

    The 3,755 common characters of GB 2312 stand in the order of their readings, and browsers know that order; so
    `counted` only counts them: `a2 ai13` are two read a and thirteen read ai. `rare` has the readings of the
    others that stand in names, `odd` the names that are read otherwise than their characters alone (重庆: chong
    qing).
    """

    def __init__(self, names: Iterable[str], read: Read = read) -> None:
        found = sorted(set(names))
        known = read(list(dict.fromkeys((*found, *_common()))))
        self._read = {name: known[name] for name in found}
        common = {character: known[character][0] for character in _common()}
        self.rare = {
            character: sound
            for name, sounds in self._read.items()
            for character, sound in zip(name, sounds, strict=True)
            if character not in common and ord(character) in HAN
        }
        self._alone = {**common, **self.rare}
        self.counted = " ".join(f"{sound}{sum(1 for _ in same)}" for sound, same in groupby(common.values()))
        self.odd = {name: sounds for name, sounds in self._read.items() if sounds != self._of_characters(name)}

    def of(self, name: str) -> tuple[Sequence[str], ...]:
        """The readings of a name: as its characters alone are read, and its own where that is another."""
        alone = self._of_characters(name)
        return (alone, self._read[name]) if name in self.odd else (alone,)

    def _of_characters(self, name: str) -> list[str]:
        """Of each character; one without a reading stands for itself."""
        return [self._alone.get(character, character) for character in name]


@cache
def _common() -> str:
    """The characters of the first level of GB 2312, in its order: rows 16 to 55, the last without five."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return "".join(code.decode("gb2312", errors="ignore") for code in codes)
