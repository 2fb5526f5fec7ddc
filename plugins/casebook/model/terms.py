"""The records of the controlled vocabulary, one for each kind of term."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from casebook.model.values import (
    EdtfDate,
    English,
    Label,
    Level,
    PageName,
    Record,
    Slug,
    Text,
    checked_filled,
    checked_former_page,
)
from casebook.weblinks import checked_url
from casebook.wrong import Wrong

Takes = Literal["people", "time", "money"]  # what doing something takes


class Term(Record):
    """One controlled term: an ASCII id for addresses, labels, and the other names it goes by.

    `signs` are words that point to the term in a text but are not its names: 坝坝会 points to 议事协商.
    """

    id: PageName = Field(description="固定编号,即网址", examples=["parking"])
    zh: Label = Field(description="中文名称(来源写标题)", examples=["停车治理"])
    en: Annotated[Label, AfterValidator(checked_filled)] = Field(description="英文名称", examples=["Parking"])
    aliases: tuple[Label, ...] = ()
    signs: tuple[Text, ...] = ()
    note: str = ""
    redirect_from: tuple[Annotated[str, AfterValidator(checked_former_page)], ...] = Field(
        default=(), description="这一项以前的编号;旧网址会转到这里", examples=["[old-id]"]
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that leads to this term, the preferred one first."""
        return (self.zh, *self.aliases)


class Predecessor(Record):
    """A predecessor of a term or method (a page of the site, or only a name), with the year and source."""

    year: EdtfDate = Field(description="哪一年变的(EDTF);不知道写 unknown", examples=["2021"])
    document: Text = Field(
        description="哪份文件或来源说它变了", examples=["《关于加强基层治理体系和治理能力现代化建设的意见》"]
    )
    name: Text | None = Field(None, description="前身的名称;本站没有它的页面时才写", examples=["三社联动"])

    @model_validator(mode="after")
    def _checked_ways(self) -> Self:
        """Return the record if it names its predecessor in exactly one way; else raise Wrong."""
        ways = [way for way in type(self).model_fields if way not in ("year", "document")]
        if sum(getattr(self, way) is not None for way in ways) != 1:
            raise Wrong("前身要写一个,也只写一个", f"写 {' 或 '.join(ways)} 中的一个")
        return self


class TermPredecessor(Predecessor):
    """A predecessor of a term; `term` is the id of another term of the same facet."""

    term: Slug | None = Field(None, description="前身在同一个词表里的编号", examples=["three-society-linkage"])


class Concept(Term):
    """A term with relations to others of its facet: `broader` and `related` are ids."""

    broader: tuple[Slug, ...] = ()
    related: tuple[Slug, ...] = ()
    predecessors: tuple[TermPredecessor, ...] = ()


class Theme(Concept):
    """A subject of cases; `problem` is how a neighbour would put it: 停车难.

    `strong` and `weak` words rank the themes of an article that is no page yet: a strong one (or a name) nearly says by
    itself that the article is about the theme, a weak one only helps others say so. They tag no page.
    """

    problem: str = Field("", description="人们会怎么说这件麻烦事;首页当入口用", examples=["车没处停"])
    strong: tuple[Text, ...] = ()
    weak: tuple[Text, ...] = ()


class Place(Term):
    """A place; levels may be missing (Dongguan has no districts, Shanghai has no province above it)."""

    level: Level
    parent: Slug | None = None


class Organisation(Term):
    """An organisation that acted in a case; `kind` is the id of an actor term, `place` the id of its home."""

    en: English = Field("", description="英文名称;没有就不写", examples=["Jiujiang Charity Federation"])

    kind: Slug | None = None
    place: Slug | None = None


class Indicator(Term):
    """A quantity that figures measure; `additive` says whether values of different cases may be added up.

    `comparable` is false for the catch-all indicator, whose figures count different things. Figures of a `vague` one
    tell too little of what was done to bring two cases near each other. `takes` says what figures tell of what it took.
    """

    unit: str
    kind: Literal["input", "output", "reach", "outcome", "context"]
    additive: bool
    comparable: bool = True
    vague: bool = False
    takes: Takes | None = None


class Grade(Term):
    """How far sources can be trusted; `oral`: these were only told, and no public material can be held against them."""

    oral: bool = False


class Source(Term):
    """A source of facts; `zh` is its title. What the source does not state is `unknown`, not left out."""

    en: English = Field("", description="英文标题;没有就不写")

    publisher: Text = Field(description="发布者;来源没有写就写 unknown", examples=["东莞日报"])
    date: EdtfDate = Field(description="发布日期(EDTF);来源没有写就写 unknown", examples=["2020-10-10"])
    grade: Slug = Field(description="可靠程度,见 grades.yaml", examples=["b"])
    url: Annotated[str, AfterValidator(checked_url)] = Field("", description="原文的网址;没有留下就不写")
    archive: Annotated[str, AfterValidator(checked_url)] = Field(
        "", description="存档网站里这份材料的网址;没有就不写", examples=["https://web.archive.org/web/2020/https://…"]
    )
