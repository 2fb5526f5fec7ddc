"""The index as scripts find in it: every page that holds what is typed, ranked as one whole index would rank it."""

import random
from pathlib import Path

import pytest
from lunr.builder import Builder

from casebook.search import BOOSTS, documents, field_terms, numbered
from casebook.search.terms import fold
from tests.conftest import frozen
from tests.scripts import ask

SAMPLE = 500


def sample(texts: dict[str, str]) -> list[str]:
    """Strings of two and three characters from places drawn at random in all the text there is."""
    draw = random.Random(20261122)
    whole = "\n".join(texts.values())
    strings: set[str] = set()
    while len(strings) < SAMPLE:
        start, length = draw.randrange(len(whole)), draw.choice((2, 3))
        piece = whole[start : start + length]
        if piece.strip() and "\n" not in piece:
            strings.add(piece)
    return sorted(strings)


def test_every_page_that_holds_a_string_is_found(frozen_site: Path, record_property):
    texts = {d.ref: fold(d.text) for d in documents(frozen())}
    strings = sample(texts)
    found = dict(zip(strings, ask(frozen_site, found=strings)["found"], strict=True))
    missed = {
        string: refs
        for string in strings
        if any(map(str.isalnum, string))  # punctuation alone asks for nothing
        and (refs := {ref for ref, text in texts.items() if fold(string) in text} - set(found[string]))
    }
    for label, of in (("words", str.isalnum), ("across punctuation", lambda s: not s.isalnum())):
        kind = [(s, ref) for s in strings if of(s) for ref in found[s]]
        spare = sum(fold(string) not in texts[ref] for string, ref in kind)
        counted = f"{sum(map(of, strings))} strings, {len(kind)} pages found, {spare} of them without the string"
        record_property("figures", f"search, {label}: {counted}")
    assert missed == {}


def whole_index() -> dict[str, object]:
    """The index of the frozen_site content as lunr.py's own builder makes it."""
    builder = Builder()
    builder.ref("number")
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    for number, document in enumerate(numbered(documents(frozen()))):
        fields = {field: field_terms(document, field) for field in BOOSTS}
        builder.add({"number": number, **fields}, {"boost": document.weight})
    return builder.build().serialize()


def test_the_files_rank_as_the_whole_index_does(frozen_site: Path):
    draw = random.Random(20261122)
    whole = "\n".join(document.text for document in documents(frozen()))
    starts = [draw.randrange(len(whole)) for _ in range(300)]
    strings = [whole[start : start + draw.choice((1, 2, 3, 4, 8))] for start in starts]
    both = ask(frozen_site, ranked={"whole": whole_index(), "strings": strings})["ranked"]
    for found, expected in both:
        assert [one["number"] for one in found] == [one["number"] for one in expected]
        assert [one["score"] for one in found] == pytest.approx([one["score"] for one in expected], rel=1e-9)
    assert sum(bool(found) for found, _ in both) > 200
