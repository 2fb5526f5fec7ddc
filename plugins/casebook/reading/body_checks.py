"""Rules for a body that need no other file; each rule yields its findings."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from casebook.extract.sentences import sentences
from casebook.filenames import LONGEST
from casebook.model.records import Section
from casebook.model.values import is_slug
from casebook.reading import near_misses, preview
from casebook.reading.elements import HEADINGS
from casebook.reading.findings import Finding
from casebook.reading.inline import REFERENCE
from casebook.reading.markup import BASES, GENERAL, Document
from casebook.reading.near_misses import offered
from casebook.reading.step_ids import offered_name
from casebook.reading.structure import RESERVED, STEP_PARTS, Structure
from casebook.reading.todos import unasked
from casebook.weblinks import fault, misleading
from casebook.wrong import Wrong

_ELSEWHERE = re.compile("(?i:https?)://|mailto:")
_BRACES = re.compile(r"[{｛]\s{0,3}[:：]?\s{0,3}[#.＃][^{}｛｝\n]*[}｝]")
_NEARLY = re.compile(r"\[\[|\]\]|［［|【【|^\s{0,3}[#＃]*＃[#＃]*", re.M)
_EMPTY_HEADING = re.compile(r"\s{0,3}#{1,6}[\s#]*(?:\{[^{}]*\}\s*)?")


def findings(shape: Structure, forms: tuple[str, ...] = ()) -> Iterator[Finding]:
    """The findings of every rule, in the order of the rules; `forms` are the ids of the forms of a case."""
    near = list(near_misses.findings(shape, forms))
    yield from near
    told = {finding.line for finding in near}
    meant = {finding.instead.removeprefix("写成 ## ") for finding in near}
    yield from _missing_parts(shape, forms, meant)
    yield from (finding for finding in _every(shape) if finding.line not in told)


def _every(shape: Structure) -> Iterator[Finding]:
    """The findings about what is there."""
    document, part = shape.document, shape.step_part
    yield from _headings(shape.sections)
    yield from _steps_without_id(shape)
    yield from _openings(shape)
    yield from _unanswered(shape)
    yield from _items(shape)
    yield from _ids(shape.sections)
    yield from _placed_headings(document)
    yield from _elements(document, part.start if part and shape.kind == "case" else None)
    yield from _words(document)
    yield from preview.findings(document, unasked(document.source))


def _headings(sections: tuple[Section, ...]) -> Iterator[Finding]:
    seen: dict[str, Section] = {}
    for section in sections:
        title, line = section.title, section.line
        if section.level == 1:
            yield Finding(line, "标题", f"“# {title}” 用了一级标题", "页面标题取自 title;正文从 ## 开始")
        if section.level == 2 and section.id in seen:
            first = seen[section.id]
            same = "写了两次" if first.title == title else f"与 “## {first.title}” 是同一节"
            yield Finding(line, "标题", f"“## {title}” {same}(第 {first.line} 行已有)", "合并成一节")
        if section.level == 2:
            seen.setdefault(section.id, section)


def _placed_headings(document: Document) -> Iterator[Finding]:
    """Headings that are empty, stand in a quotation or list, hold a link, or have an id at level 2."""
    for number, line in enumerate(document.source.split("\n")):
        if "#" in line and _EMPTY_HEADING.fullmatch(line):
            yield Finding(document.line + number, "标题", "标题是空的", "写上标题,或删去这一行")
    tops = set(document.root)
    for element in document.root.iter():
        if element.tag not in HEADINGS:
            continue
        at, title = document.line_at(document.span(element)[0]), "".join(element.itertext())[:20]
        if element not in tops:
            yield Finding(at, "标题", f"标题 “{title}” 写在引用或列表里", "标题顶格写,自成一行")
        if HEADINGS[element.tag] == 2 and element.get("id"):
            yield Finding(at, "标题", f"“## {title}” 写了编号 #{element.get('id')}", "二级标题的地址固定,删去编号")
        if any(child.tag == "a" for child in element):
            yield Finding(at, "标题", f"标题 “{title}” 里有链接", "把链接写进正文")


def _missing_parts(shape: Structure, forms: tuple[str, ...], meant: Collection[str]) -> Iterator[Finding]:
    """The parts that are not there, besides those whose titles are `meant` by a line."""
    lacking: dict[str, set[str]] = {}
    for title, first in near_misses.missing(shape, forms).items():
        lacking.setdefault(first, set()).add(title)
    for first, titles in lacking.items():
        if titles.isdisjoint(meant):
            yield Finding(shape.document.line, "正文", f"没有 “## {first}” 一节", f"加上 ## {first}", "warning")


def _steps_without_id(shape: Structure) -> Iterator[Finding]:
    starts = {step.start for step in shape.steps}
    titles, taken = set[str](), {section.id for section in shape.sections}
    for section in shape.sections:
        if section.start not in starts or section.id:
            continue
        title, offered = section.title, offered_name(section.title, taken)
        instead = f"写成 ### {title} {{#{offered}}}(花括号里是固定地址,用小写英文,写定后不改)"
        is_error = shape.kind == "method" or title in titles  # two of the same title would have one address
        yield Finding(section.line, "步骤", f"步骤 “{title}” 没有编号", instead, "error" if is_error else "warning")
        titles.add(title)
        taken.add(offered)


def _openings(shape: Structure) -> Iterator[Finding]:
    """Steps that do not begin with one short sentence in a paragraph of its own: it is read where the rest is not."""
    document, part = shape.document, shape.parts.get(STEP_PARTS[shape.kind])
    if part is None or part.opening is None:
        return
    instead = f"标题下面先写一段,只有一句、不超过 {part.opening} 字,说这一步要做什么;其余另起一段"
    below = {document.span(head)[0]: element for head, element in pairwise(document.root) if head.tag in HEADINGS}
    for step in shape.steps:
        element = below.get(step.start)
        first = document.text[slice(*document.span(element))] if element is not None and element.tag == "p" else ""
        count = len(sentences(first))
        if count == 1 and len(first) <= part.opening:
            continue
        found = "的第一句不是一段" if not first else f"的第一段有 {count} 句、{len(first)} 字"
        yield Finding(document.line_at(step.start), "步骤", f"步骤 “{step.title}” {found}", instead, "warning")


def _unanswered(shape: Structure) -> Iterator[Finding]:
    """Steps that leave out what the collection asks of each: `谁：`, `多久：` ..."""
    part = shape.parts.get(STEP_PARTS[shape.kind])
    for step in shape.steps:
        words = shape.document.text[step.start : step.end]
        lacking = [ask for ask in (part.asks if part else ()) if f"{ask}：" not in words]
        if lacking:
            found = f"步骤 “{step.title}” 没有写{'、'.join(lacking)}"
            instead = f"各写一段:{'…… '.join(f'{ask}：' for ask in lacking)}……"
            yield Finding(shape.document.line_at(step.start), "步骤", found, instead, "warning")


def _items(shape: Structure) -> Iterator[Finding]:
    """Parts with more or fewer numbered items than the collection wants."""
    lists = [(shape.document.span(child)[0], len(child)) for child in shape.document.root if child.tag == "ol"]
    for section in shape.sections:
        part = shape.parts.get(section.kind)
        count = sum(items for start, items in lists if section.start < start < section.end)
        if part and part.items not in (None, count):
            instead = f"写 {part.items} 条,每条开头写 1. 2. 3."
            yield Finding(section.line, "正文", f"“## {section.title}” 有 {count} 条", instead, "warning")


def _ids(sections: tuple[Section, ...]) -> Iterator[Finding]:
    """Ids of the author that cannot be part of an address, are reserved, or are used twice."""
    taken: dict[str, int] = {}
    for section in sections:
        if not section.id or section.level == 2:
            continue
        found = f"编号 #{section.id} "
        if not is_slug(section.id) or section.id.startswith(RESERVED):
            reserved = "、".join(RESERVED)
            long = f",不超过 {LONGEST} 个字符" if len(section.id) > LONGEST else ""
            rule = f"用小写英文、数字和连字符{long},不以 {reserved} 开头"
            name = offered(section.id)
            advice = f"写成 {{#{name}}};{rule}" if name else rule
            yield Finding(section.line, "步骤", f"{found[:60]}不能用", advice)
        if section.id in taken:
            yield Finding(section.line, "步骤", f"{found}用了两次(第 {taken[section.id]} 行已有)", "换一个编号")
        taken.setdefault(section.id, section.line)


def _elements(document: Document, over_steps: int | None) -> Iterator[Finding]:
    """Links that lead nowhere, images, and unknown classes; `over_steps` is where the heading over the steps starts."""
    place = 0  # an image has no text and so no place of its own: it stands after the text before it
    for element in document.root.iter():
        place = max(place, document.span(element)[0])
        if element.tag == "img":
            found = f"正文里有图片 {element.get('src', '')[:60]}"
            yield Finding(document.line_at(place), "图片", found, "案例库不收图片;把图里的内容写成文字或表格")
        elif element.tag == "a" and (wrong := _wrong_link(element)):
            yield Finding(document.line_at(place), "链接", wrong.found, wrong.instead)
        known = BASES if element.tag == "h2" and document.span(element)[0] == over_steps else (GENERAL,)
        if (marks := element.get("class", known[0])) not in known:
            found = f"不认识的标记 {{: .{marks}}}"
            instead = f"只可用 {'、'.join(f'{{: .{name}}}' for name in known)}"
            if marks.lower() in BASES:
                found, instead = f"标记 {{.{marks}}} 没有生效", f"写成 ## 怎么做 {{.{marks.lower()}}},小写,只用在那里"
            yield Finding(document.line_at(place), "正文", found, instead, "warning")


def _wrong_link(element: Element) -> Wrong | None:
    """The error in the address of a Markdown link, or in the words of any link that name another address."""
    href, words = element.get("href", "").strip(), "".join(element.itertext())
    if REFERENCE in element.attrib:
        return None if words in element.attrib[REFERENCE] else misleading(words, "")
    text = words[:20]
    if re.search(r"\s", href):
        return Wrong(f"链接 “{text}” 的地址里有空格", "删去空格,或写成 %20")
    if _ELSEWHERE.match(href):
        return fault(href) or misleading(words, href)
    if not href or href == "#":
        return Wrong(f"链接 “{text}” 没有地址", "写上地址,或去掉链接")
    if ":" in href:
        return Wrong(f"链接 “{text}” 的地址 {href[:60]} 不是网址", "只可用 https://、http:// 或 mailto:")
    return Wrong(f"站内链接写成了 ({href[:60]})", "写成 [[文件名]]、[[文件名#步骤]] 或 [[文字|文件名#步骤]]")


def _words(document: Document) -> Iterator[Finding]:
    """Text that was meant as markup: braces, half links."""
    filled = unasked(document.text)
    for m in _BRACES.finditer(filled):
        instead = "编号写在标题同一行末尾 {#id};通识标记 {: .general} 紧跟在段落下一行,中间不空行,花括号用半角"
        yield Finding(document.line_at(m.start()), "正文", f"{m[0]} 没有生效,会显示成文字", instead, "warning")
    for m in _NEARLY.finditer(filled):
        instead = "标题用半角 # 加空格" if "＃" in m[0] else "链接写成 [[文件名]],同一行里成对"
        yield Finding(document.line_at(m.end() - 1), "正文", f"“{m[0].strip()}” 会显示成文字", instead, "warning")
