"""What a file still asks its author: `〔？…〕`, anywhere in it, also in a comment of its front matter.

A draft may have it wherever only a person can say something; in a published file it is an error. Without the question
mark the brackets are those of the number of a document: 国办发〔2021〕3号.
"""

import re
from collections.abc import Iterator

from casebook.reading.findings import Finding
from casebook.reading.nodes import Node
from casebook.reading.source import Parts

FIELD = "待办"
OPENING, CLOSING = "〔？", "〕"
FACETS = frozenset(("themes", "forms", "actors", "places"))  # whose terms a case must have
TODO = re.compile(r"〔[？?][^〔〕\n]*〕?")
_SHOWN = 60  # characters of it that a message shows
_ANSWER = "填好以后连括号一起换掉;写在 # 后面的,照着核对过就删去"


def asked(words: str) -> str:
    """`words` as a question to the author, which stands until it is answered."""
    return f"{OPENING}{words}{CLOSING}"


def findings(parts: Parts, *, is_draft: bool) -> Iterator[Finding]:
    """A Finding for each question that is left in a file: a to-do in a draft, else an error."""
    for text, first in ((parts.front, parts.front_line), (parts.body, parts.body_line)):
        if OPENING[0] not in text:
            continue
        for number, line in enumerate(text.split("\n"), first):
            for found in TODO.findall(line):
                yield _todo(number, found) if is_draft else _left(number, found)


def _todo(line: int, found: str) -> Finding:
    return Finding(line, FIELD, _short(found), _ANSWER, "todo")


def _short(found: str) -> str:
    return found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"


def _left(line: int, found: str) -> Finding:
    instead = "换成自己的话,或删去这一处;还没写完的,在开头写 status: draft"
    return Finding(line, FIELD, f"{_short(found)} 还没有填", instead)


def asking_lines(node: Node) -> frozenset[int]:
    """The lines of the values that ask something: what else is wrong with them is no cause of its own."""
    return frozenset(one.line for one in node.walk() if isinstance(one.value, str) and TODO.search(one.value))


def only_asking(front: Node) -> frozenset[str]:
    """The keys of facets of which a front matter has questions alone: 形式 may still be asked, and the page be seen."""
    values = front.value if isinstance(front.value, dict) else {}
    lists = ((key, values[key].value) for key in FACETS & values.keys())
    return frozenset(key for key, items in lists if isinstance(items, list) and items and all(map(_asks, items)))


def _asks(node: Node) -> bool:
    return isinstance(node.value, str) and TODO.match(node.value) is not None


def without(front: Node, keys: frozenset[str]) -> Node:
    """A front matter without these keys."""
    if not keys or not isinstance(front.value, dict):
        return front
    return front._replace(value={key: value for key, value in front.value.items() if key not in keys})


def unasked(text: str) -> str:
    """`text` with blanks for its questions, whose numbers and names are none of the case; every offset stays."""
    return TODO.sub(lambda found: " " * len(found[0]), text) if OPENING[0] in text else text
