"""The parts of a page that a collection defines."""

from collections.abc import Mapping

from pydantic import Field

from casebook.model.values import Kind, Name, Record, Slug, Text


class Part(Record):
    """A part of a page: its possible headings (the template writes the first), and a hint of what it tells.

    Without `figures`, its numbers are no figures of the page. Cases of the form `unless` need not have it. Each step
    below begins with one sentence of at most `opening` characters and answers what it `asks` (`谁：……`); it has so
    many numbered `items`. One that is `folded` stands at the end of its page, under its heading. Of its items that
    begin with their name in bold, the card of a method shows `lines`: what they tell -> words of their names.
    """

    titles: tuple[Name, ...] = Field(
        min_length=1, description="这一节可用的标题,第一个写进模板", examples=["[结果, 成效]"]
    )
    required: bool = Field(description="缺了要不要提醒", examples=["true"])
    hint: Text = Field(description="这一节写什么,模板和表单里都显示", examples=["来源给出的每个数字，带单位"])
    question: Text | None = Field(None, description="表单里怎样问;不写就用标题", examples=["遇到了什么难处？"])
    figures: bool = True
    unless: Text | None = None
    opening: int | None = None
    asks: tuple[Text, ...] = ()
    folded: bool = False
    items: int | None = None
    lines: Mapping[Text, tuple[Text, ...]] = Field(default_factory=dict)


class Sections(Record):
    """The parts of each kind of file by their ids, in the order of a page."""

    case: Mapping[Slug, Part] = Field(default_factory=dict)
    method: Mapping[Slug, Part] = Field(default_factory=dict)
    page: Mapping[Slug, Part] = Field(default_factory=dict)

    def of(self, kind: Kind) -> Mapping[Slug, Part]:
        """The parts of one kind of file."""
        parts: Mapping[Slug, Part] = getattr(self, kind)
        return parts
