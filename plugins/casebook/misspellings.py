"""Which known name a written one is a slip of: what is only alike is none, for 主导 is not 指导.

Of a slip the letters, the sound or the look of what was meant are still there.
"""

import difflib
import re
from collections.abc import Collection, Iterable
from itertools import pairwise

from casebook.alike import fold, seamless
from casebook.sounds import sound
from casebook.traditional import simplified

_LIKE_LETTERS = 0.85  # of the letters of two names in Latin script, those that must agree
_LIKE_CHARACTERS = 0.84  # of the characters of two Chinese names that are not equally long
_FEWEST = 6  # characters of a Chinese name of which one may be another, or lack: 社区基金 is no 社区基金会
_LISTED = 15  # of fewer names a message tells all
_MOST_ALIKE = 5  # of more names, those that it tells
_ACCENTS = {"zh": "z", "ch": "c", "sh": "s", "ing": "in", "eng": "en", "ang": "an"}  # that many do not tell apart
_ACCENT = re.compile("|".join(_ACCENTS))
_HAN = re.compile(r"[\u4e00-\u9fff]")
# characters that are taken for each other by their look
_LOOKS = (
    *("日目曰", "己已巳", "末未", "士土", "人入八", "千干于", "侯候", "大太犬", "天夫", "午牛", "申甲由田", "师帅"),
    *("今令", "拔拨", "代伐", "晴睛", "墓幕募暮", "辨辩辫", "货贷", "免兔", "折拆", "治冶", "住往", "徒徙", "卖买"),
    *(
        "谈淡",
        "请清情",
        "仪议",
        "挑桃跳",
        "组租祖",
        "项顶",
        "场扬杨汤",
        "注柱",
        "活话",
        "险检捡验",
        "阳阴",
        "动劝",
        "评坪",
    ),
    *("历厉", "没设", "网冈", "车东", "特持", "问间", "侍待", "沟钩", "喝渴", "扶抚", "析折", "孤狐", "陪培部"),
)
_LOOK = {character: group for group in _LOOKS for character in group}


def meant(written: str, known: Iterable[str]) -> str | None:
    """The one of the `known` names that `written` is a slip of; None if it may be a word of its own."""
    bare = _bare(written)
    likely = [name for name in known if _is_slip(bare, _bare(name))]
    return max(sorted(likely), key=lambda name: _likeness(bare, _bare(name)), default=None)


def advice(written: str, known: Iterable[str], preferred: Collection[str], home: str) -> str:
    """What to write in place of a name that is none of the `known` ones, which stand in `home`.

    If there are few, all of the `preferred` ones are told.
    """
    known = tuple(known)
    if near := meant(written, known):
        return f"是否指 “{near}”?"
    if len(preferred) < _LISTED and preferred:
        return f"可写:{'、'.join(preferred)}"
    rest = f"从 {home} 里已有的选一项;都不合适,提交时说缺哪个"
    close = alike(written, known)
    return f"名称相近的有 {'、'.join(close)},意思不同就不用;{rest}" if close else rest


def alike(written: str, known: Iterable[str]) -> list[str]:
    """The names that share two characters in a row with `written`, those most like it first: a choice, no guess."""
    bare = _bare(written)
    shared = set(map("".join, pairwise(bare)))
    rows = [(name, _bare(name)) for name in known]
    near = [(-_likeness(bare, other), name) for name, other in rows if shared & set(map("".join, pairwise(other)))]
    return [name for _, name in sorted(near)[:_MOST_ALIKE]]


def _bare(name: str) -> str:
    """A name without what no reader hears: case, width, blanks, hyphens, quotation marks."""
    return re.sub(r"[\s_\"'·-]", "", seamless(fold(simplified(name))))


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _is_slip(written: str, known: str) -> bool:
    if not written or not known:
        return False
    if written == known:
        return True
    if not _HAN.search(known):
        return _likeness(written, known) >= _LIKE_LETTERS or sorted(written) == sorted(known)
    if len(written) != len(known):
        is_long = min(len(written), len(known)) >= _FEWEST
        return _is_doubled(written, known) or (is_long and _likeness(written, known) >= _LIKE_CHARACTERS)
    apart = [(one, other) for one, other in zip(written, known, strict=True) if one != other]
    if 2 * len(apart) > len(known):
        return len(known) > 2 and sorted(written) == sorted(known)
    if (len(known) >= _FEWEST and len(apart) == 1) or sorted(written) == sorted(known):
        return True
    accented = len(apart) == 1
    return all(_LOOK.get(one, one) == _LOOK.get(other) or _sounds_as(one, other, accented) for one, other in apart)


def _is_doubled(written: str, known: str) -> bool:
    """Whether a character was typed twice, or once where it stands twice."""
    return re.sub(r"(.)\1+", r"\1", written) == re.sub(r"(.)\1+", r"\1", known)


def _sounds_as(one: str, other: str, accented: bool) -> bool:
    """Whether two characters are read the same, if `accented` by those who do not tell all sounds apart."""
    sounds = [sound(character) or character for character in (one, other)]
    if accented:
        sounds = [_ACCENT.sub(lambda accent: _ACCENTS[accent[0]], read) for read in sounds]
    return sounds[0] == sounds[1]
