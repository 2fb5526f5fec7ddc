"""Reads `site.yaml` to a SiteDescription, and checks its values and facets."""

from collections.abc import Iterator

from casebook.collection import Collection
from casebook.facets import taking_part
from casebook.model.problems import Problem, errors, garbled, unblamed
from casebook.model.site import SiteDescription
from casebook.reading.nodes import Node
from casebook.reading.trees import read_tree
from casebook.reading.validation import field_name, validate
from casebook.spellings import nearest

NAME = "site.yaml"


def read_collection(path: str, data: bytes | None) -> tuple[Collection, tuple[Problem, ...]]:
    """The Collection of the `site.yaml` at `path`, and its Problems; `data` is None if there is no such file.

    If there is an error, all facets count as chosen, so that it causes no further Problems in other files.
    """
    instead = f"补上 {path}:name、description、facets、navigation;casebook init 写一个带说明的"
    if data is None:
        return Collection(), (Problem(path=path, line=1, field="文件名", found="没有这个文件", instead=instead),)
    root, problems = read_tree(data, path)
    if root is None:
        nothing = Problem(path=path, line=1, field="YAML", found="里面没有内容", instead=instead)
        return Collection(), (*problems, *(() if errors(problems) else (nothing,)))
    site, issues = validate(root, SiteDescription, path)
    found = (*problems, *unblamed(issues, garbled(problems)), *(_facets(site, root, path) if site else ()))
    if errors(found) or site is None:
        return Collection(), found
    lines = {name: root.line_of(("navigation", index)) for index, name in enumerate(site.navigation)}
    return Collection(site, path, lines), found


def _facets(site: SiteDescription, root: Node, path: str) -> Iterator[Problem]:
    """The facets that the engine does not have, or that are listed twice."""
    known = [facet.id for facet in taking_part("page")]
    given = [one.facet for one in site.facets]
    for index, name in enumerate(given):
        loc = ("facets", index, "facet")
        line, field = root.line_of(loc), field_name(loc)
        if name not in known:
            near = nearest(name, known)
            instead = f"是否指 “{near}”?" if near else f"可写:{'、'.join(known)}"
            yield Problem(path=path, line=line, field=field, found=f"不认识的标签种类 “{name}”", instead=instead)
        elif name in given[:index]:
            yield Problem(path=path, line=line, field=field, found=f"“{name}” 重复了", instead="只留一个")
