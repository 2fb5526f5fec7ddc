"""What an author wrote for a YAML scalar, and where."""

import re
from collections.abc import Sequence

import yaml

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "N": "\x85", "L": "\u2028", "P": "\u2029"}


def line_of_escape(char: str, event: yaml.ScalarEvent, lines: Sequence[str]) -> int:
    """The line (from 0) of the escape that stands for `char` in a scalar."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    for number in range(event.start_mark.line, event.end_mark.line + 1):
        if any(_meant(m) == char for m in _ESCAPE.finditer(lines[number])):
            return number
    return event.start_mark.line


def _meant(escape: re.Match[str]) -> str:
    digits = escape[1] or escape[2] or escape[3]
    return chr(int(digits, 16)) if digits else _SHORT.get(escape[4], escape[4])
