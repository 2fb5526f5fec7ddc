"""The views for readers of English: the glossary, and what there is in English."""

from collections.abc import Iterable

from casebook.library import NAMES, GlossaryTerm, Library, by_english, glossary
from casebook.model.records import Case, Method
from casebook.model.values import Record
from casebook.views.addresses import ENGLISH, FACETS, GLOSSARY, INDICATORS, entry_link, term_url
from casebook.views.entries import HOME
from casebook.views.records import Link, View

# what the words of a facet without pages are
WORDS = {
    "methods": ("方法", "怎么再做一次；是什么、什么时候用，点进去看。"),
    "indicators": INDICATORS,
    "roles": ("角色", "一个机构在案例里做什么。"),
    "scopes": ("口径", "一个数字算到哪里。"),
    "money-kinds": ("钱的性质", "性质不同的钱不相加。"),
    "caveat-kinds": ("提醒的类别", "读一个案例之前要知道的事。"),
    "grades": ("来源的等级", "来源可靠到什么程度。"),
}
_WITH_PAGES = ("methods", "indicators", *FACETS)


class WordView(Record):
    """A word with its other names, its translation and what it means; without an address when it has no page."""

    zh: Link
    en: str
    aliases: tuple[str, ...]
    note: str


class WordGroup(Record):
    """The words of one facet; the names of places and bodies are folded away, as they need no explanation."""

    anchor: str
    title: str
    note: str
    is_folded: bool
    words: tuple[WordView, ...]


class LetterView(Record):
    """The words that begin with one letter in English, each with its pages; their notes say what each page is."""

    letter: str
    words: tuple[tuple[str, str, tuple[Link, ...]], ...]


class GlossaryView(View):
    """Every term of the casebook in Chinese and English, by facet and by the alphabet."""

    template: str = "glossary.html"
    groups: tuple[WordGroup, ...]
    letters: tuple[LetterView, ...]


class EnglishEntry(Record):
    """A case or method in English; no summary when nobody has written one."""

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
    count = sum(len(words) for facet, words in found.items() if facet not in NAMES)
    return GlossaryView(
        url=GLOSSARY,
        title="中英术语",
        description=f"案例库用的 {count} 个词，中文和英文对照；机构和地点的译名另列。",
        crumbs=(HOME,),
        groups=tuple(
            WordGroup(
                anchor=f"words-{facet}",
                title=title,
                note=note,
                is_folded=facet in NAMES,
                words=tuple(
                    WordView(zh=_link(word), en=word.en, aliases=word.aliases, note=word.note) for word in words
                ),
            )
            for facet, words in found.items()
            for title, note in [_names(facet)]
        ),
        letters=tuple(
            LetterView(letter=letter, words=tuple((same[0].en, same[0].zh, tuple(map(_kind, same))) for same in words))
            for letter, words in by_english(found).items()
        ),
    )


def _names(facet: str) -> tuple[str, str]:
    return WORDS[facet] if facet in WORDS else FACETS[facet]


def _link(word: GlossaryTerm) -> Link:
    return Link(text=word.zh, url=term_url(word.facet, word.id) if word.facet in _WITH_PAGES else "")


def _kind(word: GlossaryTerm) -> Link:
    """The page of a word, by what kind of page it is."""
    return Link(text=_names(word.facet)[0], url=_link(word).url)


def english_view(library: Library) -> EnglishView:
    """The page of all English summaries, in the order of their English titles."""
    return EnglishView(
        url=ENGLISH,
        title="English",
        description=f"{len(library.cases)} cases and {len(library.methods)} methods from Chinese neighbourhoods, "
        "summed up in English. The pages themselves are in Chinese.",
        crumbs=(HOME,),
        groups=(
            ("Cases", _in_english(library.cases.values())),
            ("Methods", _in_english(library.methods.values())),
        ),
    )


def _in_english(entries: Iterable[Case | Method]) -> tuple[EnglishEntry, ...]:
    found = [EnglishEntry(title=e.front.title_en, summary=e.front.summary_en, entry=entry_link(e)) for e in entries]
    return tuple(sorted(found, key=lambda one: one.title.casefold()))
