"""The one policy for characters: which a text may hold, which are left out or folded, and how any text is printed.

A reader sees none of the characters named here, or sees something else than what is counted and searched: `5\\u200b7`
looks like 57, `\\u202e57` like 75, `⼗` like 十.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Kind:
    """Characters of which one thing is said: what is `found`, and what to write `instead`.

    `ranges` is the inside of a regular expression's set. Text goes on with `replacement` in the place of each, which is
    empty for those left out; None stands for the ordinary character that looks the same.
    """

    found: str
    instead: str
    ranges: str
    replacement: str | None = ""
    refused: bool = True


class Edit(NamedTuple):
    """Characters `start` to `end` of a text (half open) that are to be `text` instead, and why."""

    start: int
    end: int
    text: str
    kind: Kind | None = None  # None: looks the same as before to everybody, and is not worth a word


PASTED = "删去它(多半是从别处粘贴来的)"

CONTROLS = Kind("控制字符", PASTED, r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f")
BREAKS = Kind("不可见的换行符", "删去它,要换行就按回车", r"\x0b\x0c\x85\u2028\u2029", " ")
BACKWARDS = Kind("让文字从右向左显示的字符", f"{PASTED};数字会倒过来显示", r"\u061c\u200f\u202b\u202e\u2067")
PRIVATE = Kind(
    "私用区字符",
    "改成普通文字(行首的项目符号写成 - 加空格);各人的电脑上显示得不一样",
    r"\ue000-\uf8ff\U000f0000-\U0010ffff",
)
LOST = Kind(
    "乱码",
    "对照原文重写:原来的字已经丢了",
    r"\ufffd\ufdd0-\ufdef\ud800-\udfff" + "".join(chr(p << 16 | 0xFFFE) + chr(p << 16 | 0xFFFF) for p in range(15)),
)
STRUCK = Kind(
    "加在数字或汉字上的组合符号",
    "删去它;划掉的字不要留在文中",
    r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20e2\u20e4-\u20ff\ufe20-\ufe2f",
)
# Soft hyphen, what joins or parts letters, marks from left to right, invisible operators, notes between lines, tags.
HIDDEN = Kind(
    "看不见的字符,读的时候已略去",
    PASTED,
    r"\xad\u034f\u17b4\u17b5\u180b-\u180f\u200b-\u200e\u202a\u202c\u202d\u2060-\u2066\u2068-\u206f\ufeff\ufff0-\ufffc"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ufe00-\ufe0f",
    refused=False,
)
BLANKS = Kind(
    "看上去是空白的字符,读的时候已当作空格(汉字之间的略去)",
    "删去它(多半是从别处粘贴来的);要空一格就按空格键",
    r"\xa0\u115f\u1160\u1680\u2000-\u200a\u202f\u205f\u2800\u3164\uffa0",
    " ",
    refused=False,
)
# As text that is copied from a PDF has them: they look like words, and no search finds them.
RADICALS = Kind(
    "部首或兼容汉字,已换成普通汉字",
    "改成普通汉字",
    r"\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f",
    replacement=None,
    refused=False,
)
# As some keyboards write them in Chinese: ４８名 reads as 48名, and stands beside it on one page.
WIDE_DIGITS = Kind("全角的数字,已换成半角的", "改成半角的数字", r"\uff10-\uff19", replacement=None, refused=False)

KINDS = (CONTROLS, BREAKS, BACKWARDS, PRIVATE, LOST, STRUCK, HIDDEN, BLANKS, RADICALS, WIDE_DIGITS)
_FOLDED = f"[{RADICALS.ranges}{WIDE_DIGITS.ranges}]"

# What NFKC does not know of the radicals supplement: the words that simplified and traditional radicals look like.
_SUPPLEMENT = str.maketrans(
    "⺁⺄⺆⺈⺊⺌⺍⺒⺓⺛⺜⺝⺞⺠⺢⺧⺩⺪⺫⺬⺶⺼⺽⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
    "厂乙冂刀卜小小巳幺旡日月歺民氺牛王疋目示羊月臼虎西见角贝车長镸长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
)
# Symbols that a variation selector makes pictures, and that a joiner makes one picture: ❤️, 👩‍💻.
_PICTURES = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    r"\U0001f000-\U0001faff"
)
# Mongolian letters have their own selectors.
_DRAWN = "|".join(
    (
        r"(?<=[\u1820-\u18aa])[\u180b-\u180f]",
        rf"(?<=[{_PICTURES}])[\ufe0e\ufe0f]",
        r"\ufe0f(?=\u20e3)",
        rf"(?<=[{_PICTURES}\ufe0f])\u200d(?=[{_PICTURES}])",
    )
)
_ODD = re.compile(
    rf"(?P<drawn>{_DRAWN})"
    + rf"|(?<=[0-9０-９\u2e80-\u9fff\uf900-\ufaff])(?P<k{KINDS.index(STRUCK)}>[{STRUCK.ranges}]+)"
    + "".join(f"|(?P<k{at}>[{kind.ranges}])" for at, kind in enumerate(KINDS) if kind is not STRUCK)
)

# A text of these alone has nothing odd and nothing to compose, and most texts have no others.
COMMON = r"\t\n -~\xa1-\xac\xae-\xff\u2010-\u2027\u2190-\u2193\u3000-\u3029\u3400-\u9fff\uff01-\uff0f\uff1a-\uff5e"
_UNCOMMON = re.compile(f"[^{COMMON}]")
_SUSPECT = re.compile(f"[{''.join(kind.ranges for kind in KINDS)}]")  # one look tells that most texts have none

_IN_CHINESE = re.compile(rf"[\u3400-\u9fff][{BLANKS.ranges}](?=[\u3400-\u9fff])")  # where a blank parts no words

_NAMES = {
    "\x00": "空字符",
    "\x0b": "垂直制表符",
    "\x0c": "换页符",
    "\x1b": "ESC",
    "\x85": "下一行",
    "\xa0": "不换行空格",
    "\xad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u200e": "从左向右标记",
    "\u200f": "从右向左标记",
    "\u2028": "行分隔符",
    "\u2029": "段落分隔符",
    "\u202c": "方向控制结束",
    "\u202e": "强制从右向左",
    "\u2060": "词连接符",
    "\u3164": "韩文填充符",
    "\ufeff": "字节顺序标记",
    "\ufffc": "对象占位符",
    "\ufffd": "替换字符",
}

_BROKEN = "".join(kind.ranges for kind in KINDS if kind not in (BLANKS, RADICALS, STRUCK, WIDE_DIGITS))
# Not for a terminal or a workflow's log. `::` at the start of a line and `##[` anywhere speak to the workflow.
_UNPRINTABLE = re.compile(rf"(?P<drawn>{_DRAWN})|(?P<spoken>^\s*:(?=:)|##(?=\[))|[\t\n\r{_BROKEN}]")
_IN_JSON = re.compile(rf"[{_BROKEN}]|#(?=#\[)")

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


def edits(text: str) -> Iterator[Edit]:
    """What is to be changed in `text`, from its start to its end; each place once."""
    if not _UNCOMMON.search(text):
        return
    composed = () if unicodedata.is_normalized("NFC", text) else _composed(text)
    yield from sorted((*_odd(text), *composed))


def _odd(text: str) -> Iterator[Edit]:
    if not _SUSPECT.search(text):
        return
    for m in _ODD.finditer(text):
        if m.lastgroup == "drawn":
            continue
        kind = KINDS[int(str(m.lastgroup)[1:])]
        new = folded(m[0]) if kind.replacement is None else kind.replacement
        if kind is BLANKS and _IN_CHINESE.match(text, m.start() - 1):
            new = ""
        if new != m[0]:
            yield Edit(*m.span(), new, kind)


def _composed(text: str) -> Iterator[Edit]:
    """The letters that are written in parts (é as e and its accent), as file names of some systems have them."""
    for m in re.finditer(r"[^\W_][\u0300-\u036f\u3099\u309a]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?", text):
        new = unicodedata.normalize("NFC", m[0])
        if new != m[0] and not _ODD.search(m[0]):
            yield Edit(*m.span(), new)


def folded(text: str) -> str:
    """`text` with the ordinary characters in the place of radicals, compatibility ideographs and wide digits."""
    return re.sub(_FOLDED, lambda m: unicodedata.normalize("NFKC", m[0]), text.translate(_SUPPLEMENT))


def changed(text: str, changes: Iterable[Edit]) -> str:
    """`text` after `changes`, which stand in order."""
    pieces, at = [], 0
    for edit in changes:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*pieces, text[at:]))


def named(char: str) -> str:
    """A character as a message names it: code point, and name or look."""
    code = f"U+{ord(char):04X}"
    if re.match(_FOLDED, char):
        return f"{char}({code})应为 {folded(char)}"
    return f"{code} {_NAMES.get(char) or unicodedata.name(char, '').lower()}".strip()


def shown(text: str) -> str:
    """One line of `text` for a terminal or log: what would move the cursor or speak to a workflow is written out."""
    return _UNPRINTABLE.sub(_written_out, text)


def _written_out(m: re.Match[str]) -> str:
    if m["drawn"]:
        return m[0]
    return f"{m[0][:-1]}\\{m[0][-1]}" if m["spoken"] else ascii(m[0])[1:-1]


def json_text(value: object, indent: int | None = None) -> str:
    """`value` as JSON that may be printed: what `shown` writes out is escaped, and reads as the same text."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _IN_JSON.sub(lambda m: json.dumps(m[0])[1:-1] if m[0] != "#" else "\\u0023", text)


def joined(text: str) -> str:
    """`text` on one line: its line breaks are removed next to Chinese characters, and are a space elsewhere."""
    first, *lines = text.split("\n")
    pieces = [first]
    for line in lines:
        before, after = pieces[-1].rstrip(" \t"), line.lstrip(" \t")
        is_wide = _WIDE.match(before[-1:]) or _WIDE.match(after[:1])
        pieces[-1:] = [before, "" if is_wide else " ", after]
    return "".join(pieces)


def letters(text: str) -> int:
    """How many letters and digits tell `text` from others; a Chinese character counts for two."""
    counted = unicodedata.normalize("NFKC", "".join(filter(str.isalnum, text)))
    return len(counted) + len(_WIDE.findall(counted))
