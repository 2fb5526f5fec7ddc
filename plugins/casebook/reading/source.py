"""Decodes the bytes of a content file and splits them into front matter and body."""

import html
import re
import string
from dataclasses import dataclass

from casebook.model.problems import Problem
from casebook.reading.bounds import LARGEST, LARGEST_ENTRY
from casebook.reading.cleaning import Cleaner
from casebook.reading.conflicts import conflicts
from casebook.reading.fences import fences, next_file
from casebook.reading.findings import Finding, few, problems_at
from casebook.reading.foreign import disguised

FIELD = "文件"
_BOM = b"\xef\xbb\xbf"
_WITHOUT_BOM = "另存为 “UTF-8(无 BOM)”,或运行 inv check --fix"
_ENTITY = re.compile(r"\\.|&#?\w{1,32};", re.DOTALL)  # or what is escaped


@dataclass(frozen=True)
class Parts:
    """Front matter and body as text, with the lines of the file (from 1) that they begin on.

    Entities are resolved; `problems` are those of the characters that they stand for.
    """

    front: str
    front_line: int
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file with `\\n` line ends and clean characters, None if it cannot be read, and its Problems."""
    if (wrong := _unreadable(data, path)) is not None:
        return None, tuple(problems_at(path, [wrong]))
    bom = [Finding(1, FIELD, "开头有看不见的 U+FEFF(BOM,字节顺序标记)", _WITHOUT_BOM)] if data.startswith(_BOM) else []
    try:
        text = re.sub(rb"^(?:\xef\xbb\xbf)+", b"", data).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found, instead = f"不是 UTF-8(字节 0x{data[error.start]:02x})", "在编辑器里另存为 UTF-8,不要用 GBK"
        return None, tuple(problems_at(path, [Finding(line, FIELD, found, instead)]))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    merged = tuple(problems_at(path, few(conflicts(text))))
    if any(problem.severity == "error" for problem in merged):
        return None, merged  # the rest is two files in one
    cleaner = Cleaner()
    return cleaner.clean(text, 1), (*merged, *problems_at(path, [*bom, *cleaner.findings()]))


def _unreadable(data: bytes, path: str) -> Finding | None:
    largest = LARGEST_ENTRY if path.endswith(".md") else LARGEST
    if len(data) > largest:
        return Finding(1, FIELD, f"超过 {largest // 1024} KiB", "一个文件只写一个案例或方法;大表格请另存,正文写结论")
    if not data.strip():
        return Finding(1, FIELD, "是空文件", "用 inv new case <文件名> 生成模板再填写")
    wrong = disguised(data)
    return Finding(1, FIELD, wrong.found, wrong.instead) if wrong else None


def split(text: str, path: str) -> Parts | Problem:
    """The front matter and body of a clean `text`, or a Problem if there is no front matter."""
    lines = text.split("\n")
    found = fences(lines)
    if isinstance(found, Finding):
        return next(problems_at(path, [found]))
    findings = [*found.findings]
    other = next_file(lines, found.body, found.last)
    if other is not None:
        instead = "一个文件只写一个案例:从这一行起剪下来,另存成 cases 里的一个文件"
        findings.append(Finding(other + 1, "文件", "从这里起是另一个案例", instead))
    written, cleaner = "\n".join(lines[found.body : found.last if other is None else other]), Cleaner()
    resolved = _ENTITY.sub(_resolved, written) if "&" in written else written
    clean = resolved if resolved == written else cleaner.clean(resolved, found.body + 1)
    problems = tuple(problems_at(path, [*findings, *cleaner.findings()]))
    return Parts("\n".join(lines[found.first : found.end]), found.first + 1, clean, found.body + 1, problems)


def _resolved(entity: re.Match[str]) -> str:
    """The text of an entity: never a line break; a mark of Markdown is escaped, since it stands for itself."""
    if entity[0].startswith("\\"):
        return entity[0]
    text = re.sub(r"[\r\n]", " ", html.unescape(entity[0])) or "\ufffd"  # a control is none to HTML
    return f"\\{text}" if text in string.punctuation else text
