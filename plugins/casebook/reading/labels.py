"""The items of lists that begin with their name in bold.

- **人**：[[九江|jiujiang-food-safety]]是6个片区的代表。
- **时间和钱**：都没有报告。
"""

import re
from collections.abc import Collection, Iterator

from casebook.model.records import Section
from casebook.model.values import Record
from casebook.reading.markup import Document

_COLONS = "：:"
_BETWEEN = re.compile("[、，,和及与]")  # what a name may be of: 人和时间


class Labelled(Record):
    """An item: its name, and the text after it."""

    label: str
    text: str

    def is_about(self, words: Collection[str]) -> bool:
        """Whether the name, or a part of it, begins or ends with one of `words`: 谁来推, 牵头的人, but not 先有人气."""
        parts = _BETWEEN.split(self.label)
        return any(part.startswith(word) or part.endswith(word) for part in parts for word in words)


def labelled(document: Document, section: Section) -> Iterator[Labelled]:
    """The items of a part that begin with their name, in the order of the text."""
    for block in document.root:
        if block.tag == "ul" and section.start <= document.span(block)[0] < section.end:
            for item in block:
                if len(item) and item[0].tag == "strong" and not (item.text or "").strip():
                    (start, end), (_, last) = document.span(item[0]), document.span(item)
                    label, text = document.text[start:end], document.text[end:last]
                    yield Labelled(label=label.strip(_COLONS), text=text.lstrip(_COLONS).strip())
