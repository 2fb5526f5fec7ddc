"""What a cut freezes of a method: the record of its page, which needs nothing of the site to be shown, and its data.

Links of the text are its words alone: what they led to may be gone when the page is still there.
"""

from typing import Any

from casebook.addresses import edition_url, entry_url
from casebook.builds import json_text
from casebook.citing import Casebook, Cited, citations
from casebook.dataset.pages import METHODS
from casebook.dataset.records import records
from casebook.dates import date_zh
from casebook.library import Library
from casebook.model.records import Method, Section
from casebook.model.values import Struct
from casebook.reading.render import Rendered, render
from casebook.views.dated import edition_title, editions_link
from casebook.views.proofs import Proof, proofs
from casebook.views.records import Link

CITED = ("gbt", "apa", "bibtex")  # whoever wants others takes them from the list of editions


class FrozenStep(Struct):
    """A step: its anchor is that of the living page."""

    anchor: str
    title: str
    html: str


class FrozenPart(Struct):
    """A part of the text, and the steps in it."""

    anchor: str
    title: str
    html: str
    steps: tuple[FrozenStep, ...]


class FrozenPage(Struct):
    """The page of an edition; `living` and `all` lead to the method as it is now, and to all its editions."""

    title: str
    title_en: str
    summary: str
    day: str
    intro: str
    parts: tuple[FrozenPart, ...]
    figures: tuple[Proof, ...]
    unproven: str
    cited: tuple[tuple[str, str], ...]
    living: Link
    all: Link


def frozen_page(library: Library, method: Method, month: str, day: str, address: str) -> FrozenPage:
    """The page of an edition that is cut on a day (ISO); `address` is that of the site, or empty."""
    title, url = edition_title(library, method.front.title, month), edition_url(method.slug, month)
    cited = Cited(f"casebook-{url.strip('/').replace('/', '-')}", title, f"{address}/{url}", day)
    told = citations(Casebook(library.collection.site.name, "zh-CN"), cited)
    found = proofs(library, method)
    text = render(library.bodies[method.slug].document, (), lambda slug, step: None)
    tops = [section for section in method.sections if section.level == 2]
    return FrozenPage(
        title=title,
        title_en=method.front.title_en,
        summary=method.front.summary,
        day=date_zh(day),
        intro=text.html(0, tops[0].start if tops else len(method.text) + 1),
        parts=tuple(_part(method, text, one) for one in tops),
        figures=found.groups,
        unproven=found.unproven,
        cited=tuple((library.words[f"cite_{name}"], told[name]) for name in CITED),
        living=Link(text=method.front.title, url=entry_url(method)),
        all=editions_link(library, method.slug),
    )


def _part(method: Method, text: Rendered, section: Section) -> FrozenPart:
    inside = [step for step in method.steps if step.id and section.start < step.start < section.end]
    return FrozenPart(
        anchor=section.id,
        title=section.title,
        html=text.html(section.start + len(section.title), inside[0].start if inside else section.end),
        steps=tuple(
            FrozenStep(anchor=one.id, title=one.title, html=text.html(one.start + len(one.title), one.end))
            for one in inside
        ),
    )


def frozen_data(library: Library, method: Method, month: str, day: str) -> str:
    """The data of an edition, as JSON: what it is, and the record of the method."""
    told: dict[str, Any] = {
        "method": method.slug,
        "month": month,
        "day": day,
        "title": method.front.title,
        "url": edition_url(method.slug, month),
        "steps": [{"id": step.id, "title": step.title} for step in method.steps if step.id],
    }
    licence = library.collection.site.licence
    if licence:
        told["licence"] = {"name": licence.name, "url": licence.url}
    return json_text({"edition": told, "record": dict(records(library, METHODS))[method.slug]})
