"""What an article is about: terms of the vocabulary, each with the sentence that speaks for it, the likeliest first."""

from collections.abc import Iterator, Sequence

from casebook.drafting.found import FoundTerm
from casebook.drafting.how import brief
from casebook.drafting.reading import Reading
from casebook.drafting.sentences import clause, said
from casebook.extract.evidence import Candidate, likely
from casebook.extract.themes import themes

_MOST = {"themes": 5, "forms": 2, "actors": 8, "beneficiaries": 2}
_WORD = 2  # characters by which a name is found again in its clause
_LEAST = {"forms": 1, "actors": 2, "beneficiaries": 3}  # how much must be said of what is not among the likely ones


def terms_of(reading: Reading) -> tuple[FoundTerm, ...]:
    """The terms of an article by facet."""
    evidence = reading.evidence
    told: dict[str, Sequence[Candidate]] = {
        "themes": themes(evidence.themes),
        "forms": likely(evidence.forms, "forms"),
        "actors": likely(evidence.actors, "actors"),
    }
    facets = [facet for facet in _MOST if facet not in reading.library.vocabulary.left_out]
    return tuple(term for facet in facets for term in [*_terms(reading, facet, told.get(facet, ()))][: _MOST[facet]])


def _terms(reading: Reading, facet: str, told: Sequence[Candidate]) -> Iterator[FoundTerm]:
    """The terms that the likely names lead to, then those of which most is said."""
    vocabulary = reading.library.vocabulary
    found: dict[str, int] = {}
    for one in told:
        if term := vocabulary.find(facet, one.name):
            found.setdefault(term.id, one.start)
    if facet != "themes":
        tags = [tag for tag in reading.tags if tag.facet == facet and tag.term and tag.weight >= _LEAST[facet]]
        for tag in sorted(tags, key=lambda tag: -tag.weight):
            found.setdefault(tag.term, tag.start)
    for term_id, start in found.items():
        words = brief(clause(reading.page, start), reading.text[start : start + _WORD])
        zh = vocabulary[facet, term_id].zh
        yield FoundTerm(facet=facet, id=term_id, zh=zh, words=words, said=said(reading.page, start))
