"""The terms of the casebook in Chinese and English."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from casebook.facets import BY_ID, METHODS
from casebook.library.grouping import grouped
from casebook.library.library import Library
from casebook.model.values import Record
from casebook.vocabulary import Vocabulary


class GlossaryTerm(Record):
    """A term with its translation; `facet` (of the vocabulary, or `methods`) and `id` name its page."""

    facet: str
    id: str
    zh: str
    en: str
    aliases: tuple[str, ...] = ()
    note: str = ""


def glossary(library: Library) -> Mapping[str, tuple[GlossaryTerm, ...]]:
    """Facet -> terms in the order of the vocabulary; methods come first, proper names last."""
    methods = (
        GlossaryTerm(facet=METHODS, id=m.slug, zh=f.title, en=f.title_en, aliases=f.aliases)
        for m in library.methods.values()
        for f in [m.front]
    )
    found = {METHODS: tuple(sorted(methods, key=lambda word: word.en.casefold()))}
    terms = (facet.id for facet in library.collection.facets("glossary") if facet.model)
    return found | {facet: _words(library.vocabulary, facet) for facet in terms}


def _words(vocabulary: Vocabulary, facet: str) -> tuple[GlossaryTerm, ...]:
    return tuple(
        GlossaryTerm(facet=facet, id=t.id, zh=t.zh, en=t.en, aliases=t.aliases, note=t.note)
        for t in vocabulary.terms(facet)
    )


def by_english(found: Mapping[str, Sequence[GlossaryTerm]]) -> Mapping[str, tuple[tuple[GlossaryTerm, ...], ...]]:
    """First letter -> groups of terms by English name; terms with the same names in both languages form one group.

    What has no English name stands in no alphabet.
    """
    words = [word for facet, words in found.items() if not BY_ID[facet].is_proper for word in words if word.en]
    words.sort(key=_both)
    return grouped((key[0][0].upper(), tuple(same)) for key, same in groupby(words, key=_both))


def _both(word: GlossaryTerm) -> tuple[str, str]:
    return word.en.casefold(), word.zh
