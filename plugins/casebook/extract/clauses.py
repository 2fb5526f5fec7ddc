"""Finds the clauses of running text that may tell a deed, with what speaks for and against each."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from casebook.extract.automata import Automaton, automaton
from casebook.extract.joins import Span
from casebook.extract.kinds import Kinds
from casebook.extract.lines import Line
from casebook.extract.numerals import CHINESE
from casebook.extract.paragraphs import paragraphs
from casebook.extract.weights import grade
from casebook.tables import load

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_CLAUSE = re.compile(r"[^，,；;：:。！？!?\n]+")
_QUOTED = re.compile(
    '“[^”\n]{0,300}”|"[^"\n]{0,300}"|「[^」\n]{0,300}」|（[^）\n]{0,300}）|[(][^)\n]{0,300}[)]|《[^》\n]{0,300}》'
)
_SPEECH = re.compile("[，。！？,!?]|、.*、")  # what makes a quotation more than a name
_NUMERAL = rf"[\d{CHINESE}]"
_DATE = re.compile(
    rf"(?:(?:{_NUMERAL}{{2,4}}年|今年|去年|前年|同年|次年|翌年|当年)?(?:{_NUMERAL}{{1,3}}月)(?:{_NUMERAL}{{1,3}}[日号]|初|底|末|中旬|上旬|下旬|份)?"
    rf"|{_NUMERAL}{{4}}年(?:初|底|末|[春夏秋冬][天季]?|[上下]半年)?)"
)
_MEANS = re.compile("[把将由请带领组]|向(?!来)|[凑发]动")  # 把问题点标在图上, 请施工队进场: a deed follows
_WITH = re.compile("把(?!手|关|脉)|将|请(?!求|示)|向(?!来)|让|由(?!于)")
_LONGEST_HOW = 6
_FIGURE = re.compile(rf"\d|[{CHINESE}]{{2}}|[{CHINESE}][个次场名户人条]")
_CAPTION = re.compile(r"\w\s+\w")  # 供需对接 问需于民
_SILENT = "\0"
_BLANK = f"{_SILENT} \t　"
_ENDS, _MANY = "的者会等中里上", 2
_NO_VERB_AFTER, _NO_VERB_BEFORE = ("的", "之", "、"), ("的", "、", "等")  # 项目的推广, 制定的方案, 抽签、调解
_HEAD = 4  # characters from the start of a clause within which a word of order stands
_LONGEST_WHEN = 14
_REACH = 30  # characters before a deed in which its means stands
_LEAST = 3

_VERBS = ("milestones", "deeds")
_LEAST_VERB = "deed of one character"  # a step only where an order is told
_SIGNS = ("after a time", "了", "a figure", "beside a quotation", "many doing words")
_WordSpan = tuple[int, int, str]  # start, end, kind


class Deed(NamedTuple):
    """A clause that may tell a step, with its evidence.

    `begin`: where its first doing word begins, or what it is done with (把, 请); `verb`: where the main one stands.
    """

    start: int
    end: int
    begin: int
    verb: Span
    paragraph: int
    evidence: frozenset[str]


@cache
def _lexicon() -> tuple[tuple[str, ...], Automaton]:
    """The kind of each word, and the automaton that finds them."""
    table = load("narrative")
    kinds: dict[str, str] = {}
    for kind in ("idle", "deeds", "order", "milestones"):
        kinds.update(dict.fromkeys(table[kind], kind))
    for part in ("against", "who"):
        for kind, words in table[part].items():
            kinds.update((word, f"{part}: {kind}") for word in words if word not in kinds or part == "against")
    return tuple(kinds.values()), automaton(list(kinds))


@cache
def _objects() -> Kinds:
    return Kinds(load("narrative")["objects"])


@cache
def _set(name: str) -> tuple[str, ...]:
    return tuple(load("narrative")[name])


@cache
def _never() -> frozenset[str]:
    return frozenset(load("narrative")["never"])


def deeds(text: str, lines: Sequence[Line]) -> list[Deed]:
    """Every clause of the running text that holds a doing word, with its evidence; `lines` are those of `text`."""
    plain = _QUOTED.sub(_silenced, text)
    kinds, words = _lexicon()
    found = [(start, end, kinds[kind]) for kind, start, end in words.find_matches_as_indexes(plain)]
    places = list(paragraphs(lines))
    return [
        deed
        for at, (line, above) in enumerate(places)
        for deed in _of_paragraph(plain, line.start, line.end, found, at, len(places), above)
    ]


def _silenced(quoted: re.Match[str]) -> str:
    """`text` with blanks for speech, lists and asides, which tell no steps; names in quotes (“槐荫议事会”) stay."""
    is_name = quoted[0][0] in '“「"《' and not _SPEECH.search(quoted[0])
    return quoted[0] if is_name else _SILENT * len(quoted[0])


def _of_paragraph(
    text: str, start: int, end: int, words: list[_WordSpan], place: int, places: int, above: str
) -> Iterator[Deed]:
    inside = _within(words, start, end)
    if not any(kind in _VERBS for *_, kind in inside):
        return
    around = tuple(_around(inside, place, places, above))
    for sentence in _SENTENCE.finditer(text, start, end):
        told = _within(inside, *sentence.span())
        if any(kind in _VERBS for *_, kind in told):
            yield from _of_sentence(text, list(_CLAUSE.finditer(text, *sentence.span())), told, place, around)


def _of_sentence(
    text: str, clauses: Sequence[re.Match[str]], words: list[_WordSpan], place: int, around: Sequence[str]
) -> Iterator[Deed]:
    """The deeds of a sentence of the paragraph at `place`; `around`: what that says of its clauses."""
    never = _never()
    for at, clause in enumerate(clauses):
        some = _within(words, *clause.span())
        verb = _verb(text, clause, some) if some else None
        if verb is None or not never.isdisjoint([kind for *_, kind in some]):
            continue
        body = clause[0].strip(_BLANK)
        if len(body) < _LEAST or _only_tells_when(body) or _CAPTION.search(body):
            continue
        is_later = at > 0 and _tells_when(clauses[at - 1], _within(words, *clauses[at - 1].span()))
        when = _when(clause, some, is_later)
        if verb[2] == _LEAST_VERB and not when:
            continue
        which = "first clause" if at == 0 else "last clause" if at == len(clauses) - 1 else "middle clause"
        evidence = frozenset((*around, which, *when, *_evidence(text, clause, some, verb)))
        first, last = _spoken(text, clause, verb[0])
        yield Deed(first, last, _begin(text, first, some, verb[0]), verb[:2], place, evidence)


def _spoken(text: str, clause: re.Match[str], verb: int) -> tuple[int, int]:
    """The span of a clause, or of that part of it around its doing word in which no quotation is blanked."""
    start = max(clause.start(), text.rfind(_SILENT, clause.start(), verb) + 1)
    end = text.find(_SILENT, verb, clause.end())
    words = text[start : end if end > 0 else clause.end()]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _begin(text: str, first: int, words: list[_WordSpan], verb: int) -> int:
    """Where the title of a deed begins: at the first doing word of its clause, at what it is done with, or at how."""
    start = next((at for at, end, kind in words if kind in _VERBS and end - at > 1 and at < verb), verb)
    with_what = _WITH.search(text, max(first, start - _REACH), start)
    how = _how().search(text, max(first, start - _LONGEST_HOW), start)
    return with_what.start() if with_what else how.start() if how else start


@cache
def _how() -> re.Pattern[str]:
    """How a deed is done, right before its word: 实地考察, 当面道歉; or a short verb before a thing: 做问卷."""
    words = sorted((*load("narrative")["manners"], *load("narrative")["light"]), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})+$")


def _around(inside: list[_WordSpan], place: int, places: int, above: str) -> Iterator[str]:
    """What a paragraph says of its clauses: where it stands, and how much it tells of an order and of deeds."""
    yield "in the first paragraph" if place == 0 else "in the last paragraph" if place == places - 1 else "inside"
    yield f"paragraph {grade(place, (0, 1, 2, 3, 5, 8))} of {grade(places, (1, 2, 4, 7, 12))}"
    yield f"below a heading of {above}"
    for kind in ("order", "milestones"):
        yield f"{kind} in the paragraph: {grade(sum(one == kind for *_, one in inside), (0, 1, 2, 3, 5, 8))}"


def _within(words: list[_WordSpan], start: int, end: int) -> list[_WordSpan]:
    """The words that begin inside a span; a tuple of one number sorts before all words that begin there."""
    first = bisect_left(words, (start,))
    return words[first : bisect_left(words, (end,), first)]


def _tells_when(clause: re.Match[str], words: list[_WordSpan]) -> bool:
    """Whether a clause tells an order or a time: 随后 …, 2021年3月 …, 待意见统一后."""
    told = _is_ordered(clause.start(), words) or _is_dated(clause[0])
    return told or clause[0].rstrip().endswith(_set("after"))


def _when(clause: re.Match[str], words: list[_WordSpan], is_later: bool) -> list[str]:
    """What a clause says of when it was done, as evidence; `is_later`: the clause before tells when."""
    found = ["behind a time"] if is_later else []
    found += ["order"] if _is_ordered(clause.start(), words) else []
    return [*found, "date"] if _is_dated(clause[0]) else found


def _is_ordered(start: int, words: list[_WordSpan]) -> bool:
    """Whether a word of order stands near the `start` of a clause."""
    return any(kind == "order" and at - start <= _HEAD for at, _, kind in words)


def _is_dated(words: str) -> bool:
    """Whether `words` hold a date; most have no mark of one, and need no search."""
    return ("月" in words or "年" in words) and bool(_DATE.search(words))


def _only_tells_when(body: str) -> bool:
    """Whether a clause is a time and no deed: 走访过后, 改造期间."""
    return len(body) < _LONGEST_WHEN and body.endswith(_set("after"))


def _verb(text: str, clause: re.Match[str], words: list[_WordSpan]) -> tuple[int, int, str] | None:
    """(Start, end, kind) of the doing word that tells most in a clause; one inside a noun (签约仪式) tells little."""
    best: tuple[float, tuple[int, int, str]] | None = None
    for start, end, kind in words:
        if kind not in _VERBS or text[start - 1 : start] in _NO_VERB_AFTER:
            continue
        if text[end : end + 1] in _NO_VERB_BEFORE:
            continue
        rank, name = _rank(text, clause.start(), start, end, kind)
        if best is None or rank > best[0]:
            best = (rank, (start, end, name))
    return best[1] if best else None


def _rank(text: str, clause: int, start: int, end: int, kind: str) -> tuple[int, str]:
    has_result = text.startswith(_set("results"), end)
    if kind == "milestones":
        return (2, "milestone in a noun") if text.startswith(_set("nouns"), end) else (5 + has_result, "milestone")
    if has_result or _MEANS.search(text, max(clause, start - _REACH), start):
        return 4, "deed with a result or means"
    return (3, "deed") if end - start > 1 else (1, _LEAST_VERB)


def _evidence(text: str, clause: re.Match[str], words: list[_WordSpan], verb: tuple[int, int, str]) -> Iterator[str]:
    """What speaks for and against a clause as a step, beside when it was done."""
    body = clause[0].strip(_BLANK)
    yield f"length {grade(len(body), (4, 6, 9, 14, 20, 30))}"
    yield from _of_verb(text, clause, verb)
    yield from [kind for *_, kind in words if kind.startswith("against")]
    yield from [kind for at, _, kind in words if kind.startswith("who") and at < verb[0]]
    if body[-1] in _ENDS:
        yield f"ends in {body[-1]}"
    signs = (
        body.endswith(_set("after")),
        "了" in body,
        _FIGURE.search(body),
        _SILENT in clause[0],
        len(words) > _MANY and sum([kind in _VERBS for *_, kind in words]) > _MANY,
    )
    yield from compress(_SIGNS, signs)


def _of_verb(text: str, clause: re.Match[str], verb: tuple[int, int, str]) -> Iterator[str]:
    """What the doing word itself says: which and where it is, what follows it, and what stands before it."""
    start, end, kind = verb
    first = len(clause[0]) - len(clause[0].lstrip(_BLANK))
    yield f"verb: {kind}"
    yield f"word: {text[start:end]}"
    yield f"verb at {grade(start - clause.start() - first, (0, 2, 4, 8, 14))}"
    if text.startswith(_set("results"), end):
        yield f"result {text[end]}"
    yield from (f"to {kind}" for kind in _objects().of(text[end : clause.end()]))
    if not text[end : clause.end()].strip(f"{_BLANK}了"):
        yield "nothing follows"
    before = text[max(clause.start(), start - _REACH) : start]
    if means := _MEANS.search(before):
        yield f"means {means[0]}"
    yield from (f"modal {char}" for char in before[-2:] if char in _set("modals"))
