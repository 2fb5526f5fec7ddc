"""Validates a YAML tree against a model: returns the record, or every Problem with its line."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from casebook.facets import MODELS
from casebook.misspellings import advice, meant
from casebook.model.problems import Problem
from casebook.model.values import Record
from casebook.reading.bounds import LONGEST_VALUE, MOST_ITEMS
from casebook.reading.keys import CHINESE
from casebook.reading.nodes import Node
from casebook.reading.references import Loc, Reference, parts, references
from casebook.vocabulary import Vocabulary
from casebook.wrong import Wrong

R = TypeVar("R", bound=Record)
Wrongs = Mapping[str, Callable[[str], Wrong | None]]  # by facet: what is wrong with a name that is no term yet

_WORDS_FOR = {"草稿": "draft", "发布": "published", "已发布": "published", "公开": "published"}
_OF_RECORDS = ("tuple_type", "model_type", "model_attributes_type", "mapping_type")  # items that have keys

# pydantic's error type -> (what was found, what to write instead); {input} is the author's words
_MESSAGES = {
    "string_type": ("这里要一段文字,却读成了列表或键值", "只写一个值;里面有 “: ” 或括号就整个加英文引号"),
    "tuple_type": ("“{input}” 不是列表", "写成 [{items}] 或每行一个 “- ”"),
    "model_type": ("“{input}” 不是键值", "写成 {{键: 值, ...}}"),
    "model_attributes_type": ("“{input}” 不是键值", "写成 {{键: 值, ...}}"),
    "literal_error": ("不认识 “{input}”", "可写:{expected}"),
    "string_pattern_mismatch": ("“{input}” 不是小写英文、数字和连字符", "写成 lishui-parking 这样的形式"),
    "string_too_long": ("“{input}…” 太长", "不超过 {longest} 个字符"),
    "too_short": ("列表是空的", "至少写一项"),
    "too_long": ("列表太长", "不超过 {longest} 项;分成两个"),
    "bool_parsing": ("“{input}” 不是 true 或 false", "写 true 或 false"),
    "int_parsing": ("“{input}” 不是整数", "只写阿拉伯数字,例如 1"),
    "mapping_type": ("“{input}” 不是键值", "写成 {{键: 值, ...}}"),
    "greater_than_equal": ("“{input}” 太小", "写 0 或更大的整数"),
    "less_than_equal": ("“{input}” 太大", "写小一些的整数"),
}


def field_name(loc: Loc) -> str:
    """`("caveats", 0, "kind")` as an author reads it: `caveats[0].kind`."""
    return re.sub(r"\.\[", "[", ".".join(f"[{part}]" if isinstance(part, int) else part for part in loc))


def validate(node: Node, model: type[R], path: str) -> tuple[R | None, list[Problem]]:
    """The record of `node`, or None and its Problems."""
    if not isinstance(node.value, dict):
        return None, [
            Problem(
                path=path, line=node.line, field="YAML", found="这里应是 “键: 值” 的清单", instead="照模板写 title: ……"
            )
        ]
    is_filled = all(one.value.strip() if isinstance(one.value, str) else True for one in node.walk())
    empty = [] if is_filled else list(_empty(node, ()))
    problems = [
        Problem(
            path=path,
            line=node.line_of(loc),
            field=field_name(loc),
            found="是空的",
            instead=_advice(loc, model, "写上"),
        )
        for loc in empty
    ]
    try:
        record = model.model_validate(node.data())
    except ValidationError as error:
        issues = _unmeant(error.errors(), model)
        within = {tuple(issue["loc"][:-1]) for issue in issues}  # a list of wrong items alone counts as too short, too
        for issue in issues:
            loc = tuple(issue["loc"])
            if issue["type"] == "too_short" and any(place[: len(loc)] == loc for place in within):
                continue
            if not any(loc[: len(known)] == known for known in empty):
                problems.append(_problem(node, model, path, loc, issue))
        return None, problems
    return (None if problems else record), problems


def _unmeant(issues: list[ErrorDetails], model: type[Record]) -> list[ErrorDetails]:
    """The issues without those of keys that are missing since they are misspelt."""
    unknown = [issue["loc"] for issue in issues if issue["type"] == "extra_forbidden"]
    near = {loc: _meant_key(str(loc[-1]), _model_at(model, loc[:-1])) for loc in unknown}
    told = {(*loc[:-1], name) for loc, name in near.items()}
    otherwise = {loc[:-1] for loc, name in near.items() if name is None and loc[:-1]}  # items of another form
    return [
        issue
        for issue in issues
        if issue["type"] != "missing" or (issue["loc"] not in told and issue["loc"][:-1] not in otherwise)
    ]


def crowded(node: Node, path: str) -> Iterator[Problem]:
    """A Problem for each list or mapping of more than MOST_ITEMS items, and each text of more than LONGEST_VALUE.

    Each item may cost a page, or a line on every page.
    """
    is_small = all(len(one.value) <= MOST_ITEMS for one in node.walk())
    return iter(()) if is_small else _crowded(node, path, ())


def _crowded(node: Node, path: str, loc: Loc) -> Iterator[Problem]:
    most, what = (LONGEST_VALUE, "字") if isinstance(node.value, str) else (MOST_ITEMS, "项")
    if len(node.value) > most:
        found, instead = f"写了 {len(node.value)} {what}", f"最多 {most} {what};只留最要紧的"
        yield Problem(path=path, line=node.line, field=field_name(loc) or "YAML", found=found, instead=instead)
        return
    items: Iterable[tuple[str | int, Node]] = ()
    if isinstance(node.value, dict):
        items = node.value.items()
    elif isinstance(node.value, list):
        items = enumerate(node.value)
    for part, child in items:
        yield from _crowded(child, path, (*loc, part))


def _empty(node: Node, loc: Loc) -> Iterator[Loc]:
    """The places of keys and items without a value."""
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from _empty(child, (*loc, key))
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from _empty(child, (*loc, index))
    elif not node.value.strip():
        yield loc


def _problem(node: Node, model: type[Record], path: str, loc: Loc, issue: Any) -> Problem:
    line, field, kind = node.line_of(loc), field_name(loc), issue["type"]
    words = _words(issue["input"])
    if kind == "missing":
        found, instead = f"缺少 {loc[-1]}", _advice(loc, model, "补上")
    elif kind == "extra_forbidden":
        record = _model_at(model, loc[:-1])
        found, instead = f"不认识的键 {loc[-1]}", _known_key(str(loc[-1]), record)
        if len(loc) > 1 and not _meant_key(str(loc[-1]), record) and not _has_required(node.at(loc[:-1]), record):
            instead = f"这一项写成 {_form(record)}"
    elif kind == "tuple_type" and isinstance(issue["input"], dict):
        found, instead = f"“{words}” 不是列表", "每项另起一行,前面加 “- ”"
    elif kind in _OF_RECORDS and (form := _form(_model_at(model, loc))) and _model_at(model, loc) is not model:
        found = f"“{words}” 不是键值" if kind != "tuple_type" else f"“{words}” 不是列表"
        instead = f"每项另起一行,写成 - {form}" if kind == "tuple_type" else f"写成 {form}"
    elif kind == "value_error":
        found, instead = issue["ctx"]["error"].found, issue["ctx"]["error"].instead
    else:
        expected = "、".join(re.findall("'([^']*)'", str(issue.get("ctx", {}).get("expected", ""))))
        meant_word = _WORDS_FOR.get(words) if kind == "literal_error" else None
        found, instead = (
            (f"不认识 “{words}”", f"写成 {meant_word}")
            if meant_word
            else (
                part.format(
                    input=words, items=_items(words), expected=expected, longest=issue.get("ctx", {}).get("max_length")
                )
                for part in _MESSAGES.get(kind, (f"“{{input}}” 不合要求({kind})", "照模板写"))
            )
        )
    return Problem(path=path, line=line, field=field, found=found, instead=instead)


def _has_required(node: Node, model: type[Record]) -> bool:
    """Whether an item has one of the keys that it must have."""
    keys = node.value if isinstance(node.value, dict) else {}
    return any(info.is_required() and name in keys for name, info in model.model_fields.items())


def _form(model: type[Record]) -> str:
    """How an item with keys is written: `{organisation: ……, role: ……}`; empty if there is none that it must have."""
    keys = [name for name, info in model.model_fields.items() if info.is_required()]
    return f"{{{', '.join(f'{name}: ……' for name in keys)}}}" if keys else ""


def _words(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_words, value))[:60]
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_words(item)}" for key, item in value.items())[:60]
    return str(value)[:60]


def _items(words: str) -> str:
    """Words that were meant as a list, as its items: without full-width brackets, commas and dashes."""
    return re.sub(r"\s*[，、；]\s*", ", ", words.strip("［］【】（）()－—–•·- "))


def _model_at(model: type[Record], loc: Loc) -> type[Record]:
    """The model of the value at `loc` inside `model`."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = next(iter(parts(model.model_fields[part].annotation, type)), model)
    return model


def _field_at(model: type[Record], loc: Loc) -> FieldInfo | None:
    names = [part for part in loc if isinstance(part, str)]
    return _model_at(model, loc[:-1] if names else ()).model_fields.get(names[-1]) if names else None


def _advice(loc: Loc, model: type[Record], verb: str) -> str:
    info = _field_at(model, loc)
    if info is None:
        return "写上内容;上一项里有逗号就整个加英文引号"
    example = f",例如 {loc[-1]}: {info.examples[0]}" if info.examples else ""
    removal = "" if info.is_required() else ";没有就删去这一行"
    return f"{verb}{info.description or '内容'}{example}{removal}"


def _meant_key(key: str, model: type[Record]) -> str | None:
    """The key that an unknown one was meant as: one with a similar spelling, or with this Chinese name."""
    chinese = next((name for name, names in CHINESE.items() if key in names and name in model.model_fields), None)
    return chinese or meant(key, model.model_fields)


def _known_key(key: str, model: type[Record]) -> str:
    """The advice for an unknown key (`标题` is title)."""
    near = _meant_key(key, model)
    return f"键写成 {near}" if near else f"删去这一项,或改用:{'、'.join(model.model_fields)}"


def resolve(
    record: R, vocabulary: Vocabulary, node: Node, path: str, whole: Wrongs = MappingProxyType({})
) -> tuple[R, list[Problem]]:
    """`record` with ids in place of labels and aliases, and a Problem for every name that is no term.

    `whole` tells of the facets whose terms may be written here what is wrong with a name; nothing is with most.
    """
    named = [(loc, facet, name) for loc, facet, name in references(record) if facet in MODELS]
    ids = {loc: term.id for loc, facet, name in named if (term := vocabulary.find(facet, name)) and term.id != name}
    return _replaced(record, ids), list(unresolved(named, vocabulary, node, path, whole))


def unresolved(
    named: Iterable[Reference], vocabulary: Vocabulary, node: Node, path: str, whole: Wrongs = MappingProxyType({})
) -> Iterator[Problem]:
    """A Problem for every name that is no term; cases and methods the library knows."""
    for loc, facet, name in named:
        if facet not in MODELS or vocabulary.find(facet, name):
            continue
        if facet in whole:
            wrong = None if vocabulary.is_broken(facet, name) else whole[facet](name)
            line, field = node.line_of(loc), field_name(loc)
            if wrong:
                yield Problem(path=path, line=line, field=field, found=wrong.found, instead=wrong.instead)
        elif not vocabulary.is_broken(facet, name):
            labels = [term.id if facet == "sources" else term.zh for term in vocabulary.terms(facet)]
            instead = advice(name, vocabulary.names(facet), labels, home_of(facet))
            yield unknown_name(path, node.line_of(loc), loc, name, facet, instead)


def unknown_name(path: str, line: int, loc: Loc, name: str, facet: str, instead: str) -> Problem:
    """The Problem of a name that is none of a facet's."""
    found = f"“{name}” 不在 {home_of(facet)} 中"
    return Problem(path=path, line=line, field=field_name(loc), found=found, instead=instead)


def home_of(facet: str) -> str:
    """Where the terms of a facet, or the cases or methods, stand."""
    return {"cases": "content/cases/", "methods": "content/methods/"}.get(facet, f"content/vocabulary/{facet}.yaml")


def unknown_id(
    path: str, node: Node, loc: Loc, facet: str, name: str, vocabulary: Vocabulary, shown: Loc = ()
) -> Iterator[Problem]:
    """The Problem of a name at `loc` that is the id of no term; `shown` is what stands before it in its field."""
    if not vocabulary.is_broken(facet, name) and not vocabulary.has(facet, name):
        near = vocabulary.find(facet, name)
        ids = [term.id for term in vocabulary.terms(facet)]
        instead = f"是否指 “{near.id}”?" if near else advice(name, ids, ids, home_of(facet))
        yield unknown_name(path, node.line_of(loc), (*shown, *loc), name, facet, instead)


def _replaced(record: R, ids: Mapping[Loc, str]) -> R:
    """`record` with these ids in their places."""
    below: dict[str, dict[Loc, str]] = {}
    for loc, new in ids.items():
        below.setdefault(str(loc[0]), {})[loc[1:]] = new
    changes = {name: _with(getattr(record, name), inner) for name, inner in below.items()}
    return record.model_copy(update=changes) if changes else record


def _with(value: object, ids: Mapping[Loc, str]) -> object:
    """The value of a field with these ids in their places; it is one itself where there is no place below."""
    if () in ids:
        return ids[()]
    if isinstance(value, Record):
        return _replaced(value, ids)
    assert isinstance(value, tuple)
    below: dict[str | int, dict[Loc, str]] = {}
    for loc, new in ids.items():
        below.setdefault(loc[0], {})[loc[1:]] = new
    return tuple(_with(item, below[index]) if index in below else item for index, item in enumerate(value))
