"""Text of others within Markdown that we write: it stays text, whatever signs it has."""

import re

_MEANT = re.compile(r"[\\`*_\[\]<>~#]|&(?=#?\w+;)|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def as_markdown(text: str) -> str:
    """A text as Markdown shows it unchanged, within a line or as its beginning."""
    return _MEANT.sub(r"\\\g<0>", text)
