"""What every file of a collection is read with, the terms that its cases write among it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from casebook.extract import Extractor
from casebook.gazetteer import Gazetteer
from casebook.model.parts import Sections
from casebook.once import Fields
from casebook.reading.whole_terms import Extended, extended
from casebook.reading.written import Written
from casebook.vocabulary import Vocabulary


@dataclass(frozen=True)
class Basis(Fields):
    """What every file is read with, besides the titles of others; `mark` is a digest of all that it was made of.

    Without `drafts` the terms that only drafts write are none: the public site has no pages of them.
    """

    vocabulary: Vocabulary
    gazetteer: Gazetteer
    sections: Sections
    mark: bytes = b""
    drafts: bool = True

    @cached_property
    def extractor(self) -> Extractor:
        """The Extractor, made when something is read."""
        return Extractor(self.vocabulary, self.gazetteer)

    def counted(self, every: Iterable[Written]) -> tuple[Written, ...]:
        """What of all that cases write counts."""
        return tuple(one for one in every if self.drafts or not one.is_draft)

    def terms(self, counted: Iterable[Written]) -> Extended:
        """The terms that cases write."""
        return extended(self.vocabulary, self.gazetteer, counted)

    def extended(self, more: Extended) -> "Basis":
        """The same with these terms; where each stands decides nothing of what is read."""
        found = more.extension
        if not found.terms and not found.spoken:
            return self
        told = repr((sorted(found.terms.items()), sorted(found.spoken.items())))
        mark = hashlib.blake2b(self.mark + told.encode()).digest()
        return replace(self, vocabulary=self.vocabulary.extended(found), mark=mark)
