"""How values stand in the front matter of a draft."""

import re

_PLAIN = re.compile(r"[\w〔“‘《（【][^\[\]{},:#&*!|>'\"%@`\\\n\t]*")
_QUIET = str.maketrans(
    "〔〕{}[]\"'", "（）｛｝［］”’"
)  # so that no bracket or quotation mark of a comment is taken for one
_CONTROL = re.compile(r"\s+")


def scalar(text: str) -> str:
    """A value on one line, in quotes where YAML wants them."""
    words = _CONTROL.sub(" ", text).strip()
    if _PLAIN.fullmatch(words) and words == words.strip():
        return words
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'{}'".format(words.replace("'", "''"))


def row(**values: str) -> str:
    """A mapping on one line, without what is empty."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items() if value) + "}"


def comment(text: str) -> str:
    """Words as a comment; a bracket of an article asks nothing."""
    return f"  # {_CONTROL.sub(' ', text).strip().translate(_QUIET)}"
