"""What is wrong with a body, seen without other files: each rule yields its findings."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from casebook.model import SLUG_PATTERN, Kind, Problem, Section, Severity
from casebook.reading.markup import REFERENCE, Document
from casebook.reading.structure import PLACEHOLDER, RESERVED, digest, parts, steps

_ADDRESS = re.compile(r"https?://[^/\s]+|mailto:\S+@\S+")
_UNFILLED = re.compile("{0}[^{0}{1}]*{1}".format(*PLACEHOLDER))
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--")
_BRACES = re.compile(r"[{｛]\s*[:：]?\s*[#.＃][^{}｛｝\n]*[}｝]")


class Finding(NamedTuple):
    """A Problem without its path."""

    line: int
    field: str
    found: str
    instead: str
    severity: Severity = "error"


def problems(document: Document, sections: tuple[Section, ...], kind: Kind, path: str) -> Iterator[Problem]:
    """Every Problem of a body, in the order of the rules."""
    rules = (
        _headings(sections),
        _missing_parts(sections, kind, document.line),
        _steps_without_id(sections, kind),
        _ids(sections),
        _elements(document),
        _words(document),
    )
    for rule in rules:
        yield from (Problem(path=path, **finding._asdict()) for finding in rule)


def _headings(sections: tuple[Section, ...]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for section in sections:
        title, line = section.title, section.line
        if section.level == 1:
            yield Finding(line, "标题", f"“# {title}” 用了一级标题", "页面标题取自 title;正文从 ## 开始")
        if section.level == 2 and title in seen:
            yield Finding(line, "标题", f"“## {title}” 写了两次(第 {seen[title]} 行已有)", "合并成一节")
        if section.level == 2:
            seen.setdefault(title, line)


def _missing_parts(sections: tuple[Section, ...], kind: Kind, line: int) -> Iterator[Finding]:
    there = {section.kind for section in sections}
    for part, row in parts(kind).items():
        if row["required"] and part not in there:
            title = row["titles"][0]
            yield Finding(line, "正文", f"没有 “## {title}” 一节", f"加上 ## {title}", "warning")


def _steps_without_id(sections: tuple[Section, ...], kind: Kind) -> Iterator[Finding]:
    starts = {step.start for step in steps(sections, kind) if not step.id}
    for section in sections:
        if section.start in starts:
            offered = f"### {section.title} {{#s-{digest(section.title)}}}"
            instead = f"写成 {offered}(花括号里是固定地址,用小写英文,写定后不改)"
            severity: Severity = "error" if kind == "method" else "warning"
            yield Finding(section.line, "步骤", f"步骤 “{section.title}” 没有编号", instead, severity)


def _ids(sections: tuple[Section, ...]) -> Iterator[Finding]:
    """Ids that the author gave: fit for an address, free, and used once. Those of parts are ours."""
    taken: dict[str, int] = {}
    for section in sections:
        if not section.id or (section.level == 2 and section.id.startswith("section-")):
            continue
        found = f"编号 #{section.id} "
        if not re.fullmatch(SLUG_PATTERN, section.id) or section.id.startswith(RESERVED):
            reserved = "、".join(RESERVED)
            yield Finding(section.line, "步骤", f"{found}不能用", f"用小写英文、数字和连字符,不以 {reserved} 开头")
        if section.id in taken:
            yield Finding(section.line, "步骤", f"{found}用了两次(第 {taken[section.id]} 行已有)", "换一个编号")
        taken.setdefault(section.id, section.line)


def _elements(document: Document) -> Iterator[Finding]:
    """Links that lead nowhere, and images."""
    place = 0  # an image has no text and so no place of its own: it stands after the text before it
    for element in document.root.iter():
        place = max(place, document.span(element)[0])
        if element.tag == "img":
            found = f"正文里有图片 {element.get('src', '')[:60]}"
            yield Finding(document.line_at(place), "图片", found, "案例库不收图片;把图里的内容写成文字或表格")
        elif element.tag == "a" and REFERENCE not in element.attrib and (wrong := _wrong_link(element)):
            yield Finding(document.line_at(place), "链接", *wrong)


def _wrong_link(element: Element) -> tuple[str, str] | None:
    """What is wrong with the address of a Markdown link, and what to write; None when it leads to another site."""
    href = element.get("href", "").strip()
    text = "".join(element.itertext())[:20]
    if _ADDRESS.match(href):
        return None
    if not href or href == "#":
        return f"链接 “{text}” 没有地址", "写上地址,或去掉链接"
    if ":" in href:
        return f"链接 “{text}” 的地址 {href[:60]} 不是网址", "只可用 https://、http:// 或 mailto:"
    return f"站内链接写成了 ({href[:60]})", "写成 [[文件名]]、[[文件名#步骤]] 或 [[文字|文件名#步骤]]"


def _words(document: Document) -> Iterator[Finding]:
    """Text that was meant as something else."""
    for m in _UNFILLED.finditer(document.text):
        line = document.line_at(m.start())
        yield Finding(line, "正文", f"模板的提示 {m[0][:20]}… 还在", "换成正文,或删去这一节")
    filled = _UNFILLED.sub(lambda hint: " " * len(hint[0]), document.text)
    for m in _TAG.finditer(filled):
        found = f"HTML 标签 {m[0][:40]} 会原样显示成文字"
        yield Finding(document.line_at(m.start()), "正文", found, "改用 Markdown 写法;不需要就删去", "warning")
    for m in _BRACES.finditer(filled):
        instead = "编号写在标题同一行末尾 {#id};通识标记 {: .general} 紧跟在段落下一行,中间不空行,花括号用半角"
        yield Finding(document.line_at(m.start()), "正文", f"{m[0]} 没有生效,会显示成文字", instead, "warning")
