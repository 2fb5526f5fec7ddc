"""Questions to the open data that a collection shows, each with its answer as a query."""

from pydantic import Field

from casebook.model.values import Record, Text


class Query(Record):
    """A question, and the SQL statement that answers it in the SQLite file of the open data."""

    ask: Text = Field(description="问题,一句话", examples=["哪些方法只有一个案例用过?"])
    sql: Text = Field(
        description="在 SQLite 文件里回答它的一条语句", examples=["SELECT title FROM method_evidence WHERE cases = 1;"]
    )
