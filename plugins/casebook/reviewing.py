"""Reviews the content of a folder against what stood in it in a commit."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from casebook.articles import Article
from casebook.commits import differing, restore
from casebook.days import this_day
from casebook.documents import read_document
from casebook.drafting.page import page
from casebook.files import read_gazetteer, read_site
from casebook.readings import readings_of
from casebook.review import Proposal, SourceText, proposal
from casebook.vocabularies import vocabulary_of
from casebook.wrong import Wrong


class ReviewError(ValueError):
    """Raised when there is nothing to review, or nothing to hold it against; says why, and what to do."""


def proposal_in(content: Path, ref: str) -> Proposal:
    """The Proposal that stands in a folder since the commit `ref`; ReviewError if there is none."""
    files = differing(content, ref)
    if files is None:
        raise ReviewError(f"git 不认识提交 “{ref}”:写分支名或提交的编号,例如 origin/main")
    gazetteer, today = read_gazetteer(), this_day()
    with tempfile.TemporaryDirectory() as name:
        before = Path(name)
        restore(content, ref, before)
        was = read_site(before, gazetteer=gazetteer, today=today)
    now = read_site(content, gazetteer=gazetteer, today=today, read=readings_of(content), terms=vocabulary_of(content))
    return proposal(was, now, files)


def source_texts(paths: Sequence[str]) -> tuple[SourceText, ...]:
    """The texts of sources in these files; ReviewError where one cannot be read."""
    return tuple(SourceText(Path(path).name, page(_article(path))) for path in paths)


def _article(path: str) -> Article:
    read = read_document(path)
    if isinstance(read, Wrong):
        raise ReviewError(f"{path}: {read.found};{read.instead}")
    return read
