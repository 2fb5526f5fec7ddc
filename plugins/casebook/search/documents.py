"""The searched text of each page: its own text, without backlinks."""

from collections.abc import Iterator

from casebook.addresses import entry_url, figure_place, step_anchor
from casebook.library import Library
from casebook.model.records import Case, Entry, Method
from casebook.search.names import Other, labels_of, names_of_entry, preferred_names
from casebook.search.packs import pack_documents
from casebook.search.records import BodyPart, FigureSpan, SearchDocument
from casebook.search.subjects import subject_documents
from casebook.views.addresses import kind_name
from casebook.views.cards import key_figures, short_facts
from casebook.views.site_page import SitePage
from casebook.views.site_pages import site_pages

ENTRY = 3  # the weight of what tells something; that of what lists it is in subjects.py


def documents(library: Library) -> Iterator[SearchDocument]:
    """A document for every case, method and page, name of terms and pack, and for pages that tell of all of them."""
    own = preferred_names(library)
    for entry in library.entries:
        yield _of_entry(library, entry, tuple(names_of_entry(library, entry, own)))
    yield from subject_documents(library, own)
    yield from pack_documents(library)
    for page in site_pages():
        if page.searched and page.description:
            yield _of_site_page(library, page, page.description(library))


def _of_site_page(library: Library, page: SitePage, description: str) -> SearchDocument:
    """The document of a page about the whole collection: what it is, and what readers call that."""
    return SearchDocument(
        ref=page.url,
        kind="page",
        kind_name=kind_name(library, "page"),
        title=library.words[page.title],
        facts="",
        names=library.words[page.searched],
        summary=description,
        body="",
        weight=ENTRY,
    )


def _of_entry(library: Library, entry: Entry, others: tuple[Other, ...]) -> SearchDocument:
    return SearchDocument(
        ref=entry_url(entry),
        kind=entry.kind,
        kind_name=kind_name(library, entry.kind),
        title=entry.front.title,
        facts=" · ".join(short_facts(library, entry)),
        others=others,
        names=" ".join(_other_names(entry)),
        labels=" ".join(labels_of(library, entry)),
        head=" ".join(_key_figures(library, entry)),
        summary=entry.front.summary,
        english=_english(entry),
        steps=" ".join(step.title for step in entry.steps),
        body="\n".join((entry.text, *_caveats(entry), *_asked(entry))),
        parts=tuple(_parts(library, entry)),
        figures=tuple(_figures(library, entry)),
        weight=ENTRY,
    )


def _key_figures(library: Library, entry: Entry) -> Iterator[str]:
    if isinstance(entry, Case):
        yield from (f"{one.indicator.text} {one.text}" for one in key_figures(library, entry))


def _caveats(entry: Entry) -> tuple[str, ...]:
    return tuple(one.text for one in entry.front.caveats) if isinstance(entry, Case) else ()


def _asked(entry: Entry) -> tuple[str, ...]:
    return entry.front.asked if isinstance(entry, Case | Method) else ()


def _parts(library: Library, entry: Entry) -> Iterator[BodyPart]:
    """The sections and steps with an anchor, in order."""
    steps = {step.start: step for step in entry.steps if step.id}
    for section in entry.sections:
        if section.start in steps:
            step = steps[section.start]
            yield BodyPart(start=step.start, kind="step", title=step.title, anchor=step_anchor(entry, step.id))
        elif section.level == 2:
            yield BodyPart(start=section.start, kind="section", title=section.title, anchor=section.id)
    start = len(entry.text) + 1
    if caveats := _caveats(entry):
        yield BodyPart(start=start, kind="caveats", title=library.words.caveats_title, anchor="site-caveats")
    if _asked(entry):
        start += sum(len(text) + 1 for text in caveats)
        yield BodyPart(start=start, kind="asked", title=library.words.asked_title, anchor="site-asked")


def _figures(library: Library, entry: Entry) -> Iterator[FigureSpan]:
    for metric in entry.metrics:
        start = entry.text.rfind(metric.sentence, 0, metric.start + len(metric.sentence))
        yield FigureSpan(
            start=metric.start,
            end=metric.end,
            sentence_start=start,
            sentence_end=start + len(metric.sentence),
            indicator=library.vocabulary["indicators", metric.indicator].zh,
            anchor=figure_place(entry, metric),
        )


def _other_names(entry: Entry) -> tuple[str, ...]:
    title_en = getattr(entry.front, "title_en", "")
    aliases: tuple[str, ...] = getattr(entry.front, "aliases", ())
    return tuple(filter(None, (title_en, *aliases)))


def _english(entry: Entry) -> str:
    """The English title and summary of an entry."""
    return f"{entry.front.title_en}\n{entry.front.summary_en}" if isinstance(entry, Case | Method) else ""
