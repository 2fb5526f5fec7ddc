"""The searched text of each page: its own text, without backlinks."""

from collections.abc import Iterator
from typing import Literal

from casebook.library import Library, series
from casebook.model.records import Case, Entry
from casebook.model.terms import Source, Term, Theme
from casebook.model.values import Record
from casebook.search.names import CHANGES, Other, names_of_entry, names_of_term, preferred_names
from casebook.views.addresses import entry_url, facet_name, figure_place, kind_name, step_anchor, term_url
from casebook.views.cards import key_figures, short_facts

ENTRY, TERM, COUNTED = 3, 2, 1  # weights: what tells something, what lists it, what lists only its figures


PartKind = Literal["section", "step", "caveats"]


class BodyPart(Record):
    """A section or step of a page, or its caveats, with its offset in the body and its anchor."""

    start: int
    kind: PartKind
    title: str
    anchor: str


class FigureSpan(Record):
    """The spans in the body of a figure and of its sentence."""

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    indicator: str
    anchor: str


class PageText(Record):
    """What results show of a page; all numbers count characters of `text`, in which its prose begins at `prose`.

    `others`: [how it stands to the page, name]; `parts`: [start, kind, title, anchor]; `figures`: [start and end of the
    figure, start and end of its sentence, indicator, anchor].
    """

    url: str
    title: str
    kind: str
    facts: str
    others: tuple[Other, ...]
    text: str
    prose: int
    parts: tuple[tuple[int, PartKind, str, str], ...]
    figures: tuple[tuple[int, int, int, int, str, str], ...]


class SearchDocument(Record):
    """A page as search sees it; `ref` is its address. Pages with text of their own have more `weight` than lists.

    `kind` is a kind or facet, `kind_name` the word for it; `others` are other names of its subject, each with the kind
    of name; `labels` the labels of its terms; `head` the figures at its head; `steps` the titles of its steps, which
    are part of `body` too.
    """

    ref: str
    kind: str
    kind_name: str
    title: str
    facts: str
    others: tuple[Other, ...] = ()
    names: str
    labels: str = ""
    head: str = ""
    summary: str
    steps: str = ""
    body: str
    parts: tuple[BodyPart, ...] = ()
    figures: tuple[FigureSpan, ...] = ()
    weight: int = TERM

    @property
    def text(self) -> str:
        """All searched fields, one on a line."""
        return _lines(self.title, self.names, self.labels, self.head, self.summary, self.body)

    @property
    def page(self) -> dict[str, object]:
        """The data of a result, as `PageText` describes it."""
        before = len(self.text) - len(self.body)
        return PageText(
            url=self.ref,
            title=self.title,
            kind=self.kind_name,
            facts=self.facts,
            others=self.others,
            text=self.text,
            prose=len(_lines(self.title, self.names, self.labels, self.head)) + 1,
            parts=tuple((before + part.start, part.kind, part.title, part.anchor) for part in self.parts),
            figures=tuple(
                (
                    before + one.start,
                    before + one.end,
                    before + one.sentence_start,
                    before + one.sentence_end,
                    one.indicator,
                    one.anchor,
                )
                for one in self.figures
            ),
        ).model_dump()


def _lines(*fields: str) -> str:
    return "\n".join(filter(None, fields))


def documents(library: Library) -> Iterator[SearchDocument]:
    """A document for every case, method and page, and for every term that is used or has a predecessor or successor."""
    own = preferred_names(library)
    for entry in library.entries:
        yield _of_entry(library, entry, tuple(names_of_entry(library, entry, own)))
    for facet in (one.id for one in library.collection.facets("page")):
        for term in library.vocabulary.terms(facet):
            others = tuple(names_of_term(library, facet, term, own))
            if library.tagged(facet, term.id) or any(why in CHANGES for why, _ in others):
                yield _of_term(library, facet, term, others)
    reported = series(library)
    for term in library.vocabulary.terms("indicators"):
        if term.id in reported:
            others = tuple(names_of_term(library, "indicators", term, own))
            yield _of_term(library, "indicators", term, others, COUNTED)


def _of_entry(library: Library, entry: Entry, others: tuple[Other, ...]) -> SearchDocument:
    return SearchDocument(
        ref=entry_url(entry),
        kind=entry.kind,
        kind_name=kind_name(library, entry.kind),
        title=entry.front.title,
        facts=" · ".join(short_facts(library, entry)),
        others=others,
        names=" ".join(_other_names(entry)),
        labels=" ".join(_labels(library, entry)),
        head=" ".join(_key_figures(library, entry)),
        summary=entry.front.summary,
        steps=" ".join(step.title for step in entry.steps),
        body="\n".join((entry.text, *_caveats(entry))),
        parts=tuple(_parts(library, entry)),
        figures=tuple(_figures(library, entry)),
        weight=ENTRY,
    )


def _key_figures(library: Library, entry: Entry) -> Iterator[str]:
    if isinstance(entry, Case):
        yield from (f"{one.indicator.text} {one.text}" for one in key_figures(library, entry))


def _caveats(entry: Entry) -> tuple[str, ...]:
    return tuple(one.text for one in entry.front.caveats) if isinstance(entry, Case) else ()


def _parts(library: Library, entry: Entry) -> Iterator[BodyPart]:
    """The sections and steps with an anchor, in order."""
    steps = {step.start: step for step in entry.steps if step.id}
    for section in entry.sections:
        if section.start in steps:
            step = steps[section.start]
            yield BodyPart(start=step.start, kind="step", title=step.title, anchor=step_anchor(entry, step.id))
        elif section.level == 2:
            yield BodyPart(start=section.start, kind="section", title=section.title, anchor=section.id)
    if _caveats(entry):
        yield BodyPart(
            start=len(entry.text) + 1, kind="caveats", title=library.words.caveats_title, anchor="site-caveats"
        )


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


def _labels(library: Library, entry: Entry) -> Iterator[str]:
    """The labels of the terms that the author declared, as the page shows them."""
    for facet, term in library.declared(entry):
        if facet != "sources":
            yield library.vocabulary[facet, term].zh


def _of_term(library: Library, facet: str, term: Term, others: tuple[Other, ...], weight: int = TERM) -> SearchDocument:
    """The document of a term; that of a place includes the names of the places above it, as its page does."""
    publisher = (term.publisher,) if isinstance(term, Source) and term.publisher != "unknown" else ()
    within = library.vocabulary.lineage(term.id)[1:] if facet == "places" else ()
    problem = (term.problem,) if isinstance(term, Theme) and term.problem else ()  # as the home page leads to it
    return SearchDocument(
        ref=term_url(facet, term.id),
        kind=facet,
        kind_name=facet_name(library, facet),
        title=term.zh,
        facts="",
        others=others,
        names=" ".join((term.en, *term.aliases, *problem, *publisher)),
        labels=" ".join(place.zh for place in within),
        summary=term.note,
        body="",
        weight=weight,
    )
