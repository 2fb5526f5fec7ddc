"""Where the items of a chain begin and end, without the words around the chain, quotes, asides and words of order."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from casebook.extract.beside import words_of
from casebook.extract.joins import Span
from casebook.extract.numerals import CHINESE
from casebook.tables import load

_AND = re.compile("以及|和(?![解谐睦平气美好])|与(?![会否])|及(?!时)|并(?!联)")
_TAIL = re.compile(rf"等|的[“\"]|[（(]|[{CHINESE}\d]+(?=[个大项道]|步|环节|阶段)|[”\"」’]")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")
_CLOSING, _OPENING = '”"’」', re.compile("[“「‘]")
_QUOTED_START = re.compile("[“「‘][^“”「」‘’]+[”」’].")  # “面对面”讲道理
_QUOTED_END = re.compile("[^“「‘][“「‘][^“”「」‘’]+[”」’]$")  # 群众“点单”
_NUMBERS, _BEHIND_NUMBERS = "一二三四五六七八九十", "、是要来"
_MASK = "＿"  # stands for what is in quotes
_MUCH_LONGER = 1.6  # times the others


def parted_items(text: str, items: Sequence[Span]) -> list[Span]:
    """Quoted items, the last of them parted in two by 和 where it is much longer than the others."""
    *others, (start, end) = items
    joined = _AND.search(text, start + 1, end)
    usual = sum(last - first for first, last in others) / max(1, len(others))
    is_long = len(others) > 1 and end - start > _MUCH_LONGER * usual
    is_two = joined and joined.end() < end and is_long
    return [*others, (start, joined.start()), (joined.end(), end)] if joined and is_two else [*items]


def bare_items(text: str, items: Sequence[Span]) -> list[Span]:
    """Items of a clause: the first from behind a leading word, the last up to 等 or what is like it."""
    first, *others = items[:-1]
    others += _last(text, items)
    return [(_first(text, first, others), first[1]), *others]


def _first(text: str, first: Span, others: Sequence[Span]) -> int:
    """Where the first item begins: behind a word that parts, or what leaves it about as long as the others are."""
    start, end = first
    start = max([start, *(found.end() for found in _parting().finditer(text, start, end))])
    usual = sum(other - one for one, other in others) / len(others)
    starts = [start, *(found.end() for found in _lead().finditer(text, start, end))]
    if not any("的" in text[slice(*other)] for other in others):
        starts.append(max(start, text.rfind("的", start, end - 1) + 1))
    return min(starts, key=lambda at: (abs(end - at - usual), -at))


@cache
def _lead() -> re.Pattern[str]:
    return _leading(word for words in load("steps")["leads"].values() for word in words)


@cache
def _parting() -> re.Pattern[str]:
    """What says that steps follow: 分为, 分别是; no item holds it."""
    leads = load("steps")["leads"]
    return _leading(word for word in (*leads["parted"], *leads["namely"]) if len(word) > 1)


def _leading(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?:了|起|出|过|起了)?(?=..|.$)")


def _last(text: str, items: Sequence[Span]) -> list[Span]:
    """The last item without what follows it (等环节, 3个阶段, 的流程), or the two that 和 joins."""
    *_, before, (start, end) = items
    if tail := next((tail for tail in _TAIL.finditer(text, start + 1, end) if _ends_there(text, start, tail)), None):
        end = tail.start()
    joined = _AND.search(text, start + 1, end)
    if joined and joined.end() < end:
        return [(start, joined.start()), (joined.end(), _without_cue(text, before, joined.end(), end))]
    return [(start, _without_cue(text, before, start, end))]


def _ends_there(text: str, start: int, tail: re.Match[str]) -> bool:
    """Whether an item ends where its tail begins, which is no mark that closes a quotation within the item."""
    return tail[0] not in _CLOSING or not _OPENING.search(text, start, tail.start())


def _without_cue(text: str, before: Span, start: int, end: int) -> int:
    """Where an item ends before a word of order or way, unless the item before it has that word, too (启动阶段)."""
    cue = _ends().search(text, start + 1, end)
    return cue.start() if cue and cue[0] not in text[slice(*before)] else end


@cache
def _ends() -> re.Pattern[str]:
    """What ends the last item: words of order and way with what stands before them, or of time."""
    inside = '工作|服务|治理|议事|运行|管理|协商|自治|操作|闭环|全链条|全流程|联动|[”"]'
    kinds = "|".join(words_of(kind) for kind in ("order", "way"))
    return re.compile(f"的?(?:{inside})*?(?:{kinds})|的.{{1,8}}?(?:{kinds})|的(?=.{{0,4}}$)|(?:之后|以后|后|时|中|上)$")


def titles_of(text: str, items: Sequence[Span], longest: int) -> list[str]:
    """The titles of items, without words of order where several have them; none if one is empty, too long or double."""
    titles, most = [], longest + len(_orders()[0])
    for start, end in items:
        title = _title(text[start:end])
        if not 0 < len(title) <= most or _MASK in title:
            return []
        titles.append(title)
    if are_numbered(titles):
        titles = [title[1:].lstrip(_BEHIND_NUMBERS) for title in titles]
    if sum(map(_is_ordered, titles)) > 1:
        titles = [_unordered(title) for title in titles]
    return titles if max(map(len, titles)) <= longest and len(set(titles)) == len(titles) else []


def are_numbered(titles: Sequence[str]) -> bool:
    """Whether every item begins with its number: 一听、二看、三查."""
    return all(title.startswith(number) for title, number in zip(titles, _NUMBERS, strict=False)) and len(titles) > 1


def _title(item: str) -> str:
    """An item without quotes and asides."""
    words = item.rstrip(" \u3000；;，,。")
    if not _QUOTED_END.search(words):
        words = words.rstrip(_CLOSING)
    if words.endswith(("）", ")")):
        words = _ASIDE.sub("", words).rstrip(' \u3000”"’」')
    words = words.lstrip(" \u3000＿")
    return words if _QUOTED_START.match(words) else words.lstrip('“"‘「＿')


def _is_ordered(title: str) -> bool:
    """Whether a word of order stands before an item: 先聚人."""
    return title.startswith(_orders()) and _unordered(title) != title


def _unordered(title: str) -> str:
    """An item without the word of order before it, unless that leaves less than a word."""
    word = next((word for word in _orders() if title.startswith(word) and len(title) > len(word) + 1), "")
    return title[len(word) :]


@cache
def _orders() -> tuple[str, ...]:
    """The words of order, the longest first."""
    return tuple(sorted(load("steps")["before_items"], key=len, reverse=True))
