"""What templates get: one frozen, serialisable record per kind of page and per part of one.

Addresses (`url`) are relative to the root of the site; those inside `html` are relative to the page itself. `html` is
sanitised; everything else is plain text.
"""

from casebook.model.values import Record


class Link(Record):
    """A link to a page of the site, with a word on why or how many."""

    text: str
    url: str
    note: str = ""


class PageLink(Link):
    """A link to a page that the site has anyway; `lang` is the language of its words, where it is not the site's."""

    lang: str = ""


class Group(Record):
    """Links under one label; `id` is the facet that they are of, where they are of one."""

    id: str = ""
    label: str
    links: tuple[Link, ...]


class EvidenceView(Record):
    """Where a figure stands in its source, in the source's own words."""

    source: Link
    locator: str
    quote: str


class FigureView(Record):
    """A metric as a card: what it measures, the words as written, its sentence, where it is marked on the page.

    `text` has what the value was before, where it changed (251项 → 62项). `notes` tell scope, date and kind of money.
    """

    anchor: str
    indicator: Link
    text: str
    sentence: str
    notes: tuple[str, ...] = ()
    evidence: EvidenceView | None = None


class StepEvidence(Record):
    """How a step of a method went in a case: the case's own first sentence, with the link to it."""

    case: Link
    step: Link
    sentence: str
    facts: tuple[str, ...] = ()


class StepFigure(Record):
    """A figure told in a step: what it measures, and the words as written with the link to them."""

    indicator: str
    figure: Link


class DeviationView(Record):
    """How a case did a step of a method otherwise, or that it left it out."""

    case: Link
    how: str
    text: str


class StepView(Record):
    """One step of a case or method.

    `facts`, `figures` and `actors` are told in a case's step. On a method, `count` says how many of the cases that tell
    its steps tell of this one, and `silent` which do not.
    """

    number: int
    anchor: str
    title: str
    html: str
    facts: tuple[str, ...] = ()
    figures: tuple[StepFigure, ...] = ()
    actors: tuple[Link, ...] = ()
    methods: tuple[Link, ...] = ()
    evidence: tuple[StepEvidence, ...] = ()
    deviations: tuple[DeviationView, ...] = ()
    silent: tuple[Link, ...] = ()
    count: str = ""
    former: tuple[str, ...] = ()  # anchors that the step had before


class OrderView(Record):
    """What the order of a case's steps rests on.

    `basis` is a sentence on it; `stated` has another order that the text states, `read` the steps that were read out
    of the words and that no author has confirmed.
    """

    basis: str = ""
    stated: tuple[str, ...] = ()
    read: tuple[str, ...] = ()


class SectionView(Record):
    """One part of the body; `steps` come after `html`."""

    anchor: str
    kind: str
    title: str
    html: str
    order: OrderView | None = None
    steps: tuple[StepView, ...] = ()
    former: tuple[str, ...] = ()  # anchors of steps that are no more, for which the part stands in


class Connection(Record):
    """A page that leads here, or a case near to this one, with the reasons why.

    `compare` sets a near case beside this one.
    """

    kind: str
    link: Link
    why: tuple[str, ...]
    compare: str = ""


class Neighbours(Record):
    """The cases before and after one among those of its first theme, in the order of the theme's page."""

    theme: Link
    before: Link | None
    after: Link | None


class CaveatView(Record):
    """A caveat with its label, and its anchor on the page of all caveats."""

    kind: str
    text: str
    anchor: str


class ChangeView(Record):
    """What came before or after a term or method, when, and who says so; without an address it has no page."""

    name: str
    url: str
    year: str
    document: str


class RelationsView(Record):
    """What a term or method is to others: broader, narrower and related ones, and what came before and after."""

    groups: tuple[Group, ...]
    changes: tuple[tuple[str, tuple[ChangeView, ...]], ...]


class SourceView(Record):
    """A source as a case shows it."""

    link: Link
    publisher: str
    date: str
    grade: str
    meaning: str


class MethodCase(Record):
    """A case that uses a method, and at which of its steps; the note of a step is the method's step."""

    case: Link
    steps: tuple[Link, ...]


class SpreadRow(Record):
    """What one case of a method reports of an indicator; the note of a figure tells scope, date, kind of money.

    `dots` are from where to where each figure of the series that is drawn reaches on the axis, in percent. `is_child`
    when a case above it reports the indicator, too, whose figure may hold this one.
    """

    case: Link
    figures: tuple[Link, ...]
    dots: tuple[tuple[str, str], ...]
    is_child: bool


class SpreadView(Record):
    """An indicator over the cases of a method; `silent` are those that do not report it.

    `series` names the figures that are drawn on an axis, since they may be compared; it is empty where none may.
    """

    indicator: Link
    series: str
    ticks: tuple["Tick", ...]
    is_log: bool
    rows: tuple[SpreadRow, ...]
    silent: tuple[Link, ...]


class Card(Record):
    """A page in a list; `why` tells why it is there, where that is not said already."""

    kind: str
    url: str
    title: str
    summary: str
    facts: tuple[str, ...] = ()
    themes: tuple[Link, ...] = ()
    figures: tuple[FigureView, ...] = ()
    why: tuple[str, ...] = ()


class View(Record):
    """What every page has; `template` is the Jinja template that draws it."""

    template: str
    url: str
    title: str
    description: str
    crumbs: tuple[Link, ...] = ()

    @property
    def path(self) -> str:
        """The file that the page is written to, below the output folder."""
        return self.url if self.url.endswith(".html") else f"{self.url}index.html"

    @property
    def canonical(self) -> str:
        """The address of the page that this one is."""
        return self.url


class BodyView(Record):
    """The text of an entry: what stands before the first heading as HTML, the sections, where its links lead."""

    intro: str
    sections: tuple[SectionView, ...]
    footnotes: tuple[Link, ...]


class EntryView(View):
    """What cases, methods and pages share."""

    body: BodyView
    linked_from: tuple[Connection, ...] = ()


class CaseView(EntryView):
    """A case."""

    template: str = "case.html"
    title_en: str
    summary_en: str
    aliases: tuple[str, ...]
    is_draft: bool
    facts: tuple[str, ...]
    period: str
    years: tuple[Link, ...]
    added: str
    places: tuple[Link, ...]
    tags: tuple[Group, ...]
    organisations: tuple[Group, ...]
    key_figures: tuple[FigureView, ...]
    figures: tuple[FigureView, ...]
    caveats: tuple[CaveatView, ...]
    all_caveats: Link
    sources: tuple[SourceView, ...]
    grades: tuple[str, ...]
    parent: Link | None
    children: tuple[Link, ...]
    methods: tuple[Link, ...]
    near: tuple[Connection, ...]
    neighbours: Neighbours | None


class MethodView(EntryView):
    """A method, with the cases that use it."""

    template: str = "method.html"
    title_en: str
    summary_en: str
    aliases: tuple[str, ...]
    is_draft: bool
    tags: tuple[Group, ...]
    figures: tuple[FigureView, ...]
    relations: RelationsView | None
    cases: tuple[MethodCase, ...]
    counting: str
    spread: tuple[SpreadView, ...]
    facts: tuple[str, ...]


class ListView(View):
    """All cases, or all methods."""

    template: str = "list.html"
    cards: tuple[Card, ...]


class FacetView(View):
    """All terms of a facet; the note of each says how many pages carry it."""

    template: str = "facet.html"
    groups: tuple[Group, ...]


class TermView(View):
    """One term with all that belongs to it; `homes` are the organisations at home in a place.

    The aliases of a subject are words that lead to it, those of anything else its other names.
    """

    template: str = "term.html"
    kind: str
    title_en: str
    aliases: tuple[str, ...]
    note: str
    facts: tuple[tuple[str, str], ...]
    source_url: str = ""
    above: tuple[Link, ...]
    below: tuple[Link, ...]
    relations: RelationsView | None
    homes: tuple[Link, ...]
    is_subject: bool
    cases: tuple[Card, ...]
    methods: tuple[Card, ...]
    linked_from: tuple[Connection, ...]


class SeriesRow(Record):
    """A figure of a case in a series; `start`, `end` are its place on the axis in percent."""

    case: Link
    figure: Link
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    grade: str
    is_child: bool
    start: str
    end: str


class Tick(Record):
    """A mark of an axis: its label, and its place in percent."""

    label: str
    place: str


class SeriesView(Record):
    """Figures that may be compared, as rows and on one axis; `unit_note` is said by the first of a unit."""

    anchor: str
    title: str
    note: str
    unit_note: str
    rows: tuple[SeriesRow, ...]
    ticks: tuple[Tick, ...]
    is_log: bool
    total: str
    silent: int
    near: tuple[Link, ...]
    filter_url: str = ""


class RatioView(Record):
    """A figure derived from two of one case, with its formula."""

    title: str
    case: Link
    value: str
    formula: tuple[Link, Link]
    notes: tuple[str, ...]


class LackingRatio(Record):
    """A ratio that no case allows: what it needs of one case, or the first of it that no case reports at all."""

    title: str
    needs: tuple[Link, ...]
    unreported: Link | None


class IndicatorView(View):
    """One indicator: every series of it, and the ratios it is part of; `filter_url` filters cases by it or a series."""

    template: str = "indicator.html"
    title_en: str
    aliases: tuple[str, ...]
    note: str
    facts: tuple[tuple[str, str], ...]
    series: tuple[SeriesView, ...]
    filter_url: str
    ratios: tuple[RatioView, ...]
    lacking: tuple[LackingRatio, ...]
    cases: int


class HomeView(View):
    """The way in; `problems` lead to themes by what a neighbour would say."""

    template: str = "home.html"
    counts: tuple[tuple[int, str], ...]
    problems: tuple[Link, ...]
    newest: tuple[Card, ...]
    methods: tuple[Card, ...]
    ways: tuple[Group, ...]


class PageView(EntryView):
    """A page about the site."""

    template: str = "page.html"


class FormerStep(Record):
    """A step or part of the page at the new address, and the anchors that it has or had at the old one."""

    link: Link
    anchors: tuple[str, ...]


class RedirectView(View):
    """An old address: where the page is now, and where each of its steps is."""

    template: str = "redirect.html"
    target: Link
    steps: tuple[FormerStep, ...] = ()

    @property
    def canonical(self) -> str:
        """The address of the page that this one leads to."""
        return self.target.url


class PlainView(View):
    """A page whose whole text is its template: search, not found."""
