"""Reads the files of course packs; which cases and methods there are, the library knows."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from casebook.model.packs import SHOWN, CoursePack, Pack
from casebook.model.problems import Problem, garbled, unblamed
from casebook.model.values import is_slug
from casebook.reading.findings import Finding, problems_at
from casebook.reading.nodes import Node
from casebook.reading.trees import read_tree
from casebook.reading.validation import crowded, field_name, validate

FOLDER = "packs"


def read_packs(files: Mapping[str, bytes]) -> tuple[tuple[CoursePack, ...], list[Problem]]:
    """The packs of files (path -> bytes) that could be read, and the Problems of all."""
    packs: list[CoursePack] = []
    problems: list[Problem] = []
    for path, data in files.items():
        found, more = _read(path, data)
        packs += [found] if found else []
        problems += more
    return tuple(packs), problems


def _read(path: str, data: bytes) -> tuple[CoursePack | None, list[Problem]]:
    slug = PurePosixPath(path).stem
    root, problems = read_tree(data, path)
    if not is_slug(slug):
        problems += problems_at(
            path, (Finding(1, "文件名", f"“{slug}” 不是小写英文、数字和连字符", "改名,例如 half-day.yaml"),)
        )
    if root is None:
        return None, problems or list(
            problems_at(path, (Finding(1, "YAML", "里面没有内容", "写上 title、summary 和 parts"),))
        )
    known = garbled(problems)
    pack, issues = validate(root, Pack, path)
    wrong = [*unblamed(issues, known), *crowded(root, path)]
    if pack is None or not is_slug(slug) or wrong:
        return None, [*problems, *wrong]
    unclear = list(problems_at(path, _unclear(pack, root)))
    found = CoursePack(slug, path, pack, tuple(_line(root, at) for at in range(len(pack.parts))))
    return (None if unclear else found), [*problems, *unclear]


def _line(root: Node, at: int) -> int:
    """The line of what a part shows."""
    part = root.at(("parts", at))
    keys = part.value if isinstance(part.value, dict) else {}
    return next((root.line_of(("parts", at, key)) for key in SHOWN if key in keys), part.line)


def _unclear(pack: Pack, root: Node) -> Iterator[Finding]:
    """Parts that show nothing, or several things; figures that are named by nothing."""
    for at, part in enumerate(pack.parts):
        loc: tuple[str | int, ...] = ("parts", at)
        if len(part.shows) != 1:
            found = f"同时写了 {'、'.join(part.shows)}" if part.shows else "没有写讲什么"
            yield Finding(
                _line(root, at), field_name(loc), found, f"一段写一样,{'、'.join(SHOWN)} 里选一个;别的另起一段"
            )
        if part.figure and not (part.figure.words or part.figure.indicator):
            line = root.line_of((*loc, "figure"))
            yield Finding(
                line, field_name((*loc, "figure")), "没有写是哪个数字", "写上 words(数字的原样)或 indicator(指标)"
            )
