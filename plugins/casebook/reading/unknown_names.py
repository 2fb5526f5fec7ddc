"""Warnings about names of communities and organisations that the vocabulary does not have."""

from collections.abc import Iterator
from functools import cache

from casebook.extract.organisations import is_own
from casebook.model.records import Case, Entry, Tag
from casebook.once import once
from casebook.reading.findings import Finding
from casebook.reading.markup import Document
from casebook.vocabulary import Vocabulary

_HOMES = {"places": "地点", "organisations": "机构"}


def findings(entry: Entry, document: Document, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A warning for each unknown name in a case, with the line to add to the vocabulary.

    Divisions need no line, since the gazetteer knows them, nor does a name that is part of a known name.
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
            home = f"content/vocabulary/{tag.facet}.yaml"
            found = f"“{tag.name}” 像是{_HOMES[tag.facet]},{home} 里没有"
            instead = f"登记 {_row(tag, entry, vocabulary)};不是名称就换个说法"
            yield Finding(document.line_at(tag.start), "正文", found, instead, "warning")


@once
def _known(vocabulary: Vocabulary) -> str:
    """All known names, a line each; to look for a name in one text is quicker than in thousands."""
    return "\n".join(name for facet in _HOMES for term in vocabulary.terms(facet) for name in term.names)


def _row(tag: Tag, entry: Case, vocabulary: Vocabulary) -> str:
    """The line for the vocabulary, with an id in pinyin, and the place of the case (or the one above it)."""
    around = vocabulary.lineage(entry.front.places[0]) if entry.front.places else ()
    place = around[0].id if around else ""
    above = next((up.id for up in around if up.level != "community"), "")
    kind = tag.kind if vocabulary.find("actors", tag.kind) else ""  # what names end with tells, where there is such
    more = {"level": tag.level, "parent": above} if tag.facet == "places" else {"kind": kind, "place": place}
    rest = "".join(f", {key}: {value}" for key, value in more.items() if value)
    return f"- {{id: {_pinyin(tag.name)}, zh: {tag.name}, en: ……{rest}}}"


@cache
def _pinyin(name: str) -> str:
    """The name in pinyin, as the id that is offered."""
    from pypinyin import lazy_pinyin  # takes a third of a second, and is needed for warnings alone

    return "-".join(filter(str.isalnum, filter(str.isascii, lazy_pinyin(name)))).lower()
