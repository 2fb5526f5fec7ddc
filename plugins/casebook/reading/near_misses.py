"""Headings and ids that are nearly what they should be: told as what they were meant as, not by all that follows."""

import re
from collections.abc import Iterator

from casebook.model.values import is_slug
from casebook.reading.findings import Finding
from casebook.reading.structure import RESERVED, Structure

_DECORATION = r"[#＃*＊_【】\[\]「」\s\u3000]"
_NUMBERING = r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．:：]\s*)?"
_TITLE = re.compile(rf"^{_DECORATION}*{_NUMBERING}{_DECORATION}*(.*?)[：:]?{_DECORATION}*[：:]?\s*$")
_LONGEST = 20  # characters of a line that may be a heading
_ID = re.compile(r"\s*[{｛]\s*[:：]?\s*[#＃]?\s*([^\s{}｛｝]+)\s*[}｝]\s*$")
_FILLED = "写上内容,或删去这个标题"
_APART = re.compile(r"[^a-z0-9]+")


def findings(shape: Structure, forms: tuple[str, ...]) -> Iterator[Finding]:
    """The findings about headings that are nearly those of parts, nearly ids, or stand above nothing.

    `forms` are the ids of the forms of a case.
    """
    yield from _parts(shape, forms)
    yield from _ids(shape)
    yield from _empty(shape)
    yield from _deep(shape)


def missing(shape: Structure, forms: tuple[str, ...]) -> dict[str, str]:
    """Of each part that the page lacks: its headings -> the one to write."""
    there = {section.kind for section in shape.sections}
    lacking = [
        part for name, part in shape.parts.items() if part.required and name not in there and part.unless not in forms
    ]
    return {title: part.titles[0] for part in lacking for title in part.titles}


def _parts(shape: Structure, forms: tuple[str, ...]) -> Iterator[Finding]:
    """Lines that say what a part that is missing is called: ＃＃ 问题, **问题**, 一、问题, ### 问题."""
    titles = missing(shape, forms)
    seen: set[str] = set()
    for number, line in enumerate(shape.document.source.split("\n"), shape.document.line) if titles else ():
        bare = _TITLE.match(line) if len(line) <= _LONGEST else None
        if bare and bare[1] in titles and bare[1] not in seen:
            seen.add(bare[1])
            written = f"## {bare[1]}"
            yield Finding(number, "标题", f"“{line.strip()}” 不是 “{written}” 一节的标题", f"写成 {written}", "warning")


def _ids(shape: Structure) -> Iterator[Finding]:
    """Ids of steps that are words of their titles: `先谈{#talk}`, `先谈 {talk}`, `先谈 ｛#talk｝`."""
    for section in shape.sections:
        written = _ID.search(section.title) if section.level > 2 else None
        if written and not section.id:
            title, name = section.title[: written.start()], offered(written[1])
            form = f"{'#' * section.level} {title} {{#{name}}}"
            instead = f"写成 {form}" if name else f"写成 {'#' * section.level} {title} {{#talk}},编号用小写英文"
            yield Finding(section.line, "步骤", f"编号 {written[0].strip()} 没有生效", instead, "warning")


def offered(written: str) -> str:
    """The id that a written one was meant as; empty if that cannot be told."""
    name = _APART.sub("-", written.lower()).strip("-") if written.isascii() else ""
    return name if is_slug(name) and not name.startswith(RESERVED) else ""


def _empty(shape: Structure) -> Iterator[Finding]:
    """Sections and steps of cases and methods without a word, nor another heading, below their headings."""
    if shape.kind == "page":
        return
    lines, first = shape.document.source.split("\n"), shape.document.line
    part, steps = shape.step_part, {step.start for step in shape.steps}
    for at, section in enumerate(shape.sections, 1):
        after = shape.sections[at] if at < len(shape.sections) else None
        end = after.line - first if after else len(lines)
        is_over = after is None or after.level <= section.level
        if not section.title or not is_over or any(line.strip() for line in lines[section.line - first + 1 : end]):
            continue
        if section is part and after and not after.kind:
            instead = f"步骤用三级标题:### {after.title} {{#talk}},花括号里是小写英文的编号"
            yield Finding(after.line, "步骤", f"“## {after.title}” 和 “## {section.title}” 同级", instead, "warning")
        elif section.start in steps:
            yield Finding(section.line, "步骤", f"步骤 “{section.title}” 下面没有内容", _FILLED, "warning")
        else:
            found = f"“{'#' * section.level} {section.title}” 下面没有内容"
            yield Finding(section.line, "标题", found, _FILLED, "warning")


def _deep(shape: Structure) -> Iterator[Finding]:
    """The first heading below that of the steps, where all are of a lower level than steps are."""
    part = shape.step_part
    below = [one for one in shape.sections if part and part.start < one.start < part.end]
    if below and all(one.level > 3 for one in below):
        found = f"“{'#' * below[0].level} {below[0].title}” 不是步骤"
        instead = f"步骤用三级标题:### {below[0].title}" + (f" {{#{below[0].id}}}" if below[0].id else "")
        yield Finding(below[0].line, "步骤", found, instead, "warning")
