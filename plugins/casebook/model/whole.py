"""Terms that a case writes whole where it uses them, so that nothing has to be entered in the vocabulary first."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from casebook.model.terms import Source
from casebook.model.values import EdtfDate, English, Label, Name, Record, Slug, TermOf, Text, checked_former_page
from casebook.weblinks import checked_url

WHOLE = ("places", "organisations", "sources")  # the facets of terms that a case may write whole

Former = tuple[Annotated[str, AfterValidator(checked_former_page)], ...]


class Participant(Record):
    """An organisation and its role in a case; what only one that no vocabulary has needs stands behind the role."""

    organisation: Annotated[Text, TermOf("organisations")] = Field(
        description="机构的全称,不用先登记", examples=["宜昌市西陵区某某社会工作服务中心"]
    )
    role: Annotated[Text, TermOf("roles")] = Field(description="角色:牵头、指导、执行、参与、资助、平台")
    kind: Annotated[Text, TermOf("actors")] | None = Field(
        None, description="是哪一类参与者,见 actors.yaml;不写则看名称的结尾", examples=["社会工作者"]
    )
    place: Annotated[Text, TermOf("places")] | None = Field(
        None, description="在哪里;不写则看名称的开头", examples=["宜昌市西陵区"]
    )
    en: English = Field("", description="英文名称", examples=["Xiling Social Work Centre"])
    aliases: tuple[Label, ...] = Field((), description="简称、别名", examples=["[西陵社工中心]"])
    note: str = Field("", description="读者要知道的一句话", examples=["全称来源没有写。"])
    redirect_from: Former = Field((), description="公布以后改了名称的,写以前的编号", examples=["[old-id]"])

    @property
    def told(self) -> dict[str, Any]:
        """What it tells of the organisation itself: field of the term -> value, without what is not written."""
        return {name: value for name in _TOLD if (value := getattr(self, name))}


_TOLD = ("kind", "place", "en", "aliases", "note", "redirect_from")


class WholeSource(Record):
    """A source as a case writes it; its term has the title as name, and an id made of title and date."""

    title: Name = Field(description="标题,照抄", examples=["街坊的停车位"])
    publisher: Text = Field(description="发布者;来源没有写就写 unknown", examples=["东莞日报"])
    date: EdtfDate = Field(description="发布日期(EDTF);来源没有写就写 unknown", examples=["2020-10-10"])
    grade: Annotated[Text, TermOf("grades")] = Field(description="可靠程度,见 grades.yaml", examples=["b"])
    url: Annotated[str, AfterValidator(checked_url)] = Field("", description="原文的网址;没有留下就不写")
    archive: Annotated[str, AfterValidator(checked_url)] = Field("", description="存档网站里这份材料的网址;没有就不写")
    title_en: English = Field("", description="英文标题", examples=["Parking for Neighbours"])
    note: str = Field("", description="读者要知道的一句话:谁写的、缺什么")
    redirect_from: Former = Field((), description="公布以后改了标题或日期的,写以前的编号", examples=["[old-id]"])

    @property
    def key(self) -> str:
        """What tells it from all others: title, publisher and date."""
        return "\n".join((self.title, self.publisher, self.date))

    @property
    def told(self) -> dict[str, Any]:
        """What it tells besides: field of the term -> value, without what is not written."""
        given: dict[str, Any] = {
            "grade": self.grade,
            "url": self.url,
            "archive": self.archive,
            "en": self.title_en,
            "note": self.note,
        }
        given |= {"redirect_from": self.redirect_from}
        return {name: value for name, value in given.items() if value}

    def term(self, id: Slug, values: Mapping[str, Any]) -> Source:
        """Its term; `values` are what others tell of it, and ids for names."""
        told = {**self.told, **values}
        return Source(id=id, zh=self.title, publisher=self.publisher, date=self.date, **told)


class OrWhole:
    """Marks the id or title of a source in whose place the source may be written whole."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """Let the JSON Schema take both."""
        return {"anyOf": [handler(schema), WholeSource.model_json_schema()]}
