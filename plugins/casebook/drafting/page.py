"""An article without what its page puts around it: the same text with blanks there, and what the page tells.

Paragraphs are counted by one rule, that of the evidence of figures: every line that is not empty counts, also the title
and the by-line. Of a web page they count from its title on.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from casebook.articles import Article
from casebook.characters import letters
from casebook.dates import is_date
from casebook.drafting.head import head
from casebook.extract.shell import ends, is_shell
from casebook.tables import load

RULE = "段数从第一行（网页从标题）数起，标题、署名行都算，空行不算"
_LONGEST_TITLE = 60  # characters; a longer first line is a paragraph
_LONGEST_LINE = 60  # characters of a line that may be none of the article
_COLONS = ":： 　"
_BULLETS = " 　\t-•·●■▶◆>*|"
_STOP = re.compile("[。；;]|[.]$")
_DAY = re.compile(r"([12]\d{3})\s?[-年./]\s?(\d{1,2})\s?[-月./]\s?(\d{1,2})")
_URL = re.compile(r"https?://[^\s\"'<>，。；、（）]+")
_ASIDE = re.compile(r"[\s|｜,，;；]+(?:来源|作者|编辑|时间|日期|发布|浏览|点击|字号|责任|阅读).*")


@dataclass(frozen=True)
class Page:
    """The `text` of an article with blanks in the place of all that is none of it; offsets are those of the article.

    `starts` are those of the paragraphs. What the page does not tell is empty.
    """

    text: str
    starts: Sequence[int]
    title: str
    publisher: str
    date: str
    url: str

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph at an offset, from 1."""
        return max(1, bisect_right(self.starts, offset))

    def within(self, start: int, end: int) -> "Page":
        """The same with blanks outside a span: paragraphs keep their numbers."""
        return replace(self, text=f"{_blank(self.text[:start])}{self.text[start:end]}{_blank(self.text[end:])}")


def page(article: Article) -> Page:
    """The Page of an article: web pages tell of themselves in their head, too."""
    lines = list(_lines(article.text))
    told = head(article.given)
    first = _title_at(lines, told.title)
    lines = lines[first:] if told.title else lines
    kept = _kept(lines)
    by = _byline(lines)
    title = (
        told.title or by.get("title", "") or next((line for at, line in lines if at in kept and letters(line) > 1), "")
    )
    is_title = len(title) <= _LONGEST_TITLE and not _STOP.search(title)
    return Page(
        text=_blanked(article.text, [(at, line) for at, line in lines if at in kept]),
        starts=tuple(at for at, _ in lines),
        title=title.strip() if (is_title or told.title) and letters(title) > 1 else "",
        publisher=told.publisher or by.get("publisher", ""),
        date=told.date or by.get("date", ""),
        url=told.url or by.get("url", ""),
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Where each line that is not empty starts, and what it says."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _title_at(lines: Sequence[tuple[int, str]], title: str) -> int:
    """The place of the line with the title; 0 if there is none."""
    wanted = "".join(title.split())
    return next((at for at, (_, line) in enumerate(lines) if wanted and "".join(line.split()) == wanted), 0)


def _kept(lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """The starts of the lines that belong to the article."""
    half, last = (lines[-1][0] if lines else 0) / 2, ends()
    kept, label = [], ""
    for at, line in lines:
        words = line.strip(_BULLETS)
        if at > half and words.startswith(last):
            break
        is_value = label in _labels()  # of a cell before: 联系人 | 王某
        label = words.rstrip(_COLONS)
        if not is_furniture(line) and not is_value and label not in _labels():
            kept.append(at)
    return frozenset(kept)


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page: navigation, buttons, by-line, what asks to follow or share."""
    words, table = line.strip(_BULLETS), load("drafting")
    if words in table["alone"] or not words or _contact().match(words):
        return True
    return len(words) <= _LONGEST_LINE and (words.startswith(_furniture()) or is_shell(words))


@cache
def _contact() -> re.Pattern[str]:
    """What tells whom to ask: 联系人：王某 13800000000."""
    return re.compile(rf"(?:{'|'.join(load('drafting')['contacts'])})\s*(?:[{_COLONS}\t]|$)")


@cache
def _labels() -> frozenset[str]:
    """The labels of cells whose value, in the next one, is told by the page and none of the article."""
    table = load("drafting")
    return frozenset((*table["contacts"], *(word for key in _KEYS for word in table["byline"][key])))


@cache
def _furniture() -> tuple[str, ...]:
    return tuple(load("drafting")["furniture"])


def _blanked(text: str, kept: Sequence[tuple[int, str]]) -> str:
    """`text` with blanks for all lines but those that are kept."""
    parts, end = [], 0
    for at, line in kept:
        parts += [_blank(text[end:at]), line]
        end = at + len(line)
    return "".join((*parts, _blank(text[end:])))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _byline(lines: Sequence[tuple[int, str]]) -> dict[str, str]:
    """What the lines before and behind the article tell of it: 来源：东莞日报 2020-10-10."""
    found: dict[str, str] = {}
    for at, (_, line) in enumerate(lines):
        if _EDGE < at < len(lines) - _EDGE or len(line) > 2 * _LONGEST_LINE:
            continue
        below = lines[at + 1][1].strip() if at + 1 < len(lines) else ""
        told = f"{line.strip().rstrip(_COLONS)}：{below}" if line.strip().rstrip(_COLONS) in _labels() else line
        for key, pattern in _told():
            if key not in found and (match := pattern.search(told)):
                found |= {key: words} if (words := _value(key, match[1])) else {}
        if "date" not in found and is_furniture(line) and (day := _day(line)):
            found["date"] = day
    return found


_EDGE = 12  # lines at the beginning and the end in which a by-line stands


@cache
def _told() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load("drafting")["byline"]
    return tuple(
        (key, re.compile(rf"(?:^|[\s　|｜（(【])(?:{'|'.join(rows[key])})[\s　]*[:：\t][\s　]*([^\n]{{1,200}})"))
        for key in _KEYS
    )


_KEYS = ("publisher", "date", "title", "url")


def _value(key: str, words: str) -> str:
    if key == "date":
        return _day(words)
    if key == "url":
        return found[0] if (found := _URL.search(words)) else ""
    name = _ASIDE.sub("", _DAY.split(words)[0] if key == "publisher" else words).strip(" 　）)】]|｜,，。")
    return "" if name in load("drafting")["nobody"] else name[:60]


def _day(words: str) -> str:
    """The first day that `words` name, as EDTF; empty if there is none."""
    match = _DAY.search(words)
    day = f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}" if match else ""
    return day if day and is_date(day) else ""


def day_of(words: str) -> str:
    """The first day that `words` of a page's head name, as EDTF; empty if there is none."""
    return _day(words)
