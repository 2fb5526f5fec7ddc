"""Numbers of a body that cannot be read whole (1，100元, 2O人), or have no unit, and how their author writes them."""

import re
from collections.abc import Iterator, Sequence

from casebook.extract import NotFigure, numbers
from casebook.model.front import Described
from casebook.model.records import Metric
from casebook.reading.figures import occurrences
from casebook.reading.findings import Finding
from casebook.reading.structure import Structure
from casebook.spans import Cover

_MOST = 20  # of one file: who writes all numbers so has seen it by then
_WORDS = 12  # characters of a number that are shown
_BEFORE = 8  # characters before it
_OF_ITEMS = tuple("、.．)）")  # behind the number of an item, which is told otherwise
_UNKNOWN = "unread"  # the class of numbers that no rule knows
_UNIT = "数字后面紧跟单位(20名、3场);不是指标就写进 not_metrics,例如 - {quote: ……, why: 门牌}"
# what stands in the number -> how to write it; the first that is there
_HOW = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        ("[OolIＯ]", "数字里混了字母,换成 0 或 1"),
        (r"[±^×*xXeE⁄\u00b2-\u00be\u2070-\u218f\u20e3]", "写成一个数,例如 1.2万、0.5 或 50%"),
        ("^[-－−]", "负数写成“下降5%”,短横写成“到”或空一格"),
        (r"个[亿億]", "写成 3亿元"),
        (r"[^\W\d_十百千万亿萬億零〇○一二三四五六七八九两]\Z", "单位后面还有单位:写成“每天5人”"),
        (r"[/／]", "写成百分数(75%),或几个数各写单位"),
        (r"[-、:：~～–—−+＋]", "几个数就各写单位(3人、4人),范围写成 3-4人"),
        (r"[^\w%％]", "是一个数就写成 1200 或 1,200(半角逗号,每三位一个);是几个数就各写单位"),
        (r"^0\d", "去掉开头的 0;是编号就在 not_metrics 里说明"),
        ("", "写成阿拉伯数字,例如 34000 或 3.4万;是概数就写“约”“多”"),
    )
)


def findings(
    shape: Structure, front: Described, metrics: Sequence[Metric], torn: Sequence[NotFigure]
) -> Iterator[Finding]:
    """A warning for each of the numbers that are `torn` or unknown, unless its author has explained it."""
    text = shape.document.text
    told = Cover(
        [
            *((metric.start, metric.end) for metric in metrics),
            *(span for one in front.not_metrics for span in occurrences(text, one.quote)),
            *shape.body.silent,
        ]
    )
    left = [one for one in torn if not told.touches(one)]
    for one in left[:_MOST]:
        written = text[one.start : one.end]
        if one.is_torn:
            instead = next(instead for pattern, instead in _HOW if pattern.search(written))
            found = f"“{written[:_WORDS]}” 读不准是多少,没有算作指标"
        else:
            before = re.split(r"[\s，。；：、]", text[max(0, one.start - _BEFORE) : one.start])[-1]
            found, instead = f"“{before}{written[:_WORDS]}” 没有单位,认不出数的是什么", _UNIT
        yield Finding(shape.document.line_at(one.start), "数字", found, instead, "warning")
    if len(left) > _MOST:
        line = shape.document.line_at(left[_MOST].start)
        yield Finding(line, "数字", f"还有 {len(left) - _MOST} 个数字读不准", "照上面的改", "warning")


def _is_told_otherwise(text: str, number: NotFigure) -> bool:
    """Whether a number is that of an item of a list, or of a footnote."""
    is_note = "[^" in text[max(0, number.start - 2) : number.end]
    return is_note or text[number.end : number.end + 1] in _OF_ITEMS


def torn_numbers(text: str) -> list[NotFigure]:
    """The numbers of `text` that cannot be read whole, or count nothing that is known."""
    return [
        one
        for one in numbers(text)
        if isinstance(one, NotFigure) and (one.is_torn or (one.why == _UNKNOWN and not _is_told_otherwise(text, one)))
    ]
