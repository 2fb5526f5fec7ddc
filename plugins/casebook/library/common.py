"""Names that say too little to stand for one page: what many pages say, the site's own words, words of questions.

Such a name would turn the words of other pages into links to its own, and searches for them, too.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from casebook.extract.lexicon import finder
from casebook.library.directory import SHORTEST, target_of
from casebook.library.library import Library
from casebook.library.mentions import Target
from casebook.model.front import Described, MethodFront
from casebook.model.problems import Problem
from casebook.model.records import Entry
from casebook.reading.entries import Reading
from casebook.reading.validation import field_name
from casebook.tables import load
from casebook.words import words_in

FEW = 8  # pages; so many may name any page, however small the collection is
OFTEN, MANY = 3, 10  # an alias that every third page says is a common word; one that links every tenth page is told of

_PLACES = re.compile(r"\{[^{}]*\}")  # where values stand in the words of the site
_ALLOW = "真的只指这一页,就请管词表的人把它写进 site.yaml 的 own_names"


class _Name(NamedTuple):
    """A name of a page, and where its author wrote it; that of a method or organisation `is_subject`."""

    text: str
    target: Target
    path: str
    line: Callable[[], int]
    field: str
    is_subject: bool = False


def common_names(library: Library, readings: Sequence[Reading]) -> Iterator[Problem]:
    """A Problem for each name that is a common word, and a warning for each that links very many pages."""
    allowed = {*library.collection.site.own_names}
    names = [name for name in _names(library, readings) if name.text not in allowed]
    spread = _spread(library, {name.text for name in names})
    links = Counter(
        (mention.target, entry.text[mention.start : mention.end])
        for entry in library.entries
        for mention in library.mentions(entry.slug)
    )
    own = _own_words()
    often, many = (max(FEW, len(library.entries) // share) for share in (OFTEN, MANY))
    for name in names:
        linked = links[name.target, name.text]
        if spread[name.text] > often and not name.is_subject:
            yield _problem(name, f"有 {spread[name.text]} 页写到它,{linked} 页会自动链接到这一页,搜它也会先到这里")
        elif len(name.text) >= SHORTEST and name.text in own:
            yield _problem(name, f"网站自己的话、提问的话里也有它,{linked} 页会自动链接到这一页")
        elif linked > many:
            yield _problem(name, f"会让 {linked} 页自动链接到这一页").model_copy(update={"severity": "warning"})


def _names(library: Library, readings: Sequence[Reading]) -> Iterator[_Name]:
    """The names of cases, methods and organisations that link, each with its place."""
    for reading in readings:
        front, path = reading.entry and reading.entry.front, reading.draft.path
        if reading.entry and isinstance(front, Described):
            target = target_of(reading.entry)
            is_subject = isinstance(front, MethodFront)
            yield _Name(front.title, target, path, partial(reading.line_of, "title"), "title", is_subject)
            for index, alias in enumerate(front.aliases):
                loc = ("aliases", index)
                yield _Name(alias, target, path, partial(reading.line_of, *loc), field_name(loc))
    for term in library.vocabulary.terms("organisations"):
        path, line = library.vocabulary.origins["organisations", term.id]
        for name in term.names:
            yield _Name(name, ("organisations", term.id), path, partial(int, line), term.id, name == term.zh)


def _own_words() -> str:
    """What the site itself says, and what readers say when they ask, a line each."""
    asked = (word for row in load("fillers") for word in row["words"])
    said = (_PLACES.sub("\n", text) for text in words_in().texts.values())
    return "\n".join((*said, *asked))


def _spread(library: Library, names: set[str]) -> Mapping[str, int]:
    """Name -> how many pages say it in their own words, also within longer ones."""
    said = finder(names)
    return Counter(name for entry in library.entries for name in said(_unlinked(entry)))


def _unlinked(entry: Entry) -> str:
    """The text of a page without the words of its links: these say where they lead."""
    text, at = [], 0
    for link in entry.links:
        text.append(entry.text[at : link.start])
        at = link.end
    return "\n".join((*text, entry.text[at:]))


def _problem(name: _Name, why: str) -> Problem:
    found, instead = f"“{name.text}” 是常用的话:{why}", f"换一个别处不会有的名称;{_ALLOW}"
    return Problem(path=name.path, line=name.line(), field=name.field, found=found, instead=instead)
