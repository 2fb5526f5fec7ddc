"""Finds the forms that an article tells of: meetings, rooms, teams, rules and funds, and names in quotation marks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from casebook.extract.evidence import Candidate, at_least, tails
from casebook.extract.organisations import OrganisationMention
from casebook.extract.places import PlaceMention
from casebook.extract.rows import RowName, Rows
from casebook.extract.spread import Spans
from casebook.extract.standing import Standing
from casebook.tables import load

_QUOTED = re.compile(r"[“\"「]([^“”\"「」\n，,。！？!?；;：:]{2,14})[”\"」]|《([^《》\n]{2,16})》")
_RULES = re.compile("公约|规约|章程|制度|办法|手册|规则")
_SENTENCE = re.compile("[的了是不吗呢吧啊我你他]")
_NUMBERED = re.compile(r"[一二三四五六七八九十两\d]")
_MANY, _LENGTHS, _LONGEST = (5, 8, 12, 18), (450, 900, 1500), 9
_BEFORE = 12  # characters before a form among which it is said that somebody makes it


class _Mention(NamedTuple):
    """A form as written, and what its name shows."""

    start: int
    end: int
    shows: frozenset[str]


def forms_of(
    text: str, standing: Standing, places: Sequence[PlaceMention], organisations: Sequence[OrganisationMention]
) -> list[Candidate]:
    """Everything that may be a form of the article, with what speaks for each, in the order of their first mention."""
    named = [one for one in organisations if standing.within(one.start)]
    mentions: list[_Mention] = []
    rows = [row for row in _rows().of(text) if standing.within(row.start)]
    for more in (
        _quoted(text, standing, rows),
        _rows_alone(text, rows, named, Spans((one.start, one.end) for one in places if one.is_sure)),
        (_Mention(one.start, one.end, _organisation_shows(one.kind)) for one in named),
    ):
        taken = Spans((one.start, one.end) for one in mentions)
        mentions += [one for one in more if not taken.meets(one.start, one.end)]
    found: dict[str, list[_Mention]] = {}
    for one in sorted(mentions):
        found.setdefault(text[one.start : one.end], []).append(one)
    return [*_candidates(text, standing, _joined(found))]


def _joined(found: Mapping[str, list[_Mention]]) -> Mapping[str, Sequence[_Mention]]:
    """The forms with what only the last word says of one that has been named: 议事会 of a 老友议事会."""
    named: dict[str, str] = {}
    for name, mentions in found.items():
        for tail in filter(found.__contains__, tails(name)):
            if mentions[0].start < found[tail][0].start:
                named.setdefault(tail, name)
    joined = {name: list(mentions) for name, mentions in found.items() if name not in named or name not in _ends()}
    for name in (name for name in found if name not in joined):
        joined[_whole(named, name)] += [one._replace(shows=frozenset()) for one in found[name]]
    return joined


def _whole(named: Mapping[str, str], name: str) -> str:
    """The longest name of a form that is called by shorter and shorter ones."""
    while name in named and name in _ends():
        name = named[name]
    return name


def _quoted(text: str, standing: Standing, rows: Sequence[RowName]) -> Iterator[_Mention]:
    """What stands in quotation marks, with a word that ends forms if one is at its end or right behind it."""
    ends = {row.end: row for row in rows}
    starts = {row.start: row for row in rows}
    for match in _QUOTED.finditer(text):
        start, end = match.span(1)
        if not standing.within(match.start()):
            continue
        if match[2]:
            yield _Mention(
                *match.span(), frozenset(("book", "book of rules" if _RULES.search(match[2]) else "book of else"))
            )
        elif (row := ends.get(end)) and row.start >= start:
            yield _Mention(start, end, _row_shows(row.kind, row.last, "quoted", f"quoted {row.kind}"))
        elif row := starts.get(end + 1):
            yield _Mention(match.start(), row.end, _row_shows(row.kind, row.last, "quoted", "quoted before its end"))
        else:
            yield _Mention(start, end, frozenset(_quote_shows(text, start, end)))


def _quote_shows(text: str, start: int, end: int) -> Iterator[str]:
    """What a quoted name shows that no word tells to be a form."""
    yield from ("quoted", "quoted alone", f"quoted alone of {min(end - start, _LONGEST)}")
    if match := _behind().match(text, end + 1):
        yield f"before {match[0]}"
    if _SENTENCE.search(text, start, end):
        yield "quoted sentence"
    if _NUMBERED.search(text, start, end):
        yield "quoted number"
    if text[end - 1] in _last():
        yield from ("quoted as a form", f"quoted {text[end - 1]}")


@cache
def _row_shows(kind: str, end: str, *more: str) -> frozenset[str]:
    """What a row shows that ends with the word `end` of a kind, and `more`."""
    return frozenset((f"kind {kind}", f"end {end}", *more))


@cache
def _organisation_shows(kind: str) -> frozenset[str]:
    return frozenset(("organisation", f"org {kind}"))


def _rows_alone(
    text: str, rows: Iterable[RowName], named: Sequence[OrganisationMention], lying: Spans
) -> Iterator[_Mention]:
    """The rows of words; one that ends an organisation begins behind the place in that: 悦园小区楼长志愿服务队."""
    ends = {one.end: one.start for one in named}
    for row in rows:
        start = lying.end_within(row.start, row.end - len(row.last))
        if row.end in ends:
            start = min(start, lying.end_within(ends[row.end], start))
        length = "bare" if text[start : row.end] == row.last else "led"
        yield _Mention(start, row.end, _row_shows(row.kind, row.last, "row", length, f"{length} {row.kind}"))


def _candidates(text: str, standing: Standing, found: Mapping[str, Sequence[_Mention]]) -> Iterator[Candidate]:
    parts = set(chain.from_iterable(map(tails, found)))
    all_of = {*at_least(_MANY, len(found), "many"), *at_least(_LENGTHS, standing.end, "length")}
    for name, mentions in found.items():
        shows = all_of.union(*{one.shows for one in mentions})
        shows.update(standing.features([one.start for one in mentions]), _around(text, mentions))
        shows.add(f"characters {min(len(name), _LONGEST)}")
        if name in parts:
            shows.add("ends another")
        yield Candidate(name, mentions[0].start, frozenset(shows))


def _around(text: str, mentions: Sequence[_Mention]) -> Iterator[str]:
    """What the words around the mentions of a form show."""
    made = _made()
    for start, end, _ in mentions:
        if made.search(text, max(0, start - _BEFORE), start):
            yield "made"
        if text[end : end + 1] == "、" or text[start - 1 : start] == "、":
            yield "listed"
        if "等" in text[end : end + 2]:
            yield "and so on"


@cache
def _rows() -> Rows:
    """The rows of forms.yaml, in which the words of groups.yaml stand before others."""
    table, groups, ends = load("forms"), load("groups"), _ends()
    kinds = dict.fromkeys((*load("names")["inside"], *groups["before"], *table["before"]), "")
    named = [word for words in (*groups["people"].values(), *groups["bodies"].values()) for word in words]
    kinds |= {word: "" for word in named if not word.endswith(tuple(ends))}  # 居民议事会 is read as 居民 and 议事会
    return Rows({**kinds, **ends} | dict.fromkeys(table["whole"], "whole"))


@cache
def _ends() -> Mapping[str, str]:
    """Word that ends forms -> its kind."""
    return {word: kind for kind, words in load("forms")["ends"].items() for word in words}


@cache
def _last() -> frozenset[str]:
    return frozenset(load("forms")["last"])


@cache
def _made() -> re.Pattern[str]:
    """A word of making, and little else, before where the search ends."""
    words = "|".join(map(re.escape, load("forms")["made"]))
    return re.compile(rf"(?:{words})[^，,。；;：:“”\n]{{0,6}}[“\"]?$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load("forms")["behind"])))
