"""A vocabulary that is the same as in the last build is kept."""

from collections.abc import Mapping
from pathlib import Path

from casebook.gazetteer import Gazetteer
from casebook.model.problems import Problem
from casebook.packing import packed
from casebook.reading.terms import read_vocabulary
from casebook.readings import code
from casebook.store import KEPT, Store, digest, place_of
from casebook.vocabulary import Vocabulary

_VOCABULARIES = KEPT / "vocabularies"
_Found = tuple[Vocabulary, tuple[Problem, ...]]


class KeptVocabulary:
    """Reads a vocabulary; the last one is kept in the file at `path`, which `fresh` does not look at."""

    def __init__(self, path: Path, *, fresh: bool = False) -> None:
        self._store, self._fresh = Store(path), fresh

    def __call__(self, data: Mapping[str, bytes], gazetteer: Gazetteer, left_out: frozenset[str]) -> _Found:
        """What `read_vocabulary` gives."""
        named = (part for path, text in data.items() for part in (path.encode(), text))
        key = digest(code(), gazetteer.mark, repr(sorted(left_out)).encode(), *named)
        kept: dict[bytes, _Found] = {} if self._fresh else dict(self._store.values([key]))
        found = kept.get(key)
        if found is None:
            found = read_vocabulary(data, gazetteer, left_out)
            self._store.put({key: packed(found)}, [key])
        return found


class LiveVocabulary:
    """Reads a vocabulary; of one that has not changed it gives again what it gave before."""

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._found: _Found = (Vocabulary({}), ())

    def __call__(self, data: Mapping[str, bytes], gazetteer: Gazetteer, left_out: frozenset[str]) -> _Found:
        """What `read_vocabulary` gives."""
        if self._of != (data, gazetteer, left_out):
            self._of, self._found = (data, gazetteer, left_out), read_vocabulary(data, gazetteer, left_out)
        return self._found


def vocabulary_of(content: Path, *, fresh: bool = False) -> KeptVocabulary:
    """The vocabulary of a content folder, kept in a file of its own below `.build/`."""
    return KeptVocabulary(place_of(_VOCABULARIES, content), fresh=fresh)
