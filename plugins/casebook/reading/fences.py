"""Where the front matter of a file begins and ends, also where its fences are not what they should be."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from casebook.reading.findings import Finding
from casebook.reading.keys import heads, known_keys

FENCE = "---"
WRAPPED = "整个文件包在"
_FIELD = "front matter"
_NONE = "第一行写 ---,接着写 title: 等字段,再以 --- 结束;是一篇文章,就用 inv draft 写成草稿"
_LIKE_FENCE = re.compile(r"[ \t\u3000]*[-—–－﹣−_=*]{2,}[ \t\u3000]*")
_WRAPPING = re.compile(r"[ ]*(?:`{3,}|~{3,})\w*[ ]*")
_HEADING = re.compile(r"[#＃]{2,6}(?:[ \u3000]|$)")
_KEY = re.compile(r"([a-z][a-z_]*|[\u4e00-\u9fff]{2,6})[ ]*[:：]")
_NEXT = re.compile(r"title[:：]|标题[:：]")


class Fences(NamedTuple):
    """Indexes of lines: the front matter is `first` to `end`, the body `body` to `last`; and what is wrong there."""

    first: int
    end: int
    body: int
    last: int
    findings: tuple[Finding, ...] = ()


def fences(lines: Sequence[str]) -> Fences | Finding:
    """The Fences of a file; a Finding if it has no front matter."""
    top = next((at for at, line in enumerate(lines) if line.strip()), 0)
    head = lines[top]
    found: list[Finding] = []
    if _WRAPPING.fullmatch(head):
        lines = lines[: _without_closing(lines)]
        found.append(Finding(top + 1, _FIELD, f"{WRAPPED} {head.strip()} 里", "删去这一行和最后一行的 ```"))
        top, head = top + 1, lines[top + 1] if top + 1 < len(lines) else ""
    elif top:
        found.append(Finding(1, _FIELD, "--- 前面有空行", "删去空行,第一行就写 ---"))
    if head.rstrip() == FENCE:
        first = top + 1
    elif _LIKE_FENCE.fullmatch(head):
        found.append(Finding(top + 1, _FIELD, f"“{head.strip()}” 不是三个半角减号", "这一行只写 ---,前面不空格"))
        first = top + 1
    elif _is_key(head):
        found.append(Finding(top + 1, _FIELD, "少了开头的 ---", "在这一行上面加一行 ---"))
        first = top
    else:
        return Finding(1, _FIELD, "开头没有 front matter", _NONE)
    return _ended(lines, first, found)


def _ended(lines: Sequence[str], first: int, found: list[Finding]) -> Fences | Finding:
    """The Fences of a file whose front matter begins at `first`."""
    heading = next((at for at in range(first, len(lines)) if _is_of_body(lines, at)), len(lines))
    ends = (at for at in range(first, heading) if lines[at].rstrip() == FENCE)
    if (end := next(ends, None)) is not None:
        return Fences(first, end, end + 1, len(lines), tuple(found))
    like = (at for at in range(first + 1, heading) if _LIKE_FENCE.fullmatch(lines[at]))
    if (end := next(like, None)) is not None:
        wrong = Finding(end + 1, _FIELD, f"“{lines[end].strip()}” 不是三个半角减号", "这一行只写 ---,前面不空格")
        return Fences(first, end, end + 1, len(lines), (*found, wrong))
    if heading == len(lines):
        instead = "在字段之后另起一行写 ---"
        return Finding(1, _FIELD, "有开头的 ---,没有结束的 ---", instead)
    while heading > first and not lines[heading - 1].strip():
        heading -= 1
    wrong = Finding(heading, _FIELD, "字段写到这里,后面少了结束的 ---", "在这一行下面加一行 ---")
    return Fences(first, heading, heading, len(lines), (*found, wrong))


def next_file(lines: Sequence[str], start: int, last: int) -> int | None:
    """The index of the line where the front matter of another file begins, `start` to `last`; None if none does."""
    for at in range(start, last - 1):
        if _NEXT.match(lines[at]) and _is_key(lines[at + 1]):
            return at - 1 if at > start and _LIKE_FENCE.fullmatch(lines[at - 1]) else at
    return None


def _is_of_body(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a heading of the body: to YAML it is a comment, and more keys may follow until the fence."""
    if not _HEADING.match(lines[at]):
        return False
    below = next((to for to in range(at + 1, len(lines)) if lines[to].rstrip() == FENCE), at)
    return not any(_is_key(line) for line in lines[at + 1 : below])


def _without_closing(lines: Sequence[str]) -> int:
    """How many lines there are before the mark that closes what is wrapped, if there is one."""
    last = max((at for at, line in enumerate(lines) if line.strip()), default=0)
    return last if _WRAPPING.fullmatch(lines[last]) else len(lines)


def _is_key(line: str) -> bool:
    key = _KEY.match(line)
    return key is not None and (key[1] in known_keys() or key[1] in heads())
