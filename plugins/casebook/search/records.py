"""The records of search: a page as it is searched, and as results show it."""

from typing import Literal

from casebook.model.values import Struct
from casebook.search.names import Other

PartKind = Literal["section", "step", "caveats", "asked"]


class BodyPart(Struct):
    """A section or step of a page, its caveats, or what is asked, with its offset in the body and its anchor."""

    start: int
    kind: PartKind
    title: str
    anchor: str


class FigureSpan(Struct):
    """The spans in the body of a figure and of its sentence."""

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    indicator: str
    anchor: str


class PageText(Struct):
    """What results show of a page; all numbers count characters of `text`, in which its prose begins at `prose`.

    `twins`: [kind, address] of pages of the same name, which share its result; `nearest`: [name, address] of where one
    without a case leads on to; `english`: its title and its summary, a line each. `others`: [how it stands to the page,
    name]; `parts`: [start, kind, title, anchor]; `figures`: [start and end of the figure, start and end of its
    sentence, indicator, anchor].
    """

    url: str
    title: str
    kind: str
    twins: tuple[tuple[str, str], ...]
    nearest: tuple[tuple[str, str], ...]
    facts: str
    english: str
    others: tuple[Other, ...]
    text: str
    prose: int
    parts: tuple[tuple[int, PartKind, str, str], ...]
    figures: tuple[tuple[int, int, int, int, str, str], ...]


class SearchDocument(Struct):
    """A page as search sees it; `ref` is its address. Pages with text of their own have more `weight` than lists.

    `kind` is a kind or facet, `kind_name` the word for it; `others` are other names of its subject, each with the kind
    of name; `labels` the labels of its terms; `head` the figures at its head; `steps` the titles of its steps, which
    are part of `body` too. `twins`, `nearest` and `english` are as in `PageText`.
    """

    ref: str
    kind: str
    kind_name: str
    twins: tuple[tuple[str, str], ...] = ()
    nearest: tuple[tuple[str, str], ...] = ()
    title: str
    facts: str
    others: tuple[Other, ...] = ()
    names: str
    labels: str = ""
    head: str = ""
    summary: str
    english: str = ""
    steps: str = ""
    body: str
    parts: tuple[BodyPart, ...] = ()
    figures: tuple[FigureSpan, ...] = ()
    weight: int

    @property
    def text(self) -> str:
        """All searched fields, one on a line."""
        return _lines(self.title, self.names, self.labels, self.head, self.summary, self.body)

    @property
    def page(self) -> PageText:
        """The data of a result."""
        before = len(self.text) - len(self.body)
        return PageText(
            url=self.ref,
            title=self.title,
            kind=self.kind_name,
            twins=self.twins,
            nearest=self.nearest,
            facts=self.facts,
            english=self.english,
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
        )


def head(page: PageText) -> PageText:
    """What results show of a page that is found by its English alone."""
    return page.but(text="", prose=0, parts=(), figures=())


def _lines(*fields: str) -> str:
    return "\n".join(filter(None, fields))
