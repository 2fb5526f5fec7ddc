"""The pages that can take over old addresses: what their `redirect_from` says, and where it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from casebook.addresses import anchor_at, entry_url, former_url, term_url
from casebook.facets import MODELS
from casebook.library import present_steps
from casebook.model.former import Former
from casebook.model.records import Entry
from casebook.reading.entries import Reading
from casebook.vocabulary import Vocabulary


@dataclass(frozen=True)
class Holder:
    """A page that can take over old addresses: the page of an `entry`, or of a `term` of a vocabulary file.

    `lines` has the line of each item of `former`; `line` is where a new `redirect_from` would go.
    """

    url: str
    path: str
    line: int
    former: tuple[Former, ...]
    lines: tuple[int, ...]
    entry: Entry | None = None
    term: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether the page is a draft, and so not on the public site."""
        return self.entry is not None and self.entry.front.status == "draft"

    @property
    def pages(self) -> Iterator[str]:
        """The old addresses of pages that lead here."""
        return (former_url(self.url, former.page) for former in self.former if former.page)

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps on the page."""
        return tuple(step.id for step in self.entry.steps if step.id) if self.entry else ()

    @cached_property
    def answered(self) -> frozenset[str]:
        """The ids of steps that the page has, or has something in the place of."""
        return frozenset((*self.steps, *(present_steps(self.entry) if self.entry else ())))

    def line_to_write(self, more: Sequence[Former]) -> str:
        """The `redirect_from` line to write: the present items and `more`; for the same step, `more` wins."""
        steps = {former.step for former in more if former.step}
        items = [former for former in self.former if former.step not in steps] + [*more]
        return f"redirect_from: [{', '.join(item.page or f'{item.step}: {item.now}' for item in items)}]"


def holders(readings: Sequence[Reading], vocabulary: Vocabulary) -> Iterator[Holder]:
    """Every page that could be read, drafts too, and every term, even if it has no page."""
    for reading in readings:
        if entry := reading.entry:
            former = entry.front.redirect_from
            lines = tuple(reading.line_of("redirect_from", index) for index in range(len(former)))
            line = reading.line_of("redirect_from")
            yield Holder(entry_url(entry), entry.path, line, former, lines, entry)
    for facet in MODELS:
        for term in vocabulary.terms(facet):
            if facet == "places" and (facet, term.id) in vocabulary.of_cases:
                continue  # its name alone is written: the case answers for an older one
            path, line = vocabulary.origins[facet, term.id]
            former = tuple(Former(page=page) for page in term.redirect_from)
            yield Holder(term_url(facet, term.id), path, line, former, (line,) * len(former), term=term.id)


def split(address: str) -> tuple[str, str]:
    """The page and the step id of an address: `cases/x/` and `patrol` for `cases/x/#step-patrol`."""
    page, _, anchor = address.partition("#")
    return page, anchor.removeprefix(anchor_at(page, ""))
