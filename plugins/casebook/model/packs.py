"""Course packs: what a trainer goes through with others, in which order, and what is said before each part."""

from dataclasses import dataclass

from pydantic import Field

from casebook.model.values import Label, Name, Record, Slug, Text

MOST_PARTS = 40


class PackFigure(Record):
    """A figure of a case: its words as they stand there, or the indicator that it is of."""

    case: Slug = Field(description="案例的文件名", examples=["jiujiang-food-safety"])
    words: str = Field(default="", description="数字的原样", examples=["约700人次"])
    indicator: str = Field(default="", description="指标的名称或编号,见 indicators.yaml", examples=["服务人次"])


class PackPart(Record):
    """A part of a pack: one of a method or case, a step of one, a figure, and questions to talk about."""

    title: Label | None = Field(
        default=None, description="这一段的标题,不写就用方法或案例的", examples=["先看一个案例"]
    )
    minutes: int = Field(default=0, ge=0, le=600, description="几分钟", examples=["20"])
    before: tuple[Text, ...] = Field(
        default=(), description="讲师的话:怎么带这一段,一项一段", examples=["[先各自读。]"]
    )
    method: Text | None = Field(
        default=None, description="方法的文件名,或 文件名#步骤", examples=["deliberation", "deliberation#score"]
    )
    case: Text | None = Field(
        default=None, description="案例的文件名,或 文件名#步骤", examples=["jiujiang-food-safety#score"]
    )
    figure: PackFigure | None = Field(
        default=None, description="一个数字", examples=["{case: jiujiang-food-safety, words: 约700人次}"]
    )
    ask: tuple[Text, ...] = Field(default=(), description="讨论题", examples=["[谁该在桌上?, 谁没有来?]"])

    @property
    def shows(self) -> tuple[str, ...]:
        """The keys that say what the part is, one in a right one."""
        return tuple(key for key in SHOWN if getattr(self, key))

    @property
    def page(self) -> str:
        """The slug of the case or method that it shows, or a part of; empty for questions."""
        named = self.figure.case if self.figure else self.method or self.case or ""
        return named.partition("#")[0]

    @property
    def step(self) -> str:
        """The id of the step that it shows; empty if it shows none."""
        return (self.method or self.case or "").partition("#")[2]


SHOWN = ("method", "case", "figure", "ask")


class Pack(Record):
    """A course pack as its author writes it."""

    title: Name = Field(description="标题", examples=["议事协商半日课"])
    summary: Text = Field(description="一两句话:给谁、多久、学会什么", examples=["给第一次主持议事会的社工。"])
    introduction: tuple[Text, ...] = Field(
        min_length=1, description="给讲师的话:怎么用、事先备什么,一项一段", examples=["[每桌备一张大白纸。]"]
    )
    parts: tuple[PackPart, ...] = Field(
        min_length=1,
        max_length=MOST_PARTS,
        description="一段一段的内容,每段讲一样:method、case、figure 或 ask",
        examples=["[{method: deliberation}]"],
    )


@dataclass(frozen=True)
class CoursePack:
    """A pack that was read; `lines` are those in its file of what each part shows."""

    slug: str
    path: str
    pack: Pack
    lines: tuple[int, ...]
