"""What is kept of a vocabulary: it is read once, and anew when anything of it has changed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import casebook.vocabularies
from casebook.gazetteer import NO_DIVISIONS
from casebook.packing import packed
from casebook.reading.terms import read_vocabulary
from casebook.vocabularies import KeptVocabulary, LiveVocabulary

THEMES = b"- {id: elder-care, zh: \xe5\x85\xbb\xe8\x80\x81, en: Elder care}\n"
DATA = {"vocabulary/themes.yaml": THEMES}
Asked = tuple[Mapping[str, bytes], frozenset[str]]


class Times:
    """How often a vocabulary was read from its files."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0

        def read(*given: object) -> object:
            self.count += 1
            return read_vocabulary(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(casebook.vocabularies, "read_vocabulary", read)


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> Times:
    return Times(monkeypatch)


def told(asked: Asked, path: Path, **how: bool) -> object:
    vocabulary, problems = KeptVocabulary(path, **how)(asked[0], NO_DIVISIONS, asked[1])
    return vocabulary.facets, vocabulary.origins, problems


def told_anew(asked: Asked) -> object:
    vocabulary, problems = read_vocabulary(asked[0], NO_DIVISIONS, asked[1])
    return vocabulary.facets, vocabulary.origins, problems


def test_what_is_the_same_is_read_once(tmp_path: Path, times: Times) -> None:
    asked = (DATA, frozenset[str]())
    assert told(asked, tmp_path / "a.db") == told(asked, tmp_path / "a.db") == told_anew(asked)
    assert times.count == 1


@pytest.mark.parametrize(
    "other",
    [
        ({"vocabulary/themes.yaml": THEMES.replace(b"Elder care", b"Care")}, frozenset[str]()),
        ({"vocabulary/themes.yaml": b"- {id: elder-care}\n"}, frozenset[str]()),
        ({**DATA, "vocabulary/forms.yaml": b"[]\n"}, frozenset[str]()),
        ({}, frozenset[str]()),
        (DATA, frozenset({"forms"})),
    ],
    ids=["a name", "an error", "another file", "no file", "a facet left out"],
)
def test_what_has_changed_is_read_again(other: Asked, tmp_path: Path, times: Times) -> None:
    told((DATA, frozenset[str]()), tmp_path / "a.db")
    assert told(other, tmp_path / "a.db") == told_anew(other)
    assert times.count == 2


def test_fresh_reads_it_again(tmp_path: Path, times: Times) -> None:
    asked = (DATA, frozenset[str]())
    told(asked, tmp_path / "a.db")
    told(asked, tmp_path / "a.db", fresh=True)
    assert times.count == 2


@pytest.mark.parametrize("of", [lambda value: b"no value", lambda value: packed(value)[:-9]], ids=["foreign", "cut"])
def test_what_is_broken_is_read_again(
    of, tmp_path: Path, times: Times, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    asked = (DATA, frozenset[str]())
    with monkeypatch.context() as broken:
        broken.setattr(casebook.vocabularies, "packed", of)
        told(asked, tmp_path / "a.db")
    assert told(asked, tmp_path / "a.db") == told_anew(asked)
    assert "a.db is thrown away" in capsys.readouterr().err
    assert times.count == 2


def test_a_process_has_the_last_one_at_hand(times: Times) -> None:
    live = LiveVocabulary()
    assert live(DATA, NO_DIVISIONS, frozenset()) is live(dict(DATA), NO_DIVISIONS, frozenset())
    assert live({}, NO_DIVISIONS, frozenset())[0].facets != live(DATA, NO_DIVISIONS, frozenset())[0].facets
    assert times.count == 3
