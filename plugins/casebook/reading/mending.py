"""Mends in a file what is wrong with exactly one right answer, and nothing else: `check --fix`.

Line ends, comments, quotation marks and the order of items stay as they are. What may be meant in two ways is left to
its author.
"""

import re
from collections.abc import Iterator, Sequence

from casebook.characters import BLANKS, HIDDEN, RADICALS, WIDE_DIGITS, changed, edits, named
from casebook.locators import meant
from casebook.reading.conflicts import is_conflict
from casebook.reading.fences import FENCE, WRAPPED, Fences, fences, next_file
from casebook.reading.findings import Finding
from casebook.reading.key_order import ordered
from casebook.reading.slips import mended as without_slips

_ROUNDS = 3  # what is mended on one line may tell how another was meant
_BOM = "\ufeff"
_KINDS = (HIDDEN, BLANKS, RADICALS, WIDE_DIGITS)
_END = re.compile(r"(\r\n|\r|\n)")
_LOCATOR = re.compile(r"(\blocator:[ ]+)([^,}\n#]*[^,}\s#])")


def mended(data: bytes, *, is_entry: bool) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of a file as they should be, and what was changed on which of its lines; as they are if unreadable.

    `is_entry` tells that a front matter stands before its text; else all of it is YAML.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, ()
    if any(map(is_conflict, text.splitlines())):
        return data, ()
    file = _File(text)
    file.clean()
    if not is_entry:
        file.mend(0, len(file.lines))
    elif isinstance(found := fences(file.lines), Fences) and next_file(file.lines, found.body, found.last) is None:
        file.mend(found.first, found.end)
        file.order(found.first, found.end)
        file.fence(found)
    return file.text().encode(), tuple(sorted(file.changes))


class _File:
    """The lines of a file, their ends, and what was changed in them; their numbers are those of the file as it was."""

    def __init__(self, text: str) -> None:
        parts = _END.split(text)
        self.lines, self.ends = parts[::2], [*parts[1::2], ""]
        self.numbers = list(range(1, len(self.lines) + 1))
        self.changes: list[Finding] = []

    def text(self) -> str:
        return "".join(f"{line}{end}" for line, end in zip(self.lines, self.ends, strict=True))

    def note(self, at: int, field: str, found: str, done: str) -> None:
        self.changes.append(Finding(self.numbers[at], field, found, done, "warning"))

    def clean(self) -> None:
        """Take out what nobody sees, and write what looks like an ordinary character as one."""
        if self.lines[0].startswith(_BOM):
            self.lines[0] = self.lines[0].lstrip(_BOM)
            self.note(0, "文件", "开头有看不见的 U+FEFF(BOM,字节顺序标记)", "已删去")
        for at, line in enumerate(self.lines):
            odd: dict[str, None] = {}
            while changes := [edit for edit in edits(self.lines[at]) if edit.kind in _KINDS]:
                odd.update(dict.fromkeys(char for edit in changes for char in self.lines[at][edit.start : edit.end]))
                self.lines[at] = changed(self.lines[at], changes)
            if line != self.lines[at] and odd:
                self.note(at, "字符", f"有 {'、'.join(map(named, odd))}", "已换成普通字符,看不见的已删去")

    def mend(self, first: int, end: int) -> None:
        """Mend the slips of the pen in YAML."""
        for _ in range(_ROUNDS):
            meant_lines, slips = without_slips(self.lines[first:end])
            sure = [slip for slip in slips if slip.is_sure]
            for slip in sure:
                self.lines[first + slip.line] = meant_lines[slip.line]
                self.note(first + slip.line, slip.field, slip.found, f"已改成 {meant_lines[slip.line].strip()}")
            if not sure:
                break
        for at in range(first, end):
            self.lines[at] = _LOCATOR.sub(lambda match, at=at: self._located(match, at), self.lines[at])

    def _located(self, match: re.Match[str], at: int) -> str:
        place = meant(match[2])
        if place is None or place == match[2]:
            return match[0]
        self.note(at, "locator", f"“{match[2]}” 不是这里的写法", f"已改成 {place}")
        return f"{match[1]}{place}"

    def order(self, first: int, end: int) -> None:
        """Put the keys of a front matter in order, each with its comments."""
        moved = ordered(self.lines[first:end])
        if moved is None:
            return
        self.note(
            first + min(moved), "front matter", "字段的顺序和别的案例不一样", "已按 title、title_en、summary…… 排好"
        )
        self.lines[first:end] = [self.lines[first + at] for at in moved]
        self.numbers[first:end] = [self.numbers[first + at] for at in moved]

    def fence(self, found: Fences) -> None:
        """Write the fences of a front matter as three hyphens, on lines of their own, the first of the file."""
        if any(one.found.startswith(WRAPPED) for one in found.findings):
            return
        newline = next((end for end in self.ends if end), "\n")
        if found.end == found.body:
            self.note(found.end - 1, "front matter", "后面少了结束的 ---", "已加上一行 ---")
            self._insert(found.end, newline)
        elif self.lines[found.end] != FENCE and self.lines[found.end].rstrip() != FENCE:
            self.note(found.end, "front matter", f"“{self.lines[found.end].strip()}” 不是三个半角减号", "已改成 ---")
            self.lines[found.end] = FENCE
        above = found.first - 1
        if above >= 0 and self.lines[above].strip() and self.lines[above].rstrip() != FENCE:
            self.note(above, "front matter", f"“{self.lines[above].strip()}” 不是三个半角减号", "已改成 ---")
            self.lines[above] = FENCE
        if above < 0 or not self.lines[above].strip():
            self.note(found.first, "front matter", "少了开头的 ---", "已加上一行 ---")
            self._insert(found.first, newline)
        self._drop_blanks()

    def _insert(self, at: int, newline: str) -> None:
        self.lines.insert(at, FENCE)
        self.ends.insert(at, newline)
        self.numbers.insert(at, self.numbers[min(at, len(self.numbers) - 1)])

    def _drop_blanks(self) -> None:
        blanks = next((at for at, line in enumerate(self.lines) if line.strip()), 0)
        if blanks:
            self.note(0, "front matter", "--- 前面有空行", "已删去")
            del self.lines[:blanks], self.ends[:blanks], self.numbers[:blanks]


def in_words(changes: Sequence[Finding], path: str) -> Iterator[str]:
    """A line for each change of a file."""
    return (f"{path}:{one.line} {one.field}: {one.found}; {one.instead}" for one in changes)
