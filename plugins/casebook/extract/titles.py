"""The title of a told step: its doing word and what it is done to, with whole names."""

import re

from casebook.extract.clauses import Deed
from casebook.extract.joins import Span

_USUAL, _SHORTEST, _LONGEST = 16, 4, 24  # characters: usual, at least, where no word ends before
_BREAKS = ("、", "的", "和", "与", "并", "给", "到", "在", "以")  # where a long title may end
_TAIL = re.compile("(?:(?<!通)过|(?<![集其])中|[的了后时着、“])+$")
_PAIRS = (("“", "”"), ("「", "」"), ("《", "》"), ("‘", "’"), ("（", "）"))
_REACH = 12  # characters within which a name in quotes ends


def title(text: str, deed: Deed) -> Span:
    """The span of the title of a step; who does it stands in it where it is too short without."""
    start, end = deed.begin, deed.end
    if end - start < _SHORTEST and end - deed.start <= _USUAL:
        start = deed.start
    if end - start > _USUAL:
        start = deed.verb[0]
    if end - start > _USUAL:
        cuts = [at for mark in _BREAKS if (at := text.rfind(mark, start + _SHORTEST, start + _USUAL)) > 0]
        end = max(cuts, default=min(end, start + _LONGEST))
    tail = _TAIL.search(text, start, end)
    end = max(deed.verb[1], tail.start()) if tail else end
    for opening, closing in _PAIRS:
        start, end = _whole(text, (start, end), deed, opening, closing)
    return start, end


def _whole(text: str, span: Span, deed: Deed, opening: str, closing: str) -> Span:
    """The span of a title in which no quotation begins or ends alone: it takes in the whole name, or none of it."""
    start, end = span
    first = text.find(closing, start, end)
    if first >= 0 and text.find(opening, start, first) < 0:
        before = text.rfind(opening, deed.start, start)
        start = first + 1 if first < deed.verb[0] or before < 0 else before
    last = text.rfind(opening, start, end)
    if last >= 0 and text.find(closing, last, end) < 0:
        behind = text.find(closing, end, min(deed.end, end + _REACH))
        end = behind + 1 if behind >= 0 else last if last >= deed.verb[1] else end
    return start, end
