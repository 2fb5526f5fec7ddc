"""A collection with more of everything: its cases, methods and terms, each several times under names of their own.

A copy keeps its terms, its links and its `part_of`, so that what leads to a page grows as well: the cases of a term,
the evidence of a step, the parts of a programme.
"""

import re
import shutil
from pathlib import Path

import yaml

TERMS = ("organisations", "sources", "themes")  # the facets that grow with the cases
_OWN = re.compile(r"^(?:aliases|redirect_from):.*\n(?:[ -].*\n)*", re.M)  # names that only one page may have
_TITLE = re.compile(r"^(title(?:_en)?: .*)$", re.M)
_NAMES = ("aliases", "short", "redirect_from", "signs", "strong", "weak")  # likewise of terms
_MARK = "·"  # before the number of a copy in its title, where no word goes on


def multiply(source: Path, folder: Path, cases: int, methods: int = 1, terms: int = 1) -> None:
    """Write the collection in `source` to `folder`, with each case, method and term so many times."""
    shutil.copytree(source, folder)
    for kind, times in (("cases", cases), ("methods", methods)):
        for path in sorted((source / kind).glob("*.md")):
            for number in range(2, times + 1):
                path_of_copy = folder / kind / f"{path.stem}-{number}.md"
                path_of_copy.write_text(_entry(path.read_text(encoding="utf-8"), number), encoding="utf-8")
    for facet in TERMS:
        path = folder / "vocabulary" / f"{facet}.yaml"
        if path.is_file():
            rows = yaml.safe_load(path.read_text(encoding="utf-8"))
            more = [_term(row, number) for number in range(2, terms + 1) for row in rows]
            text = yaml.dump(rows + more, Dumper=_Plain, allow_unicode=True, sort_keys=False)
            path.write_text(text, encoding="utf-8")


class _Plain(yaml.SafeDumper):
    """Without anchors, which a collection may not have."""

    def ignore_aliases(self, data: object) -> bool:
        """Write what stands twice twice."""
        return True


def _entry(text: str, number: int) -> str:
    head, mark, body = text.partition("\n---\n")
    return _TITLE.sub(rf"\1{_MARK}{number}", _OWN.sub("", f"{head}\n")) + mark.removeprefix("\n") + body


def _term(row: dict[str, object], number: int) -> dict[str, object]:
    names = {"id": f"{row['id']}-{number}", "zh": f"{row['zh']}{_MARK}{number}", "en": f"{row['en']} {number}"}
    return {**{key: value for key, value in row.items() if key not in _NAMES}, **names}
