"""Finds steps that a text only narrates: 先是逐户敲门, 攒够一周坐下来谈, 月底公布进度."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from ahocorasick_rs import AhoCorasick

from casebook.extract.headings import context, heading
from casebook.extract.lexicon import automaton
from casebook.extract.numerals import CHINESE
from casebook.extract.told import Told
from casebook.tables import load

_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_CLAUSE = re.compile(r"[^，,；;：:。！？!?\n]+")
_QUOTED = re.compile("“[^”\n]{0,300}”|「[^」\n]{0,300}」|（[^）\n]{0,300}）|[(][^)\n]{0,300}[)]|《[^》\n]{0,300}》")
_SPEECH = re.compile("[，。！？,!?]|、.*、")  # what makes a quotation more than a name
_NUMERAL = rf"[\d{CHINESE}]"
_DATE = re.compile(
    rf"(?:(?:{_NUMERAL}{{2,4}}年|今年|去年|前年|同年|次年|翌年|当年)?(?:{_NUMERAL}{{1,3}}月)(?:{_NUMERAL}{{1,3}}[日号]|初|底|末|中旬|上旬|下旬|份)?"
    rf"|{_NUMERAL}{{4}}年(?:初|底|末|[春夏秋冬][天季]?|[上下]半年)?)"
)
_MEANS = re.compile("[把将由请带领组]|向(?!来)|[凑发]动")  # 把问题点标在图上, 请施工队进场: a deed follows
_BULLET = re.compile(r"\s*[●•■▶▲◆·–—\-*]")
_SHORT_LINE = 24  # a line without a full stop up to this length is a heading
_STOP = re.compile("[。！？!?；;，,]$|。")
_CAPTION = re.compile(r"\w\s+\w")  # 供需对接 问需于民
_SILENT = "\0"
_NO_VERB_AFTER, _NO_VERB_BEFORE = ("的", "之", "、"), ("的", "、", "等")  # 项目的推广, 制定的方案, 抽签、调解
_HEAD = 4  # characters from the start of a clause within which a word of order stands
_LONGEST_WHEN = 14
_REACH = 30  # characters before a deed in which its means stands
_TITLE = 20  # characters of a step's title at most
_LEAST = 4  # characters from a verb on are a title
_PER_SENTENCE = 3  # steps of a sentence at most, and one where none is sure
_FEWEST = 3  # events make a process; of two, both must tell an order
_STRONG, _DONE, _WEAK, _BARE, _ORDER, _ENOUGH, _SURE = 2, 1.5, 1, 0.5, 1.0, 1.5, 2.5
_SENTENCE_COST = 1.4  # where fewer than half of the sentences tell a step, the text describes or praises


_WordSpan = tuple[int, int, str]  # start, end, kind


@dataclass(frozen=True)
class _Event:
    """A clause about a deed: the span of its title, its weight as a step, whether it tells an order or a time.

    `sentence` is the span of its sentence.
    """

    start: int
    end: int
    weight: float
    is_ordered: bool
    sentence: tuple[int, int]


@cache
def _lexicon() -> tuple[tuple[str, ...], AhoCorasick]:
    """The kind of each word, and the automaton that finds them."""
    table = load("narrative")
    kinds: dict[str, str] = {}
    for kind in ("idle", "deeds", "order", "milestones", "against"):
        kinds.update(dict.fromkeys(table[kind], kind))
    return tuple(kinds.values()), automaton(list(kinds))


@cache
def _set(name: str) -> tuple[str, ...]:
    return tuple(load("narrative")[name])


def narrative(text: str) -> tuple[Told, ...]:
    """The steps of the stretch of `text` with the most events; none if it tells no process."""
    plain = _QUOTED.sub(_silenced, text)
    kinds, words = _lexicon()
    found = [(start, end, kinds[kind]) for kind, start, end in words.find_matches_as_indexes(plain)]
    best = _stretch([(_cost(plain[start:end]), list(_events(plain, start, end, found))) for start, end in _open(text)])
    if len(best) < _FEWEST and not (len(best) > 1 and all(event.is_ordered for event in best)):
        return ()
    return tuple(_told(text, *neighbours) for neighbours in zip([None, *best], best, [*best[1:], None], strict=False))


def _told(text: str, before: _Event | None, event: _Event, after: _Event | None) -> Told:
    """The step of an event; its span is the sentence, without the parts of other events in it."""
    start, end = event.sentence
    start = before.end if before and before.sentence == event.sentence else start
    end = event.end if after and after.sentence == event.sentence else end
    return Told(text[event.start : event.end], start, end, "narrative")


def _silenced(quoted: re.Match[str]) -> str:
    """`text` with blanks for speech, lists and asides, which tell no steps; names in quotes (“槐荫议事会”) stay."""
    is_name = quoted[0][0] in "“「" and not _SPEECH.search(quoted[0])
    return quoted[0] if is_name else _SILENT * len(quoted[0])


def _cost(paragraph: str) -> float:
    return _SENTENCE_COST * sum(1 for _ in _SENTENCE.finditer(paragraph))


def _stretch(paragraphs: list[tuple[float, list[_Event]]]) -> list[_Event]:
    """The events of the run of paragraphs with the highest sum of weights minus costs. Source: Kadane."""
    best, first, last = 0.0, 0, 0
    total, start = 0.0, 0
    for at, (cost, events) in enumerate(paragraphs, 1):
        total += sum(event.weight for event in events) - cost
        if total <= 0:
            total, start = 0.0, at
        elif total > best:
            best, first, last = total, start, at
    return [event for _, events in paragraphs[first:last] for event in events]


def _open(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs that may tell a process: without headings, list items, page furniture, and parts such as 成效."""
    is_open = True
    times = Counter(match[0].strip() for match in _PARAGRAPH.finditer(text))
    for match in _PARAGRAPH.finditer(text):
        line = match[0].strip()
        numbered = heading(match[0], match.start())
        if len(line) <= _SHORT_LINE * (1 + (numbered is not None)) and (numbered or not _STOP.search(line)):
            name = (numbered.title if numbered else line).strip("【】[]■◆● ")
            is_open = context(name) != "other" and not any(word in name for word in _set("unlike"))
        elif is_open and numbered is None and times[line] == 1 and not _BULLET.match(line):
            yield match.span()


def _events(text: str, start: int, end: int, words: list[_WordSpan]) -> Iterator[_Event]:
    """The events of a paragraph in order, at most _PER_SENTENCE in a sentence."""
    for sentence in _SENTENCE.finditer(text, start, end):
        events: list[_Event] = []
        is_ordered = False
        for clause in _CLAUSE.finditer(text, *sentence.span()):
            first = bisect_left(words, clause.start(), key=itemgetter(0))
            inside = words[first : bisect_left(words, clause.end(), first, key=itemgetter(0))]
            tells_when = _tells_when(clause, inside)
            if event := _event(text, clause, inside, tells_when or is_ordered, sentence.span()):
                events.append(event)
            is_ordered = tells_when and event is None
        sure = [event for event in events if event.weight >= _SURE]
        kept = sorted(sure or events, key=lambda event: -event.weight)[: _PER_SENTENCE if sure else 1]
        yield from (event for event in events if event in kept)


def _tells_when(clause: re.Match[str], words: list[_WordSpan]) -> bool:
    """Whether a clause tells an order or a time: 随后 …, 2021年3月 …, 待意见统一后."""
    is_marked = any(kind == "order" and start - clause.start() <= _HEAD for start, _, kind in words)
    return is_marked or bool(_DATE.search(clause[0])) or clause[0].rstrip().endswith(_set("after"))


def _event(
    text: str, clause: re.Match[str], words: list[_WordSpan], is_ordered: bool, sentence: tuple[int, int]
) -> _Event | None:
    """The event of a clause, or None; a clause that only tells when (方案敲定后) is none."""
    body = clause[0].strip(f"{_SILENT} \t")
    if len(body) < _LEAST - 1 or _CAPTION.search(body) or any(kind == "against" for *_, kind in words):
        return None
    if body.endswith(_set("after")) and len(body) < _LONGEST_WHEN:
        return None
    verb, weight = _verb(text, clause, words)
    weight += _ORDER * is_ordered
    if verb is None or weight < _ENOUGH:
        return None
    start = clause.start() + clause[0].index(body)
    return _Event(*_title(text, start, start + len(body), verb), weight, is_ordered, sentence)


def _verb(text: str, clause: re.Match[str], words: list[_WordSpan]) -> tuple[int | None, float]:
    """The offset of the verb in a clause, and its weight as a step; a verb inside a noun (签约仪式) weighs little."""
    best: tuple[int | None, float] = (None, 0)
    is_marked = any(kind == "order" for *_, kind in words)
    for start, end, kind in words:
        if text[start - 1 : start] in _NO_VERB_AFTER or text[end : end + 1] in _NO_VERB_BEFORE:
            continue
        weight = 0.0
        if kind == "milestones":
            weight = _WEAK if text.startswith(_set("nouns"), end) else _STRONG
        elif kind == "deeds" and (
            text.startswith(_set("results"), end) or _MEANS.search(text, max(clause.start(), start - _REACH), start)
        ):
            weight = _DONE
        elif kind == "deeds":
            weight = _WEAK if end - start > 1 else _BARE * is_marked
        if weight > best[1]:
            best = (start, weight)
    return best


def _title(text: str, start: int, end: int, verb: int) -> tuple[int, int]:
    """The span of the title of a step: the clause, or the part of a long one from its verb on, or up to it."""
    if end - start <= _TITLE:
        return start, end
    if end - verb >= _LEAST:
        return verb, min(end, verb + _TITLE)
    cut = max(text.rfind(mark, start, verb) + 1 for mark in "、在对由把将")
    return max(start, cut if _LEAST <= end - cut <= _TITLE else end - _TITLE), end
