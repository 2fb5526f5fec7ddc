"""How a step begins: the sentence that says what to do, and the answers to what the collection asks of each step.

请能拍板的、受影响的、要动手的人坐到一起。

- 谁：牵头的社工或社区。
  {: .general}
- 多久：会前一两周开始请。
  {: .general}
"""

import copy
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from casebook.extract.sentences import sentences
from casebook.model.parts import Part
from casebook.model.values import Struct
from casebook.reading.markup import GENERAL
from casebook.reading.render import html_of, within


class Said(Struct):
    """One item of an answer as HTML; `is_general` if it is not from a case of the collection."""

    html: str
    is_general: bool


class Answer(Struct):
    """What a step says to one `ask` of the collection, in one item of its list or several."""

    ask: str
    said: tuple[Said, ...]


class Beginning(Struct):
    """The blocks of a step as HTML: its `opening` if it begins with one sentence, its `answers`, and the `rest`."""

    opening: str
    answers: tuple[Answer, ...]
    rest: str


def beginning(blocks: Sequence[Element], part: Part) -> Beginning:
    """The parts of the blocks of a step, of which its collection wants an opening and answers."""
    opening = next((block for block in blocks[:1] if part.opening and _is_opening(block)), None)
    listed = next((block for block in blocks if _answers(block, part.asks)), None)
    return Beginning(
        opening="" if opening is None else within(opening),
        answers=() if listed is None else _answers(listed, part.asks),
        rest=html_of(block for block in blocks if block is not opening and block is not listed),
    )


def _is_opening(block: Element) -> bool:
    """Whether a block is a paragraph of one sentence."""
    return block.tag == "p" and len(sentences("".join(block.itertext()))) == 1


def are_general(blocks: Iterable[Element]) -> bool:
    """Whether there are blocks, and none has a word from a case of the collection."""
    said = [item for block in blocks for item in (block if block.tag in ("ul", "ol") else (block,))]
    return bool(said) and all(_is_general(one) for one in said)


def _is_general(element: Element) -> bool:
    return GENERAL in element.get("class", "").split()


def _answers(block: Element, asks: Sequence[str]) -> tuple[Answer, ...]:
    """The answers of a list whose first item begins with an ask; an item without one goes on with the answer before."""
    found: list[tuple[str, list[Said]]] = []
    for item in block if block.tag == "ul" else ():
        words = (item.text or "").lstrip()
        ask = next((ask for ask in asks if words.startswith(f"{ask}：")), "")
        if not (ask or found):
            return ()
        one = copy.copy(item)
        one.text = words[len(ask) + 1 :] if ask else words
        said = Said(html=within(one), is_general=_is_general(item))
        if ask:
            found.append((ask, [said]))
        else:
            found[-1][1].append(said)
    return tuple(Answer(ask=ask, said=tuple(said)) for ask, said in found)
