"""The views of course packs: the list of them, and the page of each, which is also what is printed and taken along."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from casebook.addresses import PACKS, entry_url, figure_place, step_anchor
from casebook.library import Library
from casebook.library.grouping import grouped
from casebook.library.packs import chosen
from casebook.model.packs import CoursePack, PackPart
from casebook.model.records import Case, Entry, Method, Step
from casebook.model.values import Struct
from casebook.once import once
from casebook.reading.answers import Answer
from casebook.views.addresses import home_link
from casebook.views.bodies import StepView, body
from casebook.views.cards import key_figures, short_facts
from casebook.views.caveats import CaveatView, weighed
from casebook.views.changes import last_day
from casebook.views.evidence import StepCases, step_cases
from casebook.views.figures import FigureView, figure
from casebook.views.method_card import CardLine, card_lines
from casebook.views.paging import Beginning, ListView, Row, beginning, list_url, listed
from casebook.views.records import Link, View
from casebook.views.sheets import SheetStep, sheet_steps
from casebook.views.steps import circumstances

LEADING = 3  # packs that a case or method leads to
_ALL = "all"  # the name of the whole list in addresses


class PartCited(Struct):
    """What a citation of a part needs, as that of a page does: its title, address and day (ISO)."""

    title: str
    canonical: str
    cited: str


class MethodPart(Struct):
    """A method in short: what it is, when and with what, its steps, on how many cases it rests."""

    what: str
    lines: tuple[CardLine, ...]
    steps: tuple[SheetStep, ...]
    facts: tuple[str, ...]
    note: str


class CasePart(Struct):
    """A case in short: where and when, its summary, its steps with their first sentences, figures, first caveat."""

    facts: tuple[str, ...]
    what: str
    steps: tuple[Step, ...]
    figures: tuple[FigureView, ...]
    caveats: tuple[CaveatView, ...]


class StepPart(Struct):
    """A step as its page has it: of a case its text, of a method how it is done and how it went in cases."""

    facts: tuple[str, ...]
    opening: str
    answers: tuple[Answer, ...]
    html: str
    cases: StepCases | None


class PartView(Struct):
    """A part of a pack; `living` leads to the page that it shows or a part of, `kind` is that of this page or empty.

    HTML in it is relative to a page that lies as deep as that of a pack.
    """

    number: int
    anchor: str
    title: str
    minutes: int
    before: tuple[str, ...]
    kind: str
    living: Link | None
    cited: PartCited | None
    method: MethodPart | None = None
    case: CasePart | None = None
    step: StepPart | None = None
    figure: FigureView | None = None
    ask: tuple[str, ...] = ()


class PackView(View):
    """The page of a pack; `archive` leads to the file with which it can be read offline."""

    template: str = "pack.html"
    minutes: int
    introduction: tuple[str, ...]
    parts: tuple[PartView, ...]
    archive: Link


class PacksView(View):
    """All packs."""

    template: str = "packs.html"
    packs: Beginning[Row]


def pack_url(pack: CoursePack) -> str:
    """The address of a pack."""
    return f"{PACKS}{pack.slug}/"


def pack_link(pack: CoursePack) -> Link:
    """A link to a pack."""
    return Link(text=pack.pack.title, url=pack_url(pack))


def packs_link(library: Library) -> Link:
    """A link to the list of packs."""
    return Link(text=library.words.packs_title, url=PACKS)


def packs_of(library: Library, entry: Entry) -> Beginning[Link]:
    """The first of the packs that show a case or method."""
    return beginning(library, _by_page(library).get(entry.slug, ()), PACKS, LEADING).map(pack_link)


@once
def _by_page(library: Library) -> Mapping[str, tuple[CoursePack, ...]]:
    packs = library.collection.packs
    return grouped((slug, pack) for pack in packs for slug in dict.fromkeys(pages_of(library, pack)))


def pages_of(library: Library, pack: CoursePack) -> tuple[str, ...]:
    """The slugs of the cases and methods of a pack that the site has, in its order."""
    named = (part.page for part in pack.pack.parts if part.page)
    return tuple(slug for slug in dict.fromkeys(named) if library.entry(slug))


def packs_view(library: Library) -> PacksView:
    """The list of packs, by their names."""
    packs = library.collection.packs
    return PacksView(
        url=PACKS,
        title=library.words.packs_title,
        description=library.words("packs_description", count=len(packs)),
        crumbs=(home_link(library),),
        packs=beginning(library, packs, list_url(PACKS, _ALL)).map(lambda pack: _row(library, pack)),
    )


def pack_lists(library: Library) -> Iterator[ListView]:
    """The pages of the list of packs, if it is long."""
    above = (home_link(library), packs_link(library))
    yield from listed(
        library, above, _ALL, library.words.packs_title, library.collection.packs, lambda pack: _row(library, pack)
    )


def _row(library: Library, pack: CoursePack) -> Row:
    return Row(link=pack_link(pack), facts=pack_facts(library, pack), text=pack.pack.summary)


def pack_facts(library: Library, pack: CoursePack) -> tuple[str, ...]:
    """How long a pack takes, if it says so, and how many parts it has."""
    words, minutes = library.words, _minutes(pack)
    told = words("pack_minutes", count=minutes) if minutes else ""
    return (told, words("pack_parts", count=len(pack.pack.parts)))


def _minutes(pack: CoursePack) -> int:
    return sum(part.minutes for part in pack.pack.parts)


def pack_view(library: Library, pack: CoursePack) -> PackView:
    """The page of a pack, without the parts that the site leaves out since they show drafts."""
    there = [part for part in pack.pack.parts if not part.page or library.entry(part.page)]
    return PackView(
        url=pack_url(pack),
        title=pack.pack.title,
        description=pack.pack.summary,
        crumbs=(home_link(library), packs_link(library)),
        minutes=sum(part.minutes for part in there),
        introduction=pack.pack.introduction,
        parts=tuple(_part(library, number, part) for number, part in enumerate(there, 1)),
        archive=Link(text=library.words.pack_archive, url=f"{pack_url(pack)}{pack.slug}.zip"),
    )


def _part(library: Library, number: int, part: PackPart) -> PartView:
    """A part; what shows something within a page says how that is called (`named`) and where it stands (`place`)."""
    entry = library.entry(part.page)
    shown = _SHOWN["step" if part.step else part.shows[0]](library, entry, part)
    named, place = shown.pop("named", ""), shown.pop("place", "")
    living = _living(library, entry, named, place) if entry else None
    return PartView(
        number=number,
        anchor=f"part-{number}",
        title=part.title or named or (entry.front.title if entry else library.words.pack_ask),
        minutes=part.minutes,
        before=part.before,
        kind=entry.kind if entry else "",
        living=living,
        cited=_cited(library, entry, living) if isinstance(entry, Case | Method) and living else None,
        **shown,
    )


def _living(library: Library, entry: Entry, named: str, place: str) -> Link:
    page = entry.front.title
    return Link(text=library.words("cite_part", part=named, page=page) if named else page, url=entry_url(entry) + place)


def _cited(library: Library, entry: Case | Method, living: Link) -> PartCited:
    return PartCited(title=living.text, canonical=living.url, cited=last_day(library, entry))


def _method(library: Library, method: Method, part: PackPart) -> dict[str, Any]:
    steps, note = sheet_steps(library, method)
    shown = MethodPart(
        what=method.front.summary,
        lines=tuple(card_lines(library, method)),
        steps=steps,
        facts=short_facts(library, method),
        note=note,
    )
    return {"method": shown}


def _case(library: Library, case: Case, part: PackPart) -> dict[str, Any]:
    shown = CasePart(
        facts=short_facts(library, case),
        what=case.front.summary,
        steps=case.steps,
        figures=key_figures(library, case),
        caveats=weighed(library, case)[:1],
    )
    return {"case": shown}


def _step(library: Library, entry: Case | Method, part: PackPart) -> dict[str, Any]:
    step = next(one for one in entry.steps if one.id == part.step)
    found = _told(library, entry)[step.number]
    cases = step_cases(library, entry, step) if isinstance(entry, Method) else None
    shown = StepPart(
        facts=() if isinstance(entry, Method) else circumstances(step),
        opening=found.opening,
        answers=found.answers,
        html=found.html,
        cases=cases and cases.but(more=(), more_text=""),
    )
    named = library.words("cite_step_text", number=step.number, step=step.title)
    return {"step": shown, "named": named, "place": f"#{step_anchor(entry, step.id)}"}


def _told(library: Library, entry: Entry) -> Mapping[int, StepView]:
    sections = body(library, entry, is_marked=False).sections
    return {step.number: step for section in sections for step in section.steps}


def _figure(library: Library, case: Case, part: PackPart) -> dict[str, Any]:
    assert part.figure
    metric = chosen(case, part.figure, library.vocabulary)
    assert metric
    shown = figure(library, case, metric)
    named = f"{shown.indicator.text} {shown.text}"
    return {"figure": shown, "named": named, "place": f"#{figure_place(case, metric)}"}


def _ask(library: Library, entry: None, part: PackPart) -> dict[str, Any]:
    return {"ask": part.ask}


_SHOWN: Mapping[str, Callable[..., dict[str, Any]]] = {
    "method": _method,
    "case": _case,
    "step": _step,
    "figure": _figure,
    "ask": _ask,
}
