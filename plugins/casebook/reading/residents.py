"""Names of residents and telephone numbers, which no page shows: a warning, since only a person can tell."""

import re
from collections.abc import Iterator

from casebook.reading.findings import Finding
from casebook.reading.markup import Document
from casebook.reading.persons import is_name, names

_NAME = "姓名"
_NUMBERS = (
    (re.compile(r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"), "电话"),
    (re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"), "证件号"),
)
_INSTEAD = {
    _NAME: "写身份,不写姓名:一位居民、一位长者、志愿者;公开任职的人写职务;是品牌的名称就留着",
    "电话": "删去号码;要留联系办法就写机构的名称",
    "证件号": "删去号码",
}
_MOST = 10  # of one file


def told_by(words: str, line: int, field: str) -> Iterator[Finding]:
    """A warning for each name in a line that tells who told something, also one that is the whole of it."""
    for start, end in [(0, len(words))] if is_name(words) else names(words):
        yield _finding(line, field, words[start:end], _NAME)


def findings(document: Document) -> Iterator[Finding]:
    """A warning for each name of a resident, and for each number by which one can be reached."""
    seen: set[str] = set()
    for start, end, what in _found(document.text):
        words = document.text[start:end]
        if words not in seen and len(seen) < _MOST:
            seen.add(words)
            yield _finding(document.line_at(start), what, words, what)


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    yield from ((*span, _NAME) for span in names(text))
    for pattern, what in _NUMBERS:
        yield from ((*match.span(), what) for match in pattern.finditer(text))


def _finding(line: int, field: str, words: str, what: str) -> Finding:
    found = f"“{words}” 像是居民的姓名" if what == _NAME else f"“{words}” 像是个人的{what}"
    return Finding(line, field, found, _INSTEAD[what], "warning")
