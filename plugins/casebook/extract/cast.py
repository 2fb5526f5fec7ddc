"""The actors of an article beside each other: one by several names is one; what each shows among the others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from casebook.extract.acting import parts
from casebook.extract.evidence import Candidate, at_least, at_most, heads, tails
from casebook.extract.standing import Standing

KNOWN = "known"  # the kind of words that name somebody who is an actor whatever else speaks for it
_SURE = f"kind {KNOWN}"
_DWELLINGS = ("小区",)
_RANKS, _MANY, _LENGTHS, _OF = (1, 3, 6, 10), (8, 14, 20), (450, 900), (1, 2, 4)
_FROM, _SHARES = (
    (5, 15, 30, 50, 75),
    (20, 40, 70),
)  # per cent of the article before the first mention, of the most mentions
_STANDS = 4096  # ways to stand in an article, of each kind, whose names are kept
_LONGEST = 9  # characters of a name; longer ones are as long as this


@dataclass(slots=True)
class Actor:
    """What an actor is (`group` …), its name and where that stands first, all its mentions, and what its names show."""

    base: str
    name: str
    start: int
    shows: set[str] = field(default_factory=set)
    spans: list[tuple[int, int]] = field(default_factory=list)
    level: str = ""


class Actors:
    """The actors; one body by several names (`same`: name -> the full one) is one, by the longest that is written."""

    def __init__(self, same: Mapping[str, str]) -> None:
        self._same, self._found = same, dict[str, Actor]()

    def add(self, name: str, base: str, span: tuple[int, int], shows: Iterable[str]) -> Actor:
        """The actor with a mention more."""
        key = self._same.get(name, _singular(name))
        actor = self._found.get(key)
        if actor is None:
            actor = self._found[key] = Actor(base, name, span[0])
        if len(name) > len(actor.name):
            actor.name, actor.start = name, span[0]
        actor.shows.update(shows)
        actor.spans.append(span)
        return actor

    def join_short(self, kinds: frozenset[str]) -> None:
        """Make one of a body called by the end of its name (民政局) and the only one with that end (柳州市民政局)."""
        longer: dict[str, list[str]] = {}
        for key, actor in self._found.items():
            if actor.base == "organisation" or not kinds.isdisjoint(actor.shows):
                for tail in tails(actor.name):
                    longer.setdefault(tail, []).append(key)
        for key, actor in list(self._found.items()):
            names = longer.get(actor.name, ())
            if len(names) == 1 and names[0] in self._found and not kinds.isdisjoint(actor.shows):
                self._join(self._found[names[0]], self._found.pop(key))

    @staticmethod
    def _join(whole: Actor, short: Actor) -> None:
        whole.spans += short.spans
        whole.shows |= {one for one in short.shows if one.startswith("role")} | {"called shorter"}

    def by_name(self) -> dict[str, Actor]:
        """Name -> actor."""
        return {actor.name: actor for actor in self._found.values()}


def _singular(name: str) -> str:
    """A name without what says only that they are several: 居民 of 居民们, 服务队 of 服务队伍."""
    return name[:-1] if name.endswith(("们", "队伍")) and len(name) > len("队伍") else name


@lru_cache(_STANDS)
def _of_kind(kind: str, features: tuple[str, ...]) -> tuple[str, ...]:
    """Features of a kind of actors: to be in the lead says something else of a department than of neighbours."""
    return tuple([f"{kind} {one}" for one in features])


def tops(actors: Mapping[str, Actor]) -> dict[str, str]:
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


class Cast:
    """All actors of an article, to compare each with the others; `kinds` are the names and the signs of known ones."""

    def __init__(
        self, text: str, standing: Standing, actors: Mapping[str, Actor], kinds: tuple[frozenset[str], frozenset[str]]
    ) -> None:
        self._text, self._standing, self._actors, (self._names, self._signs) = text, standing, actors, kinds
        self._tops = tops(actors)
        self._bodies = sum(actor.base == "organisation" for actor in actors.values())
        self._levels = Counter(actor.level for actor in actors.values())
        self._ends = set(chain.from_iterable(map(tails, actors)))
        self._begins = set(chain.from_iterable(map(heads, actors)))

    def candidates(self) -> Iterator[Candidate]:
        """A candidate for each actor, the most mentioned first."""
        ranked = sorted(self._actors.values(), key=lambda actor: -len(actor.spans))
        shared = (*at_least(_MANY, len(ranked), "many"), *at_least(_LENGTHS, self._standing.end, "length"))
        bodies = at_least(_MANY, self._bodies, "bodies")
        for rank, actor in enumerate(ranked):
            actor.spans.sort()
            starts, acts = [start for start, _ in actor.spans], parts(self._text, actor.spans)
            stands = self._standing.features(starts)
            shows = [*shared, *stands, *acts, actor.base, *actor.shows, *self._name_shows(actor)]
            shows += at_most(_RANKS, rank + 1, "rank")
            shows += at_most(_FROM, 100 * starts[0] / (self._standing.end + 1), "from")
            shows += at_least(_SHARES, 100 * len(starts) / len(ranked[0].spans), "share")
            if actor.level:
                shows += self._place_shows(actor, starts, acts)
            else:
                kinds = [one for one in actor.shows if one.startswith(("kind ", "org "))]
                for kind in kinds:
                    shows += (*_of_kind(kind, stands), *_of_kind(kind, bodies), *[f"{kind} {one}" for one in acts])
            yield Candidate(actor.name, actor.start, frozenset(shows), is_sure=_SURE in actor.shows)

    def _name_shows(self, actor: Actor) -> Iterator[str]:
        """What the name of an actor shows, beside those of the others."""
        name = actor.name
        yield f"characters {min(len(name), _LONGEST)}"
        if name in self._names:
            yield "name of a term"
        if name in self._signs:
            yield "sign of a term"
        if name in self._ends:
            yield "ends another"
            yield from (f"{one} ends another" for one in actor.shows if one.startswith("head "))
        if any(map(self._actors.__contains__, tails(name))):
            yield "ends with another"
        if name in self._begins:
            yield "begins another"
            yield f"begins another {actor.base}"
        if any(map(self._actors.__contains__, heads(name))):
            yield "begins with another"
            yield f"begins with another {actor.base}"

    def _place_shows(self, actor: Actor, starts: Sequence[int], acts: Iterable[str]) -> Iterator[str]:
        """What shows whether a place acts itself."""
        level = actor.level
        yield from self._standing.features(starts, f"{level} ")
        yield from (f"{level} {one}" for one in acts)
        yield from at_most(_OF, self._levels[level], f"{level} of")
        if actor.name in self._begins:
            yield f"{level} has a body"
        if self._tops.get(level) == actor.name:
            yield f"top {level}"
