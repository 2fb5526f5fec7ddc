"""What the papers of a method have in common: a handout on one side of A4, and a leaf that folds to a pocket card."""

from casebook.dates import date_zh
from casebook.library import Library
from casebook.model.records import Method
from casebook.model.values import Struct
from casebook.reading.answers import Answer
from casebook.reading.structure import STEP_PARTS
from casebook.views.addresses import other_papers, papers
from casebook.views.bodies import body
from casebook.views.cards import short_facts
from casebook.views.changes import last_day
from casebook.views.method_card import CardLine, card_lines
from casebook.views.method_parts import method_parts
from casebook.views.records import Link, View


class SheetStep(Struct):
    """A step: its title, the sentence that says what to do, and the answers to what its collection asks."""

    number: int
    title: str
    opening: str
    answers: tuple[Answer, ...]


class SheetView(View):
    """A paper of the method `of`: what it is, when, how, what it rests on, of which day it is, and the `others`."""

    of: Link
    others: tuple[Link, ...]
    title_en: str
    is_draft: bool
    what: str
    lines: tuple[CardLine, ...]
    steps: tuple[SheetStep, ...]
    facts: tuple[str, ...]
    note: str
    day: str
    last_ask: str

    @property
    def canonical(self) -> str:
        """The canonical address: that of the method, of which a paper repeats a part."""
        return self.of.url


def sheets(library: Library, method: Method, above: tuple[Link, ...]) -> tuple[SheetView, SheetView]:
    """The handout and the pocket card of a method; `above` are the links to it, the last, and to the pages above."""
    front, words = method.front, library.words
    steps, note = sheet_steps(library, method)
    _, handout, pocket = papers(library, method)
    sheet = SheetView(
        template="handout.html",
        url=handout.url,
        title=handout.text,
        description=words("handout_description", method=front.title),
        crumbs=above,
        of=above[-1],
        others=other_papers(library, method, handout.url),
        title_en=front.title_en,
        is_draft=front.status == "draft",
        what=front.summary,
        lines=tuple(card_lines(library, method)),
        steps=steps,
        facts=short_facts(library, method),
        note=note,
        day=date_zh(last_day(library, method)),
        last_ask=_last_ask(library),
    )
    told = words("pocket_description", method=front.title)
    others = other_papers(library, method, pocket.url)
    return sheet, sheet.but(template="pocket.html", url=pocket.url, title=pocket.text, description=told, others=others)


def sheet_steps(library: Library, method: Method) -> tuple[tuple[SheetStep, ...], str]:
    """The steps of a method with their answers, and what in them is common knowledge.

    Links in answers are relative to the page of the method.
    """
    parts = method_parts(library, body(library, method).sections)
    answers = {step.number: step.answers for step in parts.steps.steps} if parts.steps else {}
    steps = tuple(
        SheetStep(number=one.number, title=one.title, opening=one.summary, answers=answers.get(one.number, ()))
        for one in method.steps
    )
    return steps, parts.note


def _last_ask(library: Library) -> str:
    """The last thing that the collection asks of each step: a pocket card has no room for more."""
    part = library.collection.sections.method.get(STEP_PARTS["method"])
    return part.asks[-1] if part and part.asks else ""
