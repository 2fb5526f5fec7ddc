"""Names that are nearly the same: readers take them for one, and most often they are."""

import difflib
import re
from collections.abc import Mapping
from functools import cache

from casebook.alike import fold
from casebook.extract.names import organisation_kinds, table

_MARKS = re.compile(r"[\s()\[\]{}<>《》〈〉【】〔〕\"'·,,、.。:;!?—-]+")
_MISSING = 4  # characters that one name may have more
_LEAST = 4  # characters of names that one other character leaves alike
_COUNTED = frozenset("一二三四五六七八九十百零〇0123456789甲乙丙丁东西南北中前后上下左右大小新老男女")


def nearly(one: str, other: str) -> bool:
    """Whether two different names differ by marks, one character, or a few that one has more in one place."""
    a, b = sorted((_bare(one), _bare(other)), key=len)
    if a == b:
        return one != other
    edits = [edit for edit in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if edit[0] != "equal"]
    if len(edits) != 1:
        return False
    what, i, j, k, m = edits[0]
    if {*a[i:j], *b[k:m]} & _COUNTED:
        return False
    is_longer = what == "insert" and m - k <= _MISSING and len(a) >= (_LEAST if 0 < i < len(a) else _LEAST - 1)
    return is_longer or (len(a) >= _LEAST and j - i <= 1 and m - k <= 1)


def _bare(name: str) -> str:
    return _MARKS.sub("", fold(name))


def community_end(name: str) -> str:
    """The word that the name of a community ends with; empty if it ends with none."""
    return max((end for end in table()["communities"] if name.endswith(end)), key=len, default="")


def nearly_community(one: str, other: str) -> bool:
    """The same for communities: 桃源社区 and 桃源小区 are two, 桃源 and 桃源小区 are one."""
    ends = community_end(one), community_end(other)
    if all(ends) and ends[0] != ends[1]:
        return False
    return nearly(one.removesuffix(ends[0]), other.removesuffix(ends[1])) or (
        one != other and _bare(one.removesuffix(ends[0])) == _bare(other.removesuffix(ends[1]))
    )


@cache
def organisation_end(name: str) -> str:
    """The word that the name of an organisation ends with; empty if it ends with none."""
    return max((end for end in organisation_kinds() if name.endswith(end)), key=len, default="")


def kind_of(name: str, known: Mapping[str, str] | None = None) -> str:
    """The id of the actor that an organisation is, by its last word."""
    return (known or organisation_kinds()).get(organisation_end(name), "")
