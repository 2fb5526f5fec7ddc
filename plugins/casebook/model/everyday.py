"""Everyday words for the words of the cases."""

from pydantic import Field

from casebook.model.values import Record, Text


class Everyday(Record):
    """Everyday words for what the cases call `written`, and an example of a query with one of them."""

    written: Text = Field(description="案例里的写法", examples=["停车"])
    words: tuple[Text, ...] = Field(min_length=1, description="大家平时的说法", examples=["[泊车, 停放车辆]"])
    example: Text = Field(description="含其中一个词的提问", examples=["小区泊车难"])
