"""How characters and names are read: pinyin without tones, as `theme/static/js/query/readings.js` has it, too."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby

from pypinyin import lazy_pinyin

HAN = range(0x4E00, 0xA000)
_HAN_RUN_OR_ONE = re.compile(r"[\u4e00-\u9fff]+|.", re.DOTALL)


class Readings:
    """The readings of characters and of some names.

    The 3,755 common characters of GB 2312 stand in the order of their readings, and browsers know that order; so
    `counted` only counts them: `a2 ai13` are two read a and thirteen read ai. `rare` has the readings of the
    others that stand in names, `odd` the names that are read otherwise than their characters alone (重庆: chong
    qing).
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._read = {name: _reading(name) for name in sorted(set(names))}
        common = _common()
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
def _common() -> Mapping[str, str]:
    """Character -> reading of the first level of GB 2312, in its order: rows 16 to 55, the last without five."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    characters = "".join(code.decode("gb2312", errors="ignore") for code in codes)
    return dict(zip(characters, lazy_pinyin(list(characters)), strict=True))


def _reading(name: str) -> list[str]:
    """A reading for each character; one without a reading stands for itself."""
    return [reading for run in _HAN_RUN_OR_ONE.findall(name) for reading in _reading_of_run(run)]


@cache
def _reading_of_run(run: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(run))
