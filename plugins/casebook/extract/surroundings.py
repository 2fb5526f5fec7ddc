"""Finds the words around a figure: what is counted, and what its clause and its sentence say before and behind it."""

import re
from typing import NamedTuple

from casebook.extract.lexicon import Lexemes
from casebook.extract.units import families
from casebook.model.records import Quantity

BESIDE = 22  # characters on each side in which a word can say what is counted
_GAP, _LONG_GAP = 5, 10  # unknown characters between a number and the noun that it counts; with 的 at their end
# A clause ends at a mark; what it counts ends where a second thing is joined to it: 3次会议和2次培训
_STOP = frozenset(",，、。.；;：:！!？?\n（）()")
_LIST_STOP = _STOP - {"、"}  # what is listed before a number is in its clause: 关爱老人、儿童35名
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_JOIN = frozenset("和与及并")
_MARKS = frozenset('“”"‘’「」《》 \u00a0\u3000')
# Words that stand between what is counted and its number: 志愿者达64人次, 项目数为12个
_FILLERS = frozenset("共达约为有近超了的数量总合计已各仅逾在到至增从由：:")
# An aside that what is counted goes on after: 118个乡镇（街道）社工站; one before its number: 党组织（党小组）1486个
_OPEN, _CLOSE = frozenset("（("), frozenset("）)")
_ASIDE = re.compile(r"[（(][\u4e00-\u9fff、]{1,8}[）)](?=[\u4e00-\u9fff])")
_ASIDE_BEFORE = re.compile(r"(?<=[\u4e00-\u9fff])[（(][^\d（()）\n]{1,12}[）)]\Z")
# Several groups that are counted together, as none of which they count: 社工、志愿者等共300余人
_MIXED = re.compile(r"、[^、]{1,12}等[共计约有各界人士]{0,4}\Z")
QUOTED = 300  # characters of a sentence on each side of its figure; only lists without a stop are longer
TOPIC = "<topic>"  # what is counted stands before its number: 60岁以上老人318名


class Surroundings(NamedTuple):
    """The words around a figure: `noun` is what is counted.

    `near` stand before it in its clause, `earlier` before it in its sentence, `behind` behind it; `sentence` and
    `clause` are where its sentence and its clause begin, `end` where its sentence does.
    """

    sentence: int
    end: int
    clause: int
    noun: str
    near: frozenset[str]
    earlier: frozenset[str]
    behind: frozenset[str]


def surroundings(
    text: str,
    words: Lexemes,
    quantity: Quantity,
    sentence: tuple[int, int],
    floor: int,
    counted: tuple[frozenset[str], frozenset[str]],
) -> Surroundings:
    """The words around `quantity` in its sentence, none of its clause before `floor`.

    `counted` are the nouns that its unit can count, and the verbs that end what is counted.
    """
    start, end = sentence
    if text[quantity.start - 1 : quantity.start] == "的":  # 来自50个国家的3.3万居民
        floor = start
    clause = _clause_start(text, max(start, quantity.start - BESIDE, floor), quantity.start)
    if families().get(quantity.unit) == "people" and _MIXED.search(text, clause, quantity.start):
        clause = quantity.start
    nouns, _ = counted
    noun, behind = _following(text, words, *counted, quantity.end, min(end, quantity.end + BESIDE))
    near = between(words, clause, quantity.start)
    if text[clause - 1 : clause] in _OPEN:  # 补助幸福院45个（每个3万元）
        near |= between(words, _clause_start(text, max(start, clause - BESIDE), clause - 1), clause)
    if not noun and (noun := _preceding(text, words, nouns, clause, quantity.start)):
        near |= {TOPIC}
    earlier = _earlier(words, max(start, quantity.start - BESIDE), quantity)
    return Surroundings(start, end, clause, noun, near, earlier, behind)


def between(words: Lexemes, start: int, end: int) -> frozenset[str]:
    """The words inside a span."""
    first, last = words.first_at(start), words.first_at(end)
    return frozenset([word.text for word in words.words[first:last]])


def _clause_start(text: str, floor: int, start: int) -> int:
    """The start of the clause before a number, across a colon right before the number: 志愿者：2.3万人."""
    at = start - 1 if text[start - 1 : start] in ("：", ":") else start
    while at > floor:
        if text[at - 1] in _CLOSE:
            aside = _ASIDE_BEFORE.search(text, floor, at)
            if aside is None:
                break
            at = aside.start()
        elif text[at - 1] in _LIST_STOP:
            break
        else:
            at -= 1
    return at


def _earlier(words: Lexemes, start: int, quantity: Quantity) -> frozenset[str]:
    """The words of the clauses before; for a count of people only the verbs, since each clause names its own people."""
    first, last = words.first_at(start), words.first_at(quantity.start)
    is_people = families().get(quantity.unit) in ("people", "times")
    return frozenset([word.text for word in words.words[first:last] if not (is_people and word.noun)])


def _following(
    text: str, words: Lexemes, nouns: frozenset[str], verbs: frozenset[str], start: int, ceiling: int
) -> tuple[str, frozenset[str]]:
    """The counted noun right after a number, and the words after it in the clause.

    The last noun of a compound counts (3名社区志愿者, 8个讨论小组); 的 ends the compound (27个村居的街坊会).
    """
    noun, behind = "", []
    at, place = start, words.first_at(start - 1)
    if place < len(words.ends) and words.ends[place] <= start:  # else the word begins with the unit: 3.2万人口
        place += 1
    is_open = True  # whether a noun may still be part of what is counted
    while place < len(words.starts) and words.starts[place] < ceiling:
        if noun and text[at : at + 1] in _OPEN and (aside := _ASIDE.match(text, at)):
            at = aside.end()
            place = words.first_at(at)
            continue
        first, word = words.starts[place], words.words[place]
        gap = text[at:first]
        if _is_over(gap):
            break
        unknown = sum(char not in _MARKS for char in gap)
        if noun and (unknown or "的" in gap):
            is_open = False
        if not noun and unknown > (_LONG_GAP if gap.endswith("的") else _GAP):
            is_open = False
        if is_open and word.text in nouns:
            noun = word.text
        else:
            behind.append(word.text)
            is_open = is_open and (word.soft or not (noun or unknown or word.text in verbs))
        if noun and text[words.ends[place] : words.ends[place] + 1] in _JOIN:
            is_open = False
        at = words.ends[place]
        place += 1
    return noun, frozenset(behind)


def _is_over(gap: str) -> bool:
    """Whether a clause ends in the `gap` between two words, or another figure begins behind words of its own."""
    plain = gap.partition("“")[0]
    return not _STOP.isdisjoint(gap) or (gap[:1] not in _DIGITS and not _DIGITS.isdisjoint(plain))


def _preceding(text: str, words: Lexemes, nouns: frozenset[str], clause: int, start: int) -> str:
    """The counted noun right before a number: 志愿者64人次, 项目数达12个."""
    changed_from = max(text.rfind("从", clause, start), text.rfind("由", clause, start))
    start = changed_from if changed_from > clause else start
    if text[start - 1 : start] in _CLOSE and (aside := _ASIDE_BEFORE.search(text, clause, start)):
        start = aside.start()
    place = words.first_at(start) - 1
    while place >= 0 and words.starts[place] >= clause:
        gap = text[words.ends[place] : start]
        if sum(char not in _FILLERS and char not in _MARKS for char in gap) > 1:
            return ""
        if words.words[place].text in nouns:
            return words.words[place].text
        start = words.starts[place]
        place -= 1
    return ""
