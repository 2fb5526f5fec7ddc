"""What a page shows otherwise than the preview of a body on GitHub, or as text where a mark was meant.

Each row names one such thing, and what to write instead. Words that GitHub strikes out or leaves out are errors: their
figures would be counted here.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from casebook.model.values import Severity
from casebook.reading.findings import Finding
from casebook.reading.markup import Document

_LONGEST = 30  # characters of what was found in a message
_LONGEST_TITLE = 20  # characters of a bold line that looks like a heading


class _Row(NamedTuple):
    """What is said of words: `found` holds them as {}."""

    found: str
    instead: str
    severity: Severity = "warning"
    field: str = "正文"


# what the reading of blocks and of emphasis noted: kind -> what is said of it
_NOTED = {
    "code": _Row("“{}” 前面有四个以上的空格", "删去行首的空格;在代码托管网站的预览里它会变成代码"),
    "fence": _Row("“{}” 会显示成文字", "正文里没有代码;删去这一行"),
    "underline": _Row("“{}” 紧跟在一段文字下面", "分隔线上面空一行,标题写成 ## 标题;在预览里上一行会变成标题"),
    "start": _Row("“{}” 会变成列表的编号", "不是列表就写成 1\\. 的样子(点前加反斜杠);是列表就从 1. 写起"),
    "number": _Row("列表的编号不连续:{}", "编号总是接着往下数;按顺序写"),
    "item": _Row("“{}” 会接在上一行后面,不另起一行", "列表写成 - 或 1. 加一个空格;不是列表就在上面空一行"),
    "border": _Row("不会显示成表格:表头有 {}", "分隔行和表头一样多格", field="表格"),
    "head": _Row("“{}” 不会变成表头", "表格的每一行都用 | 隔开,例如 | 甲 | 乙 |", field="表格"),
    "cells": _Row("这一行有 {}", "补上表头,或合并多出来的格", "error", "表格"),
    "bars": _Row("“{}” 会显示成文字", "表格的第二行写分隔行,例如 |---|---|", field="表格"),
    "struck": _Row("“{}” 是划掉的话", "删去划掉的话;要留下就去掉 ~~", "error"),
    "tildes": _Row("“{}” 在预览里会被划掉", "范围写成 3—5 或 3至5"),
    "product": _Row("“{}” 在预览里会变成斜体", "乘号写成 ×"),
    "stars": _Row("“{}” 的星号会显示成文字", "把冒号、句号、引号移到 ** 外面,** 里面不留空格"),
}

_START = r"^(?:[ ]*>)*[ ]*"
_ADDRESS = r"https?://|(?<!/)www\."
# not the address of a link, nor its words
_BARE = r"(?<![=\"'])(?<!\[\[)(?!(?<=[|｜])[^\[\]\n]*\]\])" + (
    r"(?<![\]］】][（(])(?<!\] \()(?<!\]: )(?!(?<=<)[^\s<>]*>)(?!(?<=\[)[^\[\]\n]*\]\()"
)
# signs of which a text must have one, what is written on a line, what is said of it; an escaped character begins none
_WRITTEN = [
    (
        ("<",),
        r"<(?:del|s|strike)(?=[\s>])[^<>\n]*>|<!--|<[?!](?=[A-Za-z\[])",
        _Row("“{}” 里的话在预览里会被划掉或看不见", "删去这些话", "error"),
    ),
    (
        ("`",),
        r"(?<!`)`{1,2}(?!`)(?:[^`\n]|\n(?![ \t]*\n))*`|`{3,}[^`\n]+`",
        _Row("“{}” 的反引号会显示成文字", "去掉反引号,要引用就用引号"),
    ),
    (("[^",), r"\[\^[^\[\]\s]+\]", _Row("“{}” 不会变成脚注", "注写进正文的括号里,出处写进文件开头的 evidence")),
    (
        ("]:",),
        rf"{_START}\[(?!\^)(?:\\.|[^\\\[\]\n])+\]:(?= *\n? *\S)",
        _Row("“{}” 会显示成文字,在预览里看不见", "链接写成 [文字](网址)"),
    ),
    (("[!",), rf"{_START}\[!\w+\]", _Row("“{}” 会显示成文字", "提示写成一句话,例如 **注意**:……")),
    (
        ("[ ]", "[x]", "[X]"),
        rf"{_START}(?:[-+*]|[0-9]+[.)]) +\[[ xX]\](?= )",
        _Row("“{}” 会显示成文字", "不用勾选框;写明做了没有"),
    ),
    (("[[",), r"\[\[[\s|#]*\]\]", _Row("“{}” 里没有文件名", "写成 [[文件名]],或删去")),
    (
        ("[",),
        r"(?<![\[!])\[[a-z0-9]+(?:-[a-z0-9]+)+(?:#[a-z0-9-]+)?\](?![\[\](:（])",
        _Row("“{}” 会显示成文字", "链接写成两对方括号:[[文件名]]"),
    ),
    (
        ("\t",),
        r"^(?![ ]*(?:[0-9]{1,3}[.)、]|[-*+•·])\t)[^\t\n|]*\S\t+\S[^\n]*(?:\n[^\t\n|]*\S\t+\S[^\n]*)+",
        _Row("“{}” 像是从表格粘贴来的", "写成表格:每行写 | 甲 | 乙 |,第二行写 |---|---|", field="表格"),
    ),
    (
        ("点击上方", "关注我们", "阅读原文", "长按识别", "扫码关注"),
        r"^[^\n]*(?:点击上方|关注我们|阅读原文|长按识别|扫码关注)[^\n]*$",
        _Row("“{}” 像是网页上的话", "删去这一行"),
    ),
    (("##",), rf"{_START}#{{2,6}}[^ #\n]", _Row("“{}” 不是标题", "标题的 # 后面空一格(半角)")),
    (
        ("\u3000", "\xa0"),
        rf"{_START}(?:[-+*]|[0-9]+[.)])[\u3000\xa0]",
        _Row("“{}” 不是列表", "列表的记号后面空一格(半角)"),
    ),
    (
        ("\u3000", "\xa0"),
        r"^[ >]*[\u3000\xa0][ \u3000\xa0]*(?:#{1,6} |[-+*] |[0-9]+[.)] |>|\|)",
        _Row("“{}” 会显示成文字", "删去行首的全角空格"),
    ),
    (("＞", "｜"), r"^[ \u3000]*[＞｜]", _Row("“{}” 会显示成文字", "引用用半角 >,表格用半角 |")),
    (
        ("＊＊", "～～", "｀"),
        r"＊＊[^＊\n]*(?:＊＊)?|～～[^～\n]*(?:～～)?|｀",
        _Row("“{}” 会显示成文字", "粗体用半角的 **;划掉的话删去"),
    ),
    (
        ("http", "www.", "］(", "】("),
        rf"[\]］】] *（(?={_ADDRESS})|[］】]\(|\] +\((?={_ADDRESS})",
        _Row("“{}” 不会变成链接", "写成 [文字](网址),括号用半角"),
    ),
    (("http", "www."), rf"{_BARE}(?:{_ADDRESS})[^\s，。；）]+", _Row("网址 {} 不会变成链接", "写成 [文字](网址)")),
    (
        ("@",),
        rf"{_BARE}(?<![\w.+:/-])[\w.+-]+@[\w-]+\.[\w.-]*\w",
        _Row("邮箱 {} 不会变成链接", "写成 [邮箱](mailto:……)"),
    ),
    (("\u3000", "\xa0"), r"^[ ]*[\u3000\xa0][ \u3000\xa0]*$", _Row("这一行只有全角空格,不算空行", "删去空格")),
    ((":",), r"(?<![\w:/]):[a-z+][a-z0-9_+-]+:(?![\w:/])", _Row("“{}” 在预览里会变成表情", "用文字说")),
    (
        ("$",),
        r"\$\$|(?<![\w$])\$(?=[^\s$])[^$\n]*(?<=[^\s$])\$(?![\w$])",
        _Row("“{}” 在预览里会变成公式", "钱数写 300美元"),
    ),
]


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of _WRITTEN; a backslash before what it finds makes that text, but not an address."""
    bare = pattern if pattern.startswith(("^", _BARE)) else rf"(?<!\\)(?:{pattern})"
    return re.compile(bare, re.MULTILINE | re.ASCII)


_PATTERNS = [(signs, _compiled(pattern), row) for signs, pattern, row in _WRITTEN]
_FIRST = {sign[0] for signs, _, _ in _WRITTEN for sign in signs}


_TAG = _compiled(r"</?(?!(?:del|s|strike)[\s>]|br ?/?>)[A-Za-z](?![A-Za-z0-9+.-]*:/)[^<>\n]*(?:\n[^<>\n]*)?>")
_HTML = _Row("HTML 标签 {} 会原样显示成文字", "删去标签,只留文字(粘贴时选“只保留文本”)")
_MOST = 6  # tags, and lines, that a message names
_FRONT_MATTER = re.compile(r"^---[ \t]*\n(?:[a-z_]+[:：].*\n(?:(?:[ \t]|- ).*\n)*)+---[ \t]*$", re.MULTILINE)
_SECOND = _Row("正文里又有一段 front matter", "字段都写在文件开头那一段里", "error")


def findings(document: Document, source: str) -> Iterator[Finding]:
    """The findings for a body; `source` is what its author wrote, without the hints of the template."""
    ends = [m.start() for m in re.finditer("\n", source)]

    def line_at(offset: int) -> int:
        return document.line + bisect_left(ends, offset)

    fronts = {line_at(m.end()): line_at(m.start()) for m in _FRONT_MATTER.finditer(source)}  # last line -> first
    yield from (_finding(line, _SECOND, "") for line in fronts.values())
    for note in document.notes:
        if note.line not in fronts:
            yield _finding(note.line, _NOTED[note.kind], note.words)
    there = {first for first in _FIRST if first in source}
    for signs, pattern, row in _PATTERNS:
        for m in pattern.finditer(source) if any(sign[0] in there and sign in source for sign in signs) else ():
            yield _finding(line_at(m.start()), row, m[0].strip())
    yield from _tags(source, line_at)
    yield from _bold_titles(document)


def _tags(source: str, line_at: Callable[[int], int]) -> Iterator[Finding]:
    """One finding for all tags of HTML, which come by the dozen from a web page."""
    found = [*_TAG.finditer(source)] if "<" in source else []
    if not found:
        return
    lines = [*dict.fromkeys(line_at(m.start()) for m in found)]
    tags = [*dict.fromkeys(re.sub(r"\s.*", "…>", m[0], flags=re.DOTALL) for m in found)]
    named = "、".join(tags[:_MOST]) + (f" 等 {len(found)} 处" if len(found) > _MOST else "")
    where = (
        f";第 {'、'.join(map(str, lines[:_MOST]))}{' 等' if len(lines) > _MOST else ''} 行" if len(lines) > 1 else ""
    )
    yield _finding(
        lines[0], _HTML._replace(found=f"{_HTML.found.format(named)}{where}".replace("{", "").replace("}", "")), ""
    )


def _bold_titles(document: Document) -> Iterator[Finding]:
    """Paragraphs that are one bold phrase, which were meant as headings."""
    for element in document.root.iter("p"):
        words = "".join(element.itertext())
        if [child.tag for child in element] == ["strong"] and words == element[0].text and _is_title(words):
            instead = "标题写成 ## 或 ###;要强调的话和别的话写在一段"
            line = document.line_at(document.span(element)[0])
            yield Finding(line, "标题", f"“**{words}**” 单独成段,不是标题", instead, "warning")


def _is_title(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and words[-1:] not in "。！？…；"


def _finding(line: int, row: _Row, words: str) -> Finding:
    words = words.replace("\n", " ")
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return Finding(line, row.field, row.found.format(shown), row.instead, row.severity)
