"""Reads dated editions: four files in a folder `editions/<method>/<month>/`, which are published as they are.

Their page is HTML that anybody may have written: so it begins with a policy by which nothing runs, and has no element
or attribute but those that a cut writes.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from casebook.model.dated import DatedEdition
from casebook.model.problems import Problem
from casebook.model.values import SLUG_PATTERN
from casebook.reading.render import NOTE, SCHEMES, TAGS, scheme

FOLDER = "editions"
PAGE, DATA, SOURCE, SHEET = "index.html", "data.json", "source.md", "style.css"
FILES = (PAGE, DATA, SOURCE, SHEET)
FIELD = "定版"
MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"
POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
BEGINNING = (
    '<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
)
_BEGINS = re.compile(re.escape(BEGINNING).replace(re.escape("{lang}"), "[A-Za-z-]+"))
_PLACE = re.compile(rf"({SLUG_PATTERN})/({MONTH})/([^/]+)")
_ELEMENTS = TAGS | {"html", "head", "meta", "title", "link", "body", "header", "nav", "main", "section", "footer", "h1"}
_ELEMENTS |= {"dl", "dt", "dd", "div", "span", "code"}
_ATTRIBUTES = {"lang", "charset", "name", "content", "rel", "href", "id", "class", "value", "start", "aria-label"}
_ATTRIBUTES |= {"title", NOTE}  # of a link in the text
_AGAIN = "从版本库里恢复;没有公布过的,删去这个文件夹,再运行 inv edition"

Editions = Mapping[str, tuple[DatedEdition, ...]]  # by method, the newest first


def read_dated(content: str, files: Mapping[str, bytes]) -> tuple[Editions, tuple[Problem, ...]]:
    """The editions whose files are whole, and all Problems; `files` by their paths below `content/editions/`."""
    folders: dict[tuple[str, str], dict[str, bytes]] = defaultdict(dict)
    problems: list[Problem] = []
    for path, data in files.items():
        place = _PLACE.fullmatch(path)
        if place and place[3] in FILES:
            folders[place[1], place[2]][place[3]] = data
        else:
            instead = f"这里只有 <方法>/<年-月>/ 里的 {'、'.join(FILES)},由 inv edition 写;别的移走"
            problems.append(_problem(content, path, "这个文件没有被读取", instead, is_error=False))
    found: dict[str, list[DatedEdition]] = defaultdict(list)
    for (slug, month), inside in sorted(folders.items(), reverse=True):
        wrong = [_problem(content, f"{slug}/{month}/{name}", what, _AGAIN) for name, what in _wrongs(inside)]
        problems += wrong
        if not wrong:
            told = json.loads(inside[DATA])["edition"]
            steps = tuple((step["id"], step["title"]) for step in told["steps"])
            found[slug].append(DatedEdition(slug, month, told["title"], told["day"], steps, inside))
    return {slug: tuple(found[slug]) for slug in sorted(found)}, tuple(problems)


def _wrongs(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """(name of a file, what is wrong with it)."""
    yield from ((name, "没有这个文件") for name in FILES if name not in files)
    if DATA in files and not _is_told(files[DATA]):
        yield DATA, "不是 inv edition 写的样子"
    if PAGE in files and (what := _page_wrong(files[PAGE])):
        yield PAGE, what


def _is_told(data: bytes) -> bool:
    """Whether the data of an edition say what is asked of them."""
    try:
        told = json.loads(data)["edition"]
        said = [told["title"], told["day"], *(step[key] for step in told["steps"] for key in ("id", "title"))]
    except (ValueError, KeyError, TypeError):
        return False
    return all(isinstance(one, str) for one in said) and bool(re.fullmatch(rf"{MONTH}-\d\d", told["day"]))


def _page_wrong(data: bytes) -> str:
    """What a page has that no cut writes; empty if there is nothing."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return "不是 UTF-8 文字"
    begins = _BEGINS.match(text)
    if not begins:
        return "开头不是定版网页的开头,那里写着不许运行任何脚本"
    reader = _Reader()
    reader.feed(text[begins.end() :])
    reader.close()
    return f"有 {reader.strange},定版网页里没有这个" if reader.strange else ""


class _Reader(HTMLParser):
    """Notes the first thing in a page that no cut writes."""

    strange = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        if tag not in _ELEMENTS:
            self._note(f"<{tag}>")
        for name, value in attrs:
            is_way = name != "href" or scheme(value or "") in ("", *SCHEMES)
            if name not in _ATTRIBUTES or not is_way:
                self._note(f"<{tag} {name}>")

    def _note(self, what: str) -> None:
        self.strange = self.strange or what


def _problem(content: str, path: str, found: str, instead: str, *, is_error: bool = True) -> Problem:
    return Problem(
        path=f"{content}/{FOLDER}/{path}",
        line=1,
        field=FIELD,
        found=found,
        instead=instead,
        severity="error" if is_error else "warning",
    )
