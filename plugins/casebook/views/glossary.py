"""The views for readers of English: the glossary, and the English summaries."""

from collections.abc import Iterable

from casebook.facets import BY_ID
from casebook.library import GlossaryTerm, Library, by_english, glossary
from casebook.model.records import Case, Method
from casebook.model.values import Record
from casebook.views.addresses import (
    INDICATORS,
    METHODS,
    entry_link,
    facet_name,
    facet_note,
    facet_url,
    home_link,
    names_of,
    term_url,
)
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

URL, ENGLISH = "glossary/", "english/"


class WordView(Record):
    """A term with its other names, its translation and its meaning; `zh` has no address if the term has no page."""

    zh: Link
    en: str
    aliases: tuple[str, ...]
    note: str


class WordGroup(Record):
    """The terms of one facet; proper names are folded away, since they need no explanation."""

    anchor: str
    title: str
    note: str
    is_folded: bool
    words: tuple[WordView, ...]


class LetterView(Record):
    """The terms with one first letter in English: (English, Chinese, pages by kind)."""

    letter: str
    words: tuple[tuple[str, str, tuple[Link, ...]], ...]


class GlossaryView(View):
    """Every term of the casebook in Chinese and English, by facet and by the alphabet."""

    template: str = "glossary.html"
    groups: tuple[WordGroup, ...]
    alphabet_note: str
    letters: tuple[LetterView, ...]


class EnglishEntry(Record):
    """A case or method in English; `summary` may be empty."""

    title: str
    summary: str
    entry: Link


class EnglishView(View):
    """The summaries of all cases and methods in English."""

    template: str = "english.html"
    groups: tuple[tuple[str, tuple[EnglishEntry, ...]], ...]


def glossary_view(library: Library) -> GlossaryView:
    """The page of all terms in both languages."""
    found = glossary(library)
    count = sum(len(words) for facet, words in found.items() if not BY_ID[facet].is_proper)
    return GlossaryView(
        url=URL,
        title=library.words.glossary_title,
        description=_description(library, count),
        crumbs=(home_link(library),),
        groups=tuple(
            WordGroup(
                anchor=f"words-{facet}",
                title=facet_name(library, facet),
                note=facet_note(library, facet),
                is_folded=BY_ID[facet].is_proper,
                words=tuple(
                    WordView(zh=_link(word), en=word.en, aliases=word.aliases, note=word.note) for word in words
                ),
            )
            for facet, words in found.items()
            if words
        ),
        alphabet_note=_alphabet_note(library),
        letters=tuple(
            LetterView(
                letter=letter,
                words=tuple((same[0].en, same[0].zh, tuple(_kind(library, one) for one in same)) for same in words),
            )
            for letter, words in by_english(found).items()
        ),
    )


def _description(library: Library, count: int) -> str:
    if not (names := _proper(library)):
        return library.words("glossary_description", count=count)
    return library.words("glossary_description_names", count=count, facets=names)


def _alphabet_note(library: Library) -> str:
    if not (names := _proper(library)):
        return library.words.glossary_alphabet_note
    return library.words("glossary_alphabet_note_names", facets=names)


def _proper(library: Library) -> str:
    """The facets whose words are names of single things."""
    return names_of(library, (facet for facet in library.collection.facets("glossary") if facet.is_proper))


def _link(word: GlossaryTerm) -> Link:
    has_page = isinstance(BY_ID[word.facet].page, int) or facet_url(word.facet) in (INDICATORS, METHODS)
    return Link(text=word.zh, url=term_url(word.facet, word.id) if has_page else "")


def _kind(library: Library, word: GlossaryTerm) -> Link:
    """A link to the page of a term, whose text is the kind of page."""
    return Link(text=facet_name(library, word.facet), url=_link(word).url)


def english_view(library: Library) -> EnglishView:
    """The page of all English summaries, in the order of their English titles."""
    counts = f"{len(library.cases)} cases and {len(library.methods)} methods"
    what = " ".join(filter(None, (counts, library.collection.site.from_en)))
    return EnglishView(
        url=ENGLISH,
        title=library.words.english_title,
        description=f"{what}, summed up in English. The pages themselves are in Chinese.",
        crumbs=(home_link(library),),
        groups=tuple(
            (title, _in_english(entries.values()))
            for title, entries in (("Cases", library.cases), ("Methods", library.methods))
            if entries
        ),
    )


def _in_english(entries: Iterable[Case | Method]) -> tuple[EnglishEntry, ...]:
    found = [EnglishEntry(title=e.front.title_en, summary=e.front.summary_en, entry=entry_link(e)) for e in entries]
    return tuple(sorted(found, key=lambda one: one.title.casefold()))


PAGES = (
    SitePage(URL, glossary_view, title="glossary_title", name="glossary_title", footer=90, overview=4),
    SitePage(ENGLISH, english_view, title="english_title", name="english_title", footer=100, overview=5, lang="en"),
)
