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
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
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


def checked_filled(text: str) -> str:
    """`text` itself unless it is but dots, which stand for what is to be filled in; else ValueError."""
    if not text.strip("…. "):
        raise ValueError(f"“{text}” 还没有填|写上内容,例如 Parking")
    return text


def checked_step(text: str) -> str:
    """`text` itself when it names a step of a method; else ValueError with what was found and what to write."""
    if not re.fullmatch(rf"{SLUG_PATTERN}#{SLUG_PATTERN}", text):
        raise ValueError(f"看不懂步骤 “{text}”|写成 方法文件名#步骤,例如 deliberation#score")
    return text


def checked_former_page(text: str) -> str:
    """`text` itself when it is a name or an address; else ValueError with what was found and what to write."""
    if not re.fullmatch(f"{SLUG_PATTERN}|/?(?:{SLUG_PATTERN}/)+", text):
        raise ValueError(f"看不懂旧地址 “{text}”|写以前的名字,例如 old-name;换了文件夹的写成 cases/old-name/")
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


# --- addresses that are no more -------------------------------------------------------------------------------


class Former(Record):
    """What now leads here: a `page` by its old name or address, or a `step` of this page by its old id to `now`."""

    page: str = ""
    step: str = ""
    now: str = ""


def written_former(written: object) -> Former:
    """What an author writes in `redirect_from`: `old-name`, `cases/old-name/`, or `score: scoring` for a step."""
    if isinstance(written, str) and not re.search("[#:：]", written):
        return Former(page=checked_former_page(written))
    pairs = list(written.items()) if isinstance(written, dict) else []
    if len(pairs) == 1 and all(re.fullmatch(SLUG_PATTERN, str(word)) for word in pairs[0]):
        return Former(step=pairs[0][0], now=pairs[0][1])
    shown = "、".join(f"{old}: {now}" for old, now in pairs) or written
    raise ValueError(
        f"看不懂 “{shown}”|页面写以前的文件名:old-name;步骤写 “旧编号: 新编号”,冒号后空一格,不带 #:score: scoring"
    )


_SLUG_SCHEMA = {"type": "string", "pattern": f"^{SLUG_PATTERN}$"}
WrittenFormer = Annotated[
    Former,
    BeforeValidator(written_former),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": _SLUG_SCHEMA, "minProperties": 1, "maxProperties": 1},
            ]
        }
    ),
]


# --- the controlled vocabulary -------------------------------------------------------------------------------


class Term(Record):
    """One controlled term: an ASCII id for addresses, labels, and the other names it goes by.

    `signs` are words that tell of the term in a text and are no names of it: 坝坝会 tells of 议事协商.
    """

    id: Slug = Field(description="固定编号,即网址", examples=["parking"])
    zh: Text = Field(description="中文名称(来源写标题)", examples=["停车治理"])
    en: Annotated[Text, AfterValidator(checked_filled)] = Field(description="英文名称", examples=["Parking"])
    aliases: tuple[Text, ...] = ()
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
    """What came before a term or method: a page of the site, or only a name; when it changed, and who says so."""

    year: EdtfDate = Field(description="哪一年变的(EDTF);不知道写 unknown", examples=["2021"])
    document: Text = Field(
        description="哪份文件或来源说它变了", examples=["《关于加强基层治理体系和治理能力现代化建设的意见》"]
    )
    name: Text | None = Field(None, description="前身的名称;本站没有它的页面时才写", examples=["三社联动"])

    @model_validator(mode="after")
    def _checked_ways(self) -> Self:
        """Itself when it says in just one way what came before."""
        ways = [way for way in type(self).model_fields if way not in ("year", "document")]
        if sum(getattr(self, way) is not None for way in ways) != 1:
            raise ValueError(f"前身要写一个,也只写一个|写 {' 或 '.join(ways)} 中的一个")
        return self


class TermPredecessor(Predecessor):
    """What came before a term; `term` is the id of another of the same list."""

    term: Slug | None = Field(None, description="前身在同一个词表里的编号", examples=["three-society-linkage"])


class Concept(Term):
    """A term that stands to others of its list: `broader` and `related` are their ids; narrower is never written."""

    broader: tuple[Slug, ...] = ()
    related: tuple[Slug, ...] = ()
    predecessors: tuple[TermPredecessor, ...] = ()


class Theme(Concept):
    """What cases are about; `problem` is how a neighbour would say it who has to deal with it: 停车难."""

    problem: str = Field("", description="街坊会怎么说这件麻烦事;首页当入口用", examples=["车没处停"])


class Place(Term):
    """A place; tiers may be missing (Dongguan has no districts, Shanghai no province above it)."""

    level: Level
    parent: Slug | None = None


class Organisation(Term):
    """A body that acted in a case; `kind` is the id of an actor term, `place` where it is at home."""

    kind: Slug | None = None
    place: Slug | None = None


class Indicator(Term):
    """What a figure measures; `additive` says whether values of different cases may be added up.

    `comparable` is false of what is left over: the figures stand in one list and count different things.
    """

    unit: str
    kind: Literal["input", "output", "reach", "outcome", "context"]
    additive: bool
    comparable: bool = True


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


class Departure(Record):
    """Where a case did otherwise than a method says: a step of the method that it left out or changed."""

    step: Annotated[Text, AfterValidator(checked_step)] = Field(
        description="方法的哪一步,写 方法文件名#步骤", examples=["deliberation#score"]
    )
    how: Literal["略去", "改动"] = Field(description="略去(没有做这一步)或 改动(做法不同)")
    text: Text = Field(description="一句话说清楚怎么不同,单独读也能明白")


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
    redirect_from: tuple[WrittenFormer, ...] = Field(
        (),
        description="这一页以前的文件名,步骤改了编号写 “旧编号: 新编号”;旧网址会转到这里",
        examples=["[old-name, score: scoring]"],
    )
    no_links: tuple[Text, ...] = Field(
        (), description="不要自动链接的方法、机构、案例,写名称、文件名或 id", examples=["[议事协商]"]
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
    beneficiaries: tuple[Annotated[Text, Facet("beneficiaries")], ...] = Field(
        (),
        description="受益者:事情是为谁办的,见 beneficiaries.yaml;来源没有写就删去这一行",
        examples=["[长者, 全体居民]"],
    )
    organisations: tuple[Participant, ...] = Field(
        (), description="有名有姓的机构及其角色", examples=["- {organisation: 北达博雅社工团队, role: 牵头}"]
    )
    methods: tuple[Annotated[Text, Facet("methods")], ...] = Field(
        (), description="用到的方法(content/methods/ 的文件名)", examples=["[deliberation]"]
    )
    departures: tuple[Departure, ...] = Field(
        (),
        description="与方法不同之处:来源写明没有做、或做法不同的步骤(来源没有提到的不算)",
        examples=["- {step: deliberation#score, how: 略去, text: 没有打分,直接举手选题。}"],
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


class MethodPredecessor(Predecessor):
    """What came before a method: another method, or a form in which things were done."""

    method: Annotated[Text, Facet("methods")] | None = Field(None, description="前身是一个方法时,写它的文件名")
    form: Annotated[Text, Facet("forms")] | None = Field(None, description="前身是一种形式时,写 forms.yaml 里的词")


class MethodFront(Described):
    """Front matter of `content/methods/<slug>.md`."""

    broader: tuple[Annotated[Text, Facet("methods")], ...] = Field(
        (), description="上位方法:这个方法是它们的一种(文件名)", examples=["[deliberation]"]
    )
    related: tuple[Annotated[Text, Facet("methods")], ...] = Field(
        (), description="相关方法(文件名);写在一边就够了", examples=["[federation]"]
    )
    predecessors: tuple[MethodPredecessor, ...] = Field(
        (),
        description="前身:方法(method)、形式(form)或只有名称(name),哪年变的,谁说的",
        examples=["- {form: 三社联动, year: unknown, document: 写来源的标题}"],
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


class Step(Record):
    """One step of how a case went, or of how a method is done.

    `id` is the author's anchor, empty where there is none. `start`, `end` span the title and what belongs to it.
    `basis` says whether the text states the order or only tells things one after the other. `summary` is the first
    sentence after the title; `when` an EDTF date or period that the text gives, `lasting` a duration in its words;
    both are empty where it gives none. `actors` are those named in it.
    """

    number: int
    id: str = ""
    title: str
    start: int
    end: int
    basis: Literal["stated", "narrative"]
    summary: str = ""
    when: str = ""
    lasting: str = ""
    actors: tuple[Tag, ...] = ()


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
    """What was done, where, by whom, with which figures.

    `stated_order` has the titles of an order that the text states beside the author's own steps (五步走).
    """

    kind: Literal["case"] = "case"
    front: CaseFront
    stated_order: tuple[str, ...] = ()


class Method(Entry):
    """How to do it again, step by step."""

    kind: Literal["method"] = "method"
    front: MethodFront


class Page(Entry):
    """A page about the site itself."""

    kind: Literal["page"] = "page"
    front: PageFront
