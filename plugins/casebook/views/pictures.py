"""What the pictures say that other services show in the place of a link: a title, where or what it is, one figure."""

from collections.abc import Iterator

from casebook.addresses import entry_url
from casebook.library import Library
from casebook.model.records import Case, Entry
from casebook.model.values import Struct
from casebook.views.addresses import kind_name
from casebook.views.cards import key_figures, short_facts
from casebook.views.phrases import known_words, phrases

SITE = ""  # the address of the home page, whose picture stands for every page without one of its own


class Picture(Struct):
    """The words of a picture: lines of the title break between its phrases; `value` is the figure, `label` its name."""

    title: tuple[str, ...]
    above: str
    label: str
    value: str


def pictures(library: Library) -> Iterator[tuple[str, Picture]]:
    """(address of the page, its picture) of the home page and of each case and method."""
    known = known_words(library.vocabulary)
    name, cases = library.collection.site.name, kind_name(library, "case")
    yield SITE, Picture(title=phrases(name, known), above="", label=cases, value=str(len(library.cases)))
    for entry in (*library.cases.values(), *library.methods.values()):
        above, label, value = _told(library, entry)
        yield entry_url(entry), Picture(title=phrases(entry.front.title, known), above=above, label=label, value=value)


def _told(library: Library, entry: Entry) -> tuple[str, str, str]:
    """What stands above the title; the name and the words of the figure: a case's first, a method's count of steps."""
    facts = short_facts(library, entry)
    if isinstance(entry, Case):
        figure = next(iter(key_figures(library, entry)), None)
        return " · ".join(facts), figure.indicator.text if figure else "", figure.text if figure else ""
    steps, used = facts
    return kind_name(library, "method"), used, steps
