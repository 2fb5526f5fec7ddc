"""Hides the names of residents: 张阿姨 is 一位居民, and 党支部书记李某某 is 党支部书记."""

from casebook.reading.persons import known_as, names
from casebook.tables import load


def hidden(text: str) -> str:
    """`text` without names of persons."""
    someone = str(load("drafting")["someone"])
    for start, end in reversed([*names(text)]):
        who = "" if text.endswith(known_as(), 0, start) else someone
        text = f"{text[:start]}{who}{text[end:]}"
    return text


def names_someone(text: str) -> bool:
    """Whether `text` has the name of a person."""
    return next(names(text), None) is not None
