"""Headings and ids that are nearly what they should be: told as what they were meant as, not by all that follows."""

import re
from collections.abc import Iterator

from casebook.model.records import Section
from casebook.model.values import is_slug
from casebook.reading.findings import Finding
from casebook.reading.structure import RESERVED, Structure

_DECORATION = r"[#＃*＊_【】\[\]「」\s\u3000]"
_NUMBERING = r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．:：]\s*)?"
_TITLE = re.compile(rf"^{_DECORATION}*{_NUMBERING}{_DECORATION}*(.*?)[：:]?{_DECORATION}*[：:]?\s*$")
_LONGEST = 20  # characters of a line that may be a heading
_ID = re.compile(r"\s*[{｛]\s*[:：]?\s*[#＃]?\s*([^\s{}｛｝]+)\s*[}｝]\s*$")
_APART = re.compile(r"[^a-z0-9]+")


def findings(shape: Structure, forms: tuple[str, ...]) -> Iterator[Finding]:
    """The findings about headings that are nearly those of parts, nearly ids, or stand above nothing.

    `forms` are the ids of the forms of a case.
    """
    yield from _parts(shape, forms)
    yield from _ids(shape)
    yield from _empty(shape)


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
    steps = {step.start for step in shape.steps}
    for section in shape.sections if shape.kind != "page" else ():
        if not section.title or _has_words(shape, section):
            continue
        if section.start in steps:
            found, field = f"步骤 “{section.title}” 下面没有内容", "步骤"
        else:
            found, field = f"“{'#' * section.level} {section.title}” 下面没有内容", "标题"
        yield Finding(section.line, field, found, "写上内容,或删去这个标题", "warning")


def _has_words(shape: Structure, section: Section) -> bool:
    return bool(shape.document.text[section.start : section.end].strip().removeprefix(section.title).strip())
