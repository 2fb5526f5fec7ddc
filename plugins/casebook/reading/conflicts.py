"""Finds the marks that a merge leaves in a file where two versions differ."""

import re
from collections.abc import Iterator

from casebook.reading.findings import Finding

# Seven of a sign, two more for each conflict within a conflict; a longer row of them is something else.
_MARK = re.compile(r"(?:<{7,15}|>{7,15}|\|{7,15})(?:[ \t].*)?|={7,15}[ \t]*")
_MOST = 12  # lines that a message names


def is_conflict(line: str) -> bool:
    """Whether a line is a mark of a conflict."""
    return _MARK.fullmatch(line) is not None


def conflicts(text: str) -> Iterator[Finding]:
    """An error that names the lines of the marks; a warning for a lone `=======`, which may have been left behind.

    Bars may be an empty row of a table, and equals signs a rule, unless the beginning or end of a conflict is there.
    """
    marks = [(number, line) for number, line in enumerate(text.split("\n"), 1) if is_conflict(line)]
    if any(mark[0] in "<>" for _, mark in marks):
        lines = "、".join(str(line) for line, _ in marks[:_MOST]) + ("……" if len(marks) > _MOST else "")
        found = f"有没解决的合并冲突:第 {lines} 行"
        instead = "留下对的一份(清单两边的行都留下),再删去 <<<<<<<、|||||||、=======、>>>>>>> 开头的几行"
        yield Finding(marks[0][0], "合并", found, instead)
        return
    for line, mark in marks:
        if mark.strip() == "=" * 7:
            instead = "是合并冲突留下的,就选对的一份,再删去这一行;是标题就写 ## 标题"
            yield Finding(line, "合并", "有一行 =======", instead, "warning")
