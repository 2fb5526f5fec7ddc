"""Finds who acts in an article: organisations by name, kinds of people and bodies, and neighbourhoods."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ahocorasick_rs import AhoCorasick

from casebook.extract.acting import parts
from casebook.extract.evidence import Candidate, at_least
from casebook.extract.lexicon import automaton
from casebook.extract.organisations import OrganisationMention
from casebook.extract.places import PlaceMention
from casebook.extract.rows import RowName, Rows
from casebook.extract.spread import Spans
from casebook.extract.standing import Standing
from casebook.tables import load
from casebook.vocabulary import Vocabulary

_ITSELF, _KNOWN = "itself ", "known"
_ENDS = (
    "社区",
    "居民区",
    "小区",
    "村",
    "街道",
    "镇",
    "区",
    "县",
    "市",
)  # of places that act, and of those people live in
_DWELLINGS = ("小区",)
_RANKS, _MANY, _LENGTHS, _OF = (1, 3, 6, 10), (8, 14, 20), (450, 900), (1, 2, 4)
_OFTEN = 3  # mentions of a person whom an article is about
_LONGEST = 9  # characters of a name; longer ones are as long as this


@dataclass(slots=True)
class _Actor:
    """What an actor is (`group` …), its name and where that stands first, all its mentions, and what its names show."""

    base: str
    name: str
    start: int
    shows: set[str] = field(default_factory=set)
    spans: list[tuple[int, int]] = field(default_factory=list)
    level: str = ""


class ActorNames:
    """Finds the actors of a collection: its own kinds of actors, and those of groups.yaml."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        terms = vocabulary.terms("actors")
        self.terms = frozenset(name for term in terms for name in term.names)
        self.signs = frozenset(name for term in terms for name in term.signs)
        own = {name: "own" for name in (*self.terms, *self.signs) if len(name) > 1}
        known = {name: term.zh for term in vocabulary.terms("organisations") for name in term.names if len(name) > 1}
        self.rows = Rows({**own, **_kinds(), **dict.fromkeys(known, _KNOWN)})
        self.same = {**_same(), **known}  # name -> the full one of the same body


def actors_of(
    text: str,
    standing: Standing,
    places: Sequence[PlaceMention],
    organisations: Sequence[OrganisationMention],
    names: ActorNames,
) -> list[Candidate]:
    """Everybody who may act in the article, with what speaks for each, in the order of their first mention."""
    actors = _Actors(names.same)
    named = Spans((one.start, one.end) for one in organisations)
    lying = Spans((one.start, one.end) for one in places if one.is_sure)
    rows = [one for one in names.rows.of(text) if standing.within(one.start)]
    _add_organisations(actors, [one for one in organisations if standing.within(one.start)], rows, lying)
    itself = list(_add_groups(actors, text, [one for one in rows if not named.meets(one.start, one.end)], lying))
    seated = (actor for actor in actors.by_name().values() if actor.base == "organisation")
    bodies = Spans(span for actor in seated for span in actor.spans)
    _add_places(actors, [one for one in places if standing.within(one.start) and not bodies.holds(one.start, one.end)])
    _add_itself(actors, itself, _tops(actors.by_name()))
    _add_persons(actors, text, standing)
    return sorted(_Cast(text, standing, actors.by_name(), names).candidates(), key=lambda one: one.start)


class _Actors:
    """The actors; one body by several names (`same`: name -> the full one) is one, by the longest that is written."""

    def __init__(self, same: Mapping[str, str]) -> None:
        self._same, self._found = same, dict[str, _Actor]()

    def add(self, name: str, base: str, span: tuple[int, int], shows: Iterable[str]) -> _Actor:
        """The actor with a mention more."""
        actor = self._found.setdefault(self._same.get(name, name), _Actor(base, name, span[0]))
        if len(name) > len(actor.name):
            actor.name, actor.start = name, span[0]
        actor.shows.update(shows)
        actor.spans.append(span)
        return actor

    def by_name(self) -> dict[str, _Actor]:
        """Name -> actor."""
        return {actor.name: actor for actor in self._found.values()}


def _add_organisations(
    actors: _Actors, organisations: Iterable[OrganisationMention], rows: Iterable[RowName], lying: Spans
) -> None:
    ends = {row.end: row for row in rows}
    for one in organisations:
        shows = [f"org {one.kind}"]
        if one.role:
            shows += ["role", f"role {one.role}"]
        if row := ends.get(one.end):
            shows += [f"kind {row.kind}", f"head {row.last}"]
        if lying.begins(one.start):
            shows.append("placed")
        actors.add(one.name, "organisation", (one.start, one.end), shows)


def _add_groups(actors: _Actors, text: str, rows: Iterable[RowName], lying: Spans) -> Iterator[tuple[RowName, str]]:
    """Add the groups; what only says 社区 or 街道 is given back with its level."""
    seated, same, (plain, _) = _seated(), _same(), _plain()
    for row in rows:
        if row.kind in seated and (start := lying.run_before(row.start, row.end - 1)) < row.start:
            shows = [f"kind {row.kind}", f"head {row.last}", "placed", "seated"]
            actors.add(text[start : row.end], "organisation", (start, row.end), shows)
            continue
        start = lying.end_within(row.start, row.end)
        if start > row.end - len(row.last):
            continue
        if row.kind.startswith(_ITSELF):
            if text[start : row.end] == row.last:
                yield row, row.kind.removeprefix(_ITSELF)
            continue
        if row.kind in plain:
            start = _behind_plain(text, start, row.end - len(row.last))
        name = text[start : row.end]
        shows = [f"kind {row.kind}", f"head {same.get(row.last, row.last)}", "bare" if name == row.last else "led"]
        actors.add(name, "group", (start, row.end), [*shows, "placed"] if start > row.start else shows)


def _behind_plain(text: str, start: int, last: int) -> int:
    """Where a name begins without the words that say nothing more of somebody: 居民 of 部分小区居民."""
    words = _plain()[1]
    while text.startswith(words, start, last):
        start += next(len(word) for word in words if text.startswith(word, start, last))
    return start


def _add_places(actors: _Actors, places: Iterable[PlaceMention]) -> None:
    for one in places:
        if one.level != "province":
            end = next((end for end in _ENDS if one.name.endswith(end)), "other")
            shows = [f"place {one.level}", f"{one.level} ends {end}", *(() if one.is_sure else ("unsure",))]
            actors.add(one.name, "place", (one.start, one.end), shows).level = one.level


def _tops(actors: Mapping[str, _Actor]) -> dict[str, str]:
    """Level -> the place of it that an article names most; a neighbourhood that only people live in is none."""
    tops: dict[str, str] = {}
    for name, actor in actors.items():
        best = tops.get(actor.level)
        if (
            actor.level
            and not name.endswith(_DWELLINGS)
            and (best is None or len(actor.spans) > len(actors[best].spans))
        ):
            tops[actor.level] = name
    return tops


def _add_itself(actors: _Actors, itself: Iterable[tuple[RowName, str]], tops: Mapping[str, str]) -> None:
    """Add what is called only 社区 to the one that the article is about, else as an actor of its own."""
    for row, level in itself:
        name = tops.get(level)
        if name is None:
            actors.add(row.last, "group", (row.start, row.end), [f"{_ITSELF}{level}"])
        elif row.last[0] in name:
            actors.add(name, "place", (row.start, row.end), ["called itself"])


class _Cast:
    """All actors of an article, to compare each with the others."""

    def __init__(self, text: str, standing: Standing, actors: Mapping[str, _Actor], names: ActorNames) -> None:
        self._text, self._standing, self._actors, self._names = text, standing, actors, names
        self.tops = _tops(actors)
        self._levels = Counter(actor.level for actor in actors.values())
        self._ends = {name[at:] for name in actors for at in range(1, len(name))}
        self._begins = {name[:at] for name in actors for at in range(1, len(name))}

    def candidates(self) -> Iterator[Candidate]:
        """A candidate for each actor, the most mentioned first."""
        ranked = sorted(self._actors.values(), key=lambda actor: -len(actor.spans))
        shared = (*at_least(_MANY, len(ranked), "many"), *at_least(_LENGTHS, self._standing.end, "length"))
        for rank, actor in enumerate(ranked):
            actor.spans.sort()
            told = [*self._standing.features([start for start, _ in actor.spans]), *parts(self._text, actor.spans)]
            shows = [*shared, *told, actor.base, *actor.shows, *self._name_shows(actor)]
            shows += [f"rank {number}" for number in _RANKS if rank < number]
            if actor.level:
                shows += self._place_shows(actor, told)
            yield Candidate(actor.name, actor.start, frozenset(shows), is_sure=f"kind {_KNOWN}" in actor.shows)

    def _name_shows(self, actor: _Actor) -> Iterator[str]:
        """What the name of an actor shows, beside those of the others."""
        name = actor.name
        yield f"characters {min(len(name), _LONGEST)}"
        if name in self._names.terms:
            yield "name of a term"
        if name in self._names.signs:
            yield "sign of a term"
        if name in self._ends:
            yield "ends another"
            yield from (f"{one} ends another" for one in actor.shows if one.startswith("head "))
        if any(name[at:] in self._actors for at in range(1, len(name))):
            yield "ends with another"

    def _place_shows(self, actor: _Actor, told: Iterable[str]) -> Iterator[str]:
        """What shows whether a place acts itself."""
        level = actor.level
        yield from (f"{level} {one}" for one in told)
        yield from (f"{level} of {number}" for number in _OF if self._levels[level] <= number)
        if actor.name in self._begins:
            yield f"{level} has a body"
        if self.tops.get(level) == actor.name:
            yield f"top {level}"


def _add_persons(actors: _Actors, text: str, standing: Standing) -> None:
    """Add persons that an article names again and again: 李某, 马师傅."""
    found: dict[str, list[tuple[int, int]]] = {}
    surnames, titles = _persons()
    for _, behind, end in titles.find_matches_as_indexes(text):
        if behind and text[behind - 1] in surnames and standing.within(behind - 1):
            found.setdefault(text[behind - 1 : end], []).append((behind - 1, end))
    for name, spans in found.items():
        if len(spans) >= _OFTEN:
            for span in spans:
                actors.add(name, "person", span, ("person",))


@cache
def _persons() -> tuple[frozenset[str], AhoCorasick]:
    """The characters of family names, and what finds the titles behind them."""
    table = load("groups")
    return frozenset(table["surnames"]), automaton(table["titles"])


@cache
def _kinds() -> Mapping[str, str]:
    """Word of groups.yaml -> its kind; empty for those that only stand before others."""
    table = load("groups")
    kinds = dict.fromkeys(table["before"], "")
    kinds |= {word: f"{_ITSELF}{level}" for level, words in table["itself"].items() for word in words}
    for kind, words in {**table["people"], **table["bodies"]}.items():
        kinds |= dict.fromkeys(words, kind)
    seated = [
        (seat + word, kind)
        for kind in ("offices", "parties")
        for word in table["bodies"][kind]
        for seat in table["seats"]
    ]
    return kinds | dict(seated)


@cache
def _seated() -> frozenset[str]:
    """The kinds of bodies that have the name of their place in front of theirs: 柳州市民政局."""
    return frozenset(load("groups")["seated"])


@cache
def _plain() -> tuple[frozenset[str], tuple[str, ...]]:
    """The kinds whose names lose plain words, and those words."""
    table = load("groups")["plain"]
    return frozenset(table["kinds"]), tuple(table["words"])


@cache
def _same() -> Mapping[str, str]:
    """Name -> the full one of the same body."""
    return {name: names[0] for names in load("groups")["same"] for name in names}
