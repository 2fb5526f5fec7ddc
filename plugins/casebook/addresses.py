"""The addresses of pages and of their parts, relative to the root of the site."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from casebook.library import Library, former_steps
from casebook.model.records import Case, Entry, Metric
from casebook.reading.structure import digest

FOLDERS: Mapping[str, str] = {"case": "cases/", "method": "methods/", "page": ""}
YEARS, CAVEATS, COMPARE, ALL = "years/", "caveats/", "compare/", "all/"  # pages that other modules lead into
CASES, METHODS, INDICATORS = "cases/", "methods/", "indicators/"
CHANGES = "changes/"  # of all pages; and, below the page of an entry, its own
CARD, HANDOUT, POCKET = "card/", "handout/", "pocket/"  # below the page of a method
PACKS = "packs/"
CONTRIBUTE = "contribute"  # the page of a collection that tells how to add a case to it
EDITIONS = "editions/"  # below the page of a method: the list of its dated editions, and each of them
FORM = f"{CONTRIBUTE}/form/"  # where a case is written in the browser


def entry_url(entry: Entry) -> str:
    """The address of an entry: `cases/<slug>/`, `methods/<slug>/`, or `<slug>/`."""
    return f"{FOLDERS[entry.kind]}{entry.slug}/"


def editions_url(slug: str) -> str:
    """The address of the list of the dated editions of a method."""
    return f"{METHODS}{slug}/{EDITIONS}"


def edition_url(slug: str, month: str) -> str:
    """The address of a dated edition of a method."""
    return f"{editions_url(slug)}{month}/"


def contribute_url(library: Library) -> str:
    """The page that tells how to add a case; empty where the collection has none."""
    page = library.pages.get(CONTRIBUTE)
    return entry_url(page) if page else ""


def facet_url(facet: str) -> str:
    """The address of the list of a facet's terms, or of all methods, indicators, years."""
    return f"{facet}/"


def term_url(facet: str, term: str) -> str:
    """The address of a term: `themes/<id>/`; works for cases and methods too."""
    return f"{facet}/{term}/"


def former_url(url: str, former: str) -> str:
    """The full old address of the page at `url`: `old-name` was in the same folder, `cases/old-name/` is complete."""
    beside = "/".join(url.split("/")[:-2])
    return f"{former.strip('/')}/" if "/" in former else f"{beside}/{former}/".lstrip("/")


def compare_url(slugs: Iterable[str]) -> str:
    """The address of the comparison of these cases, in this order."""
    return f"{COMPARE}?cases={','.join(slugs)}"


def caveat_anchor(case: Case, text: str) -> str:
    """The anchor of a caveat, made from the case and the words, since two cases may have the same words."""
    return f"caveat-{digest(f'{case.slug} {text}')}"


def step_anchor(entry: Entry, step: str) -> str:
    """The anchor of a step: `step-<id>` in a case, only the id in a method, as courses link to it."""
    return anchor_at(entry_url(entry), step)


def anchor_at(url: str, step: str) -> str:
    """The anchor of a step on the page at `url`, which may be an old address."""
    return f"step-{step}" if url.startswith(FOLDERS["case"]) else step


def former_anchors(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """Id of a step or part -> its old anchors, and those of steps that it replaces."""
    return {now: tuple(step_anchor(entry, old) for old in olds) for now, olds in former_steps(entry).items()}


def figure_anchor(metric: Metric) -> str:
    """The anchor of a figure, made from its indicator, sentence and words, not from its position."""
    return f"figure-{metric.indicator}-{digest(metric.sentence + metric.text)}"


def figure_place(entry: Entry, metric: Metric) -> str:
    """The anchor where a metric is marked; for one in a heading, the anchor of the heading, which has no marks."""
    at = bisect_right(entry.sections, metric.start, key=lambda section: section.start) - 1
    section = entry.sections[at] if at >= 0 else None
    if section is None or metric.start >= section.start + len(section.title):
        return figure_anchor(metric)
    step = next((step for step in entry.steps if step.start == section.start), None)
    return step_anchor(entry, step.id) if step else section.id


def address(library: Library, page_url: str, target: str, step: str) -> str | None:
    """The address of a page or step relative to `page_url`; None if the Library has no such page."""
    entry = library.entry(target)
    if entry is None:
        return None
    anchor = f"#{section_anchor(entry, step)}" if step else ""
    return from_page(page_url, entry_url(entry) + anchor)


def from_page(page_url: str, url: str) -> str:
    """`url`, which is relative to the root of the site, made relative to `page_url`."""
    return "../" * page_url.count("/") + url


def to_root(page_url: str, href: str) -> str:
    """`href`, which is relative to `page_url`, made relative to the root of the site; other sites' addresses stay."""
    return href.removeprefix("../" * page_url.count("/"))


def section_anchor(entry: Entry, step: str) -> str:
    """The anchor for `step` in a link: of a step, or of a part, which is named by its anchor."""
    return step_anchor(entry, step) if any(s.id == step for s in entry.steps) else step
