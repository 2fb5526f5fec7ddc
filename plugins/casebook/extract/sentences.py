"""Where the sentences of a plain text begin and end."""

import bisect
import re

# A line is never longer than its sentence: headings and list items have no full stop. The quote that closes belongs to
# the sentence: “好。”
_SENTENCE = re.compile(r"[^\n。！？!?；;]++(?:[。！？!?；;]++[”’」』）)\"]*+)?|[。！？!?；;]++")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences, in order, without the white space around them."""
    return tuple(span for match in _SENTENCE.finditer(text) if (span := _trimmed(text, *match.span())))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not (stripped := piece.strip()):
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(stripped)


def sentence_at(spans: tuple[tuple[int, int], ...], offset: int) -> tuple[int, int]:
    """The span that holds `offset`, or else the last before it (0, 0 when there is none)."""
    index = bisect.bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return spans[index] if index >= 0 else (0, 0)
