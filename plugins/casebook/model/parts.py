"""The parts of a page, as a collection names them and asks for them."""

from collections.abc import Mapping

from pydantic import Field

from casebook.model.values import Kind, Record, Slug, Text


class Part(Record):
    """A part of a page: the headings that name it, the one that a template writes first, and what it asks for there.

    The numbers in one without `figures` are no figures of the page. `unless` is a form of which no case need have it.
    """

    titles: tuple[Text, ...] = Field(
        min_length=1, description="这一节可用的标题,第一个写进模板", examples=["[结果, 成效]"]
    )
    required: bool = Field(description="缺了要不要提醒", examples=["true"])
    hint: Text = Field(description="模板里的提示:这一节写什么", examples=["来源给出的每个数字,带单位"])
    figures: bool = True
    unless: Text | None = None


class Sections(Record):
    """The parts of each kind of file by their ids, in the order of a page."""

    case: Mapping[Slug, Part] = Field(default_factory=dict)
    method: Mapping[Slug, Part] = Field(default_factory=dict)
    page: Mapping[Slug, Part] = Field(default_factory=dict)

    def of(self, kind: Kind) -> Mapping[Slug, Part]:
        """The parts of one kind."""
        parts: Mapping[Slug, Part] = getattr(self, kind)
        return parts
