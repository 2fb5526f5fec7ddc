"""Signs of a text that a reader of simplified Chinese does not expect: traditional characters, little pictures."""

import re
from collections.abc import Iterator

from casebook.reading.findings import Finding
from casebook.reading.source import Parts
from casebook.traditional import pairs, traditional

_FIELD = "字符"
_PICTURE = re.compile(r"[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u26ff\u2700-\u2712\u2715\u2716\u2719-\u27bf]")
_SENTENCE = re.compile(r"(?:title|summary|[ ]*(?:- )?(?:text|why)|[ ]*- \{kind):")
_MOST = 6  # signs, and lines, that a message names


def findings(parts: Parts) -> Iterator[Finding]:
    """A warning for traditional characters, and one for pictures, with the lines that have them.

    In the front matter sentences alone count: of an unknown term there is a message already.
    """
    front = [line if _SENTENCE.match(line) else "" for line in parts.front.split("\n")]
    between = [""] * (parts.body_line - parts.front_line - len(front))
    text = "\n".join([*[""] * (parts.front_line - 1), *front, *between, parts.body])
    if found := traditional(text):
        signs = [f"{one[0]}(应为 {pairs()[one[0]]})" for one in found]
        yield _finding(text, [one.start() for one in found], signs, "有繁体字", "改成简体字;人名、书名用的可以留着")
    if found := [*_PICTURE.finditer(text)]:
        instead = "删去它,用文字说;有的手机显示不出,读屏软件会念成别的"
        yield _finding(text, [one.start() for one in found], [one[0] for one in found], "有表情符号", instead)


def _finding(text: str, offsets: list[int], signs: list[str], found: str, instead: str) -> Finding:
    lines = [*dict.fromkeys(text.count("\n", 0, offset) + 1 for offset in offsets)]
    different = [*dict.fromkeys(signs)]
    more = f" 等 {len(different)} 个" if len(different) > _MOST else ""
    where = f";第 {'、'.join(map(str, lines[:_MOST]))} 行" if len(lines) > 1 else ""
    return Finding(lines[0], _FIELD, f"{found}:{'、'.join(different[:_MOST])}{more}{where}", instead, "warning")
