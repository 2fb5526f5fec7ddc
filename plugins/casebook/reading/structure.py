"""What the tree of a body says about its shape: sections, steps and links, with what is wrong in them."""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal, NotRequired, TypedDict
from xml.etree.ElementTree import Element

import yaml

from casebook.model import SLUG_PATTERN, Kind, Link, Problem, Section, Step
from casebook.reading.markup import GENERAL, REFERENCE, Document

HEADINGS = {f"h{level}": level for level in range(1, 7)}
STEP_PARTS = {"case": "how", "method": "steps", "page": ""}  # the part whose ### headings are steps
_BASIS: dict[str, Literal["stated", "narrative"]] = {"case": "narrative", "method": "stated", "page": "stated"}
RESERVED = ("section-", "figure-", "step-", "site-")  # beginnings of ids that the templates give

PLACEHOLDER = "〔〕"  # the template's hints stand in these until the author has replaced them

_ADDRESS = re.compile(r"https?://[^/\s]+|mailto:\S+@\S+")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--")
_UNFILLED = re.compile("〔[^〔〕]*〕")
_BRACES = re.compile(r"[{｛]\s*[:：]?\s*[#.＃][^{}｛｝\n]*[}｝]")


class Part(TypedDict):
    """A part of a page: the headings that name it (the first is preferred), and what the template asks for."""

    titles: list[str]
    required: bool
    hint: str
    figures: NotRequired[bool]


@cache
def parts(kind: Kind) -> dict[str, Part]:
    """The parts that a file of `kind` has."""
    table = files("casebook").joinpath("data/sections.yaml").read_text(encoding="utf-8")
    found: dict[str, Part] = yaml.load(table, Loader=yaml.CSafeLoader)[kind]
    return found


@cache
def _part_of_title(kind: Kind) -> dict[str, str]:
    return {title: part for part, row in parts(kind).items() for title in row["titles"]}


def digest(text: str) -> str:
    """A short ASCII name for `text`: addresses come from words, never from a position."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def sections(document: Document, kind: Kind) -> tuple[Section, ...]:
    """The headings of the body, each with the text up to the next heading of its level or above."""
    heads = [(child, HEADINGS[child.tag]) for child in document.root if child.tag in HEADINGS]
    found: list[Section] = []
    ends = [len(document.text)] * 7  # by level: where the next heading of it or above starts, read from the end
    for element, level in reversed(heads):
        start, title_end = document.span(element)
        title = document.text[start:title_end].strip()
        part = _part_of_title(kind).get(title, "") if level == 2 else ""
        found.append(
            Section(
                level=level,
                id=element.get("id") or (f"section-{part or digest(title)}" if level == 2 else ""),
                kind=part,
                title=title,
                start=start,
                end=ends[level],
                line=document.line_at(start),
            )
        )
        ends[level:] = [start] * (7 - level)
    return tuple(reversed(found))


def steps(found: tuple[Section, ...], kind: Kind) -> tuple[Step, ...]:
    """The ### headings of the part that tells how it is done.

    A method states its order. A case tells one thing after the other, which its source need not mean as a sequence.
    """
    part = next((section for section in found if section.kind == STEP_PARTS[kind]), None)
    heads = [s for s in found if part and s.level == 3 and part.start < s.start < part.end]
    return tuple(
        Step(number=number, id=head.id, title=head.title, start=head.start, end=head.end, basis=_BASIS[kind])
        for number, head in enumerate(heads, 1)
    )


def without_figures(document: Document, found: tuple[Section, ...], kind: Kind) -> tuple[tuple[int, int], ...]:
    """The spans whose numbers are no figures of the page: questions, warnings, general knowledge."""
    silent = {part for part, row in parts(kind).items() if not row.get("figures", True)}
    general = (document.span(element) for element in document.root.iter() if element.get("class") == GENERAL)
    return (*((section.start, section.end) for section in found if section.kind in silent), *general)


def links(document: Document) -> tuple[Link, ...]:
    """Every [[link]] of the body."""
    return tuple(
        Link(target=target, step=step, text=run.element.text or "", start=run.start, end=run.end, line=run.line)
        for run in document.runs
        if run.where == "text" and REFERENCE in run.element.attrib
        for target, _, step in [run.element.attrib[REFERENCE].partition("#")]
    )


def problems(document: Document, found: tuple[Section, ...], kind: Kind, path: str) -> Iterator[Problem]:
    """What is wrong with the shape of a body, seen without other files."""
    yield from _section_problems(found, kind, path, document)
    yield from _id_problems(found, kind, path)
    yield from _markup_problems(document, path)


def _section_problems(found: tuple[Section, ...], kind: Kind, path: str, document: Document) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for section in found:
        if section.level == 1:
            yield Problem(
                path=path,
                line=section.line,
                field="标题",
                found=f"“# {section.title}” 用了一级标题",
                instead="页面标题取自 title;正文从 ## 开始",
            )
        if section.level == 2 and section.title in seen:
            first = seen[section.title]
            yield Problem(
                path=path,
                line=section.line,
                field="标题",
                found=f"“## {section.title}” 写了两次(第 {first} 行已有)",
                instead="合并成一节",
            )
        seen.setdefault(section.title, section.line)
    there = {section.kind for section in found}
    for part, row in parts(kind).items():
        if row["required"] and part not in there:
            title = row["titles"][0]
            yield Problem(
                path=path,
                line=document.line,
                field="正文",
                found=f"没有 “## {title}” 一节",
                instead=f"加上 ## {title}",
                severity="warning",
            )


def _id_problems(found: tuple[Section, ...], kind: Kind, path: str) -> Iterator[Problem]:
    taken: dict[str, int] = {}
    step_starts = {step.start for step in steps(found, kind)}
    for section in found:
        if section.start in step_starts and not section.id:
            offered = f"s-{digest(section.title)}"
            yield Problem(
                path=path,
                line=section.line,
                field="步骤",
                found=f"步骤 “{section.title}” 没有编号",
                instead=f"写成 ### {section.title} {{#{offered}}}(花括号里是固定地址,用小写英文,写定后不改)",
                severity="error" if kind == "method" else "warning",
            )
        if not section.id or (section.level == 2 and section.id.startswith("section-")):
            continue
        if not re.fullmatch(SLUG_PATTERN, section.id) or section.id.startswith(RESERVED):
            yield Problem(
                path=path,
                line=section.line,
                field="步骤",
                found=f"编号 #{section.id} 不能用",
                instead=f"用小写英文、数字和连字符,不以 {'、'.join(RESERVED)} 开头",
            )
        if section.id in taken:
            yield Problem(
                path=path,
                line=section.line,
                field="步骤",
                found=f"编号 #{section.id} 用了两次(第 {taken[section.id]} 行已有)",
                instead="换一个编号",
            )
        taken.setdefault(section.id, section.line)


def _markup_problems(document: Document, path: str) -> Iterator[Problem]:
    ids = {element.get("id") for element in document.root.iter() if element.get("id")}
    place = 0  # an image has no text and so no place of its own: it stands after the text before it
    for element in document.root.iter():
        place = max(place, document.span(element)[0])
        if element.tag == "a" and REFERENCE not in element.attrib:
            yield from _href_problems(element, ids, path, document.line_at(place))
        elif element.tag == "img":
            yield Problem(
                path=path,
                line=document.line_at(place),
                field="图片",
                found=f"正文里有图片 {element.get('src', '')[:60]}",
                instead="案例库不收图片;把图里的内容写成文字或表格",
            )
    for m in _TAG.finditer(document.text):
        yield Problem(
            path=path,
            line=document.line_at(m.start()),
            field="正文",
            found=f"HTML 标签 {m[0][:40]} 会原样显示成文字",
            instead="改用 Markdown 写法;不需要就删去",
            severity="warning",
        )
    for m in _UNFILLED.finditer(document.text):
        yield Problem(
            path=path,
            line=document.line_at(m.start()),
            field="正文",
            found=f"模板的提示 {m[0][:20]}… 还在",
            instead="换成正文,或删去这一节",
        )
    for m in _BRACES.finditer(_UNFILLED.sub(lambda hint: " " * len(hint[0]), document.text)):
        yield Problem(
            path=path,
            line=document.line_at(m.start()),
            field="正文",
            found=f"{m[0]} 没有生效,会显示成文字",
            instead="编号写在标题同一行末尾 {#id};通识标记 {: .general} 紧跟在段落下一行,中间不空行,花括号用半角",
            severity="warning",
        )


def _href_problems(element: Element, ids: set[str | None], path: str, line: int) -> Iterator[Problem]:
    href = element.get("href", "").strip()
    text = "".join(element.itertext())[:20]
    if not href or href == "#":
        found, instead = f"链接 “{text}” 没有地址", "写上地址,或去掉链接"
    elif href.startswith("#"):
        if href[1:] in ids:
            return
        found, instead = f"本页没有 {href}", "检查 ### 标题后的 {#编号}"
    elif _ADDRESS.match(href):
        return
    elif ":" in href:
        found, instead = f"链接 “{text}” 的地址 {href[:60]} 不是网址", "只可用 https://、http:// 或 mailto:"
    else:
        found, instead = f"站内链接写成了 ({href[:60]})", "写成 [[文件名]] 或 [[文字|文件名#步骤]]"
    yield Problem(path=path, line=line, field="链接", found=found, instead=instead)
