"""Warnings about names of communities and organisations that the vocabulary does not have."""

from collections.abc import Callable, Iterator, Mapping

from casebook.extract.organisations import is_own
from casebook.model.records import Case, Entry
from casebook.once import once
from casebook.reading.findings import Finding
from casebook.reading.markup import Document
from casebook.vocabulary import Vocabulary

_HOMES = {"places": "地点", "organisations": "机构"}


def findings(entry: Entry, document: Document, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A warning for each name in a case that nobody has written in a front matter, with what to write there.

    Divisions need none, since the gazetteer knows them, nor does a name that is part of a known name.
    """
    if not isinstance(entry, Case):
        return
    known = _known(vocabulary)
    places = {tag.name for tag in entry.tags if tag.facet == "places" and not tag.declared}
    for tag in entry.tags:
        if tag.declared or tag.term or tag.facet in vocabulary.left_out or tag.name in known:
            continue
        begins = any(tag.name[:size] in places for size in range(1, len(tag.name) + 1))
        if tag.level == "community" or (tag.facet == "organisations" and (begins or is_own(tag.name))):
            found = f"“{tag.name}” 像是{_HOMES[tag.facet]},开头的 {tag.facet} 里没有"
            instead = f"{_ADVICE[tag.facet](tag.name, entry, vocabulary)};不是名称就换个说法"
            yield Finding(document.line_at(tag.start), "正文", found, instead, "warning")


@once
def _known(vocabulary: Vocabulary) -> str:
    """All known names, a line each; to look for a name in one text is quicker than in thousands."""
    return "\n".join(name for facet in _HOMES for term in vocabulary.terms(facet) for name in term.names)


def _of_body(name: str, entry: Case, vocabulary: Vocabulary) -> str:
    return f"写进 organisations:- {{organisation: {name}, role: ……}}"


def _of_place(name: str, entry: Case, vocabulary: Vocabulary) -> str:
    """The line for a place, with the divisions of the case before it."""
    around = vocabulary.lineage(entry.front.places[0]) if entry.front.places else ()
    above = "".join(up.zh for up in reversed(around) if up.level != "community")
    return f"事情就在这里,写进 places:{above}{name};只是提到,可以留着"


_ADVICE: Mapping[str, Callable[[str, Case, Vocabulary], str]] = {"organisations": _of_body, "places": _of_place}
