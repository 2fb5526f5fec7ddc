"""The brackets, braces and quotation marks of a value in YAML that stands on one line."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from casebook.reading.keys import known_keys, list_keys, within

_PARTS = re.compile(r"([ ]*(?:- +)*(?:([a-z][a-z_]*):[ ]+)?)(.*)")
_OPENING, _CLOSING = "{[", "}]"
_ASKED = "〔"  # what begins what only the author can say
_WIDE = str.maketrans("｛｝［］【】", "{}[][]")
_BRACES = re.compile(r"[{｛].*")
_BRACKETS = re.compile(r"[\[［【].*")
_UNBRACED = re.compile(r"([ ]*- )[(（]?([a-z][a-z_]*[:：][^{}\[\]\"']*?)[)）]?")
_IN_QUOTES = re.compile(r"[\"'“]([\[［【].*[\]］】])[\"'”]")
_CLOSED = re.compile(r"((\"|')(?:(?!\2).)*\2)[,，]")
_COMMA = re.compile(r"\s*[，、；;/]\s*")
_TERMS = frozenset(("themes", "forms", "actors", "beneficiaries", "places", "sources", "methods", "key_figures"))


class Parts(NamedTuple):
    """A line: what stands before its value, the key of the value if it has one there, and the value."""

    head: str
    key: str
    value: str


class Mended(NamedTuple):
    """A value as it was meant, what was wrong with it, and what to do."""

    value: str
    found: str
    instead: str
    is_sure: bool


def parts(line: str) -> Parts | None:
    """The parts of a line; None if it has no value."""
    found = _PARTS.fullmatch(line)
    return Parts(found[1], found[2] or "", found[3].rstrip()) if found and found[3].strip() else None


def mended(line: Parts, *, is_last: bool) -> Mended | None:
    """The value of a line as it was meant; None if nothing is wrong with it. `is_last`: it ends with the line."""
    value = line.value
    if _BRACES.fullmatch(value) and _pair().search(value):
        return _braces(value, is_last=is_last)
    if line.key in list_keys() and (quoted := _IN_QUOTES.fullmatch(value)):
        return Mended(quoted[1], "列表写在引号里", "写成", is_sure=True)
    if line.key in list_keys() and (_BRACKETS.fullmatch(value) or value[-1] in "］】]"):
        return _brackets(line.key, value, is_last=is_last)
    return _quotes(value) if is_last else None


def going_on(line: str) -> Callable[[str], bool]:
    """What tells of the lines after `line` whether they belong to its value, in quotation marks or brackets."""
    found = parts(line)
    open_with = found.value[0] if found else ""
    if found and open_with in ('"', "'") and not _is_closed(found.value, open_with):
        return _until(open_with)
    if found and open_with in ("{", "["):
        return _until_even(_depth(found.value)) if _depth(found.value) > 0 else _never
    return _never


def _never(line: str) -> bool:
    return False


def _until(mark: str) -> Callable[[str], bool]:
    is_over = False

    def held(line: str) -> bool:
        nonlocal is_over
        was_over, is_over = is_over, is_over or mark in line
        return not was_over

    return held


def _until_even(depth: int) -> Callable[[str], bool]:
    def held(line: str) -> bool:
        nonlocal depth
        was, depth = depth, depth + _depth(line)
        return was > 0

    return held


def _depth(value: str) -> int:
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", value)
    return sum(bare.count(sign) for sign in _OPENING) - sum(bare.count(sign) for sign in _CLOSING)


def _is_closed(value: str, mark: str) -> bool:
    bare = value[1:].replace("\\" + mark, "") if mark == '"' else value[1:].replace("''", "")
    return mark in bare


@cache
def _pair() -> re.Pattern[str]:
    """A key and its colon after a brace or a comma of any kind."""
    names = "|".join(sorted((*known_keys(), *within()), key=len, reverse=True))
    return re.compile(rf"([{{｛]|[,，、；;])\s*({names})\s*(：\s*|:\s*)")


def unbraced(line: str) -> str | None:
    """A line with pairs of an item that stand in no braces, with braces; None of any other."""
    found = _UNBRACED.fullmatch(line)
    pairs = f"{{{found[2]}}}" if found else ""
    return f"{found[1]}{pairs}" if found and len(_pair().findall(pairs)) > 1 else None


def _braces(value: str, *, is_last: bool) -> Mended | None:
    seen: set[str] = set()
    wrong: dict[str, None] = {}

    def pair(match: re.Match[str]) -> str:
        opening, written, colon = match.groups()
        key = within().get(written, written) if "：" in colon else written
        if key in seen:
            return match[0]
        seen.add(key)
        wide = {"｛": "花括号是全角的", "，": "逗号是全角的", "、": "用顿号分开", "；": "用分号分开", ";": "用分号分开"}
        if opening in wide:
            wrong[wide[opening]] = None
        if key != written:
            wrong["键不是英文"] = None
        if colon != ": " and colon.strip() == "：":
            wrong["冒号是全角的"] = None
        elif colon == ":":
            wrong["冒号后面少了空格"] = None
        return f"{{{key}: " if opening in "{｛" else f", {key}: "

    bare = value if re.search("[\"']", value) else _pair().sub(pair, value)
    if not wrong and bare != value:
        bare = value  # only blanks differ
    if bare.endswith("｝"):
        wrong["花括号是全角的"] = None
        bare = f"{bare[:-1]}}}"
    if is_last and _depth(bare) > 0 and bare[-1] != "}":
        wrong["花括号没有成对"] = None
        bare += "}"
    return Mended(bare, f"这一项的{'、'.join(wrong)}", "写成", is_sure=True) if wrong else None


def _brackets(key: str, value: str, *, is_last: bool) -> Mended | None:
    if _ASKED in value:
        return None  # what the author is asked is not yet a list
    wrong: dict[str, None] = {}
    bare, is_sure = value, True
    if value[0] in "［【":
        wrong["方括号是全角的"] = None
        bare = f"[{bare[1:]}"
    if value[-1] in "］】":
        wrong["方括号是全角的"] = None
        bare = f"{bare[:-1]}]"
    if bare[0] != "[":
        wrong["方括号没有成对"] = None
        bare = f"[{bare}"
    elif is_last and _depth(bare) > 0 and bare[-1] != "]":
        wrong["方括号没有成对"] = None
        bare += "]"
    if (wrong or key in _TERMS) and not re.search("[\"'{:]", bare) and _COMMA.search(bare):
        wrong["逗号要用半角"] = None
        bare = _COMMA.sub(", ", bare)
    if bare.count('"') % 2 and bare[-1] == "]":
        wrong, is_sure = {"引号没有成对": None}, False
        bare = bare.replace('"', "")
    if not wrong:
        return None
    return Mended(bare, f"“{value[:60]}”:{'、'.join(wrong)}", "写成", is_sure)


def _quotes(value: str) -> Mended | None:
    """A value that ends with the line, of whose two quotation marks one is wide or missing, or with a comma behind."""
    if closed := _CLOSED.fullmatch(value):
        return Mended(closed[1], "后面多了逗号", "写成", is_sure=True)
    if value[0] in "\"'" and not _is_closed(value, value[0]) and len(value) > 1:
        if value[-1] in "”’＂":
            return Mended(f"{value[:-1]}{value[0]}", f"收尾的引号 {value[-1]} 是全角的", "写成", is_sure=True)
        return Mended(f"{value}{value[0]}", "引号没有成对", "补上收尾的引号", is_sure=False)
    if value[0] in "“＂" and value[-1] == '"' and '"' not in value[:-1]:
        return Mended(f'"{value[1:]}', f"开头的引号 {value[0]} 是全角的", "写成", is_sure=True)
    return None
