"""Renders a document to safe HTML: marks figures, addresses links, sanitises.

Marks and links go into a copy of the tree through its runs, so no text is searched or replaced in HTML. Links go first
and split the runs they stand in; marks go into the resulting runs. So a figure may stand in a link, or reach beyond it.
"""

import copy
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.serializers import to_html_string
from markdown.util import AMP_SUBSTITUTE, AtomicString

from casebook.model.values import Span
from casebook.reading.inline import REFERENCE
from casebook.reading.markup import GENERAL, Document, Run

if TYPE_CHECKING:
    import nh3

NOTE = "data-note"  # the number of a link's footnote, for print
# prose only: no image, frame, form, script or style
TAGS = frozenset(("p", "ul", "ol", "li", "blockquote", "hr", "br", "strong", "em", "a", "data"))
TAGS |= {"table", "thead", "tbody", "tr", "th", "td", *(f"h{level}" for level in range(2, 7))}
ATTRIBUTES = {"a": {"href", NOTE}, "data": {"value", "id"}, "ol": {"start"}, **{f"h{n}": {"id"} for n in range(2, 7)}}
CLASSES = {"p": {GENERAL}, "li": {GENERAL}, "blockquote": {GENERAL}, "data": {"figure"}, "a": {"mention"}}
SCHEMES = {"https", "http", "mailto"}

Href = Callable[[str, str], str | None]  # (target slug, step id) -> address, None when there is no such page


@dataclass(frozen=True)
class Mark:
    """A span of plain text that becomes `<data id=... value=...>`, in several pieces if it crosses elements."""

    start: int
    end: int
    id: str
    value: str


@dataclass(frozen=True)
class Anchor:
    """A span of plain text inside one run that becomes a link to `href`."""

    start: int
    end: int
    href: str


def render(
    document: Document,
    marks: Iterable[Mark],
    href: Href,
    anchors: Iterable[Anchor] = (),
    cuts: Iterable[Span] = (),
    unlinked: Collection[int] = (),
) -> "Rendered":
    """The rendered tree of `document`; `anchors` must not overlap.

    The text of `cuts` is left out. Links written at `unlinked` are only text.
    """
    twins: dict[Element, Element] = {}
    root = _twin(document.root, twins)
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in [element for element in document.root.iter("a") if REFERENCE in element.attrib]:
        _address(twins[element], _nowhere if document.span(element)[0] in unlinked else href)
    runs = [Run(run.start, run.end, twins[run.element], run.where, run.line) for run in document.runs]
    runs = list(_left(runs, sorted(cuts), parents))
    runs = list(_linked(runs, sorted(anchors, key=lambda anchor: anchor.start), parents))
    for run, pieces in _pieces(runs, sorted(marks, key=lambda mark: mark.start)).items():
        for start, end, mark in reversed(pieces):  # from the last to the first, so that earlier offsets stay right
            _wrap(run, start, end, _data(run, start, mark), parents)
    notes = tuple(_noted(root))
    _keep_ampersands(root)
    spans = (document.span(child) for child in document.root)
    # a ruled line has no text: it stays with what is before it
    starts = accumulate((start if start < end else 0 for start, end in spans), max)
    return Rendered(root, tuple(starts), notes)


@dataclass(frozen=True)
class Rendered:
    """A rendered tree; `starts` has the offset in the plain text of each child of the root.

    `notes` are the numbered footnotes: the text and address of each place that links lead to.
    """

    root: Element
    starts: tuple[int, ...]
    notes: tuple[tuple[str, str], ...]

    def blocks(self, start: int, end: int) -> tuple[Element, ...]:
        """The blocks whose text starts within [start, end)."""
        return tuple(self.root[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    def html(self, start: int, end: int) -> str:
        """Sanitised HTML of the blocks whose text starts within [start, end)."""
        return html_of(self.blocks(start, end))


def html_of(blocks: Iterable[Element]) -> str:
    """Sanitised HTML of some blocks."""
    return sanitised("".join(to_html_string(block) for block in blocks).replace(AMP_SUBSTITUTE, "&"))


def within(block: Element) -> str:
    """Sanitised HTML of what a block holds, without the block itself."""
    inner = copy.copy(block)
    inner.tag, inner.tail = "span", None  # not an allowed tag: the sanitiser leaves its text
    return html_of((inner,))


def sanitised(html: str) -> str:
    """`html` with prose only: without scripts, handlers, frames, images and `javascript:` links."""
    return _cleaner().clean(html).strip()


@cache
def _cleaner() -> "nh3.Cleaner":
    """What sanitises, made once: its tables cost as much as cleaning a paragraph."""
    import nh3  # no such wheel for browsers, which draw the tree themselves

    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        allowed_classes={tag: set(names) for tag, names in CLASSES.items()},
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )


def _twin(element: Element, twins: dict[Element, Element]) -> Element:
    """A copy of an element and of all within it, put into `twins` (original -> copy), with the same strings."""
    twin = twins[element] = Element(element.tag, element.attrib)
    twin.text, twin.tail = element.text, element.tail
    twin.extend([_twin(child, twins) for child in element])
    return twin


def _nowhere(target: str, step: str) -> None:
    """The address of what is not linked."""


def _address(link: Element, href: Href) -> None:
    target, _, step = link.attrib.pop(REFERENCE).partition("#")
    address = href(target, step)
    if address is None:
        link.tag = "span"  # as in within()
    else:
        link.set("href", address)


def _keep_ampersands(root: Element) -> None:
    """Have `&lt;` in the text written out as these four characters, which the serializer takes for an entity."""
    if not any("&" in text for text in root.itertext()):
        return
    for element in root.iter():
        element.text = element.text and element.text.replace("&", f"{AMP_SUBSTITUTE}amp;")
        element.tail = element.tail and element.tail.replace("&", f"{AMP_SUBSTITUTE}amp;")


def _noted(root: Element) -> Iterator[tuple[str, str]]:
    """Number the links by address and yield (text, address) once each, except for this page and unsafe addresses."""
    numbers: dict[str, int] = {}
    for link in root.iter("a"):
        href = link.get("href", "")
        if not href or href.startswith("#") or scheme(href) not in ("", *SCHEMES):
            continue
        if href not in numbers:
            numbers[href] = len(numbers) + 1
            yield "".join(link.itertext()), href
        link.set(NOTE, str(numbers[href]))


def scheme(href: str) -> str:
    """The scheme of an address in lower case; empty for an address within the site."""
    found = re.match(r"\s*([a-z][a-z0-9+.-]*):", href, re.IGNORECASE)
    return found[1].lower() if found else ""


def _pieces(runs: Sequence[Run], marks: Sequence[Mark]) -> dict[Run, list[tuple[int, int, Mark]]]:
    """Run -> the parts of marks inside it, as offsets into the run."""
    found: dict[Run, list[tuple[int, int, Mark]]] = defaultdict(list)
    at = 0
    for mark in marks:
        while at < len(runs) and runs[at].end <= mark.start:
            at += 1
        for run in islice(runs, at, None):
            if run.start >= mark.end:
                break
            start, end = max(mark.start, run.start), min(mark.end, run.end)
            if start < end:
                found[run].append((start - run.start, end - run.start, mark))
    return found


def _left(runs: Sequence[Run], cuts: Sequence[Span], parents: dict[Element, Element]) -> Iterator[Run]:
    """Take the text of `cuts` out of the tree and yield the runs that are left."""
    at = 0
    for run in runs:
        rest = run
        while at < len(cuts) and cuts[at][1] <= run.start:
            at += 1
        if at == len(cuts) or cuts[at][0] >= run.end:
            yield run
            continue
        for start, end in islice(cuts, at, None):
            if start >= run.end:
                break
            start, end = max(start, rest.start), min(end, run.end)
            gap = Element("span")  # not an allowed tag: the sanitiser leaves its text, which is none
            _wrap(rest, start - rest.start, end - rest.start, gap, parents)
            gap.text = None
            yield Run(rest.start, start, rest.element, rest.where, rest.line)
            rest = Run(end, run.end, gap, "tail", run.line)
        yield rest


def _linked(runs: Sequence[Run], anchors: Sequence[Anchor], parents: dict[Element, Element]) -> Iterator[Run]:
    """Put the anchors into the tree and yield the resulting runs: before, in and after each anchor."""
    waiting = list(reversed(anchors))
    for run in runs:
        rest = run
        while waiting and waiting[-1].end <= run.end:
            anchor = waiting.pop()
            link = Element("a", {"class": "mention", "href": anchor.href})
            _wrap(rest, anchor.start - rest.start, anchor.end - rest.start, link, parents)
            yield Run(rest.start, anchor.start, rest.element, rest.where, rest.line)
            yield Run(anchor.start, anchor.end, link, "text", run.line)
            rest = Run(anchor.end, run.end, link, "tail", run.line)
        yield rest


def _data(run: Run, start: int, mark: Mark) -> Element:
    """The element for the piece of a mark at `start` of `run`; the first piece of a mark has the id."""
    data = Element("data", {"class": "figure", "value": mark.value})
    if mark.id and run.start + start == mark.start:
        data.set("id", mark.id)
    return data


def _wrap(run: Run, start: int, end: int, wrapper: Element, parents: dict[Element, Element]) -> None:
    """Put characters `start` to `end` of a run into `wrapper`; the characters after them become its tail."""
    is_text = run.where == "text"
    parent = run.element if is_text else parents[run.element]
    whole = (run.element.text if is_text else run.element.tail) or ""
    wrapper.text, wrapper.tail = AtomicString(whole[start:end]), AtomicString(whole[end:])
    parent.insert(0 if is_text else list(parent).index(run.element) + 1, wrapper)
    parents[wrapper] = parent
    if is_text:
        run.element.text = whole[:start]
    else:
        run.element.tail = whole[:start]
