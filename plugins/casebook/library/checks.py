"""What is wrong between files: names that lead to no case or method, circles of parents, slugs taken twice."""

from collections.abc import Iterator, Mapping, Sequence

from casebook.library.link_checks import LinkChecks
from casebook.model import Case, Problem
from casebook.reading.entries import FOLDERS, Reading
from casebook.reading.findings import problems_at
from casebook.reading.validation import references, unknown_name
from casebook.vocabulary import Vocabulary, nearest


def problems(readings: Sequence[Reading], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every Problem that takes more than one file to see.

    A file that could not be read still counts as there: what names it is not blamed for that.
    """
    yield from _taken(readings)
    slugs = {facet: {r.draft.slug for r in readings if r.draft.kind == kind} for facet, kind in FOLDERS.items()}
    linked = LinkChecks(readings, vocabulary)
    for reading in readings:
        if reading.entry:
            yield from _names(reading, slugs)
            yield from problems_at(reading.draft.path, linked.findings(reading))
    yield from _circles(readings)


def _taken(readings: Sequence[Reading]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for reading in readings:
        slug, path = reading.draft.slug, reading.draft.path
        shown = "/".join(path.split("/")[-2:])
        if slug in seen:
            yield Problem(
                path=path,
                line=1,
                field="文件名",
                found=f"文件名 {slug} 已被 {seen[slug]} 占用",
                instead="案例、方法和页面的文件名不能相同,请换一个",
            )
        seen.setdefault(slug, shown)


def _names(reading: Reading, slugs: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Front-matter values that name a case or method which is not there."""
    assert reading.entry is not None
    for loc, facet, name in references(reading.entry.front):
        if facet in FOLDERS and name not in slugs[facet]:
            near = nearest(name, slugs[facet])
            yield unknown_name(reading.draft.path, reading.line_of(*loc), loc, name, facet, near)


def _circles(readings: Sequence[Reading]) -> Iterator[Problem]:
    parents = {r.entry.slug: r.entry.front.part_of for r in readings if isinstance(r.entry, Case)}
    for reading in readings:
        chain: list[str] = [reading.draft.slug]
        while (parent := parents.get(chain[-1])) and parent not in chain:
            chain.append(parent)
        if parent == reading.draft.slug:
            yield Problem(
                path=reading.draft.path,
                line=reading.line_of("part_of"),
                field="part_of",
                found=f"上级绕了一圈:{' → '.join([*chain, parent])}",
                instead="part_of 写真正的上级,最上级的案例不写 part_of",
            )
