"""Written numbers with their units: plain text -> quantities with spans, numbers that measure nothing left out."""

import re
from collections.abc import Iterator

from casebook.extract.patterns import scanner
from casebook.extract.readings import Reading, reading
from casebook.extract.tables import QualifierWord, qualifiers
from casebook.model import Qualifier, Quantity

_APART = 12


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order and without overlap; spans are offsets into `text` as given."""
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    for match in scanner().finditer(text):
        if match["figure"] and (read := reading(match)):
            after = _after(match, read.family)
            end = match.end() if after or not match["after"] else match.start("after")
            yield Quantity(
                start=match.start(),
                end=end,
                text=text[match.start() : end],
                value=read.value,
                value_max=read.value_max,
                unit=read.unit,
                qualifier=_qualifier(match, read, after),
            )


def _word(place: str, written: str | None) -> QualifierWord | None:
    return next((word for word in qualifiers(place) if word.word == written), None)


def _after(match: re.Match[str], family: str) -> QualifierWord | None:
    """The qualifier after the unit, when it may stand beside a unit of this family (7日内, not 5个社区内)."""
    word = _word("after", match["after"])
    return word if word and (not word.families or family in word.families) else None


def _qualifier(match: re.Match[str], read: Reading, after: QualifierWord | None) -> Qualifier:
    """How exact a figure is; of two words, about wins (约700多人次)."""
    before = _word("before", match["before"])
    said = [word.qualifier for word in (before, after) if word]
    if read.value_max is not None:
        return "range"
    if "about" in said:
        return "about"
    return next(iter(said), None) or (read.qualifier if read.qualifier != "exact" else _apart(match))


def _apart(match: re.Match[str]) -> Qualifier:
    """The qualifier that stands a verb away from the number: 最高资助2万元."""
    near = match.string[max(0, match.start() - _APART) : match.start()]
    found = (word for word in qualifiers("apart") if re.search(rf"{word.word}[\u4e00-\u9fff]{{1,4}}$", near))
    return next((word.qualifier for word in found), "exact")
