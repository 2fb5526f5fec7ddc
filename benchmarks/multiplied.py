"""A collection with more of everything: its cases, methods and terms, each several times under names of their own.

A copy keeps its links and its `part_of`, and two copies of three keep their terms, so that what leads to a page grows
as well: the cases of a term, the evidence of a step, the parts of a programme. The third has copies of the terms, so
that more and more terms have cases.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import yaml

from tests.repository import Repository

# The facets that grow with the cases, and where the front matter of a case names their terms
TERMS = {
    "organisations": re.compile(r"(?<=organisation: )[^,}\n]+"),
    "places": re.compile(r"(?<=^places: \[).*(?=\]$)", re.M),
    "sources": re.compile(r"(?<=^sources: \[).*(?=\]$)|(?<=source: )[^,}\n]+", re.M),
    "themes": re.compile(r"(?<=^themes: \[).*(?=\]$)", re.M),
}
THIRD = 3  # of so many copies of a case one has terms of its own
_OWN = re.compile(r"^(?:aliases|redirect_from):.*\n(?:[ -].*\n)*", re.M)  # names that only one page may have
_TITLE = re.compile(r"^(title(?:_en)?: .*)$", re.M)
_NAMES = ("aliases", "short", "redirect_from", "signs", "strong", "weak")  # likewise of terms
_MARK = "·"  # before the number of a copy in its title, where no word goes on
_Row = dict[str, object]


def multiply(source: Path, folder: Path, cases: int, methods: int = 1, terms: int = 1) -> None:
    """Write the collection in `source` to `folder`, with each case, method and term so many times."""
    shutil.copytree(source, folder, dirs_exist_ok=True)
    rows = {facet: list(_growing(folder / "vocabulary" / f"{facet}.yaml")) for facet in TERMS}
    for facet, found in rows.items():
        more = [_term(row, number) for number in range(2, terms + 1) for row in found]
        with (folder / "vocabulary" / f"{facet}.yaml").open("a", encoding="utf-8") as file:
            file.write(yaml.dump(more, Dumper=_Plain, allow_unicode=True, sort_keys=False) if more else "")
    for kind, times in (("cases", cases), ("methods", methods)):
        for path in sorted((source / kind).glob("*.md")):
            for number in range(2, times + 1):
                text = _entry(path.read_text(encoding="utf-8"), number)
                if kind == "cases" and number <= terms and number % THIRD == 0:
                    text = _with_own_terms(text, rows, number)
                (folder / kind / f"{path.stem}-{number}.md").write_text(text, encoding="utf-8")


def changed(source: Path, root: Path, cases: int, methods: int = 1, terms: int = 1) -> Path:
    """The content of a repository at `root` with the collection multiplied, whose cases have all changed since."""
    repository = Repository(root)
    multiply(source, repository.content, cases, methods, terms)
    repository.commit("2026-11-01")
    for case in (repository.content / "cases").glob("*.md"):
        case.write_text(f"{case.read_text(encoding='utf-8')}\n后来又去看了一回。\n", encoding="utf-8")
    repository.commit("2026-11-08")
    return repository.content


def _growing(path: Path) -> Iterator[_Row]:
    """The terms of a vocabulary that there may be more of: those that no other is part of."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []
    whole = {row.get("parent") for row in rows}
    yield from (row for row in rows if row["id"] not in whole)


def _with_own_terms(text: str, rows: Mapping[str, list[_Row]], number: int) -> str:
    """A case with the copies of its terms."""
    head, mark, body = text.partition("\n---\n")
    for facet, named in TERMS.items():
        key = "id" if facet == "sources" else "zh"
        names = {str(row[key]): str(_term(row, number)[key]) for row in rows[facet]}
        head = named.sub(partial(_renamed, names), head)
    return head + mark + body


def _renamed(names: Mapping[str, str], found: re.Match[str]) -> str:
    return ", ".join(names.get(one, one) for one in found[0].split(", "))


class _Plain(yaml.SafeDumper):
    """Without anchors, which a collection may not have."""

    def ignore_aliases(self, data: object) -> bool:
        """Write what stands twice twice."""
        return True


def _entry(text: str, number: int) -> str:
    head, mark, body = text.partition("\n---\n")
    return _TITLE.sub(rf"\1{_MARK}{number}", _OWN.sub("", f"{head}\n")) + mark.removeprefix("\n") + body


def _term(row: _Row, number: int) -> _Row:
    names = {"id": f"{row['id']}-{number}", "zh": f"{row['zh']}{_MARK}{number}", "en": f"{row['en']} {number}"}
    return {**{key: value for key, value in row.items() if key not in _NAMES}, **names}
