"""What an author wrote for a YAML scalar, and where: YAML itself tells only what it made of it."""

import re
from collections.abc import Collection, Iterator, Sequence

import yaml
from yaml.error import Mark

from casebook.characters import joined
from casebook.reading.findings import Finding
from casebook.yamls import BaseLoader

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "N": "\x85", "L": "\u2028", "P": "\u2029"}
_MARK = "\ue000"  # marks the line ends in a scalar while it is read again; clean text has none
_COMMENT = re.compile(r"([ \t]+)(#.*)")
_ID = re.compile("[a-z0-9-]*")  # ids and truth values have no ` # ` in them
_BLANK = re.compile(r"[ \t]*$")
_KEY = re.compile(r"[a-z][a-z_]*:(?: |$)")
_LONGEST = 60  # characters of a line that a message repeats
BLOCKS = ("|", ">")
NOTHING = frozenset(("~", "null", "Null", "NULL"))  # what other readers of YAML take for no value


def marks(event: yaml.Event) -> tuple[Mark, Mark]:
    """Where an event starts and ends in the text; lines, columns and indexes count from 0."""
    return event.start_mark, event.end_mark  # type: ignore[return-value]  # None alone where there is no text


def as_written(event: yaml.ScalarEvent, lines: Sequence[str], by_comments: Collection[int] = ()) -> str | None:
    """The text of a scalar that is a piece of one line, in which YAML changed nothing; None of any other.

    It is as clean as the text that it was cut from. `by_comments` are lines in or below which a comment may stand.
    """
    start, end = marks(event)
    if end.line != start.line or event.style in BLOCKS:
        return None
    if event.style:
        is_changed = event.style == '"' and "\\" in lines[start.line]
    else:
        is_changed = start.line in by_comments or event.value in NOTHING
    return None if is_changed else event.value


def line_of_escape(char: str, event: yaml.ScalarEvent, lines: Sequence[str]) -> int:
    """The line (from 0) of the escape that stands for `char` in a scalar."""
    start, end = marks(event)
    for number in range(start.line, end.line + 1):
        if any(_meant(m) == char for m in _ESCAPE.finditer(lines[number])):
            return number
    return start.line


def _meant(escape: re.Match[str]) -> str:
    digits = escape[1] or escape[2] or escape[3]
    return chr(int(digits, 16)) if digits else _SHORT.get(escape[4], escape[4])


def one_line(event: yaml.ScalarEvent, text: str) -> str | None:
    """A scalar of the YAML `text` on one line, its lines joined as those of Markdown; None if that cannot be told.

    YAML folds a line end to a space, which Chinese does without: 2013年 成立. So the scalar is read again by itself,
    with a mark at each line end.
    """
    start, end = marks(event)
    if start.line == end.line or not event.value:
        return _joined(event.value)
    is_block = event.style in BLOCKS
    first, *more = text[start.index : end.index].split("\n")
    last = [] if is_block else [more.pop()]
    mark = _marked_block if is_block else _marked
    marked = "\n".join([first if is_block else mark(first), *map(mark, more), *last])
    value = yaml.load(marked, Loader=BaseLoader)  # noqa: S506 - the base loader makes strings alone
    if not isinstance(value, str) or value.replace(_MARK, "") != event.value:
        return None
    return _joined(value.replace(f"{_MARK} ", "\n").replace(_MARK, ""))


def _joined(value: str) -> str:
    """A value on one line; paragraphs are none here, and an escape may stand for a line end."""
    return joined(re.sub(r"[ \t]*[\r\n]+", "\n", value).strip("\n")) if re.search(r"[\r\n]", value) else value


def _marked_block(line: str) -> str:
    """A line of a block, where blanks at the end are part of the text, with a mark."""
    return line + _MARK if line.strip() else line


def _marked(line: str) -> str:
    """A line with a mark at its end, if it has words; a backslash there joins it to the next without a space."""
    bare = line.rstrip(" \t")
    is_joined = (len(bare) - len(bare.rstrip("\\"))) % 2
    return bare + _MARK if bare and not is_joined else line


def words(event: yaml.ScalarEvent, text: str, lines: Sequence[str]) -> str:
    """What was meant by a scalar of the YAML `text`: on one line, and with what a ` #` cut off."""
    value = one_line(event, text)
    space, comment = _comment_after(event, lines)
    value = joined(event.value) if value is None else value
    return f"{value}{space}{comment}".strip() if _is_cut(comment) else value


def remarks(event: yaml.ScalarEvent, text: str, lines: Sequence[str]) -> Iterator[Finding]:
    """What YAML dropped or bent in a scalar; lines count from 0, and the field is left open."""
    start, end = marks(event)
    value = one_line(event, text)
    space, comment = _comment_after(event, lines)
    if not event.style and event.value in NOTHING:
        instead = f"没有就不写这一项;真的是这个词就加英文引号:{quoted(event.value)}"
        yield Finding(start.line, "", f"“{event.value}” 在 YAML 里是“没有”", instead)
    if _is_cut(comment):
        instead = f"是内容就给整个值加英文引号:{quoted(words(event, text, lines))};是注释就在 # 后空一格"
        yield Finding(end.line, "", f"“{comment[:_LONGEST]}” 前面有空格,成了注释", instead)
    elif len(space) == 1 and not _ID.fullmatch(event.value):
        instead = "是内容就给整个值加英文引号;是注释就在 # 前空两格"
        yield Finding(end.line, "", f"“{comment[:_LONGEST]}” 是注释,没有读", instead, "warning")
    if comment := _comment_below(event, lines):
        instead = "是上一行的内容就给整个值加英文引号;是注释就在 # 后空一格"
        yield Finding(end.line + 1, "", f"“{comment[:_LONGEST]}” 是注释,没有读", instead, "warning")
    if line := _swallowed(event, text):
        instead = "列表从键的下一行写起" if not event.style else "引号成对:在前一行的末尾补上引号"
        yield Finding(start.line, "", f"下一行 “{line[:_LONGEST]}” 成了这一项的文字", instead)
    if value is None:
        yield Finding(start.line, "", f"{event.style} 后面的数字看不懂", f"只写 {event.style},下一行起缩进")


def _comment_after(event: yaml.ScalarEvent, lines: Sequence[str]) -> tuple[str, str]:
    """The space and the comment after a plain scalar; empty if there is none.

    In a list in brackets it is no longer than the item would be: all that follows is lost with it.
    """
    start, end = marks(event)
    found = _COMMENT.match(lines[end.line], end.column) if not event.style and end.line < len(lines) else None
    if not found:
        return "", ""
    is_within = re.search(r"[\[{]", lines[start.line][: start.column])
    return found[1], re.split(r"[,\]}]", found[2])[0] if is_within else found[2]


def _is_cut(comment: str) -> bool:
    """Whether a comment looks like text: with a word right after its sign."""
    return comment[1:2] not in ("", " ", "\t", "#", "!")


def _comment_below(event: yaml.ScalarEvent, lines: Sequence[str]) -> str:
    """The comment that stands below a plain scalar like the next line of it (`#2 期`); empty if there is none."""
    start, end = marks(event)
    if event.style or not event.value or end.line + 1 >= len(lines) or not _BLANK.match(lines[end.line], end.column):
        return ""
    indent = len(lines[start.line]) - len(lines[start.line].lstrip(" -"))
    found = re.fullmatch(r"( +)(#.*)", lines[end.line + 1])
    is_below = found and _is_cut(found[2]) and len(found[1]) >= indent + (start.column > indent)
    return found[2] if found and is_below else ""


def _swallowed(event: yaml.ScalarEvent, text: str) -> str:
    """The line in a scalar that was meant to be none of it: a key in quotes, an item in words; else empty."""
    start, end = marks(event)
    if start.line == end.line or event.style in BLOCKS:
        return ""
    head, *more = text[text.rfind("\n", 0, start.index) + 1 : end.index].split("\n")
    indent = len(head) - len(head.lstrip(" "))
    for line in more:
        bare = line.lstrip(" ")
        is_key = event.style and len(line) - len(bare) <= indent and _KEY.match(bare)
        if is_key or (not event.style and bare.startswith("- ")):
            return bare
    return ""


def quoted(text: str) -> str:
    """`text` as a scalar that YAML reads as it is written."""
    if re.search(r'["\\]', text):
        return "'{}'".format(text.replace("'", "''"))
    return f'"{text}"'
