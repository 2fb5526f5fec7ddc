"""Finds the sentences of a plain text."""

import re

# A line is never longer than its sentence: headings and list items have no full stop. The quote that closes belongs to
# the sentence: “好。”
_STOPS, _CLOSERS = "。！？!?；;", '”’」』）)"'
_HALF_STOPS = "；;"
_SENTENCE = re.compile(rf"[^\n{_STOPS}]++(?:[{_STOPS}]++[{_CLOSERS}]*+)?|[{_STOPS}]++")
_TO_LAST_STOP = re.compile(rf"(?s:.*)[\n{_STOPS}]")
_END = re.compile(rf"[{_STOPS}]++[{_CLOSERS}]*+|(?=\n)|\Z")

_HALF_STOP = re.compile(r"\.(?<=[\u4e00-\u9fff”\"’')）》]\.)(?![\d.])")  # begins with what a text is skimmed for


def with_full_stops(text: str) -> str:
    """`text` with 。 for the full stops of texts in half-width marks; every offset stays."""
    return _HALF_STOP.sub("。", text)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences, in order, without the white space around them."""
    return tuple(span for match in _SENTENCE.finditer(text) if (span := _trimmed(text, *match.span())))


def first_sentence(text: str) -> str:
    """The first sentence of a line, with its clauses that semicolons part."""
    end = next((end for _, end in sentences(text) if text[end - 1] not in _HALF_STOPS), len(text))
    return text[:end]


def sentence_around(text: str, offset: int, reach: int) -> tuple[int, int]:
    """The span of the sentence at `offset`, at most `reach` characters to either side."""
    offset = min(offset, len(text))
    floor = max(0, offset - reach)
    stopped = _TO_LAST_STOP.match(text, floor, offset)
    start = stopped.end() if stopped else floor
    is_behind_stop = start > floor and text[start - 1] in _STOPS
    while is_behind_stop and start < offset and text[start] in _CLOSERS:
        start += 1
    match = _END.search(text, offset, min(len(text), offset + reach))
    end = match.end() if match else min(len(text), offset + reach)
    return _trimmed(text, start, end) or (offset, offset)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not (stripped := piece.strip()):
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(stripped)
