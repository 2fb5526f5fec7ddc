"""One content file to one record: front matter checked, body parsed, text extracted, once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from casebook import extract
from casebook.model import (
    SLUG_PATTERN,
    Case,
    CaseFront,
    Described,
    Entry,
    Front,
    Kind,
    Method,
    MethodFront,
    Page,
    PageFront,
    Problem,
    Section,
    Step,
    Tag,
)
from casebook.reading import structure
from casebook.reading.markup import Document, parse
from casebook.reading.nodes import Node, read_nodes
from casebook.reading.source import Parts, decode, split, unclosed
from casebook.reading.validation import field_name, references, resolve, validate
from casebook.vocabulary import Vocabulary

FOLDERS: Mapping[str, Kind] = {"cases": "case", "methods": "method", "pages": "page"}
_MODELS: Mapping[Kind, tuple[type[Front], type[Entry]]] = {
    "case": (CaseFront, Case),
    "method": (MethodFront, Method),
    "page": (PageFront, Page),
}
SUMMARY = (60, 120)  # characters: what a phone shows of a result without scrolling
TAG_FACETS = ("themes", "forms", "actors", "organisations", "places")


@dataclass(frozen=True)
class Draft:
    """A file as far as it can be read alone: its front matter as a tree, its body as text."""

    path: str
    slug: str
    kind: Kind
    front: Node | None = None
    parts: Parts | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """The title as written, or the slug: what a link without words shows."""
        values = self.front.value if self.front and isinstance(self.front.value, dict) else {}
        title = values["title"].value if "title" in values else ""
        return title.strip() if isinstance(title, str) and title.strip() else self.slug


@dataclass(frozen=True)
class Reading:
    """What became of a file: its record and document, or none of them, and every Problem."""

    draft: Draft
    entry: Entry | None = None
    document: Document | None = None
    problems: tuple[Problem, ...] = ()

    def line_of(self, *loc: str | int) -> int:
        """The line of a front-matter value; 1 when the front matter could not be read."""
        return self.draft.front.line_of(loc) if self.draft.front else 1


def draft(path: str, data: bytes, kind: Kind) -> Draft:
    """The first reading of a file: no other file is needed for it. Its name is its slug."""
    slug = PurePosixPath(path).stem
    text = decode(data, path)
    if isinstance(text, Problem):
        return Draft(path, slug, kind, problems=(text,))
    parts = split(text, path)
    if isinstance(parts, Problem):
        return Draft(path, slug, kind, problems=(parts,))
    node, problems = read_nodes(parts.front, path, parts.front_line)
    if node is None and not problems:
        problems = (Problem(path=path, line=2, field="front matter", found="是空的", instead="照模板写 title: 等字段"),)
    return Draft(path, slug, kind, node, parts, problems)


def read(found: Draft, vocabulary: Vocabulary, titles: Mapping[str, str]) -> Reading:
    """The whole reading of a file; `titles` (slug -> title) gives words to links that have none."""
    problems = [*found.problems, *_slug_problems(found)]
    garbled = {problem.line for problem in found.problems}  # what YAML could not tell is not blamed on the words
    if found.front is None or found.parts is None:
        return Reading(found, problems=tuple(problems))
    kind = found.kind
    front_model, entry_model = _MODELS[kind]
    front, issues = validate(found.front, front_model, found.path)
    if front:
        front, unknown = resolve(front, vocabulary, found.front, found.path)
        issues = [*issues, *unknown, *_front_problems(found, front)]
    problems += [issue for issue in issues if issue.line not in garbled]
    if tangled := unclosed(found.parts, found.path):
        return Reading(found, problems=(*problems, *tangled))
    try:
        document = parse(found.parts.body, titles, found.parts.body_line)
    except RecursionError:
        line = found.parts.body_line
        deep = Problem(path=found.path, line=line, field="正文", found="引用或列表嵌套太深", instead="减到三层以内")
        return Reading(found, problems=(*problems, deep))
    sections = structure.sections(document, kind)
    problems += structure.problems(document, sections, kind, found.path)
    if front is None:
        return Reading(found, problems=tuple(problems))
    silent = structure.without_figures(document, sections, kind)
    values = {
        "slug": found.slug,
        "path": found.path,
        "front": front,
        "text": document.text,
        "sections": sections,
        "steps": structure.steps(sections, kind) or _told_steps(document.text, sections, kind),
        "links": structure.links(document),
        "metrics": tuple(m for m in extract.metrics(document.text) if not any(a <= m.start < b for a, b in silent)),
        "tags": (*_declared(front), *extract.tags(document.text, vocabulary)),
    }
    entry = entry_model.model_validate(values)
    problems += _unread_figures(found, entry, vocabulary)
    return Reading(found, entry, document, tuple(problems))


def _unread_figures(found: Draft, entry: Entry, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Indicators that an author wants at the head of a case, of which no figure was read in its text."""
    assert found.front is not None
    read = {metric.indicator for metric in entry.metrics}
    for index, name in enumerate(entry.front.key_figures if isinstance(entry.front, CaseFront) else ()):
        if name not in read and vocabulary.find("indicators", name):
            loc = ("key_figures", index)
            yield Problem(
                path=found.path,
                line=found.front.line_of(loc),
                field=field_name(loc),
                found=f"正文里没有读到 “{found.front.at(loc).data()}” 的数字",
                instead="数字后面紧跟单位和被数的事物(41名商家),或从 key_figures 里删去",
                severity="warning",
            )


def _told_steps(text: str, sections: tuple[Section, ...], kind: Kind) -> tuple[Step, ...]:
    """The steps of a case whose author set no ### headings, as the part that tells how it was done gives them."""
    part = next((s for s in sections if kind == "case" and s.kind == structure.STEP_PARTS[kind]), None)
    if part is None:
        return ()
    told = extract.steps(text[part.start : part.end])
    return tuple(s.model_copy(update={"start": s.start + part.start, "end": s.end + part.start}) for s in told)


def _declared(front: Front) -> tuple[Tag, ...]:
    """The terms that the author gave in the front matter."""
    named = ((facet, term) for _, facet, term in references(front) if facet in TAG_FACETS)
    return tuple(Tag(facet=facet, term=term, declared=True) for facet, term in dict.fromkeys(named))


def _slug_problems(found: Draft) -> Iterator[Problem]:
    values = found.front.value if found.front and isinstance(found.front.value, dict) else {}
    if not re.fullmatch(SLUG_PATTERN, found.slug):
        yield Problem(
            path=found.path,
            line=1,
            field="文件名",
            found=f"“{found.slug}.md” 不能做网址",
            instead="文件名用小写英文、数字和连字符,例如 lishui-parking.md",
        )
    if "slug" in values and values["slug"].value != found.slug:
        yield Problem(
            path=found.path,
            line=values["slug"].line,
            field="slug",
            found=f"slug “{values['slug'].data()}” 与文件名 {found.slug} 不同",
            instead=f"写 slug: {found.slug},或删去这一行",
        )


def _front_problems(found: Draft, front: Front) -> Iterator[Problem]:
    """What a single front matter can get wrong beyond the shape of its values."""
    assert found.front is not None
    if isinstance(front, Described) and not SUMMARY[0] <= len(front.summary) <= SUMMARY[1]:
        yield Problem(
            path=found.path,
            line=found.front.line_of(("summary",)),
            field="summary",
            found=f"摘要有 {len(front.summary)} 字",
            instead=f"写 {SUMMARY[0]}–{SUMMARY[1]} 字,单独读也能明白",
            severity="warning",
        )
    seen: set[tuple[str | int, ...]] = set()
    for loc, facet, term in references(front):
        key = (loc[0], facet, term)
        if len(loc) == 2 and key in seen:
            yield Problem(
                path=found.path,
                line=found.front.line_of(loc),
                field=field_name(loc),
                found=f"“{found.front.at(loc).data()}” 重复了",
                instead="只留一个",
            )
        seen.add(key)
