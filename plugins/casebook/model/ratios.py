"""The keys of comparable figures, and the ratios that a collection derives from two figures."""

from pydantic import Field

from casebook.model.values import Label, Record, Slug, Text


class SeriesKey(Record):
    """What comparable figures have in common; `scope` is empty for a final figure, and for one without a scope."""

    indicator: Text = Field(description="指标的编号,见 indicators.yaml", examples=["volunteers"])
    unit: Text = Field(description="单位的种类", examples=["人次"])
    money: str = ""
    scope: str = ""

    @property
    def id(self) -> str:
        """An id that is unique among the series of an indicator: `人次`, `元-raised`."""
        return "-".join(filter(None, (self.unit, self.money, self.scope)))


class RatioRow(Record):
    """A ratio: the series `over` divided by the series `under`, to so many decimal places."""

    id: Slug = Field(description="固定编号", examples=["contacts-per-activity"])
    zh: Label = Field(description="中文名称", examples=["每场活动的服务人次"])
    en: Label = Field(description="英文名称", examples=["Service contacts per activity"])
    places: int = Field(ge=0, le=6, description="保留几位小数", examples=["1"])
    over: SeriesKey = Field(description="被除的一列数", examples=["{indicator: service-contacts, unit: 人次}"])
    under: SeriesKey = Field(description="除以的一列数", examples=["{indicator: activities-held, unit: 场次}"])
