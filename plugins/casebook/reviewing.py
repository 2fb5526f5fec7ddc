"""Reviews the content of a folder against what stood in it in a commit."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from casebook.commits import differing, restore
from casebook.days import this_day
from casebook.extraction import read_article
from casebook.files import read_gazetteer, read_site
from casebook.readings import readings_of
from casebook.review import Proposal, SourceText, proposal
from casebook.vocabularies import vocabulary_of


class UnknownCommitError(ValueError):
    """Raised when git does not know the commit, or the folder is in no repository."""


def proposal_in(content: Path, ref: str) -> Proposal:
    """The Proposal that stands in a folder since the commit `ref`; UnknownCommitError if there is none."""
    files = differing(content, ref)
    if files is None:
        raise UnknownCommitError(ref)
    gazetteer, today = read_gazetteer(), this_day()
    with tempfile.TemporaryDirectory() as name:
        before = Path(name)
        restore(content, ref, before)
        was = read_site(before, gazetteer=gazetteer, today=today)
    now = read_site(content, gazetteer=gazetteer, today=today, read=readings_of(content), terms=vocabulary_of(content))
    return proposal(was, now, files)


def source_texts(paths: Sequence[str]) -> tuple[SourceText, ...]:
    """The texts of sources in these files; OSError, UnicodeDecodeError or TooLongError where one cannot be read."""
    return tuple(SourceText(Path(path).name, read_article(path).text) for path in paths)
