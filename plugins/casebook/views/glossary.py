"""The views of the glossary: every term in Chinese and English, by facet and by the alphabet."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from casebook.addresses import INDICATORS, METHODS, facet_url, term_url
from casebook.facets import BY_ID
from casebook.facets import METHODS as METHODS_FACET
from casebook.library import GlossaryTerm, Library, by_english, glossary
from casebook.model.values import Struct
from casebook.views.addresses import facet_name, facet_note, home_link, names_of
from casebook.views.paging import Beginning, ListPage, beginning, cut, is_long, list_pages, list_url, numbered
from casebook.views.records import Link, View
from casebook.views.site_page import SitePage

URL, ALPHABET = "glossary/", "alphabet"
WORDS = 12  # of each facet on the page of all
LETTERS = 66  # lines of a page of the alphabet, of which the last has a half more: at most 100


class WordView(Struct):
    """A term with its other names, its translation and its meaning; `zh` has no address if the term has no page."""

    zh: Link
    en: str
    aliases: tuple[str, ...]
    note: str


class WordGroup(Struct):
    """The terms of one facet, those first that most pages have."""

    anchor: str
    title: str
    note: str
    words: Beginning[WordView]


class LetterView(Struct):
    """The terms with one first letter in English: (English, Chinese, pages by kind)."""

    anchor: str
    letter: str
    words: tuple[tuple[str, str, tuple[Link, ...]], ...]


class GlossaryView(View):
    """The terms of the casebook by facet; `letters` are links into the alphabet, which may have pages of its own."""

    template: str = "glossary.html"
    groups: tuple[WordGroup, ...]
    alphabet_note: str
    letters: tuple[Link, ...]
    alphabet: tuple[LetterView, ...]


class WordsView(ListPage):
    """A page of all terms of one facet."""

    template: str = "words.html"
    note: str
    words: tuple[WordView, ...]


class AlphabetView(ListPage):
    """A page of all terms by their first letter in English."""

    template: str = "alphabet.html"
    note: str
    letters: tuple[LetterView, ...]


def glossary_view(library: Library) -> GlossaryView:
    """The page of all terms in both languages."""
    found, words = glossary(library), library.words
    count = sum(len(terms) for facet, terms in found.items() if not BY_ID[facet].is_proper)
    lines = _lines(library)
    return GlossaryView(
        url=URL,
        title=words.glossary_title,
        description=_description(library, count),
        crumbs=(home_link(library),),
        groups=tuple(
            WordGroup(
                anchor=f"words-{facet}",
                title=facet_name(library, facet),
                note=facet_note(library, facet),
                words=beginning(library, _used_first(library, terms), list_url(URL, facet), WORDS).map(_word),
            )
            for facet, terms in found.items()
            if terms
        ),
        alphabet_note=_alphabet_note(library),
        letters=tuple(_letters(library)),
        alphabet=() if is_long(len(lines), LETTERS) else tuple(_by_letter(library, lines)),
    )


def glossary_lists(library: Library) -> Iterator[WordsView | AlphabetView]:
    """The pages of facets and of the alphabet that the page of all terms has no room for."""
    words, above = library.words, (home_link(library), Link(text=library.words.glossary_title, url=URL))
    for facet, terms in glossary(library).items():
        if is_long(len(terms), WORDS):
            items, note = _used_first(library, terms), facet_note(library, facet)
            for some, shared in list_pages(library, above, facet, facet_name(library, facet), items):
                yield WordsView(**shared, note=note, words=tuple(map(_word, some)))
    if is_long(len(_lines(library)), LETTERS):
        lines, note = _lines(library), _alphabet_note(library)
        for some_lines, shared in list_pages(library, above, ALPHABET, words.glossary_alphabet, lines, LETTERS):
            yield AlphabetView(**shared, note=note, letters=tuple(_by_letter(library, some_lines)))


def _used_first(library: Library, terms: Sequence[GlossaryTerm]) -> list[GlossaryTerm]:
    """The terms that most pages have, then the others; those of as many in their order."""
    return sorted(terms, key=lambda term: -_uses(library, term))


def _uses(library: Library, term: GlossaryTerm) -> int:
    if term.facet == METHODS_FACET:
        return len({use.case for use in library.uses_of(term.id)})
    return len(library.tagged(term.facet, term.id))


def _word(term: GlossaryTerm) -> WordView:
    return WordView(zh=_link(term), en=term.en, aliases=term.aliases, note=term.note)


# --- the alphabet ---

Line = tuple[str, tuple[GlossaryTerm, ...]]  # first letter, terms with the same names in both languages


def _lines(library: Library) -> list[Line]:
    """The lines of the alphabet, in order."""
    return [(letter, same) for letter, words in by_english(glossary(library)).items() for same in words]


def _by_letter(library: Library, lines: Sequence[Line]) -> Iterator[LetterView]:
    for letter, some in groupby(lines, key=lambda line: line[0]):
        words = ((same[0].en, same[0].zh, tuple(map(partial(_kind, library), same))) for _, same in some)
        yield LetterView(anchor=_anchor(letter), letter=letter, words=tuple(words))


def _letters(library: Library) -> Iterator[Link]:
    """A link to each letter, on the page where it begins."""
    lines, seen = _lines(library), set[str]()
    url = list_url(URL, ALPHABET)
    for number, (some, _) in enumerate(cut(library, lines, url, LETTERS), 1):
        page = numbered(url, number) if is_long(len(lines), LETTERS) else URL
        for letter, _ in some:
            if letter not in seen:
                seen.add(letter)
                yield Link(text=letter, url=f"{page}#{_anchor(letter)}")


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower() if letter.isascii() and letter.isalnum() else format(ord(letter), 'x')}"


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


PAGES = (
    SitePage(
        URL,
        glossary_view,
        title="glossary_title",
        name="glossary_title",
        footer=90,
        overview=4,
        lists=glossary_lists,
    ),
)
