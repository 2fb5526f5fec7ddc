"""Hides the names of residents: 张阿姨 is 一位居民, and 党支部书记李某某 is 党支部书记."""

import re
from functools import cache

from casebook.reading.residents import WHO, named
from casebook.tables import load

_HAN = "一-鿿"


def hidden(text: str) -> str:
    """`text` without names of persons."""
    someone = str(load("drafting")["someone"])
    for pattern in _patterns():
        text = pattern.sub(lambda found: found["known"] or someone if "known" in found.re.groupindex else someone, text)
    for start, end in sorted(named(text), reverse=True):
        who = "" if text.endswith(WHO, 0, start) else someone
        text = f"{text[:start]}{who}{text[end:]}"
    return text


def names_someone(text: str) -> bool:
    """Whether `text` has the name of a person."""
    return any(pattern.search(text) for pattern in _patterns()) or next(named(text), None) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table, every = load("drafting"), str(load("groups")["surnames"])
    surnames, sure = f"[{every}]", f"[{''.join(char for char in every if char not in table['words'])}]"
    titles, speaks, known = ("|".join(sorted(table[key], key=len, reverse=True)) for key in _LISTS)
    name = rf"{sure}(?:某某?|[{_HAN}]{{1,2}}?)"
    behind = rf"(?=[等说讲，,。、；;：:（(）)“”\"\s]|{speaks}|$)"
    return (
        re.compile(rf"(?P<known>{known})[“\"]?{surnames}(?:{titles}){{1,2}}[”\"]?"),
        re.compile(rf"(?P<known>{known}){name}{behind}"),
        re.compile(rf"(?<![{_HAN}]){surnames}[{_HAN}]{{0,2}}(?:{titles})(?![{_HAN}]{{0,4}}(?:队|站|室|社|会|中心))"),
        re.compile(rf"{surnames}(?:阿姨|大爷|大妈|大姐|大叔|大娘|奶奶|爷爷|婆婆|女士|先生|师傅|老伯|某某|某)"),
        re.compile(rf"{surnames}[{_HAN}]{{1,2}}(?=告诉(?:记者|笔者))"),
        re.compile(rf"[老小]{sure}(?=[说讲家，,。、；;：:“”\"\s]|{speaks})"),
        re.compile(rf"(?<![{_HAN}]){sure}[{_HAN}]{{1,2}}(?={speaks})"),
    )


_LISTS = ("titles", "speaks", "known_as")
