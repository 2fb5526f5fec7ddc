"""Reads YAML to a tree of strings with their lines; no value is converted.

`12:30` stays `12:30`, `yes` stays `yes`. Anchors, aliases and tags are refused where they stand and never expanded, so
a file of exploding aliases costs no more than its bytes.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from casebook.model.problems import Problem, errors
from casebook.model.values import Severity
from casebook.reading.bounds import MOST_PROBLEMS, UNREAD
from casebook.reading.cleaning import Cleaner
from casebook.reading.findings import problems_at
from casebook.reading.garbled import place, told
from casebook.reading.scalars import as_written, line_of_escape, marks, quoted, remarks, words
from casebook.reading.slips import mended
from casebook.yamls import BaseLoader

DEEPEST = 8  # our front matter nests three levels; a file that nests deeper is broken or hostile

_LONGEST_SPLIT = 200  # characters; what is longer was no value that a comma has split


class Node(NamedTuple):
    """A scalar, list or mapping with its line; the line of a mapping's value is that of its key."""

    value: "str | list[Node] | dict[str, Node]"
    line: int

    def data(self) -> object:
        """The tree as plain lists, dicts and strings."""
        if isinstance(self.value, dict):
            return {key: node.data() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.data() for node in self.value]
        return self.value

    def walk(self) -> Iterator["Node"]:
        """The node and all nodes below it, in no order."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            if isinstance(node.value, dict):
                ahead += node.value.values()
            elif isinstance(node.value, list):
                ahead += node.value

    def at(self, loc: tuple[str | int, ...]) -> "Node":
        """The node at `loc` (keys and indexes), or the nearest node above it."""
        node = self
        for step in loc:
            if isinstance(node.value, dict) and step in node.value:
                node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                break
        return node

    def line_of(self, loc: tuple[str | int, ...]) -> int:
        """The line of the value at `loc`, or of the nearest node above it."""
        return self.at(loc).line


class _RefusedError(Exception):
    """Raised when the rest of a document cannot be understood; it carries the Problem."""

    def __init__(self, problem: Problem):
        self.problem = problem


def _line(event: yaml.Event) -> int:
    """The line of an event, counted from 0."""
    return event.start_mark.line  # type: ignore[union-attr]  # as marks()


def _is_missing(value: yaml.Event, key: yaml.Event) -> bool:
    """Whether a key has no value, not even a colon: `{kind: 推断, text: 第一, 第二}`."""
    return isinstance(value, yaml.ScalarEvent) and not value.value and marks(value)[0].index == marks(key)[1].index


class _Reader:
    """Turns libyaml's events into nodes, collecting Problems."""

    def __init__(self, text: str, path: str, first_line: int):
        self.path, self.first_line = path, first_line
        self.problems: list[Problem] = []
        self.cleaner = Cleaner()
        self.lines, slips = mended(text.split("\n"))
        for slip in slips:
            self.problem(slip.line, slip.field, slip.found, slip.instead)
        self.text = "\n".join(self.lines)
        commented = (number for number, line in enumerate(self.lines) if "#" in line)
        self.by_comments = {at for number in commented for at in (number - 1, number)}  # lines with one there or below

    def problem(self, line: int, field: str, found: str, instead: str, severity: Severity = "error") -> Problem:
        at = self.first_line + line
        problem = Problem(path=self.path, line=at, field=field, found=found, instead=instead, severity=severity)
        self.problems.append(problem)
        return problem

    def read(self) -> Node | None:
        """The root node, or None for an empty or unreadable document."""
        try:
            events = iter(BaseLoader(self.text).get_event, None)
            root = None
            for event in events:
                if isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                    continue
                if isinstance(event, yaml.DocumentStartEvent):
                    if root is not None:
                        again = "一个文件只写一份,去掉多余的 --- 或 ..."
                        self.problem(_line(event), "YAML", "这里又开始了一份文档", again)
                        break
                    continue
                root = self._node(event, events, "", 0, _line(event))
            return root
        except _RefusedError:
            return None
        except yaml.MarkedYAMLError as error:
            number = place(error, self.lines)
            if not any(known.line == self.first_line + number for known in errors(self.problems)):
                self.problem(number, "YAML", *told(self.lines[number]))
        return None

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], field: str, depth: int, line: int) -> Node:
        if len(self.problems) > MOST_PROBLEMS:
            raise _RefusedError(self.problem(_line(event), field, *UNREAD))
        if depth > DEEPEST:
            raise _RefusedError(
                self.problem(_line(event), field, f"嵌套超过 {DEEPEST} 层", "照模板写,列表里最多一层键值")
            )
        of_file = self.first_line + line
        if isinstance(event, yaml.AliasEvent):
            instead = "不支持别名,把内容直接写出来;值以 * 开头请加英文引号"
            self.problem(_line(event), field, f"用了 YAML 别名 *{event.anchor}", instead)
            return Node("", of_file)
        assert isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent))
        if event.anchor:
            instead = "不支持锚点,去掉它;值以 & 开头请加英文引号"
            self.problem(_line(event), field, f"用了 YAML 锚点 &{event.anchor}", instead)
        if event.tag:
            instead = "不支持标签,去掉它;值以 ! 开头请加英文引号"
            self.problem(_line(event), field, f"用了 YAML 标签 {event.tag}", instead)
        if isinstance(event, yaml.ScalarEvent):
            return Node(self._value(event, field), of_file)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self._items(events, field, depth, event.flow_style), of_file)
        return Node(self._entries(events, field, depth, event.flow_style), of_file)

    def _value(self, event: yaml.ScalarEvent, field: str) -> str:
        if (text := as_written(event, self.lines, self.by_comments)) is not None:
            return text
        for remark in remarks(event, self.text, self.lines):
            self.problem(remark.line, field, remark.found, remark.instead, remark.severity)
        return self._clean(words(event, self.text, self.lines), event)

    def _clean(self, text: str, event: yaml.ScalarEvent) -> str:
        """The text of a scalar, cleaned: an escape (`"\\u202e"`) may stand for any character."""

        def line(char: str) -> int:
            return self.first_line + line_of_escape(char, event, self.lines)

        return self.cleaner.clean(text, where=line)

    def _items(self, events: Iterator[yaml.Event], field: str, depth: int, flow: bool | None) -> list[Node]:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            if flow and isinstance(event, yaml.ScalarEvent) and not event.style:
                self._wide_comma(event, field)
            node = self._node(event, events, f"{field}[{len(items)}]", depth + 1, _line(event))
            if (
                flow
                and items
                and self._is_decimal_comma(event)
                and self._is_split(items[-1], f",{node.value}", field, "在逗号后空一格")
            ):
                items[-1] = Node(f"{items[-1].value},{node.value}", items[-1].line)
            else:
                items.append(node)
        return items

    def _wide_comma(self, event: yaml.ScalarEvent, field: str) -> None:
        if wide := re.search("[，、]", event.value):
            found = f"“{event.value}” 里有全角的 “{wide[0]}”"
            apart = re.sub("[，、]", ", ", event.value)
            instead = f"列表用半角逗号分开:[{apart}];是一项就加英文引号:[{quoted(event.value)}]"
            self.problem(_line(event), field, found, instead)

    def _is_decimal_comma(self, event: yaml.Event) -> bool:
        """Whether an item begins with a digit right after a digit and a comma (`1,200人次`)."""
        at = marks(event)[0].index
        if self.text[at - 1] != ",":
            return False
        return re.fullmatch(r"\d,\d", self.text[max(at - 2, 0) : at + 1]) is not None

    def _is_split(self, before: Node, rest: str, field: str, apart: str) -> bool:
        """Report that a comma has split the value `before` from `rest`; false if it cannot have been one value."""
        if not isinstance(before.value, str) or len(before.value) + len(rest) > _LONGEST_SPLIT:
            return False
        whole = f"{before.value}{rest}"
        instead = f"是一项就加英文引号:{quoted(whole)};是两项就{apart}"
        self.problem(before.line - self.first_line, field, f"“{whole}” 被逗号分成了两项", instead)
        return True

    def _entries(self, events: Iterator[yaml.Event], field: str, depth: int, flow: bool | None) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        last, ended = "", 0  # the key before, and where its value ends
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                raise _RefusedError(
                    self.problem(line, field or "YAML", "键不是普通文字", "键只写英文字段名,例如 title: ……")
                )
            key = as_written(event, self.lines) or self._clean(event.value, event)
            name = f"{field}.{key}" if field else key
            value = next(events)
            if flow and last and _is_missing(value, event):
                rest = self.text[ended : marks(event)[1].index]
                if self._is_split(entries[last], rest, name, "写成 键: 值"):
                    entries[last] = Node(f"{entries[last].value}{rest}", entries[last].line)
                    continue
            node = self._node(value, events, name, depth + 1, line)
            last, ended = key, marks(value)[1].index
            if key in entries:
                self.problem(line, name, f"{key} 写了两次(第 {entries[key].line} 行已有)", "只留一个")
            else:
                entries[key] = node
        return entries


def read_nodes(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The YAML tree of `text`, which begins on `first_line` of the file, and its Problems.

    Nodes have the lines of the file. The tree is None if `text` is empty or cannot be understood.
    """
    reader = _Reader(text, path, first_line)
    root = reader.read()
    problems = (*reader.problems, *problems_at(path, reader.cleaner.findings()))
    return root, problems
