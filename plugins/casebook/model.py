"""The records of the casebook: what an author writes, and what is read from it.

Two families live here. *Front matter* models (`CaseFront`, `MethodFront`, `PageFront`) state every rule for
what an author may write; the JSON Schema, the checker and the template of `new` all come from them. *Records*
(`Case`, `Method`, `Metric`, `Step`, `Tag` ...) are what the core hands on. All are frozen.

Offsets (`start`, `end`) are character offsets into the plain text of the record, half open.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema

from casebook.dates import checked_date, checked_day, checked_period

Kind = Literal["case", "method", "page"]
Level = Literal["province", "city", "district", "town", "community"]
Severity = Literal["error", "warning"]
Qualifier = Literal["exact", "about", "near", "over", "under", "at_least", "at_most", "range"]

LONGEST_QUOTE = 40  # characters of a source that may be quoted for a figure
SLUG_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG_PATTERN}$")]
EdtfDate = Annotated[str, AfterValidator(checked_date)]
EdtfPeriod = Annotated[str, AfterValidator(checked_period)]
Day = Annotated[str, AfterValidator(checked_day)]


@dataclass(frozen=True)
class Facet:
    """Marks a front-matter value as the name of a term of a facet, or of a case or method (`cases`, `methods`)."""

    name: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """Let the JSON Schema say which list the value comes from."""
        return {**handler(schema), "x-facet": self.name}


def checked_url(text: str) -> str:
    """`text` itself when it is a web address or empty; else ValueError with what was found and what to write."""
    if not re.fullmatch(r"(https?://[^\s/]+\S*)?", text):
        raise ValueError(f"“{text}” 不是网址|写成 https://…;没有就删去这一行")
    return text


def checked_quote(text: str) -> str:
    """`text` itself when it is short enough to be quoted; else ValueError with what was found and what to write."""
    if len(text) > LONGEST_QUOTE:
        raise ValueError(f"原话有 {len(text)} 字|截取含数字的一段,不超过 {LONGEST_QUOTE} 字")
    return text


def checked_locator(text: str) -> str:
    """`text` itself when it names a paragraph or page; else ValueError with what was found and what to write."""
    if not re.fullmatch(r"第[1-9]\d{0,3}[段页]", text):
        raise ValueError(f"看不懂位置 “{text}”|写成 第37段 或 第2页")
    return text


def checked_number(text: str) -> str:
    """`text` itself when it is a plain number; else ValueError with what was found and what to write."""
    if not re.fullmatch(r"\d{1,15}(\.\d{1,6})?", text, re.ASCII):
        raise ValueError(f"“{text}” 不是数值|只写阿拉伯数字,不带逗号和单位,例如 5020.86")
    return text


class Record(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Problem(Record):
    """Something in a file that an author must mend (error) or should look at (warning).

    `found` says what stands there, `instead` what to write; both are Chinese and name the words in question.
    `line` counts from 1 in the file as given.
    """

    path: str
    line: int
    field: str
    found: str
    instead: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.field}: {self.found}; {self.instead}"


# --- the controlled vocabulary -------------------------------------------------------------------------------


class Term(Record):
    """One controlled term: an ASCII id for addresses, labels, and the other names it goes by.

    `signs` are words that tell of the term in a text and are no names of it: 坝坝会 tells of 议事协商.
    """

    id: Slug = Field(description="固定编号,即网址", examples=["parking"])
    zh: Text = Field(description="中文名称(来源写标题)", examples=["停车治理"])
    en: Text = Field(description="英文名称", examples=["Parking"])
    aliases: tuple[Text, ...] = ()
    signs: tuple[Text, ...] = ()
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that leads to this term, the preferred one first."""
        return (self.zh, *self.aliases)


class Place(Term):
    """A place; tiers may be missing (Dongguan has no districts, Shanghai no province above it)."""

    level: Level
    parent: Slug | None = None


class Organisation(Term):
    """A body that acted in a case; `kind` is the id of an actor term, `place` where it is at home."""

    kind: Slug | None = None
    place: Slug | None = None


class Indicator(Term):
    """What a figure measures; `additive` says whether values of different cases may be added up."""

    unit: str
    kind: Literal["input", "output", "reach", "outcome", "context"]
    additive: bool


class Source(Term):
    """Where facts come from. `zh` is its title; what it leaves open is written `unknown`, never left out."""

    publisher: Text = Field(description="发布者;来源没有写就写 unknown", examples=["东莞日报"])
    date: EdtfDate = Field(description="发布日期(EDTF);来源没有写就写 unknown", examples=["2020-10-10"])
    grade: Slug = Field(description="可靠程度,见 grades.yaml", examples=["b"])
    url: Annotated[str, AfterValidator(checked_url)] = ""


# --- front matter: the rules for authors ----------------------------------------------------------------------


class Participant(Record):
    """An organisation and the part it had."""

    organisation: Annotated[Text, Facet("organisations")] = Field(
        description="机构名称,须登记在 content/vocabulary/organisations.yaml"
    )
    role: Annotated[Text, Facet("roles")] = Field(description="角色:牵头、指导、执行、参与、资助、平台")


class Caveat(Record):
    """A contradiction, inference or doubt that a reader must know."""

    kind: Annotated[Text, Facet("caveat-kinds")] = Field(description="类别:矛盾、推断、存疑、口径、未报告")
    text: Text = Field(description="一两句话说清楚,读者不看原文也能明白")


class EvidenceFront(Record):
    """Where a figure stands in its source, in the source's own words."""

    source: Annotated[Text, Facet("sources")] | None = Field(None, description="来源(写 id);本页只有一个来源时可省略")
    locator: Annotated[Text, AfterValidator(checked_locator)] = Field(
        description="在原文哪里:第37段(空行不算)或第2页", examples=["第37段"]
    )
    quote: Annotated[Text, AfterValidator(checked_quote)] = Field(
        description=f"原文的话,照抄,不超过 {LONGEST_QUOTE} 字,含这个数字", examples=["服务居民约700人次"]
    )


class MetricFront(Record):
    """What an author says of a figure in the text, which the words `quote` point to."""

    quote: Text = Field(description="正文里的话,照抄,只含一个数字", examples=["约700人次"])
    indicator: Annotated[Text, Facet("indicators")] | None = Field(
        None, description="改正指标,见 indicators.yaml", examples=["服务人次"]
    )
    value: Annotated[Text, AfterValidator(checked_number)] | None = Field(
        None, description="改正数值(阿拉伯数字)", examples=["700"]
    )
    unit: Text | None = Field(None, description="改正单位", examples=["人次"])
    scope: Annotated[Text, Facet("scopes")] | None = Field(
        None, description="口径,见 scopes.yaml:最终、阶段、每年、每场……", examples=["最终"]
    )
    money: Annotated[Text, Facet("money-kinds")] | None = Field(
        None, description="钱的性质,见 money-kinds.yaml:募集、撬动、配比……", examples=["募集"]
    )
    as_of: EdtfDate | None = Field(None, description="截至哪天(EDTF)", examples=["2022-03"])
    programme: Annotated[Text, Facet("cases")] | None = Field(
        None, description="这个数字属于另一个案例时,写它的文件名", examples=["lishui-micro-venture-4"]
    )
    evidence: EvidenceFront | None = Field(None, description="出处:来源、位置、原话")


class NotMetricFront(Record):
    """Words of the text whose number the author says is no figure."""

    quote: Text = Field(description="正文里的话,照抄", examples=["三方"])
    why: Text = Field(description="为什么不是指标", examples=["名称"])


class Front(Record):
    """What every content file has at its head."""

    title: Text = Field(description="标题,10–30 字,不写书名号", examples=["金沙半岛小区电动自行车停放治理"])
    summary: Text = Field(
        description="摘要,60–120 字,单独读也能明白:谁、在哪里、做了什么、结果如何",
        examples=["里水镇同声社区公共服务中心以……"],
    )
    slug: Slug | None = Field(None, description="可省略;写了就必须与文件名相同", examples=["jinsha-parking"])
    status: Literal["published", "draft"] = Field(
        "published", description="published 发布,draft 草稿(正式站点不收)", examples=["published"]
    )


class Described(Front):
    """What cases and methods share."""

    title_en: Text = Field(description="英文标题", examples=["Orderly E-bike Parking"])
    summary_en: str = Field("", description="英文摘要,可省略", examples=["A community centre ..."])
    aliases: tuple[Text, ...] = Field((), description="别名、简称", examples=["[停车五步走]"])
    added: Day = Field(description="收入案例库的日期", examples=["2026-11-22"])
    themes: tuple[Annotated[Text, Facet("themes")], ...] = Field(
        min_length=1, description="主题,见 themes.yaml", examples=["[停车治理, 议事协商]"]
    )

    metrics: tuple[MetricFront, ...] = Field(
        (),
        description="正文数字的出处、口径和改正,一个数字一项",
        examples=["- {quote: 约700人次, scope: 最终, evidence: {locator: 第37段, quote: 服务居民约700人次}}"],
    )
    not_metrics: tuple[NotMetricFront, ...] = Field(
        (), description="被误读成指标的话", examples=["- {quote: 三方, why: 名称}"]
    )


class CaseFront(Described):
    """Front matter of `content/cases/<slug>.md`."""

    period: EdtfPeriod = Field(
        description="起止时间(EDTF):2021-05/2022-03、2018-06/..、2018~(约)、2018?(推定);不知道写 unknown",
        examples=["2021-05/2022-03"],
    )
    places: tuple[Annotated[Text, Facet("places")], ...] = Field(
        min_length=1, description="地点,见 places.yaml,写最小的一级", examples=["[九江镇]"]
    )
    forms: tuple[Annotated[Text, Facet("forms")], ...] = Field(
        min_length=1, description="形式,见 forms.yaml", examples=["[联合会]"]
    )
    actors: tuple[Annotated[Text, Facet("actors")], ...] = Field(
        min_length=1, description="参与者类别,见 actors.yaml", examples=["[街坊会, 志愿者, 居民]"]
    )
    organisations: tuple[Participant, ...] = Field(
        (), description="有名有姓的机构及其角色", examples=["- {organisation: 北达博雅社工团队, role: 牵头}"]
    )
    methods: tuple[Annotated[Text, Facet("methods")], ...] = Field(
        (), description="用到的方法(content/methods/ 的文件名)", examples=["[deliberation]"]
    )
    part_of: Annotated[Text, Facet("cases")] | None = Field(
        None, description="所属的上级案例(文件名)", examples=["lishui-micro-venture-4"]
    )
    sources: tuple[Annotated[Text, Facet("sources")], ...] = Field(
        min_length=1, description="来源,须登记在 sources.yaml(写 id)", examples=["[nanhai-jiujiang-federation]"]
    )
    key_figures: tuple[Annotated[Text, Facet("indicators")], ...] = Field(
        (), description="页首突出的指标,见 indicators.yaml;不写则自动选", examples=["[服务人次, 募集资金]"]
    )
    caveats: tuple[Caveat, ...] = Field(
        (), description="读者必须知道的矛盾、推断、存疑", examples=["- {kind: 推断, text: 年份由投票日期推得。}"]
    )


class MethodFront(Described):
    """Front matter of `content/methods/<slug>.md`."""

    related: tuple[Annotated[Text, Facet("methods")], ...] = Field(
        (), description="相关方法(文件名)", examples=["[federation]"]
    )


class PageFront(Front):
    """Front matter of `content/pages/<slug>.md`."""


FRONTS: Mapping[Kind, type[Front]] = {"case": CaseFront, "method": MethodFront, "page": PageFront}


# --- what is read from the text -------------------------------------------------------------------------------


class Quantity(Record):
    """A written number with its unit: `约700人次` is 700, 人次, about."""

    start: int
    end: int
    text: str
    value: Decimal
    value_max: Decimal | None = None
    unit: str
    qualifier: Qualifier = "exact"


class Evidence(Record):
    """Where a figure stands in its source (an id of `sources.yaml`), in the source's own words."""

    source: str
    locator: str
    quote: str


class Metric(Quantity):
    """A quantity that measures something: `indicator` is an id of `indicators.yaml`.

    `before` is what the value was before it changed (从251项减少到62项). `scope` and `money` are ids of their
    vocabulary, `as_of` is an EDTF date, `programme` the slug of the case that the figure belongs to when that is
    not the page's own; all empty where the text and its author do not say.
    """

    indicator: str
    sentence: str
    before: Decimal | None = None
    scope: str = ""
    money: str = ""
    as_of: str = ""
    programme: str = ""
    evidence: Evidence | None = None


class Step(Record):
    """One step of how a case went, or of how a method is done.

    `id` is the author's anchor, empty where there is none. `start`, `end` span the title and what belongs to it.
    `basis` says whether the text states the order or only tells things one after the other.
    """

    number: int
    id: str = ""
    title: str
    start: int
    end: int
    basis: Literal["stated", "narrative"]


class Tag(Record):
    """A term that a record carries: declared by the author, or read in the text as `name` at `start`, `end`.

    `term` is empty for a place or organisation that the vocabulary does not have; `level` is a place's, `kind` (an id
    of `actors.yaml`) and `role` (of `roles.yaml`) what such an organisation is and the part that the text gives it.
    `weight` is how often the text names it, in a title or heading twice as much; 0 where declared.
    """

    facet: str
    term: str
    declared: bool
    name: str = ""
    start: int = 0
    end: int = 0
    weight: int = 0
    level: Level | Literal[""] = ""
    kind: str = ""
    role: str = ""


class Section(Record):
    """A heading with the text up to the next heading of its level or above; `kind` is empty when not a known one."""

    level: int
    id: str
    kind: str
    title: str
    start: int
    end: int
    line: int


class Link(Record):
    """A `[[...]]` link as written: the page it names, the step of it (or empty), where it stands."""

    target: str
    step: str
    text: str
    start: int
    end: int
    line: int


class Entry(Record):
    """One content file, read: front matter, plain text, and what was extracted from it."""

    kind: Kind
    slug: str
    path: str
    front: Front
    text: str
    sections: tuple[Section, ...] = ()
    steps: tuple[Step, ...] = ()
    links: tuple[Link, ...] = ()
    metrics: tuple[Metric, ...] = ()
    tags: tuple[Tag, ...] = ()


class Case(Entry):
    """What was done, where, by whom, with which figures."""

    kind: Literal["case"] = "case"
    front: CaseFront


class Method(Entry):
    """How to do it again, step by step."""

    kind: Literal["method"] = "method"
    front: MethodFront


class Page(Entry):
    """A page about the site itself."""

    kind: Literal["page"] = "page"
    front: PageFront
