"""Front matter: the rules for what an author may write at the head of a file.

The JSON Schema, the checker and the template of `new` all come from these models.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from casebook.model.former import WrittenFormer
from casebook.model.terms import Predecessor
from casebook.model.values import (
    LONGEST_QUOTE,
    Day,
    EdtfDate,
    EdtfPeriod,
    English,
    Kind,
    Name,
    Record,
    Slug,
    TermOf,
    Text,
    WrittenAs,
    checked_label,
    checked_locator,
    checked_number,
    checked_quote,
    checked_step,
)
from casebook.model.whole import OrWhole, Participant


class Caveat(Record):
    """A contradiction, inference or doubt that a reader must know."""

    kind: Annotated[Text, TermOf("caveat-kinds")] = Field(description="类别:矛盾、推断、存疑、口径、未报告")
    text: Text = Field(description="一两句话说清楚,读者不看原文也能明白")


class Departure(Record):
    """A step of a method that the case left out or changed."""

    step: Annotated[Text, AfterValidator(checked_step)] = Field(
        description="方法的哪一步,写 方法文件名#步骤", examples=["deliberation#score"]
    )
    how: Annotated[Literal["omitted", "changed"], WrittenAs({"略去": "omitted", "改动": "changed"})] = Field(
        description="略去(没有做这一步)或 改动(做法不同)"
    )
    text: Text = Field(description="一句话说清楚怎么不同,单独读也能明白")


class EvidenceFront(Record):
    """The evidence of a figure: its source, the place in the source, and the source's words."""

    source: Annotated[Text, TermOf("sources")] | None = Field(
        None, description="来源(写 id 或标题);本页只有一个来源时可省略"
    )
    locator: Annotated[Text, AfterValidator(checked_locator)] = Field(
        description="在原文哪里:第37段(空行不算)或第2页", examples=["第37段"]
    )
    quote: Annotated[Text, AfterValidator(checked_quote)] = Field(
        description=f"原文的话,照抄,不超过 {LONGEST_QUOTE} 字,含这个数字", examples=["服务居民约700人次"]
    )


class MetricFront(Record):
    """An author's correction of a figure, or its evidence; `quote` has the words of the text that hold the figure."""

    quote: Text = Field(description="正文里的话,照抄,只含一个数字", examples=["约700人次"])
    indicator: Annotated[Text, TermOf("indicators")] | None = Field(
        None, description="改正指标,见 indicators.yaml", examples=["服务人次"]
    )
    value: Annotated[Text, AfterValidator(checked_number)] | None = Field(
        None, description="改正数值(阿拉伯数字)", examples=["700"]
    )
    unit: Text | None = Field(None, description="改正单位", examples=["人次"])
    scope: Annotated[Text, TermOf("scopes")] | None = Field(
        None, description="口径,见 scopes.yaml:最终、阶段、每年、每场……", examples=["最终"]
    )
    money: Annotated[Text, TermOf("money-kinds")] | None = Field(
        None, description="钱的性质,见 money-kinds.yaml:募集、撬动、配比……", examples=["募集"]
    )
    as_of: EdtfDate | None = Field(None, description="截至哪天(EDTF)", examples=["2022-03"])
    programme: Annotated[Text, TermOf("cases")] | None = Field(
        None, description="这个数字属于另一个案例时,写它的文件名", examples=["lishui-micro-venture-4"]
    )
    evidence: EvidenceFront | None = Field(None, description="出处:来源、位置、原话")


class NotMetricFront(Record):
    """Words of the text with a number that the author does not count as a figure."""

    quote: Text = Field(description="正文里的话,照抄", examples=["三方"])
    why: Text = Field(description="为什么不是指标", examples=["名称"])


class StepFront(Record):
    """An author's correction of who takes part in a step; what is left out stays as it was read."""

    step: Slug = Field(description="本页的哪一步,写花括号里的编号,不带 #", examples=["score"])
    actors: tuple[Annotated[Text, TermOf("actors")], ...] | None = Field(
        None, description="这一步参与者的类别,写全;[] 是一类也没有", examples=["[居民, 物业公司]"]
    )
    organisations: tuple[Annotated[Text, TermOf("organisations")], ...] | None = Field(
        None, description="这一步参与的机构,写全;[] 是一家也没有", examples=["[北达博雅社工团队]"]
    )


class Front(Record):
    """The front matter that every content file has."""

    title: Name = Field(description="标题,10–30 字,不写书名号", examples=["金沙半岛小区电动自行车停放治理"])
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
    """The front matter that cases and methods share."""

    title_en: English = Field("", description="英文标题", examples=["Orderly E-bike Parking"])
    summary_en: str = Field("", description="英文摘要", examples=["A community centre ..."])
    aliases: tuple[Name, ...] = Field((), description="别名、简称", examples=["[停车五步走]"])
    asked: tuple[Name, ...] = Field(
        (),
        description="别人会怎么问,一句一个难处,用平常的话;这一页要真能帮上忙,搜索靠它",
        examples=["[楼道口堆满车谁来管, 劝了几回都不听]"],
    )
    added: Day = Field(description="收入案例库的日期", examples=["2026-11-22"])
    themes: tuple[Annotated[Text, TermOf("themes")], ...] = Field(
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
    places: tuple[Annotated[Text, TermOf("places")], ...] = Field(
        min_length=1,
        description="地点,写最小的一级;行政区划表里有的直接写,社区、小区、村写在它们后面",
        examples=["[佛山市南海区九江镇]"],
    )
    forms: tuple[Annotated[Text, TermOf("forms")], ...] = Field(
        min_length=1, description="形式,见 forms.yaml", examples=["[联合会]"]
    )
    actors: tuple[Annotated[Text, TermOf("actors")], ...] = Field(
        min_length=1, description="参与者类别,见 actors.yaml", examples=["[街坊会, 志愿者, 居民]"]
    )
    beneficiaries: tuple[Annotated[Text, TermOf("beneficiaries")], ...] = Field(
        (),
        description="受益者:事情是为谁办的,见 beneficiaries.yaml;来源没有写就删去这一行",
        examples=["[长者, 全体居民]"],
    )
    organisations: tuple[Participant, ...] = Field(
        (), description="有名有姓的机构及其角色,写全称", examples=["- {organisation: 北达博雅社工团队, role: 牵头}"]
    )
    methods: tuple[Annotated[Text, TermOf("methods")], ...] = Field(
        (), description="用到的方法(content/methods/ 的文件名)", examples=["[deliberation]"]
    )
    departures: tuple[Departure, ...] = Field(
        (),
        description="与方法不同之处:来源写明没有做、或做法不同的步骤(来源没有提到的不算)",
        examples=["- {step: deliberation#score, how: 略去, text: 没有打分,直接举手选题。}"],
    )
    steps: tuple[StepFront, ...] = Field(
        (),
        description="步骤的参与者读错了才写:一步一项,写出这一步真正的参与者",
        examples=["- {step: score, actors: [居民, 物业公司]}"],
    )
    part_of: Annotated[Text, TermOf("cases")] | None = Field(
        None, description="所属的上级案例(文件名)", examples=["lishui-micro-venture-4"]
    )
    sources: tuple[Annotated[Text, TermOf("sources"), OrWhole()], ...] = Field(
        min_length=1,
        description="来源:sources.yaml 里有的写 id,没有的整个写在这里",
        examples=["- {title: 街坊的停车位, publisher: 东莞日报, date: 2020-10-10, grade: b, url: https://…}"],
    )
    key_figures: tuple[Annotated[Text, TermOf("indicators")], ...] = Field(
        (), description="在列表和搜索里突出的指标,见 indicators.yaml;不写则自动选", examples=["[服务人次, 募集资金]"]
    )
    caveats: tuple[Caveat, ...] = Field(
        (), description="读者必须知道的矛盾、推断、存疑", examples=["- {kind: 推断, text: 年份由投票日期推得。}"]
    )


class MethodPredecessor(Predecessor):
    """A predecessor of a method: another method, a form, or only a name."""

    method: Annotated[Text, TermOf("methods")] | None = Field(None, description="前身是一个方法时,写它的文件名")
    form: Annotated[Text, TermOf("forms")] | None = Field(None, description="前身是一种形式时,写 forms.yaml 里的词")


class MethodFront(Described):
    """Front matter of `content/methods/<slug>.md`."""

    broader: tuple[Annotated[Text, TermOf("methods")], ...] = Field(
        (), description="上位方法:这个方法是它们的一种(文件名)", examples=["[deliberation]"]
    )
    related: tuple[Annotated[Text, TermOf("methods")], ...] = Field(
        (), description="相关方法(文件名);写在一边就够了", examples=["[federation]"]
    )
    predecessors: tuple[MethodPredecessor, ...] = Field(
        (),
        description="前身:方法(method)、形式(form)或只有名称(name),哪年变的,谁说的",
        examples=["- {form: 三社联动, year: unknown, document: 写来源的标题}"],
    )


class PageFront(Front):
    """Front matter of `content/pages/<slug>.md`."""

    label: Annotated[str, AfterValidator(checked_label)] = Field(
        "", description="短名:栏目和页脚用,不写则用标题", examples=["关于"]
    )


FRONTS: Mapping[Kind, type[Front]] = {"case": CaseFront, "method": MethodFront, "page": PageFront}
