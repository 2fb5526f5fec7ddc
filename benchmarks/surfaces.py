"""What strangers can send, and what is done with it: each surface reads bytes to the end and says what came of it.

A case is read as `inv check` and a build read it: record, problems, figures, its page and its files of search.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import msgspec

from casebook import lock
from casebook.articles import TooLongError, article, decoded
from casebook.extract import Extractor
from casebook.extraction import extraction
from casebook.files import CUES, read_gazetteer
from casebook.library import assemble, coverage
from casebook.model.problems import Problem
from casebook.model.records import Case
from casebook.reading import draft, read, read_vocabulary
from casebook.reading.bounds import LARGEST, LARGEST_ARTICLE, LARGEST_ENTRY
from casebook.reading.site import read_collection
from casebook.search import search_files
from casebook.views.entries import case_view

COLLECTION = Path(__file__).parents[1] / "tests" / "collection"
_CASE = "content/cases/hostile.md"
_TERMS = "content/vocabulary/themes.yaml"
_LOCK = "content/addresses.lock"


@cache
def extractor() -> Extractor:
    """Reads with the words of the frozen collection and all divisions."""
    gazetteer = read_gazetteer()
    files = (COLLECTION / "vocabulary").glob("*.yaml")
    vocabulary, _ = read_vocabulary({f"content/vocabulary/{path.name}": path.read_bytes() for path in files}, gazetteer)
    return Extractor(vocabulary, gazetteer)


def _case(data: bytes) -> str:
    reader = extractor()
    collection, _ = read_collection("content/site.yaml", (COLLECTION / "site.yaml").read_bytes())
    found = draft(_CASE, data, "case")
    reading = read(found, reader, {found.slug: found.title}, collection.sections)
    library, between = assemble([reading], reader.vocabulary, reader.gazetteer, collection)
    said = _said((*reading.problems, *between))
    if isinstance(reading.entry, Case) and not said:  # a build ends with an error
        list(coverage(library, reading.entry))
        msgspec.json.encode(case_view(library, reading.entry))
        search_files(library)
    return said


def _terms(data: bytes) -> str:
    found, problems = read_vocabulary({_TERMS: data, str(CUES): CUES.read_bytes()}, extractor().gazetteer)
    Extractor(found).tags("街坊议事协商")
    return _said(problems)


def _locked(data: bytes) -> str:
    return _said(lock.read_lock(_LOCK, data).problems)


def _article(suffix: str, data: bytes) -> str:
    try:
        extraction(article(decoded(data), suffix), extractor())
    except TooLongError:
        return "文字太长"
    return ""


def _said(problems: tuple[Problem, ...] | list[Problem]) -> str:
    """The problems for people, as `check` prints them; the first error of them."""
    lines = [str(problem) for problem in problems]
    first = next((at for at, problem in enumerate(problems) if problem.severity == "error"), None)
    return "" if first is None else lines[first]


@dataclass(frozen=True)
class Surface:
    """Something that strangers can send: what reads it, how large it may be in bytes, and one that is all right."""

    read: Callable[[bytes], str]  # to the first error, or an empty string
    largest: int
    simple: str = "九江镇来了3人。"

    def outcome(self, data: bytes) -> str:
        """The first error of `data`, an empty string if it has none."""
        return self.read(data) if len(data) <= self.largest else "文件太大"


SURFACES: Mapping[str, Surface] = {
    "case": Surface(_case, LARGEST_ENTRY, "---\ntitle: 甲\n---\n\n来了3人。\n"),
    "terms": Surface(_terms, LARGEST, "- {id: a, zh: 甲, en: A}\n"),
    "lock": Surface(_locked, lock.LARGEST, "cases/a/\n"),
    "txt": Surface(partial(_article, ".txt"), LARGEST_ARTICLE),
    "md": Surface(partial(_article, ".md"), LARGEST_ARTICLE),
    "html": Surface(partial(_article, ".html"), LARGEST_ARTICLE),
}
