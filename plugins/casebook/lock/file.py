"""The lock file: plain text with one address a line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO

from casebook.model.problems import Problem, errors
from casebook.model.values import SLUG_PATTERN
from casebook.reading.cleaning import Cleaner
from casebook.reading.conflicts import conflicts, is_conflict
from casebook.reading.findings import Finding, few, problems_at

NAME = "addresses.lock"
FIELD = "地址"
LARGEST = 6 * 1024 * 1024  # bytes; some 120,000 addresses
_LONGEST = 500  # characters of an address

_HEAD = """\
# 公布过的地址,一行一个:页面,和页面里的步骤。别人的课程、文章可能链接到这里,所以只增不减。
# 由 inv lock 写。改名或删去时,旧地址写进接替它的那一页的 redirect_from(见 CONTRIBUTING.md),这里不动。
# 合并时两边的行都留下。只有从来没有发布过的地址,才可以手工删去它的一行。
"""
_ADDRESS = re.compile(rf"(?:{SLUG_PATTERN}/)+(?:#{SLUG_PATTERN})?")


@dataclass(frozen=True)
class Lock:
    """A lock file that was read: address -> line, and its Problems."""

    path: str
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_lock(path: str, data: bytes | None) -> Lock:
    """The Lock of the file at `path`; `data` is None if there is no file."""
    if data is not None and len(data) > LARGEST:
        return Lock(path, problems=(_problem(path, 1, f"超过 {LARGEST // 1024**2} MiB", "从版本库里恢复这个文件"),))
    try:
        text = (data or b"").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        assert data is not None
        line = data.count(b"\n", 0, error.start) + 1
        return Lock(path, problems=(_problem(path, line, "不是 UTF-8 文字", "从版本库里恢复这个文件"),))
    lines: dict[str, int] = {}
    cleaner = Cleaner()
    text = cleaner.clean(text.replace("\r\n", "\n").replace("\r", "\n"), 1)
    merged = errors(problems_at(path, conflicts(text)))  # the addresses of both sides count as there
    garbled = few(_read_lines(text, lines, is_merged=bool(merged)))
    problems = [*merged, *problems_at(path, cleaner.findings()), *problems_at(path, garbled)]
    if not lines and not problems:
        problems.append(_nothing(path, data))
    return Lock(path, lines, tuple(problems))


def _read_lines(text: str, lines: dict[str, int], *, is_merged: bool) -> Iterator[Finding]:
    """Add the addresses of `text` to `lines`, and yield a finding for each line that has none."""
    instead = "一行只写一个地址,像 methods/deliberation/#score;说明写在 # 后面;不记得原样就从版本库里恢复"
    for number, written in enumerate(map(str.strip, StringIO(text)), 1):
        if len(written) <= _LONGEST and _ADDRESS.fullmatch(written):
            lines.setdefault(written, number)
        elif written and not written.startswith("#") and not (is_merged and is_conflict(written)):
            yield Finding(number, FIELD, f"看不懂这一行 “{written[:60]}”", instead)


def _nothing(path: str, data: bytes | None) -> Problem:
    found = "没有这个文件" if data is None else "里面没有地址"
    instead = "新网站运行 inv lock 写一个;以前有过就从版本库里恢复,不然旧网址断了也查不出来"
    return _problem(path, 1, found, instead).model_copy(update={"severity": "warning"})


def _problem(path: str, line: int, found: str, instead: str) -> Problem:
    return Problem(path=path, line=line, field=FIELD, found=found, instead=instead)


def lost_lines(lock: Lock, before: Lock) -> Iterator[Problem]:
    """A Problem for each address of an older lock file that is no longer in the newer one."""
    instead = "把这一行写回去:公布过的地址只增不减;改名或删去时,旧地址写进接替它的那一页的 redirect_from"
    for address in sorted(before.lines.keys() - lock.lines.keys()):
        yield _problem(lock.path, 1, f"登记过的地址 {address} 不见了", instead)


def written_lock(addresses: Iterable[str]) -> str:
    """The text of a lock file."""
    return _HEAD + "".join(_lines(addresses))


def _lines(addresses: Iterable[str]) -> Iterator[str]:
    return (f"{address}\n" for address in sorted(set(addresses)))
