"""Slips of the pen in YAML: found in each line by its shape, where they are made, and read on as if they were not.

YAML itself tells where it stopped, which may be many lines below. A slip that `is_sure` can be mended in one way only,
and `check --fix` mends it; the others are mended here as well, so that all else that is wrong comes to light at once.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from casebook.reading import flows
from casebook.reading.keys import ORDER, beside, heads, known_keys, list_keys

_ROUNDS = 2  # what one rule mends may bring another to light
_LONGEST = 80  # characters of a mended line that a message shows


class Slip(NamedTuple):
    """A slip on a line (from 0), and what to do about it."""

    line: int
    field: str
    found: str
    instead: str
    is_sure: bool


class _Mend(NamedTuple):
    """A line as it was meant; with `shows`, a message tells it."""

    line: str
    found: str
    instead: str
    is_sure: bool = True
    shows: bool = True


class _Around(NamedTuple):
    """The lines that decide what a line can be: the one with words before it, mended and as it was, and the next."""

    before: str
    after: str
    raw: str = ""


_Rule = Callable[[str, _Around], _Mend | None]

_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INDENT = re.compile(rf"[ ]*[\t{_BLANKS}][ \t{_BLANKS}]*")
_TAB = re.compile(r"(?<=\S)[ ]*\t[ \t]*(?=\S)")
_WIDE = re.compile(r"^([ ]*(?:- )?)([a-z][a-z_]+)[ \u3000]*：\s*")  # keys are lower case: “ABC：没有” is text
_ODD_BLANK = re.compile(rf"^([ ]*(?:- )?)([a-z][a-z_]+):[{_BLANKS}][ {_BLANKS}]*")
_CHINESE = re.compile(r"^([\u4e00-\u9fff]{2,8})[ ]*：\s*")
_UNSPACED = re.compile(r"^([ ]*(?:- )?)([a-z][a-z_]*):(?=[^\s:/])")
_UNMARKED = re.compile(r"^([a-z][a-z_]*)(?:[ ]*[=＝][ ]*|[ \u3000]+(?![^:]*:(?: |$)))(?=\S)(?!：)")
_KEY = re.compile(r"([ ]*)(- )?([A-Za-z_\u4e00-\u9fff]+):(?:[ \t]+(.*)|$)")
_ITEM = re.compile(r"([ ]*)- ")
_NEARLY_ITEM = re.compile(r"^([ ]*)(?:[－—–•·●▪◦*][ ]*|\d{1,2}(?:[.)] |[、．）])[ ]*|-(?![ -]))(?=\S)")
_BOLD = re.compile(r"^\*\*([a-z][a-z_]*)(?:\*\*[ ]*[:：]|[:：]\*\*)[ ]*")
_HTML_COMMENT = re.compile(r"^([ ]*)<!--\s*(.*?)\s*-->[ ]*$")
_LISTED_KEY = re.compile(r"^- ([a-z][a-z_]*):(?: |$)")
_WORDS = re.compile(r"^(?![-#\[\]{}<*`|>\"'&!@%])(?!.*[:：](?: |$)).*\S")
_BLOCK = re.compile(r"(?:.*:|[ ]*-) +[|>][-+0-9]*[ ]*")


def _indented(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indent(line: str, around: _Around) -> _Mend | None:
    odd = _INDENT.match(line)
    if not odd:
        return None
    if odd.end() == len(line):
        return _Mend("", "空行里有全角的空格", "删去这些空格", shows=False) if odd[0].strip(" \t") else None
    blanks = odd[0].replace("\t", "  ").replace("\u3000", "  ")
    what = "用了制表符(Tab)" if "\t" in odd[0] else "用了全角或特殊的空格"
    return _Mend(re.sub(r"\S.*|[^\n]", " ", blanks) + line[odd.end() :], f"缩进{what}", "缩进只用半角空格", shows=False)


def _tab(line: str, around: _Around) -> _Mend | None:
    tab = _TAB.search(line)
    if not tab or line[tab.start() - 1] in ":-":
        return None
    return _Mend(_TAB.sub(" ", line), f"第 {tab.start() + 1} 列有制表符(Tab)", "改成空格", shows=False)


def _wide_colon(line: str, around: _Around) -> _Mend | None:
    for pattern, found in ((_WIDE, "“{}：” 用了全角冒号"), (_ODD_BLANK, "“{}:” 后面是全角或特殊的空格")):
        if wide := pattern.match(line):
            mended = f"{wide[1]}{wide[2]}: {line[wide.end() :]}".rstrip()
            return _Mend(mended, found.format(wide[2]), "改成半角冒号加空格")
    return None


def _chinese_key(line: str, around: _Around) -> _Mend | None:
    named = _CHINESE.match(line)
    if not named:
        return None
    key = heads().get(named[1], named[1])
    found = f"“{named[1]}：” 用了全角冒号" + (",键也不是英文" if key != named[1] else "")
    return _Mend(f"{key}: {line[named.end() :]}".rstrip(), found, "写成")


def _no_blank(line: str, around: _Around) -> _Mend | None:
    close = _UNSPACED.match(line)
    if not close or (close[1] == " " * len(close[1]) and close[2] not in known_keys()):
        return None
    return _Mend(f"{close[0]} {line[close.end() :]}", f"“{close[2]}:” 的冒号后面少了空格", "冒号后面空一格")


def _no_colon(line: str, around: _Around) -> _Mend | None:
    bare = _UNMARKED.match(line)
    if not bare or bare[1] not in known_keys():
        return None
    return _Mend(f"{bare[1]}: {line[bare.end() :]}", f"“{bare[1]}” 后面少了冒号", "写成")


def _dash(line: str, around: _Around) -> _Mend | None:
    """An item of a list whose dash is none, is glued to it, or is missing."""
    key, item, nearly = _KEY.fullmatch(around.before), _ITEM.match(around.before), _NEARLY_ITEM.match(line)
    indent = _indented(line)
    is_below = key is not None and not key[4] and key[3] in list_keys() and indent >= len(key[1] + (key[2] or ""))
    is_beside = item is not None and indent == len(item[1])
    if not (is_below or is_beside) or _ITEM.match(line) or _KEY.match(line):
        return None
    if nearly:
        what = "列表的短横后面少了空格" if line[indent] == "-" else f"“{line[indent]}” 不是列表的短横"
        return _Mend(f"{nearly[1]}- {line[nearly.end() :]}", what, "写成半角的 “- ”")
    if line[indent] in "[{]}-":
        return None
    return _Mend(f"{line[:indent]}- {line[indent:]}", "列表的这一项前面少了 “- ”", "写成", is_sure=is_below)


def _words(line: str, around: _Around) -> _Mend | None:
    """Words at the beginning of a line, where a key should stand: they belong to the value above."""
    before = _KEY.fullmatch(around.before)
    if not before or before[1] or before[2] or not _WORDS.match(line) or line.lstrip(" ") != line:
        return None
    return _Mend(
        f"  {line}", "这一行没有键", "是上一行的内容,就在行首空两格;不是就写成 键: 值", is_sure=False, shows=False
    )


def _bold(line: str, around: _Around) -> _Mend | None:
    bold = _BOLD.match(line)
    return _Mend(f"{bold[1]}: {line[bold.end() :]}".rstrip(), "键写成了粗体", "写成") if bold else None


def _html_comment(line: str, around: _Around) -> _Mend | None:
    comment = _HTML_COMMENT.match(line)
    return _Mend(f"{comment[1]}# {comment[2]}", "注释不是 YAML 的写法", "写成") if comment else None


def _listed_key(line: str, around: _Around) -> _Mend | None:
    """A key at the head of a file that is written like an item of a list."""
    key, before = _LISTED_KEY.match(line), _KEY.fullmatch(around.before)
    is_first = not around.before and key is not None and key[1] == "title"
    is_next = before is not None and not before[1] and not before[2] and bool(before[4])
    if key is None or key[1] not in ORDER or not (is_first or is_next):
        return None
    return _Mend(line[2:], f"“{key[1]}” 前面多了 “- ”", "写成")


def _next_key(line: str, around: _Around) -> _Mend | None:
    """A key of an item that begins an item of its own."""
    key, before = _KEY.fullmatch(line), _KEY.fullmatch(around.before)
    if not (key and before and key[2] and before[2] and key[1] == before[1] and before[4]):
        return None
    if key[3] not in beside(before[3]):
        return None
    return _Mend(f"{key[1]}  {line[len(key[1]) + 2 :]}", f"“{key[3]}” 前面多了 “- ”", "和上一个键对齐")


def _unbraced(line: str, around: _Around) -> _Mend | None:
    """An item whose pairs stand on one line, without braces or in round brackets."""
    bare = flows.unbraced(line)
    return _Mend(bare, "这一项少了花括号", "写成") if bare else None


def _shifted(line: str, around: _Around) -> _Mend | None:
    """A key that stands further in than the one before it, which has a value and holds no other."""
    key, before = _KEY.fullmatch(line), _KEY.fullmatch(around.before)
    if not key or key[2] or key[3] not in known_keys() or not before:
        return None
    column = len(before[1] + (before[2] or ""))
    if before[4] and len(key[1]) > column and before[4][0] not in "|>\"'":
        return _Mend(" " * column + line.lstrip(" "), f"“{key[3]}” 前面多了空格", "和上一个键对齐")
    is_of_item = key[1] != "" or key[3] not in ORDER
    is_like_last = around.raw != around.before and _indented(around.raw) == len(key[1]) < column
    if is_of_item and ((before[2] and len(before[1]) <= len(key[1]) < column) or is_like_last):
        return _Mend(" " * column + line.lstrip(" "), f"“{key[3]}” 前面少了空格", "和上一个键对齐")
    return None


def _first(line: str, around: _Around) -> _Mend | None:
    """The first key, which stands further in than the second."""
    key, after = _KEY.fullmatch(line), _KEY.match(around.after)
    if around.before or not key or not after or key[2] or not key[1] or after[1] or after[2]:
        return None
    return _Mend(line.lstrip(" "), f"“{key[3]}” 前面多了空格", "和下一个键对齐")


def _flow(line: str, around: _Around) -> _Mend | None:
    """Brackets, braces and quotation marks of a value that are wide, or lack the other of the two."""
    parts = flows.parts(line)
    mended = flows.mended(parts, is_last=_indented(around.after) <= _indented(line)) if parts else None
    if parts is None or mended is None or mended.value == parts.value:
        return None
    return _Mend(f"{parts.head}{mended.value}", mended.found, mended.instead, mended.is_sure)


_RULES: tuple[_Rule, ...] = (
    _indent,
    _tab,
    _bold,
    _html_comment,
    _wide_colon,
    _chinese_key,
    _no_blank,
    _no_colon,
    _unbraced,
    _listed_key,
    _next_key,
    _first,
    _shifted,
    _dash,
    _words,
    _flow,
)


def mended(lines: Sequence[str]) -> tuple[list[str], list[Slip]]:
    """The lines of a YAML text as they were meant, and the slips in them; what stands in long values is left alone."""
    result: list[str] = []
    slips: list[Slip] = []
    before, raw, key = "", "", "YAML"
    held = flows.going_on("")  # whether a line is of a value that goes on
    for number, line in enumerate(lines):
        if held(line) or line.lstrip(" ").startswith("#") or not line.strip(" "):
            result.append(line)
            continue
        after = next((lines[at] for at in range(number + 1, len(lines)) if lines[at].strip()), "")
        written = line
        if mends := _mends(line, _Around(before, after, raw)):
            line = mends[-1].line
            slips.append(_slip(number, mends, key))
        result.append(line)
        named = _KEY.fullmatch(line)
        key = named[3] if named else key
        before, raw = (line, written) if line else (before, raw)
        held = _held(line)
    return result, slips


def _mends(line: str, around: _Around) -> list[_Mend]:
    """What becomes of a line, one rule after the other, until none finds anything."""
    mends: list[_Mend] = []
    for _ in range(_ROUNDS):
        known = len(mends)
        for rule in _RULES:
            if (mend := rule(line, around)) and mend.line != line:
                line = mend.line
                mends.append(mend)
        if len(mends) == known:
            break
    return mends


def _slip(number: int, mends: Sequence[_Mend], above: str) -> Slip:
    """The one Slip of all that is wrong with a line below the key `above`."""
    last = mends[-1]
    key, shown = _KEY.fullmatch(last.line), last.line.strip()
    instead = last.instead if len(mends) == 1 else "写成"
    if (last.shows or len(mends) > 1) and len(shown) <= _LONGEST:
        instead = f"{instead}:{shown}"
    is_sure = all(mend.is_sure for mend in mends)
    return Slip(number, key[3] if key else above, "、".join(mend.found for mend in mends), instead, is_sure)


def _held(line: str) -> Callable[[str], bool]:
    """What tells of the lines after `line` whether they belong to its value."""
    if _BLOCK.fullmatch(line):
        indent = _indented(line)
        return lambda below: not below.strip() or _indented(below) > indent
    return flows.going_on(line)
