"""Finds who acts in an article: organisations by name, kinds of people and bodies, and neighbourhoods."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from casebook.extract.automata import Automaton, automaton
from casebook.extract.cast import KNOWN, Actors, Cast, tops
from casebook.extract.evidence import Candidate, at_least
from casebook.extract.offices import KIND, offices_of
from casebook.extract.organisations import OrganisationMention
from casebook.extract.places import PlaceMention
from casebook.extract.rows import RowName, Rows
from casebook.extract.spread import Spans
from casebook.extract.standing import Standing
from casebook.tables import load
from casebook.vocabulary import Vocabulary

_ITSELF = "itself "
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
_OFTEN, _PERSONS = 2, (2, 4, 7)  # mentions of a person who may act; of so many such persons in an article


class ActorNames:
    """Finds the actors of a collection: its own kinds of actors, and those of groups.yaml."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        terms = vocabulary.terms("actors")
        self.terms = frozenset(name for term in terms for name in term.names)
        self.signs = frozenset(name for term in terms for name in term.signs)
        own = {name: "own" for name in (*self.terms, *self.signs) if len(name) > 1}
        known = {name: term.zh for term in vocabulary.terms("organisations") for name in term.names if len(name) > 1}
        self.rows = Rows({**own, **_kinds(), **dict.fromkeys(known, KNOWN)})
        self.same = {**_same(), **known}  # name -> the full one of the same body


def actors_of(
    text: str,
    standing: Standing,
    places: Sequence[PlaceMention],
    organisations: Sequence[OrganisationMention],
    names: ActorNames,
) -> list[Candidate]:
    """Everybody who may act in the article, with what speaks for each, in the order of their first mention."""
    actors = Actors(names.same)
    named = Spans((one.start, one.end) for one in organisations)
    lying = Spans((one.start, one.end) for one in places if one.is_sure)
    rows = [one for one in _rows(text, names, lying) if standing.within(one.start)]
    _add_organisations(actors, [one for one in organisations if standing.within(one.start)], rows, lying)
    itself = list(_add_groups(actors, text, [one for one in rows if not named.meets(one.start, one.end)], lying))
    actors.join_short(_seated_kinds())
    seated = (actor for actor in actors.by_name().values() if actor.base == "organisation")
    bodies = Spans(span for actor in seated for span in actor.spans)
    _add_places(actors, [one for one in places if standing.within(one.start) and not bodies.holds(one.start, one.end)])
    _add_itself(actors, itself, tops(actors.by_name()))
    _add_persons(actors, text, standing)
    cast = Cast(text, standing, actors.by_name(), (names.terms, names.signs))
    return sorted(cast.candidates(), key=lambda one: one.start)


def _rows(text: str, names: ActorNames, lying: Spans) -> list[RowName]:
    """The rows of known words, and the departments that no table has."""
    rows = [*names.rows.of(text)]
    more = [*offices_of(text, lying, rows)]
    taken = Spans((one.start, one.end) for one in more)
    return [*(one for one in rows if not taken.holds(one.start, one.end)), *more]


def _add_organisations(
    actors: Actors, organisations: Iterable[OrganisationMention], rows: Iterable[RowName], lying: Spans
) -> None:
    ends = {row.end: row for row in rows}
    for one in organisations:
        shows = [f"org {one.kind}"]
        if one.role:
            shows += ["role", f"role {one.role}"]
        if row := ends.get(one.end):
            shows += _row_shows(row.kind, row.last)
        if lying.begins(one.start):
            shows.append("placed")
        actors.add(one.name, "organisation", (one.start, one.end), shows)


def _add_groups(actors: Actors, text: str, rows: Iterable[RowName], lying: Spans) -> Iterator[tuple[RowName, str]]:
    """Add the groups; what only says 社区 or 街道 is given back with its level."""
    seated, same, (plain, _) = _seated(), _same(), _plain()
    for row in rows:
        if row.kind in seated and (start := lying.run_before(row.start, row.end)) < row.start:
            start -= next((len(word) for word in _above() if text.endswith(word, 0, start)), 0)
            shows = _row_shows(row.kind, row.last, "placed", "seated")
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
        more = ("bare" if name == row.last else "led", *(("placed",) if start > row.start else ()))
        actors.add(name, "group", (start, row.end), _row_shows(row.kind, same.get(row.last, row.last), *more))


@cache
def _row_shows(kind: str, head: str, *more: str) -> tuple[str, ...]:
    """What a row shows that ends with the word `head` of a kind, and `more`."""
    return (f"kind {kind}", f"head {head}", *more)


def _behind_plain(text: str, start: int, last: int) -> int:
    """Where a name begins without the words that say nothing more of somebody: 居民 of 部分小区居民."""
    words = _plain()[1]
    while text.startswith(words, start, last):
        start += next(len(word) for word in words if text.startswith(word, start, last))
    return start


def _add_places(actors: Actors, places: Iterable[PlaceMention]) -> None:
    for one in places:
        if one.level != "province":
            shows = _place_shows(one.level, _end(one.name), one.is_sure)
            actors.add(one.name, "place", (one.start, one.end), shows).level = one.level


def _end(name: str) -> str:
    return next((end for end in _ENDS if name.endswith(end)), "other") if name.endswith(_ENDS) else "other"


@cache
def _place_shows(level: str, end: str, is_sure: bool) -> tuple[str, ...]:
    """What a place of a level shows whose name ends so."""
    return (f"place {level}", f"{level} ends {end}", *(() if is_sure else ("unsure",)))


def _add_itself(actors: Actors, itself: Iterable[tuple[RowName, str]], tops: Mapping[str, str]) -> None:
    """Add what is called only 社区 to the one that the article is about, else as an actor of its own."""
    for row, level in itself:
        name = tops.get(level)
        if name is None:
            actors.add(row.last, "group", (row.start, row.end), [f"{_ITSELF}{level}"])
        elif row.last[0] in name:
            actors.add(name, "place", (row.start, row.end), ["called itself"])


def _add_persons(actors: Actors, text: str, standing: Standing) -> None:
    """Add persons that an article names more than once: 李某, 马师傅."""
    found: dict[str, list[tuple[int, int]]] = {}
    surnames, titles = _persons()
    for _, behind, end in titles.find_matches_as_indexes(text):
        if behind and text[behind - 1] in surnames and standing.within(behind - 1):
            found.setdefault(text[behind - 1 : end], []).append((behind - 1, end))
    often = {name: spans for name, spans in found.items() if len(spans) >= _OFTEN}
    for name, spans in often.items():
        shows = ("kind person", f"titled {name[1:]}", *at_least(_PERSONS, len(often), "kind person of"))
        for span in spans:
            actors.add(name, "person", span, shows)


@cache
def _persons() -> tuple[frozenset[str], Automaton]:
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
    return frozenset((*load("groups")["seated"], KIND))


@cache
def _seated_kinds() -> frozenset[str]:
    return frozenset(f"kind {kind}" for kind in _seated())


@cache
def _above() -> tuple[str, ...]:
    """What stands before the place of a committee as a part of its name."""
    return tuple(load("groups")["above"])


@cache
def _plain() -> tuple[frozenset[str], tuple[str, ...]]:
    """The kinds whose names lose plain words, and those words."""
    table = load("groups")["plain"]
    return frozenset(table["kinds"]), tuple(table["words"])


@cache
def _same() -> Mapping[str, str]:
    """Name -> the full one of the same body."""
    return {name: names[0] for names in load("groups")["same"] for name in names}
