"""Classifies every written number: a figure, a number that measures nothing (and why), or unread."""

from collections.abc import Iterator, Sequence

from casebook.extract import NotFigure, numbers
from casebook.library.library import Library
from casebook.model.front import Described
from casebook.model.records import Entry, Quantity
from casebook.model.values import Record
from casebook.reading.figures import occurrences
from casebook.spans import Cover, touched

FIGURE, SILENT, UNREAD, AUTHOR, UNDECIDED = "figure", "silent", "unread", "author", "undecided"
# class -> how a report names it; those of the annotation guide, and ours
CLASSES = {
    FIGURE: "指标",
    "date": "日期",
    "time": "钟点",
    "period": "统计窗口",
    "relative_time": "相对时间",
    "ordinal": "序数",
    "policy_name": "模式名",
    "idiom": "固定语",
    "name": "专名",
    "address": "门牌",
    "phone": "电话",
    "online_id": "网址编号",
    "doc_no": "文号",
    "version": "版本",
    "age": "个人年龄",
    "age_group": "年龄段",
    "generic_one": "泛指的一",
    "vague": "概数",
    "enumerator": "分条编号",
    "rhetorical": "修辞计数",
    "attribute": "物件属性",
    "personal": "人物经历",
    "boilerplate": "网页外壳",
    SILENT: "不读数字的小节",
    AUTHOR: "作者说明不是指标",
    UNDECIDED: "词表里没有它的指标",
    UNREAD: "认不出",
}


class WrittenNumber(Record):
    """A number of a text, its class (a key of `CLASSES`), and the author's reason if there is one."""

    start: int
    end: int
    line: int
    context: str
    kind: str
    why: str = ""


def coverage(library: Library, entry: Entry) -> Iterator[WrittenNumber]:
    """Every number of the body of `entry`, in order."""
    body = library.bodies[entry.slug]
    found = list(numbers(entry.text))
    whys = _whys(entry, found)
    silent = Cover(body.silent)
    for place, one in enumerate(found):
        start, end = one.start, one.end
        if touched(entry.metrics, start, end):
            kind = FIGURE
        elif place in whys:
            kind = AUTHOR
        elif isinstance(one, NotFigure) and one.why != UNREAD:
            kind = one.why
        elif start in silent:
            kind = SILENT
        else:
            kind = UNREAD if isinstance(one, NotFigure) else UNDECIDED
        context = entry.text[max(0, start - 8) : end + 8].replace("\n", " ").replace("\t", " ")
        yield WrittenNumber(
            start=start,
            end=end,
            line=body.document.line_at(start),
            context=context,
            kind=kind,
            why=whys.get(place, ""),
        )


def _whys(entry: Entry, found: Sequence[Quantity | NotFigure]) -> dict[int, str]:
    """The place in `found` of each number that the author says is no figure -> why; of two reasons the first."""
    whys: dict[int, str] = {}
    for refused in entry.front.not_metrics if isinstance(entry.front, Described) else ():
        for start, end in occurrences(entry.text, refused.quote):
            for place in touched(found, start, end):
                whys.setdefault(place, refused.why)
    return whys
