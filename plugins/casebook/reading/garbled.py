"""Says what is wrong with a line that YAML cannot read, and how it is written."""

import re
from collections.abc import Sequence

import yaml

from casebook.reading.keys import known_keys
from casebook.reading.scalars import quoted

_PARTS = re.compile(r"(\s*(?:- +)*(?:[^\s:\[{\"'][^:\[{\"']*:[ \t]+)?)(.*)")
_LONGEST = 60  # characters of the line that a message repeats

_QUOTE = "整个值加英文引号:{quoted}"
# what the value looks like -> what is wrong, and what to write
_VALUES = (
    (r"""(?:"[^"]*"|'[^']*')\s*\S""", "引号后面还有字", f"引号是内容,就{_QUOTE}"),
    (r'"[^"]*\\', "双引号里的反斜杠另有意思", "把两头的双引号换成单引号"),
    (r"""["']""", "引号没有成对", "补上收尾的引号"),
    (r"\[[^\[\]]*\]\s*[^\s#]|\{[^{}]*\}\s*[^\s#]", "括号后面还有字", f"括号是内容,就{_QUOTE}"),
    (r"\[[^\[\]]*\]$|\{[^{}]*\}$", "括号里有读不懂的值", "里面含 : # 和引号的值,各加英文引号"),
    (r"\[|\{", "括号没有成对", f"补上收尾的括号,里面有标点的词各加英文引号;括号是内容,就{_QUOTE}"),
    (r"- ", "列表和键写在一行", f"列表从键的下一行写起;是内容就{_QUOTE}"),
    (r"[@`%*&!|>?]|[\])},]", "开头的 “{value[0]}” 另有意思", _QUOTE),
    (r".*:(?:\s|$)", "值里有 “: ”", _QUOTE),
    (r"", "", "检查缩进、冒号后的空格、引号和方括号是否成对;含有 : # [ ] {{ }} 的值请加英文引号"),
)
_LINES = (
    (r"[ ]*\t", "缩进用了制表符(Tab)", "缩进只用空格"),
    (r"\s*[\u00a0\u3000\u2000-\u200a]", "缩进用了全角或特殊的空格", "缩进只用半角空格"),
    (r"\s*(?:- )?[a-z][a-z_]*:[^\s:/]", "冒号后面少了空格", "冒号后面空一格"),
)
_SECOND = re.compile(rf"[^\"'\[{{].*?[\s,，;；]({'|'.join(sorted(known_keys(), key=len, reverse=True))}): ")
_UNSPACED = re.compile(_LINES[-1][0])  # YAML takes it for words, and stops at the next line


def place(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> int:
    """The line (from 0) that an error is about: where what never ends begins, else where reading stopped."""
    begins = re.search("scanning|flow", error.context or "")
    mark = (begins and error.context_mark) or error.problem_mark or error.context_mark
    number = min(mark.line if mark else 0, len(lines) - 1)
    return number - 1 if number and _UNSPACED.match(lines[number - 1]) else number


def told(line: str) -> tuple[str, str]:
    """What is wrong with a line, and what to write instead."""
    parts = _PARTS.fullmatch(line)
    head, value = (parts[1], parts[2].strip()) if parts else ("", line.strip())
    if second := _SECOND.match(value):
        return f"读不懂这一行:{line.strip()[:_LONGEST]}(一行里有两个键)", f"“{second[1]}:” 另起一行写"
    kinds = [row for row in _LINES if re.match(row[0], line)] + [row for row in _VALUES if re.match(row[0], value)]
    _, what, instead = kinds[0]
    reason = f"({what.format(value=value)})" if what else ""
    whole = f"{head.strip()} {quoted(value if len(value) < _LONGEST else '……')}".strip()
    return f"读不懂这一行:{line.strip()[:_LONGEST] or '(空行)'}{reason}", instead.format(quoted=whole)
