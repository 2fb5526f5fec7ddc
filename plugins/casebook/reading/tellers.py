"""What a source that was only told must tell, who told it and when, and what it cannot have."""

from collections.abc import Iterator, Mapping

from casebook.model.terms import Grade, Source
from casebook.model.whole import WholeSource
from casebook.reading import residents
from casebook.reading.findings import Finding
from casebook.reading.nodes import Node
from casebook.vocabulary import Vocabulary
from casebook.wrong import Wrong

_UNKNOWN = "unknown"
_NEEDED: Mapping[str, Wrong] = {
    "publisher": Wrong("口述没有写是谁讲的", "写讲的人的身份或机构,不写姓名,例如 publisher: 社区社工"),
    "date": Wrong("口述没有写是哪天讲的", "写讲的日子,例如 date: 2026-11-29;只记得哪年就写哪年"),
}
_IMPOSSIBLE = Wrong("口述没有网址", "删去这一行;查得到公开材料的,另写一个来源,评它自己的级")
_NAMING = ("title", "zh", "publisher")  # where the name of whoever told it may stand


def findings(source: Source | WholeSource, vocabulary: Vocabulary, node: Node) -> Iterator[Finding]:
    """What is wrong with a source whose grade says that it was only told."""
    grade = vocabulary.find("grades", source.grade)
    if not isinstance(grade, Grade) or not grade.oral:
        return
    for key, wrong in _NEEDED.items():
        if getattr(source, key) == _UNKNOWN:
            yield Finding(node.line_of((key,)), key, wrong.found, wrong.instead)
    for key in ("url", "archive"):
        if getattr(source, key):
            yield Finding(node.line_of((key,)), key, _IMPOSSIBLE.found, _IMPOSSIBLE.instead)
    for key in _NAMING:
        yield from residents.told_by(getattr(source, key, ""), node.line_of((key,)), key)
