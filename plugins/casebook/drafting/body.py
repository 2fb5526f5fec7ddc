"""The body of a draft: its sections with questions, the steps as headings, the figures where they belong.

It has none of the article's sentences: at most a few words of a step, and the figures as they are written.
"""

import re
from collections.abc import Iterator, Sequence

from casebook.dates import date_zh, period_zh
from casebook.drafting.counted import RESULTS
from casebook.drafting.found import Found, FoundFigure, FoundStep
from casebook.drafting.parts import HOW
from casebook.model.parts import Part, Sections
from casebook.reading.todos import asked

_MARKS = re.compile(r"[*_\[\]<>|`~#{}\\&]")
_MORE = {
    "problem": "第一句就说是什么难处,单独读也明白",
    HOW: "做完了、正在做,还是计划做?先后是文章明说的,还是只是讲述的次序",
}


def body(found: Found, sections: Sections) -> str:
    """The body of a draft with the sections of a collection."""
    return "\n".join(line for name, part in sections.case.items() for line in _section(found, name, part))


def _section(found: Found, name: str, part: Part) -> Iterator[str]:
    order = (" {.stated}" if found.is_stated else " {.narrative}") if name == HOW and found.steps else ""
    yield f"## {part.titles[0]}{order}"
    yield ""
    yield asked(plain(_MORE.get(name, part.hint)))
    yield ""
    if name == HOW:
        yield from _steps(found)
    yield from _items([one for one in found.figures if one.part == name and not one.step])
    if name == RESULTS and found.left:
        told = "，".join(f"第{one.said.paragraph}段“{plain(one.words)}”" for one in found.left)
        yield asked(f"这些数字没有列进去，是这件事的就自己写:{told}")
        yield ""


def _steps(found: Found) -> Iterator[str]:
    if not found.steps:
        yield f"### {asked('先做了什么,用几个字')} {{#first}}"
        yield ""
        yield asked("谁做的、什么时候、怎么做的;每一步一个小标题,花括号里是地址")
        yield ""
    for number, step in enumerate(found.steps, 1):
        yield f"### {asked(plain(step.title))} {{#{step.id}}}"
        yield ""
        yield asked(_hint(step))
        yield ""
        yield from _items([one for one in found.figures if one.step == number])


def _hint(step: FoundStep) -> str:
    """What is asked of a step: who did what, when, and whether it is a step of a method."""
    period = step.when and (period_zh(step.when) if "/" in step.when else date_zh(step.when))
    when = f"什么时候({period},核对)" if period else "什么时候"
    methods = f";像是方法 {' 或 '.join(step.methods)},是的话写成双方括号链接" if step.methods else ""
    return plain(f"用自己的话写第{step.said.paragraph}段起的这一步:谁做了什么、{when}") + methods


def _items(figures: Sequence[FoundFigure]) -> Iterator[str]:
    """The figures as written, and the question what each of them counts."""
    for figure in figures:
        seems = f"像是{figure.indicator}，" if figure.indicator else ""
        yield f"- {plain(figure.words)}（{seems}第{figure.said.paragraph}段）"
    if figures:
        yield ""
        yield asked("上面每个数字写进一句话:数的是什么,算到哪天;不是这件事的就删去,metrics 里的那一行也删去")
        yield ""


def plain(words: str) -> str:
    """`words` without marks that Markdown or a question would take for its own."""
    return _MARKS.sub(" ", words).replace("〔", "（").replace("〕", "）").strip()
