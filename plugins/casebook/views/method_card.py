"""The view of the card of a method: on one screen of a phone, or one side of A5, what one needs to know to begin.

Each of its words stands on the page of the method, or of the case: whole sentences, the first of their part.
"""

from collections.abc import Iterator, Sequence

from casebook.extract.sentences import first_sentence
from casebook.library import Library
from casebook.model.records import Case, Method, Section
from casebook.model.values import Struct
from casebook.reading.labels import Labelled, labelled
from casebook.views.addresses import entry_link, other_papers, papers
from casebook.views.cards import short_facts
from casebook.views.records import Link, View

WHEN, WHEN_NOT, NEEDS = "when", "when-not", "needs"  # the parts of a method that a card tells of, if it has them


class CardLine(Struct):
    """What a method says of one thing, under its name; empty if it does not say it."""

    name: str
    text: str


class CardStep(Struct):
    """A step: its title, and the sentence that says what to do."""

    number: int
    title: str
    opening: str


class CardCase(Struct):
    """The case that a reader reads first: where and when it was, and the first sentence of its summary."""

    link: Link
    facts: tuple[str, ...]
    text: str


class MethodCardView(View):
    """The card of the method `of`; `others` are what it is printed as besides."""

    template: str = "method_card.html"
    of: Link
    others: tuple[Link, ...]
    title_en: str
    is_draft: bool
    what: str
    lines: tuple[CardLine, ...]
    steps: tuple[CardStep, ...]
    case: CardCase | None

    @property
    def canonical(self) -> str:
        """The canonical address: that of the method, of which a card repeats a part."""
        return self.of.url


def method_card(library: Library, method: Method, above: Sequence[Link], cases: Sequence[Case]) -> MethodCardView:
    """The card of a method; `above` are the links to it, the last, and to the pages above, `cases` the most telling."""
    link, front = papers(library, method)[0], method.front
    return MethodCardView(
        url=link.url,
        title=link.text,
        description=library.words("method_card_description", method=front.title),
        crumbs=tuple(above),
        of=above[-1],
        others=other_papers(library, method, link.url),
        title_en=front.title_en,
        is_draft=front.status == "draft",
        what=first_sentence(front.summary),
        lines=tuple(card_lines(library, method)),
        steps=tuple(CardStep(number=one.number, title=one.title, opening=one.summary) for one in method.steps),
        case=next((_case(library, case) for case in cases), None),
    )


def _case(library: Library, case: Case) -> CardCase:
    summary = first_sentence(case.front.summary)
    return CardCase(link=entry_link(case), facts=short_facts(library, case), text=summary)


def card_lines(library: Library, method: Method) -> Iterator[CardLine]:
    """When to use a method, when not, and what its collection wants to know of what it needs."""
    parts = library.collection.sections.method
    found = {section.kind: section for section in method.sections if section.level == 2}
    for kind, told in ((WHEN, first_sentence), (WHEN_NOT, str)):  # of what to do instead, the whole item
        if kind in parts:
            section = found.get(kind)
            name = section.title if section else parts[kind].titles[0]
            yield CardLine(name=name, text=told(_first_item(method, section)) if section else "")
    if NEEDS in parts:
        yield from _needed(library, method, found.get(NEEDS))


def _first_item(method: Method, section: Section) -> str:
    """The first paragraph or item of a part."""
    text = method.text[section.start + len(section.title) : section.end]
    return text.strip().partition("\n")[0]


def _needed(library: Library, method: Method, section: Section | None) -> Iterator[CardLine]:
    """What a method needs, each item once, under its own name; last, in one line, what it does not say."""
    lines = library.collection.sections.method[NEEDS].lines
    items = tuple(labelled(library.bodies[method.slug].document, section)) if section else ()
    found = {name: _item(items, words) for name, words in lines.items()}
    for item in dict.fromkeys(filter(None, found.values())):
        yield CardLine(name=item.label, text=first_sentence(item.text))
    if lacking := [name for name, item in found.items() if item is None]:
        yield CardLine(name=library.words.text_comma.join(lacking), text="")


def _item(items: Sequence[Labelled], words: Sequence[str]) -> Labelled | None:
    """The item that has one of `words` for its name, else the first that is about them."""
    named = [item for item in items if item.is_about(words)]
    return min(named, key=lambda item: item.label not in words, default=None)
