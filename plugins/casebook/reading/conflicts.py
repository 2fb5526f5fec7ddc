"""Finds the marks that a merge leaves in a file where two versions differ."""

import re
from collections.abc import Iterator

from casebook.model.values import Severity
from casebook.reading.findings import Finding

# Seven of a sign, two more for each conflict within a conflict; a longer row of them is something else.
_MARK = re.compile(r"(?:<{7,15}|>{7,15}|\|{7,15})(?:[ \t].*)?|={7,15}[ \t]*")
_FEWEST = 7
_MOST = 12  # lines that a message names


def is_conflict(line: str) -> bool:
    """Whether a line is a mark of a conflict."""
    return _MARK.fullmatch(line) is not None


def conflicts(text: str) -> Iterator[Finding]:
    """An error that names the lines of the marks; a warning for a lone `=======`, which may have been left behind.

    Bars may be an empty row of a table, and equals signs a rule, unless the beginning or end of a conflict is there.
    """
    if not any(sign * _FEWEST in text for sign in "<>|="):
        return
    marks = [(number, line) for number, line in enumerate(text.split("\n"), 1) if is_conflict(line)]
    if any(mark[0] in "<>" for _, mark in marks):
        instead = "留下对的一份(清单两边的行都留下),再删去 <<<<<<<、|||||||、=======、>>>>>>> 开头的几行"
        yield _finding([line for line, _ in marks], "有没解决的合并冲突", instead, "error")
    elif left := [line for line, mark in marks if mark.strip() == "=" * _FEWEST]:
        instead = "是合并冲突留下的,就选对的一份,再删去这一行;是标题就写 ## 标题"
        yield _finding(left, "有只写 ======= 的行", instead, "warning")


def _finding(lines: list[int], found: str, instead: str, severity: Severity) -> Finding:
    named = "、".join(map(str, lines[:_MOST])) + ("……" if len(lines) > _MOST else "")
    return Finding(lines[0], "合并", f"{found}:第 {named} 行", instead, severity)
